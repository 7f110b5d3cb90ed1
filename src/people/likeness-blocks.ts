import { type Breath, noBreath } from './breath.ts'
import type { Likeness } from './likeness.ts'
import { employersOf } from './likeness-world.ts'
import { listUnder } from './lists.ts'
import { rootsOf } from './name/agree.ts'
import { skeletonOf, type Word } from './name/spelling.ts'
import { waysToRead } from './name/words.ts'

// Which records are held against each other at all: all against all would be hours.

/** A block of more people is split by where they work: their names say too little. */
const LARGEST_BLOCK = 300

/**
 * Records, by their place in the list, that share a word of their names and how another one begins, or what it is short
 * for, or an address; where too many do, an employer as well.
 */
export async function blocksOf(people: readonly Likeness[], breath: Breath = noBreath): Promise<number[][]> {
  const blocks = new Map<string, number[]>()
  const isMixed = people.some(({ name }) => waysToRead(name)[0]?.words.some((word) => word.skeleton !== null))
  for (const [at, person] of people.entries()) {
    await breath()
    for (const key of keysOf(person, isMixed)) listUnder(blocks, key, at)
  }
  return [...blocks.values()]
    .flatMap((block) => (block.length > LARGEST_BLOCK ? byEmployer(people, block) : [block]))
    .filter(({ length }) => length > 1 && length <= LARGEST_BLOCK)
}

function byEmployer(people: readonly Likeness[], block: readonly number[]): number[][] {
  const parts = new Map<string, number[]>()
  for (const at of block) for (const employer of employersOf(people[at]!)) listUnder(parts, employer, at)
  return [...parts.values()]
}

function keysOf(person: Likeness, isMixed: boolean): Set<string> {
  const ways = waysToRead(person.name)
  return new Set([
    ...ways.flatMap(({ words }) => nameKeys(words, isMixed)),
    ...[...person.emails, ...person.phones, ...person.handles].map((own) => `+ ${own}`),
  ])
}

function nameKeys(words: readonly Word[], isMixed: boolean): string[] {
  return words.flatMap((word, at) => {
    const others = words.filter((_, index) => index !== at)
    const behind = others.flatMap((other) => [
      ...other.spellings.map((spelling) => spelling.charAt(0)),
      ...rootsOf(other).map(String),
    ])
    const keys = word.spellings.flatMap((spelling) => behind.map((short) => `${spelling} ${short}`))
    return isMixed
      ? [...keys, ...others.map((other) => `- ${skeletonOf(word)} ${skeletonOf(other).charAt(0)}`)]
      : keys
  })
}
