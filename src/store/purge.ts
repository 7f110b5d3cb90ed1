import { rm, truncate } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

// Deleted rows lie in the files of the database until they are written anew, in its statistics until these are, and in
// the log of writes until its files are. Here all of that is done (docs/adr/0021 says what remains).

const PATIENCE = 60_000

/**
 * @param logs files into which the database's own server writes what went wrong; without them the server is somebody
 * else's, and so are its log of writes and its settings
 * @throws Error when a transaction that is older goes on for more than a minute
 */
export async function purge(connection: pg.ClientConfig, logs?: readonly string[]): Promise<void> {
  const client = new pg.Client({ ...connection, application_name: 'acquaint purge', statement_timeout: 0 })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('set statement_timeout = 0')
    await waitForReaders(client)
    if (logs !== undefined) await forgetSamples(client)
    await rewriteTables(client)
    if (logs !== undefined) await renewLogs(client, logs)
  } finally {
    await client.end()
  }
}

/** A row that an older transaction may still want to see is carried along by whoever writes the table anew. */
async function waitForReaders(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select pg_current_xact_id()::xid as now')
  const deadline = Date.now() + PATIENCE
  const older = `select from pg_stat_activity
    where backend_xmin is not null and datname = current_database() and pid <> pg_backend_pid() and age(backend_xmin) > age($1::xid) limit 1`
  while ((await client.query(older, [rows[0].now])).rowCount) {
    if (Date.now() > deadline)
      throw new Error('Somebody has been reading for more than a minute: purge again later.')
    await sleep(50)
  }
}

/** Statistics hold samples of values, and those of a table that is empty now would stay as they are. */
const forgetSamples = (client: pg.Client) =>
  client.query(`delete from pg_statistic where starelid in (
    select oid from pg_class where relnamespace = 'public'::regnamespace)`)

/** Tables and their indices are written anew, without dead rows; then the samples of values that statistics hold. */
async function rewriteTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`)
  for (const { name } of rows) await client.query(`vacuum (full, analyze) ${client.escapeIdentifier(name)}`)
  // Only its owner may; elsewhere the values of the samples go with the server's own housekeeping.
  await client.query('vacuum (full) pg_catalog.pg_statistic')
}

/** The log of writes is kept as few files as possible, each written over; the server's own log begins anew. */
async function renewLogs(client: pg.Client, logs: readonly string[]): Promise<void> {
  await client.query('alter system set wal_recycle = off')
  await client.query('select pg_reload_conf()')
  try {
    await client.query('checkpoint')
    // Files put aside for later still hold what was in them: each is taken into use, which fills it with zeros.
    for (let left = await filesAhead(client); left >= 0; left--) await nextFile(client)
    await client.query('checkpoint')
    await nextFile(client)
    await client.query('checkpoint')
  } finally {
    await client.query('alter system reset wal_recycle')
    await client.query('select pg_reload_conf()')
  }
  for (const log of logs) {
    await truncate(log).catch(() => {})
    await rm(`${log}.old`, { force: true })
  }
}

async function filesAhead(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    'select count(*)::int as ahead from pg_ls_waldir() where name > pg_walfile_name(pg_current_wal_lsn())',
  )
  return rows[0].ahead
}

/** Nothing is written on after this in the present file; one that holds nothing yet stays the present one. */
async function nextFile(client: pg.Client): Promise<void> {
  await client.query('select pg_current_xact_id()')
  await client.query('select pg_switch_wal()')
}
