import pg from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from './testing.ts'

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const migrate = (url: string) => query(url, 'create table if not exists marker (id int)')

test('two test databases start equal and do not see each other', async () => {
  const [one, two] = await Promise.all([testDatabase(migrate), testDatabase(migrate)])
  await query(one.url, 'create table mine (id int)')
  const tables = await query(two.url, "select relname from pg_class where relname = 'mine'")
  expect(tables).toEqual([])
  await Promise.all([one.drop(), two.drop()])
})

test('a dropped test database is gone, even while somebody is connected', async () => {
  const database = await testDatabase(migrate)
  const client = new pg.Client(database.connection)
  client.on('error', () => {})
  await client.connect()
  await database.drop()
  await expect(query(database.url, 'select 1')).rejects.toThrow(/does not exist/)
  await client.end().catch(() => {})
})
