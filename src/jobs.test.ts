import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { everyDay } from './jobs.ts'
import { erasureList, personErase } from './people/erasure/capabilities.ts'
import { personAdd, personList } from './people/people.ts'
import { retentionAsk, retentionSet } from './people/retention.ts'
import { type TestHouse, testHouse } from './people/testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
beforeEach(() => house.fresh())
afterAll(() => house.close())

async function aDay(): Promise<void> {
  everyDay(house)()
  await house.background.settled()
}
const named = async () => (await house.ask(personList)).people.map(({ name }) => name)

it('whoever was asked and stayed silent is erased on the day, where it is switched on, and nowhere else', async () => {
  const { person } = await house.ask(personAdd, { name: 'Vera Holm' })
  await house.ask(retentionSet, { months: 24, silentDays: 30 })
  house.at('2028-06-20T09:00:00Z')
  await house.ask(retentionAsk, { person, says: 'May we keep you?' })
  await aDay()
  expect(await named()).toEqual(['Vera Holm'])
  house.at('2028-07-21T09:00:00Z')
  const on = house.workspace
  await house.fresh()
  await house.ask(personAdd, { name: 'Tom Ferris' })
  house.at('2036-07-21T09:00:00Z')
  await aDay()
  expect(await named()).toEqual(['Tom Ferris'])
  expect((await house.ask(personList, {}, { workspace: on })).people).toEqual([])
})

it('what was erased and is still on the disk is purged', async () => {
  const { person } = await house.ask(personAdd, { name: 'Vera Holm' })
  await house.ask(personErase, { person })
  await house.background.settled()
  await house.store.inWorkspace(house.workspace, (tx) =>
    tx.updateTable('erasure').set({ purged_at: null }).execute(),
  )
  await aDay()
  expect((await house.ask(erasureList)).erasures).toMatchObject([{ purgedAt: expect.any(String) }])
})
