// The `top` least costly simple paths: search.ts, compiled. Ends: 1 + what ending at a person costs (table SECOND).
// Near: what is left of 255 one tie before the ends (table BEST).
import { BARRED, BEST, head, ID, LAST, limitFor, nextIn, RESULTS, SECOND, STEPS, TALLY, touchAhead } from './memory'

/** As MOST_STEPS in space.ts. */
const MOST_STEPS: u32 = 2048
/** As CROWD in search.ts. */
const CROWD: i32 = 1

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
  if (count == top) most = min(most, <i32>(load<u32>(RESULTS + (<usize>(top - 1) << 4)) >>> 2))
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
    touchAhead(at)
    const limit = limitFor(most - soFar)
    for (let tie = nextIn(table, head(connector), limit); tie; tie = nextIn(table, tie + 4, limit)) {
      const last = load<u32>(tie)
      const total = soFar + <i32>(last >>> 24) + <i32>load<u8>(table + (last & ID)) - 1
      if (total <= most) offer(total, 2, connector, last & ID, 0)
    }
  }
}

/**
 * Each step (a connector and whom they know) that an end is near to makes a path at least, of a cost known by now. So
 * many steps of such costs say how dear the last of the best can be, before any is searched.
 */
function searchThree(first: usize, ends: usize, endLimit: u32, hops: i32): void {
  const spare = most - hops - <i32>(load<u32>(first) >>> 24) - 1
  if (spare < 1) return
  if (isCrowd(first, ends, endLimit, hops, spare)) return searchForward(first, hops)
  stepBack(ends, endLimit, spare)
  memory.fill(TALLY, 0, 1024)
  const steps = noteSteps(first, hops)
  lowerMost()
  if (steps <= MOST_STEPS) searchSteps(steps)
  else searchAgain(first, hops)
  clearNear(ends, endLimit, spare)
}

/** So many ends that stepping back from all of them takes longer than going forward alone. */
function isCrowd(first: usize, ends: usize, endLimit: u32, hops: i32, spare: i32): bool {
  let left: i32 = 0
  for (let at = first, word = load<u32>(at); word < LAST && <i32>(word >>> 24) + hops + 2 <= most; at += 4) {
    left += CROWD
    word = load<u32>(at, 4)
  }
  const limit = min(endLimit, limitFor(spare - 1))
  for (let at = ends, word = load<u32>(at); word < limit; at += 4, word = load<u32>(at)) {
    if (--left < 0) return true
  }
  return false
}

function searchForward(first: usize, hops: i32): void {
  for (let at = first, word = load<u32>(at); word < LAST; at += 4, word = load<u32>(at)) {
    const soFar = <i32>(word >>> 24) + hops
    const connector = word & ID
    if (soFar + 2 > most) return
    if (load<u8>(BEST + connector) == BARRED) continue
    for (let tie = head(connector), next = load<u32>(tie); next < LAST; tie += 4, next = load<u32>(tie)) {
      const cost = soFar + <i32>(next >>> 24)
      if (cost >= most) break
      touchAhead(tie)
      if (load<u8>(BEST + (next & ID)) != BARRED) searchLast(connector, next & ID, cost)
    }
  }
}

/** Notes each step (what it costs so far and the connector; where the tie is), and tallies what its path costs. */
function noteSteps(first: usize, hops: i32): u32 {
  const table = BEST
  let steps: u32 = 0
  for (let at = first, word = load<u32>(at); word < LAST; at += 4, word = load<u32>(at)) {
    const soFar = <i32>(word >>> 24) + hops
    if (soFar + 2 > most) break
    const connector = word & ID
    if (load<u8>(table + connector) == BARRED) continue
    const limit = limitFor(most - soFar - 1)
    for (let tie = nextIn(table, head(connector), limit); tie; tie = nextIn(table, tie + 4, limit)) {
      const near: i32 = load<u8>(table + (load<u32>(tie) & ID))
      const total = soFar + <i32>(load<u32>(tie) >>> 24) + 255 - near
      if (near == BARRED || total > most) continue
      if (!isWayBack(connector, tie, near)) tally(total)
      if (steps < MOST_STEPS) {
        const place = STEPS + (<usize>steps << 3)
        store<u32>(place, (<u32>soFar << 24) | connector)
        store<u32>(place, <u32>tie, 4)
      }
      steps++
    }
  }
  return steps
}

/** The end that is near may be the connector: then this step makes no path. */
// @ts-ignore: decorator
@inline
function isWayBack(connector: u32, tie: usize, near: i32): bool {
  const end: i32 = load<u8>(SECOND + connector)
  return end != 0 && 255 - near == end - 1 + <i32>(load<u32>(tie) >>> 24)
}

// @ts-ignore: decorator
@inline
function tally(total: i32): void {
  const place = TALLY + (<usize>total << 2)
  store<u32>(place, load<u32>(place) + 1)
}

function lowerMost(): void {
  for (let at: u32 = 0; at < count; at++) tally(load<u32>(RESULTS + (<usize>at << 4)) >>> 2)
  let paths: u32 = 0
  for (let cost = 0; cost < most; cost++) {
    paths += load<u32>(TALLY + (<usize>cost << 2))
    if (paths >= top) {
      most = cost
      return
    }
  }
}

function searchSteps(steps: u32): void {
  for (let at = STEPS, end = STEPS + (<usize>steps << 3); at < end; at += 8) {
    const word = load<u32>(at)
    searchStep(word & ID, load<u32>(load<u32>(at, 4)), word >>> 24)
  }
}

function searchAgain(first: usize, hops: i32): void {
  const table = BEST
  for (let at = first, word = load<u32>(at); word < LAST; at += 4, word = load<u32>(at)) {
    const soFar = <i32>(word >>> 24) + hops
    if (soFar + 2 > most) return
    const connector = word & ID
    if (load<u8>(table + connector) == BARRED) continue
    const limit = limitFor(most - soFar - 1)
    for (let tie = nextIn(table, head(connector), limit); tie; tie = nextIn(table, tie + 4, limit)) {
      searchStep(connector, load<u32>(tie), soFar)
    }
  }
}

// @ts-ignore: decorator
@inline
function searchStep(connector: u32, tie: u32, soFar: i32): void {
  const near: i32 = load<u8>(BEST + (tie & ID))
  const cost = soFar + <i32>(tie >>> 24)
  if (near != BARRED && cost + 255 - near <= most) searchLast(connector, tie & ID, cost)
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
  for (let at = ends, word = load<u32>(at); word < endLimit; at += 4, word = load<u32>(at)) {
    const cost: i32 = word >>> 24
    if (spare - cost < 1) return
    if (load<u8>(SECOND + (word & ID)) == 0) continue
    const limit = limitFor(spare - cost)
    touchAhead(at)
    stepBackFrom(head(word & ID), 255 - cost, limit)
  }
}

function stepBackFrom(from: usize, full: u32, limit: u32): void {
  const table = BEST
  for (let at = from; ; at += 8) {
    let word = load<u32>(at)
    if (word >= limit) return
    let left = full - (word >>> 24)
    if (left > <u32>load<u8>(table + (word & ID))) store<u8>(table + (word & ID), left)
    word = load<u32>(at, 4)
    if (word >= limit) return
    left = full - (word >>> 24)
    if (left > <u32>load<u8>(table + (word & ID))) store<u8>(table + (word & ID), left)
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
