import { cutSpan, readSpan, type Span } from '../../career/dates.ts'
import type { Line } from './lines.ts'

/** The entries of a section: what stands over and beside each time. Pure. */

export type Entry = {
  span: Span
  /** The texts that name it, in reading order, times left out; `aside`: stands apart at the right. */
  head: { text: string; aside: boolean }[]
  /** As it stands in the document, for whoever confirms it. */
  at: string
}

const BULLET = /^[•◦▪●○■□◆‣∙·*–—-]\s*/u
/** "(3 years 2 months)" behind a time says it again. */
const LENGTH = /\s*\((?:less than a year|(?:\d+ (?:years?|yrs?|months?|mos?|Jahre?|Monate?)[ ,]*)+)\)/giu

type Row = { head: Entry['head']; spans: Span[]; isDetail: boolean; text: string }

/** Reads entries from their times; an entry without a time is none. */
export function entriesOf(lines: readonly Line[]): Entry[] {
  const margin = Math.min(...lines.map(({ x }) => x))
  const rows = lines.map((line) => rowOf(line, margin))
  const entries: Entry[] = []
  let from = 0
  rows.forEach((row, index) => {
    for (const span of row.spans) {
      const head = headOf(rows, from, index)
      const used = head.length > 0 ? head : headBelow(rows, index)
      if (used.length > 0) entries.push(entry(span, used, row))
      from = index + 1
    }
  })
  return entries
}

const entry = (span: Span, rows: Row[], dated: Row): Entry => ({
  span,
  head: rows.flatMap(({ head }) => head),
  at: [...new Set([...rows, dated].map(({ text }) => text))].join(' / '),
})

function rowOf(line: Line, margin: number): Row {
  const spans: Span[] = []
  const head: Row['head'] = []
  const isBullet = BULLET.test(line.parts[0] ?? '')
  line.parts.forEach((part, index) => {
    const { rest, span } = withoutTime(part.replace(LENGTH, ''), isBullet && index === 0)
    if (span) spans.push(span)
    if (rest !== '' && !(isBullet && index === 0))
      head.push({ text: rest, aside: index > 0 && !startsWithTime(line) })
  })
  const isDetail = isBullet || isProse(head) || (spans.length === 0 && line.x > margin + INDENT)
  return {
    head: isDetail ? head.filter(({ aside }) => aside) : head,
    spans,
    isDetail,
    text: line.parts.join('  '),
  }
}

/** A line set in by more than this many points belongs to what stands above it. */
const INDENT = 9

const startsWithTime = ({ parts }: Line): boolean => readSpan(parts[0]!.replace(LENGTH, '')) !== undefined

/** A time at the beginning or the end of a part; one in the midst of a sentence is none of the entry. */
function withoutTime(part: string, isBullet: boolean): { rest: string; span?: Span } {
  if (isBullet) return { rest: part }
  const cut = cutSpan(part)
  if (cut === undefined || (cut.span.from === cut.span.to && !readSpan(part) && isProse([{ text: part }])))
    return { rest: part }
  const [before, after] = [cut.before, cut.after].map((text) =>
    text.replace(/^[\s,;|·()–—-]+|[\s,;|·()–—-]+$/g, ''),
  )
  return { rest: [before, after].filter(Boolean).join(', '), span: cut.span }
}

const isProse = (head: readonly { text: string }[]): boolean =>
  head.some(({ text }) => text.split(' ').length > 14 || /^\p{Ll}/u.test(text) || /[.;:!?]$/.test(text))

/** At most so many lines name an entry: title, firm, place. */
const HEAD_LINES = 3

/** The lines over a time that name the entry, and its own; details belong to the entry before. */
function headOf(rows: readonly Row[], from: number, at: number): Row[] {
  const above: Row[] = []
  for (let index = at; index >= from && above.length < HEAD_LINES + 1; index--) {
    const row = rows[index]!
    if (row.isDetail && index !== at && above.some(({ head }) => head.length > 0)) break
    above.unshift(row)
  }
  return above.filter(({ head }) => head.length > 0)
}

/** Where the time stands first, title and firm are below it. */
function headBelow(rows: readonly Row[], at: number): Row[] {
  const below: Row[] = []
  for (const row of rows.slice(at + 1, at + 1 + HEAD_LINES)) {
    if (row.isDetail || row.spans.length > 0) break
    below.push(row)
  }
  return below.slice(0, 2)
}
