import { afterAll, beforeAll, expect, test } from 'vitest'
import { perform } from '../action.ts'
import { createEngine } from '../network/client.ts'
import { createBackground } from '../store/background.ts'
import { openStore, type Store } from '../store/db.ts'
import { newId } from '../store/ids.ts'
import { migrate } from '../store/migrate.ts'
import { type TestDatabase, testDatabase } from '../store/testing.ts'
import { tokenCreate, tokenHolder, tokenList, tokenRevoke } from './tokens.ts'
import { workspaceShow } from './workspace.ts'

let database: TestDatabase
let store: Store
const engine = createEngine()
const workspace = newId<'workspace'>()
const caller = { workspace, role: 'owner', name: 'owner', door: 'http' } as const
const house = () => ({
  store,
  engine,
  background: createBackground(),
  now: () => new Date('2026-11-23T00:00:00Z'),
})

beforeAll(async () => {
  database = await testDatabase((url) => migrate({ connectionString: url }))
  store = openStore(database.connection)
  const common = {
    kind: 'personal' as const,
    name: 'Test',
    me: null,
    settings: '{}',
    version: 0,
    facts_version: 0,
  }
  await store.owner
    .insertInto('workspace')
    .values({ ...common, id: workspace, created_at: new Date() })
    .execute()
})

afterAll(async () => {
  await engine.close()
  await store.close()
  await database.drop()
})

const make = (input: object) => perform(house(), tokenCreate, { name: 'backup script', ...input }, caller)

test('a token opens its workspace, and stands nowhere in the database', async () => {
  const { token } = await make({})
  expect(await tokenHolder(store.owner, token)).toMatchObject({ workspace, only: undefined })
  const { tokens } = await perform(house(), tokenList, {}, caller)
  expect(JSON.stringify(tokens)).not.toContain(token)
  const rows = await store.owner.selectFrom('api_token').selectAll().execute()
  expect(rows.every(({ token_hash }) => !token_hash.toString('latin1').includes(token))).toBe(true)
})

test('a token that was revoked, has expired or was never made opens nothing', async () => {
  const { id, token } = await make({ days: 1 })
  expect(await tokenHolder(store.owner, token, new Date(Date.now() + 2 * 86_400_000))).toBeNull()
  await perform(house(), tokenRevoke, { id }, caller)
  expect(await tokenHolder(store.owner, token)).toBeNull()
  expect(await tokenHolder(store.owner, 'acq_nothing')).toBeNull()
  await expect(perform(house(), tokenRevoke, { id }, caller)).rejects.toThrow('no such token')
  await expect(perform(house(), tokenRevoke, { id: newId() }, caller)).rejects.toThrow()
})

test('a limited token may use what it names, and nothing else', async () => {
  const { token } = await make({ only: ['workspace.show'] })
  const holder = (await tokenHolder(store.owner, token))!
  const limited = { ...caller, only: holder.only }
  await expect(perform(house(), workspaceShow, {}, limited)).resolves.toMatchObject({ name: 'Test' })
  await expect(perform(house(), tokenList, {}, limited)).rejects.toThrow('may not use token.list')
})
