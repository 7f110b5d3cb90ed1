/** A typed line about a career: "CTO at Acme (2015 to 2019); Globex since Jan 2020", "war bis 2021 bei Cobalt Health". */

import { hasCapitals, isLegalForm, isName, isOrganization } from '../message/firm-name.ts'
import type { PositionFact } from '../records.ts'
import { cutSpan, dateSource, maxLine, readSpan, type Span } from './dates.ts'
import { soundsLikePlace, soundsLikeTitle } from './work-words.ts'

/** Words before the firm and what they say of the time. */
const leads: [RegExp, Partial<Span> | 'left' | 'joined'][] = [
  [/^(?:and|und|but|then|danach|dann|before that|after that|davor|vorher|zuvor|also|[-•*·–—])\s+/i, {}],
  [
    /^(?:(?:he|she|they|i|we|er|sie|ich)\s+)(?=(?:was|were|is|are|am|has|have|worked|works|work|left|joined|war|ist|bin|arbeitet)\b)/i,
    {},
  ],
  [/^(?:previously|formerly|earlier|früher|ehemals|past)[:,]?\s+/i, { current: false }],
  [/^(?:former|ex)[- ]\s*/i, { current: false }],
  [
    /^(?:now|currently|jetzt|derzeit|aktuell|present(?:ly)?)[:,]?\s+(?:(?:works? )?(?:at|with|for|bei)\s+)?/i,
    { current: true },
  ],
  [/^(?:has |have )?(?:been|worked|working)\s+(?:at|for|with)\s+/i, {}],
  [/^(?:was|were|war|waren|arbeitete)\s+(?:at|with|bei|in|an)\s+/i, { current: false }],
  [/^(?:was|were|war)\s+(?:an? |the )?(?=.+\s(?:at|bei|of)\s)/i, { current: false }],
  [/^(?:is|are|am|works?|ist|bin|arbeitet)\s+(?:at|for|with|bei)\s+/i, { current: true }],
  [/^(?:is|are|am|ist|bin)\s+(?:an? |the )?(?=.+\s(?:at|bei)\s)/i, { current: true }],
  [/^(?:left|verließ)\s+/i, 'left'],
  [/^(?:joined|started at)\s+/i, 'joined'],
  [/^(?:at|bei|@)\s+/i, {}],
]

const worked = /^(?:he |she |they |i )?(?:has |have )?(?:worked|been) (?:at|for|with)\s+/i

/** The positions of a typed line, in its order. Without a time, only what clearly is a firm counts. */
export function readCareerLine(line: string): PositionFact[] {
  if (line.length > maxLine * 4) return []
  return segments(line.replace(/\s+/g, ' ').trim()).flatMap((segment) => readSegment(segment) ?? [])
}

/** Parted where one position ends: at `;`, at "then", at a comma or "and" after a time, between firms alone. */
function segments(line: string): string[] {
  const parts = line.split(/\s*;\s*|\s*,?\s+(?:and |und )?(?:then|danach|dann|before that|davor)\b:?\s+/i)
  return parts.flatMap(afterTimes).flatMap(firmsAlone)
}

function afterTimes(part: string): string[] {
  const cuts = [
    ...part.matchAll(/(?:\d|present|now|today|heute|jetzt|\))(?:\s*,\s*|\s+(?:and|und|&)\s+)(?=\p{L})/giu),
  ]
  const places = cuts.filter(
    (cut) => endsWithTime(part.slice(0, cut.index + 1)) && !/^(?:und|and)$/.test(part),
  )
  const starts = [0, ...places.map((cut) => cut.index + cut[0].length)]
  return starts.map((start, index) => {
    const next = places[index]
    return part.slice(start, next ? next.index + (/^\p{L}+/u.exec(next[0])?.[0].length ?? 1) : undefined)
  })
}

/** A time that stands before its firm ("2018-2021 Cobalt Health, Berlin") parts nothing. */
function endsWithTime(text: string): boolean {
  const cut = cutSpan(text.split(/[,;]/).at(-1) ?? '') ?? cutSpan(text)
  return cut !== undefined && cut.before.trim() !== '' && /^[\s)\]]*$/.test(cut.after)
}

/** "Cobalt Health, Northwind and Globex": a list of firms without any time. */
function firmsAlone(part: string): string[] {
  if (cutSpan(part) || !part.includes(',')) return [part]
  const lead = worked.exec(part)?.[0] ?? ''
  const names = part.slice(lead.length).split(/\s*,\s*(?:and |und )?/)
  const last = names.at(-1)?.split(/\s+(?:and|und)\s+/) ?? []
  const firms = [...names.slice(0, -1), ...last]
  const clear = firms.every(
    (name) => isName(name) && !soundsLikeTitle(name) && !soundsLikePlace(name) && !isLegalForm(name),
  )
  return clear ? firms.map((name) => lead + name) : [part]
}

/** `ORGANIZATION:FROM`, as the command line takes it. */
const firmAndStart = new RegExp(`^([^:]{2,80}):(${dateSource})(?:\\.\\.)?$`, 'iu')

function readSegment(segment: string): PositionFact | undefined {
  const start = firmAndStart.exec(segment)
  const cut = start
    ? { before: start[1] ?? '', after: '', span: readSpan(`from ${start[2]}`) }
    : cutSpan(segment)
  const { text, hint } = withoutLeads(joined(cut) ?? segment)
  const what = readWork(text, {
    dated: cut !== undefined,
    lasting: !isSingle(cut?.span),
    said: hint !== undefined,
  })
  return what && { ...what, ...spanOf(cut?.span, hint) }
}

function isSingle(span: Span | undefined): boolean {
  return span?.from !== undefined && span.from === span.to
}

function joined(cut: { before: string; after: string } | undefined): string | undefined {
  const before = cut?.before.replace(/[\s([|,;:·•–—-]+$/, '') ?? ''
  const after = cut?.after.replace(/^[\s)\]|,;:.·•–—-]+/, '') ?? ''
  return (
    cut &&
    (before && after ? `${before}${/^(?:as|als|at|bei) /i.test(after) ? ' ' : ', '}${after}` : before + after)
  )
}

type Hint = Partial<Span> | 'left' | 'joined'

function withoutLeads(text: string): { text: string; hint: Hint | undefined } {
  let rest = text.trim()
  let hint: Hint | undefined
  for (const [lead, meaning] of leads) {
    const match = lead.exec(rest)
    if (!match) continue
    rest = rest.slice(match[0].length)
    if (meaning === 'left' || meaning === 'joined' || 'current' in meaning) hint = meaning
    else if (worked.test(text)) hint ??= {}
  }
  return { text: rest, hint }
}

/** "left in 2021" is an end, "joined in 2019" a beginning; a known time says more than "was" and "is". */
function spanOf(span: Span | undefined, hint: Hint | undefined): Span {
  const single = isSingle(span)
  if (hint === 'left') return single ? { to: span?.to } : (span ?? { current: false })
  if (hint === 'joined') return single ? { from: span?.from } : (span ?? {})
  if (!span) return hint ?? {}
  return hint?.current === false && span.to === undefined ? { ...span, current: false } : span
}

/** `dated`: a time is given; `lasting`: not just one date; `said`: a word tells that it is about work. */
type Signs = { dated: boolean; lasting: boolean; said: boolean }

/** Title and firm. Without a time or a word that says so, a bare text must look like a name. */
function readWork(text: string, signs: Signs): PositionFact | undefined {
  const work = text.replace(/^[\s"'“„]+|[\s"'”“,:;|-]+$/g, '').replace(/\s*\(\s*\)/g, '')
  const plain = /\b(?:Inc|Ltd|Co|Corp)\.$/i.test(work) ? work : work.replace(/\.+$/, '')
  for (const split of [splitAt, splitAs, splitOf, splitParts]) {
    const found = split(plain)
    if (found && isOrganization(found.organization)) {
      return { organization: { name: found.organization }, ...(found.title && { title: found.title }) }
    }
  }
  return isBareFirm(plain, signs) ? { organization: { name: plain } } : undefined
}

function isBareFirm(text: string, { dated, lasting, said }: Signs): boolean {
  if (soundsLikePlace(text) || !isOrganization(text)) return false
  if (!dated && !said) return isName(text) && !soundsLikeTitle(text)
  const isSentence = /^\p{Lu}.* .* /u.test(`${text} `) && !hasCapitals(text)
  return !isSentence && (lasting || !/^\p{Ll}+$/u.test(text))
}

type Work = { title?: string; organization: string }

function splitAt(text: string): Work | undefined {
  const match = /^(.{2,100}?)(?:,? (?:at|bei|@) ?| @)(.{2,100})$/i.exec(text)
  return match?.[1] && match[2]
    ? { title: match[1].replace(/^an? /i, ''), organization: match[2] }
    : undefined
}

function splitAs(text: string): Work | undefined {
  const match = /^(.{2,100}?),? (?:as|als) (?:an? |the )?(.{2,100})$/i.exec(text)
  return match?.[1] && match[2] ? { title: match[2], organization: match[1] } : undefined
}

/** "Founder of Acme"; "Director of Engineering" has no firm in it. */
function splitOf(text: string): Work | undefined {
  const match =
    /^((?:co-?)?(?:founder|owner|gründer(?:in)?)|c[etfo]o|president|chair(?:man|woman)?) (?:of|von) (.{2,80})$/i.exec(
      text,
    )
  return match?.[1] && match[2] ? { title: match[1], organization: match[2] } : undefined
}

/** "Head of Data, Cobalt Health", "Cobalt Health | Berlin | Head of Data", "Cobalt Health (CTO)". */
function splitParts(text: string): Work | undefined {
  const parts = text
    .split(/\s*(?:,(?! (?:Inc|Ltd|LLC|Corp|Co|GmbH|AG|Limited)\b)|\||·|\t| [–—-] |\(|\))\s*/i)
    .filter(Boolean)
  const title = parts.find(soundsLikeTitle)
  const organization = parts.find((part) => part !== title && !soundsLikePlace(part))
  if (parts.length < 2 || !organization) return undefined
  return { ...(title && { title }), organization }
}
