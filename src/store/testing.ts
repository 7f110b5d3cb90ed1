import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Database, startDatabase } from './server/index.ts'

/** A database for one test. */
export interface TestDatabase {
  /** The connection of the role `owner`. */
  url: string
  connection: { connectionString: string }
  /** Drops it, connected or not. */
  drop(): Promise<void>
}

const TEMPLATE_LOCK = 4747_0002
const STORE = fileURLToPath(new URL('.', import.meta.url))

let server: Promise<Database> | undefined

/**
 * A fresh, migrated database, copied from a template that is migrated once for as long as the store's sources stay
 * the same. All workers of all runs share one server in the temporary folder; it starts with the first, stops some
 * seconds after the last, and does not wait for the disk.
 * @param migrate brings the database at `url` to the current schema and closes its connections.
 */
export async function testDatabase(migrate: (url: string) => Promise<unknown>): Promise<TestDatabase> {
  server ??= startDatabase({ data: folder(), external: '', linger: 3000, settings: FAST })
  const { url } = await server
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`
  await withClient(url, async (client) => {
    const template = await ensureTemplate(client, url, migrate)
    await client.query(`create database ${name} template ${template} strategy file_copy`)
  })
  const connectionString = databaseUrl(url, name)
  const drop = () => withClient(url, (client) => client.query(`drop database if exists ${name} with (force)`))
  return { url: connectionString, connection: { connectionString }, drop: async () => void (await drop()) }
}

const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100' }

function folder(): string {
  const here = createHash('sha256').update(STORE).digest('hex').slice(0, 8)
  return join(tmpdir(), `acquaint-test-${userInfo().uid}-${here}`)
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function databaseUrl(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = name
  return other.href
}

async function ensureTemplate(
  client: pg.Client,
  url: string,
  migrate: (url: string) => Promise<unknown>,
): Promise<string> {
  const template = `template_${templateHash(migrate)}`
  if (await exists(client, template)) return template
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  try {
    if (!(await exists(client, template))) await makeTemplate(client, url, template, migrate)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  }
  return template
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  return (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1
}

/** The name appears last, so that nobody copies a half-made template. */
async function makeTemplate(
  client: pg.Client,
  url: string,
  template: string,
  migrate: (url: string) => Promise<unknown>,
): Promise<void> {
  await dropOld(client)
  const making = `making_${template}`
  await client.query(`drop database if exists ${making} with (force)`)
  await client.query(`create database ${making}`)
  await migrate(databaseUrl(url, making))
  await client.query('select pg_terminate_backend(pid, 2000) from pg_stat_activity where datname = $1', [
    making,
  ])
  await client.query(`alter database ${making} rename to ${template}`)
}

/** Templates of other sources and databases of broken runs, once they are old enough to be nobody's. */
async function dropOld(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`
    select datname from pg_database
    where (pg_stat_file('base/' || oid || '/PG_VERSION')).modification
        < now() - case when datname like 'test\\_%' then interval '1 hour' else interval '1 day' end
      and datname ~ '^(test|template|making_template)_'`)
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
}

/** Changes with the callback and with every source of the store that it may lead to. */
function templateHash(migrate: (url: string) => Promise<unknown>): string {
  const all = createHash('sha256').update(migrate.toString())
  const names = readdirSync(STORE, { recursive: true, encoding: 'utf8' })
  for (const name of names.filter((each) => /\.(sql|ts)$/.test(each) && !each.endsWith('.test.ts')).sort()) {
    all.update(name).update(readFileSync(join(STORE, name)))
  }
  return all.digest('hex').slice(0, 16)
}
