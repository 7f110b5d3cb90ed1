import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../../action.ts'
import type { Filling, TenantTable } from '../../store/tenant-tables.ts'

// Rows of a table as a JSON file, one row a line: PostgreSQL writes and reads them itself, so that no number loses a digit.

type Tx = Context['tx']

/** What lets somebody in, and what is remembered of a request under way: of use to nobody but a thief. A log of changes
 * is of use to nobody elsewhere, nor are hashes whose key stays behind. */
const LEFT_OUT = new Set(['api_token', 'calendar_feed', 'erased_key', 'graph_change', 'request_key'])

export const isTaken = ({ name }: TenantTable): boolean => !LEFT_OUT.has(name)

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export type Written = { bytes: Buffer; rows: number }

/** Times are written in UTC, whatever the server's habits. */
export async function inUtc(tx: Tx): Promise<void> {
  await sql`set local timezone = 'UTC'`.execute(tx)
}

/** The rows of a table in the order of its key. That an export was brought in is no part of what was brought. */
export async function writeTable(tx: Tx, { name, columns, key }: TenantTable): Promise<Written> {
  const order = key.map((column) => sql`${sql.ref(column)}::text collate "C"`)
  const own = name === 'audit' ? sql`where capability <> 'workspace.import'` : sql``
  const { rows } = await sql<{ row: string }>`
    select row_to_json(t)::text as row
    from (select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(name)} ${own}
          order by ${sql.join(order)}) as t`.execute(tx)
  return asFile(rows.map(({ row }) => row))
}

export const asFile = (rows: readonly string[]): Written => ({
  bytes: Buffer.from(rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`),
  rows: rows.length,
})

/** The rows of such a file, each as its JSON. */
export const rowsOf = (bytes: Uint8Array): string[] =>
  Buffer.from(bytes)
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => line.replace(/,$/, ''))

const PART = 5000

function* parts(rows: readonly string[]): Generator<string> {
  for (let at = 0; at < rows.length; at += PART) yield `[${rows.slice(at, at + PART).join(',')}]`
}

/** Fills a table; what waits for other tables stays empty. */
export async function fillTable({ tx, workspace }: Context, { table, later }: Filling, rows: string[]) {
  const columns = table.columns.filter((column) => !later.includes(column))
  const into = sql.join([sql.ref('workspace_id'), ...columns.map((column) => sql.ref(column))])
  const from = sql.join([sql`${workspace}::uuid`, ...columns.map((column) => sql.ref(`said.${column}`))])
  for (const part of parts(rows))
    await sql`insert into ${sql.table(table.name)} (${into})
      select ${from} from json_populate_recordset(null::${sql.table(table.name)}, ${part}::json) as said`.execute(
      tx,
    )
}

/** Fills in what waited. */
export async function fillLater({ tx }: Context, { table, later }: Filling, rows: string[]): Promise<void> {
  const name = sql.table(table.name)
  const each = (columns: string[], sign: ReturnType<typeof sql>) =>
    sql.join(
      columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`said.${column}`)}`),
      sign,
    )
  const same = sql.join(
    table.key.map((column) => sql`${sql.ref(`${table.name}.${column}`)} = ${sql.ref(`said.${column}`)}`),
    sql` and `,
  )
  for (const part of later.length > 0 ? parts(rows) : [])
    await sql`update ${name} set ${each(later, sql`, `)}
      from json_populate_recordset(null::${name}, ${part}::json) as said where ${same}`.execute(tx)
}
