// Which organizations are doors, and the path to each: ways.ts, compiled.
import { AFTER, BARRED, BEFORE, BEST, head, ID, LAST, OPEN, ORGANIZATIONS, PEOPLE, RESULTS, SECOND } from './memory'

/** The most that is left at one organization, by its list of people; 0 = out of reach. */
function leftAt(organization: u32): i32 {
  const best = BEST
  let most: i32 = 0
  let limit = LAST
  for (let at = head(PEOPLE + organization); ; at += 8) {
    let word = load<u32>(at)
    if (word >= limit) return most
    let rest = restAt(best, word)
    if (rest > most) {
      most = rest
      limit = <u32>(255 - most) << 24
    }
    word = load<u32>(at, 4)
    if (word >= limit) return most
    rest = restAt(best, word)
    if (rest > most) {
      most = rest
      limit = <u32>(255 - most) << 24
    }
  }
  return most
}

// @ts-ignore: decorator
@inline
function restAt(best: usize, word: u32): i32 {
  const left: i32 = load<u8>(best + (word & ID))
  return left == BARRED ? 0 : left - <i32>(word >>> 24)
}

/** Least costs to organizations whose ids lie at `ids`: a byte each, written at `into`. */
export function leastCosts(ids: usize, count: u32, into: usize): void {
  for (let at: u32 = 0; at < count; at++) {
    store<u8>(into + at, 255 - leftAt(load<u32>(ids + (<usize>at << 2))))
  }
}

/**
 * The same for many at once, by a list of whom they have: a person, then cost << 24 | column, in the order of persons, so
 * that the table is read once from its beginning to its end. Costs are written into AFTER, a byte a column.
 */
export function leastCostsBy(entries: usize, end: usize, columns: u32): void {
  const best = BEST
  const after = AFTER
  for (let at = entries; at < end; at += 8) {
    const left: u32 = load<u8>(best + load<u32>(at))
    if (left == 0 || left == BARRED) continue
    const word = load<u32>(at, 4)
    const cost = word >>> 24
    if (left <= cost) continue
    const place = after + (word & ID)
    if (left - cost > <u32>load<u8>(place)) store<u8>(place, left - cost)
  }
  const all = i8x16.splat(-1)
  for (let at: usize = 0; at < columns; at += 16) v128.store(after + at, v128.xor(v128.load(after + at), all))
}

export function keepDoors(full: i32, threshold: i32, minGain: i32, openOnly: bool): u32 {
  let count: u32 = 0
  for (let organization = reachedFrom(0); organization < ORGANIZATIONS; organization = reachedFrom(organization + 1)) {
    const left: i32 = load<u8>(AFTER + organization)
    const isAsked = !openOnly || load<u8>(OPEN + organization) != 0
    const before = isAsked ? 255 - leftAt(organization) : 0
    const after = full - left
    store<u8>(BEFORE + organization, before)
    if (after < before && (before > threshold || before - after >= minGain)) count++
    else store<u8>(AFTER + organization, 0)
  }
  return count
}

let FIRST: usize = 0
let TWO: i32 = 0
let THREE: i32 = 0
/** What is left of all before the first tie. */
let FULL: i32 = 0

let ties: u32 = 0
let wayA: u32 = 0
let wayB: u32 = 0
let wayC: u32 = 0

/** The first door from `organization` on; ORGANIZATIONS = none. Results: ties, then the ids after the seeker. */
export function nextDoor(organization: u32, first: usize, one: i32, two: i32, three: i32, full: i32): u32 {
  FIRST = first
  TWO = two
  THREE = three
  FULL = full - one
  const door = reachedFrom(organization)
  if (door < ORGANIZATIONS) bestWay(door, load<u8>(AFTER + door))
  return door
}

/** The first organization from this one on that has something in AFTER; eight at a time, the table is padded with 0. */
function reachedFrom(organization: u32): u32 {
  const after = AFTER
  for (; organization & 7; organization++) if (load<u8>(after + organization)) return organization
  for (; organization < ORGANIZATIONS; organization += 8) {
    const eight = load<u64>(after + organization)
    if (eight) return organization + (<u32>ctz(eight) >>> 3)
  }
  return ORGANIZATIONS
}

function bestWay(organization: u32, want: i32): void {
  ties = 4
  for (let at = head(PEOPLE + organization), word = load<u32>(at); word < LAST; at += 4, word = load<u32>(at)) {
    const left: i32 = load<u8>(BEST + (word & ID))
    if (left != BARRED && left - <i32>(word >>> 24) == want) wayTo(word & ID, left)
  }
  store<u32>(RESULTS, ties)
  store<u32>(RESULTS, wayA, 4)
  store<u32>(RESULTS, wayB, 8)
  store<u32>(RESULTS, wayC, 12)
}

function keep(count: u32, a: u32, b: u32, c: u32): void {
  if (count > ties) return
  if (count == ties) {
    if (a > wayA) return
    if (a == wayA && (b > wayB || (b == wayB && c >= wayC))) return
  }
  ties = count
  wayA = a
  wayB = b
  wayC = c
}

function wayTo(person: u32, left: i32): void {
  if (has(FIRST, (<u32>(FULL - left) << 24) | person)) return keep(1, person, 0, 0)
  if (ties == 1) return
  if (load<u8>(SECOND + person) == left) {
    const connector = connectorTo(person)
    if (connector <= ID) return keep(2, connector, person, 0)
  }
  if (ties == 2) return
  for (let at = head(person), word = load<u32>(at); word < LAST; at += 4, word = load<u32>(at)) {
    const there: i32 = load<u8>(SECOND + (word & ID))
    if (there == 0 || there == BARRED || there - THREE - <i32>(word >>> 24) != left) continue
    const connector = connectorTo(word & ID)
    if (connector <= ID) keep(3, connector, word & ID, person)
  }
}

/** The smallest id of those by whom somebody has, with two ties, what table SECOND says; above ID = nobody. */
function connectorTo(person: u32): u32 {
  const left: i32 = load<u8>(SECOND + person)
  let best: u32 = u32.MAX_VALUE
  for (let at = FIRST, word = load<u32>(at); word < LAST; at += 4, word = load<u32>(at)) {
    const cost = FULL - <i32>(word >>> 24) - TWO - left
    if (cost < 1) break
    const connector = word & ID
    if (connector < best && has(head(person), (<u32>cost << 24) | connector)) best = connector
  }
  return best
}

/** Whether a list has a word; of equal costs the ids are in no order. */
function has(list: usize, word: u32): bool {
  const limit = (word | ID)
  for (let at = list, next = load<u32>(at); next <= limit; at += 4, next = load<u32>(at)) {
    if (next == word) return true
  }
  return false
}
