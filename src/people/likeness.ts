import { type Breath, noBreath } from './breath.ts'
import { blocksOf } from './likeness-blocks.ts'
import { type Evidence, type EvidenceKind, evidenceOf, WEIGHTS } from './likeness-evidence.ts'
import { type World, worldOf } from './likeness-world.ts'
import { listUnder } from './lists.ts'
import { type Agreement, nameAgreement } from './name/agree.ts'

// Which records may be one person: weighed as Fellegi and Sunter (1969) do, in bits. Nothing is merged by it; a pair
// above the line is put before the user.

/** A position as it is compared; months are counted (src/network/clock.ts), and null where nobody said. */
export type Work = {
  organization: string
  /** The organization as the host of an address would have it. */
  label: string
  title: string | null
  from: number | null
  to: number | null
  ended: boolean
}

/** A record as far as it tells who it is. Lists hold what is compared as it is compared. */
export type Likeness<Id extends string = string> = {
  id: Id
  name: string
  work: readonly Work[]
  emails: readonly string[]
  phones: readonly string[]
  profiles: readonly string[]
  /** Local parts of e-mail addresses and last parts of profile URLs. */
  handles: readonly string[]
  /** Employers as addresses at work name them. */
  hosts: readonly string[]
  place: string | null
  /** Exports, lists and address books that it stands in: each has most people once. */
  files: readonly string[]
}

/** What spoke most for it. */
export type Reason = 'organization' | 'handle' | 'key' | 'place' | 'title' | 'rare'
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
type Weighed<Id extends string> = Pair<Id> & { evidence: readonly Evidence[] }

/** A pair at or above is put before the user, in bits. */
export const LEAST_BITS = 2.75
/** How many records out of one are second ones, before anything is known of them. */
export const SECOND_RECORDS = 0.05
/** Below, a pair is no rival of another one. */
const LEAST_RIVAL_BITS = -6

type Asked<Id extends string> = {
  /** Only pairs with one of these. */
  of?: ReadonlySet<Id>
  breath?: Breath
}

/** The pairs that may be one person, likeliest first. */
export async function alikeAmong<Id extends string>(
  people: readonly Likeness<Id>[],
  asked: Asked<Id> = {},
): Promise<Pair<Id>[]> {
  const world = worldOf(people)
  const pairs = await weighedPairs(people, { ...asked, world })
  return withoutRivals(pairs, rivalry(people, world))
    .filter(({ bits }) => bits >= LEAST_BITS)
    .sort((one, other) => other.bits - one.bits || (one.one < other.one ? -1 : 1))
}

/** All pairs whose names may be one person's and that are not out of the question, weighed. */
export async function weighedPairs<Id extends string>(
  people: readonly Likeness<Id>[],
  { of, breath = noBreath, world = worldOf(people) }: Asked<Id> & { world?: World },
  least = LEAST_RIVAL_BITS,
): Promise<Weighed<Id>[]> {
  const isAsked = people.map(({ id }) => of?.has(id) ?? true)
  const seen = new Set<number>()
  const pairs: Weighed<Id>[] = []
  for (const block of await blocksOf(people, breath))
    for (const [index, at] of block.entries()) {
      await breath()
      for (const other of block.slice(index + 1)) {
        const both = at * people.length + other
        if (at === other || !(isAsked[at] || isAsked[other]) || seen.has(both)) continue
        seen.add(both)
        const pair = weigh(people[at]!, people[other]!, world)
        if (pair !== null && pair.bits >= least) pairs.push(pair)
      }
    }
  return pairs
}

function weigh<Id extends string>(one: Likeness<Id>, other: Likeness<Id>, world: World): Weighed<Id> | null {
  const agreement = nameAgreement(one.name, other.name)
  if (agreement === null) return null
  const evidence = evidenceOf(one, other, agreement, world)
  const prior = Math.log2(SECOND_RECORDS / Math.max(world.people, FEWEST))
  const bits = evidence.reduce((sum, { kind, times }) => sum + WEIGHTS[kind] * times, prior)
  return { one: one.id, other: other.id, agreement, evidence, bits, ...reasonOf(evidence) }
}

/** Among fewer people a coincidence is no likelier than among so many. */
const FEWEST = 20

const REASONS: Partial<Record<EvidenceKind, Reason>> = {
  ...{ employer: 'organization', sameDates: 'organization', place: 'place' },
  ...{ address: 'key', telephone: 'key', handle: 'handle', title: 'title', titleElsewhere: 'title' },
}
/** Below, nothing but the name speaks for it. */
const LEAST_REASON = 0.5

function reasonOf(evidence: readonly Evidence[]) {
  const worth = ({ kind, times }: Evidence) => WEIGHTS[kind] * times
  const [best] = evidence
    .filter((one) => REASONS[one.kind] && worth(one) > LEAST_REASON)
    .sort((one, other) => worth(other) - worth(one))
  return { reason: (best && REASONS[best.kind]) ?? ('rare' as const), shared: best?.shared ?? null }
}

/** Whether two records are themselves likely one person. */
type Rivalry<Id extends string> = (one: Id, other: Id) => boolean

function rivalry<Id extends string>(people: readonly Likeness<Id>[], world: World): Rivalry<Id> {
  const byId = new Map(people.map((person) => [person.id, person]))
  return (one, other) =>
    (weigh(byId.get(one)!, byId.get(other)!, world)?.bits ?? LEAST_RIVAL_BITS) >= LEAST_BITS
}

/**
 * Two records that are two people cannot both be the third: where one might be either, it is less likely each of them.
 * A rival that is alike the other one, too, is none: three records of one person are three pairs.
 */
function withoutRivals<Id extends string>(pairs: readonly Weighed<Id>[], isAlike: Rivalry<Id>): Pair<Id>[] {
  const alike = new Map<Id, { id: Id; bits: number }[]>()
  for (const { one, other, bits } of pairs) {
    listUnder(alike, one, { id: other, bits })
    listUnder(alike, other, { id: one, bits })
  }
  const rivals = (one: Id, other: Id): number =>
    alike
      .get(one)!
      .filter(({ id }) => id !== other && !isAlike(other, id))
      .reduce((sum, { bits }) => sum + 2 ** bits, 0)
  return pairs.map(({ evidence: _, bits, ...pair }) => ({
    ...pair,
    bits: bits - Math.log2(1 + rivals(pair.one, pair.other)) - Math.log2(1 + rivals(pair.other, pair.one)),
  }))
}
