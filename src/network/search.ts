/**
 * The `top` least costly simple paths to an organization or a person, by branch and bound on the last of the best:
 * forward from the seeker by one and two ties, and for three ties meeting what one step back from the ends gives.
 */
import { checkId, checkWhole } from './check.ts'
import { DEAREST, NONE } from './cost.ts'
import { ID_BITS, ID_MASK, type Lists, listOf } from './lists.ts'
import { comparePaths } from './order.ts'
import { isSkipped, markSkipped, type Skip } from './skip.ts'
import { firstTies, hopCostOf, noCosts, type State } from './state.ts'
import type { FoundPath, HopCost, PathQuery } from './types.ts'

type Search = {
  ties: Lists
  first: Uint32Array
  skip: Skip
  from: number
  hops: HopCost
  /** What ending at each person costs; 255 = no end. */
  endCost: Uint8Array
  ends: number[]
  top: number
  atMost: number
  best: FoundPath[]
}

export function findPaths(state: State, query: PathQuery): FoundPath[] {
  const search = prepare(state, query)
  const maxTies = checkWhole('maxTies', query.maxTies ?? 3, 1, 3)
  if (search.ends.length === 0) return []
  searchOne(search)
  if (maxTies >= 2) searchTwo(search)
  if (maxTies >= 3) searchThree(search)
  return search.best
}

function prepare(state: State, query: PathQuery): Search {
  const from = checkId('from', query.from, state.people)
  const [one, two, three] = hopCostOf(state, query.hopCost)
  const skip = markSkipped(state.skip, from, query.exclude)
  return {
    ties: state.ties,
    first: firstTies(state, from, query.room),
    skip,
    from,
    hops: [one, one + two, one + two + three],
    ...endsOf(state, query),
    top: checkWhole('top', query.top ?? 10, 1, 1_000_000),
    atMost: checkWhole('atMost', query.atMost ?? DEAREST, 0, DEAREST),
    best: [],
  }
}

function endsOf(state: State, query: PathQuery): { endCost: Uint8Array; ends: number[] } {
  const endCost = noCosts(state.people)
  const ends: number[] = []
  for (const word of endWords(state, query)) {
    const person = word & ID_MASK
    endCost[person] = word >>> ID_BITS
    ends.push(person)
  }
  return { endCost, ends }
}

function endWords(state: State, query: PathQuery): Uint32Array {
  if (query.person !== undefined) return Uint32Array.of(checkId('person', query.person, state.people))
  const words = listOf(state.members, checkId('organization', query.organization, state.organizations))
  return query.currentOnly ? words.filter((word) => word >>> ID_BITS === 0) : words
}

/** A dearer path than this is of no use any more. */
function bound({ best, top, atMost }: Search): number {
  return best.length < top ? atMost : best[top - 1]!.cost
}

function offer(search: Search, cost: number, people: number[]): void {
  const { best, top } = search
  const path = { cost, people }
  let at = best.length
  while (at > 0 && comparePaths(path, best[at - 1]!) < 0) at--
  if (at === top) return
  best.splice(at, 0, path)
  if (best.length > top) best.pop()
}

function isLeftOut({ skip }: Search, near: number, next: number): boolean {
  return skip.mark[next] !== 0 && isSkipped(skip, near, next)
}

function searchOne(search: Search): void {
  const { first, from, hops, endCost } = search
  for (const word of first) {
    const soFar = (word >>> ID_BITS) + hops[0]
    if (soFar > bound(search)) return
    const end = word & ID_MASK
    const total = soFar + endCost[end]!
    if (endCost[end] === NONE || total > bound(search) || isLeftOut(search, from, end)) continue
    offer(search, total, [from, end])
  }
}

function searchTwo(search: Search): void {
  const { first, from, hops } = search
  for (const word of first) {
    const connector = word & ID_MASK
    const soFar = (word >>> ID_BITS) + hops[1]
    if (soFar >= bound(search)) return
    if (!isLeftOut(search, from, connector)) searchLast(search, [from, connector], soFar)
  }
}

function searchThree(search: Search): void {
  const { first, from, hops } = search
  const toEnd = stepBack(search)
  for (const word of first) {
    const connector = word & ID_MASK
    const soFar = (word >>> ID_BITS) + hops[2]
    if (soFar + 1 >= bound(search)) return
    if (!isLeftOut(search, from, connector)) searchSecond(search, connector, soFar, toEnd)
  }
}

function searchSecond(search: Search, connector: number, cost: number, toEnd: Uint8Array): void {
  const { ties, from } = search
  const { start, size, words } = ties
  let most = bound(search)
  const stop = start[connector]! + size[connector]!
  for (let at = start[connector]!; at < stop; at++) {
    const word = words[at]!
    const soFar = cost + (word >>> ID_BITS)
    if (soFar >= most) return
    const second = word & ID_MASK
    if (toEnd[second] === NONE || soFar + toEnd[second]! > most) continue
    if (isLeftOut(search, connector, second)) continue
    searchLast(search, [from, connector, second], soFar)
    most = bound(search)
  }
}

/** Offers each path that one more tie from the last of `people` completes. */
function searchLast(search: Search, people: number[], cost: number): void {
  const { ties, endCost } = search
  const near = people.at(-1)!
  const { start, size, words } = ties
  const stop = start[near]! + size[near]!
  let most = bound(search)
  for (let at = start[near]!; at < stop; at++) {
    const word = words[at]!
    const soFar = cost + (word >>> ID_BITS)
    if (soFar > most) return
    const end = word & ID_MASK
    if (endCost[end] === NONE || soFar + endCost[end]! > most) continue
    if (people.includes(end) || isLeftOut(search, near, end)) continue
    offer(search, soFar + endCost[end]!, [...people, end])
    most = bound(search)
  }
}

/** Least cost from each person by one tie to an end, ending included; 255 where none can still be of use. */
function stepBack(search: Search): Uint8Array {
  const { ties, first, hops, endCost, ends } = search
  const toEnd = noCosts(endCost.length)
  const { start, size, words } = ties
  const least = first.length === 0 ? NONE : hops[2] + (first[0]! >>> ID_BITS) + 1
  const most = bound(search) - least
  for (const end of ends) {
    const stop = start[end]! + size[end]!
    for (let at = start[end]!; at < stop; at++) {
      const word = words[at]!
      const cost = endCost[end]! + (word >>> ID_BITS)
      if (cost > most) break
      const person = word & ID_MASK
      if (cost < toEnd[person]!) toEnd[person] = cost
    }
  }
  return toEnd
}
