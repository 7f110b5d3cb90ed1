/** A page of text as lines: what stands beside each other with a wide gap between are its parts. Pure. */

export type Line = {
  /** The parts from left to right, trimmed, none empty. */
  parts: string[]
  /** Where it begins, from the left edge; in points, or in steps of a list. */
  x: number
  /** The height of its letters in points; 0 when unknown. */
  size: number
  /** Said by the document itself to be a heading. */
  heading?: boolean
}

/** A piece of text at its place on a page. `y` grows upwards, as in PDF. */
export type Piece = { text: string; x: number; y: number; width: number; size: number }

/** Letters of one line may stand some points higher or lower. */
const SAME_LINE = 2.5
/** A gap wider than this many times the letters' height parts a line; one wider than a word's own gap is a space. */
const PART = 1.1
const SPACE = 0.1

/** Pieces of one page as lines from top to bottom, column by column. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const gutter = gutterOf(rowsOf(pieces).map(lineOf))
  if (gutter === null) return rowsOf(pieces).map(lineOf)
  const [left, right] = [pieces.filter(({ x }) => x < gutter), pieces.filter(({ x }) => x >= gutter)]
  return [...rowsOf(right), ...rowsOf(left)].map(lineOf)
}

function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((one, other) => other.y - one.y)) {
    const row = rows.at(-1)
    if (row && Math.abs(row[0]!.y - piece.y) < SAME_LINE) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => row.sort((one, other) => one.x - other.x))
}

function lineOf(row: Piece[]): Line {
  const parts: string[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const { text, x, width, size } of row) {
    const gap = x - end
    if (gap > size * PART || parts.length === 0) parts.push(text)
    else parts[parts.length - 1] += (gap > size * SPACE ? ' ' : '') + text
    end = x + width
  }
  const size = Math.max(...row.map((piece) => piece.size))
  return { parts: parts.map(tidy).filter((part) => part !== ''), x: row[0]!.x, size }
}

/** Symbols of an icon font have no meaning as letters. */
const tidy = (text: string): string => text.replace(/[\p{Co}\s\u200b]+/gu, ' ').trim()

/** Headings that stand beside the main text: a page with two columns, as LinkedIn's own. */
const ASIDE = /^(contact|kontakt|top skills|kenntnisse|languages|sprachen|certifications|zertifikate)$/i
const MAIN = /^(summary|zusammenfassung|experience|berufserfahrung|education|ausbildung)$/i
const COLUMNS_APART = 100

/** Where the right one of two columns begins; null for a page in one column. */
function gutterOf(lines: readonly Line[]): number | null {
  const starts = (heading: RegExp) =>
    lines.filter(({ parts }) => heading.test(parts[0] ?? '')).map(({ x }) => x)
  const [aside] = starts(ASIDE)
  const main = starts(MAIN)
  if (aside === undefined || main.length === 0) return null
  const right = Math.min(...main)
  return right - aside > COLUMNS_APART ? right - SAME_LINE : null
}

export const textOf = ({ parts }: Line): string => parts.join('  ')
