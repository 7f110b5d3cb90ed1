import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { limitList, limitRemove, limitSet } from '../people/limit.ts'
import { valueList, valueSet } from '../people/value.ts'
import { valueTouches } from '../people/value-touches.ts'
import { openingList } from './openings.ts'
import { testWalk, type Walk } from './testing.ts'

let house: Walk
beforeAll(async () => {
  house = await testWalk()
})
afterAll(() => house.close())
beforeEach(() => house.begin())

const terms = (title: string, change: object) =>
  house.inside(({ tx }) => tx.updateTable('opening').set(change).where('title', '=', title).execute())

const limitsOf = async (title: string) => {
  const { openings } = await house.ask(openingList, {})
  return openings.find(({ opening }) => opening.title === title)!.limits
}

describe('a hard limit', () => {
  it('of place is broken elsewhere, not there, not remotely when that will do, and not by what is unknown', async () => {
    await house.ask(limitSet, { kind: 'place', places: ['Zürich', 'Bern'], remote: true })
    for (const [title, change] of [
      ['Elsewhere', { location: 'Bernau, Germany' }],
      ['There', { location: 'Zurich, Switzerland' }],
      ['Remote', { location: 'Berlin', remote: true }],
      ['Unknown', {}],
    ] as const) {
      await house.opening(title, 'Initech')
      if (Object.keys(change).length > 0) await terms(title, change)
    }
    expect(await limitsOf('Elsewhere')).toEqual([
      { limit: 'only in Zürich, Bern or remote', because: 'it is in Bernau, Germany, and not remote' },
    ])
    for (const title of ['There', 'Remote', 'Unknown']) expect(await limitsOf(title)).toEqual([])
  })

  it('of hours and of pay is held against what the posting says, in the same currency only', async () => {
    await house.ask(limitSet, { kind: 'time', employment: ['part-time'] })
    await house.ask(limitSet, { kind: 'pay', least: 80_000, currency: 'EUR', per: 'year' })
    await house.opening('Low', 'Initech')
    await house.opening('Dollars', 'Initech')
    const salary = (currency: string) => JSON.stringify({ min: 50_000, max: 79_000.5, currency, per: 'year' })
    await terms('Low', { employment_type: 'full-time', salary: salary('EUR') })
    await terms('Dollars', { employment_type: 'part-time, full-time', salary: salary('USD') })
    expect((await limitsOf('Low')).map(({ because }) => because)).toEqual([
      'it is full-time',
      'it pays at most 79000.5 EUR a year',
    ])
    expect(await limitsOf('Dollars')).toEqual([])
  })

  it("stands with an invitation as the user's own, and leaves the advice as it is", async () => {
    await house.person('Vera Holm')
    const invitation = await house.invite({
      organization: 'Globex',
      role: 'Data Engineer',
      with: ['Vera Holm'],
      at: '2026-06-19 23:30',
      timeZone: 'Europe/Berlin',
    })
    const before = await house.worth(invitation)
    expect(before.limits).toEqual([])
    await house.ask(limitSet, { kind: 'present-employer' })
    await house.ask(limitSet, { kind: 'days', days: [5] })
    const { limits, advice } = await house.worth(invitation)
    expect(limits.map(({ because }) => because)).toEqual([
      'the meeting is on a Friday',
      'Globex is your present employer',
    ])
    expect(advice).toEqual(before.advice)
  })

  it('is replaced by the next of its kind, and taken back without a trace in what holds', async () => {
    await house.ask(limitSet, { kind: 'place', places: ['Oslo'] })
    await house.ask(limitSet, { kind: 'place', places: ['Bergen'] })
    const said = async () => (await house.ask(limitList)).limits.map(({ says }) => says)
    expect(await said()).toEqual(['only in Bergen'])
    await house.ask(limitRemove, { kind: 'place' })
    expect(await said()).toEqual([])
    await expect(house.ask(limitRemove, { kind: 'place' })).rejects.toThrow('You have no limit of place.')
    const kept = await house.inside(({ tx }) => tx.selectFrom('hard_limit').select('id').execute())
    expect(kept).toHaveLength(3)
  })

  it('says which of its fields is missing or not its own', async () => {
    await expect(house.ask(limitSet, { kind: 'place' })).rejects.toThrow('A limit of place needs places.')
    await expect(house.ask(limitSet, { kind: 'time', employment: [] })).rejects.toThrow('needs employment')
    await expect(house.ask(limitSet, { kind: 'present-employer', days: [1] })).rejects.toThrow('has no days')
  })
})

describe('a value', () => {
  it("in a word of one's own is listed beside the common sectors, and leaves when it is fine", async () => {
    await house.ask(valueSet, { sector: 'Time Share', stance: 'never' })
    await house.ask(valueSet, { sector: 'Fossil fuels', stance: 'only if' })
    const { sectors } = await house.ask(valueList)
    expect(sectors.find(({ own }) => own)).toMatchObject({ name: 'Time Share', stance: 'never' })
    expect(sectors.find(({ sector }) => sector === 'fossil-fuels')?.stance).toBe('only if')
    await house.ask(valueSet, { sector: 'Time Share', stance: 'fine' })
    expect((await house.ask(valueList)).sectors.some(({ own }) => own)).toBe(false)
  })

  it('shows whom it touches: what makes it conflicts, what may have to do with it is a question', async () => {
    for (const name of ['Smoke Works', 'Vape Advisers', 'Initech']) await house.opening('Clerk', name)
    await house.inside(({ tx }) =>
      tx.updateTable('organization').set({ industry: 'Tobacco' }).where('name', '=', 'Smoke Works').execute(),
    )
    const found = await house.ask(valueTouches, { sector: 'tobacco' })
    expect(found.organizations.map(({ organization, conflict }) => [organization.name, conflict])).toEqual([
      ['Smoke Works', true],
      ['Vape Advisers', false],
    ])
    expect(found).toMatchObject({ conflicts: 1, questions: 1, unknown: 3 })
  })
})
