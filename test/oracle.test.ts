import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { meetingDebrief } from '../src/meeting/debrief.ts'
import { invitationAdd } from '../src/meeting/invitation.ts'
import { openingList } from '../src/meeting/openings.ts'
import { pathFind } from '../src/meeting/paths.ts'
import { invitationWorth } from '../src/meeting/worth.ts'
import { careerAdd } from '../src/people/career.ts'
import { meSet } from '../src/people/me.ts'
import { personAdd } from '../src/people/people.ts'
import { tieConfirm, tieVeto } from '../src/people/tie.ts'
import { NOW, type TestHouse, testHouse } from './support/house.ts'
import {
  type Facts,
  type OraclePath,
  pathsTo,
  pathsToPerson,
  type Question,
  reachOf,
} from './support/oracle.ts'
import { affiliationCost, type Ground, strengthOf, tieCost } from './support/tie-model.ts'
import { addStranger, type Dice, dice, drawWorld, pairKey, type World } from './support/world.ts'

// The product's answers about paths and worth, held against SQL that says the definition again, over ties whose costs
// are counted a second time from the cards of the model: in small worlds that were told through the capabilities.

const WORLDS = 24
const now = new Date(NOW)
const IN_REACH = 161
const MIN_GAIN = 5

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

/** Ties and affiliations of a world. `foreseen`: places of the people whom the seeker would have met. */
async function factsOf(world: World, foreseen: number[] = []): Promise<Facts> {
  const { people, vetoes } = world
  const ids = await organizationIds(world)
  const ties = people.flatMap((one, a) =>
    people.slice(a + 1).flatMap((other, index) => {
      const b = a + 1 + index
      const veto = vetoes.get(pairKey(a, b))
      if (veto === 'do-not-use') return []
      const more: Ground[] = a === 0 && foreseen.includes(b) ? [{ kind: 'foreseen' }] : []
      const grounds = [...(world.grounds.get(pairKey(a, b)) ?? []), ...more]
      const cost = tieCost(grounds, one.jobs, other.jobs, now, veto === 'do-not-know')
      return cost === null ? [] : [{ a: one.id, b: other.id, cost }]
    }),
  )
  const affiliations = people.flatMap(({ id, jobs }) =>
    jobs.flatMap((job) => {
      const cost = affiliationCost(job, now)
      return cost === null ? [] : [{ person: id, organization: ids.get(job.organization)!, cost }]
    }),
  )
  return { ties, affiliations }
}

async function organizationIds({ tenant }: World): Promise<Map<string, string>> {
  const rows = await house.query<{ id: string; name: string }>(
    'select id, name from organization where workspace_id = $1',
    [tenant.workspace],
  )
  return new Map(rows.map(({ id, name }) => [name, id]))
}

/** People now where the seeker is now are in no path. */
function questionOf({ people }: World, seeker = 0, withColleagues = false): Question {
  const presentOf = (at: number) =>
    people[at]!.jobs.filter(({ ended }) => !ended).map(({ organization }) => organization)
  const mine = new Set(presentOf(seeker))
  const colleagues = people.filter((_, at) => at !== seeker && presentOf(at).some((place) => mine.has(place)))
  return { seeker: people[seeker]!.id, excluded: withColleagues ? [] : colleagues.map(({ id }) => id) }
}

type Shown = { strength: number; steps: { from: { id: string }; to: { id: string } }[] }
const told = (paths: Shown[]) =>
  paths.map(({ strength, steps }) => ({ people: steps.map(({ to }) => to.id), strength }))
const expected = (paths: OraclePath[]) =>
  paths.map(({ people, cost }) => ({ people, strength: strengthOf(cost) }))

/** What was compared, so that nobody compares nothing. */
const seen = { paths: 0, even: 0, opened: 0, strengthened: 0, vetoes: 0, colleagues: 0, met: 0 }

const seeds = Array.from({ length: WORLDS }, (_, seed) => [seed] as const)

describe('in a small world', { timeout: 120_000 }, () => {
  it.each(seeds)("%i every path is the oracle's, in its order", async (seed) => {
    const random = dice(seed)
    const world = await drawWorld(house, random)
    const facts = await factsOf(world)
    const ids = await organizationIds(world)
    for (const [name, id] of ids) {
      const { paths } = await world.tenant.run(pathFind, { target: id, top: 100 })
      const wanted = await pathsTo(house, facts, questionOf(world), id)
      expect([name, told(paths)]).toEqual([name, expected(wanted)])
      seen.paths += paths.length
      seen.even += wanted.filter(({ cost }, at) => wanted[at + 1]?.cost === cost).length
    }
    await expectPathsToPeople(world, facts, random)
    await expectWorth(world, random)
    seen.vetoes += world.vetoes.size
    seen.colleagues += questionOf(world).excluded.length
  })

  it('there was enough of everything to compare', () => {
    expect(seen.paths).toBeGreaterThan(500)
    for (const [what, count] of Object.entries(seen)) expect([what, count > 5]).toEqual([what, true])
  })
})

/** Also from others than "me", and with colleagues let in. */
async function expectPathsToPeople(world: World, facts: Facts, random: Dice): Promise<void> {
  const { people, tenant } = world
  const from = random.below(people.length)
  for (const [at, { id: target }] of people.entries()) {
    if (at === from) continue
    const withColleagues = random.chance(0.5)
    const asked = { target, from: people[from]!.id, top: 100, withColleagues }
    const { paths, independent, none } = await tenant.run(pathFind, asked)
    const wanted = await pathsToPerson(house, facts, questionOf(world, from, withColleagues), target)
    expect(told(paths)).toEqual(expected(wanted))
    expect(none === undefined).toBe(paths.length > 0)
    expect(independent).toBe(independentOf(wanted))
  }
}

function independentOf(paths: OraclePath[]): number {
  const taken = new Set<string>()
  const apart = paths.filter(({ people }) => {
    if (people.some((person) => taken.has(person))) return false
    for (const person of people) taken.add(person)
    return true
  })
  return apart.length
}

/** A meeting with one to three people: its doors are what the oracle reaches with the new ties and not without. */
async function expectWorth(world: World, random: Dice): Promise<void> {
  const { tenant, people } = world
  const known = [1, 2].map(() => 1 + random.below(people.length - 1))
  const room = [...new Set([...known, await addStranger(world, random)])]
  const guests = room.map((at) => people[at]!)
  const { invitation } = await tenant.run(invitationAdd, {
    organization: 'Larch Partners',
    with: guests.map(({ id }) => id),
  })
  for (const { jobs } of guests) jobs.push({ organization: 'Larch Partners', ended: false })
  const inviter = (await organizationIds(world)).get('Larch Partners')!
  const question = questionOf(world)
  const before = await reachOf(house, await factsOf(world), question)
  const after = await reachOf(house, await factsOf(world, room), question)
  const doors = [...after].filter(
    ([id, cost]) =>
      id !== inviter && cost <= IN_REACH && (isNew(before.get(id)) || before.get(id)! - cost >= MIN_GAIN),
  )
  const opened = doors.filter(([id]) => isNew(before.get(id))).map(([id]) => id)
  const worth = await tenant.run(invitationWorth, { invitation })
  expect(worth.organizations.map(({ organization }) => organization.id).sort()).toEqual(opened.sort())
  for (const { organization, ...reach } of worth.organizations) {
    expect(reach).toMatchObject(reachShown(before.get(organization.id), after.get(organization.id)))
  }
  await expectDoors(world, worth, new Map(doors), before)
  if (room.every((at) => world.vetoes.get(pairKey(0, at)) === undefined))
    await expectTheSame(world, invitation)
}

const isNew = (cost: number | undefined): boolean => cost === undefined || cost > IN_REACH

const reachShown = (before: number | undefined, after: number | undefined) => ({
  before: before === undefined ? null : strengthOf(before),
  after: strengthOf(after!),
})

type Worth = Awaited<ReturnType<World['tenant']['run']>> & {
  doors: { opening: { id: string; organization: { id: string } }; kind: string; fit: number | null }[]
  totals: { organizations: number; opened: number; strengthened: number; people: number }
}

/** The openings behind those doors that fit, or of which nobody can tell; the greatest gain first. */
async function expectDoors(
  { tenant }: World,
  worth: Worth,
  doors: Map<string, number>,
  before: Map<string, number>,
): Promise<void> {
  const { openings } = await tenant.run(openingList, { top: 500 })
  const wanted = openings
    .filter(({ opening, fit }) => doors.has(opening.organization.id) && (fit === null || fit >= 0.3))
    .map(({ opening, fit }) => {
      const [was, is] = [before.get(opening.organization.id), doors.get(opening.organization.id)!]
      const gain = (fit ?? 0.3) * (strengthOf(is) - (was === undefined ? 0 : strengthOf(was)))
      return { id: opening.id, kind: isNew(was) ? 'opened' : 'strengthened', gain, ...reachShown(was, is) }
    })
    .sort((one, other) => other.gain - one.gain || (one.id < other.id ? -1 : 1))
  expect(worth.doors).toMatchObject(wanted.map(({ id, gain: _, ...door }) => ({ opening: { id }, ...door })))
  expect(worth.doors).toHaveLength(wanted.length)
  const of = (kind: string) => wanted.filter((door) => door.kind === kind).length
  expect(worth.totals).toMatchObject({ opened: of('opened'), strengthened: of('strengthened') })
  seen.opened += of('opened')
  seen.strengthened += of('strengthened')
}

/** Once the people have been met, the paths are as strong as was foreseen. */
async function expectTheSame({ tenant }: World, invitation: string): Promise<void> {
  const { organizations, room } = await tenant.run(invitationWorth, { invitation })
  const met = room.map(({ person }) => person.id)
  await tenant.run(meetingDebrief, { invitation, enthusiasm: 4, met })
  for (const { organization, after } of organizations) {
    const { paths } = await tenant.run(pathFind, { target: organization.id, top: 1 })
    expect(paths[0]?.strength).toBe(after)
    seen.met++
  }
}

describe('where there is no tie', () => {
  it('there is no path, and a sentence says so', async () => {
    const tenant = await house.tenant()
    await tenant.run(meSet, { name: 'Ada Quill' })
    const { person } = await tenant.run(personAdd, {
      name: 'Vera Holm',
      organization: 'Northwind',
      from: '2020',
    })
    for (const target of ['Northwind', person]) {
      const { paths, independent, none } = await tenant.run(pathFind, { target })
      expect({ paths, independent }).toEqual({ paths: [], independent: 0 })
      expect(none?.because).toMatch(/^No path/)
      expect(none?.nearest).toBeUndefined()
    }
  })

  it('somebody alone has no neighbour, among many who have', async () => {
    const world = await drawWorld(house, dice(4711))
    const { tenant, people } = world
    const { person } = await tenant.run(personAdd, { name: 'Iris Solo' })
    for (const { id } of people) {
      const { paths } = await tenant.run(pathFind, { target: id, from: person })
      expect(paths).toEqual([])
    }
    const { paths } = await tenant.run(pathFind, { target: person })
    expect(paths).toEqual([])
  })

  it('a vetoed tie is in no path at once, whatever else speaks for it', async () => {
    const tenant = await house.tenant()
    await tenant.run(meSet, { name: 'Ada Quill' })
    const { person } = await tenant.run(personAdd, {
      name: 'Vera Holm',
      organization: 'Northwind',
      from: '2018',
    })
    const { me } = await tenant.run(meSet, { email: 'ada@example.com' })
    await tenant.run(careerAdd, { person: me, at: ['Northwind:2018..2024'] })
    await tenant.run(tieConfirm, { person, says: 'know-well' })
    const count = async () => (await tenant.run(pathFind, { target: person })).paths.length
    expect(await count()).toBe(1)
    for (const says of ['do-not-know', 'do-not-use'] as const) {
      await tenant.run(tieVeto, { person, says })
      expect(await count()).toBe(0)
      await tenant.run(tieVeto, { person, says: 'veto-withdrawn' })
      expect(await count()).toBe(1)
    }
  })
})
