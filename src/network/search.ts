/**
 * The TypeScript kernel's `paths`: branch and bound on the last of the best. Forward from the seeker by one and two
 * ties; for three ties one step back from the ends first, then forward two ties, entering only who can still complete
 * a path. kernel/paths.ts is the same in AssemblyScript.
 */
import type { Search } from './kernel.ts'
import { comparePaths } from './order.ts'
import { BARRED, ID_BITS, ID_MASK, LAST, type Space } from './space.ts'
import type { FoundPath } from './types.ts'

type Searching = Search & {
  words: Uint32Array
  bytes: Uint8Array
  heads: number
  /** Tables: 1 + what ending at a person costs; what is left of 255 one tie before the ends. 0 = nothing. */
  endAt: number
  nearAt: number
  best: FoundPath[]
  /** A dearer path than this is of no use any more. */
  most: number
}

export function searchPaths(space: Space, search: Search): FoundPath[] {
  const { words, bytes, scratch, layout } = space
  const tables = { endAt: scratch.second, nearAt: scratch.best, heads: layout.heads >>> 2 }
  const searching: Searching = { ...search, words, bytes, ...tables, best: [], most: search.atMost }
  markEnds(searching)
  searchOne(searching)
  if (search.maxTies >= 2) searchTwo(searching)
  if (search.maxTies >= 3) searchThree(searching)
  clearEnds(searching)
  return searching.best
}

function markEnds({ words, bytes, ends, endLimit, endAt, nearAt }: Searching): void {
  for (let at = ends >>> 2; words[at]! < endLimit; at++) {
    const person = words[at]! & ID_MASK
    if (bytes[nearAt + person] !== BARRED) bytes[endAt + person] = (words[at]! >>> ID_BITS) + 1
  }
}

function clearEnds({ words, bytes, ends, endLimit, endAt }: Searching): void {
  for (let at = ends >>> 2; words[at]! < endLimit; at++) bytes[endAt + (words[at]! & ID_MASK)] = 0
}

/** The first word that does not fit into what is left to spend. */
function limitFor(left: number): number {
  return left >= 254 ? LAST : ((left + 1) << ID_BITS) >>> 0
}

function offer(searching: Searching, cost: number, people: number[]): void {
  const { best, top } = searching
  const path = { cost, people }
  let at = best.length
  while (at > 0 && comparePaths(path, best[at - 1]!) < 0) at--
  if (at === top) return
  best.splice(at, 0, path)
  if (best.length > top) best.pop()
  if (best.length === top) searching.most = Math.min(searching.most, best[top - 1]!.cost)
}

function searchOne(searching: Searching): void {
  const { words, bytes, endAt, first, from, hops } = searching
  for (let at = first >>> 2; words[at]! < LAST; at++) {
    const soFar = (words[at]! >>> ID_BITS) + hops[0]
    if (soFar > searching.most) return
    const person = words[at]! & ID_MASK
    const end = bytes[endAt + person]!
    if (end !== 0 && soFar + end - 1 <= searching.most) offer(searching, soFar + end - 1, [from, person])
  }
}

function searchTwo(searching: Searching): void {
  const { words, bytes, nearAt, first, from, hops } = searching
  for (let at = first >>> 2; words[at]! < LAST; at++) {
    const soFar = (words[at]! >>> ID_BITS) + hops[1]
    if (soFar >= searching.most) return
    const connector = words[at]! & ID_MASK
    if (bytes[nearAt + connector] !== BARRED) searchLast(searching, [from, connector], connector, soFar)
  }
}

/** Offers each path that one more tie from the last of `people` completes. */
function searchLast(searching: Searching, people: number[], last: number, soFar: number): void {
  const { words, bytes, heads, endAt } = searching
  const { most } = searching
  if (soFar >= most) return
  const limit = limitFor(most - soFar)
  for (let at = words[heads + last]! >>> 2; ; at++) {
    const word = words[at]!
    if (word >= limit) return
    const person = word & ID_MASK
    const end = bytes[(endAt + person) | 0]!
    if (end === 0) continue
    const total = soFar + (word >>> ID_BITS) + end - 1
    if (total <= searching.most && !people.includes(person)) offer(searching, total, [...people, person])
  }
}

/** A connector, what two ties cost so far (all hops paid), the second connector, and what the best path by them costs. */
type Step = { connector: number; second: number; cost: number; total: number }

/**
 * Each step (a connector and whom they know) that an end is near to makes a path at least, of a cost known by now. So
 * many steps of such costs say how dear the last of the best can be, before any is searched.
 */
function searchThree(searching: Searching): void {
  const { first, words, hops } = searching
  const spare = searching.most - hops[2] - (words[first >>> 2]! >>> ID_BITS) - 1
  if (spare < 1) return
  if (isCrowd(searching, spare)) searchForward(searching)
  else searchBackAndForth(searching, spare)
}

function searchBackAndForth(searching: Searching, spare: number): void {
  const { from } = searching
  stepBack(searching, spare)
  const steps: Step[] = []
  lowerMost(searching, noteSteps(searching, steps))
  for (const { connector, second, cost, total } of steps) {
    if (total <= searching.most) searchLast(searching, [from, connector, second], second, cost)
  }
  clearNear(searching, spare)
}

/** From so many ends for each connector on, stepping back from all of them takes longer than going forward alone. */
const CROWD = 1

function isCrowd({ words, first, ends, endLimit, hops, most }: Searching, spare: number): boolean {
  let left = 0
  const dearest = limitFor(most - hops[2] - 2)
  for (let at = first >>> 2; words[at]! < dearest; at++) left += CROWD
  const limit = Math.min(endLimit, limitFor(spare - 1))
  for (let at = ends >>> 2; words[at]! < limit; at++) if (--left < 0) return true
  return false
}

function searchForward(searching: Searching): void {
  const { words, bytes, nearAt, first, hops } = searching
  for (let at = first >>> 2; words[at]! < LAST; at++) {
    const soFar = (words[at]! >>> ID_BITS) + hops[2]
    if (soFar + 2 > searching.most) return
    const connector = words[at]! & ID_MASK
    if (bytes[nearAt + connector] !== BARRED) searchForwardBy(searching, connector, soFar)
  }
}

function searchForwardBy(searching: Searching, connector: number, soFar: number): void {
  const { words, bytes, heads, nearAt, from } = searching
  for (let at = words[heads + connector]! >>> 2; words[at]! < LAST; at++) {
    const cost = soFar + (words[at]! >>> ID_BITS)
    const second = words[at]! & ID_MASK
    if (cost >= searching.most) return
    if (bytes[nearAt + second] !== BARRED) searchLast(searching, [from, connector, second], second, cost)
  }
}

/** Answers how many paths there are at least of each cost. */
function noteSteps(searching: Searching, steps: Step[]): Uint32Array {
  const { words, bytes, nearAt, first, hops, most } = searching
  const tally = new Uint32Array(256)
  for (let at = first >>> 2; words[at]! < LAST; at++) {
    const soFar = (words[at]! >>> ID_BITS) + hops[2]
    if (soFar + 2 > most) break
    const connector = words[at]! & ID_MASK
    if (bytes[nearAt + connector] !== BARRED) noteStepsBy(searching, connector, soFar, steps, tally)
  }
  return tally
}

function noteStepsBy(
  { words, bytes, heads, nearAt, endAt, most }: Searching,
  connector: number,
  soFar: number,
  steps: Step[],
  tally: Uint32Array,
): void {
  const limit = limitFor(most - soFar - 1)
  const end = bytes[endAt + connector]!
  for (let at = words[heads + connector]! >>> 2; ; at++) {
    const word = words[at]!
    if (word >= limit) return
    const near = bytes[(nearAt + (word & ID_MASK)) | 0]!
    if (near === 0 || near === BARRED) continue
    const tie = word >>> ID_BITS
    const total = soFar + tie + 255 - near
    if (total > most) continue
    // The end that is near may be the connector: then this step makes no path.
    if (end === 0 || 255 - near !== end - 1 + tie) tally[total]!++
    steps.push({ connector, second: word & ID_MASK, cost: soFar + tie, total })
  }
}

function lowerMost(searching: Searching, tally: Uint32Array): void {
  for (const { cost } of searching.best) tally[cost]!++
  let paths = 0
  for (let cost = 0; cost < searching.most; cost++) {
    paths += tally[cost]!
    if (paths < searching.top) continue
    searching.most = cost
    return
  }
}

/** What is left, at the cheapest, after ending and the tie before it; 0 where that can be of no use. */
function stepBack(searching: Searching, spare: number): void {
  const { words, bytes, heads, nearAt, ends, endLimit, endAt } = searching
  for (let at = ends >>> 2; words[at]! < endLimit; at++) {
    const cost = words[at]! >>> ID_BITS
    const end = words[at]! & ID_MASK
    if (spare - cost < 1) break
    if (bytes[endAt + end] === 0) continue
    const limit = limitFor(spare - cost)
    for (let tie = words[heads + end]! >>> 2; words[tie]! < limit; tie++) {
      const left = 255 - cost - (words[tie]! >>> ID_BITS)
      const place = nearAt + (words[tie]! & ID_MASK)
      if (left > bytes[place]!) bytes[place] = left
    }
  }
}

/** The same walk as stepBack. */
function clearNear(searching: Searching, spare: number): void {
  const { words, bytes, heads, nearAt, ends, endLimit, endAt } = searching
  for (let at = ends >>> 2; words[at]! < endLimit; at++) {
    const cost = words[at]! >>> ID_BITS
    if (spare - cost < 1) break
    const end = words[at]! & ID_MASK
    if (bytes[endAt + end] === 0) continue
    const limit = limitFor(spare - cost)
    for (let tie = words[heads + end]! >>> 2; words[tie]! < limit; tie++) {
      bytes[nearAt + (words[tie]! & ID_MASK)] = 0
    }
  }
}
