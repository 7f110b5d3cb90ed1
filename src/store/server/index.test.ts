import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Database, type StartOptions, startDatabase } from './index.ts'

const ROOT = process.getuid?.() === 0
const NOBODY = 65534

let place: string
let shared: string
const opened: Database[] = []

/** Starts here; stopped after the test. */
async function start(data: string, options: Partial<StartOptions> = {}): Promise<Database> {
  const database = await startDatabase({ data, external: '', ...options })
  opened.push(database)
  return database
}

async function query(url: string, sql: string): Promise<pg.QueryResult['rows']> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

interface Child {
  process: ChildProcess
  /** What it printed first. */
  said: { how?: string; code?: string; message?: string }
  ended: Promise<unknown>
}

/** Another Node that starts the database on `data`, says how, runs `sql` and then holds, stops or just ends. */
async function otherProcess(
  data: string,
  then: 'hold' | 'stop' | 'end',
  sql = 'select 1',
  uid?: number,
): Promise<Child> {
  const code = `
    import pg from '${import.meta.resolve?.('pg') ?? 'pg'}'
    const { startDatabase } = await import('${new URL('index.ts', import.meta.url).href}')
    try {
      const database = await startDatabase({ data: ${JSON.stringify(data)}, external: '' })
      const client = new pg.Client(database.connection)
      await client.connect()
      await client.query(${JSON.stringify(sql)})
      await client.end()
      console.log(JSON.stringify({ how: database.how }))
      if ('${then}' === 'hold') setInterval(() => {}, 1000)
      if ('${then}' === 'stop') await database.stop()
    } catch (error) {
      console.log(JSON.stringify({ code: error.code ?? 'none', message: error.message }))
    }`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
    env: { PATH: process.env.PATH, HOME: tmpdir() },
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for await (const line of createInterface(child.stdout))
    return { process: child, said: JSON.parse(line), ended }
  throw new Error('the other process said nothing')
}

async function until(fact: () => boolean): Promise<void> {
  while (!fact()) await sleep(20)
}

const pidFile = (data: string) => join(data, 'db/postmaster.pid')
const stopped = (data: string) => until(() => !existsSync(pidFile(data)))
const serverPid = (data: string) => Number.parseInt(readFileSync(pidFile(data), 'utf8'), 10)

/** The watchdog of a process (Linux). */
function watchdogOf(parent: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const found = pids.find((pid) => {
    try {
      const ours = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(parent)
      return ours && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('acquaint-watchdog')
    } catch {
      return false
    }
  })
  return Number(found)
}

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'acquaint-server-'))
  await chmod(place, 0o755)
  shared = join(place, 'shared')
})

afterEach(async () => {
  for (const database of opened.splice(0).reverse()) await database.stop()
  if (existsSync(pidFile(shared))) await stopped(shared)
})

afterAll(() => rm(place, { recursive: true, force: true }))

test('the first start makes the database, a second joins it, and it stops when both have left', async () => {
  const first = await start(shared)
  expect(first).toMatchObject({ how: 'started', version: expect.stringMatching(/^1\d\.\d+$/) })
  const second = await start(shared)
  expect(second.how).toBe('joined')
  await first.stop()
  expect(await query(second.url, 'select current_user as role, current_database() as database')).toEqual([
    { role: 'owner', database: 'acquaint' },
  ])
  await second.stop()
  await stopped(shared)
  expect((await start(shared)).how).toBe('started')
})

test('nobody else may read the folder’s secrets', async () => {
  await start(shared)
  for (const [path, mode] of Object.entries({
    password: 0o600,
    db: 0o700,
    run: 0o700,
    'run/postgres.log': 0o600,
  })) {
    expect.soft({ path, mode: (await stat(join(shared, path))).mode & 0o777 }).toEqual({ path, mode })
  }
})

test('a stop leaves the server to whoever is still connected, psql or not', async () => {
  const database = await start(shared)
  const client = new pg.Client(database.connection)
  await client.connect()
  await database.stop()
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await client.end()
  await stopped(shared)
})

test('a process that only ends is not kept alive, and its server stops soon after', async () => {
  const child = await otherProcess(shared, 'end')
  expect(child.said).toEqual({ how: 'started' })
  await child.ended
  await stopped(shared)
})

test('after kill -9 the watchdog stops the server, and no row is lost', async () => {
  const child = await otherProcess(
    shared,
    'hold',
    'create table kept as select generate_series(1, 1000) as id',
  )
  child.process.kill('SIGKILL')
  await stopped(shared)
  const next = await start(shared)
  expect(next.how).toBe('started')
  expect(await query(next.url, 'select count(*)::int from kept')).toEqual([{ count: 1000 }])
})

test.runIf(process.platform === 'linux')(
  'a server that stayed behind is adopted, and stopped by who adopted it',
  async () => {
    const child = await otherProcess(shared, 'hold', 'create table orphan as select 1 as id')
    process.kill(watchdogOf(child.process.pid ?? 0), 'SIGKILL')
    child.process.kill('SIGKILL')
    await child.ended
    const pid = serverPid(shared)
    const next = await start(shared)
    expect(next.how).toBe('joined')
    expect(serverPid(shared)).toBe(pid)
    expect(await query(next.url, 'select * from orphan')).toEqual([{ id: 1 }])
    await next.stop()
    expect(existsSync(pidFile(shared))).toBe(false)
  },
)

test('a server that was killed too is started again, and no row is lost', async () => {
  const child = await otherProcess(
    shared,
    'hold',
    'create table crashed as select generate_series(1, 1000) as id',
  )
  const pid = serverPid(shared)
  child.process.kill('SIGKILL')
  process.kill(pid, 'SIGKILL')
  await child.ended
  const next = await start(shared)
  expect(next.how).toBe('started')
  expect(await query(next.url, 'select count(*)::int from crashed')).toEqual([{ count: 1000 }])
})

test('a server that dies under a running process comes back', async () => {
  const lines: string[] = []
  const database = await start(shared, { log: (line) => lines.push(line) })
  const pid = serverPid(shared)
  process.kill(pid, 'SIGKILL')
  await until(() => lines.filter((line) => line === 'Starting the database.').length === 2)
  await until(() => existsSync(pidFile(shared)) && serverPid(shared) !== pid)
  const again = await start(shared)
  expect(again.how).toBe('joined')
  expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('six that start at once on a new folder all get the same database', async () => {
  const data = join(place, 'six')
  const six = await Promise.all(
    Array.from({ length: 6 }, (_, index) => otherProcess(data, 'hold', `create table made_by_${index} ()`)),
  )
  expect(six.map(({ said }) => said.how ?? said.message).sort()).toEqual([
    ...Array(5).fill('joined'),
    'started',
  ])
  const database = await start(data)
  const made = "select count(*)::int from pg_class where relname like 'made\\_by\\_%'"
  expect(await query(database.url, made)).toEqual([{ count: 6 }])
  for (const { process: child } of six) child.kill('SIGKILL')
  await database.stop()
  await stopped(data)
  expect(readdirSync(data).sort()).toEqual(['db', 'format', 'password', 'run', 'runtime'])
}, 120_000)

test('locks whose process number another program has now are removed', async () => {
  await (await start(shared)).stop()
  await stopped(shared)
  const { uid } = await stat(join(shared, 'db'))
  const other = spawn('sleep', ['60'], { uid, stdio: 'ignore' })
  await writeFile(pidFile(shared), `${other.pid}\n${shared}/db\n1700000000\n5432\n../run\n\n  1 1\nready\n`)
  await writeFile(join(shared, 'run/.s.PGSQL.5432.lock'), `${other.pid}\n${shared}/db\n`)
  const lines: string[] = []
  expect((await start(shared, { log: (line) => lines.push(line) })).how).toBe('started')
  expect(lines.filter((line) => line.includes('stale'))).toHaveLength(2)
  expect(other.exitCode).toBe(null)
  other.kill()
})

test('a database of a newer or older PostgreSQL is refused with both versions, and not touched', async () => {
  await (await start(shared)).stop()
  await stopped(shared)
  const version = join(shared, 'db/PG_VERSION')
  const right = await readFile(version, 'utf8')
  for (const [found, code] of Object.entries({ 99: 'database-newer', 12: 'database-older' })) {
    await writeFile(version, `${found}\n`)
    const refusal = start(shared)
    await expect(refusal).rejects.toMatchObject({ code })
    await expect(refusal).rejects.toThrow(new RegExp(`${shared}/db is of PostgreSQL ${found}.*PostgreSQL 18`))
  }
  await writeFile(version, right)
  expect((await start(shared)).how).toBe('started')
})

test('what a broken start left and programs of earlier versions are swept away, what is at work is not', async () => {
  await mkdir(join(shared, 'db.new-1-old'))
  await mkdir(join(shared, 'db.new-2-young'))
  await mkdir(join(shared, 'runtime/17.0.0'))
  await utimes(join(shared, 'db.new-1-old'), 1e9, 1e9)
  await start(shared)
  const left = [...readdirSync(shared), ...readdirSync(join(shared, 'runtime'))]
  expect(left.filter((name) => /new|^1/.test(name))).toEqual(['db.new-2-young', expect.stringMatching(/^18/)])
})

test('a folder named db that holds something else is refused and left alone', async () => {
  const data = join(place, 'not-mine')
  await mkdir(join(data, 'db'), { recursive: true })
  await writeFile(join(data, 'db/photos.txt'), 'mine')
  await expect(start(data)).rejects.toMatchObject({ code: 'not-a-database' })
  expect(readdirSync(join(data, 'db'))).toEqual(['photos.txt'])
})

test('a password that is lost or wrong is named, and no server stays behind', async () => {
  await (await start(shared)).stop()
  await stopped(shared)
  const file = join(shared, 'password')
  const right = await readFile(file, 'utf8')
  const refusal = { code: 'wrong-password', message: expect.stringContaining(file) }
  await rm(file)
  await expect(start(shared)).rejects.toMatchObject(refusal)
  await writeFile(file, 'wrong')
  await expect(start(shared)).rejects.toMatchObject(refusal)
  expect(existsSync(pidFile(shared))).toBe(false)
  await writeFile(file, right, { mode: 0o600 })
  await chmod(file, 0o600)
  expect((await start(shared)).how).toBe('started')
})

test('a path far too long for a socket works, with its watchdog', async () => {
  const data = join(place, ...Array(8).fill('a-folder-with-a-rather-long-name'))
  const database = await start(data)
  expect((await start(data)).how).toBe('joined')
  expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
  const child = await otherProcess(data, 'hold')
  expect(child.said.how).toBe('joined')
  for (const each of opened.splice(0)) await each.stop()
  child.process.kill('SIGKILL')
  await stopped(data)
})

describe.runIf(ROOT)('as root', () => {
  test('a folder in a root-only home works, and the database does not run as root', async () => {
    const home = join(place, 'root-only')
    await mkdir(home, { mode: 0o700 })
    const database = await start(join(home, 'data'))
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await stat(`/proc/${serverPid(join(home, 'data'))}`)).uid).not.toBe(0)
  })

  test('another user’s folder stays that user’s: root runs the database as its owner', async () => {
    const data = join(place, 'owned')
    await mkdir(data, { mode: 0o700 })
    await chown(data, NOBODY, NOBODY)
    await (await start(data)).stop()
    await stopped(data)
    expect((await stat(join(data, 'db'))).uid).toBe(NOBODY)
    expect((await otherProcess(data, 'stop', 'select 1', NOBODY)).said).toEqual({ how: 'started' })
    await stopped(data)
  })

  test('a copy made by root, with root as the owner of all, is taken over', async () => {
    await (await start(shared)).stop()
    await stopped(shared)
    const names = readdirSync(join(shared, 'db'), { recursive: true, encoding: 'utf8' })
    for (const name of [...names, '.']) await chown(join(shared, 'db', name), 0, 0)
    expect((await start(shared)).how).toBe('started')
  })

  test('an ordinary user makes, starts, joins and stops', async () => {
    const data = join(place, 'ordinary')
    await mkdir(data, { mode: 0o700 })
    await chown(data, NOBODY, NOBODY)
    const holder = await otherProcess(data, 'hold', 'select 1', NOBODY)
    expect(holder.said).toEqual({ how: 'started' })
    expect((await otherProcess(data, 'stop', 'select 1', NOBODY)).said).toEqual({ how: 'joined' })
    expect((await stat(`/proc/${serverPid(data)}`)).uid).toBe(NOBODY)
    holder.process.kill('SIGKILL')
    await stopped(data)
  })

  test('a user number without a name gets a database, or a sentence that says what to do', async () => {
    const data = join(place, 'nameless')
    await mkdir(data, { mode: 0o700 })
    await chown(data, 54_321, 54_321)
    const { said } = await otherProcess(data, 'stop', 'select 1', 54_321)
    if (said.how) expect(said.how).toBe('started')
    else
      expect(said).toMatchObject({ code: 'no-user-name', message: expect.stringContaining('DATABASE_URL') })
    if (said.how) await stopped(data)
  })

  test('an ordinary user is told when the folder may not be written or is another’s', async () => {
    const closed = join(place, 'closed')
    await mkdir(closed, { mode: 0o755 })
    const inClosed = await otherProcess(join(closed, 'data'), 'stop', 'select 1', NOBODY)
    expect(inClosed.said).toMatchObject({
      code: 'folder-not-writable',
      message: expect.stringContaining(closed),
    })

    const readOnly = join(place, 'ordinary')
    await chmod(readOnly, 0o500)
    const inReadOnly = await otherProcess(readOnly, 'stop', 'select 1', NOBODY)
    expect(inReadOnly.said).toMatchObject({
      code: 'folder-not-writable',
      message: expect.stringContaining(readOnly),
    })

    const others = join(place, 'others')
    await (await start(others)).stop()
    await stopped(others)
    await chmod(others, 0o777)
    const inOthers = await otherProcess(others, 'stop', 'select 1', NOBODY)
    expect(inOthers.said.code).toMatch(/^folder-(of-another-user|not-writable)$/)
  })
})

describe('another server', () => {
  test('DATABASE_URL is used as it is, and nothing is made in the folder', async () => {
    const { url } = await start(shared)
    const data = join(place, 'untouched')
    const external = await start(data, { external: url })
    expect(external).toMatchObject({ how: 'external', url, version: expect.stringMatching(/^1\d/) })
    await external.stop()
    expect(existsSync(data)).toBe(false)
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('one that does not answer is named without its password', async () => {
    const url = 'postgresql://ann:secret-word@127.0.0.1:9/acquaint?password=secret-word'
    const error = await start(shared, { external: url }).catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'external-unreachable' })
    expect(error.message).toContain('127.0.0.1:9')
    expect(error.message).not.toContain('secret-word')
  })
})
