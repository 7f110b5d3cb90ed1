import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tieConfirm, tieVeto } from '../people/tie.ts'
import { pathFind } from './paths.ts'
import { networkPicture } from './picture.ts'
import { testWalk, type Walk } from './testing.ts'

let walk: Walk
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk?.close())
beforeEach(() => walk.begin())

/** Ada is yours, Bea is Ada's; Cleo knows nobody. */
async function world() {
  const ada = await walk.person('Ada Ito', ['Northwind:2021'])
  const bea = await walk.person('Bea Sand', ['Fjord:2022'])
  await walk.person('Cleo Lone')
  await walk.ask(tieConfirm, { person: ada, says: 'know-well' })
  await walk.ask(tieConfirm, { person: bea, other: ada, says: 'know-well' })
  return { ada, bea }
}

test('the picture holds whom you reach, the nearest first, through whom, and where they work', async () => {
  const { ada, bea } = await world()
  const { middle, people, organizations, total } = await walk.ask(networkPicture)
  expect(middle.name).toBe('Mara Lind')
  expect(people.map(({ id, via }) => [id, via])).toEqual([
    [ada, []],
    [bea, [0]],
  ])
  expect(total).toBe(2)
  expect(people.map(({ organization }) => organizations[organization!]!.name)).toEqual(['Northwind', 'Fjord'])
  const { paths } = await walk.ask(pathFind, { target: bea })
  expect(people[1]!.strength).toBeCloseTo(paths[0]!.strength, 6)
})

test('a vetoed tie is not in it, nor whoever was reached by it alone', async () => {
  const { ada } = await world()
  for (const says of ['do-not-know', 'do-not-use'] as const) {
    await walk.ask(tieVeto, { person: ada, says })
    expect((await walk.ask(networkPicture)).people).toEqual([])
  }
})

test('present colleagues are in it as ties of your own, and lead nowhere', async () => {
  const { ada, bea } = await world()
  const dag = await walk.person('Dag Moe', ['Globex:2020'])
  await walk.ask(tieConfirm, { person: dag, says: 'know-well' })
  const eli = await walk.person('Eli Far', ['Fjord:2010..2012'])
  await walk.ask(tieConfirm, { person: eli, other: dag, says: 'know-well' })
  const ids = (await walk.ask(networkPicture)).people.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([ada, bea, dag]))
  expect(ids).not.toContain(eli)
})

test('around somebody else, with their own ties alone', async () => {
  const { ada, bea } = await world()
  const { middle, people } = await walk.ask(networkPicture, { around: ada, maxTies: 1 })
  expect(middle.id).toBe(ada)
  expect(people.map(({ id }) => id)).toContain(bea)
  expect(people.every(({ via }) => via.length === 0)).toBe(true)
})

test('what does not fit in is counted', async () => {
  const { ada } = await world()
  const { people, total } = await walk.ask(networkPicture, { top: 1 })
  expect(people.map(({ id }) => id)).toEqual([ada])
  expect(total).toBe(2)
})
