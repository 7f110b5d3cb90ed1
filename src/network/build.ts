/** From columns to records, in time linear in the ties: counted, dealt out, then each list sorted and its repeats dropped. */
import { AT, checkWords, createSpace, END, ID_BITS, ID_MASK, layoutOf, type Space } from './space.ts'
import type { NetworkInput } from './types.ts'

/** Words of each record before and after its head. */
type Counts = { backward: Uint32Array; forward: Uint32Array }

/**
 * A memory that holds the network. The input is checked already, and not kept. Records are made aside first: how many
 * words they take is known when the repeats are dropped, and a memory cannot shrink.
 */
export function buildSpace(input: NetworkInput): Space {
  const { people, organizations, threads = 1 } = input
  const layout = layoutOf({ people, organizations, threads })
  const { words, heads } = recordsOf(input)
  const space = createSpace(layout, words.length)
  const first = layout.records >>> 2
  space.words.set(words, first)
  const firstHead = layout.heads >>> 2
  for (let record = 0; record < heads.length; record++)
    space.words[firstHead + record] = (first + heads[record]!) * 4
  space.words[AT.used] = first + words.length
  space.words[AT.packed] = first + words.length
  for (const organization of input.open ?? []) space.bytes[layout.open + organization] = 1
  return space
}

/** The records' words, and where in them each record's forward ones begin. */
type Made = { words: Uint32Array; heads: Uint32Array }

function recordsOf(input: NetworkInput): Made {
  const counts = count(input)
  const heads = startsOf(counts)
  const words = new Uint32Array(checkWords(wordsNeeded(counts)))
  words[0] = END
  const next = heads.slice()
  dealAffiliations(words, input, next)
  dealTies(words, input.ties, next)
  const made = { words, heads }
  return { words: words.subarray(0, settle(made, input, counts)), heads }
}

function count({ people, organizations, ties, affiliations }: NetworkInput): Counts {
  const forward = new Uint32Array(people + organizations)
  const backward = new Uint32Array(people)
  const { a, b } = ties
  for (let at = 0; at < a.length; at++) {
    const one = a[at]!
    const other = b[at]!
    if (one === other) continue
    forward[one]!++
    forward[other]!++
  }
  for (const person of affiliations.person) backward[person]!++
  for (const organization of affiliations.organization) forward[people + organization]!++
  return { backward, forward }
}

function wordsNeeded({ backward, forward }: Counts): number {
  const sum = (counts: Uint32Array) => counts.reduce((total, size) => total + size, 0)
  return 1 + sum(backward) + sum(forward) + forward.length
}

function startsOf({ backward, forward }: Counts): Uint32Array {
  const starts = new Uint32Array(forward.length)
  let at = 1
  for (let record = 0; record < starts.length; record++) {
    at += backward[record] ?? 0
    starts[record] = at
    at += forward[record]! + 1
  }
  return starts
}

/** Writes each entry where its owner's next one goes. */
function dealAffiliations(
  words: Uint32Array,
  { people, affiliations }: NetworkInput,
  next: Uint32Array,
): void {
  const { person, organization, cost } = affiliations
  const before = next.slice(0, people)
  for (let at = 0; at < person.length; at++) {
    const high = cost[at]! << ID_BITS
    words[--before[person[at]!]!] = high | organization[at]!
    words[next[people + organization[at]!]!++] = high | person[at]!
  }
}

function dealTies(words: Uint32Array, { a, b, cost }: NetworkInput['ties'], next: Uint32Array): void {
  for (let at = 0; at < a.length; at++) {
    const one = a[at]!
    const other = b[at]!
    if (one === other) continue
    const high = cost[at]! << ID_BITS
    words[next[one]!++] = high | other
    words[next[other]!++] = high | one
  }
}

/** Sorts each list, drops repeats, and lets the records follow one another without holes; answers where they end. */
function settle({ words, heads }: Made, { people, organizations }: NetworkInput, counts: Counts): number {
  const { backward, forward } = counts
  const sorter = createSorter(Math.max(people, organizations), longest(backward, forward))
  let write = 1
  for (let record = 0; record < forward.length; record++) {
    const head = heads[record]!
    const before = sorter(words, head - (backward[record] ?? 0), head, write)
    if (before - write > 1) words.subarray(write, before).reverse()
    heads[record] = before
    write = sorter(words, head, head + forward[record]!, before)
    words[write++] = END
  }
  return write
}

function longest(backward: Uint32Array, forward: Uint32Array): number {
  const most = (counts: Uint32Array) => counts.reduce((longest, size) => Math.max(longest, size), 0)
  return Math.max(most(backward), most(forward))
}

/**
 * Sorts words[from, to) by cost (a counting sort) and writes them at `write` (not after `from`), of each id the cheapest
 * alone; answers where they end.
 */
function createSorter(ids: number, most: number) {
  const sorted = new Uint32Array(most)
  const places = new Uint32Array(257)
  const seenIn = new Uint32Array(ids)
  let list = 0
  return (words: Uint32Array, from: number, to: number, write: number): number => {
    list++
    if (to - from <= FEW) insertionSort(words, from, to, sorted)
    else countingSort(words, from, to, sorted, places)
    let end = write
    for (let at = 0; at < to - from; at++) {
      const word = sorted[at]!
      const id = word & ID_MASK
      if (seenIn[id] === list) continue
      seenIn[id] = list
      words[end++] = word
    }
    return end
  }
}

/** Up to here, clearing 256 counts costs more than it saves. */
const FEW = 16

function insertionSort(words: Uint32Array, from: number, to: number, sorted: Uint32Array): void {
  for (let at = from; at < to; at++) {
    const word = words[at]!
    let place = at - from
    for (; place > 0 && sorted[place - 1]! > word; place--) sorted[place] = sorted[place - 1]!
    sorted[place] = word
  }
}

function countingSort(
  words: Uint32Array,
  from: number,
  to: number,
  sorted: Uint32Array,
  places: Uint32Array,
): void {
  places.fill(0)
  for (let at = from; at < to; at++) places[(words[at]! >>> ID_BITS) + 1]!++
  for (let cost = 1; cost < 256; cost++) places[cost]! += places[cost - 1]!
  for (let at = from; at < to; at++) sorted[places[words[at]! >>> ID_BITS]!++] = words[at]!
}
