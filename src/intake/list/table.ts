/** Delimited text as rows: finds the delimiter and the header line, whatever notes stand above it. */

import { type Options, parse } from 'csv-parse/sync'
import { type Head, IntakeError } from '../records.ts'
import { decodeText } from '../text/text.ts'
import { fold, KNOWN_COLUMNS } from './columns.ts'

/** `number` counts rows as a spreadsheet shows them; `line` is the line on which the row starts. Both from 1. */
export type Row = { number: number; line: number; cells: string[] }

export type Table = { name: string; header: string[]; line: number; delimiter: string; rows: Row[] }

/** Where the header line was found. `known` counts the columns whose name is known. */
export type FoundHeader = { header: string[]; delimiter: string; line: number; offset: number; known: number }

/** Reads the cell of one column; blank cells, and columns that are not there, are the empty string. */
export type Cell = (row: Row) => string

const DELIMITERS = [',', ';', '\t', '|']

/** Notes, blank lines and a `sep=;` stand above a header; nobody has seen more than 10 lines of them. */
const LINES_SEARCHED = 30

/** Skipping empty lines is the parser's work: as rows of the wrong length each would cost it an error. */
const LENIENT: Options = {
  skip_empty_lines: true,
  relax_column_count: true,
  relax_quotes: true,
  record_delimiter: ['\r\n', '\n', '\r'],
}
const STRICT: Options = { ...LENIENT, relax_quotes: false }

/**
 * Reads a delimited file. Blank lines are no rows; rows of empty cells are.
 * @throws {IntakeError} if there is no header line, bytes are malformed, or a quote is never closed.
 */
export function readTable(
  name: string,
  bytes: Uint8Array,
  known: ReadonlySet<string> = KNOWN_COLUMNS,
): Table {
  const text = decodeText(name, bytes)
  const found = findHeader(text, known)
  if (!found)
    throw new IntakeError(`${name}: line 1: the file is empty, a line with the names of columns was expected`)
  const { header, delimiter, line } = found
  const rows = rowsOf(name, text.slice(found.offset), delimiter, line).slice(1)
  return {
    name,
    header,
    line,
    delimiter,
    rows: rows.filter((row) => row.cells.length > 1 || row.cells[0]?.trim() !== ''),
  }
}

const peeked = new WeakMap<Head, FoundHeader | null>()

/** The header line of what may be a delimited file, by its first bytes; null for anything else. */
export function peekHeader(head: Head): FoundHeader | null {
  const before = peeked.get(head)
  if (before !== undefined) return before
  const found = isPlainText(head.text) ? findHeader(head.text, KNOWN_COLUMNS) : null
  peeked.set(head, found)
  return found
}

/** A column as it stands in the file, by the first of these names that the header has. */
export function textColumn(table: Table, ...names: string[]): Cell {
  const index = columnIndex(table.header, names)
  return (row) => {
    const cell = row.cells[index] ?? ''
    return cell.trim() === '' ? '' : cell
  }
}

/** A structural column (date, address, identifier): without the space around it. */
export function column(table: Table, ...names: string[]): Cell {
  const cell = textColumn(table, ...names)
  return (row) => cell(row).trim()
}

/** Whether the row has more filled cells than the header: most often a delimiter that was not quoted. */
export function overflows(table: Table, row: Row): boolean {
  return row.cells.slice(table.header.length).some((cell) => cell.trim() !== '')
}

/** The header for a sentence: files that are no tables have long ones. */
export function shownHeader({ header }: Table): string {
  const shown = header.slice(0, 20).map((name) => (name.length > 40 ? `${name.slice(0, 40)}...` : name))
  return header.length > 20 ? `${shown.join(', ')}, ...` : shown.join(', ')
}

export function findHeader(text: string, known: ReadonlySet<string>): FoundHeader | null {
  let best: FoundHeader | null = null
  for (const { line, offset, content } of firstLines(text)) {
    const found = asHeader(content, line, offset, known)
    if (!best || isBetter(found, best)) best = found
  }
  return best
}

/** A line further down must show that it is no row of data with a word like "Company" in it. */
function isBetter(found: FoundHeader, best: FoundHeader): boolean {
  if (found.known === 0) return best.known === 0 && best.header.length === 1 && found.header.length > 1
  return found.known > best.known && (found.known > 1 || found.header.length === 1)
}

/** The line cut by the delimiter that shows most known names, or else most cells. */
function asHeader(content: string, line: number, offset: number, known: ReadonlySet<string>): FoundHeader {
  const cuts = DELIMITERS.map((delimiter) => {
    const header = cutLine(content, delimiter)
    return {
      header,
      delimiter,
      line,
      offset,
      known: header.filter((cell) => !cell.endsWith(':') && known.has(fold(cell))).length,
    }
  })
  return cuts.reduce((a, b) =>
    b.known > a.known || (b.known === a.known && b.header.length > a.header.length) ? b : a,
  )
}

function cutLine(content: string, delimiter: string): string[] {
  try {
    const [cells] = parse(content, { ...LENIENT, delimiter }) as string[][]
    return (cells ?? []).map((cell) => cell.trim())
  } catch {
    return [content]
  }
}

function* firstLines(text: string): Iterable<{ line: number; offset: number; content: string }> {
  const ends = /\r\n|\n|\r|$/g
  for (let line = 1, offset = 0; line <= LINES_SEARCHED && offset < text.length; line++) {
    ends.lastIndex = offset
    const end = ends.exec(text)
    if (!end) return
    const content = text.slice(offset, end.index)
    if (content.trim() !== '') yield { line, offset, content }
    offset = end.index + end[0].length
  }
}

/** Quotes are read strictly first; only a file that breaks the rules is read leniently, and then looked at twice. */
function rowsOf(name: string, text: string, delimiter: string, line: number): Row[] {
  try {
    return parseRows(text, { ...STRICT, delimiter }, line)
  } catch {
    const rows = parseLeniently(name, text, delimiter, line)
    for (const row of rows) if (row.raw !== undefined) refuseSwallowed(name, row)
    return rows
  }
}

type RawRow = Row & { raw?: string }

function parseRows(text: string, options: Options, firstLine: number): RawRow[] {
  const rows: RawRow[] = []
  let ends = 0
  const keep = (record: unknown, { empty_lines }: { empty_lines: number }): null => {
    const row = options.raw ? rawRow(record as RawRecord) : { cells: record as string[] }
    const number = firstLine + rows.length + empty_lines
    rows.push({ number, line: number + ends, ...row })
    ends += row.cells.reduce((sum, cell) => sum + lineEnds(cell), 0)
    return null
  }
  try {
    parse(text, { ...options, on_record: keep })
    return rows
  } catch (error) {
    const { empty_lines = 0 } = error as { empty_lines?: number }
    throw new Unclosed(firstLine + rows.length + empty_lines + ends, { cause: error })
  }
}

type RawRecord = { record: string[]; raw: string }

/** The row that starts at `line` opens a quote that is never closed. */
class Unclosed extends Error {
  readonly line: number
  constructor(line: number, options: ErrorOptions) {
    super('unclosed', options)
    this.line = line
  }
}

function rawRow({ record, raw }: RawRecord): { cells: string[]; raw?: string } {
  return record.some((cell) => lineEnds(cell) > 0) ? { cells: record, raw } : { cells: record }
}

function parseLeniently(name: string, text: string, delimiter: string, line: number): RawRow[] {
  try {
    return parseRows(text, { ...LENIENT, delimiter, raw: true }, line)
  } catch (error) {
    if (error instanceof Unclosed) throw new IntakeError(unclosed(name, error.line))
    throw error
  }
}

/** A cell over several lines that is not properly quoted has swallowed the rows after it: they would be lost silently. */
function refuseSwallowed(name: string, { line, cells, raw = '' }: RawRow): void {
  const broken = cells.some((cell) => lineEnds(cell) > 0 && !raw.includes(`"${cell.replaceAll('"', '""')}"`))
  if (broken) throw new IntakeError(unclosed(name, line))
}

function unclosed(name: string, line: number): string {
  return `${name}: line ${line}: a quote is opened in this row and not closed before the next one begins`
}

function lineEnds(cell: string): number {
  let count = 0
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i)
    if (code === 10 || (code === 13 && cell.charCodeAt(i + 1) !== 10)) count++
  }
  return count
}

function columnIndex(header: string[], names: string[]): number {
  const index = folded.get(header) ?? new Map(header.map((name, i) => [fold(name), i] as const).reverse())
  folded.set(header, index)
  return names.map((name) => index.get(fold(name))).find((at) => at !== undefined) ?? -1
}

/** Where each column stands; of columns with one name the first. */
const folded = new WeakMap<string[], Map<string, number>>()

/** Structured text starts with a bracket or `BEGIN:`; binary files have many zero bytes, a damaged table one. */
function isPlainText(text: string): boolean {
  return text.split('\0').length <= 1 + text.length / 200 && !/^\s*(?:[{[<]|BEGIN:)/i.test(text)
}
