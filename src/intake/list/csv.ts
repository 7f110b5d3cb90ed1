/** Plain CSV: people, people with positions, or one's own positions; columns mapped, or guessed by their names. */

import { personMatch } from '../../people/names.ts'
import { numbering, place } from '../linkedin/shape.ts'
import { type Format, type Head, IntakeError, type Item, type ReadContext } from '../records.ts'
import { readPeriod, slashOrder } from '../text/written-date.ts'
import { FIELDS, type Field, fieldOf, fold, isField, KNOWN_COLUMNS, LINKEDIN } from './columns.ts'
import { type FieldCells, gather } from './csv-people.ts'
import { type Cell, peekHeader, readTable, shownHeader, type Table, textColumn } from './table.ts'

/** Field -> name of its column in the file. */
export type Columns = Partial<Record<Field, string>>

export const csvPositions: Format = {
  kind: 'csv-positions',
  says: 'CSV with positions: of people, or without a name your own',
  recognizes: (head) => isPositions(guessed(head)),
  read: readPlain,
}

export const csvPeople: Format = {
  kind: 'csv-people',
  says: 'CSV with people',
  recognizes: (head) => isPeople(guessed(head)),
  read: readPlain,
}

/** Which column is which field, by the names in a header; the first one wins. */
export function guessColumns(header: readonly string[]): Columns {
  const columns: Columns = {}
  for (const name of header) {
    const field = fieldOf(name)
    if (field) columns[field] ??= name
  }
  return columns
}

const isPeople = (columns: Columns): boolean =>
  Object.keys(columns).length > 1 && WHO.some((field) => columns[field] !== undefined)

const isPositions = ({ organization, from, to }: Columns): boolean =>
  organization !== undefined && (from ?? to) !== undefined

const WHO: readonly Field[] = ['name', 'givenName', 'familyName', 'email', 'profileUrl']

const guessed = (head: Head): Columns => guessColumns(peekHeader(head)?.header ?? [])

function* readPlain(bytes: Uint8Array, context: ReadContext): Iterable<Item> {
  const { name, mapping } = context
  const known = mapping ? new Set([...KNOWN_COLUMNS, ...Object.keys(mapping).map(fold)]) : KNOWN_COLUMNS
  const table = readTable(name, bytes, known)
  const columns = mapping ? mapped(table, mapping) : guessColumns(table.header)
  const cells = cellsOf(table, columns)
  if (WHO.some((field) => columns[field] !== undefined) && Object.keys(columns).length > 1)
    yield* gather(table, cells, isPositions(columns))
  else if (isPositions(columns) || (mapping && columns.organization)) yield* ownPositions(table, cells)
  else throw new IntakeError(unknownHeader(table))
}

function cellsOf(table: Table, columns: Columns): FieldCells {
  const fields = Object.keys(FIELDS) as Field[]
  const cells = fields.map(
    (field) => [field, columns[field] ? textColumn(table, columns[field]) : () => ''] as const,
  )
  const used = new Set(Object.values(columns))
  const others = table.header.filter((name) => name !== '' && !used.has(name))
  return { ...(Object.fromEntries(cells) as Record<Field, Cell>), others: otherCells(table, others) }
}

function otherCells(table: Table, names: string[]): FieldCells['others'] {
  const cells = names.map((name) => [name, textColumn(table, name)] as const)
  return (row) =>
    Object.fromEntries(cells.map(([name, cell]) => [name, cell(row)]).filter(([, text]) => text !== ''))
}

function* ownPositions(table: Table, cells: FieldCells): Iterable<Item> {
  const order = slashOrder(table.rows.flatMap((row) => [cells.from(row), cells.to(row)]))
  const distinct = numbering()
  for (const row of table.rows) {
    const [at, organization, title] = [place(row), cells.organization(row), cells.title(row)]
    const period = readPeriod(cells.from(row), cells.to(row), order)
    const unit = cells.unit(row)
    const key = distinct(`${personMatch(organization)}|${personMatch(title)}|${period.from ?? ''}`)
    const said = {
      organization: { name: organization },
      ...(title && { title }),
      ...(unit && { unit }),
      ...period,
    }
    if (organization === '') yield { at, skipped: 'no organization' }
    else yield { at, fact: { kind: 'own-position', key, position: said } }
  }
}

/** @throws {IntakeError} for a field that does not exist, or a column that the file does not have. */
function mapped(table: Table, mapping: Record<string, string>): Columns {
  const header = new Map(table.header.map((name) => [fold(name), name]))
  const columns: Columns = {}
  for (const [column, field] of Object.entries(mapping)) {
    if (!isField(field))
      throw new IntakeError(
        `${table.name}: "${field}" is no field; fields are ${Object.keys(FIELDS).join(', ')}`,
      )
    const name = header.get(fold(column))
    if (name === undefined)
      throw new IntakeError(
        `${table.name}: line ${table.line}: no column "${column}"; found ${shownHeader(table)}`,
      )
    columns[field] = name
  }
  return columns
}

function unknownHeader(table: Table): string {
  return [
    `${table.name}: line ${table.line}: the columns do not tell what this is`,
    'expected Name (or First Name and Last Name), Email or Profile URL with one more of Company, Title, Connected On',
    'or Company, Title, From, To',
    `or, from LinkedIn, ${LINKEDIN.connections.join(', ')}`,
    `found ${shownHeader(table)}`,
  ].join('; ')
}
