import type { FoundPath } from './types.ts'

/** Which path comes first: least cost, then fewer ties, then the sequence of ids. Negative when `one` does. */
export function comparePaths(one: FoundPath, other: FoundPath): number {
  return (
    one.cost - other.cost ||
    one.people.length - other.people.length ||
    compareSequences(one.people, other.people)
  )
}

/** Order of two sequences of ids, of equal length. */
export function compareSequences(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < one.length; at++) {
    const difference = one[at]! - other[at]!
    if (difference !== 0) return difference
  }
  return 0
}

/** Of paths in order, taken greedily: how many share nobody but the seeker. */
export function independent(paths: readonly { people: readonly number[] }[]): number {
  const taken = new Set<number>()
  let count = 0
  for (const { people } of paths) {
    const others = people.slice(1)
    if (others.some((person) => taken.has(person))) continue
    for (const person of others) taken.add(person)
    count++
  }
  return count
}
