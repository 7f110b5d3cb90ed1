/** A career as somebody pastes or types it: a profile page, a curriculum vitae, or one line. */

import type { PositionFact } from '../records.ts'
import { cutSpan } from './dates.ts'
import { readCareerLine } from './line.ts'
import { pageLines, readPage, timeOn, workLines } from './profile.ts'
import { soundsLikeTitle } from './work-words.ts'

/** `why`: in one sentence, why no position was found. */
export type Career = { positions: PositionFact[]; headline?: string; why?: string }

const maxText = 200_000
const maxPositions = 100
const example = 'Write, for example, "Cobalt Health until 2021".'

/**
 * Positions with dates as precise as the text gives them; what is not understood is left out. A position that begins
 * after `now` is left out, too: nobody has worked there yet.
 */
export function readCareer(text: string, now: Date): Career {
  const lines = pageLines(text.normalize('NFC').replaceAll('\0', '').slice(0, maxText))
  if (lines.length === 0) return { positions: [], why: `There is no text. ${example}` }
  const { head, work } = workLines(lines)
  const found = work.some((line) => timeOn(line)) ? [...readPage(work), ...oneLiners(work)] : typed(work)
  const positions = distinct(
    found.filter(({ from }) => !from || from <= now.toISOString().slice(0, from.length)),
  )
  const headline = headlineOf(head)
  const why = positions.length === 0 ? `No employer was recognised in this text. ${example}` : undefined
  return { positions: positions.slice(0, maxPositions), ...(headline && { headline }), ...(why && { why }) }
}

/** On a page with times on lines of their own, another line counts only with title, firm and time. */
function oneLiners(lines: string[]): PositionFact[] {
  return lines
    .filter((line) => !timeOn(line))
    .flatMap(dated)
    .filter(({ title }) => title)
}

/** Where some line is no position, others are names by chance: then only what has a time counts. */
function typed(lines: string[]): PositionFact[] {
  const found = lines.map(readCareerLine)
  return found.every((positions) => positions.length > 0) ? found.flat() : lines.flatMap(dated)
}

function dated(line: string): PositionFact[] {
  const span = cutSpan(line)?.span
  const whole = span && (span.current !== undefined || span.from !== span.to)
  return whole ? readCareerLine(line) : []
}

function distinct(positions: PositionFact[]): PositionFact[] {
  const byText = new Map(positions.map((position) => [JSON.stringify(position).toLowerCase(), position]))
  return [...byText.values()]
}

/** The line below the name on top of a profile. */
function headlineOf(head: string[]): string | undefined {
  return head
    .slice(1, 6)
    .find((line) => line.length <= 220 && (soundsLikeTitle(line) || / at | bei /.test(line)))
}
