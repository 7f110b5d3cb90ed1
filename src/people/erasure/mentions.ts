import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../action.ts'
import type { Sought } from './forms.ts'

// Where a person is mentioned in what others wrote: every text of every table, from the catalogue, so that a new one
// cannot be forgotten.

type Tx = Context['tx']
type Column = { name: string; type: 'text' | 'text[]' | 'jsonb'; unique: boolean }
export type Texts = { table: string; columns: Column[] }

/** What stands in the place of a name. */
export const MARK = '[erased]'

/** Rows that are only worth something whole: what a source said last, an answer kept, how columns are read. */
const WHOLE = ['source_record', 'request_key', 'list_template', 'person_key']

/** Names who did what; it grows by every look, this one too. */
const LOG = 'audit'

/** The texts of every table of the workspace that may be read. The workspace's own row is its owner's. */
export async function textsOf(tx: Tx): Promise<Texts[]> {
  const { rows } = await sql<Texts>`
    select c.relname as table, json_agg(json_build_object(
      'name', a.attname, 'type', format_type(a.atttypid, null),
      'unique', exists (select from pg_index where indrelid = c.oid and indisunique and a.attnum = any(indkey)))
      order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege(c.oid, 'select')
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'workspace_id')
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
    group by c.relname order by c.relname collate "C"`.execute(tx)
  return rows
}

const asText = ({ name, type }: Column): RawBuilder<string> =>
  type === 'text[]' ? sql`array_to_string(${sql.ref(name)}, ' ')` : sql`${sql.ref(name)}::text`

/** A regular expression is asked only where one of the stems stands. */
const anyOf = (columns: readonly Column[], { pattern, stems }: Sought): RawBuilder<boolean> => {
  const texts = sql.join(columns.map(asText))
  return sql`case when concat_ws(' ', ${texts}) ilike any(${stems}::text[]) then (${sql.join(
    columns.map((column) => sql`coalesce(${asText(column)} ~* ${pattern}, false)`),
    sql` or `,
  )}) else false end`
}

export type Mention = { table: string; count: number; excerpts: string[] }

const EXCERPTS = 5
const AROUND = 40

/** How many rows of each table mention the pattern, but for those that are about the person; with some words around. */
export async function mentionsOf(tx: Tx, sought: Sought, own: RawBuilder<boolean>[][]): Promise<Mention[]> {
  const found: Mention[] = []
  const around = `.{0,${AROUND}}${sought.pattern}.{0,${AROUND}}`
  for (const [at, { table, columns }] of (await textsOf(tx)).entries()) {
    if (WHOLE.includes(table) || table === LOG) continue
    const others = (own[at] ?? []).length > 0 ? sql`not (${sql.join(own[at]!, sql` or `)})` : sql`true`
    const text = sql`concat_ws(' · ', ${sql.join(columns.map(asText))})`
    const { rows } = await sql<{ excerpt: string | null; count: number }>`
      select substring(${text} from ${`(?i)${around}`}) as excerpt, count(*) over ()::int as count
      from ${sql.table(table)} where ${others} and ${anyOf(columns, sought)} limit ${EXCERPTS}`.execute(tx)
    if (rows.length > 0)
      found.push({ table, count: rows[0]!.count, excerpts: rows.flatMap(({ excerpt }) => excerpt ?? []) })
  }
  return found
}

/** Puts the mark in the place of every mention. */
export async function replaceMentions(tx: Tx, sought: Sought): Promise<void> {
  for (const { table, columns } of await textsOf(tx)) {
    const name = sql.table(table)
    if (table === 'organization') await renameOrganizations(tx, sought.pattern)
    const inKey = WHOLE.includes(table) ? columns : columns.filter(({ unique }) => unique)
    if (inKey.length > 0) await sql`delete from ${name} where ${anyOf(inKey, sought)}`.execute(tx)
    const set = columns.map((column) => sql`${sql.ref(column.name)} = ${replaced(column, sought.pattern)}`)
    await sql`update ${name} set ${sql.join(set)} where ${anyOf(columns, sought)}`.execute(tx)
  }
}

/** The name by which an organization is compared is its own alone: two of them must not become one by this. */
const renameOrganizations = (tx: Tx, pattern: string) =>
  sql`update organization set match_name = 'erased ' || id where match_name ~* ${pattern}`.execute(tx)

function replaced({ name, type }: Column, pattern: string): RawBuilder<unknown> {
  const column = sql.ref(name)
  const instead = (text: RawBuilder<unknown>) => sql`regexp_replace(${text}, ${pattern}, ${MARK}, 'gi')`
  if (type === 'text') return instead(column)
  if (type === 'jsonb') return sql`${instead(sql`${column}::text`)}::jsonb`
  return sql`array(select ${instead(sql`one`)} from unnest(${column}) with ordinality as all_of (one, at) order by at)`
}
