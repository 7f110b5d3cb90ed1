import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

const SCHEMA = new URL('./schema/', import.meta.url)
/** Any number will do, as long as every Acquaint takes the same one. */
const MIGRATION_LOCK = 4747_2026

type Step = { number: number; name: string; sql: string }

const stepNames = async (): Promise<string[]> =>
  (await readdir(SCHEMA)).filter((name) => name.endsWith('.sql')).sort()

const numberOf = (name: string): number => Number(name.slice(0, 4))

/** The number of the newest schema step of this program: what every database that it opened is at. */
export async function schemaNumber(): Promise<number> {
  return numberOf((await stepNames()).at(-1)!)
}

async function steps(): Promise<Step[]> {
  const names = await stepNames()
  const read = (name: string) => readFile(new URL(name, SCHEMA), 'utf8')
  return Promise.all(names.map(async (name) => ({ number: numberOf(name), name, sql: await read(name) })))
}

/**
 * Brings a database to the schema of this program, one numbered file a transaction.
 * Refuses a database of a newer program with one sentence; concurrent callers wait for each other.
 */
export async function migrate(connection: pg.ClientConfig): Promise<number> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    return await applyMissing(client, await steps())
  } finally {
    await client.end()
  }
}

async function applyMissing(client: pg.Client, all: Step[]): Promise<number> {
  const known = all.at(-1)?.number ?? 0
  const found = await currentVersion(client)
  if (found > known) {
    throw new Error(
      `This data was written by a newer Acquaint (schema ${found}; this program knows ${known}). Update the program; nothing was changed.`,
    )
  }
  for (const step of all.filter((step) => step.number > found)) await apply(client, step)
  return known
}

async function currentVersion(client: pg.Client): Promise<number> {
  await client.query(
    'create table if not exists schema_version (number integer primary key, name text not null, at timestamptz not null default now())',
  )
  const { rows } = await client.query('select coalesce(max(number), 0)::int as number from schema_version')
  return rows[0].number
}

async function apply(client: pg.Client, step: Step): Promise<void> {
  await client.query('begin')
  try {
    await client.query(step.sql)
    await client.query('insert into schema_version (number, name) values ($1, $2)', [step.number, step.name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The schema step ${step.name} failed: ${(error as Error).message}`, { cause: error })
  }
}
