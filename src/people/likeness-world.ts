import type { Likeness } from './likeness.ts'
import { rootsOf } from './name/agree.ts'
import type { Word } from './name/spelling.ts'
import { waysToRead } from './name/words.ts'

// How common everything is that records are compared by: what is rare here says more (Winkler 1989).

type Counts = ReadonlyMap<string, number>
export type World = {
  people: number
  words: Counts
  names: Counts
  organizations: Counts
  titles: Counts
  places: Counts
  phones: Counts
  /** Endings of words, and words that stand beside a word with an ending: what tells a language. */
  endings: Counts
  beside: Counts
}

/** In how many people of the world a word of a name is counted besides those here, and how common words are there. */
export const WORLD = { people: 2000, known: 0.004, unknown: 0.0003 }

export function worldOf(people: readonly Likeness[]): World {
  const words = people.map(({ name }) => waysToRead(name)[0]?.words ?? [])
  return {
    people: people.length,
    words: countsOf(words.map((said) => said.map(spelled))),
    names: countsOf(words.map((said) => [wholeName(said)])),
    organizations: countsOf(people.map(employersOf)),
    titles: countsOf(people.map(({ work }) => work.flatMap(({ title }) => title ?? []))),
    places: countsOf(people.map(({ place }) => (place === null ? [] : [place]))),
    phones: countsOf(people.map(({ phones }) => phones)),
    endings: countsOf(words.map((said) => said.map(endingOf))),
    beside: countsOf(
      words.map((said) =>
        said.flatMap((word, at) =>
          said.filter((_, other) => other !== at).map((other) => besideName(word, other)),
        ),
      ),
    ),
  }
}

/** Each value once a person. */
function countsOf(lists: readonly (readonly string[])[]): Counts {
  const counts = new Map<string, number>()
  for (const list of lists) for (const value of new Set(list)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

export const employersOf = ({ work, hosts }: Likeness): string[] => [
  ...new Set([...work.flatMap(({ organization, label }) => [organization, label]), ...hosts]),
]

export const spelled = ({ spellings: [first = ''] }: Word): string => first
const wholeName = (words: readonly Word[]) => words.map(spelled).sort().join(' ')

/** How many here bear a name, whatever the order of its words. */
export const bearersOf = (words: readonly Word[], { names }: World): number =>
  names.get(wholeName(words)) ?? 0

/** How common a word is, here and in the world, without the two records that are held against each other. */
export function share(word: Word, other: Word, { people, words }: World): number {
  const own = spelled(word) === spelled(other) ? 2 : 1
  const here = Math.max(0, (words.get(spelled(word)) ?? 0) - own)
  const common = rootsOf(word).length > 0 ? WORLD.known : WORLD.unknown
  return (here + WORLD.people * common) / (people + WORLD.people)
}

/** The last two letters: -ov, -ez, -en, -ki. */
const endingOf = (word: Word): string => spelled(word).slice(-2)
const besideName = (word: Word, other: Word): string => `${spelled(word)} -${endingOf(other)}`

/** As if so many people more had been seen beside an ending, of all languages. */
const ANYBODY = 12
/** How much likelier a word is beside the other one than beside anybody's, in bits: names of one language go together. */
export function besideBits(word: Word, other: Word, { people, words, endings, beside }: World): number {
  const less = (count: number | undefined) => Math.max(0, (count ?? 0) - 2)
  const alone = (less(words.get(spelled(word))) + WORLD.people * WORLD.unknown) / (people + WORLD.people)
  const together =
    (less(beside.get(besideName(word, other))) + ANYBODY * alone) /
    (less(endings.get(endingOf(other))) + ANYBODY)
  return Math.max(0, Math.log2(together / alone))
}

/** The rarest of some values that two have: what it says, in bits, and which it is. */
export function rarest(values: readonly string[], counts: Counts, { people }: World) {
  const [value] = values.toSorted((one, other) => counts.get(one)! - counts.get(other)!)
  return value === undefined ? null : { value, bits: Math.max(0, Math.log2(people / counts.get(value)!)) }
}
