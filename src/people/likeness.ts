import { listUnder } from './lists.ts'
import { type Agreement, type How, nameAgreement, rootsOf } from './name/agree.ts'
import { skeletonOf, type Word } from './name/spelling.ts'
import { waysToRead } from './name/words.ts'

// Which records may be one person: weighed as Fellegi and Sunter (1969) do, in bits, with words of names that are rare
// here weighing more (Winkler 1989). Nothing is merged by it; a pair above the line is put before the user.

/** A record as far as it tells who it is. Lists hold what is compared as it is compared. */
export type Likeness<Id extends string = string> = {
  id: Id
  name: string
  organizations: readonly string[]
  /** Local parts of e-mail addresses and last parts of profile URLs. */
  handles: readonly string[]
  /** Telephones, e-mail addresses, profile URLs: what should be one person's alone. */
  keys: readonly string[]
  profiles: number
  place: string | null
}
export type Reason = 'organization' | 'handle' | 'key' | 'place' | 'rare'
/** `bits`: log2 of the odds that the two are one person. */
export type Pair<Id extends string = string> = {
  one: Id
  other: Id
  agreement: Agreement
  reason: Reason
  /** The organization or the place that both have. */
  shared: string | null
  bits: number
}

/** A pair at or above is put before the user, in bits. */
export const LEAST_BITS = 4
/** How many records out of one are second ones, before anything is known of them. */
export const SECOND_RECORDS = 0.05
/** In how many people of the world a word of a name is counted besides those here, and how common words are there. */
export const WORLD = { people: 2000, known: 0.004, unknown: 0.0003 }
/** What a way of agreeing takes away, in bits. */
export const LOOSER: Readonly<Record<How, number>> = {
  same: 0,
  spelling: 0,
  nickname: 0.5,
  typo: 2,
  initial: 1,
}
export const INITIAL_BITS = 4
export const SWAPPED_BITS = 1
export const MORE_WORDS_BITS = 1
/** Given and family names go together: people of one language share both more often than by chance. */
export const SAME_LANGUAGE_BITS = 2
/** What else agrees, at most, or contradicts. */
export const EVIDENCE = {
  organization: 9,
  noOrganization: -4,
  place: 5,
  otherPlace: -4,
  handle: 13,
  key: 12,
  twoProfiles: -8,
}

/** The pairs that may be one person, likeliest first. */
export function alikeAmong<Id extends string>(
  people: readonly Likeness<Id>[],
  least = LEAST_BITS,
): Pair<Id>[] {
  const world = countsOf(people)
  const seen = new Set<string>()
  const pairs: Pair<Id>[] = []
  for (const block of blocksOf(people).values())
    for (const [at, one] of block.entries())
      for (const other of block.slice(at + 1)) {
        const name = one.id < other.id ? `${one.id} ${other.id}` : `${other.id} ${one.id}`
        if (one.id === other.id || seen.has(name)) continue
        seen.add(name)
        const pair = weigh(one, other, world)
        if (pair !== null && pair.bits >= least) pairs.push(pair)
      }
  return pairs.sort((one, other) => other.bits - one.bits || (one.one < other.one ? -1 : 1))
}

type Counts = ReadonlyMap<string, number>
type World = { people: number; words: Counts; names: Counts; organizations: Counts; places: Counts }

function countsOf(people: readonly Likeness[]): World {
  const [words, names, organizations, places] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ]
  const count = (counts: Map<string, number>, names: Iterable<string>) => {
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  for (const { name, organizations: at, place } of people) {
    const said = waysToRead(name)[0]?.words ?? []
    count(words, said.map(spelled))
    count(names, [wholeName(said)])
    count(organizations, at)
    if (place !== null) count(places, [place])
  }
  return { people: people.length, words, names, organizations, places }
}

const spelled = ({ spellings: [first = ''] }: Word): string => first

/** Names of more people than this say nothing, and would be compared with each other for hours. */
const LARGEST_BLOCK = 300

/** Records that share a word of their names and how another one begins, or what it is short for. */
function blocksOf<Id extends string>(people: readonly Likeness<Id>[]): Map<string, Likeness<Id>[]> {
  const blocks = new Map<string, Likeness<Id>[]>()
  const names = people.map((person) => ({ person, ways: waysToRead(person.name) }))
  const isMixed = names.some(({ ways }) => ways[0]?.words.some(({ skeleton }) => skeleton !== null))
  for (const { person, ways } of names) {
    const keys = new Set(ways.flatMap(({ words }) => blockKeys(words, isMixed)))
    for (const key of keys) listUnder(blocks, key, person)
  }
  for (const [key, block] of blocks) if (block.length > LARGEST_BLOCK) blocks.delete(key)
  return blocks
}

function blockKeys(words: readonly Word[], isMixed: boolean): string[] {
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

function weigh<Id extends string>(one: Likeness<Id>, other: Likeness<Id>, world: World): Pair<Id> | null {
  const agreement = nameAgreement(one.name, other.name)
  if (agreement === null) return null
  const { bits: more, reason, shared } = evidenceOf(one, other, world)
  const prior = Math.log2(SECOND_RECORDS / Math.max(world.people, 20))
  const bits = prior + nameBits(agreement, world) + more
  return { one: one.id, other: other.id, agreement, reason, shared, bits }
}

function nameBits({ words, swapped, more }: Agreement, world: World): number {
  const each = words.map(({ how, one, other }) =>
    how === 'initial'
      ? INITIAL_BITS - LOOSER.initial
      : -Math.log2(Math.max(share(one, other, world), share(other, one, world))) - LOOSER[how],
  )
  const sum = each.reduce((bits, word) => bits + word, 0) - SAME_LANGUAGE_BITS
  return Math.min(sum, namesakeBits(words, world)) - (swapped ? SWAPPED_BITS : 0) - more * MORE_WORDS_BITS
}

/** What a whole name says at most that several others here bear too. */
function namesakeBits(words: Agreement['words'], { people, names }: World): number {
  const bearers = Math.max(
    ...[words.map(({ one }) => one), words.map(({ other }) => other)].map(
      (all) => names.get(wholeName(all)) ?? 0,
    ),
  )
  return bearers > 2 ? Math.log2(people / (bearers - 2)) : Number.POSITIVE_INFINITY
}

const wholeName = (words: readonly Word[]) => words.map(spelled).sort().join(' ')

/** How common a word is, here and in the world, without the two records that are held against each other. */
function share(word: Word, other: Word, { people, words }: World): number {
  const own = spelled(word) === spelled(other) ? 2 : 1
  const here = Math.max(0, (words.get(spelled(word)) ?? 0) - own)
  const common = rootsOf(word).length > 0 ? WORLD.known : WORLD.unknown
  return (here + WORLD.people * common) / (people + WORLD.people)
}

type Evidence = { bits: number; reason: Reason; shared: string | null }

function evidenceOf(one: Likeness, other: Likeness, world: World): Evidence {
  const found: Evidence[] = [
    ...organizationBits(one, other, world),
    ...placeBits(one, other, world),
    ...(both(one.handles, other.handles).some((handle) => !isOfName(handle, one.name))
      ? [{ bits: EVIDENCE.handle, reason: 'handle' as const, shared: null }]
      : []),
    ...(both(one.keys, other.keys).length > 0
      ? [{ bits: EVIDENCE.key, reason: 'key' as const, shared: null }]
      : []),
  ]
  const against = one.profiles > 0 && other.profiles > 0 ? EVIDENCE.twoProfiles : 0
  const bits = found.reduce((sum, evidence) => sum + evidence.bits, against)
  const best = found.reduce<Evidence | null>((a, b) => (a && a.bits >= b.bits ? a : b), null)
  return best && best.bits > 0 ? { ...best, bits } : { bits, reason: 'rare', shared: null }
}

const both = (one: readonly string[], other: readonly string[]) =>
  one.filter((value) => other.includes(value))

function organizationBits(one: Likeness, other: Likeness, world: World): Evidence[] {
  if (one.organizations.length === 0 || other.organizations.length === 0) return []
  const shared = both(one.organizations, other.organizations)
  const smallest = shared.sort((a, b) => world.organizations.get(a)! - world.organizations.get(b)!)[0]
  if (smallest === undefined) return [{ bits: EVIDENCE.noOrganization, reason: 'organization', shared: null }]
  const bits = agreeing(world.organizations.get(smallest)!, world, EVIDENCE.organization)
  return [{ bits, reason: 'organization', shared: smallest }]
}

function placeBits(one: Likeness, other: Likeness, world: World): Evidence[] {
  if (one.place === null || other.place === null) return []
  if (one.place !== other.place) return [{ bits: EVIDENCE.otherPlace, reason: 'place', shared: null }]
  const bits = agreeing(world.places.get(one.place)!, world, EVIDENCE.place)
  return [{ bits, reason: 'place', shared: one.place }]
}

/** The rarer what both have, the more it says; two records of so few people are no proof of rarity. */
const agreeing = (count: number, { people }: World, most: number): number =>
  Math.min(most, Math.max(0, Math.log2(people / count)))

const SHORTEST_HANDLE = 5
/** A handle made of the name says nothing that the name does not say: each Tom Berg is tom.berg somewhere. */
function isOfName(handle: string, name: string): boolean {
  if (handle.length < SHORTEST_HANDLE) return true
  const plain = waysToRead(name).flatMap(({ words }) => words.flatMap((word) => word.plain))
  const rest = plain.reduce((left, word) => left.replaceAll(word, ''), handle)
  return rest.replace(/[^a-z0-9]/g, '').length < 2
}
