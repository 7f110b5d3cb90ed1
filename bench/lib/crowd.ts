import type { NetworkInput } from '../../src/network/types.ts'
import { type Random, seeded } from './random.ts'

/** Costs as MODELS gives them: a team of now, a team of before, the same firm, a LinkedIn click. */
const TEAM: [number, number] = [30, 110]
const FORMER_TEAM: [number, number] = [60, 150]
const SAME_FIRM: [number, number] = [90, 180]
const CLICK: [number, number] = [130, 172]
const FORMER: [number, number] = [24, 130]

const TEAM_SIZES: [number, number] = [12, 28]
const SAME_FIRM_TIES = 23
const CLICKS = 16
/** One in 500 knows some thousand people. */
const HUBS = 500
const HUB_CLICKS = 1200
const PEOPLE_AN_ORGANIZATION = 20

/** Ties as they are drawn, in columns that grow. */
class Columns {
  a: Uint32Array
  b: Uint32Array
  cost: Uint8Array
  length = 0

  constructor(most: number) {
    this.a = new Uint32Array(most)
    this.b = new Uint32Array(most)
    this.cost = new Uint8Array(most)
  }

  add(a: number, b: number, cost: number): void {
    this.a[this.length] = a
    this.b[this.length] = b
    this.cost[this.length++] = cost
  }

  filled() {
    const { length } = this
    return { a: this.a.slice(0, length), b: this.b.slice(0, length), cost: this.cost.slice(0, length) }
  }
}

/**
 * A seeded crowd with some 45 ties a person (90 and more counted both ways): organizations whose sizes follow Zipf; teams, of
 * now and of half of the people before, as cliques; ties across the firm; clicks to anybody; hubs. Half of the
 * people have a former employer too, and a third of the organizations openings.
 */
export function crowdOf(people: number, seed: number): NetworkInput {
  const random = seeded(seed)
  const organizations = Math.ceil(people / PEOPLE_AN_ORGANIZATION)
  const ties = new Columns(people * 62)
  const affiliations = new Columns(people * 2)
  const now = staffOf(people, organizations, () => random.zipf(organizations))
  const before = staffOf(people, organizations, () => (random.below(2) ? random.zipf(organizations) : -1))
  for (const [list, cost, affiliation] of [
    [now, TEAM, [0, 0]],
    [before, FORMER_TEAM, FORMER],
  ] as const) {
    for (const [organization, members] of list.entries()) {
      for (const person of members) affiliations.add(person, organization, between(random, affiliation))
      addTeams(random, ties, members, cost)
    }
  }
  for (const members of now) addSameFirm(random, ties, members)
  addClicks(random, ties, people)
  const { a: person, b: organization, cost } = affiliations.filled()
  const open = Uint32Array.from(now.keys()).filter((id) => id % 3 === 0)
  return { people, organizations, ties: ties.filled(), affiliations: { person, organization, cost }, open }
}

function staffOf(people: number, organizations: number, draw: () => number): number[][] {
  const staff = Array.from({ length: organizations }, (): number[] => [])
  for (let person = 0; person < people; person++) staff[draw()]?.push(person)
  return staff
}

function addTeams(
  random: Random,
  ties: Columns,
  members: readonly number[],
  cost: readonly [number, number],
): void {
  for (let start = 0; start < members.length; ) {
    const end = Math.min(members.length, start + between(random, TEAM_SIZES))
    for (let at = start; at < end; at++) {
      for (let other = start; other < at; other++) {
        ties.add(members[at]!, members[other]!, between(random, cost))
      }
    }
    start = end
  }
}

function addSameFirm(random: Random, ties: Columns, members: readonly number[]): void {
  if (members.length <= TEAM_SIZES[1]) return
  for (const person of members) {
    for (let tie = 0; tie < SAME_FIRM_TIES; tie++) {
      ties.add(person, members[random.below(members.length)]!, between(random, SAME_FIRM))
    }
  }
}

function addClicks(random: Random, ties: Columns, people: number): void {
  for (let person = 0; person < people; person++) {
    const clicks = person % HUBS === 0 ? HUB_CLICKS : CLICKS
    for (let click = 0; click < clicks; click++)
      ties.add(person, random.below(people), between(random, CLICK))
  }
}

const between = (random: Random, [least, most]: readonly [number, number]): number =>
  least + random.below(most - least + 1)
