/** The TypeScript kernel's doors: which organizations are doors, and the path to each, found backwards from the tables. */

import { leftAt } from './explore.ts'
import type { Exploration, Keep, Way } from './kernel.ts'
import { compareSequences } from './order.ts'
import { BARRED, headOf, ID_BITS, ID_MASK, LAST, pack, recordOf, type Space } from './space.ts'

export function keepDoors(space: Space, keep: Keep): number {
  const { bytes, scratch, layout } = space
  let count = 0
  for (let organization = 0; organization < layout.organizations; organization++) {
    const place = scratch.after + organization
    if (bytes[place] === 0) continue
    const after = keep.full - bytes[place]!
    const before = beforeAt(space, organization, keep)
    const isDoor = after < before && (before > keep.threshold || before - after >= keep.minGain)
    bytes[scratch.before + organization] = before
    if (isDoor) count++
    else bytes[place] = 0
  }
  return count
}

/** 0 where only open organizations count and this one is not: nothing is nearer than that. */
function beforeAt(space: Space, organization: number, { openOnly }: Keep): number {
  if (openOnly && space.bytes[space.layout.open + organization] === 0) return 0
  return 255 - leftAt(space, organization)
}

export function nextDoor(space: Space, exploration: Exploration, from: number): Way | null {
  const { bytes, scratch, layout } = space
  for (let organization = from; organization < layout.organizations; organization++) {
    const left = bytes[scratch.after + organization]!
    if (left === 0) continue
    const costs = { before: bytes[scratch.before + organization]!, after: exploration.full - left }
    return { organization, ...costs, people: bestWay(space, exploration, organization, left) }
  }
  return null
}

/** Of the ways that leave as much as the best does: the fewest ties, then the earliest sequence. */
function bestWay(space: Space, exploration: Exploration, organization: number, want: number): number[] {
  const { words, bytes, scratch } = space
  let best: number[] | null = null
  for (let at = headOf(space, recordOf(space.layout, organization)); words[at]! < LAST; at++) {
    const person = words[at]! & ID_MASK
    const left = bytes[scratch.best + person]!
    if (left === BARRED || left - (words[at]! >>> ID_BITS) !== want) continue
    best = earlier(best, wayTo(space, exploration, person, left))
  }
  return best ?? []
}

function earlier(one: number[] | null, other: number[] | null): number[] | null {
  if (!one || !other) return one ?? other
  return (one.length - other.length || compareSequences(one, other)) <= 0 ? one : other
}

function wayTo(space: Space, exploration: Exploration, person: number, left: number): number[] | null {
  const { words, bytes, scratch } = space
  const { first, hops, full } = exploration
  const cost = full - hops[0] - left
  if (has(space, first >>> 2, pack(person, cost))) return [person]
  const connector = bytes[scratch.second + person] === left ? connectorTo(space, exploration, person) : null
  if (connector !== null) return [connector, person]
  let best: number[] | null = null
  for (let at = headOf(space, person); words[at]! < LAST; at++) {
    const second = words[at]! & ID_MASK
    const there = bytes[scratch.second + second]!
    if (there === 0 || there === BARRED || there - hops[2] - (words[at]! >>> ID_BITS) !== left) continue
    const before = connectorTo(space, exploration, second)
    if (before !== null) best = earlier(best, [before, second, person])
  }
  return best
}

/** The smallest id of those by whom somebody has, with two ties, what table `second` says. */
function connectorTo(space: Space, { first, hops, full }: Exploration, person: number): number | null {
  const { words, bytes, scratch } = space
  const left = bytes[scratch.second + person]!
  let best: number | null = null
  for (let at = first >>> 2; words[at]! < LAST; at++) {
    const connector = words[at]! & ID_MASK
    const cost = full - hops[0] - (words[at]! >>> ID_BITS) - hops[1] - left
    if (cost < 1) break
    if (best !== null && connector > best) continue
    if (has(space, headOf(space, person), pack(connector, cost))) best = connector
  }
  return best
}

function has({ words }: Space, head: number, word: number): boolean {
  const cost = word >>> ID_BITS
  for (let at = head; words[at]! < LAST && words[at]! >>> ID_BITS <= cost; at++) {
    if (words[at] === word) return true
  }
  return false
}
