import { oneAway } from '../matching.ts'
import { NICKNAME_LINES } from './nicknames.ts'
import { skeletonOf, type Word, wordOf } from './spelling.ts'
import { type Name, waysToRead } from './words.ts'

// Whether two names may be one person's, and in which way they differ. A name alone makes nobody the same.

/** How two words of names agree, from the closest on. */
export type How = 'same' | 'spelling' | 'nickname' | 'typo' | 'initial'
export type Agreement = {
  /** The worst of the words. */
  how: How
  words: readonly { how: How; one: Word; other: Word }[]
  /** In another order. */
  swapped: boolean
  /** Words that only one of the names has. */
  more: number
}

const LOOSENESS: Readonly<Record<How, number>> = { same: 0, spelling: 1, nickname: 2, typo: 3, initial: 3 }

const ROOTS = new Map<string, number[]>()
for (const [line, names] of NICKNAME_LINES.entries())
  for (const spelling of new Set(names.flatMap((name) => wordOf(name).spellings)))
    ROOTS.set(spelling, [...(ROOTS.get(spelling) ?? []), line])

/** The lines of the table of nicknames on which a word stands. */
export const rootsOf = (word: Word): number[] => [
  ...new Set(word.spellings.flatMap((spelling) => ROOTS.get(spelling) ?? [])),
]

/** What two names have in common; null when they are names of two people, or one of them says too little. */
export function nameAgreement(one: string, other: string): Agreement | null {
  const ways = waysToRead(one).flatMap((left) => waysToRead(other).map((right) => agree(left, right)))
  const found = ways.filter((way) => way !== null)
  return found.reduce<Agreement | null>((best, way) => (best && loose(best) <= loose(way) ? best : way), null)
}

/** Whether one's records of both names, at one address, are one person's without anybody looking. */
export function isOneName(one: string, other: string): boolean {
  const found = nameAgreement(one, other)
  return found !== null && ['same', 'spelling', 'nickname'].includes(found.how)
}

const loose = ({ words, swapped, more }: Agreement): number =>
  words.reduce((sum, { how }) => sum + LOOSENESS[how], 0) + (swapped ? 1 : 0) + more

function agree(one: Name, other: Name): Agreement | null {
  const [short, long] = one.words.length <= other.words.length ? [one, other] : [other, one]
  if (short.words.length < 2) return null
  const placed = place(short.words, long.words, 0, new Set())
  if (placed === null) return null
  const words = placed.map(({ how, at }, index) => ({
    how,
    one: short.words[index]!,
    other: long.words[at]!,
  }))
  const more = long.words.length - short.words.length
  const full = words.filter(({ how, one: word }) => isWhole(word) && (how === 'same' || how === 'spelling'))
  const loosely = words.filter(({ how }) => how === 'typo' || how === 'initial')
  if (full.length === 0 || loosely.length > 1 || more > 2) return null
  const swapped = placed.some(({ at }, index) => index > 0 && at < placed[index - 1]!.at)
  // An initial stands where the name stands: "T. Berg" is not "Berg T." of somebody else's.
  if (swapped && words.some(({ how }) => how === 'initial')) return null
  const worst = words.reduce<How>(
    (how, word) => (LOOSENESS[word.how] > LOOSENESS[how] ? word.how : how),
    'same',
  )
  return { how: worst, words, swapped, more }
}

const isWhole = ({ plain: [letters = ''] }: Word): boolean => letters.length > 1

type Placed = { how: How; at: number }

/** Each word of the shorter name at a word of the longer one, as closely as can be; null where one has none. */
function place(
  short: readonly Word[],
  long: readonly Word[],
  index: number,
  taken: ReadonlySet<number>,
): Placed[] | null {
  const word = short[index]
  if (word === undefined) return []
  let best: { placed: Placed[]; cost: number } | null = null
  for (const [at, other] of long.entries()) {
    const how = taken.has(at) ? null : howWords(word, other)
    if (how === null) continue
    const rest = place(short, long, index + 1, new Set([...taken, at]))
    if (rest === null) continue
    const cost = [{ how, at }, ...rest].reduce(
      (sum, one) => sum + LOOSENESS[one.how],
      Math.abs(at - index) / 10,
    )
    if (best === null || cost < best.cost) best = { placed: [{ how, at }, ...rest], cost }
  }
  return best?.placed ?? null
}

/** How two words agree; null when they do not. */
export function howWords(one: Word, other: Word): How | null {
  if (meet(one.plain, other.plain)) return 'same'
  if (meet(one.spellings, other.spellings)) return 'spelling'
  // A script without vowels is held against consonants, and only then: Maria is not Moro.
  if ((one.skeleton === null) !== (other.skeleton === null))
    return skeletonOf(one).length > 1 && skeletonOf(one) === skeletonOf(other) ? 'spelling' : null
  const [a, b] = [one.plain[0] ?? '', other.plain[0] ?? '']
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'initial' : null
  if (meet(rootsOf(one), rootsOf(other))) return 'nickname'
  return isTypo(a, b) ? 'typo' : null
}

const meet = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.some((value) => other.includes(value))

const SHORTEST_TYPO = 5
/** One letter wrong within a word; a digit more is another one. A vowel at the end is no slip: Daniel and Daniela, Maria and Mario are two people. */
function isTypo(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < SHORTEST_TYPO || /\d/.test(a) || !oneAway(a, b)) return false
  const [stemA, stemB] = [a, b].map((word) => word.replace(/[aeiou]$/, ''))
  return stemA !== stemB && a !== stemB && b !== stemA
}
