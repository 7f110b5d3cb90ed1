/** Plain CSV: people, people with positions, or one's own positions; columns mapped, or guessed by their names. */

import { personMatch } from '../../people/names.ts'
import { numbering, place } from '../linkedin/shape.ts'
import { type Format, type Head, IntakeError, type Item, type ReadContext } from '../records.ts'
import { readPeriod, slashOrder } from '../text/written-date.ts'
import { FIELDS, type Field, fold, KNOWN_COLUMNS, LINKEDIN } from './columns.ts'
import { type FieldCells, gather } from './csv-people.ts'
import { type Columns, guessColumns, type Layout, layoutOf, type Mapping } from './mapping.ts'
import { type Cell, peekHeader, readTable, shownHeader, type Table, textColumn } from './table.ts'

/** Why a row of one's own positions is left out. */
export const NOWHERE = 'no organization'

export const csvPositions: Format = {
  kind: 'csv-positions',
  says: 'CSV with positions: of people, or without a name your own',
  recognizes: (head) => isPositions(guessed(head)),
  read: readPlain,
}

export const csvPeople: Format = {
  kind: 'csv-people',
  says: 'CSV with people',
  recognizes: (head) => isAboutPeople(guessed(head)),
  read: readPlain,
}

const isPositions = ({ organization, from, to }: Columns): boolean =>
  organization !== undefined && (from ?? to) !== undefined

const WHO: readonly Field[] = ['name', 'givenName', 'familyName', 'email', 'profileUrl']

const guessed = (head: Head): Columns => guessColumns(peekHeader(head)?.header ?? [])

function* readPlain(bytes: Uint8Array, context: ReadContext): Iterable<Item> {
  const { name, mapping } = context
  const table = readTable(name, bytes, knownColumns(mapping))
  const layout = layoutOf(table, mapping)
  if (kindOf(layout) === null) throw new IntakeError(unknownHeader(table))
  yield* itemsOf(table, layout)
}

/** Names by which the header line is found: those of a mapping count like those that everybody knows. */
export const knownColumns = (mapping: Mapping | undefined): ReadonlySet<string> =>
  mapping ? new Set([...KNOWN_COLUMNS, ...Object.keys(mapping).map(fold)]) : KNOWN_COLUMNS

/** What the rows of a list are taken for; null when the columns do not tell. */
export function kindOf({ columns, isSaid }: Layout): 'csv-people' | 'csv-positions' | null {
  const isDated = isPositions(columns)
  if (isAboutPeople(columns)) return isDated ? 'csv-positions' : 'csv-people'
  return isDated || (isSaid && columns.organization !== undefined) ? 'csv-positions' : null
}

/** An item for each row, in the order of the rows. */
export function itemsOf(table: Table, layout: Layout): Item[] {
  const { columns } = layout
  const cells = cellsOf(table, layout)
  return isAboutPeople(columns) ? gather(table, cells, isPositions(columns)) : [...ownPositions(table, cells)]
}

const isAboutPeople = (columns: Columns): boolean =>
  WHO.some((field) => columns[field] !== undefined) && Object.keys(columns).length > 1

export function cellsOf(table: Table, { columns, ignored }: Layout): FieldCells {
  const fields = Object.keys(FIELDS) as Field[]
  const cells = fields.map(
    (field) => [field, columns[field] ? textColumn(table, columns[field]) : () => ''] as const,
  )
  const used = new Set(Object.values(columns))
  const others = table.header.filter((name) => name !== '' && !used.has(name) && !ignored.has(name))
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
    if (organization === '') yield { at, skipped: NOWHERE }
    else yield { at, fact: { kind: 'own-position', key, position: said } }
  }
}

export function unknownHeader(table: Table): string {
  return [
    `${table.name}: line ${table.line}: the columns do not tell what this is`,
    'expected Name (or First Name and Last Name), Email or Profile URL with one more of Company, Title, Connected On',
    'or Company, Title, From, To',
    `or, from LinkedIn, ${LINKEDIN.connections.join(', ')}`,
    `found ${shownHeader(table)}`,
  ].join('; ')
}
