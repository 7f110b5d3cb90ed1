import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { type Action, type Caller, type GivenFile, type House, perform } from '../../src/action.ts'
import { capabilities } from '../../src/capabilities.ts'
import type { FileResult } from '../../src/intake/import.ts'
import { createEngine } from '../../src/network/client.ts'
import { createBackground } from '../../src/store/background.ts'
import { openStore } from '../../src/store/db.ts'
import { type Id, newId } from '../../src/store/ids.ts'
import { migrate } from '../../src/store/migrate.ts'
import { testDatabase } from '../../src/store/testing.ts'

// The house without its doors: the gate, a real database and the engine, with a clock that stands still.

/** One workspace of a test house. */
export type Tenant = {
  workspace: Id<'workspace'>
  /** Runs a capability through the gate, as the owner. */
  run<Input extends z.ZodObject, Output extends z.ZodType>(
    declared: Action<Input, Output>,
    input: z.input<Input>,
    files?: GivenFile[],
  ): Promise<z.output<Output>>
  /** The same by name and without types, for inputs that are wrong on purpose. */
  runAny(name: string, input: unknown, files?: GivenFile[]): Promise<unknown>
  /** Rows of each table, but of the audit and of origins, by its name. */
  rows(): Promise<Record<string, number>>
}

export type TestHouse = House & {
  tenant(): Promise<Tenant>
  /** Rows of a query of the owner, who sees every workspace. */
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>
  setNow(at: string): void
  close(): Promise<void>
}

export const NOW = '2026-04-15T09:00:00Z'

export async function testHouse(at: string = NOW): Promise<TestHouse> {
  const database = await testDatabase((url) => migrate({ connectionString: url }))
  const store = openStore(database.connection)
  const engine = createEngine()
  let clock = new Date(at)
  const background = createBackground()
  const house = { store, engine, background, now: () => clock }
  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await store.pool.query<Row>(text, values)).rows
  return {
    ...house,
    query,
    setNow: (time) => {
      clock = new Date(time)
    },
    tenant: async () => tenantOf(house, query, await addWorkspace(house)),
    close: async () => {
      await background.settled()
      await engine.close()
      await store.close()
      await database.drop()
    },
  }
}

async function addWorkspace({ store }: House): Promise<Id<'workspace'>> {
  const id = newId<'workspace'>()
  const row = { id, kind: 'personal', name: 'A test', me: null, settings: '{}', version: 0 } as const
  await store.owner
    .insertInto('workspace')
    .values({ ...row, facts_version: 0, created_at: new Date() })
    .execute()
  return id
}

function tenantOf(house: House, query: TestHouse['query'], workspace: Id<'workspace'>): Tenant {
  const caller: Caller = { workspace, role: 'owner', name: 'a test', door: 'http' }
  return {
    workspace,
    run: (declared, input, files = []) => perform(house, declared, input, { ...caller, files }),
    runAny: (name, input, files = []) => perform(house, capabilityNamed(name), input, { ...caller, files }),
    rows: () => rowsOf(query, workspace),
  }
}

export function capabilityNamed(name: string): Action {
  const found = (capabilities as readonly Action[]).find((one) => one.name === name)
  if (found === undefined) throw new Error(`there is no capability ${name}`)
  return found
}

/** Every import notes its origin and its audit line, whatever came of it: neither says that something was written. */
const BOOKKEEPING = new Set(['session', 'start_link', 'audit', 'origin'])

async function rowsOf(query: TestHouse['query'], workspace: string): Promise<Record<string, number>> {
  const tables = await query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
  )
  const counted = tables
    .filter(({ name }) => !BOOKKEEPING.has(name))
    .map(({ name }) => `(select count(*)::int from ${name} where workspace_id = $1) as ${name}`)
  const [rows] = await query<Record<string, number>>(`select ${counted.join(', ')}`, [workspace])
  return rows!
}

/** A file of this text or these bytes. */
export const file = (name: string, content: string | Uint8Array): GivenFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
})

/** All files under a folder, or the file, named from it on. */
export function filesUnder(path: string, name: string = basename(path)): GivenFile[] {
  if (statSync(path).isFile()) return [{ name, bytes: new Uint8Array(readFileSync(path)) }]
  return readdirSync(path)
    .sort()
    .flatMap((each) => filesUnder(join(path, each), `${name}/${each}`))
}

export const readOf = (file: FileResult): number =>
  file.created + file.updated + file.unchanged + file.skipped + file.rejected.length
