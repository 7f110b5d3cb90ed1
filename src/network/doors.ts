/** Least costs outwards: what a room opens, and reach in bulk. */
import { asIf, bar, roomOf } from './as-if.ts'
import { checkExclude, checkId, checkIds, checkRoom, checkWhole } from './check.ts'
import { DEAREST, MIN_GAIN, NONE } from './cost.ts'
import type { Exploration, Keep } from './kernel.ts'
import { BARRED, END, pack } from './space.ts'
import { hopCostOf, type State } from './state.ts'
import type { Door, DoorQuery, Exclude, ReachAllQuery, ReachQuery } from './types.ts'

const FULL = DEAREST + 1

/**
 * Explorations, however many organizations there are: through the room alone and up to the threshold, which finds
 * whatever the room may improve (its best path then begins with a tie to the room); without the room, for the costs
 * before; and through the room again, from which the paths of the doors are read.
 */
export function findDoors(state: State, query: DoorQuery): Door[] {
  const from = checkId('from', query.from, state.people)
  const threshold = checkWhole('threshold', query.threshold, 0, DEAREST)
  const minGain = checkWhole('minGain', query.minGain ?? MIN_GAIN, 1, NONE)
  const hops = hopCostOf(state, query.hopCost)
  checkRoom(query.room, state.people)
  checkExclude(query.exclude ?? {}, state.people)
  const room = writeRoom(state, from, query)
  const met: Exploration = { first: room, hops, maxTies: 3, full: threshold + 1 }
  const keep: Keep = { full: met.full, threshold, minGain, openOnly: query.only === 'open' }
  return asIf(state, from, { ...(query.exclude && { exclude: query.exclude }) }, () => {
    const without = { ...met, first: firstOf(state, from), full: FULL }
    return doorsBetween(state, { from, exclude: query.exclude }, { met, without, keep })
  })
}

type Asked = { from: number; exclude: Exclude | undefined }
type Plan = { met: Exploration; without: Exploration; keep: Keep }

function doorsBetween(state: State, asked: Asked, { met, without, keep }: Plan): Door[] {
  const { kernel } = state
  exploreFor(state, asked, met)
  kernel.endAtOrganizations()
  kernel.wipe()
  exploreFor(state, asked, without)
  const count = kernel.keepDoors(keep)
  kernel.wipe()
  const doors = count === 0 ? [] : readDoors(state, asked, met)
  kernel.wipeOrganizations()
  return doors
}

function readDoors(state: State, asked: Asked, met: Exploration): Door[] {
  exploreFor(state, asked, met)
  const doors: Door[] = []
  let organization = 0
  for (;;) {
    const way = state.kernel.nextDoor(met, organization)
    if (!way) break
    doors.push({ ...way, people: [asked.from, ...way.people] })
    organization = way.organization + 1
  }
  state.kernel.wipe()
  return doors
}

function exploreFor(state: State, { from, exclude }: Asked, exploration: Exploration): void {
  const { second, best } = state.space.scratch
  bar(state, [second, best], from, exclude)
  state.kernel.explore(exploration)
}

function firstOf({ space }: State, person: number): number {
  return space.words[(space.layout.heads >>> 2) + person]!
}

/** Writes the room where a question's words go; answers their address. */
function writeRoom({ space }: State, from: number, { room, exclude }: DoorQuery): number {
  const { question } = space.scratch
  let at = question >>> 2
  for (const { person, cost } of roomOf(from, room, exclude)) space.words[at++] = pack(person, cost)
  space.words[at] = END
  return question
}

/** Least cost to each person. */
export function findReach(state: State, query: ReachQuery): Uint8Array {
  const from = checkId('from', query.from, state.people)
  const maxTies = checkWhole('maxTies', query.maxTies ?? 3, 1, 3)
  const hops = hopCostOf(state, query.hopCost)
  return asIf(state, from, query, () => {
    const first = firstOf(state, from)
    exploreFor(state, { from, exclude: query.exclude }, { first, hops, maxTies, full: FULL })
    const { bytes, scratch } = state.space
    const costs = bytes.slice(scratch.best, scratch.best + state.people).map(costOf)
    state.kernel.wipe()
    return new Uint8Array(costs)
  })
}

const costOf = (left: number): number => (left === BARRED ? NONE : FULL - left)

/** A row a seeker, a column an organization. */
export function findReachAll(state: State, query: ReachAllQuery): Uint8Array {
  checkIds('from', query.from, state.people)
  checkIds('organizations', query.organizations ?? [], state.organizations)
  const hops = hopCostOf(state, query.hopCost)
  const columns = Uint32Array.from(query.organizations ?? Array(state.organizations).keys())
  const answer = new Uint8Array(query.from.length * columns.length)
  const { exclude } = query
  return asIf(state, 0, { ...(exclude && { exclude }) }, () => {
    const leastCosts = state.kernel.leastCosts(columns)
    for (let row = 0; row < query.from.length; row++) {
      const from = query.from[row]!
      exploreFor(state, { from, exclude }, { first: firstOf(state, from), hops, maxTies: 3, full: FULL })
      leastCosts(answer.subarray(row * columns.length, (row + 1) * columns.length))
      state.kernel.wipe()
    }
    return answer
  })
}
