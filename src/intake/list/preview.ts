import { z } from 'zod'
import { action, type Context } from '../../action.ts'
import { id } from '../../people/shapes.ts'
import { STAFF } from '../../role.ts'
import { whyInWords } from '../in-german.ts'
import type { Item } from '../records.ts'
import type { Field } from './columns.ts'
import { FAULT_KINDS, type Fault, faultsOf } from './faults.ts'
import { distinctColumns, guessMapping, IGNORED } from './mapping.ts'
import { itemsIn, type List, listOf, onlyFile, tableOf, whyUnknown } from './read-list.ts'
import { runShape, unfinishedOf } from './run.ts'
import { fieldShape, mappingHere, mappingSaid, saidShape } from './said.ts'
import { column, type Table } from './table.ts'

// A list before it is imported: what its columns are taken for, and what would become of its rows. Nothing is written.

const SAMPLES = 5
const FIRST_ROWS = 20
/** A list without any good row is told by its first errors. */
const MOST_ERRORS = 10_000

const text = z.string().optional()
const texts = z.array(z.string()).optional()

const asWritten = z.object({
  row: z.number().int().describe('as a spreadsheet numbers it'),
  why: text.describe('why nobody is added for this row'),
  name: text,
  emails: texts,
  phones: texts,
  profileUrls: texts,
  positions: z
    .array(z.object({ organization: z.string(), title: text, unit: text, from: text, to: text }))
    .optional()
    .describe('of all rows about this person'),
  connectedOn: text,
  headline: text,
  location: text,
  skills: texts,
  tags: texts,
  notes: text,
})

export const listPreview = action({
  name: 'list.preview',
  says: 'Look at a list (CSV or XLSX) before its import: its columns, what each is read as, the first rows as they would be written, and all that is wrong in it. Nothing is written.',
  kind: 'read',
  may: STAFF,
  files: { says: 'one list, told by its content' },
  input: z.object(saidShape),
  output: z.object({
    name: z.string(),
    kind: z
      .enum(['csv-people', 'csv-positions'])
      .nullable()
      .describe('null: the columns do not tell; see why'),
    why: text,
    headerLine: z.number().int(),
    rowCount: z.number().int(),
    columns: z
      .array(z.object({ name: z.string(), samples: z.array(z.string()), field: fieldShape.nullable() }))
      .describe('field null: not named in the mapping, and kept with the person as it is'),
    templates: z
      .array(z.object({ id, name: z.string(), mapping: z.record(z.string(), z.string()) }))
      .describe('saved mappings of lists with the same columns'),
    unfinished: runShape.nullable().describe('an import of this very file that was not finished'),
    rows: z.array(asWritten).describe(`the first ${FIRST_ROWS}`),
    errors: z
      .array(
        z.object({
          row: z.number().int(),
          column: z.string().describe('empty: the row as a whole'),
          value: z.string(),
          kind: z.enum(FAULT_KINDS),
          why: z.string(),
          leavesOut: z.enum(['row', 'cell']),
        }),
      )
      .describe(`the first ${MOST_ERRORS} of the whole file`),
    errorCount: z.number().int(),
  }),
  async run(context, input) {
    const said = await mappingSaid(context, input)
    const file = onlyFile(context.caller.files ?? [])
    const table = await tableOf(file, said)
    const list = await listOf(table, said ?? guessMapping(table.header))
    const items = list.kind === null ? [] : itemsIn(list)
    return {
      ...{ name: table.name, kind: list.kind, headerLine: table.line, rowCount: table.rows.length },
      ...(list.kind === null ? { why: whyUnknown(list) } : {}),
      columns: columnsOf(table, list),
      templates: await templatesFor(context, table.header),
      unfinished: await unfinishedOf(context, file.bytes),
      rows: items.slice(0, FIRST_ROWS).map((item, at) => ({ row: table.rows[at]!.number, ...rowOf(item) })),
      ...errorsIn(list, items),
    }
  },
})

async function templatesFor({ tx }: Context, header: readonly string[]) {
  const all = await tx.selectFrom('list_template').select(['id', 'name', 'mapping']).orderBy('name').execute()
  return all.flatMap(({ id, name, mapping }) => {
    const here = mappingHere(mapping, header)
    return here ? [{ id, name, mapping: here }] : []
  })
}

function columnsOf(table: Table, { layout }: List) {
  const fieldOf = new Map(Object.entries(layout.columns).map(([field, name]) => [name, field as Field]))
  return distinctColumns(table.header).map((name) => ({
    name,
    samples: samplesOf(table, name),
    field: fieldOf.get(name) ?? (layout.ignored.has(name) ? IGNORED : null),
  }))
}

/** The first different values of a column. */
function samplesOf(table: Table, name: string): string[] {
  const cell = column(table, name)
  const samples = new Set<string>()
  for (const row of table.rows) {
    if (cell(row) !== '') samples.add(cell(row))
    if (samples.size === SAMPLES) break
  }
  return [...samples]
}

function rowOf(item: Item): Omit<z.input<typeof asWritten>, 'row'> {
  if ('skipped' in item) return { why: whyInWords(item.skipped) }
  if ('rejected' in item) return { why: whyInWords(item.rejected) }
  const { fact } = item
  if (fact.kind === 'own-position') return { positions: [positionOf(fact.position)] }
  if (fact.kind !== 'person') return {}
  const { name, emails, phones, profileUrls, positions, connected, headline, location, skills, tags, notes } =
    fact
  return {
    ...{ name, emails, phones, profileUrls, headline, location, skills, tags, notes },
    positions: positions?.map(positionOf),
    connectedOn: connected?.on,
  }
}

type Said = { organization: { name: string }; title?: string; unit?: string; from?: string; to?: string }

const positionOf = ({ organization, title, unit, from, to }: Said) => ({
  ...{ organization: organization.name, title, unit, from, to },
})

function errorsIn({ table, layout, kind }: List, items: readonly Item[]) {
  const errors: Fault[] = []
  let errorCount = 0
  if (kind === null) return { errors, errorCount }
  for (const fault of faultsOf(table, layout, items)) {
    errorCount++
    if (errors.length < MOST_ERRORS) errors.push(fault)
  }
  return { errors, errorCount }
}
