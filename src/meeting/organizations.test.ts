import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { organizationSay, valueSet } from '../people/value.ts'
import { valueTouches } from '../people/value-touches.ts'
import { organizationShow } from './organizations.ts'
import { testWalk, type Walk } from './testing.ts'

let walk: Walk
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(() => walk.begin())

const show = (organization: string) => walk.ask(organizationShow, { organization })
const isIn = (name: string, industry: string) =>
  walk.inside(({ tx }) => tx.updateTable('organization').set({ industry }).where('name', '=', name).execute())
const posting = async (organization: string, title: string, description: string) => {
  await walk.opening(title, organization)
  await walk.inside(({ tx }) =>
    tx.updateTable('opening').set({ description }).where('title', '=', title).execute(),
  )
}

const BREWERY = 'Our brewery has grown. Brewers at our brewery work in shifts.'

describe('what an organization does', () => {
  it('is unknown where nothing on record says it', async () => {
    await walk.opening('Clerk', 'Initech')
    expect(await show('Initech')).toMatchObject({ activity: null, ownWord: null })
  })

  it('comes from its industry, and as a guess from its postings, whose newest three count', async () => {
    await posting('Malt Yard', 'Clerk', BREWERY)
    expect((await show('Malt Yard')).activity).toEqual({
      naics: '312120',
      name: 'Breweries',
      certainty: 'guess',
      because: 'its postings mention "brewery"',
    })
    await isIn('Malt Yard', 'Truck Transportation')
    expect((await show('Malt Yard')).activity).toMatchObject({ naics: '484', certainty: 'name of industry' })
    await posting('Globex', 'Brewer', BREWERY)
    for (const title of ['One', 'Two', 'Three']) await posting('Globex', title, 'Work with us.')
    expect((await show('Globex')).activity).toBe(null)
  })

  it("is the user's own word before any record, until it is taken back", async () => {
    await walk.opening('Clerk', 'Malt Yard')
    await isIn('Malt Yard', 'Breweries')
    const touched = async () => {
      const { conflicts, questions } = await walk.ask(valueTouches, { sector: 'alcohol' })
      return [conflicts, questions]
    }
    expect(await touched()).toEqual([1, 0])
    const say = (text?: string) =>
      walk.ask(organizationSay, { organization: 'Malt Yard', says: 'does', ...(text ? { text } : {}) })
    await say('no alcohol any more, only lemonade')
    expect((await show('Malt Yard')).ownWord).toBe('no alcohol any more, only lemonade')
    expect(await touched()).toEqual([0, 0])
    await say()
    expect((await show('Malt Yard')).ownWord).toBe(null)
    expect(await touched()).toEqual([1, 0])
  })

  it('is a question to a value when only postings say it, and a conflict when the industry does', async () => {
    await walk.person('Vera Holm')
    await walk.ask(valueSet, { sector: 'alcohol', stance: 'never' })
    await posting('Malt Yard', 'Clerk', BREWERY)
    const invite = { organization: 'Malt Yard', role: 'Data Engineer', with: ['Vera Holm'] }
    const invitation = await walk.invite(invite)
    const guessed = (await walk.worth(invitation)).advice
    expect(guessed).toMatchObject({
      verdict: 'take',
      ask: 'Does Malt Yard make or mainly sell alcoholic drinks, or only sell to or serve those who do?',
    })
    await isIn('Malt Yard', 'Breweries')
    expect((await walk.worth(invitation)).advice).toMatchObject({ clause: 'values-conflict' })
  })
})
