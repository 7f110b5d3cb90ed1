// The `top` least costly simple paths: search.ts, compiled. Ends: 1 + what ending at a person costs (table SECOND).
// Near: what is left of 255 one tie before the ends (table BEST).
import { BARRED, BEST, head, ID, LAST, limitFor, nextIn, RESULTS, SECOND } from './memory'

let count: u32 = 0
let top: u32 = 0
/** A dearer path than this is of no use any more. */
let most: i32 = 0

/** Results: cost << 2 | ties, then the ids after the seeker (0 where there are fewer), in order. Answers how many. */
export function paths(
  first: usize, ends: usize, endLimit: u32, one: i32, two: i32, three: i32, maxTies: i32, wanted: u32, atMost: i32,
): u32 {
  count = 0
  top = wanted
  most = atMost
  markEnds(ends, endLimit)
  searchOne(first, one)
  if (maxTies >= 2) searchTwo(first, two)
  if (maxTies >= 3) searchThree(first, ends, endLimit, three)
  for (let at = ends, word = load<u32>(at); word < endLimit; at += 4, word = load<u32>(at)) {
    store<u8>(SECOND + (word & ID), 0)
  }
  return count
}

function markEnds(ends: usize, endLimit: u32): void {
  for (let at = ends, word = load<u32>(at); word < endLimit; at += 4, word = load<u32>(at)) {
    const person = word & ID
    if (load<u8>(BEST + person) != BARRED) store<u8>(SECOND + person, (word >>> 24) + 1)
  }
}

function offer(cost: i32, ties: u32, a: u32, b: u32, c: u32): void {
  const key = (<u32>cost << 2) | ties
  let at = RESULTS + (<usize>count << 4)
  if (count == top) {
    at -= 16
    if (!isBefore(key, a, b, c, at)) return
  } else count++
  while (at > RESULTS && isBefore(key, a, b, c, at - 16)) {
    v128.store(at, v128.load(at - 16))
    at -= 16
  }
  store<u32>(at, key)
  store<u32>(at, a, 4)
  store<u32>(at, b, 8)
  store<u32>(at, c, 12)
  if (count == top) most = load<u32>(RESULTS + (<usize>(top - 1) << 4)) >>> 2
}

function isBefore(key: u32, a: u32, b: u32, c: u32, at: usize): bool {
  const knownKey = load<u32>(at)
  if (key != knownKey) return key < knownKey
  const knownA = load<u32>(at, 4)
  if (a != knownA) return a < knownA
  const knownB = load<u32>(at, 8)
  return b != knownB ? b < knownB : c < load<u32>(at, 12)
}

function searchOne(first: usize, hops: i32): void {
  for (let at = first, word = load<u32>(at); word < LAST; at += 4, word = load<u32>(at)) {
    const soFar = <i32>(word >>> 24) + hops
    if (soFar > most) return
    const end: i32 = load<u8>(SECOND + (word & ID))
    if (end != 0 && soFar + end - 1 <= most) offer(soFar + end - 1, 1, word & ID, 0, 0)
  }
}

function searchTwo(first: usize, hops: i32): void {
  const table = SECOND
  for (let at = first, word = load<u32>(at); word < LAST; at += 4, word = load<u32>(at)) {
    const soFar = <i32>(word >>> 24) + hops
    if (soFar >= most) return
    const connector = word & ID
    if (load<u8>(BEST + connector) == BARRED) continue
    const limit = limitFor(most - soFar)
    for (let tie = nextIn(table, head(connector), limit); tie; tie = nextIn(table, tie + 4, limit)) {
      const last = load<u32>(tie)
      const total = soFar + <i32>(last >>> 24) + <i32>load<u8>(table + (last & ID)) - 1
      if (total <= most) offer(total, 2, connector, last & ID, 0)
    }
  }
}

function searchThree(first: usize, ends: usize, endLimit: u32, hops: i32): void {
  const spare = most - hops - <i32>(load<u32>(first) >>> 24) - 1
  stepBack(ends, endLimit, spare)
  const table = BEST
  for (let at = first, word = load<u32>(at); word < LAST; at += 4, word = load<u32>(at)) {
    const soFar = <i32>(word >>> 24) + hops
    if (soFar + 2 > most) break
    const connector = word & ID
    if (load<u8>(table + connector) == BARRED) continue
    const limit = limitFor(most - soFar - 1)
    for (let tie = nextIn(table, head(connector), limit); tie; tie = nextIn(table, tie + 4, limit)) {
      const second = load<u32>(tie)
      const near: i32 = load<u8>(table + (second & ID))
      const cost = soFar + <i32>(second >>> 24)
      if (near != BARRED && cost + 255 - near <= most) searchLast(connector, second & ID, cost)
    }
  }
  clearNear(ends, endLimit, spare)
}

function searchLast(connector: u32, second: u32, soFar: i32): void {
  const table = SECOND
  const limit = limitFor(most - soFar)
  for (let tie = nextIn(table, head(second), limit); tie; tie = nextIn(table, tie + 4, limit)) {
    const last = load<u32>(tie)
    const total = soFar + <i32>(last >>> 24) + <i32>load<u8>(table + (last & ID)) - 1
    if (total <= most && (last & ID) != connector) offer(total, 3, connector, second, last & ID)
  }
}

/** What is left, at the cheapest, after ending and the tie before it; 0 where that can be of no use. */
function stepBack(ends: usize, endLimit: u32, spare: i32): void {
  const table = BEST
  for (let at = ends, word = load<u32>(at); word < endLimit; at += 4, word = load<u32>(at)) {
    const cost: i32 = word >>> 24
    if (spare - cost < 1) return
    if (load<u8>(SECOND + (word & ID)) == 0) continue
    const limit = limitFor(spare - cost)
    const full: u32 = 255 - cost
    for (let tie = head(word & ID), near = load<u32>(tie); near < limit; tie += 4, near = load<u32>(tie)) {
      const place = table + (near & ID)
      const left = full - (near >>> 24)
      if (left > <u32>load<u8>(place)) store<u8>(place, left)
    }
  }
}

/** The same walk as stepBack. */
function clearNear(ends: usize, endLimit: u32, spare: i32): void {
  const table = BEST
  for (let at = ends, word = load<u32>(at); word < endLimit; at += 4, word = load<u32>(at)) {
    const cost: i32 = word >>> 24
    if (spare - cost < 1) return
    if (load<u8>(SECOND + (word & ID)) == 0) continue
    const limit = limitFor(spare - cost)
    for (let tie = head(word & ID), near = load<u32>(tie); near < limit; tie += 4, near = load<u32>(tie)) {
      store<u8>(table + (near & ID), 0)
    }
  }
}
