import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Context } from '../src/action.ts'
import { seeded } from '../src/network/cases.ts'
import { followCommits, type Graph, graphOf } from '../src/people/graph.ts'
import { load } from '../src/people/load.ts'
import { lookAlikeDecide } from '../src/people/look-alike.ts'
import { meSet } from '../src/people/me.ts'
import { ownWord } from '../src/people/origin.ts'
import { personAdd } from '../src/people/people.ts'
import { type TestHouse, testHouse } from '../src/people/testing.ts'
import { personMerged, personUnmerge } from '../src/people/unmerge.ts'
import { newId } from '../src/store/ids.ts'
import { seedDatabase, WRITES } from './support/writes.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(() => house.fresh())
afterEach(() => vi.restoreAllMocks())

/** Everything that a graph answers: whom it knows, every tie, every best path, every door and every list beside it. */
async function answersOf({ engine }: Context, graph: Graph) {
  const [people, places] = [[...graph.people.keys()], [...graph.organizations.keys()]]
  const reach = (maxTies: number) =>
    Promise.all(
      people.map(async (from) => [
        ...(await engine.reach(graph.key, { from, maxTies })).subarray(0, people.length),
      ]),
    )
  const asker = Math.min(...graph.personAt.values())
  const ends = places.map((organization) => ({ from: asker, organization, top: 5 }))
  const room = people.slice(1, 4).map((person) => ({ person, cost: 40 }))
  return {
    people: graph.people,
    organizations: graph.organizations,
    personAt: sorted(graph.personAt),
    organizationAt: sorted(graph.organizationAt),
    openings: [...graph.openings],
    staff: sorted(graph.staff),
    unused: graph.unused.map(String).sort(),
    ties: await reach(1),
    reach: await reach(3),
    ends: await engine.reachAll(graph.key, { from: people, organizations: places }),
    paths: await Promise.all(ends.map((query) => engine.paths(graph.key, query))),
    doors: await engine.doors(graph.key, { from: asker, room, threshold: 161, only: 'open' }),
    all: await engine.doors(graph.key, { from: asker, room, threshold: 161, only: 'all' }),
  }
}

const sorted = <K, V>(map: Map<K, V>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1))

/** The graph that followed is the one of a fresh load; answers what it answers. */
async function expectFollowed(says: string, asker = house): Promise<unknown> {
  return asker.inside(async (context) => {
    const { atOneInstant, engine, workspace, now } = context
    const fresh = await atOneInstant((tx) => load({ tx, engine, workspace, now }, { follows: false }))
    const followed = await answersOf(context, await graphOf(context))
    expect(followed, says).toEqual(await answersOf(context, fresh.graph))
    await engine.drop(fresh.graph.key)
    return followed
  })
}

type Draw = ReturnType<typeof seeded>

async function someWorld(draw: Draw): Promise<void> {
  await house.ask(meSet, { name: 'Mara Lind', email: 'mara@example.com' })
  const places = ['Northwind', 'Globex', 'Tideline', 'Sablewood']
  for (let count = 0; count < 14; count++)
    await house.ask(personAdd, { name: `Person ${count}`, organization: draw.pick(places) })
  for (let count = 0; count < 30; count++) await house.inside(write('addPosition', draw))
}

/** A write drawn by seed, as work in a transaction. */
const write = (name: string, draw: Draw) => async (context: Context) => {
  await seedDatabase(context, draw)
  await WRITES[name]!(context, draw)
}

type Step = { says: string; act: () => Promise<unknown> }

/** A write of any kind, two in one transaction, one that is rolled back, a merge, one taken back, another day. */
function stepOf(draw: Draw, days: { past: number }): Step {
  const [one, other] = [draw.pick(Object.keys(WRITES)), draw.pick(Object.keys(WRITES))]
  const kind = draw.below(20)
  if (kind <= 1) return { says: 'a merge', act: () => merge(draw) }
  if (kind === 2) return { says: 'an unmerge', act: () => unmerge(draw) }
  if (kind === 3) return { says: `${one}, rolled back`, act: () => rolledBack(write(one, draw)) }
  if (kind === 4) {
    const day = 16 + (days.past++ % 14)
    return { says: `day ${day}`, act: async () => house.at(`2026-06-${day}T09:00:00Z`) }
  }
  if (kind > 7) return { says: one, act: () => house.inside(write(one, draw)) }
  const both = async (context: Context) => {
    await write(one, draw)(context)
    await write(other, draw)(context)
  }
  return { says: `${one} and ${other}`, act: () => house.inside(both) }
}

async function rolledBack(work: (context: Context) => Promise<void>): Promise<void> {
  const failing = house.inside(async (context) => {
    await work(context)
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
}

async function merge(draw: Draw): Promise<void> {
  const ids = await house.inside(async ({ tx, me }) => {
    const { rows } = await sql<{ id: string }>`
      select id from person where merged_into is null and id <> ${me} order by id`.execute(tx)
    return rows.map(({ id }) => id)
  })
  const [person, other] = [draw.pick(ids), draw.pick(ids)]
  if (person !== other) await house.ask(lookAlikeDecide, { person, other, same: true })
}

async function unmerge(draw: Draw): Promise<void> {
  const { merges } = await house.ask(personMerged)
  if (merges.length > 0) await house.ask(personUnmerge, { person: draw.pick(merges).person.id })
}

/** Does it while another transaction asks: that one keeps its graph as it was. */
async function whileAsked(act: () => Promise<unknown>, says: string): Promise<unknown> {
  return house.inside(async (context) => {
    const graph = await graphOf(context)
    const before = await answersOf(context, graph)
    await act()
    const followed = await expectFollowed(`${says}, while asked`)
    expect(await graphOf(context)).toBe(graph)
    expect(await answersOf(context, graph), `${says}, to who asked before`).toEqual(before)
    return followed
  })
}

const STEPS = 70

describe('a graph that follows', () => {
  it.each([1, 2, 3, 4])(
    'is that of a fresh load after each of 70 writes of any kind (seed %i)',
    async (seed) => {
      const draw = seeded(seed)
      await someWorld(draw)
      let last = await expectFollowed('the beginning')
      let changed = 0
      const loads = vi.spyOn(house.engine, 'load')
      const days = { past: 0 }
      for (let step = 1; step <= STEPS; step++) {
        const { says, act } = stepOf(draw, days)
        const told = `step ${step}: ${says}`
        const isAsked = draw.chance(0.2)
        if (!isAsked) await act()
        const now = isAsked ? await whileAsked(act, told) : await expectFollowed(told)
        if (JSON.stringify(now) !== JSON.stringify(last)) changed++
        last = now
      }
      // The fresh ones, and none beside them; and it was no picnic.
      expect(loads).toHaveBeenCalledTimes(STEPS)
      expect(changed).toBeGreaterThan(STEPS * 0.4)
    },
  )

  it('takes in more people than it had room for, with more colleagues than each is tied to', async () => {
    const draw = seeded(9)
    await someWorld(draw)
    await expectFollowed('before')
    const load = vi.spyOn(house.engine, 'load')
    await house.inside(crowd)
    await expectFollowed('a crowd')
    for (const name of ['changePosition', 'changePosition', 'removePosition', 'addUnit', 'resize'])
      await house.inside(write(name, draw)).then(() => expectFollowed(name))
    await house.inside(({ tx }) => sql`update organization set head_count = 100`.execute(tx))
    await expectFollowed('other sizes')
    expect(load).toHaveBeenCalledTimes(7)
  })

  it('is loaded anew in another month, and where people are gone or everything changed', async () => {
    await someWorld(seeded(3))
    await expectFollowed('before')
    const load = vi.spyOn(house.engine, 'load')
    house.at('2026-07-02T09:00:00Z')
    await expectFollowed('another month')
    await house.inside(({ tx }) => sql`delete from person where false`.execute(tx))
    await expectFollowed('nobody is gone')
    expect(load).toHaveBeenCalledTimes(3)
    await house.inside(({ tx }) =>
      sql`delete from person where id = (select person_id from position limit 1)`.execute(tx),
    )
    await expectFollowed('somebody is gone')
    expect(load).toHaveBeenCalledTimes(5)
  })
})

/** 520 people at one organization of unknown size: each of them has more colleagues than are tied to anybody. */
async function crowd(context: Context): Promise<void> {
  const { tx, workspace } = context
  const origin = await ownWord(context)
  const people = Array.from({ length: 520 }, () => newId<'person'>(context.now.getTime()))
  await sql`insert into person (workspace_id, id, name, skills, tags, extra, origin_id, created_at)
    select ${workspace}, id, 'Cleo Park', '{}', '{}', '{}', ${origin}, now()
    from unnest(${people}::uuid[]) as id`.execute(tx)
  await sql`insert into position (workspace_id, id, person_id, organization_id, from_date, ended, seen_on, origin_id)
    select ${workspace}, gen_random_uuid(), id, (select id from organization order by id limit 1),
      2000 + (number % 20) || '-0' || 1 + number % 7, false, '2026-06-01', ${origin}
    from unnest(${people}::uuid[]) with ordinality as each (id, number)`.execute(tx)
}

/** "Me" knows everybody. */
const know = ({ tx, workspace, me }: Context) =>
  sql`insert into tie_word (workspace_id, id, a, b, says, at)
    select ${workspace}, gen_random_uuid(), least(id, ${me}), greatest(id, ${me}), 'know-well', now()
    from person where id <> ${me}`.execute(tx)

describe('a graph in two processes', () => {
  it('follows what the other one commits, in whatever order', async () => {
    const draw = seeded(11)
    await someWorld(draw)
    const other = house.another()
    await expectFollowed('here')
    await expectFollowed('there', other)
    const load = vi.spyOn(other.engine, 'load')
    let late: () => void = () => {}
    const isAsked = new Promise<void>((resolve) => {
      late = resolve
    })
    // Begins first, commits last: what it wrote has a smaller number in the log than what was seen already.
    const slow = sayIn(other, 'know-well', isAsked)
    await slow.said
    await house.inside(write('connect', draw))
    const before = await expectFollowed('the quick one', other)
    expect(await expectFollowed('still the quick one', other)).toEqual(before)
    late()
    await slow.committed
    const after = await expectFollowed('the slow one, there', other)
    expect(after).not.toEqual(before)
    expect(await expectFollowed('the slow one, here')).toEqual(after)
    for (let step = 0; step < 20; step++) {
      const [writer, reader] = step % 2 === 0 ? [house, other] : [other, house]
      const name = draw.pick(Object.keys(WRITES))
      await writer.inside(write(name, draw))
      await expectFollowed(`${name} by the other`, reader)
    }
    // The fresh ones alone.
    expect(load.mock.calls.length).toBe(3 + 10)
  })

  it('follows at the commit itself where it listens, unless nobody asked there', async () => {
    await someWorld(seeded(12))
    const other = house.another()
    let report = () => {}
    const close = await followCommits(other, () => report())
    const load = vi.spyOn(other.engine, 'load')
    await house.inside(know)
    const key = await other.inside(async (context) => (await graphOf(context)).key)
    expect(load).toHaveBeenCalledTimes(1)
    const reported = new Promise<void>((resolve) => {
      report = resolve
    })
    const before = (await other.engine.version(key))!
    await house.inside(async ({ tx }) => tx.deleteFrom('position').execute())
    await reported
    expect(await other.engine.version(key)).toBeGreaterThan(before)
    const calls = vi.spyOn(other.engine, 'calls')
    await other.inside(graphOf)
    expect(calls).not.toHaveBeenCalled()
    await close()
    await expectFollowed('afterwards', other)
  })

  /** A word between "me" and somebody, in a transaction that waits before it commits. */
  function sayIn(at: TestHouse, says: string, until: Promise<void>) {
    let told: () => void
    const said = new Promise<void>((resolve) => {
      told = resolve
    })
    const committed = at.inside(async ({ tx, workspace, me }) => {
      await sql`insert into tie_word (workspace_id, id, a, b, says, at)
        select ${workspace}, ${newId()}, least(id, ${me}), greatest(id, ${me}), ${says}, now()
        from person where id <> ${me} order by id limit 1`.execute(tx)
      told()
      await until
    })
    return { said, committed }
  }
})

describe('a transaction that wrote facts', () => {
  const tiesOf = async (context: Context) => {
    const graph = await graphOf(context)
    const reach = await context.engine.reach(graph.key, {
      from: graph.personAt.get(context.me!)!,
      maxTies: 1,
    })
    return reach.filter((cost) => cost < 255).length
  }

  it('sees them in a graph of its own, and nobody else does', async () => {
    await someWorld(seeded(5))
    const before = await house.inside(tiesOf)
    let key = ''
    await rolledBack(async (context) => {
      await know(context)
      expect(await tiesOf(context)).toBe(14)
      key = (await graphOf(context)).key
      expect(await house.inside(tiesOf)).toBe(before)
    })
    expect(before).toBeLessThan(14)
    expect(await house.inside(tiesOf)).toBe(before)
    expect(await house.engine.version(key)).toBeNull()
    await house.inside(know)
    expect(await house.inside(tiesOf)).toBe(14)
  })
})
