import type pg from 'pg'
import type { z } from 'zod'
import {
  type Action,
  type Caller,
  type Context,
  type House,
  inContext,
  type Later,
  perform,
} from '../action.ts'
import { createEngine } from '../network/client.ts'
import { createBackground } from '../store/background.ts'
import { openStore, type Store } from '../store/db.ts'
import { type Id, newId } from '../store/ids.ts'
import { migrate } from '../store/migrate.ts'
import { testDatabase } from '../store/testing.ts'

/** A house on a fresh database, with its clock in hand. */
export type TestHouse = House & {
  workspace: Id<'workspace'>
  /** Moves the clock: to a day, or to an instant. */
  at(time: string): void
  /** Runs a capability as the owner of the workspace. */
  ask<Input extends z.ZodObject, Output extends z.ZodType>(
    capability: Action<Input, Output>,
    input?: z.input<Input>,
    caller?: Partial<Caller>,
  ): Promise<z.output<Output>>
  /** Runs `work` with what a capability has in hand, in a transaction of its own; facts are counted as changed. */
  inside<T>(work: (context: Context) => Promise<T>): Promise<T>
  addWorkspace(): Promise<Id<'workspace'>>
  /** The same database and clock, opened a second time as another process does. */
  another(): TestHouse
  /** Goes on in a new, empty workspace, at the time at which the house began. */
  fresh(): Promise<void>
  close(): Promise<void>
}

export async function testHouse(start = '2026-06-15T09:00:00Z'): Promise<TestHouse> {
  const database = await testDatabase((url) => migrate({ connectionString: url }))
  const shared: Shared = { connection: database.connection, now: new Date(start), start, opened: [] }
  const store = openStore(database.connection)
  const workspace = await addPersonal(store)
  const me: Caller = { workspace, role: 'owner', name: 'you', door: 'cli' }
  const close = async () => {
    for (const house of shared.opened) await closed(house)
    await database.drop()
  }
  return houseOn(shared, store, me, close)
}

type Shared = { connection: pg.PoolConfig; now: Date; start: string; opened: House[] }

function houseOn(shared: Shared, store: Store, me: Caller, close: () => Promise<void>): TestHouse {
  const house: House = {
    ...{ store, engine: createEngine(), background: createBackground() },
    now: () => shared.now,
  }
  shared.opened.push(house)
  return {
    ...house,
    get workspace() {
      return me.workspace
    },
    addWorkspace: () => addPersonal(store),
    another: () => houseOn(shared, openStore(shared.connection), me, async () => {}),
    fresh: async () => {
      me.workspace = await addPersonal(store)
      shared.now = new Date(shared.start)
    },
    at: (time) => {
      shared.now = new Date(time)
    },
    ask: (capability, input, caller = {}) => perform(house, capability, input ?? {}, { ...me, ...caller }),
    inside: (work) => inside(house, me, work),
    close,
  }
}

async function closed({ engine, store, background }: House): Promise<void> {
  await background.settled()
  await engine.close()
  await store.close()
}

async function addPersonal({ owner }: Store): Promise<Id<'workspace'>> {
  const id = newId<'workspace'>()
  const counts = { version: 0, facts_version: 0, created_at: new Date() }
  const row = { id, kind: 'personal' as const, name: 'test', me: null, settings: '{}', ...counts }
  await owner.insertInto('workspace').values(row).execute()
  return id
}

async function inside<T>(house: House, caller: Caller, work: (context: Context) => Promise<T>): Promise<T> {
  const { engine, background, now } = house
  const later: Later = (declared, input) => background.start(() => perform(house, declared, input, caller))
  const { keyring, purge } = house.store
  const base = { workspace: caller.workspace, now: now(), engine, keyring, purge, caller, later }
  return inContext(house, base, async (context) => {
    const answer = await work(context)
    await context.tx
      .updateTable('workspace')
      .set((eb) => ({ facts_version: eb('facts_version', '+', 1) }))
      .execute()
    return answer
  })
}
