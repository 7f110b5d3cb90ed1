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

// A long list is written in parts: killed in the middle, its import goes on where the last part ended.

const ROWS = 17_000
const PATIENCE_MS = 60_000

let database: TestDatabase
let client: pg.Client
let folder: string
beforeAll(async () => {
  database = await testDatabase((url) => migrate({ connectionString: url }))
  client = new pg.Client(database.connection)
  await client.connect()
  folder = mkdtempSync(join(tmpdir(), 'acquaint-killed-list-'))
})
afterAll(async () => {
  await client.end()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const run = (...args: string[]): ChildProcess =>
  spawn(
    process.execPath,
    ['--import', 'tsx', 'src/serve/main.ts', ...args, '--json', '--data', join(folder, 'data')],
    {
      env: { ...process.env, DATABASE_URL: database.url, ACQUAINT_NOW: '2026-04-15T09:00:00Z' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )

const one = async <T>(text: string): Promise<T> => (await client.query(text)).rows[0] as T

async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('what was waited for did not come')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

it('the import of a long list that was killed goes on without a row lost or written twice', {
  timeout: 240_000,
}, async () => {
  const row = (at: number) => `Ann N${at},ann${at}@example.com,Firm ${at % 900},Engineer`
  const rows = Array.from({ length: ROWS }, (_, at) => row(at)).join('\n')
  const path = join(folder, 'long.csv')
  writeFileSync(path, `Name,E-Mail,Company,Title\n${rows}\n`)

  const child = run('list.import', path)
  const done = ended(child)
  const behind = () => one<{ id: string; next: number } | undefined>('select id, next from import_run')
  await until(async () => ((await behind())?.next ?? 0) > 0)
  child.kill('SIGKILL')
  expect((await done).code).toBe(null)

  const { id, next } = (await behind())!
  const people = () => one<{ n: number }>(`select count(*)::int as n from person where name like 'Ann %'`)
  expect(next).toBeLessThan(ROWS)
  await until(async () => (await people()).n === (await behind())!.next)

  const told = await ended(run('list.resume', path, '--run', id))
  expect(JSON.parse(told.stdout)).toMatchObject({
    file: { read: ROWS, created: ROWS, updated: 0, unchanged: 0, skipped: 0, rejected: [] },
    run: { state: 'done', done: ROWS },
  })
  expect(await people()).toEqual({ n: ROWS })
  const positions = await one<{ n: number }>('select count(*)::int as n from position')
  expect(positions).toEqual({ n: ROWS })
})
