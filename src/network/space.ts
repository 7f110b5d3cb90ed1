/**
 * A network's memory: one WebAssembly memory that both kernels read, laid out once.
 *
 *   header | a scratch per thread | open | heads | records ...
 *
 * A record is what one owner has, in words of 32 bits (cost in the high 8, id in the low 24), cheapest first, read
 * until a word that costs 255. The owner's head is the address of its first forward word.
 *
 *   ... END | affiliations, read backwards | ties, read forwards | END | FREE ... | the next record
 *                                          ^ head
 */

export const ID_BITS = 24
export const ID_MASK = 0xffffff
/** A word from here up ends a list: its cost is 255. */
export const LAST = 0xff000000
export const END = 0xffffffff
/** After END: the record may grow into this word. */
export const FREE = 0xfffffffe
/** In a table of what is left: this person is not to be entered. */
export const BARRED = 255

/** How many paths, and how many words of a question, a scratch has place for. */
export const MOST_RESULTS = 4096
export const MOST_WORDS = 4096
/** How many steps of two ties are noted before they are searched; more are found once again. */
export const MOST_STEPS = 2048

const PAGE = 65_536
/** WebAssembly addresses 4 GiB. */
const MOST_PAGES = 65_536
const HEADER_BYTES = 256
/** Tables are read 32 bytes at a time. */
const PADDING = 32
const TALLY_BYTES = 256 * 4

/** Places in the header, in words. */
export const AT = { version: 0, used: 1, packed: 2, lock: 3 } as const

/** Byte addresses. What a question writes lies in one thread's scratch alone. */
export type Scratch = {
  /** A byte a person each: what is left of the cost that a question may spend; 0 = not reached. */
  second: number
  best: number
  /** A byte an organization each. */
  before: number
  after: number
  results: number
  question: number
  /** How many steps have which cost, in words; and the steps: two words each. */
  tally: number
  steps: number
}

export type Layout = {
  people: number
  organizations: number
  threads: number
  open: number
  heads: number
  records: number
}

export type Space = {
  layout: Layout
  scratch: Scratch
  memory: WebAssembly.Memory
  /** Views of the whole memory, renewed when it grows. */
  words: Uint32Array
  bytes: Uint8Array
}

export type Sizes = { people: number; organizations: number; threads: number }

const aligned = (bytes: number): number => Math.ceil(bytes / 16) * 16

function scratchBytes({ people, organizations }: Sizes): number {
  return (
    2 * aligned(people + PADDING) +
    2 * aligned(organizations + PADDING) +
    MOST_RESULTS * 16 +
    MOST_WORDS * 4 +
    TALLY_BYTES +
    MOST_STEPS * 8
  )
}

/** Where everything lies. A byte address beyond 4 GiB is refused by `createSpace`. */
export function layoutOf(sizes: Sizes): Layout {
  const { people, organizations, threads } = sizes
  const open = HEADER_BYTES + threads * scratchBytes(sizes)
  const heads = open + aligned(organizations)
  return {
    people,
    organizations,
    threads,
    open,
    heads,
    records: heads + aligned((people + organizations) * 4),
  }
}

/** The scratch of one thread, 0 up to `threads` - 1. */
export function scratchOf(layout: Layout, thread: number): Scratch {
  const second = HEADER_BYTES + thread * scratchBytes(layout)
  const best = second + aligned(layout.people + PADDING)
  const before = best + aligned(layout.people + PADDING)
  const after = before + aligned(layout.organizations + PADDING)
  const results = after + aligned(layout.organizations + PADDING)
  const question = results + MOST_RESULTS * 16
  const tally = question + MOST_WORDS * 4
  return { second, best, before, after, results, question, tally, steps: tally + TALLY_BYTES }
}

/** Memory for a layout and so many words of records. @throws RangeError when WebAssembly cannot address it */
export function createSpace(layout: Layout, recordWords: number): Space {
  const pages = Math.ceil((layout.records + recordWords * 4 + PAGE) / PAGE)
  if (pages > MOST_PAGES) throw tooLarge(pages)
  return spaceOver(layout, new WebAssembly.Memory({ initial: pages, maximum: MOST_PAGES, shared: true }), 0)
}

/** A thread's view of a memory that is laid out already. */
export function spaceOver(layout: Layout, memory: WebAssembly.Memory, thread: number): Space {
  return { layout, scratch: scratchOf(layout, thread), memory, ...viewsOf(memory) }
}

function viewsOf({ buffer }: WebAssembly.Memory): { words: Uint32Array; bytes: Uint8Array } {
  return { words: new Uint32Array(buffer), bytes: new Uint8Array(buffer) }
}

/** @throws RangeError when WebAssembly cannot address so many words */
export function checkWords(words: number): number {
  const pages = Math.ceil((words * 4) / PAGE)
  if (pages > MOST_PAGES) throw tooLarge(pages)
  return words
}

function tooLarge(pages: number): RangeError {
  return new RangeError(
    `the network needs ${Math.ceil(pages / 16_384)} GiB; one can be at most 4 GiB: split it`,
  )
}

/** Makes sure that words up to `end` exist. @throws RangeError when WebAssembly cannot address them */
export function ensureWords(space: Space, end: number): void {
  refresh(space)
  const missing = end * 4 - space.bytes.length
  if (missing <= 0) return
  const pages = Math.ceil(Math.max(missing, space.bytes.length / 8) / PAGE)
  const least = Math.ceil(missing / PAGE)
  const now = space.bytes.length / PAGE
  if (now + least > MOST_PAGES) throw tooLarge(now + least)
  space.memory.grow(Math.min(pages, MOST_PAGES - now))
  Object.assign(space, viewsOf(space.memory))
}

/** Another thread may have let the memory grow. */
export function refresh(space: Space): void {
  if (space.memory.buffer.byteLength !== space.bytes.length) Object.assign(space, viewsOf(space.memory))
}

/** Which record is an organization's; a person's has the person's id. */
export function recordOf({ people }: Layout, organization: number): number {
  return people + organization
}

/** Index of the first forward word of a record. */
export function headOf({ layout, words }: Space, record: number): number {
  return words[(layout.heads >>> 2) + record]! >>> 2
}

export function pack(id: number, cost: number): number {
  return ((cost << ID_BITS) | id) >>> 0
}
