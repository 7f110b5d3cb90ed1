/** What is wrong in the rows of a list, cell by cell, before anything of it is written. */

import type { Item } from '../records.ts'
import { isLasting, readDate, type SlashOrder, slashOrder } from '../text/written-date.ts'
import { whyNotKept } from '../write/keepable.ts'
import { cellsOf, NOWHERE } from './csv.ts'
import { type FieldCells, NOBODY } from './csv-people.ts'
import { distinctColumns, type Layout } from './mapping.ts'
import { overflows, type Row, type Table } from './table.ts'

/** `column` and `value` are empty where the whole row is meant. `leavesOut`: what is lost by it. */
export type Fault = { row: number; column: string; value: string; why: string; leavesOut: 'row' | 'cell' }

type Found = { column?: string | undefined; value?: string; why: string }

/** Names that a list without a header would not have: what a row says is then only half of what it held. */
const OVERFLOW = 'more cells than there are columns: a cell with a delimiter in it must stand in quotes'

const TWICE = 'stands twice; only the first column of that name is read'

/** The faults of a list in the order of its rows. `items`: what the rows became, one each. */
export function* faultsOf(table: Table, layout: Layout, items: readonly Item[]): Generator<Fault> {
  yield* inHeader(table)
  const cells = cellsOf(table, layout)
  const dates = [cells.from, cells.to, cells.connectedOn]
  const order = slashOrder(table.rows.flatMap((row) => dates.map((cell) => cell(row))))
  for (const [at, row] of table.rows.entries()) {
    const lost = whyLeftOut(items[at]!)
    if (lost !== null) yield { row: row.number, column: '', value: '', why: lost, leavesOut: 'row' }
    for (const { column = '', value = '', why } of inCells(table, row, cells, layout, order))
      yield { row: row.number, column, value, why, leavesOut: 'cell' }
  }
}

/** Of columns with one name the first is read: what stands in the others would be lost without a word. */
function* inHeader({ header, line }: Table): Generator<Fault> {
  const read = new Set(distinctColumns(header))
  for (const name of header) {
    if (name === '' || read.delete(name)) continue
    yield { row: line, column: name, value: '', why: TWICE, leavesOut: 'cell' }
  }
}

/** Why nothing of a row is kept; null for a row that is, if only as more about somebody in a row before. */
function whyLeftOut(item: Item): string | null {
  if ('fact' in item) return whyNotKept(item.fact)
  if ('rejected' in item) return item.rejected
  return item.skipped === NOBODY || item.skipped === NOWHERE ? item.skipped : null
}

function* inCells(
  table: Table,
  row: Row,
  cells: FieldCells,
  { columns }: Layout,
  order: SlashOrder,
): Generator<Found> {
  if (overflows(table, row)) yield { value: row.cells.slice(table.header.length).join(' | '), why: OVERFLOW }
  for (const [field, why] of CHECKS) {
    const value = cells[field](row)
    const wrong = value === '' ? null : why(value, order)
    if (wrong !== null) yield { column: columns[field], value, why: wrong }
  }
  const [from, to] = [readDate(cells.from(row), order), readDate(cells.to(row), order)]
  if (from !== null && to !== null && to < from.slice(0, to.length))
    yield { column: columns.to, value: cells.to(row), why: `ends before it begins (${from})` }
}

type Check = (value: string, order: SlashOrder) => string | null

const isDate: Check = (value, order) =>
  readDate(value, order) === null ? 'is no date; dates are read as 2019, 2019-04 or 2019-04-01' : null

/** What a cell of a field must be. */
const CHECKS: readonly (readonly [Exclude<keyof FieldCells, 'others'>, Check])[] = [
  ['email', (value) => (/[^\s@]@[^\s@]/.test(value) ? null : 'is no e-mail address')],
  ['profileUrl', (value) => (/[^\s.]\.[^\s.]/.test(value) ? null : 'is no address of a profile')],
  ['from', isDate],
  ['to', (value, order) => (isLasting(value) ? null : isDate(value, order))],
  ['connectedOn', isDate],
]
