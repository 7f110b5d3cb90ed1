import type { Context } from '../action.ts'
import { dateInWords, said } from '../language.ts'
import { monthsSinceLeaving } from '../network/clock.ts'
import { HOP_COST, toStrength } from '../network/cost.ts'
import { combine, contributions } from '../network/strength.ts'
import type { FoundPath } from '../network/types.ts'
import type { Weighed } from './evidence.ts'
import type { Pair, PositionFacts } from './facts.ts'
import type { Graph } from './graph.ts'
import { affiliationCost } from './load.ts'
import { costOf, type Foreseen, type PairBook, pairBook } from './pair-book.ts'
import type { PersonId } from './person.ts'
import type { OrganizationShape, PathShape, PersonShape, TieShape } from './shapes.ts'

// From the engine's indices back to people, ties and their evidence, in words.

const RANK = ['verified', 'observed', 'imported', 'inferred', 'foreseen'] as const

/** A tie as it is shown: its strength is that of its whole cost, and the contributions add up to it. */
export function tieShape(items: readonly Weighed[]): TieShape {
  const cost = costOf(items)
  const strength = cost === null ? 0 : toStrength(cost)
  const whole = combine(items)
  const parts = contributions(items).map((part) => (whole === 0 ? 0 : (part * strength) / whole))
  const shown = items.map(({ kind, says, since, last, origin }, index) => ({
    kind,
    says,
    ...(since === undefined ? {} : { since }),
    ...(last === undefined ? {} : { last }),
    origin,
    contributes: parts[index]!,
  }))
  return {
    strength,
    certainty: certaintyOf(items, parts),
    evidence: shown.sort((one, other) => other.contributes - one.contributes),
  }
}

/** The surest of its evidence; a tie that lives mostly by a meeting to come is foreseen. */
function certaintyOf(items: readonly Weighed[], parts: readonly number[]): Weighed['certainty'] {
  const foreseen = items.findIndex(({ certainty }) => certainty === 'foreseen')
  if (foreseen >= 0 && parts.every((part) => part <= parts[foreseen]!)) return 'foreseen'
  return RANK.find((rank) => items.some((item) => item.certainty === rank)) ?? 'inferred'
}

/** The names of people, by id. */
export async function personShapes(
  { tx }: Context,
  ids: readonly PersonId[],
): Promise<Map<PersonId, PersonShape>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'headline'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function organizationShapes(
  { tx }: Context,
  ids: readonly string[],
): Promise<Map<string, OrganizationShape>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)] as never[])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** A path of the engine, the organization it leads to, if it leads to one, and what its hops cost, if not the usual. */
export type ToDescribe = { path: FoundPath; organization?: number; hopCost?: readonly number[] }

/** Paths with everybody's name and the evidence of each tie, in the order given. */
export async function describePaths(
  context: Context,
  graph: Graph,
  found: readonly ToDescribe[],
  foreseen?: Foreseen,
): Promise<PathShape[]> {
  const ids = ({ path }: ToDescribe) => path.people.map((index) => graph.people[index]!)
  const people = await personShapes(context, found.flatMap(ids))
  const book = await pairBook(
    context,
    found.flatMap((one) => pairsAlong(ids(one))),
  )
  const places = await organizationShapes(
    context,
    found.flatMap(({ organization }) =>
      organization === undefined ? [] : [graph.organizations[organization]!],
    ),
  )
  return found.map((one) => {
    const along = ids(one)
    const place =
      one.organization === undefined ? undefined : places.get(graph.organizations[one.organization]!)
    const end = place && affiliationShape(book.career(along.at(-1)!), place, context.now)
    const ties = tiesAlong(book, along, one, end?.cost ?? 0, foreseen)
    return {
      strength: toStrength(one.path.cost),
      steps: pairsAlong(along).map(([from, to], index) => ({
        from: people.get(from)!,
        to: people.get(to)!,
        tie: tieShape(ties[index]!),
      })),
      ...(end ? { affiliation: end.shape } : {}),
    }
  })
}

const pairsAlong = (people: readonly PersonId[]): Pair[] =>
  people.slice(1).map((person, index) => [people[index]!, person] as const)

/** The evidence of each tie of a path: with or without shared work, as the cost of the whole path tells. */
function tiesAlong(
  book: PairBook,
  along: readonly PersonId[],
  { path, hopCost = HOP_COST }: ToDescribe,
  end: number,
  foreseen: Foreseen | undefined,
): Weighed[][] {
  const pairs = pairsAlong(along)
  const hops = hopCost.slice(0, pairs.length).reduce((sum, cost) => sum + cost, 0)
  const rest = path.cost - end - hops
  const off = (ties: Weighed[][]) => Math.abs(ties.reduce((sum, tie) => sum + (costOf(tie) ?? 0), 0) - rest)
  const ways = pairs.map(([from, to]) => book.choices(from, to, foreseen)).reduce(combined, [[]])
  return ways.reduce((best, way) => (off(way) < off(best) ? way : best))
}

const combined = (ways: Weighed[][][], choices: Weighed[][]): Weighed[][][] =>
  ways.flatMap((way) => choices.map((choice) => [...way, choice]))

type End = { cost: number; shape: NonNullable<PathShape['affiliation']> }

/** The strongest affiliation of a career with an organization. */
function affiliationShape(
  career: readonly PositionFacts[],
  organization: OrganizationShape,
  now: Date,
): End | undefined {
  const costs = career
    .filter((position) => position.organization === organization.id)
    .map((position) => ({ position, cost: affiliationCost(position, now) }))
    .filter((one): one is { position: PositionFacts; cost: number } => one.cost !== null)
    .sort((one, other) => one.cost - other.cost)
  const best = costs[0]
  if (best === undefined) return undefined
  return {
    cost: best.cost,
    shape: {
      ...{ organization, current: !best.position.ended, strength: toStrength(best.cost) },
      ...(best.position.ended && best.position.to !== null ? { until: best.position.to } : {}),
    },
  }
}

/** "was at Cobalt Health until 2021", "is at Cobalt Health": a position in half a sentence. */
export function positionInWords(position: PositionFacts, organization: string, now: Date): string {
  if (!position.ended) return said({ en: `is at ${organization}`, de: `ist bei ${organization}` })
  const month = dateInWords(position.seen.slice(0, 7))
  const until = position.to ? dateInWords(position.to) : said({ en: `about ${month}`, de: `etwa ${month}` })
  const years = Math.floor(monthsSinceLeaving(position.to ?? position.seen, now) / 12)
  const ago = years > 1 ? said({ en: ` (${years} years ago)`, de: ` (vor ${years} Jahren)` }) : ''
  return said({
    en: `was at ${organization} until ${until}${ago}`,
    de: `war bei ${organization} bis ${until}${ago}`,
  })
}
