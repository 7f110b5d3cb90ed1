/** What a question leaves out, marked so that the inner loops read one byte. */
import { checkExclude } from './check.ts'
import { ID_BITS } from './lists.ts'
import type { Exclude } from './types.ts'

/** Who and what a question leaves out. A mark is 1 for a person left out, 2 for an end of a tie left out, or both. */
export type Skip = { mark: Uint8Array; ties: Set<number> }

const PERSON = 1
const TIE_END = 2

export function createSkip(people: number): Skip {
  return { mark: new Uint8Array(people), ties: new Set() }
}

/** Marks what a question leaves out, the seeker always: paths neither return to the seeker nor end there. */
export function markSkipped(skip: Skip, from: number, exclude: Exclude = {}): Skip {
  const { mark, ties } = skip
  checkExclude(exclude, mark.length)
  mark.fill(0)
  ties.clear()
  mark[from] = PERSON
  for (const person of exclude.people ?? []) mark[person]! |= PERSON
  for (const [a, b] of exclude.ties ?? []) {
    mark[a]! |= TIE_END
    mark[b]! |= TIE_END
    ties.add(tieKey(a, b))
  }
  return skip
}

/** Whether the step from `near` to `next` is left out. Called only where `mark[next]` is not 0. */
export function isSkipped(skip: Skip, near: number, next: number): boolean {
  return (skip.mark[next]! & PERSON) !== 0 || skip.ties.has(tieKey(near, next))
}

function tieKey(a: number, b: number): number {
  return Math.min(a, b) * 2 ** ID_BITS + Math.max(a, b)
}
