/** Least costs to organizations: what a room opens, and reach in bulk. */
import { checkId, checkIds, checkWhole } from './check.ts'
import { DEAREST, MIN_GAIN, NONE } from './cost.ts'
import { explore, type Layers, pathTo } from './explore.ts'
import { ID_BITS, ID_MASK } from './lists.ts'
import { compareSequences } from './order.ts'
import { markSkipped } from './skip.ts'
import { firstTies, hopCostOf, noCosts, roomTies, type State } from './state.ts'
import type { Door, DoorQuery, Exclude, HopCost, ReachAllQuery, ReachQuery } from './types.ts'

/** For each organization the least cost, and where the path of that cost ends. */
type Ends = { cost: Uint8Array; layer: Uint8Array; person: Uint32Array }

/**
 * Two explorations, however many organizations there are: one without the room, and one through the room alone, up
 * to the threshold. Where the room lowers a cost, the best path begins with a tie that it adds or strengthens, so the second has it.
 */
export function findDoors(state: State, query: DoorQuery): Door[] {
  const from = checkId('from', query.from, state.people)
  const threshold = checkWhole('threshold', query.threshold, 0, DEAREST)
  const minGain = checkWhole('minGain', query.minGain ?? MIN_GAIN, 1, NONE)
  const start = { state, from, hopCost: hopCostOf(state, query.hopCost), exclude: query.exclude }
  const before = costsAt(state, outwards(start, firstTies(state, from), DEAREST))
  const layers = outwards(start, roomTies(state, query.room), threshold)
  const after = endsAt(state, layers)
  const doors: Door[] = []
  for (let organization = 0; organization < state.organizations; organization++) {
    if (query.only === 'open' && state.open[organization] === 0) continue
    const costs = { before: before[organization]!, after: after.cost[organization]! }
    if (!isDoor(costs, threshold, minGain)) continue
    const people = pathTo(layers, after.layer[organization]!, after.person[organization]!)
    doors.push({ organization, ...costs, people })
  }
  return doors
}

function isDoor({ before, after }: { before: number; after: number }, threshold: number, minGain: number) {
  if (after > threshold || after >= before) return false
  return before > threshold || before - after >= minGain
}

export function findReachAll(state: State, query: ReachAllQuery): Uint8Array {
  checkIds('from', query.from, state.people)
  checkIds('organizations', query.organizations ?? [], state.organizations)
  const hopCost = hopCostOf(state, query.hopCost)
  const columns = query.organizations?.length ?? state.organizations
  const answer = new Uint8Array(query.from.length * columns)
  for (let row = 0; row < query.from.length; row++) {
    const from = query.from[row]!
    const start = { state, from, hopCost, exclude: query.exclude }
    const costs = costsAt(state, outwards(start, firstTies(state, from), DEAREST))
    answer.set(picked(costs, query.organizations), row * columns)
  }
  return answer
}

function picked(costs: Uint8Array, organizations: ReachAllQuery['organizations']): Uint8Array {
  return organizations ? Uint8Array.from(organizations, (organization) => costs[organization]!) : costs
}

/** Least cost to each person. */
export function findReach(state: State, query: ReachQuery): Uint8Array {
  const from = checkId('from', query.from, state.people)
  const maxTies = checkWhole('maxTies', query.maxTies ?? 3, 1, 3)
  const start = { state, from, hopCost: hopCostOf(state, query.hopCost), exclude: query.exclude, maxTies }
  const [one, two, three] = outwards(start, firstTies(state, from, query.room), DEAREST)
  return one.cost.map((cost, person) => Math.min(cost, two.cost[person]!, three.cost[person]!))
}

type Start = { state: State; from: number; hopCost: HopCost; exclude?: Exclude; maxTies?: number }

function outwards({ state, from, hopCost, exclude, maxTies = 3 }: Start, first: Uint32Array, atMost: number) {
  const skip = markSkipped(state.skip, from, exclude)
  return explore({ layers: state.layers, ties: state.ties, first, hopCost, maxTies, atMost, skip, from })
}

/** Least cost to each organization. */
function costsAt(state: State, layers: Layers): Uint8Array {
  const { start, size, words } = state.affiliations
  const least = noCosts(state.organizations)
  for (const { cost, reached } of layers) {
    for (const person of reached) {
      const stop = start[person]! + size[person]!
      for (let at = start[person]!; at < stop; at++) {
        const word = words[at]!
        const total = cost[person]! + (word >>> ID_BITS)
        if (total > DEAREST) break
        if (total < least[word & ID_MASK]!) least[word & ID_MASK] = total
      }
    }
  }
  return least
}

/** Least cost to each organization with its path: layers come in the order of ties, so the fewest ties win. */
function endsAt(state: State, layers: Layers): Ends {
  const length = state.organizations
  const ends = { cost: noCosts(length), layer: new Uint8Array(length), person: new Uint32Array(length) }
  layers.forEach(({ cost, reached }, layer) => {
    for (const person of reached) offerEnd({ state, layers, ends, layer, person, cost: cost[person]! })
  })
  return ends
}

type End = { state: State; layers: Layers; ends: Ends; layer: number; person: number; cost: number }

function offerEnd({ state, layers, ends, layer, person, cost }: End): void {
  const { start, size, words } = state.affiliations
  for (let at = start[person]!; at < start[person]! + size[person]!; at++) {
    const organization = words[at]! & ID_MASK
    const total = cost + (words[at]! >>> ID_BITS)
    const known = ends.cost[organization]!
    if (total > known || total > DEAREST) continue
    if (total === known && !isEarlierPath(layers, layer, person, ends, organization)) continue
    ends.cost[organization] = total
    ends.layer[organization] = layer
    ends.person[organization] = person
  }
}

function isEarlierPath(
  layers: Layers,
  layer: number,
  person: number,
  ends: Ends,
  organization: number,
): boolean {
  if (ends.layer[organization]! < layer) return false
  const known = pathTo(layers, layer, ends.person[organization]!)
  return compareSequences(pathTo(layers, layer, person), known) < 0
}
