/** What is wrong in the rows of a list, cell by cell, before anything of it is written. */

import type { Item } from '../records.ts'
import { isLasting, readDate, type SlashOrder, slashOrder } from '../text/written-date.ts'
import { whyNotKept } from '../write/keepable.ts'
import { cellsOf, NOWHERE } from './csv.ts'
import { type FieldCells, NOBODY } from './csv-people.ts'
import { distinctColumns, type Layout } from './mapping.ts'
import { overflows, type Row, type Table } from './table.ts'

/** What can be wrong, and the sentence that says so; screens have their own for each. */
const SENTENCES = {
  nobody: NOBODY,
  nowhere: NOWHERE,
  twice: 'stands twice; only the first column of that name is read',
  overflow: 'more cells than there are columns: a cell with a delimiter in it must stand in quotes',
  'no-email': 'is no e-mail address',
  'no-profile': 'is no address of a profile',
  'no-date': 'is no date; dates are read as 2019, 2019-04 or 2019-04-01',
  'ends-before': 'ends before it begins',
  'not-kept': 'cannot be kept',
} as const

type FaultKind = keyof typeof SENTENCES
export const FAULT_KINDS = Object.keys(SENTENCES) as [FaultKind, ...FaultKind[]]

/** `column` and `value` are empty where the whole row is meant. `leavesOut`: what is lost by it. */
export type Fault = {
  row: number
  column: string
  value: string
  kind: FaultKind
  why: string
  leavesOut: 'row' | 'cell'
}

type Found = { column?: string | undefined; value?: string; kind: FaultKind }

/** The faults of a list in the order of its rows. `items`: what the rows became, one each. */
export function* faultsOf(table: Table, layout: Layout, items: readonly Item[]): Generator<Fault> {
  yield* inHeader(table)
  const cells = cellsOf(table, layout)
  const dates = [cells.from, cells.to, cells.connectedOn]
  const order = slashOrder(table.rows.flatMap((row) => dates.map((cell) => cell(row))))
  for (const [at, row] of table.rows.entries()) {
    const lost = whyLeftOut(items[at]!)
    if (lost !== null) yield { row: row.number, column: '', value: '', ...lost, leavesOut: 'row' }
    for (const { column = '', value = '', kind } of inCells(table, row, cells, layout, order))
      yield { row: row.number, column, value, kind, why: SENTENCES[kind], leavesOut: 'cell' }
  }
}

/** Of columns with one name the first is read: what stands in the others would be lost without a word. */
function* inHeader({ header, line }: Table): Generator<Fault> {
  const read = new Set(distinctColumns(header))
  for (const name of header) {
    if (name === '' || read.delete(name)) continue
    yield { row: line, column: name, value: '', kind: 'twice', why: SENTENCES.twice, leavesOut: 'cell' }
  }
}

/** Why nothing of a row is kept; null for a row that is, if only as more about somebody in a row before. */
function whyLeftOut(item: Item): Pick<Fault, 'kind' | 'why'> | null {
  if ('skipped' in item) return LOST.find(({ why }) => why === item.skipped) ?? null
  const why = 'fact' in item ? whyNotKept(item.fact) : item.rejected
  return why === null ? null : { kind: 'not-kept', why }
}

const LOST = [
  { kind: 'nobody', why: NOBODY },
  { kind: 'nowhere', why: NOWHERE },
] as const

function* inCells(
  table: Table,
  row: Row,
  cells: FieldCells,
  { columns }: Layout,
  order: SlashOrder,
): Generator<Found> {
  if (overflows(table, row))
    yield { value: row.cells.slice(table.header.length).join(' | '), kind: 'overflow' }
  for (const [field, kind, isWrong] of CHECKS) {
    const value = cells[field](row)
    if (value !== '' && isWrong(value, order)) yield { column: columns[field], value, kind }
  }
  const [from, to] = [readDate(cells.from(row), order), readDate(cells.to(row), order)]
  if (from !== null && to !== null && to < from.slice(0, to.length))
    yield { column: columns.to, value: cells.to(row), kind: 'ends-before' }
}

type Check = (value: string, order: SlashOrder) => boolean

const isNoDate: Check = (value, order) => readDate(value, order) === null

/** What a cell of a field must not be. */
const CHECKS: readonly (readonly [Exclude<keyof FieldCells, 'others'>, FaultKind, Check])[] = [
  ['email', 'no-email', (value) => !/[^\s@]@[^\s@]/.test(value)],
  ['profileUrl', 'no-profile', (value) => !/[^\s.]\.[^\s.]/.test(value)],
  ['from', 'no-date', isNoDate],
  ['to', 'no-date', (value, order) => !isLasting(value) && isNoDate(value, order)],
  ['connectedOn', 'no-date', isNoDate],
]
