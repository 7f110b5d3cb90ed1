import { sql } from 'kysely'
import type { House } from '../action.ts'
import { createEngine } from '../network/client.ts'
import { createBackground } from '../store/background.ts'
import { type Db, openStore } from '../store/db.ts'
import { openFolder } from '../store/folder.ts'
import { type Id, newId } from '../store/ids.ts'
import { keyringOf } from '../store/keyring.ts'
import { migrate } from '../store/migrate.ts'
import { type StartOptions, startDatabase } from '../store/server/index.ts'
import { logFile } from '../store/server/process.ts'

/** A house that is open: what the gate needs, and what those who opened it must close. */
export type OpenHouse = House & {
  data: string
  /** The first personal workspace that has something in it: where one is unless another is named. */
  workspace: Id<'workspace'>
  close(): Promise<void>
}

export type HouseOptions = Pick<StartOptions, 'data' | 'log' | 'external'>

/** Any number will do, as long as every Acquaint takes the same one. */
const FIRST_WORKSPACE_LOCK = 4747_1001

/**
 * Opens a data folder: its database (started, joined, or the one of DATABASE_URL), the schema, the engine.
 * @throws Error with one sentence that a user can act on.
 */
export async function openHouse(options: HouseOptions): Promise<OpenHouse> {
  const now = clock(process.env.ACQUAINT_NOW)
  const folder = await openFolder(options.data)
  const { root } = folder
  const database = await startDatabase({ ...options, data: root })
  const open: (() => Promise<unknown>)[] = [() => database.stop()]
  const close = async () => {
    for (const end of open.splice(0).reverse()) await end()
  }
  try {
    await migrate(database.connection)
    // The log of one's own server may tell what it could not write; another's is not ours to touch.
    const logs = database.how === 'external' ? {} : { logs: [logFile(folder)] }
    const store = openStore(database.connection, { keyring: await keyringOf(folder.root), ...logs })
    open.push(() => store.close())
    const engine = createEngine()
    open.push(() => engine.close())
    const workspace = await firstPersonalWorkspace(store.owner)
    const background = createBackground((error) => options.log?.(`in the background: ${error}`))
    open.push(() => background.settled())
    return { store, engine, background, now, data: root, workspace, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The clock; `ACQUAINT_NOW`, a date or an instant, stops it there. */
export function clock(set: string | undefined): () => Date {
  if (!set) return () => new Date()
  const at = Date.parse(set)
  if (Number.isNaN(at)) throw new Error(`ACQUAINT_NOW is neither a date nor an instant: ${set}`)
  return () => new Date(at)
}

async function firstPersonalWorkspace(owner: Db): Promise<Id<'workspace'>> {
  return owner.transaction().execute(async (tx) => {
    // Two first starts at once make one workspace between them.
    await sql`select pg_advisory_xact_lock(${FIRST_WORKSPACE_LOCK})`.execute(tx)
    const found = await tx
      .selectFrom('workspace')
      .select('id')
      .where('kind', '=', 'personal')
      // An invented network is only visited from one's own.
      .orderBy(sql`coalesce((settings -> 'demo' ->> 'beside')::boolean, false)`)
      // One that nobody has used yet gives way to one with something in it, such as a demo.
      .orderBy((eb) => eb('version', '=', 0))
      .orderBy('created_at')
      .orderBy('id')
      .executeTakeFirst()
    return found?.id ?? makePersonalWorkspace(tx)
  })
}

async function makePersonalWorkspace(tx: Db): Promise<Id<'workspace'>> {
  const id = newId<'workspace'>()
  const counts = { version: 0, facts_version: 0 }
  await tx
    .insertInto('workspace')
    .values({
      id,
      kind: 'personal',
      name: 'My network',
      me: null,
      settings: '{}',
      ...counts,
      created_at: new Date(),
    })
    .execute()
  return id
}
