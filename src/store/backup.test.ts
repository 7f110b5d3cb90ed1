import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { backup, backupHead, restore } from './backup.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

const SCHEMA = `
  create table schema_version (number int primary key, name text not null);
  insert into schema_version values (1, 'one'), (7, 'seven');
  create table "Odd, ""name""" (id bigint generated always as identity primary key, "order" text,
    twice text generated always as ("order" || "order") stored);
  create table child (id int primary key, parent int not null references parent_later (id), at timestamptz);
  create table kinds (id int primary key, b bytea, j jsonb, tags text[], at timestamptz, day date, f float8, n numeric, t text);
  alter table kinds enable row level security; alter table kinds force row level security;`

const NAUGHTY = [
  '',
  '\\.',
  '\\N',
  'tab\there',
  'line\nend\r\n',
  '"quote\'',
  'Ω≈ç√ 田中さん 👩‍👩‍👧 ‮rtl',
  "'; drop table kinds; --",
  '\u0001\u007f\ufeff\uffff',
]

let folder: string
let databases: TestDatabase[] = []

async function empty(): Promise<TestDatabase> {
  const database = await testDatabase((url) =>
    query(url, `create table parent_later (id int primary key); ${SCHEMA}`),
  )
  databases.push(database)
  return database
}

async function query(url: string, sql: string, values?: unknown[]): Promise<pg.QueryResult['rows']> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

async function filled(rows = 2000): Promise<TestDatabase> {
  const database = await empty()
  await query(database.url, 'insert into parent_later select generate_series(1, 3)')
  await query(
    database.url,
    `insert into child values (1, 3, '2024-02-29 23:59:59.123456+05:30'), (2, 1, 'infinity')`,
  )
  await query(database.url, `insert into "Odd, ""name""" ("order") values ('a'), ('b')`)
  for (const [id, text] of NAUGHTY.entries()) {
    const values = [
      id,
      Buffer.from([0, 1, 92, 255]),
      { text, nested: [1, null] },
      [text, 'x', null],
      0.1 + 0.2,
      text,
    ]
    await query(
      database.url,
      `insert into kinds values ($1, $2, $3, $4, now(), '0044-03-15 BC', $5, 1e-20, $6)`,
      values,
    )
  }
  await query(
    database.url,
    `insert into kinds (id, t) select 100 + g, repeat(md5(g::text), g % 90) from generate_series(1, ${rows}) g`,
  )
  return database
}

async function content(url: string): Promise<unknown> {
  const all: unknown[] = []
  for (const table of ['parent_later', 'child', '"Odd, ""name"""', 'kinds']) {
    all.push(await query(url, `select t::text from ${table} t order by id`))
  }
  return all
}

const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acquaint-backup-'))
})

afterEach(async () => {
  await Promise.all(databases.map((database) => database.drop()))
  databases = []
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('a backup brings back rows of all kinds, foreign keys and the next number of a sequence', async () => {
  const source = await filled()
  const saved = await backup(source.connection, file('all'), '1.2.3')
  expect(saved).toMatchObject({ program: '1.2.3', schema: 7, tables: 4, rows: 2000 + NAUGHTY.length + 7 })
  expect((await stat(file('all'))).mode & 0o777).toBe(0o600)

  const target = await empty()
  expect(await restore(target.connection, file('all'))).toEqual(saved)
  expect(await content(target.url)).toEqual(await content(source.url))
  const [next] = await query(
    target.url,
    `insert into "Odd, ""name""" ("order") values ('c') returning id::int, twice`,
  )
  expect(next).toEqual({ id: 3, twice: 'cc' })
  await expect(query(target.url, 'insert into child values (9, 99, null)')).rejects.toThrow(/foreign key/)
})

test('a backup is of one moment: rows written while it runs are in all tables or in none', async () => {
  const source = await filled(40_000)
  const writing = (async () => {
    for (let id = 10; id < 30; id++) {
      await query(
        source.url,
        `with p as (insert into parent_later values (${id}) returning id)
        insert into kinds (id, t) select -id, 'written meanwhile' from p`,
      )
    }
  })()
  await backup(source.connection, file('moment'), '1')
  await writing
  const target = await empty()
  await restore(target.connection, file('moment'))
  const [counts] = await query(
    target.url,
    'select (select count(*)::int from parent_later where id >= 10) = (select count(*)::int from kinds where id < 0) as same',
  )
  expect(counts).toEqual({ same: true })
})

test('a backup does not overwrite a file, and a failed one leaves none', async () => {
  const source = await empty()
  await writeFile(file('mine'), 'my thesis')
  await expect(backup(source.connection, file('mine'), '1')).rejects.toMatchObject({ code: 'backup-exists' })
  expect(await readFile(file('mine'), 'utf8')).toBe('my thesis')
  await query(source.url, 'drop table schema_version')
  await expect(backup(source.connection, file('none'), '1')).rejects.toMatchObject({ code: 'not-migrated' })
  expect((await readdir(folder)).filter((name) => name.startsWith('none'))).toEqual([])
  await expect(backup(source.connection, file('no/such/folder'), '1')).rejects.toThrow()
})

test('a role that row-level security hides rows from gets an error, not a backup with less', async () => {
  const source = await filled(10)
  await query(
    source.url,
    `do $$ begin create role backup_reader login password 'x'; exception when others then end $$;
    grant select on all tables in schema public to backup_reader;
    grant select on all sequences in schema public to backup_reader`,
  )
  const reader = new URL(source.url)
  reader.username = 'backup_reader'
  reader.password = 'x'
  const attempt = backup({ connectionString: reader.href }, file('hidden'), '1')
  await expect(attempt).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a restore refuses what is not a whole backup of this schema, and changes nothing', async () => {
  await backup((await filled()).connection, file('good'), '1.2.3')
  const good = await readFile(file('good'))
  const plain = gunzipSync(good)
  const target = await empty()
  const refused = async (name: string, bytes: Buffer | string, code: string) => {
    await writeFile(file(name), bytes)
    const error = await restore(target.connection, file(name)).catch((thrown) => thrown)
    expect.soft({ name, code: error.code }).toEqual({ name, code })
    expect.soft(error.message).toContain(file(name))
  }
  await refused('empty', '', 'backup-torn')
  await refused('text', 'Dear all, a letter.', 'backup-foreign')
  await refused('other.gz', gzipSync('Dear all, a letter.'), 'backup-foreign')
  await refused('other-long.gz', gzipSync('HAAAA'.repeat(1000)), 'backup-foreign')
  for (const part of [0.2, 0.5, 0.9, 0.9999]) {
    await refused(`torn-${part}`, good.subarray(0, Math.floor(good.length * part)), 'backup-torn')
  }
  await refused('torn-within', gzipSync(plain.subarray(0, plain.length - 300)), 'backup-torn')
  const changed = Buffer.from(plain)
  changed.write('X', plain.indexOf('tab\\there'))
  await refused('changed', gzipSync(changed), 'backup-torn')
  await refused('newer', gzipSync(replaced(plain, '"schema":7', '"schema":8')), 'backup-newer')
  await refused('older', gzipSync(replaced(plain, '"schema":7', '"schema":6')), 'backup-older')
  await refused('newer-file', gzipSync(replaced(plain, '"version":1,', '"version":2,')), 'backup-newer')
  await expect(restore(target.connection, file('absent'))).rejects.toMatchObject({ code: 'file' })
  const rows = (await content(target.url)) as unknown[][]
  expect(rows.map((each) => each.length)).toEqual([0, 0, 0, 0])
})

test('a restore refuses a database with rows', async () => {
  const source = await filled(10)
  await backup(source.connection, file('again'), '1')
  const before = await content(source.url)
  await expect(restore(source.connection, file('again'))).rejects.toMatchObject({ code: 'not-empty' })
  expect(await content(source.url)).toEqual(before)
})

test('the head of a backup is read without a database', async () => {
  await backup((await empty()).connection, file('head'), '4.5.6')
  expect(await backupHead(file('head'))).toMatchObject({ program: '4.5.6', schema: 7 })
})

function replaced(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1')
}
