import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whoHas } from '../access/who.ts'
import { type Action, type Caller, perform } from '../action.ts'
import { candidacyList } from '../desk/candidacy-list.ts'
import { clientShow } from '../desk/client.ts'
import { candidacyInvite } from '../desk/invite.ts'
import { mandateList } from '../desk/mandate-show.ts'
import { portalShow } from '../desk/portal.ts'
import { createEngine } from '../network/client.ts'
import { createBackground } from '../store/background.ts'
import { openStore, type Store } from '../store/db.ts'
import { migrate } from '../store/migrate.ts'
import { type TestDatabase, testDatabase } from '../store/testing.ts'
import { type FirmDemo, makeFirmDemo } from './firm.ts'

let database: TestDatabase
let store: Store
let demo: FirmDemo
const engine = createEngine()
const background = createBackground()
const now = new Date('2026-11-23T09:00:00Z')
const house = () => ({ store, engine, background, now: () => now })

beforeAll(async () => {
  database = await testDatabase((url) => migrate({ connectionString: url }))
  store = openStore(database.connection)
  demo = await makeFirmDemo(house(), { people: 400, seed: 3 })
}, 180_000)
afterAll(async () => {
  await engine.close()
  await store.close()
  await database.drop()
})

async function ask(email: string, action: Action): Promise<Record<string, unknown>> {
  const who = await whoHas(store.owner, demo.workspace, email)
  return perform(house(), action, {}, { ...who!, door: 'http' } as Caller) as Promise<Record<string, unknown>>
}
const titles = async (email: string) =>
  ((await ask(email, mandateList as unknown as Action)).mandates as { title: string }[]).map(
    ({ title }) => title,
  )

describe('the firm of the demo', () => {
  it('has mandates at work, one that ended, and one that only its consultant knows of', async () => {
    const [alex, jonas, philippa] = await Promise.all(
      ['alex@quill.example', 'jonas@quill.example', 'philippa@quill.example'].map(titles),
    )
    expect(alex).toHaveLength(4)
    expect(alex!.filter((title) => !jonas!.includes(title))).toEqual(['Chief Technology Officer, succession'])
    expect(philippa).toEqual(jonas)
  })

  it('has a board with cards at every part of the way', async () => {
    const who = await whoHas(store.owner, demo.workspace, 'alex@quill.example')
    const caller = { ...who!, door: 'http' } as Caller
    const { candidacies } = await perform(house(), candidacyList, { mandate: 'VP Engineering' }, caller)
    expect(candidacies.length).toBeGreaterThan(5)
    expect(new Set(candidacies.map(({ stage }) => stage)).size).toBeGreaterThan(3)
  })

  it('shows a client whom it shared with them, and has what they asked', async () => {
    const { mandates } = await ask('vera@quillon.example', clientShow as unknown as Action)
    expect(mandates).toMatchObject([
      { title: 'VP Engineering', candidates: [{ called: 'Henrik Dahlgren', verdict: 'more' }] },
    ])
    expect(JSON.stringify(mandates)).not.toContain('Tomas')
  })

  it('shows a candidate their own file, and to the other firm nothing', async () => {
    const file = await ask('henrik@mail.example', portalShow as unknown as Action)
    expect(file).toMatchObject({
      name: 'Henrik Dahlgren',
      candidacies: [
        { stage: 'interviewing', mandate: { title: 'VP Engineering', client: 'Quillon Insurance' } },
      ],
      objections: [{ answer: null }],
    })
    expect(JSON.stringify(file)).not.toContain('lukewarm')
    expect(await whoHas(store.owner, demo.workspace, 'owner@osei.example')).toBeNull()
  })

  it('made again replaces both firms, with the invitations of their candidates', async () => {
    const alex = {
      ...(await whoHas(store.owner, demo.workspace, 'alex@quill.example'))!,
      door: 'http',
    } as Caller
    const { candidacies } = await perform(house(), candidacyList, { mandate: 'VP Engineering' }, alex)
    const { candidacy } = candidacies.at(-1)!
    await perform(house(), candidacyInvite, { candidacy }, alex)
    const again = await makeFirmDemo(house(), { people: 300, seed: 4 })
    expect(again.workspace).not.toBe(demo.workspace)
    const rows = await store.owner.selectFrom('workspace').select('name').orderBy('name').execute()
    expect(rows.map(({ name }) => name)).toEqual(['Osei Partners', 'Quill & Marlowe'])
  }, 120_000)
})
