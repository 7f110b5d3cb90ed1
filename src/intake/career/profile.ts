/** Positions that stand on lines of their own, as copied from a LinkedIn profile or a curriculum vitae. */

import type { PositionFact } from '../records.ts'
import { cutSpan, readSpan, type Span } from './dates.ts'
import { soundsLikePlace, soundsLikeTitle } from './work-words.ts'

const units = '(?:yrs?|years?|mos?|months?|jahre?|monate?|j\\.|mon\\.)'
const length = `(?:less than a year|weniger als ein jahr|\\d+ ${units}(?:,? \\d+ ${units})?)`
const kind =
  '(?:full-time|part-time|self-employed|freelance|contract|internship|apprenticeship|seasonal|temporary|permanent(?: full-time)?|vollzeit|teilzeit|selbstständig|freiberuflich|praktikum|befristet)'
const lengthLine = new RegExp(`^(?:${kind} · )?(${length})$`, 'iu')
const kindLine = new RegExp(`^${kind}(?: · .*)?$`, 'iu')
const kindAtEnd = new RegExp(` · ${kind}(?: · .*)?$`, 'iu')
const lengthAtEnd = new RegExp(`\\s*[·(]\\s*${length}\\)?$`, 'iu')

const begins =
  /^(?:(?:work|professional|relevant) )?(?:experience|employment(?: history)?|career(?: history)?|berufserfahrung|erfahrung|werdegang|berufliche[r]? (?:laufbahn|werdegang)|positions?)(?: \d+)?:?$/i
const ends =
  /^(?:education|ausbildung|bildung|studium|skills|kenntnisse|licenses.*|certificat.*|zertifikat.*|languages|sprachen|projects|projekte|publications|volunteer.*|ehrenamt|honors.*|interests|interessen|recommendations|activity|aktivitäten|people also viewed|show all.*|references|hobbys|hobbies)(?: \d+)?:?$/i
const noise =
  /^(?:\.{3}|…|\(?(?:see|show) (?:more|less).*|\.{3} ?(?:see )?more|skills: .*|kenntnisse: .*|.{0,80} logo|logo|· (?:1st|2nd|3rd)\+?|[-•*·])$/i

/** The lines of a pasted page: each once where the page shows it and reads it out, without what is no text of it. */
export function pageLines(text: string): string[] {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, ' ').trim())
  const kept = lines.filter((line) => line !== '' && !noise.test(line))
  return kept.filter((line, index) => line !== kept[index - 1] && !saysTimeAgain(line, kept[index - 1]))
}

/** "Jan 2019 to Present · 4 yrs" is read out after "Jan 2019 - Present · 4 yrs". */
function saysTimeAgain(line: string, before: string | undefined): boolean {
  const span = timeOn(line)
  return span !== undefined && JSON.stringify(timeOn(before ?? '')) === JSON.stringify(span)
}

/** The lines about work, if headings part the page; else all. */
export function workLines(lines: string[]): { head: string[]; work: string[] } {
  const start = lines.findIndex((line) => begins.test(line))
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => ends.test(line))
  const work = end === -1 ? rest : rest.slice(0, end)
  return { head: start === -1 ? [] : lines.slice(0, start), work }
}

/** A line that is a time and nothing else: "Jan 2019 - Present · 4 yrs 2 mos". A lone year is none. */
export function timeOn(line: string): Span | undefined {
  const bare = line.replace(lengthAtEnd, '').replace(/^\(|\)$/g, '')
  return /^\S*\d{4}\S*$/.test(bare) && !/[-–—./]/.test(bare) ? undefined : readSpan(bare)
}

/** The firm over several positions, and how many months they take together. */
type Group = { firm: string; months: number; seen: number }

/** Reads from time to time: what stands above a time is its title and its firm, or its title within the firm's group. */
export function readPage(lines: string[]): PositionFact[] {
  const positions: PositionFact[] = []
  const times = lines.flatMap((line, index) => (timeOn(line) ? [index] : []))
  if (times[0] === 0) return readTimesFirst(lines, times)
  let group: Group | undefined
  let from = 0
  for (const at of times) {
    const above = lines.slice(from, at)
    group = groupIn(above) ?? (group && group.seen < group.months - 1 ? group : undefined)
    const work = group ? inGroup(above, group) : single(above)
    if (work) positions.push({ ...work, ...timeOn(lines[at] ?? '') })
    if (group) group.seen += monthsIn(lines[at] ?? '')
    from = at + 1
  }
  return positions
}

function groupIn(above: string[]): Group | undefined {
  const at = above.findLastIndex((line) => lengthLine.test(line))
  const firm = above[at - 1]
  return at > 0 && firm ? { firm, months: monthsIn(above[at] ?? ''), seen: 0 } : undefined
}

function monthsIn(line: string): number {
  const part = (unit: string) => Number(new RegExp(`(\\d+) ${unit}`, 'i').exec(line)?.[1] ?? 0)
  return part('(?:y|j)') * 12 + part('mo')
}

function inGroup(above: string[], { firm }: Group): PositionFact | undefined {
  const title = above.filter((line) => !kindLine.test(line) && !lengthLine.test(line)).at(-1)
  return title && title !== firm ? { organization: { name: firm }, title } : { organization: { name: firm } }
}

function single(above: string[]): PositionFact | undefined {
  const near = above.filter((line) => !kindLine.test(line) && !isProse(line)).slice(-3)
  const named = near.filter((line) => !soundsLikePlace(line.split(',')[0] ?? '')).slice(-2)
  const [upper, lower] = named.length === 2 ? named : [undefined, named[0]]
  if (lower === undefined) return undefined
  if (upper === undefined || (!soundsLikeTitle(upper) && !isCapital(upper))) return oneLine(lower)
  const firmFirst = !kindAtEnd.test(lower) && soundsLikeTitle(lower) && !soundsLikeTitle(upper)
  return work(firmFirst ? lower : upper, firmFirst ? upper : lower)
}

/** What was done there, not where and as what. */
function isProse(line: string): boolean {
  return (
    /^[-•*·–] |^\p{Ll}/u.test(line) || (/[.;:!?]$/.test(line) && line.split(' ').length > 4) || !isShort(line)
  )
}

function isCapital(line: string): boolean {
  const words = line.split(' ').filter((one) => one.length > 3)
  return words.filter((one) => /^[\p{Lu}\p{Lo}\d(]/u.test(one)).length * 2 > words.length
}

function work(title: string, firm: string): PositionFact | undefined {
  const name =
    firm
      .replace(kindAtEnd, '')
      .split(/ [·|] |, /)[0]
      ?.trim() ?? ''
  return isShort(name) && isShort(title) ? { organization: { name }, title } : undefined
}

function isShort(text: string): boolean {
  return text !== '' && text.length <= 120 && text.split(' ').length <= 14
}

/** "Head of Data, Cobalt Health" above its time. */
function oneLine(line: string): PositionFact | undefined {
  const parts = line.replace(kindAtEnd, '').split(/\s*(?:,| at | bei |\||·| [–—-] )\s*/)
  const title = parts.find(soundsLikeTitle)
  const name = parts.find((part) => part !== title && !soundsLikePlace(part))
  if (!name || !isShort(name)) return undefined
  return { organization: { name }, ...(title && { title }) }
}

/** A curriculum vitae that puts the time above title and firm. */
function readTimesFirst(lines: string[], times: number[]): PositionFact[] {
  return times.flatMap((at, index) => {
    const below = lines.slice(at + 1, times[index + 1]).slice(0, 2)
    const found = below.some((line) => cutSpan(line)) ? undefined : single(below)
    return found ? [{ ...found, ...timeOn(lines[at] ?? '') }] : []
  })
}
