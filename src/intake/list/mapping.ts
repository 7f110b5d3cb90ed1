/** Which column of a list is read as what. */

import { IntakeError } from '../records.ts'
import { FIELDS, type Field, fieldOf, fold, isField } from './columns.ts'
import { shownHeader, type Table } from './table.ts'

/** What a column is mapped to when nothing of it is kept. */
export const IGNORED = 'ignored' as const

/** Column -> field, or "ignored". Columns that it does not name are kept with the person as they are. */
export type Mapping = Record<string, string>

/** Field -> name of its column in the file. */
export type Columns = Partial<Record<Field, string>>

/** `isSaid`: somebody said so, rather than that the names of the columns did. */
export type Layout = { columns: Columns; ignored: ReadonlySet<string>; isSaid: boolean }

/** Which column is which field, by the names in a header; the first one wins. */
export function guessColumns(header: readonly string[]): Columns {
  const columns: Columns = {}
  for (const name of header) {
    const field = fieldOf(name)
    if (field) columns[field] ??= name
  }
  return columns
}

/** The columns of a list that can be told apart, by their names as compared. */
export const distinctColumns = (header: readonly string[]): string[] =>
  [
    ...new Map(
      header
        .filter((name) => name !== '')
        .map((name) => [fold(name) || name, name] as const)
        .reverse(),
    ).values(),
  ].reverse()

/** The guess for every column of a header: what nobody knows is ignored until somebody says otherwise. */
export function guessMapping(header: readonly string[]): Mapping {
  const fields = new Map(Object.entries(guessColumns(header)).map(([field, name]) => [name, field]))
  return Object.fromEntries(distinctColumns(header).map((name) => [name, fields.get(name) ?? IGNORED]))
}

/**
 * What is read from which column.
 * @throws {IntakeError} for a field that does not exist or is named twice, or a column that the file does not have
 */
export function layoutOf(table: Table, mapping: Mapping | undefined): Layout {
  if (mapping === undefined) return { columns: guessColumns(table.header), ignored: new Set(), isSaid: false }
  const header = new Map(table.header.map((name) => [fold(name), name]))
  const columns: Columns = {}
  const ignored = new Set<string>()
  for (const [column, field] of Object.entries(mapping)) {
    const name = header.get(fold(column))
    if (name === undefined) throw new IntakeError(missing(table, column))
    if (field === IGNORED) ignored.add(name)
    else setColumn(table, columns, field, name)
  }
  return { columns, ignored, isSaid: true }
}

function setColumn(table: Table, columns: Columns, field: string, name: string): void {
  if (!isField(field))
    throw new IntakeError(
      `${table.name}: "${field}" is no field; fields are ${Object.keys(FIELDS).join(', ')}`,
    )
  const before = columns[field]
  if (before !== undefined)
    throw new IntakeError(`${table.name}: "${before}" and "${name}" are both mapped to ${field}; choose one`)
  columns[field] = name
}

const missing = (table: Table, column: string): string =>
  `${table.name}: line ${table.line}: no column "${column}"; found ${shownHeader(table)}`
