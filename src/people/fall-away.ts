import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../action.ts'
import { isAlone } from './alone.ts'
import { UNBOUND } from './merge-journal.ts'
import type { OriginId } from './origin.ts'

// What came in with something that is taken back goes with it, unless somebody spoke of it since.

type Row = Record<string, unknown>
export type Fallen = { table: string; row: Row }

/** What an origin may be the first to tell of: an opening before those who could be named by it. */
const TOLD = ['opening', 'person', 'organization'] as const
type Told = (typeof TOLD)[number]

/**
 * Takes away the openings, people and organizations that an origin was the first to tell of, with the rows about them
 * that are `own` to what is taken back. Whatever another row names stays. Answers every row that fell away.
 */
export async function fallAway(
  context: Context,
  origin: OriginId,
  isOwn: (row: Row) => boolean,
): Promise<Fallen[]> {
  // Of what several share, one may not see everything that hangs on a record, such as a confidential mandate: it stays.
  if (!(await isAlone(context))) return []
  const fallen: Fallen[] = []
  for (const table of TOLD) {
    for (const row of await rowsOf(context, table, sql`origin_id = ${origin}`)) {
      const about = await rowsAbout(context, table, row.id as string)
      if (!about.every((one) => isAsked(one) || isOwn(one.row)) || (await isCorrected(context, row))) continue
      fallen.push({ table, row }, ...about)
      await sql`delete from ${sql.table(table)} where id = ${row.id}`.execute(context.tx)
    }
  }
  return fallen
}

/** Whether a record is another one is a question that goes with the record, until it is answered. */
const isAsked = ({ table, row }: Fallen): boolean => table === 'look_alike' && row.state === 'open'

/** Rows without a workspace, with what is theirs. */
async function rowsOf({ tx }: Context, table: string, where: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) - 'workspace_id' as row from ${sql.table(table)} as t where ${where}`.execute(tx)
  return rows.map(({ row }) => row)
}

/** Every row of another table that names it, from the catalogue: a new table cannot be forgotten. */
async function rowsAbout(context: Context, told: Told, id: string): Promise<Fallen[]> {
  const found: Fallen[] = []
  for (const { table, column } of await columnsNaming(context, told)) {
    const name = sql.ref(column)
    const where = column === 'path' ? sql`${id}::uuid = any(${name})` : sql`${name}::text = ${id}`
    for (const row of await rowsOf(context, table, where)) found.push({ table, row })
  }
  return found
}

type Column = { table: string; column: string }

async function columnsNaming({ tx }: Context, told: Told): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select relname as "table", attname as "column" from pg_constraint
    join pg_class on pg_class.oid = conrelid
    join pg_attribute on attrelid = conrelid and attnum = any(conkey) and attname <> 'workspace_id'
    where contype = 'f' and confrelid = ${told}::regclass order by relname, attname`.execute(tx)
  const unbound = Object.entries(told === 'person' ? UNBOUND : {}).flatMap(([table, columns]) =>
    columns.filter((column) => column !== 'id').map((column) => ({ table, column })),
  )
  return [...rows, ...unbound]
}

/** A record that was corrected by hand is somebody's own by now. */
async function isCorrected({ tx }: Context, { id }: Row): Promise<boolean> {
  const { rows } = await sql`
    select from audit where subject ? 'person' and subject ->> 'person' = ${id} and capability = 'person.edit' limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
