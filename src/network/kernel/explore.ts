// Least costs outwards: explore.ts of the folder above, compiled. Tables hold what is left to spend; 0 = not reached.
import { AFTER, BARRED, BEST, head, ID, LAST, PEOPLE, SECOND } from './memory'

// @ts-ignore: decorator
@inline
function spread(table: usize, from: usize, left: u32): void {
  const limit = left << 24
  for (let at = from, word = load<u32>(at); word < limit; at += 4, word = load<u32>(at)) {
    const rest = left - (word >>> 24)
    const place = table + (word & ID)
    if (rest > <u32>load<u8>(place)) store<u8>(place, rest)
  }
}

export function explore(first: usize, one: i32, two: i32, three: i32, maxTies: i32, full: i32): void {
  if (full - one < 2) return
  spread(BEST, first, full - one)
  if (maxTies < 2) return
  spreadFromFirst(first, full - one - two, max(0, two - three))
  spreadFromSecond(maxTies < 3 ? 255 : three)
}

function spreadFromFirst(first: usize, full: i32, slack: i32): void {
  const best = BEST
  const second = SECOND
  for (let at = first, word = load<u32>(at); word < LAST; at += 4, word = load<u32>(at)) {
    const left = full - <i32>(word >>> 24)
    if (left < 2) return
    if (load<u8>(best + (word & ID)) == BARRED) continue
    const limit = <u32>left << 24
    for (let tie = head(word & ID), next = load<u32>(tie); next < limit; tie += 4, next = load<u32>(tie)) {
      const person = next & ID
      const rest = left - <i32>(next >>> 24)
      if (rest > <i32>load<u8>(second + person) && rest + slack > <i32>load<u8>(best + person)) {
        store<u8>(second + person, rest)
      }
    }
  }
}

/** Eight people at a time: most have nothing. */
function spreadFromSecond(hop: i32): void {
  const best = BEST
  const second = SECOND
  for (let from: usize = 0; from < PEOPLE; from += 8) {
    let eight = load<u64>(second + from)
    while (eight) {
      const person = from + (<usize>ctz(eight) >>> 3)
      const left: i32 = load<u8>(second + person)
      eight &= ~(<u64>0xff << (<u64>(person - from) << 3))
      if (left == BARRED) continue
      if (left > <i32>load<u8>(best + person)) store<u8>(best + person, left)
      if (left - hop >= 2) spread(best, head(<u32>person), left - hop)
    }
  }
}

/** For each organization the most that is left at one of its people. */
export function endAtOrganizations(): void {
  const best = BEST
  const after = AFTER
  for (let from: usize = 0; from < PEOPLE; from += 8) {
    let eight = load<u64>(best + from)
    while (eight) {
      const person = from + (<usize>ctz(eight) >>> 3)
      const left: u32 = load<u8>(best + person)
      eight &= ~(<u64>0xff << (<u64>(person - from) << 3))
      if (left == BARRED) continue
      const limit = left << 24
      for (let at = head(<u32>person) - 4, word = load<u32>(at); word < limit; at -= 4, word = load<u32>(at)) {
        const rest = left - (word >>> 24)
        if (rest > <u32>load<u8>(after + (word & ID))) store<u8>(after + (word & ID), rest)
      }
    }
  }
}
