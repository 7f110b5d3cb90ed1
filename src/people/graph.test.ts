import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Action } from '../action.ts'
import { pathFind } from '../meeting/paths.ts'
import { careerAdd } from './career.ts'
import { graphOf } from './graph.ts'
import { lookAlikeDecide } from './look-alike.ts'
import { meSet } from './me.ts'
import { openingAdd, openingClose } from './opening.ts'
import { ownWord } from './origin.ts'
import { personAdd } from './people.ts'
import type { PersonId } from './person.ts'
import { type TestHouse, testHouse } from './testing.ts'
import { tieConfirm, tieVeto } from './tie.ts'
import { personUnmerge } from './unmerge.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.fresh()
  await house.ask(meSet, { name: 'Mara Lind', email: 'mara@example.com' })
})

const add = async (name: string, organization?: string) =>
  (await house.ask(personAdd, { name, ...(organization ? { organization } : {}) })).person

const paths = async (target: string) => (await house.ask(pathFind, { target })).paths

describe('the graph follows each write', () => {
  it('a word makes a path, a veto takes it away, a position moves its end', async () => {
    await add('Vera Holm', 'Northwind')
    expect(await paths('Northwind')).toEqual([])
    await house.ask(tieConfirm, { person: 'Vera Holm' })
    expect(await paths('Northwind')).toHaveLength(1)
    await house.ask(tieVeto, { person: 'Vera Holm', says: 'do-not-use' })
    expect(await paths('Northwind')).toEqual([])
    await house.ask(tieVeto, { person: 'Vera Holm', says: 'veto-withdrawn' })
    expect(await paths('Northwind')).toHaveLength(1)
    await house.ask(careerAdd, { person: 'Vera Holm', at: ['Cobalt Health:2018..2021-06'] })
    expect((await paths('Cobalt Health'))[0]).toMatchObject({ affiliation: { current: false } })
  })

  it('a veto takes the tie out of the paths of everybody', async () => {
    for (const name of ['Ida Brandt', 'Tom Berg']) await add(name, 'Northwind')
    await house.ask(tieConfirm, { person: 'Ida Brandt' })
    await house.ask(tieConfirm, { person: 'Tom Berg', other: 'Ida Brandt' })
    expect(await paths('Tom Berg')).toHaveLength(1)
    await house.ask(tieVeto, { person: 'Ida Brandt', other: 'Tom Berg' })
    expect(await paths('Tom Berg')).toEqual([])
  })

  it('somebody who turns out to be somebody else takes nobody for another', async () => {
    await add('Vera Holm', 'Northwind')
    const twin = await add('V. Holm')
    for (const name of ['Ida Brandt', 'Tom Berg']) await add(name, 'Globex')
    for (const person of [twin, 'Tom Berg']) await house.ask(tieConfirm, { person })
    expect((await paths('Tom Berg'))[0]?.steps[0]?.to.name).toBe('Tom Berg')
    await house.ask(lookAlikeDecide, { person: twin, other: 'Vera Holm', same: true })
    expect((await paths('Tom Berg'))[0]?.steps[0]?.to.name).toBe('Tom Berg')
    expect((await paths('Northwind'))[0]?.steps[0]?.to.name).toBe('Vera Holm')
  })

  it('a merge that is taken back gives both their own ties again, words of before it too', async () => {
    const twin = await add('V. Holm', 'Northwind')
    await add('Vera Holm', 'Globex')
    await house.ask(tieConfirm, { person: twin })
    const before = await paths('Northwind')
    expect(before).toHaveLength(1)
    await house.ask(lookAlikeDecide, { person: twin, other: 'Vera Holm', same: true })
    expect((await paths('Northwind'))[0]?.steps[0]?.to.name).toBe('Vera Holm')
    await house.ask(personUnmerge, { person: twin })
    expect(await paths('Northwind')).toEqual(before)
    expect(await paths('Globex')).toEqual([])
  })

  it('a connection made as colleagues is a click once they were none', async () => {
    const [one, other] = [await add('Ida Brandt'), await add('Tom Berg', 'Northwind')]
    for (const person of [one, other]) await house.ask(careerAdd, { person, at: ['Globex:2018..2021'] })
    await house.ask(tieConfirm, { person: one })
    // Of so many, nobody knows each other by that alone.
    await house.inside(async (context) => {
      const { tx, workspace } = context
      await tx.updateTable('organization').set({ head_count: 9000 }).where('name', '=', 'Globex').execute()
      const pair = { workspace_id: workspace, a: one as PersonId, b: other as PersonId }
      await tx
        .insertInto('connection')
        .values({ ...pair, since: '2019-05', origin_id: await ownWord(context) })
        .execute()
    })
    const strength = async () => (await paths('Northwind'))[0]?.strength
    const before = (await strength())!
    const ended = { to_date: '2018-12', ended: true }
    await house.inside(({ tx }) =>
      tx
        .updateTable('position')
        .set(ended)
        .where('person_id', '=', one as PersonId)
        .execute(),
    )
    expect(await strength()).toBeLessThan(before)
  })

  it('an opening is there until it is closed, or until its last day', async () => {
    const open = async () =>
      house.inside(async (context) => [...(await graphOf(context)).openings.values()].flat())
    const { opening } = await house.ask(openingAdd, { title: 'Analyst', organization: 'Northwind' })
    await house.ask(openingAdd, { title: 'Editor', organization: 'Northwind', until: '2026-06-16' })
    await house.ask(openingAdd, { title: 'Baker', organization: 'Northwind', until: '2026-07' })
    expect((await open()).map(({ title }) => title)).toEqual(['Analyst', 'Editor', 'Baker'])
    const early = { title: 'Cook', organization: 'Northwind', until: '2026-07' }
    await house.ask(openingClose, { opening: (await house.ask(openingAdd, early)).opening })
    expect((await open()).map(({ title }) => title)).toEqual(['Analyst', 'Editor', 'Baker'])
    await house.ask(openingClose, { opening })
    house.at('2026-06-17T00:00:00Z')
    expect((await open()).map(({ title }) => title)).toEqual(['Baker'])
    house.at('2026-08-01T00:00:00Z')
    expect(await open()).toEqual([])
  })
})

describe('the graph is an index', () => {
  it('is loaded once for questions that come at once, and follows what changes', async () => {
    await add('Vera Holm', 'Northwind')
    const load = vi.spyOn(house.engine, 'load')
    await Promise.all(Array.from({ length: 6 }, () => paths('Northwind')))
    await paths('Northwind')
    expect(load).toHaveBeenCalledTimes(1)
    await house.ask(tieConfirm, { person: 'Vera Holm' })
    expect(await paths('Northwind')).toHaveLength(1)
    expect(load).toHaveBeenCalledTimes(1)
    load.mockRestore()
  })

  it('is loaded again in another month, with what a month takes from each tie', async () => {
    await add('Vera Holm', 'Northwind')
    await house.ask(tieConfirm, { person: 'Vera Holm' })
    const [now] = await paths('Northwind')
    house.at('2027-06-15T09:00:00Z')
    const [later] = await paths('Northwind')
    expect(later!.strength).toBeLessThan(now!.strength)
  })

  it('is loaded again when the thread was lost, between questions and in the middle of one', async () => {
    await add('Vera Holm', 'Northwind')
    await house.ask(tieConfirm, { person: 'Vera Holm' })
    expect(await paths('Northwind')).toHaveLength(1)
    for (const key of await loadedKeys()) await house.engine.drop(key)
    expect(await paths('Northwind')).toHaveLength(1)

    const ask = house.engine.paths
    let lost = 0
    house.engine.paths = async (key, query) => {
      if (lost++ === 0) await house.engine.drop(key)
      return ask(key, query)
    }
    expect(await paths('Northwind')).toHaveLength(1)
    expect(lost).toBe(2)
    house.engine.paths = ask
  })

  it('whose load failed is loaded by the next question', async () => {
    await add('Vera Holm', 'Northwind')
    const load = vi.spyOn(house.engine, 'load').mockRejectedValueOnce(new Error('no memory'))
    await expect(paths('Northwind')).rejects.toThrow('no memory')
    expect(await paths('Northwind')).toEqual([])
    load.mockRestore()
  })

  it('keeps workspaces apart: a name of another one is not known here', async () => {
    await add('Vera Holm', 'Northwind')
    await house.ask(tieConfirm, { person: 'Vera Holm' })
    const other = { workspace: await house.addWorkspace() }
    await house.ask(meSet, { name: 'Tom Berg', email: 'tom@example.com' }, other)
    const asked = house.ask(pathFind as Action, { target: 'Northwind' }, other)
    await expect(asked).rejects.toMatchObject({ code: 'not-found' })
  })

  const loadedKeys = async () => [await house.inside(async (context) => (await graphOf(context)).key)]
})
