import { sql } from 'kysely'
import type { Context } from '../action.ts'
import type { Id } from '../store/ids.ts'
import { type Change, changesOf, type Row, type Rows, takenBack } from './merge-changes.ts'
import type { PersonId } from './person.ts'

// What a merge moved, row by row, and how it is put back.

export type MergeId = Id<'person-merge'>
export type Merge = { id: MergeId; gone: PersonId; stays: PersonId }

type Named = { table: string; key: string[]; columns: string[]; bytes: string[] }

/** Tables that name a person without a foreign key. */
export const UNBOUND: Readonly<Record<string, readonly string[]>> = {
  person: ['id', 'merged_into'],
  source_record: ['subject'],
  introduction: ['path'],
  workspace: ['me'],
}
/** The journal itself tells what was, and is never put back. */
const OWN = ['person_merge']

/** Does `work`, a merge, and writes down what it changed. */
export async function journalled(context: Context, merge: Merge, work: () => Promise<void>): Promise<void> {
  const tables = await tablesOfPeople(context)
  const [from, into] = [merge.gone, merge.stays]
  const before = await readRows(context, tables, merge)
  await work()
  const after = await readRows(context, tables, merge)
  const changes = before.flatMap((rows, at) => changesOf(rows, after[at]!, { from, into }))
  await write(context, merge, changes)
  await notePeople(context, merge, peopleIn(changes, tables))
}

/** All tables with a column that names a person, from the catalogue: a new one cannot be forgotten. */
async function tablesOfPeople({ tx }: Context): Promise<Named[]> {
  const bound = sql`
    select conrelid as oid, attname from pg_constraint
    join pg_attribute on attrelid = conrelid and attnum = any(conkey) and attname <> 'workspace_id'
    where contype = 'f' and confrelid = 'person'::regclass and conrelid <> all(${OWN}::regclass[])`
  const pairs = Object.entries(UNBOUND).flatMap(([table, columns]) => columns.map((name) => [table, name]))
  const unbound = sql`
    select table_name::regclass as oid, attname::name
    from unnest(${pairs.map(([table]) => table)}::text[], ${pairs.map(([, name]) => name)}::text[]) as u (table_name, attname)`
  const { rows } = await sql<Named>`
    select relname as "table", array_agg(named.attname::text order by named.attname) as columns,
      (select array_agg(attname::text order by attnum) from pg_attribute join pg_index on indrelid = attrelid
       where attrelid = c.oid and indisprimary and attnum = any(indkey)) as key,
      (select coalesce(array_agg(attname::text), '{}') from pg_attribute
       where attrelid = c.oid and attnum > 0 and atttypid = 'bytea'::regtype) as bytes
    from (${bound} union ${unbound}) as named join pg_class as c on c.oid = named.oid
    group by c.oid, relname order by relname`.execute(tx)
  return rows
}

/** Rows that name one of the two. Bytes stay out: originals are handed on, never dropped. */
async function readRows({ tx }: Context, tables: readonly Named[], { gone, stays }: Merge): Promise<Rows[]> {
  const all: Rows[] = []
  for (const { table, key, columns, bytes } of tables) {
    const names = columns.map((column) =>
      column === 'path'
        ? sql`path && ${[gone, stays]}::uuid[]`
        : sql`${sql.ref(column)} in (${gone}, ${stays})`,
    )
    const { rows } = await sql<{ row: Row }>`
      select to_jsonb(t) - ${bytes}::text[] as row from ${sql.table(table)} as t
      where ${sql.join(names, sql` or `)}`.execute(tx)
    all.push({ table, key, rows: rows.map(({ row }) => row) })
  }
  return all
}

async function write({ tx, workspace }: Context, merge: Merge, changes: readonly Change[]): Promise<void> {
  await sql`
    insert into merge_journal (workspace_id, merge_id, number, table_name, key, before, after)
    select ${workspace}::uuid, ${merge.id}::uuid, number, change ->> 'table', change -> 'key',
      nullif(change -> 'before', 'null'), nullif(change -> 'after', 'null')
    from jsonb_array_elements(${JSON.stringify(changes)}::jsonb) with ordinality as all_of (change, number)`.execute(
    tx,
  )
}

function peopleIn(changes: readonly Change[], tables: readonly Named[]): string[] {
  const columns = new Map(tables.map(({ table, columns }) => [table, columns]))
  const named = changes.flatMap(({ table, key, before, after }) =>
    columns.get(table)!.flatMap((column) => [key, before, after].map((row) => row?.[column])),
  )
  return [...new Set(named.flat().filter((id) => typeof id === 'string'))]
}

async function notePeople({ tx }: Context, { id }: Merge, people: string[]): Promise<void> {
  await tx
    .updateTable('person_merge')
    .set({ people: sql`${people}::uuid[]` })
    .where('id', '=', id)
    .execute()
}

/** Puts back what the merge changed, where nothing has changed since, and forgets the journal. */
export async function putBack(context: Context, { id }: Merge): Promise<void> {
  const tables = await tablesOfPeople(context)
  const keys = new Map(tables.map(({ table, key }) => [table, key]))
  const journal = await context.tx
    .selectFrom('merge_journal')
    .select(['table_name as table', 'key', 'before', 'after'])
    .where('merge_id', '=', id)
    .orderBy('number')
    .execute()
  for (const [table, changes] of byTable(journal)) {
    if (changes.some(({ before }) => before === null)) await dropAdded(context, table, keys.get(table)!, id)
    if (table === 'person') for (const change of changes) await emptyPerson(context, change)
    else await changeBack(context, table, keys.get(table)!, changes, id)
    if (changes.some(({ after }) => after === null)) await addDropped(context, table, id)
  }
  await context.tx.deleteFrom('merge_journal').where('merge_id', '=', id).execute()
}

function byTable(changes: readonly Change[]): Map<string, Change[]> {
  const tables = new Map<string, Change[]>()
  for (const change of changes) tables.set(change.table, [...(tables.get(change.table) ?? []), change])
  return tables
}

const typed = (table: string, column: string) =>
  sql`jsonb_populate_record(null::${sql.table(table)}, j.${sql.ref(column)})`
const sameKey = (key: readonly string[]) =>
  sql.join(
    key.map((column) => sql`t.${sql.ref(column)} = (j.k).${sql.ref(column)}`),
    sql` and `,
  )

/** Rows that the merge added fall away, unless somebody changed them since. */
async function dropAdded({ tx }: Context, table: string, key: readonly string[], id: MergeId): Promise<void> {
  await sql`
    delete from ${sql.table(table)} as t using (
      select ${typed(table, 'key')} as k, ${typed(table, 'after')} as added from merge_journal as j
      where merge_id = ${id} and table_name = ${table} and before is null) as j
    where ${sameKey(key)} and t.* is not distinct from j.added`.execute(tx)
}

async function addDropped({ tx }: Context, table: string, id: MergeId): Promise<void> {
  await sql`
    insert into ${sql.table(table)}
    select (${typed(table, 'before')}).* from merge_journal as j
    where merge_id = ${id} and table_name = ${table} and after is null
    on conflict do nothing`.execute(tx)
}

/** Each column that still holds what the merge wrote holds again what was there before. */
async function changeBack(
  { tx }: Context,
  table: string,
  key: readonly string[],
  changes: readonly Change[],
  id: MergeId,
): Promise<void> {
  const columns = new Set(
    changes.flatMap(({ before, after }) => (before && after ? Object.keys(before) : [])),
  )
  if (columns.size === 0) return
  const set = [...columns].map((name) => {
    const column = sql.ref(name)
    const isStill = sql`j.changed ? ${name} and t.${column} is not distinct from (j.after).${column}`
    return sql`${column} = case when ${isStill} then (j.before).${column} else t.${column} end`
  })
  await sql`
    update ${sql.table(table)} as t set ${sql.join(set)} from (
      select j.before as changed, ${typed(table, 'key')} as k, ${typed(table, 'before')} as before,
        ${typed(table, 'after')} as after from merge_journal as j
      where merge_id = ${id} and table_name = ${table} and before is not null and after is not null) as j
    where ${sameKey(key)}`.execute(tx)
}

/** A person's fields were filled one by one, and may have been edited since. */
async function emptyPerson({ tx }: Context, { key, before, after }: Change): Promise<void> {
  if (before === null || after === null) return
  const person = key.id as PersonId
  const found = await sql<{ row: Row }>`
    select to_jsonb(t) as row from person as t where id = ${person}`.execute(tx)
  const now = found.rows[0]?.row
  if (now === undefined) return
  const fields = Object.keys(before)
  const row = Object.fromEntries(
    fields.map((name) => [name, takenBack(before[name], after[name], now[name])]),
  )
  const set = fields.map((name) => sql`${sql.ref(name)} = filled.${sql.ref(name)}`)
  await sql`
    update person set ${sql.join(set)}
    from jsonb_populate_record(null::person, ${JSON.stringify(row)}::jsonb) as filled
    where person.id = ${person}`.execute(tx)
}
