// Least costs outwards: explore.ts of the folder above, compiled. Tables hold what is left to spend; 0 = not reached.
import { AFTER, BARRED, BEST, blockFrom, head, ID, LAST, PEOPLE, SECOND, STEPS, touch, touchAhead } from './memory'

/** How many words the scratch has place for at STEPS (space.ts), and how far ahead lists are fetched. */
const MOST_NOTED: usize = 4096
const AHEAD: usize = 8

// @ts-ignore: decorator
@inline
function learn(table: usize, word: u32, left: u32): void {
  const rest = left - (word >>> 24)
  const place = table + (word & ID)
  if (rest > <u32>load<u8>(place)) store<u8>(place, rest)
}

/** Four words a turn: a loop of WebAssembly pays for each turn, as it can be stopped there. */
// @ts-ignore: decorator
@inline
function spread(table: usize, from: usize, left: u32): void {
  const limit = left << 24
  for (let at = from; ; at += 16) {
    let word = load<u32>(at)
    if (word >= limit) return
    learn(table, word, left)
    word = load<u32>(at, 4)
    if (word >= limit) return
    learn(table, word, left)
    word = load<u32>(at, 8)
    if (word >= limit) return
    learn(table, word, left)
    word = load<u32>(at, 12)
    if (word >= limit) return
    learn(table, word, left)
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
    touchAhead(at)
    spreadAgain(best, second, head(word & ID), left, slack)
  }
}

/** As spread, for whom `best` does not have as much (and `slack` more) already. */
// @ts-ignore: decorator
@inline
function spreadAgain(best: usize, second: usize, from: usize, left: i32, slack: i32): void {
  const limit = <u32>left << 24
  for (let at = from; ; at += 8) {
    let word = load<u32>(at)
    if (word >= limit) return
    learnAgain(best, second, word, left, slack)
    word = load<u32>(at, 4)
    if (word >= limit) return
    learnAgain(best, second, word, left, slack)
  }
}

// @ts-ignore: decorator
@inline
function learnAgain(best: usize, second: usize, word: u32, left: i32, slack: i32): void {
  const person = word & ID
  const rest = left - <i32>(word >>> 24)
  if (rest <= <i32>load<u8>(second + person) || rest + slack <= <i32>load<u8>(best + person)) return
  store<u8>(second + person, rest)
}

/** Whom two ties reach are noted some thousand at a time, so that the lists of the next can be fetched ahead. */
function spreadFromSecond(hop: i32): void {
  let noted = STEPS
  const full = STEPS + ((MOST_NOTED - 32) << 2)
  const second = SECOND
  for (let from = blockFrom(second, 0, PEOPLE); from < PEOPLE; from = blockFrom(second, from + 32, PEOPLE)) {
    noted = noteEight(noted, from, hop)
    noted = noteEight(noted, from + 8, hop)
    noted = noteEight(noted, from + 16, hop)
    noted = noteEight(noted, from + 24, hop)
    if (noted < full) continue
    spreadNoted(noted)
    noted = STEPS
  }
  spreadNoted(noted)
}

/** Of eight people who are reached by two ties: `best` learns it, and who may lead on is noted. */
function noteEight(start: usize, from: usize, hop: i32): usize {
  let noted = start
  const best = BEST
  const second = SECOND
  let eight = load<u64>(second + from)
  while (eight) {
    const person = from + (<usize>ctz(eight) >>> 3)
    const left: i32 = load<u8>(second + person)
    eight &= ~(<u64>0xff << (<u64>(person - from) << 3))
    if (left == BARRED) continue
    if (left > <i32>load<u8>(best + person)) store<u8>(best + person, left)
    if (left - hop < 2) continue
    store<u32>(noted, (<u32>(left - hop) << 24) | <u32>person)
    noted += 4
  }
  return noted
}

function spreadNoted(end: usize): void {
  const best = BEST
  for (let at = STEPS; at < min(end, STEPS + (AHEAD << 2)); at += 4) touch(load<u32>(at) & ID)
  for (let at = STEPS; at < end; at += 4) {
    if (at + (AHEAD << 2) < end) touch(load<u32>(at + (AHEAD << 2)) & ID)
    const word = load<u32>(at)
    spread(best, head(word & ID), word >>> 24)
  }
}

/** For each organization the most that is left at one of its people. */
export function endAtOrganizations(): void {
  const best = BEST
  for (let from = blockFrom(best, 0, PEOPLE); from < PEOPLE; from = blockFrom(best, from + 32, PEOPLE)) {
    for (let person = from; person < from + 32; person++) {
      const left: u32 = load<u8>(best + person)
      if (left != 0 && left != BARRED) endAt(<u32>person, left)
    }
  }
}

function endAt(person: u32, left: u32): void {
  const after = AFTER
  const limit = left << 24
  for (let at = head(person) - 4, word = load<u32>(at); word < limit; at -= 4, word = load<u32>(at)) {
    const rest = left - (word >>> 24)
    if (rest > <u32>load<u8>(after + (word & ID))) store<u8>(after + (word & ID), rest)
  }
}
