/** Changes to records: entries put in and taken out; a record that outgrows its place moves, its place is used again. */
import { AT, END, ensureWords, FREE, headOf, ID_BITS, ID_MASK, LAST, pack, type Space } from './space.ts'

/** Places that records have left, by size class. */
export type Places = Map<number, number[]>

export type Records = { space: Space; places: Places }

/** Where a record's words are: `start` the first (backward or forward), `head` the first forward one, `end` its END. */
type Extent = { start: number; head: number; end: number }

function extentOf(space: Space, record: number): Extent {
  const { words } = space
  const head = headOf(space, record)
  let start = head
  while (words[start - 1]! < LAST) start--
  let end = head
  while (words[end]! < LAST) end++
  return { start, head, end }
}

/** The cost of a forward entry, or null when there is none. */
export function forwardCost(space: Space, record: number, id: number): number | null {
  const at = findForward(space, record, id)
  return at < 0 ? null : space.words[at]! >>> ID_BITS
}

function findForward(space: Space, record: number, id: number): number {
  const { words } = space
  for (let at = headOf(space, record); words[at]! < LAST; at++) {
    if ((words[at]! & ID_MASK) === id) return at
  }
  return -1
}

function findBackward(space: Space, record: number, id: number): number {
  const { words } = space
  for (let at = headOf(space, record) - 1; words[at]! < LAST; at--) {
    if ((words[at]! & ID_MASK) === id) return at
  }
  return -1
}

/** Sets the cost of an id among a record's forward words, or takes it out with null. */
export function setForward(records: Records, record: number, id: number, cost: number | null): void {
  const known = findForward(records.space, record, id)
  if (known >= 0) takeOut(records.space, known)
  if (cost === null) return
  const word = pack(id, cost)
  putIn(records, record, word, ({ head, end }, words) => {
    let at = end
    while (at > head && words[at - 1]! > word) at--
    return at
  })
}

/** Sets the cost of an id among a record's backward words, or takes it out with null. */
export function setBackward(records: Records, record: number, id: number, cost: number | null): void {
  const { space } = records
  const known = findBackward(space, record, id)
  if (known >= 0) {
    takeOut(space, known)
    moveHead(space, record, -1)
  }
  if (cost === null) return
  const word = pack(id, cost)
  putIn(records, record, word, ({ start, head }, words) => {
    let at = start
    while (at < head && words[at]! > word) at++
    return at
  })
  moveHead(space, record, 1)
}

function moveHead({ layout, words }: Space, record: number, by: number): void {
  words[(layout.heads >>> 2) + record]! += by * 4
}

function takeOut({ words }: Space, at: number): void {
  let end = at
  while (words[end]! < LAST) end++
  words.copyWithin(at, at + 1, end + 1)
  words[end] = FREE
}

type Choose = (extent: Extent, words: Uint32Array) => number

/** Writes a word where `choose` says; what stands there and after moves on by one. */
function putIn(records: Records, record: number, word: number, choose: Choose): void {
  const { space } = records
  let extent = extentOf(space, record)
  if (!canGrow(space, extent.end)) extent = move(records, record, extent)
  const { words } = space
  const at = choose(extent, words)
  words.copyWithin(at + 1, at, extent.end + 1)
  words[at] = word
}

function canGrow({ words }: Space, end: number): boolean {
  return end + 1 < words[AT.used]! && words[end + 1] === FREE
}

/** Size classes: 8, 10, 12, 14, 16, 20, 24, 28, 32, 40 ... */
function classUpTo(size: number, round: (quarters: number) => number): number {
  const shift = Math.max(1, 29 - Math.clz32(Math.max(8, size)))
  return Math.max(4, round(size / 2 ** shift)) * 2 ** shift
}

function move(records: Records, record: number, extent: Extent): Extent {
  const { space } = records
  const length = extent.end - extent.start
  const place = placeFor(records, length + 4 + (length >>> 3))
  const { words } = space
  words[place] = END
  words.copyWithin(place + 1, extent.start, extent.end + 1)
  leave(records, extent)
  const start = place + 1
  const head = start + extent.head - extent.start
  words[(space.layout.heads >>> 2) + record] = head * 4
  return { start, head, end: start + length }
}

function placeFor({ space, places }: Records, atLeast: number): number {
  const size = classUpTo(atLeast, Math.ceil)
  const left = places.get(size)?.pop()
  if (left !== undefined) return left
  const place = space.words[AT.used]!
  ensureWords(space, place + size + 1)
  space.words.fill(FREE, place, place + size)
  space.words[AT.used] = place + size
  return place
}

/** A moved record has an END of its own before it; before one where it was built stands the END of its neighbour. */
function leave({ space, places }: Records, { start, end }: Extent): void {
  const { words } = space
  const place = start - 1 >= words[AT.packed]! ? start - 1 : start
  let stop = end + 1
  while (stop < words[AT.used]! && words[stop] === FREE) stop++
  words.fill(FREE, place, stop)
  words[place] = END
  if (stop - place < 8) return
  const size = classUpTo(stop - place, Math.floor)
  const known = places.get(size)
  if (known) known.push(place)
  else places.set(size, [place])
}
