import { monthIndex } from '../network/clock.ts'
import { Refusal } from '../refusal.ts'
import type { World } from './careers.ts'
import { inventOpenings } from './openings.ts'
import { inventPlaces } from './organizations.ts'
import { ownConnections } from './own-network.ts'
import { populate } from './people.ts'
import { type Random, randomBy } from './random.ts'
import { connectColleagues, packConnections, recommend, writeMessages } from './ties.ts'
import type { DemoData, DemoOptions } from './types.ts'

const DEFAULT_PEOPLE = 2_000
const DEFAULT_SEED = 1
const LEAST_PEOPLE = 200
const MOST_PEOPLE = 1_000_000
/** The seeker's own network is among so many people, however many there are. */
const CORE = 1_500
/** About so many stints at the seeker's own organizations, in any world. */
const OWN_STINTS = 150

/** @throws Refusal when the size or the seed is none. */
export function checkedOptions(options: DemoOptions): Required<DemoOptions> {
  const { people = DEFAULT_PEOPLE, seed = DEFAULT_SEED } = options
  if (!Number.isInteger(people) || people < LEAST_PEOPLE || people > MOST_PEOPLE) {
    const most = MOST_PEOPLE.toLocaleString('en')
    throw new Refusal(
      'invalid-input',
      `A demo has ${LEAST_PEOPLE} to ${most} people, not ${people}.`,
      'people',
    )
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new Refusal('invalid-input', `A seed is a whole number from 0, not ${seed}.`, 'seed')
  }
  return { people, seed }
}

/**
 * An invented world with a jobseeker in it. The same size, seed and `now` give the same world.
 * @throws Refusal when the size or the seed is none.
 */
export function generate(options: DemoOptions & { now: Date }): DemoData {
  const { people: count, seed } = checkedOptions(options)
  const { now } = options
  const random = randomBy(seed)
  const core = Math.min(count, CORE)
  const world = worldOf(random, count, core, now)
  const { places, month } = world
  const { first, occupations, ...everybody } = populate(world, count, core)
  const { positions, cast } = everybody
  const own = ownConnections(random, { positions, occupations, cast, first, core, count, month })
  const others = connectColleagues(random, positions, places.organizations.length, {
    first,
    people: count,
    month,
  })
  return {
    ...{ ...everybody, core, now, me: 0 },
    ...{ organizations: places.organizations, units: places.units, firms: places.firms },
    connections: packConnections([...own.linked, ...others]),
    contacts: writeMessages(random, 0, own.linked, now),
    recommendations: recommend(random, 0, own.colleagues),
    openings: inventOpenings(random, places.organizations, places.open),
    lookAlikes: [{ a: cast.tom!, b: cast.tomInvited!, because: 'the same name' }],
  }
}

function worldOf(random: Random, count: number, core: number, now: Date): World {
  const places = inventPlaces(random, count)
  return {
    ...{ random, places, month: monthIndex(now) },
    hasUnits: new Set(places.units.map(({ organization }) => organization)),
    ownShare: Math.min(0.3, Math.max(0.02, OWN_STINTS / (core * 3))),
  }
}
