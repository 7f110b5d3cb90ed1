import pg from 'pg'
import { codeOf, messageOf, StoreError } from './server/errors.ts'

/** A table that a backup holds. */
export interface Table {
  name: string
  /** Quoted names of the columns that are stored. */
  columns: string[]
}

/** A sequence and its last value. */
export interface Sequence {
  name: string
  value: string
}

// Row-level security off: what the role may not see is then an error, not a row less. The rest fixes how values are
// written, whatever the server's or the user's habits.
const SETTINGS = `set local row_security = off; set local statement_timeout = 0; set local lock_timeout = 0;
  set local idle_in_transaction_session_timeout = 0; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1; set local bytea_output = 'hex';
  set local client_encoding = 'UTF8'; set local search_path = public, pg_catalog`

/** The table and its columns, as COPY wants them. */
export function target({ name, columns }: Table): string {
  return `public.${pg.escapeIdentifier(name)} (${columns.join(', ')})`
}

/** The number of the newest schema step. */
export async function schemaOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query('select max(number)::int as number from schema_version')
  return rows[0].number ?? 0
}

/** All tables but the schema's own record and the log of changes, without what extensions own and columns that are computed. */
export async function storedTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query(`
    select c.relname as name, json_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('schema_version', 'graph_change')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname collate "C"`)
  return rows
}

/** The sequences that were ever used. */
export async function usedSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query(`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
    from pg_sequences where schemaname = 'public' and last_value is not null order by 1`)
  return rows
}

/** Rows and a sum of their hashes: the same in whatever order they lie. */
export async function sumOf(client: pg.Client, table: Table): Promise<{ rows: number; fingerprint: string }> {
  const hash = `('x' || left(md5(row(${table.columns.join(', ')})::text), 15))::bit(60)::bigint`
  const { rows } = await client.query(
    `select count(*)::text as rows, coalesce(sum(${hash}), 0)::text as fingerprint from public.${pg.escapeIdentifier(table.name)}`,
  )
  return { rows: Number(rows[0].rows), fingerprint: rows[0].fingerprint }
}

/** Lets the planner know what has come. */
export async function analyze(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  await client.query('analyze').finally(() => client.end())
}

/** Begins with `begin`, commits or rolls back. A connection of its own: a pool's may carry time limits that a large table exceeds. */
export async function inTransaction<T>(
  connection: pg.ClientConfig,
  begin: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connection, application_name: 'acquaint backup' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`${begin}; ${SETTINGS}`)
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw databaseError(error)
  } finally {
    await client.end()
  }
}

function databaseError(error: unknown): unknown {
  if (codeOf(error) === '42P01' && /schema_version/.test(messageOf(error))) {
    return new StoreError('not-migrated', 'The database has no schema yet: migrate it first.', {
      cause: error,
    })
  }
  if (codeOf(error) === '42501') {
    const message = `Backup and restore need a role that may see every row and set session_replication_role: ${messageOf(error)}.`
    return new StoreError('not-allowed', message, { cause: error })
  }
  return error
}
