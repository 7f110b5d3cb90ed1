import { isZip, type LIMITS, partsOf } from '../../archive.ts'
import { IntakeError } from '../../records.ts'
import { KNOWN_COLUMNS } from '../columns.ts'
import { findHeader } from '../table.ts'
import { readSheet, type SheetRow } from './sheet.ts'
import { readWorkbook, WORKBOOK } from './workbook.ts'

/** A zip that holds a workbook: its parts are not files of their own. */
export const isXlsx = (bytes: Uint8Array): boolean =>
  isZip(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(WORKBOOK)

/**
 * The first sheet with anything in it, as the CSV that it would be saved as: from there on, a list is a list. Rows keep
 * their numbers.
 * @throws {IntakeError} naming the place, when the file is damaged, beyond the limits, or empty
 */
export async function csvOfXlsx(
  name: string,
  bytes: Uint8Array,
  limits?: typeof LIMITS,
): Promise<Uint8Array> {
  const book = await readWorkbook(name, await partsOf(name, bytes, limits))
  for (const { part } of book.sheets) {
    const rows = await readSheet(name, part, book)
    if (rows.length > 0) return Buffer.from(csvOf(rows))
  }
  throw new IntakeError(`${name}: no sheet with anything in it`)
}

function csvOf(rows: readonly SheetRow[]): string {
  const lines: string[] = []
  const names = headerIn(rows)
  for (const [at, { number, cells }] of rows.entries()) {
    // A line a row, empty ones too: what is wrong in row 17 must be found in row 17.
    while (lines.length < number - 1) lines.push('')
    lines.push((at <= names ? cells.map(onOneLine) : cells).map(quoted).join(','))
  }
  return lines.join('\n')
}

/** Names of columns are broken over lines to keep the columns narrow; a header is one line. */
const onOneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim()

const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '""')}"`)

const ROWS_SEARCHED = 30

/** Which row names the columns, as far as it can be told. */
function headerIn(rows: readonly SheetRow[]): number {
  const first = rows.slice(0, ROWS_SEARCHED).map(({ cells }) => cells.map(onOneLine).map(quoted).join(','))
  return (findHeader(first.join('\n'), KNOWN_COLUMNS)?.line ?? 1) - 1
}
