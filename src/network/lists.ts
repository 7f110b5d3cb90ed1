/**
 * Packed lists: for each owner its entries, cheapest first, one 32-bit word each (cost in the high 8 bits, id in
 * the low 24). A list that outgrows its place moves to the tail; when half of the words lie abandoned, all move up.
 */

export type Lists = {
  /** Where each owner's list begins in `words`, how many entries it has, and for how many there is place. */
  start: Uint32Array
  size: Uint32Array
  place: Uint32Array
  words: Uint32Array
  /** Words handed out, and how many of them moved lists have left behind. */
  used: number
  abandoned: number
}

export const ID_BITS = 24
export const ID_MASK = 0xffffff

export function pack(id: number, cost: number): number {
  return ((cost << ID_BITS) | id) >>> 0
}

/** One direction of what the lists hold: `owner[i]` has `id[i]`, at the cost shared by all directions. */
type Direction = { owner: ArrayLike<number>; id: ArrayLike<number> }

export type Entries = {
  owners: number
  ids: number
  cost: ArrayLike<number>
  directions: readonly Direction[]
}

/**
 * Lists from columns. Equal ids under one owner keep the cheapest; with `selfless` an owner never has itself.
 * Linear: entries are dealt out in the order of cost, so no list needs sorting.
 */
export function buildLists(entries: Entries, selfless: boolean): Lists {
  const lists = dealOut(entries)
  dropRepeats(lists, entries.ids, selfless)
  return moveUp(lists)
}

function dealOut({ owners, cost, directions }: Entries): Lists {
  const { start, total } = starts(owners, directions)
  const words = new Uint32Array(total)
  const size = new Uint32Array(owners)
  for (const entry of orderByCost(cost)) {
    for (const { owner, id } of directions) {
      const to = owner[entry]!
      words[start[to]! + size[to]!++] = pack(id[entry]!, cost[entry]!)
    }
  }
  return { start, size, place: size, words, used: total, abandoned: 0 }
}

function starts(owners: number, directions: readonly Direction[]): { start: Uint32Array; total: number } {
  const start = new Uint32Array(owners + 1)
  for (const { owner } of directions) for (let at = 0; at < owner.length; at++) start[owner[at]! + 1]!++
  for (let owner = 0; owner < owners; owner++) start[owner + 1]! += start[owner]!
  return { start: start.subarray(0, owners), total: start[owners]! }
}

/** Counting sort: there are 256 costs. */
function orderByCost(cost: ArrayLike<number>): Uint32Array {
  const next = new Uint32Array(257)
  for (let at = 0; at < cost.length; at++) next[cost[at]! + 1]!++
  for (let value = 1; value < 257; value++) next[value]! += next[value - 1]!
  const order = new Uint32Array(cost.length)
  for (let at = 0; at < cost.length; at++) order[next[cost[at]!]!++] = at
  return order
}

/** Keeps the first, so the cheapest, entry of each id. */
function dropRepeats({ start, size, words }: Lists, ids: number, selfless: boolean): void {
  const lastOwner = new Int32Array(ids).fill(-1)
  for (let owner = 0; owner < start.length; owner++) {
    const end = start[owner]! + size[owner]!
    let write = start[owner]!
    if (selfless) lastOwner[owner] = owner
    for (let read = write; read < end; read++) {
      const id = words[read]! & ID_MASK
      if (lastOwner[id] === owner) continue
      lastOwner[id] = owner
      words[write++] = words[read]!
    }
    size[owner] = write - start[owner]!
  }
}

/** The same lists in a row, without what was left behind. */
function moveUp({ start, size, words }: Lists): Lists {
  const total = size.reduce((sum, length) => sum + length, 0)
  const packed = new Uint32Array(total)
  const moved = new Uint32Array(start.length)
  let used = 0
  for (let owner = 0; owner < start.length; owner++) {
    const from = start[owner]!
    packed.set(words.subarray(from, from + size[owner]!), used)
    moved[owner] = used
    used += size[owner]!
  }
  return { start: moved, size: size.slice(), place: size.slice(), words: packed, used, abandoned: 0 }
}

/** An owner's words, cheapest first: a view that the next change may move. */
export function listOf({ start, size, words }: Lists, owner: number): Uint32Array {
  return words.subarray(start[owner]!, start[owner]! + size[owner]!)
}

/** Sets the cost of an id in an owner's list, or takes it out with null. */
export function setEntry(lists: Lists, owner: number, id: number, cost: number | null): void {
  takeOut(lists, owner, id)
  if (cost !== null) putIn(lists, owner, pack(id, cost))
}

function takeOut({ start, size, words }: Lists, owner: number, id: number): void {
  const from = start[owner]!
  const end = from + size[owner]!
  for (let at = from; at < end; at++) {
    if ((words[at]! & ID_MASK) !== id) continue
    words.copyWithin(at, at + 1, end)
    size[owner]!--
    return
  }
}

function putIn(lists: Lists, owner: number, word: number): void {
  if (lists.size[owner] === lists.place[owner]) giveMorePlace(lists, owner)
  const { start, size, words } = lists
  const from = start[owner]!
  let at = from + size[owner]!
  for (; at > from && words[at - 1]! > word; at--) words[at] = words[at - 1]!
  words[at] = word
  size[owner]!++
}

function giveMorePlace(lists: Lists, owner: number): void {
  if (lists.abandoned > 1024 && lists.abandoned * 2 > lists.used) Object.assign(lists, moveUp(lists))
  const size = lists.size[owner]!
  const place = Math.max(4, size * 2)
  if (lists.used + place > lists.words.length) grow(lists, place)
  lists.words.copyWithin(lists.used, lists.start[owner]!, lists.start[owner]! + size)
  lists.abandoned += lists.place[owner]!
  lists.start[owner] = lists.used
  lists.place[owner] = place
  lists.used += place
}

function grow(lists: Lists, place: number): void {
  const words = new Uint32Array(Math.ceil((lists.used + place) * 1.25))
  words.set(lists.words)
  lists.words = words
}
