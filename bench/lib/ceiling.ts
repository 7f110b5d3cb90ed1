import { type Doubles, doublesOf, pairName, SECOND_RECORDS, type Told } from './doubles.ts'
import { chanceOf, isCommon, type Named, nameOf, writtenWays } from './invented-names.ts'
import { type Random, seeded } from './random.ts'
import type { Seen } from './sources.ts'

// What nobody could do better: the odds of each pair by one who knows how these worlds are made. Names by their true
// chances and every way to write them; what the records say in the generator's own terms, without spellings, by how often
// pairs that are one person say it and others do, in worlds that nobody is measured on. It also knows which records are
// second ones. What even this cannot tell at the agreed precision is not in the records.

export type Judged = { pair: string; isOne: boolean; odds: number }

/** Worlds that the shares are counted in, and pairs of strangers held against each other in each. */
const COUNTED_IN = Array.from({ length: 16 }, (_, at) => 1001 + at)
const STRANGERS = 60_000
/** As if seen so often before anything was counted. */
const BEFORE = 0.5

type Tally = { one: number; two: number }
type Shares = { ones: number; twos: number; seen: Map<string, Tally> }

let shares: Shares | undefined

/** The pairs that may be one person, likeliest first. */
export function bestJudged(world: Doubles): Judged[] {
  shares ??= countedShares()
  const firsts = [...world.told].filter(([id]) => !id.endsWith('x'))
  const ways = waysOf(firsts)
  const common = firsts.filter(([, { named }]) => isCommon(named)).length / firsts.length
  const records = world.told.size
  const prior = SECOND_RECORDS / ((records * (records - 1)) / 2)
  const judged = new Map<string, Judged>()
  for (const [id, told] of world.told) {
    const candidates = (ways.get(told.name) ?? []).filter((one) => one.id !== id)
    const odds = candidates.map(
      (one) => prior * nameOdds(one, told, candidates, firsts.length, common) * factsOdds(one.told, told),
    )
    const sum = 1 + odds.reduce((all, one) => all + one, 0)
    for (const [at, one] of candidates.entries()) {
      const pair = pairName(one.id, id)
      const least = Math.min(
        odds[at]! / (sum - odds[at]!),
        judged.get(pair)?.odds ?? Number.POSITIVE_INFINITY,
      )
      judged.set(pair, { pair, isOne: world.truth.has(pair), odds: least })
    }
  }
  return [...judged.values()].sort((one, other) => other.odds - one.odds)
}

type Way = { id: string; told: Told; chance: number }

/** Who may be meant by each text. */
function waysOf(firsts: readonly (readonly [string, Told])[]): Map<string, Way[]> {
  const ways = new Map<string, Map<string, Way>>()
  for (const [id, told] of firsts)
    for (const { text, chance } of writtenWays(told.named)) {
      const here = ways.get(text) ?? new Map<string, Way>()
      here.set(id, { id, told, chance: (here.get(id)?.chance ?? 0) + chance })
      ways.set(text, here)
    }
  return new Map([...ways].map(([text, all]) => [text, [...all.values()]]))
}

/** How much likelier the text is as this one's than as anybody's: of the same name, of a name that it is, or of others here. */
function nameOdds(one: Way, told: Told, candidates: readonly Way[], people: number, common: number): number {
  const { named } = one.told
  const itself = nameOf(told.named) === told.name ? [told.named] : []
  const names = new Map([named, { ...named, middle: null }, ...itself].map((name) => [nameOf(name), name]))
  const others = candidates.filter((way) => !names.has(nameOf(way.told.named)))
  const alike = [...names.values()].reduce(
    (sum, name) => sum + trueChance(name, common) * chanceOfText(name, told.name),
    0,
  )
  return one.chance / (alike + others.reduce((sum, { chance }) => sum + chance, 0) / people)
}

const chanceOfText = (named: Named, wanted: string): number =>
  writtenWays(named).reduce((sum, { text, chance }) => (text === wanted ? sum + chance : sum), 0)

/** Strangers who share a name were put in: 300 of 4,000 people, of common names. */
const PUT_IN = 300 / 4000
const trueChance = (named: Named, common: number): number =>
  chanceOf(named) * (isCommon(named) ? 1 + PUT_IN / common : 1)

/** What the records say of work and place together, and what each kind of address says by itself. */
function factsOdds(one: Told, other: Told): number {
  return saidOf(one, other).reduce((odds, said) => {
    const { one: ones, two: twos } = shares!.seen.get(said) ?? { one: 0, two: 0 }
    return (odds * ((ones + BEFORE) / shares!.ones)) / ((twos + BEFORE) / shares!.twos)
  }, 1)
}

function countedShares(): Shares {
  const all: Shares = { ones: 0, twos: 0, seen: new Map() }
  for (const seed of COUNTED_IN) {
    const { told, truth } = doublesOf(seed)
    const records = [...told.values()]
    for (const pair of truth) {
      const [one, other] = pair.split(' ').map((id) => told.get(id)!)
      note(all, saidOf(one!, other!), 'one')
    }
    const random = seeded(seed)
    for (let at = 0; at < STRANGERS; at++)
      note(all, saidOf(any(random, records), any(random, records)), 'two')
    all.ones += truth.size
    all.twos += STRANGERS
  }
  return all
}

const any = (random: Random, records: readonly Told[]): Told => records[random.below(records.length)]!

function note({ seen }: Shares, said: readonly string[], which: keyof Tally): void {
  for (const one of said) {
    const tally = seen.get(one) ?? { one: 0, two: 0 }
    tally[which]++
    seen.set(one, tally)
  }
}

const saidOf = ({ seen: one, file: here }: Told, { seen: other, file: there }: Told): string[] => [
  here === null || there === null ? 'no file' : here === there ? 'one file' : 'two files',
  `${employers(one, other)}, ${roles(one, other)}, ${places(one.place, other.place)}`,
  `profile ${relation(one.profiles, other.profiles)}`,
  `telephone ${relation(one.phones, other.phones)}`,
  `address ${addresses(one, other)}`,
]

const relation = (one: readonly string[], other: readonly string[]): string => {
  if (one.length === 0 || other.length === 0) return 'unknown'
  const shared = one.filter((value) => other.includes(value))
  if (shared.length === 0) return 'other'
  return shared.every((value) => /switchboard|info@/.test(value)) ? 'of the firm' : 'same'
}

/** A name of one's own before the @ or behind the last slash is one person's. */
function addresses(one: Seen, other: Seen): string {
  const handles = ({ emails, profiles }: Seen) =>
    [...emails, ...profiles].flatMap((text) => text.match(/\w*gull\d+/)?.[0] ?? [])
  return handles(one).some((handle) => handles(other).includes(handle))
    ? 'handle'
    : relation(one.emails, other.emails)
}

const bin = (rank: number, edges: readonly number[]) => edges.filter((edge) => rank >= edge).length

/** The smallest employer that both name, by position or address at work; since when, where both say so. */
function employers(one: Seen, other: Seen): string {
  const [here, there] = [placesOfWork(one), placesOfWork(other)]
  if (here.length === 0 || there.length === 0) return 'employer unknown'
  const shared = here.filter((rank) => there.includes(rank))
  if (shared.length === 0) return 'other employers'
  const since =
    one.isDated && other.isDated && one.jobs.some(({ from }) => other.jobs.some((job) => job.from === from))
  return `employer ${bin(Math.max(...shared), [3, 12, 40, 150, 500])}${since ? ' since' : ''}`
}

const placesOfWork = ({ jobs, works }: Seen): number[] => [
  ...jobs.map(({ organization }) => organization),
  ...works,
]

function roles(one: Seen, other: Seen): string {
  if (!one.titled || !other.titled || one.jobs.length === 0 || other.jobs.length === 0) return 'title unknown'
  const same = (wanted: ('role' | 'level' | 'wording')[]) =>
    one.jobs.filter((job) => other.jobs.some((held) => wanted.every((field) => job[field] === held[field])))
  const [role] = same(['role'])
  if (role === undefined) return 'other line of work'
  const whole = same(['role', 'level', 'wording']).length > 0
  return `${whole ? 'title' : 'line of work'} ${bin(role.role, [2, 6])}`
}

const places = (one: number | null, other: number | null): string =>
  one === null || other === null
    ? 'place unknown'
    : one === other
      ? `place ${bin(one, [2, 8, 30])}`
      : 'other places'

/** By what a pair could be known, strongest first; a line of work is said by a title. */
export function knownBy({ seen: one }: Told, { seen: other }: Told): string {
  if (relation(one.profiles, other.profiles) === 'same') return 'profile'
  const address = addresses(one, other)
  if (address === 'same') return 'e-mail address'
  if (address === 'handle') return 'handle'
  if (relation(one.phones, other.phones) === 'same') return 'telephone'
  const [isEmployer, role] = [/^employer \d/.test(employers(one, other)), roles(one, other)]
  const isWork = /^(title|line of work) \d/.test(role)
  if (isEmployer) return isWork ? 'employer and work' : 'employer'
  const isPlace = one.place !== null && one.place === other.place
  if (isPlace) return isWork ? 'place and work' : 'place'
  return isWork ? 'line of work' : 'the name alone'
}
