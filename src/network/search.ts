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
  if (best.length === top) searching.most = best[top - 1]!.cost
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
  for (let at = words[heads + last]! >>> 2; words[at]! < limit; at++) {
    const end = bytes[endAt + (words[at]! & ID_MASK)]!
    if (end === 0) continue
    const person = words[at]! & ID_MASK
    const total = soFar + (words[at]! >>> ID_BITS) + end - 1
    if (total <= searching.most && !people.includes(person)) offer(searching, total, [...people, person])
  }
}

function searchThree(searching: Searching): void {
  const { words, bytes, nearAt, first, hops } = searching
  const steppedBack = stepBack(searching)
  for (let at = first >>> 2; words[at]! < LAST; at++) {
    const soFar = (words[at]! >>> ID_BITS) + hops[2]
    if (soFar + 2 > searching.most) break
    const connector = words[at]! & ID_MASK
    if (bytes[nearAt + connector] !== BARRED) searchSecond(searching, connector, soFar)
  }
  clearNear(searching, steppedBack)
}

function searchSecond(searching: Searching, connector: number, soFar: number): void {
  const { words, bytes, heads, nearAt, from } = searching
  const limit = limitFor(searching.most - soFar - 1)
  for (let at = words[heads + connector]! >>> 2; words[at]! < limit; at++) {
    const near = bytes[nearAt + (words[at]! & ID_MASK)]!
    if (near === 0 || near === BARRED) continue
    const cost = soFar + (words[at]! >>> ID_BITS)
    if (cost + 255 - near > searching.most) continue
    const second = words[at]! & ID_MASK
    searchLast(searching, [from, connector, second], second, cost)
  }
}

/** What is left, at the cheapest, after ending and the tie before it; 0 where that can be of no use. */
function stepBack(searching: Searching): number {
  const { words, bytes, heads, nearAt, ends, endLimit, endAt, first, hops, most } = searching
  const spare = most - hops[2] - (words[first >>> 2]! >>> ID_BITS) - 1
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
  return spare
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
