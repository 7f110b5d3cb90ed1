/**
 * The TypeScript kernel's least costs outwards: to everybody by one, two and three ties. What is kept is what is left of
 * the cost to spend, so that more is better and 0 is unreached. kernel/explore.ts is the same in AssemblyScript.
 *
 * A least walk that visits somebody twice costs more than the path without the loop (each tie costs at least 1,
 * further ties never less), which fewer ties give: so the best of all numbers of ties is a simple path.
 */
import type { Exploration } from './kernel.ts'
import { BARRED, ID_BITS, ID_MASK, LAST, recordOf, type Space } from './space.ts'

/** A tie's end learns what is left for it, if that is more than it knows. `left` is before the tie. */
function spread({ words, bytes }: Space, head: number, left: number, table: number): void {
  const limit = (left << ID_BITS) >>> 0
  for (let at = head; ; at++) {
    const word = words[at]!
    if (word >= limit) return
    const rest = (left - (word >>> ID_BITS)) | 0
    const place = (table + (word & ID_MASK)) | 0
    if (rest > bytes[place]!) bytes[place] = rest
  }
}

export function explore(space: Space, exploration: Exploration): void {
  const { first, hops, maxTies, full } = exploration
  if (full - hops[0] < 2) return
  spread(space, first >>> 2, full - hops[0], space.scratch.best)
  if (maxTies < 2) return
  spreadFromFirst(space, exploration)
  spreadFromSecond(space, maxTies < 3 ? 255 : hops[2])
}

/**
 * Two ties, for whom one tie does not serve as well: neither to end there nor to go on from there (where a second
 * tie may cost more than a third).
 */
function spreadFromFirst(space: Space, { first, hops, full }: Exploration): void {
  const { words, bytes, scratch, layout } = space
  const slack = Math.max(0, hops[1] - hops[2])
  const heads = layout.heads >>> 2
  for (let at = first >>> 2; words[at]! < LAST; at++) {
    const left = full - hops[0] - (words[at]! >>> ID_BITS) - hops[1]
    if (left < 2) return
    const connector = words[at]! & ID_MASK
    if (bytes[scratch.best + connector] === BARRED) continue
    spreadAgain(space, words[heads + connector]! >>> 2, left, slack)
  }
}

function spreadAgain({ words, bytes, scratch }: Space, head: number, left: number, slack: number): void {
  const { second, best } = scratch
  const limit = (left << ID_BITS) >>> 0
  for (let at = head; ; at++) {
    const word = words[at]!
    if (word >= limit) return
    const person = word & ID_MASK
    const rest = (left - (word >>> ID_BITS)) | 0
    if (rest <= bytes[(second + person) | 0]! || rest + slack <= bytes[(best + person) | 0]!) continue
    bytes[(second + person) | 0] = rest
  }
}

/** Whoever is reached by two ties, four people at a time: most are not. Tables are padded to whole words with 0. */
function spreadFromSecond(space: Space, hop: number): void {
  const { words, bytes, scratch, layout } = space
  const { second, best } = scratch
  const heads = layout.heads >>> 2
  const end = (second + layout.people + 3) >>> 2
  for (let four = second >>> 2; four < end; four++) {
    if (words[four] === 0) continue
    for (let at = four << 2; at < (four + 1) << 2; at++) {
      const left = bytes[at]!
      if (left === 0 || left === BARRED) continue
      const person = at - second
      if (left > bytes[best + person]!) bytes[best + person] = left
      if (left - hop >= 2) spread(space, words[heads + person]! >>> 2, left - hop, best)
    }
  }
}

/** For each organization the most that is left at one of its people, their affiliation paid. */
export function endAtOrganizations(space: Space): void {
  const { words, bytes, scratch, layout } = space
  const { best } = scratch
  const end = (best + layout.people + 3) >>> 2
  for (let four = best >>> 2; four < end; four++) {
    if (words[four] === 0) continue
    for (let at = four << 2; at < (four + 1) << 2; at++) {
      if (bytes[at] !== 0 && bytes[at] !== BARRED) endAt(space, at - best, bytes[at]!)
    }
  }
}

function endAt({ words, bytes, scratch, layout }: Space, person: number, left: number): void {
  const limit = (left << ID_BITS) >>> 0
  for (let at = (words[(layout.heads >>> 2) + person]! >>> 2) - 1; words[at]! < limit; at--) {
    const rest = left - (words[at]! >>> ID_BITS)
    const place = scratch.after + (words[at]! & ID_MASK)
    if (rest > bytes[place]!) bytes[place] = rest
  }
}

/** The most that is left at one organization, by its list of people; 0 = out of reach. */
export function leftAt({ words, bytes, scratch, layout }: Space, organization: number): number {
  const heads = layout.heads >>> 2
  let most = 0
  let limit = LAST
  for (let at = words[heads + recordOf(layout, organization)]! >>> 2; words[at]! < limit; at++) {
    const left = bytes[scratch.best + (words[at]! & ID_MASK)]!
    const rest = left - (words[at]! >>> ID_BITS)
    if (left === BARRED || rest <= most) continue
    most = rest
    limit = ((254 - most + 1) << ID_BITS) >>> 0
  }
  return most
}
