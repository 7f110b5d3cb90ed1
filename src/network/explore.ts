/**
 * Least costs from one seeker outwards, layer by layer: to everybody by exactly one, two and three ties.
 * A layer's least walk that visits somebody twice costs more than the path without the loop (each tie costs at
 * least 1, further ties never less), which an earlier layer holds: so the least over the layers is a simple path.
 */
import { NONE } from './cost.ts'
import { ID_BITS, ID_MASK, type Lists } from './lists.ts'
import { isSkipped, type Skip } from './skip.ts'
import type { HopCost } from './types.ts'

/** People reached in one layer, the cost to each (255 = not), and who stands before them. */
export type Layer = { cost: Uint8Array; before: Uint32Array; reached: number[] }
export type Layers = readonly [Layer, Layer, Layer]

export type Exploration = {
  layers: Layers
  ties: Lists
  /** The seeker's ties, cheapest first. */
  first: Uint32Array
  hopCost: HopCost
  maxTies: number
  atMost: number
  skip: Skip
  from: number
}

/** Fills the layers, which then answer for this exploration only. */
export function explore(exploration: Exploration): Layers {
  const { layers } = exploration
  for (const layer of layers) {
    layer.cost.fill(NONE)
    layer.reached.length = 0
  }
  reachOne(exploration, layers[0])
  if (exploration.maxTies >= 2) reachTwo(exploration, layers)
  if (exploration.maxTies >= 3) reachThree(exploration, layers)
  return layers
}

/** Room for one exploration at a time. */
export function emptyLayers(people: number): Layers {
  return [emptyLayer(people), emptyLayer(people), emptyLayer(people)]
}

function emptyLayer(people: number): Layer {
  return { cost: new Uint8Array(people), before: new Uint32Array(people), reached: [] }
}

function reachOne(
  { first, hopCost, atMost, skip, from }: Exploration,
  { cost, before, reached }: Layer,
): void {
  for (const word of first) {
    const total = (word >>> ID_BITS) + hopCost[0]
    if (total > atMost) return
    const person = word & ID_MASK
    if (skip.mark[person] !== 0 && isSkipped(skip, from, person)) continue
    cost[person] = total
    before[person] = from
    reached.push(person)
  }
}

function reachTwo({ ties, hopCost, atMost, skip }: Exploration, [one, two]: Layers): void {
  const { start, size, words } = ties
  const { mark } = skip
  const { cost, before, reached } = two
  for (const near of one.reached) {
    const soFar = one.cost[near]! + hopCost[1]
    const end = start[near]! + size[near]!
    for (let at = start[near]!; at < end; at++) {
      const word = words[at]!
      const total = soFar + (word >>> ID_BITS)
      if (total > atMost) break
      const person = word & ID_MASK
      const known = cost[person]!
      if (total > known || (total === known && before[person]! < near)) continue
      if (mark[person] !== 0 && isSkipped(skip, near, person)) continue
      if (known === NONE) reached.push(person)
      cost[person] = total
      before[person] = near
    }
  }
}

/** As reachTwo; of equal costs the earlier sequence (first connector, then second) stays. */
function reachThree({ ties, hopCost, atMost, skip }: Exploration, [one, two, three]: Layers): void {
  const { start, size, words } = ties
  const { mark } = skip
  const { cost, before, reached } = three
  for (const near of two.reached) {
    // Whoever is as near by one tie leads on at no higher cost with fewer ties.
    if (one.cost[near]! <= two.cost[near]!) continue
    const soFar = two.cost[near]! + hopCost[2]
    const end = start[near]! + size[near]!
    for (let at = start[near]!; at < end; at++) {
      const word = words[at]!
      const total = soFar + (word >>> ID_BITS)
      if (total > atMost) break
      const person = word & ID_MASK
      const known = cost[person]!
      if (total > known || total >= one.cost[person]! || total >= two.cost[person]!) continue
      if (mark[person] !== 0 && isSkipped(skip, near, person)) continue
      if (total === known && !isEarlier(two.before, near, before[person]!)) continue
      if (known === NONE) reached.push(person)
      cost[person] = total
      before[person] = near
    }
  }
}

function isEarlier(first: Uint32Array, one: number, other: number): boolean {
  return first[one]! < first[other]! || (first[one] === first[other] && one < other)
}

/** The path that a layer (0, 1 or 2) holds to somebody, seeker first. */
export function pathTo(layers: Layers, layer: number, end: number): number[] {
  const people = [end]
  for (let at = layer; at >= 0; at--) people.unshift(layers[at]!.before[people[0]!]!)
  return people
}
