/** Bad input is a RangeError that names the argument and the index; nothing wraps around silently. */
import { DEAREST, NONE } from './cost.ts'
import { MOST_WORDS } from './space.ts'
import type { Exclude, HopCost, Ids, NetworkInput, Room } from './types.ts'

/** A packed word has 24 bits for a person or an organization. */
export const MOST_IDS = 2 ** 24
/** People in one room: what a question has place for. */
const MOST_MET = MOST_WORDS - 1

/** Checks one whole number. @throws RangeError */
export function checkWhole(name: string, value: number, least: number, most: number): number {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`${name} is ${value}, not a whole number from ${least} to ${most}`)
  }
  return value
}

/** Checks that an id is below `count`. @throws RangeError */
export function checkId(name: string, value: number, count: number): number {
  if (!Number.isInteger(value) || value < 0 || value >= count) {
    throw new RangeError(`${name} is ${value}, not an id below ${count}`)
  }
  return value
}

export function checkIds(name: string, ids: Ids, count: number): void {
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at]!
    if (!(id < count)) checkId(`${name}[${at}]`, id, count)
    else if (!(ids instanceof Uint32Array)) checkId(`${name}[${at}]`, id, count)
  }
}

function checkCosts(name: string, costs: ArrayLike<number>, least: number): void {
  for (let at = 0; at < costs.length; at++) {
    const cost = costs[at]!
    if (!(cost >= least && cost <= DEAREST)) checkWhole(`${name}[${at}]`, cost, least, DEAREST)
  }
}

function checkEqualLengths(name: string, columns: Record<string, ArrayLike<number>>): void {
  const [[first, { length }], ...others] = Object.entries(columns) as [
    [string, ArrayLike<number>],
    ...[string, ArrayLike<number>][],
  ]
  for (const [column, values] of others) {
    if (values.length === length) continue
    throw new RangeError(`${name}.${column} has ${values.length} values, ${name}.${first} ${length}`)
  }
}

export function checkHopCost(hopCost: HopCost): HopCost {
  if (hopCost.length !== 3) throw new RangeError(`hopCost has ${hopCost.length} values, not 3`)
  hopCost.forEach((cost, at) => {
    checkWhole(`hopCost[${at}]`, cost, 0, NONE)
  })
  return hopCost
}

export function checkInput(input: NetworkInput): void {
  const { people, organizations, ties, affiliations } = input
  checkWhole('people', people, 0, MOST_IDS)
  checkWhole('organizations', organizations, 0, MOST_IDS)
  checkEqualLengths('ties', ties)
  checkIds('ties.a', ties.a, people)
  checkIds('ties.b', ties.b, people)
  checkCosts('ties.cost', ties.cost, 1)
  checkEqualLengths('affiliations', affiliations)
  checkIds('affiliations.person', affiliations.person, people)
  checkIds('affiliations.organization', affiliations.organization, organizations)
  checkCosts('affiliations.cost', affiliations.cost, 0)
  checkIds('open', input.open ?? [], organizations)
  if (input.hopCost) checkHopCost(input.hopCost)
}

export function checkRoom(room: Room, people: number): void {
  checkWhole('room.length', room.length, 0, MOST_MET)
  room.forEach(({ person, cost }, at) => {
    checkId(`room[${at}].person`, person, people)
    checkWhole(`room[${at}].cost`, cost, 1, DEAREST)
  })
}

export function checkExclude(exclude: Exclude, people: number): void {
  checkIds('exclude.people', exclude.people ?? [], people)
  exclude.ties?.forEach((tie, at) => {
    checkId(`exclude.ties[${at}][0]`, tie[0], people)
    checkId(`exclude.ties[${at}][1]`, tie[1], people)
  })
}
