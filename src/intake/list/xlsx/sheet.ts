import type { Part } from '../../archive.ts'
import { IntakeError } from '../../records.ts'
import type { Workbook } from './workbook.ts'
import { plain, readXml } from './xml.ts'

/** A row of a sheet by its number, from 1, with the cells as texts; dates are ISO days. */
export type SheetRow = { number: number; cells: string[] }

/** A list has tens of columns; one cell far to the right must not make each row that long. */
const MOST_COLUMNS = 1000
/** The last row that Excel has. */
const LAST_ROW = 1_048_576

type Open = { column: number; type: string; isDate: boolean; text: string }

/**
 * The rows of a sheet that have any text, in their order.
 * @throws {IntakeError} for a sheet that is damaged, or too wide
 */
export async function readSheet(name: string, part: Part, book: Workbook): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  let row: SheetRow = { number: 0, cells: [] }
  let cell: Open | null = null
  let isValue = false
  await readXml(part, {
    open(element, attributes) {
      if (element === 'row') row = { number: numberOf(name, attributes.r, row.number + 1), cells: [] }
      if (element === 'c') cell = openCell(name, attributes, row.cells.length, book)
      isValue = cell !== null && (element === 'v' || element === 't')
    },
    text(piece) {
      if (isValue && cell) cell.text += piece
    },
    close(element) {
      isValue = false
      if (element === 'c' && cell) {
        put(row.cells, cell.column, textOf(cell, book))
        cell = null
      }
      if (element === 'row' && row.cells.some((text) => text.trim() !== '')) rows.push(row)
    },
  })
  return rows
}

function numberOf(name: string, said: string | undefined, next: number): number {
  const number = Number(said ?? next)
  if (number >= 1 && number <= LAST_ROW) return number
  throw new IntakeError(`${name}: row ${said}: a sheet has ${LAST_ROW} rows`)
}

function openCell(
  name: string,
  { r, t = 'n', s }: Record<string, string>,
  next: number,
  book: Workbook,
): Open {
  const column = r === undefined ? next : columnOf(r)
  if (column >= MOST_COLUMNS)
    throw new IntakeError(`${name}: cell ${r}: at most ${MOST_COLUMNS} columns are read`)
  return { column, type: t, isDate: t === 'n' && (book.isDate[Number(s ?? 0)] ?? false), text: '' }
}

/** `C7` -> 2 */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A'
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('')
  cells[column] = text
}

function textOf({ type, text, isDate }: Open, { strings, is1904 }: Workbook): string {
  if (text === '' || type === 'e') return ''
  if (type === 's') return strings[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return text.slice(0, 10)
  if (type !== 'n') return plain(text)
  const value = Number(text)
  if (!Number.isFinite(value)) return text
  return (isDate ? dayOf(value, is1904) : null) ?? String(value)
}

const DAY_MS = 86_400_000

/**
 * The day of a serial number, whatever the time on it. Excel counts from 1900 with a 29 February that there never was,
 * or from 1904. Null for what is before the first day: a time alone.
 */
export function dayOf(serial: number, is1904: boolean): string | null {
  const days = Math.floor(serial)
  if (days < 1 || days > 2_958_465) return null
  const since = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  return new Date(since + days * DAY_MS).toISOString().slice(0, 10)
}
