/** Times of a position as people write them: "until 2021", "2018-2021", "since Jan 2020", "seit 2019". */
import type { PositionFact } from '../records.ts'
import { readDate } from '../text/written-date.ts'

export type Span = Pick<PositionFact, 'from' | 'to' | 'current'>

const month =
  '(?:jan(?:uary|uar)?|jänner|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|maerz|mrz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\\.?'
const year = '(?:19[5-9]\\d|20[0-4]\\d)(?!\\d)'
const about =
  '(?:(?:the )?(?:end|beginning|middle) of |early |late |mid[- ]|ende |anfang |mitte |q[1-4][ /])?'
const written = [
  `${year}-(?:0[1-9]|1[0-2])(?:-[0-3]\\d)?(?!\\d)`,
  `(?:[0-3]?\\d(?:\\.|st|nd|rd|th)? )?${month},? ${year}`,
  `(?:[0-3]?\\d\\.)?[01]?\\d[./]${year}`,
  `${about}${year}`,
]
/** A day, a month or a year. */
export const dateSource = `(?:${written.join('|')})`
export const presentSource = '(?:present|now|today|current(?:ly)?|date|ongoing|heute|jetzt|aktuell)'
const dash = '(?: ?(?:[-–—−]|\\.\\.|…) ?| (?:to|until|till|bis|through) )'

/** The first that fits and makes sense decides. */
const patterns: [RegExp, (groups: string[]) => Span][] = [
  [whole(`(?:from |von )?(${dateSource})${dash}${presentSource}`), ([from]) => ({ from, current: true })],
  [whole(`(?:from |von )?(${dateSource})${dash}(${dateSource})`), ([from, to]) => ({ from, to })],
  [
    whole(`(?:from |von )?(${month})${dash}(${month} (${year}))`),
    ([a, to, y]) => ({ from: `${a} ${y}`, to }),
  ],
  [whole(`(${year}) ?[-–/] ?'?(\\d\\d)`), ([from = '', to]) => ({ from, to: `${from.slice(0, 2)}${to}` })],
  [whole(`(?:since|seit|ab) (${dateSource})`), ([from]) => ({ from, current: true })],
  [
    whole(`(${dateSource})(?: ?(?:[-–—−]|\\.\\.|…)| (?:onwards?|bis))`),
    ([from]) => ({ from, current: true }),
  ],
  [whole(`(?:from|von) (${dateSource})`), ([from]) => ({ from })],
  [whole(`(?:until|till?|up to|bis) ${presentSource}`), () => ({ current: true })],
  [whole(`(?:until|till?|up to) recently`), () => ({ current: false })],
  [
    whole(`(?:(?:until|till?|up to|through|bis(?: zum)?) |[-–—−] ?|\\.\\. ?)(${dateSource})`),
    ([to]) => ({ to }),
  ],
  [whole(`(?:in )?(${dateSource})`), ([at]) => ({ from: at, to: at })],
]

function whole(source: string): RegExp {
  return new RegExp(`^${source}$`, 'iu')
}

const anySource = `(?:(?:from|von|since|seit|ab|until|till?|up to|through|bis(?: zum)?|in) ){0,2}(?:[-–—−] ?|\\.\\. ?)?(?:${month}${dash})?(?:${dateSource}|(?<=(?:until|till?|bis) )(?:recently|${presentSource}))(?:${dash}(?:${dateSource}|${presentSource})| ?[-–/] ?'?\\d\\d(?!\\d)| ?(?:[-–—−]|\\.\\.|…)(?= ?[)\\]]?$)| onwards?)?`
const anySpan = new RegExp(`(?<![\\p{L}\\d])${anySource}(?![\\p{L}\\d])`, 'iu')

/** No line about a position is longer; a longer one is prose. */
export const maxLine = 300

/** The whole text as a span of time; undefined when it is none or ends before it begins. */
export function readSpan(text: string): Span | undefined {
  for (const [pattern, meaning] of patterns) {
    const match = pattern.exec(text.trim())
    const span = match && checked(meaning(match.slice(1)))
    if (span) return span
  }
  return undefined
}

/** The first span of time in a line and what stands around it; undefined when there is none. */
export function cutSpan(text: string): { before: string; after: string; span: Span } | undefined {
  const match = text.length <= maxLine ? anySpan.exec(text) : null
  const span = match && (readSpan(match[0]) ?? readSpan(match[0].replace(/^[-–—−] ?/, '')))
  if (!match || !span) return undefined
  return { before: text.slice(0, match.index), after: text.slice(match.index + match[0].length), span }
}

function checked({ from, to, current }: Span): Span | undefined {
  const dates = { from: partial(from), to: partial(to) }
  if ((from && !dates.from) || (to && !dates.to)) return undefined
  if (dates.from && dates.to && dates.to < dates.from.slice(0, dates.to.length)) return undefined
  return {
    ...(dates.from && { from: dates.from }),
    ...(dates.to && { to: dates.to }),
    ...(current !== undefined && { current }),
  }
}

/** "early 2019" is as precise as 2019. */
function partial(text: string | undefined): string | undefined {
  if (!text) return undefined
  const plain = text.replace(new RegExp(`^${about}(?=${year}$)`, 'iu'), '').replace(/(?<=\p{L})\./gu, '')
  return readDate(plain) ?? undefined
}
