import type { NetworkInput } from '../../src/network/types.ts'
import { type Random, seeded } from './random.ts'

/** Costs as docs/model.md has them: a team mate of some years, somebody written to or met, a LinkedIn click. */
const TEAM: [number, number] = [20, 70]
const KNOWN: [number, number] = [24, 120]
const CLICK: [number, number] = [130, 172]
const FORMER: [number, number] = [24, 130]
const TEAM_SIZE = 8
const KNOWN_PEOPLE = 4
const CLICKS = 12
/** One in 200 knows some hundreds of people. */
const HUBS = 200
const HUB_CLICKS = 400

type Columns = { a: number[]; b: number[]; cost: number[] }

/**
 * A seeded network: people in organizations whose sizes follow Zipf, in teams that are cliques, with
 * acquaintances and clicks anywhere, some hubs, and former employers. A third of the organizations have openings.
 */
export function networkOf(people: number, seed: number): NetworkInput {
  const random = seeded(seed)
  const organizations = Math.ceil(people / 10)
  const staff = Array.from({ length: organizations }, (): number[] => [])
  for (let person = 0; person < people; person++) staff[random.zipf(organizations)]!.push(person)
  const ties = tiesOf(random, people, staff)
  const affiliations = affiliationsOf(random, organizations, staff)
  return {
    people,
    organizations,
    ties: { a: Uint32Array.from(ties.a), b: Uint32Array.from(ties.b), cost: Uint8Array.from(ties.cost) },
    affiliations: {
      person: Uint32Array.from(affiliations.a),
      organization: Uint32Array.from(affiliations.b),
      cost: Uint8Array.from(affiliations.cost),
    },
    open: Uint32Array.from(staff.keys()).filter((id) => id % 3 === 0),
  }
}

function tiesOf(random: Random, people: number, staff: number[][]): Columns {
  const ties: Columns = { a: [], b: [], cost: [] }
  const tie = (a: number, b: number, cost: [number, number]) => {
    if (a !== b) add(ties, a, b, between(random, cost))
  }
  for (const members of staff) {
    for (let at = 0; at < members.length; at++) {
      const team = at - (at % TEAM_SIZE)
      for (let other = team; other < at; other++) tie(members[at]!, members[other]!, TEAM)
    }
  }
  for (let person = 0; person < people; person++) {
    const clicks = person % HUBS === 0 ? HUB_CLICKS : CLICKS
    for (let click = 0; click < clicks; click++) tie(person, random.below(people), CLICK)
    for (let known = 0; known < KNOWN_PEOPLE; known++) tie(person, random.below(people), KNOWN)
  }
  return ties
}

function affiliationsOf(random: Random, organizations: number, staff: number[][]): Columns {
  const columns: Columns = { a: [], b: [], cost: [] }
  for (const [organization, members] of staff.entries()) {
    for (const person of members) {
      add(columns, person, organization, 0)
      add(columns, person, random.zipf(organizations), between(random, FORMER))
    }
  }
  return columns
}

function add(columns: Columns, a: number, b: number, cost: number): void {
  columns.a.push(a)
  columns.b.push(b)
  columns.cost.push(cost)
}

const between = (random: Random, [least, most]: [number, number]): number =>
  least + random.below(most - least + 1)

/** How many ties there are when parallel ones count once, in both directions. */
export function directedTies({ people, ties }: NetworkInput): number {
  const pairs = Float64Array.from(ties.a, (a, at) => {
    const b = ties.b[at]!
    return Math.min(a, b) * people + Math.max(a, b)
  }).sort()
  return 2 * pairs.reduce((count, pair, at) => count + Number(pair !== pairs[at - 1]), 0)
}
