import type { Context } from '../action.ts'
import { monthsSinceLeaving } from '../network/clock.ts'
import { toStrength } from '../network/cost.ts'
import { combine, contributions } from '../network/strength.ts'
import type { FoundPath } from '../network/types.ts'
import type { Weighed } from './evidence.ts'
import type { Pair, PositionFacts } from './facts.ts'
import { affiliationCost, type Graph } from './graph.ts'
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
  const certainty = RANK.find((rank) => items.some((item) => item.certainty === rank)) ?? 'inferred'
  return { strength, certainty, evidence: shown.sort((one, other) => other.contributes - one.contributes) }
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

/** A path of the engine, and the organization it leads to, if it leads to one. */
export type ToDescribe = { path: FoundPath; organization?: number }

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
    return {
      strength: toStrength(one.path.cost),
      steps: pairsAlong(along).map(([from, to]) => ({
        from: people.get(from)!,
        to: people.get(to)!,
        tie: tieShape(tieItems(book, from, to, one, end, foreseen)),
      })),
      ...(end ? { affiliation: end.shape } : {}),
    }
  })
}

const pairsAlong = (people: readonly PersonId[]): Pair[] =>
  people.slice(1).map((person, index) => [people[index]!, person] as const)

/** Where a path is one tie, its cost tells whether shared work was cut; longer ones are told with all evidence. */
function tieItems(
  book: PairBook,
  from: PersonId,
  to: PersonId,
  { path }: ToDescribe,
  end: { cost: number } | undefined,
  foreseen: Foreseen | undefined,
): Weighed[] {
  const only = path.people.length === 2 ? { cost: path.cost - (end?.cost ?? 0) } : {}
  return book.weighed(from, to, { ...only, ...(foreseen ? { foreseen } : {}) })
}

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
    shape: { organization, current: !best.position.ended, strength: toStrength(best.cost) },
  }
}

/** "was at Cobalt Health until 2021", "is at Cobalt Health": a position in half a sentence. */
export function positionInWords(position: PositionFacts, organization: string, now: Date): string {
  if (!position.ended) return `is at ${organization}`
  const until = position.to ?? `about ${position.seen.slice(0, 7)}`
  const years = Math.round(monthsSinceLeaving(position.to ?? position.seen, now) / 12)
  return `was at ${organization} until ${until}${years > 1 ? ` (${years} years ago)` : ''}`
}
