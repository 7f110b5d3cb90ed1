import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store, type Tx } from './db.ts'
import { type Id, newId } from './ids.ts'
import { migrate } from './migrate.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

let database: TestDatabase
let store: Store
const [mine, other] = [newId<'workspace'>(), newId<'workspace'>()]
const at = new Date('2026-06-15T09:00:00Z')

beforeAll(async () => {
  database = await testDatabase((url) => migrate({ connectionString: url }))
  store = openStore(database.connection)
  for (const id of [mine, other]) {
    const counts = { version: 0, facts_version: 0, created_at: at }
    const row = { id, kind: 'personal' as const, name: 'test', me: null, settings: '{}', ...counts }
    await store.owner.insertInto('workspace').values(row).execute()
    await store.inWorkspace(id, (tx) => addOrigin(tx, id))
  }
})
afterAll(async () => {
  await store.close()
  await database.drop()
})

const addOrigin = (tx: Tx, workspace: Id<'workspace'>) =>
  tx
    .insertInto('origin')
    .values({ workspace_id: workspace, id: newId(), kind: 'form', name: 'test', at })
    .execute()

const rowsOf = (tx: Tx, query = sql<{ workspace_id: string }>`select workspace_id from origin`) =>
  query.execute(tx).then(({ rows }) => rows.map((row) => row.workspace_id))

/** A statement fails inside a transaction, which is then of no more use. */
const failing = (work: (tx: Tx) => Promise<unknown>) => expect(store.inWorkspace(mine, work)).rejects

describe('the house at work in a viewer’s transaction', () => {
  const role = (tx: Tx) =>
    sql<{ role: string }>`select current_setting('app.role') as role`
      .execute(tx)
      .then(({ rows }) => rows[0]!.role)

  it('is the viewer’s again afterwards, also when the work failed', async () => {
    const viewer = { role: 'candidate' }
    const roles = await store.inWorkspace(
      mine,
      async (tx) => {
        const inside = await store.asHouse(tx, viewer, () => role(tx))
        const fails = store.asHouse(tx, viewer, () => Promise.reject(new Error('broken')))
        await expect(fails).rejects.toThrow('broken')
        return [inside, await role(tx)]
      },
      viewer,
    )
    expect(roles).toEqual(['system', 'candidate'])
  })
})

describe('a workspace is walled off', () => {
  it("shows its own rows and nobody else's, in plain SQL too", async () => {
    expect(await store.inWorkspace(mine, (tx) => rowsOf(tx))).toEqual([mine])
    const asked = sql<{ workspace_id: string }>`select workspace_id from origin where workspace_id = ${other}`
    expect(await store.inWorkspace(mine, (tx) => rowsOf(tx, asked))).toEqual([])
    expect(await store.inWorkspace(other, (tx) => rowsOf(tx, asked))).toEqual([other])
  })

  it("takes no row for another, and changes or deletes none of another's", async () => {
    await failing((tx) => addOrigin(tx, other)).toThrow(/row-level security/)
    const changed = await store.inWorkspace(mine, (tx) =>
      sql`update origin set name = 'x' where workspace_id = ${other}`.execute(tx),
    )
    const deleted = await store.inWorkspace(mine, (tx) =>
      sql`delete from origin where workspace_id = ${other}`.execute(tx),
    )
    expect([changed.numAffectedRows, deleted.numAffectedRows]).toEqual([0n, 0n])
    await failing((tx) => sql`update origin set workspace_id = ${other}`.execute(tx)).toThrow(
      /row-level security/,
    )
  })

  it('shows nothing while no workspace is named, and takes no name that is no id', async () => {
    const seen = await store.owner.transaction().execute(async (plain) => {
      await sql`set local role acquaint_app`.execute(plain)
      return rowsOf(plain as Tx)
    })
    expect(seen).toEqual([])
    const injected = "x'; reset role; --" as Id<'workspace'>
    await expect(store.inWorkspace(injected, async () => {})).rejects.toThrow(/not a workspace id/)
  })

  it('reverts to nothing after the transaction, on the same connection', async () => {
    await store.inWorkspace(mine, (tx) => rowsOf(tx))
    const { rows } = await sql<{ role: string; setting: string }>`
      select current_user as role, coalesce(current_setting('app.workspace', true), '') as setting`.execute(
      store.owner,
    )
    expect(rows[0]).toEqual({ role: 'owner', setting: '' })
  })

  it('keeps sessions and start links out of its sight', async () => {
    await failing((tx) => sql`select * from session`.execute(tx)).toThrow(/permission denied/)
    await failing((tx) => sql`select * from start_link`.execute(tx)).toThrow(/permission denied/)
  })

  it('covers every table that belongs to a workspace', async () => {
    const { rows } = await sql<{ relname: string }>`
      select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
        and not relrowsecurity order by 1`.execute(store.owner)
    expect(rows.map(({ relname }) => relname)).toEqual(['schema_version', 'session'])
  })
})

describe('history is appended', () => {
  const appended = ['audit', 'decision', 'introduction_state', 'outcome'] as const
  it.each([...appended, 'enthusiasm', 'debrief', 'offer'] as const)('%s', async (table) => {
    const name = sql.table(table)
    await failing((tx) => sql`update ${name} set workspace_id = workspace_id`.execute(tx)).toThrow(
      /permission/,
    )
    await failing((tx) => sql`delete from ${name}`.execute(tx)).toThrow(/permission/)
  })

  it('a word about a tie: none is changed, and none falls away but the repetition by a merge', async () => {
    await failing((tx) => sql`update tie_word set says = says`.execute(tx)).toThrow(/permission/)
    const { rows } = await sql<{ said: string }>`
      select qual as said from pg_policies where tablename = 'tie_word' and permissive = 'RESTRICTIVE'
        and cmd = 'DELETE'`.execute(store.owner)
    expect(rows[0]?.said).toContain('merge_journal')
  })

  it('while what may change does', async () => {
    const done = store.inWorkspace(mine, (tx) => sql`update person set notes = notes`.execute(tx))
    await expect(done).resolves.toBeDefined()
  })
})

describe('what a transaction wrote to', () => {
  const written = (work: (tx: Tx) => Promise<unknown>) =>
    store.inWorkspace(mine, async (tx, tables) => {
      await work(tx)
      return [...tables]
    })

  it('is noted, by builder or in plain SQL', async () => {
    expect(await written((tx) => addOrigin(tx, mine))).toEqual(['origin'])
    expect(await written((tx) => tx.updateTable('person').set({ notes: null }).execute())).toEqual(['person'])
    expect(await written((tx) => tx.deleteFrom('contact').execute())).toEqual(['contact'])
    expect(await written((tx) => sql`  update "person" set notes = notes`.execute(tx))).toEqual(['person'])
    const both = sql`with gone as (delete from contact returning id) insert into opening select * from opening
      where false`
    expect(await written((tx) => both.execute(tx))).toEqual(['contact', 'opening'])
    expect(await written((tx) => sql`delete from ${sql.table('room')}`.execute(tx))).toEqual(['?'])
  })

  it('is nothing when it only read', async () => {
    expect(await written((tx) => tx.selectFrom('person').selectAll().execute())).toEqual([])
    expect(await written((tx) => sql`select 'update person' as says`.execute(tx))).toEqual([])
    const reads = sql`with named as (select id from person) select * from named`
    expect(await written((tx) => reads.execute(tx))).toEqual([])
  })
})

describe('ids', () => {
  it('are in the order in which they were made while the clock stands still', () => {
    const ids = Array.from({ length: 5000 }, () => newId(at.getTime()))
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('are UUIDv7 of their time: an earlier time sorts first', () => {
    const late = newId(at.getTime())
    const early = newId(at.getTime() - 1)
    expect(early < late).toBe(true)
    expect(late).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(late.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime())
  })
})
