// AssemblyScript, compiled to WebAssembly. Where everything lies (space.ts) and how a list is read.

/** Byte addresses, set once for each network and thread. */
export let SECOND: usize = 0
export let BEST: usize = 0
export let BEFORE: usize = 0
export let AFTER: usize = 0
export let RESULTS: usize = 0
export let TALLY: usize = 0
export let STEPS: usize = 0
export let OPEN: usize = 0
export let HEADS: usize = 0
export let PEOPLE: u32 = 0
export let ORGANIZATIONS: u32 = 0

export const ID: u32 = 0xffffff
/** A word from here up ends a list. */
export const LAST: u32 = 0xff000000
export const BARRED: u32 = 255

export function lay(
  second: usize, best: usize, before: usize, after: usize, results: usize, tally: usize, steps: usize,
  open: usize, heads: usize, people: u32, organizations: u32,
): void {
  SECOND = second
  BEST = best
  BEFORE = before
  AFTER = after
  RESULTS = results
  TALLY = tally
  STEPS = steps
  OPEN = open
  HEADS = heads
  PEOPLE = people
  ORGANIZATIONS = organizations
}

// @ts-ignore: decorator
@inline
export function head(record: u32): usize {
  return load<u32>(HEADS + (<usize>record << 2))
}

/** The first block of 32 bytes of a table, from this one on, that is not all 0; `end` or more = none. */
// @ts-ignore: decorator
@inline
export function blockFrom(table: usize, start: usize, end: usize): usize {
  let from = start
  while (from < end && !v128.any_true(v128.or(v128.load(table + from), v128.load(table + from, 16)))) from += 32
  return from
}

/** Exported, so that what only fetches ahead is not taken for idle. */
export let touched: u32 = 0

/**
 * Fetches the beginning of a list that is read soon: most of the time goes into waiting for memory, and WebAssembly has
 * no instruction to ask for it ahead.
 */
// @ts-ignore: decorator
@inline
export function touch(record: u32): void {
  touched ^= load<u32>(head(record))
}

/** The same for the owner some words further on in a list, if the list goes so far. */
// @ts-ignore: decorator
@inline
export function touchAhead(at: usize): void {
  const word = load<u32>(at, 16)
  if (word < LAST && (word & ID) < PEOPLE) touch(word & ID)
}

/** The first word that does not fit into what is left to spend (0 to 255). */
// @ts-ignore: decorator
@inline
export function limitFor(left: i32): u32 {
  return left >= 254 ? LAST : <u32>(left + 1) << 24
}

/**
 * From `at` on, the address of the next word below `limit` whose person has something in `table`; 0 = none. Tests four
 * words with one OR: nearly all have nothing.
 */
// @ts-ignore: decorator
@inline
export function nextIn(table: usize, start: usize, limit: u32): usize {
  let at = start
  const most = i32x4.splat(limit)
  while (!v128.any_true(i32x4.ge_u(v128.load(at), most))) {
    const a = load<u8>(table + (load<u32>(at) & ID))
    const b = load<u8>(table + (load<u32>(at, 4) & ID))
    const c = load<u8>(table + (load<u32>(at, 8) & ID))
    const d = load<u8>(table + (load<u32>(at, 12) & ID))
    if (a | b | c | d) return a ? at : b ? at + 4 : c ? at + 8 : at + 12
    at += 16
  }
  for (let word = load<u32>(at); word < limit; word = load<u32>(at)) {
    if (load<u8>(table + (word & ID))) return at
    at += 4
  }
  return 0
}
