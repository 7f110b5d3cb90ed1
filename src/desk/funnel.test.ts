import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { perform } from '../action.ts'
import { personAdd } from '../people/people.ts'
import type { Stage } from '../people/stages.ts'
import { candidacyAdd, candidacyMove } from './candidacies.ts'
import { countOf, funnelShow, type Move, visitsOf } from './funnel.ts'
import { mandateOpen } from './mandates.ts'
import { type TestFirm, testFirm } from './testing.ts'

let firm: TestFirm
let mandate: string
let count = 0
const carl = () => firm.as('consultant')

/** Does as Carl, so many days after the beginning. */
const on = (day: number) => {
  const house = { ...firm.house, now: () => new Date(Date.parse('2026-06-01T09:00:00Z') + day * 86_400_000) }
  return (candidacy: string, to: Stage, moves: number) =>
    perform(house, candidacyMove, { candidacy, to, moves, reason: 'said' }, carl())
}
const considered = async (to: string) => {
  const { person } = await carl().ask(personAdd, { name: `Nadia Number ${++count}` })
  const house = { ...firm.house, now: () => new Date('2026-06-01T09:00:00Z') }
  return (await perform(house, candidacyAdd, { mandate: to, person }, carl())).candidacy
}

beforeAll(async () => {
  firm = await testFirm('2026-06-21T09:00:00Z')
  mandate = (await carl().ask(mandateOpen, { title: 'CFO', client: 'Globex' })).mandate
  const [ada, bea, cid] = [await considered(mandate), await considered(mandate), await considered(mandate)]
  await on(4)(ada, 'approached', 0)
  await on(6)(ada, 'longlist', 1)
  await on(10)(ada, 'approached', 2)
  await on(2)(bea, 'approached', 0)
  await on(3)(bea, 'they-declined', 1)
  // Where they stand already: no new visit.
  await on(5)(cid, 'longlist', 0)
})
afterAll(() => firm.close())

describe('the funnel of a mandate', () => {
  it('equals a hand count over the moves: a stage come back to is one visit more', async () => {
    const { stages, visits } = await carl().ask(funnelShow, { mandate })
    const of = (name: Stage) => stages.find((one) => one.stage === name)
    // Longlist: ada 0-4 and 6-10, bea 0-2, cid 0 until now. Ended: 4, 4, 2.
    expect(of('longlist')).toEqual({
      ...{ stage: 'longlist', reached: 3, wentOn: 2, visits: 4, there: 1, medianDays: 4 },
    })
    // Approached: ada 4-6 and 10 until now, bea 2-3. Ended: 2, 1.
    expect(of('approached')).toEqual({
      ...{ stage: 'approached', reached: 2, wentOn: 0, visits: 3, there: 1, medianDays: 1.5 },
    })
    expect(of('they-declined')).toMatchObject({ reached: 1, wentOn: 0, there: 1, medianDays: null })
    expect(of('offered')).toEqual({
      ...{ stage: 'offered', reached: 0, wentOn: 0, visits: 0, there: 0, medianDays: null },
    })
    expect(visits).toHaveLength(stages.reduce((sum, one) => sum + one.visits, 0))
    expect(visits.find((one) => one.to === null && one.stage === 'approached')).toMatchObject({ days: 10 })
  })

  it('counts nothing of a confidential mandate for those who do not know of it', async () => {
    const cleo = firm.as('other-consultant')
    const before = await cleo.ask(funnelShow)
    const hidden = { title: 'Chair', client: 'Globex', confidential: true }
    await considered((await carl().ask(mandateOpen, hidden)).mandate)
    expect(await cleo.ask(funnelShow)).toEqual(before)
    expect((await carl().ask(funnelShow)).visits).toHaveLength(before.visits.length + 1)
  })
})

describe('going on', () => {
  const move = (stage: Stage, day: number): Move => ({
    ...{ candidacy: 'a', person_id: 'p', name: 'Ada', mandate: 'm', title: 'CFO', stage },
    at: new Date(Date.UTC(2026, 5, day)),
  })
  const now = new Date(Date.UTC(2026, 5, 20))
  it('is further along the way: neither back, nor to an end', () => {
    const wentOn = (stages: Stage[], at: Stage) =>
      countOf(
        at,
        visitsOf(
          stages.map((one, day) => move(one, day + 1)),
          now,
        ),
      ).wentOn
    expect(wentOn(['longlist', 'approached', 'presented'], 'approached')).toBe(1)
    expect(wentOn(['longlist', 'presented', 'approached'], 'presented')).toBe(0)
    expect(wentOn(['longlist', 'presented', 'approached', 'offered'], 'presented')).toBe(1)
    expect(wentOn(['longlist', 'we-declined'], 'longlist')).toBe(0)
    expect(wentOn(['longlist', 'withdrawn', 'approached'], 'withdrawn')).toBe(0)
  })
})
