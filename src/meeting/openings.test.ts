import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openingClose } from '../people/opening.ts'
import { tieConfirm } from '../people/tie.ts'
import { openingList } from './openings.ts'
import { networkStanding, openingMissing } from './openings-reach.ts'
import { testWalk, type Walk } from './testing.ts'

let house: Walk
beforeAll(async () => {
  house = await testWalk()
})
afterAll(() => house.close())
beforeEach(() => house.begin())

const titles = async (input = {}) =>
  (await house.ask(openingList, input)).openings.map(({ opening }) => opening.title)

/** Somebody at an organization who would take the call (.60: warm). */
const friend = async (name: string, at: string) => {
  const person = await house.person(name, [at])
  await house.ask(tieConfirm, { person })
  return person
}

describe('the list of openings', () => {
  it('says how many one knows there, now and formerly, with the best path', async () => {
    await friend('Ada Vance', 'Initech:2020')
    await friend('Ben Ito', 'Initech:2018..2025-12')
    await house.opening('Data Engineer', 'Initech')
    await house.opening('Data Analyst', 'Nowhere')
    const { openings } = await house.ask(openingList)
    expect(openings[0]).toMatchObject({ contacts: 2, contactsNow: 1 })
    expect(openings[0]!.path!.steps.map(({ to }) => to.name)).toEqual(['Ada Vance'])
    expect(openings[1]).toMatchObject({ contacts: 0, contactsNow: 0, path: null, reach: null })
  })

  it('is filtered by reach, place of the word, organization and day', async () => {
    await friend('Ada Vance', 'Initech:2020')
    await friend('Ben Ito', 'Hooli:2018..2022-12')
    await house.opening('Data Engineer', 'Initech')
    await house.opening('Data Analyst', 'Hooli')
    await house.opening('Data Scientist', 'Nowhere')
    expect(await titles({ leastReach: 0.2 })).toEqual(['Data Engineer'])
    expect((await titles({ reachable: true })).sort()).toEqual(['Data Analyst', 'Data Engineer'])
    expect(await titles({ search: 'hooli data' })).toEqual(['Data Analyst'])
    expect(await titles({ search: '100%' })).toEqual([])
    expect(await titles({ organization: 'Nowhere' })).toEqual(['Data Scientist'])
    expect(await titles({ since: '2026-06-16' })).toEqual([])
    expect(await titles({ since: '2026-06-15' })).toHaveLength(3)
  })

  it('comes in pages that make the whole, once each', async () => {
    for (let n = 0; n < 7; n++) await house.opening(`Data Engineer ${n}`, `Firm ${n % 3}`)
    const pages = [
      await titles({ top: 3 }),
      await titles({ top: 3, skip: 3 }),
      await titles({ top: 3, skip: 6 }),
    ]
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1])
    expect(pages.flat()).toEqual(await titles())
  })

  it('shows what is closed or over apart, and says which', async () => {
    const closed = await house.opening('Closed One', 'Initech')
    await house.opening('Over One', 'Initech')
    await house.opening('Open One', 'Initech')
    await house.ask(openingClose, { opening: closed })
    await house.inside(({ tx }) =>
      tx.updateTable('opening').set({ until_date: '2026-06-14' }).where('title', '=', 'Over One').execute(),
    )
    expect(await titles()).toEqual(['Open One'])
    const { openings } = await house.ask(openingList, { closed: true })
    const ends = openings.map(({ opening, ended }) => [opening.title, ended])
    expect(Object.fromEntries(ends)).toEqual({ 'Closed One': 'closed', 'Over One': 'expired' })
  })
})

describe('how one stands', () => {
  it('counts what is near, and changes with a word about a tie', async () => {
    const ada = await house.person('Ada Vance', ['Initech:2020'])
    await house.opening('Data Engineer', 'Initech')
    const before = await house.ask(networkStanding)
    expect(before.openings).toEqual({ warm: 0, workable: 0, longShot: 0 })
    await house.ask(tieConfirm, { person: ada })
    const after = await house.ask(networkStanding)
    expect(after.openings.warm).toBe(1)
    expect(after.organizations.warm).toBe(before.organizations.warm + 1)
  })

  it('names organizations in reach without a known opening, and no others', async () => {
    await friend('Ada Vance', 'Initech:2020')
    await friend('Ben Ito', 'Hooli:2020')
    await house.person('Cy Far', ['Nowhere:2020'])
    await house.opening('Data Engineer', 'Initech')
    const { organizations } = await house.ask(openingMissing)
    expect(organizations.map(({ organization }) => organization.name)).toEqual(['Hooli'])
  })
})
