import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '../src/store/migrate.ts'
import { type TestDatabase, testDatabase } from '../src/store/testing.ts'
import { ended } from './support/cli.ts'
import { CONNECTIONS } from './support/malformed.ts'

// An import is one transaction a file: killed in the middle, it leaves nothing of the file it was at.

const ROWS = 8_000
const PATIENCE_MS = 60_000

let database: TestDatabase
let client: pg.Client
let folder: string
beforeAll(async () => {
  database = await testDatabase((url) => migrate({ connectionString: url }))
  client = new pg.Client(database.connection)
  await client.connect()
  folder = mkdtempSync(join(tmpdir(), 'acquaint-killed-'))
})
afterAll(async () => {
  await client.end()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

function importing(...paths: string[]): ChildProcess {
  const args = [
    '--import',
    'tsx',
    'src/serve/main.ts',
    'import',
    ...paths,
    '--json',
    '--data',
    join(folder, 'data'),
  ]
  return spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: database.url, ACQUAINT_NOW: '2026-04-15T09:00:00Z' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

const count = async (table: string): Promise<number> =>
  (await client.query(`select count(*)::int as n from ${table}`)).rows[0].n

/** Other backends of this database that are in a transaction which has written. */
const writers = async (): Promise<number> =>
  (
    await client.query(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null`,
    )
  ).rows[0].n

async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('what was waited for did not come')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

it('an import killed in the middle leaves nothing of that file, and all of the one before', {
  timeout: 240_000,
}, async () => {
  const row = (at: number) =>
    `Ann,N${at},https://www.linkedin.com/in/ann-${at}-example,,Place ${at % 900},Engineer,1 Mar 2020`
  const many = Array.from({ length: ROWS }, (_, at) => row(at)).join('\n')
  const small = join(folder, 'Connections.csv')
  const large = join(folder, 'More Connections.csv')
  writeFileSync(small, CONNECTIONS)
  writeFileSync(large, `${CONNECTIONS.split('\n')[0]}\n${many}\n`)

  expect(await ended(importing(small))).toMatchObject({ code: 0 })
  const before = [await count('person'), await count('position'), await count('source_record')]
  const child = importing(large)
  const done = ended(child)
  await until(async () => (await writers()) > 0)
  child.kill('SIGKILL')
  expect((await done).code).toBe(null)
  await until(async () => (await writers()) === 0)
  expect([await count('person'), await count('position'), await count('source_record')]).toEqual(before)

  const again = await ended(importing(large))
  expect(JSON.parse(again.stdout)).toMatchObject({ files: [{ read: ROWS, created: ROWS, rejected: [] }] })
})
