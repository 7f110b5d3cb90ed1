import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { IN_REACH, toStrength } from '../network/cost.ts'
import type { Call } from '../network/protocol.ts'
import type { Exclude, FoundPath } from '../network/types.ts'
import { describePaths } from '../people/describe.ts'
import { findOrganization } from '../people/find.ts'
import { type Graph, graphOf, type OpenOpening } from '../people/graph.ts'
import type { PersonId } from '../people/person.ts'
import { openingShape, pathShape, reference, text } from '../people/shapes.ts'
import { openingShapes } from './doors.ts'
import { exclusionsOf } from './exclusions.ts'
import { fitOf } from './work.ts'

// Network x live openings: "you know someone there".

export const openingList = action({
  name: 'opening.list',
  says: 'Open openings with the best path to each and how many people there you reach: "you know someone there".',
  kind: 'read',
  may: ['owner'],
  input: z.object({
    organization: reference('organization').optional(),
    search: text(200).default(''),
    within: z.coerce.number().int().min(1).max(3).default(3).describe('reachable within so many ties'),
    reachable: z.boolean().default(false).describe('only those in reach'),
    leastFit: z.coerce.number().min(0).max(1).default(0),
    top: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    total: z.number().int(),
    openings: z.array(
      z.object({
        opening: openingShape,
        fit: z.number().nullable(),
        fitBecause: z.string(),
        reach: z.number().nullable(),
        contacts: z
          .number()
          .int()
          .describe('people there, now or formerly, to whom you have a tie of your own'),
        firstSeen: z.string(),
        path: pathShape.nullable(),
      }),
    ),
  }),
  async run(context, input) {
    const seeker = context.me
    const graph = await graphOf(context)
    const openings = await chosen(context, graph, input)
    const fits = await fitOf(context, graph, seeker, openings)
    const reach = await reachOf(context, graph, seeker, input.within)
    const listed = openings
      .map((opening) => ({
        opening,
        ...fits.get(opening.id)!,
        cost: reach.get(opening.organization) ?? null,
      }))
      .filter(({ fit, cost }) => (fit ?? 1) >= input.leastFit && (!input.reachable || cost !== null))
      .sort((one, other) => worthOf(other) - worthOf(one) || (one.opening.id < other.opening.id ? -1 : 1))
    return {
      total: listed.length,
      openings: await told(context, graph, seeker, listed.slice(0, input.top), input.within),
    }
  },
})

type Listed = { opening: OpenOpening; fit: number | null; because: string; cost: number | null }

/** What is near and fits comes first. */
const worthOf = ({ fit, cost }: Listed): number => (fit ?? 0.3) * (cost === null ? 0.001 : toStrength(cost))

async function chosen(
  context: Context,
  graph: Graph,
  input: { organization?: string | undefined; search: string },
) {
  const place =
    input.organization === undefined ? undefined : await findOrganization(context, input.organization)
  const at = place === undefined ? undefined : graph.organizationAt.get(place)
  const search = input.search.trim().toLowerCase()
  return [...graph.openings.values()]
    .flat()
    .filter(({ organization }) => at === undefined || organization === at)
    .filter(({ title }) => title.toLowerCase().includes(search))
}

/** Least cost to each organization with openings, by its index; absent when out of reach. */
async function reachOf(
  context: Context,
  graph: Graph,
  seeker: PersonId | null,
  within: number,
): Promise<Map<number, number>> {
  const from = seeker === null ? undefined : graph.personAt.get(seeker)
  const organizations = [...graph.openings.keys()]
  if (seeker === null || from === undefined || organizations.length === 0) return new Map()
  const exclude = await exclusionsOf(context, graph, seeker, { withColleagues: false })
  const found = new Map<number, number>()
  if (within === 3) {
    const costs = await context.engine.reachAll(graph.key, { from: [from], organizations, exclude })
    organizations.forEach((organization, at) => {
      if (costs[at]! <= IN_REACH) found.set(organization, costs[at]!)
    })
    return found
  }
  const paths = await bestPaths(context, graph, organizations, { from, maxTies: within, exclude })
  for (const { organization, path } of paths) if (path.cost <= IN_REACH) found.set(organization, path.cost)
  return found
}

/** The best path to each of these organizations, in one message to the engine. */
async function bestPaths(
  { engine }: Context,
  graph: Graph,
  organizations: readonly number[],
  query: { from: number; maxTies: number; exclude: Exclude },
) {
  const asked = organizations.map(
    (organization): Call => ({ method: 'paths', args: [{ ...query, organization, top: 1 }] }),
  )
  const found = (await engine.calls(graph.key, asked)) as FoundPath[][]
  return organizations.flatMap((organization, at) => {
    const path = found[at]![0]
    return path ? [{ path, organization }] : []
  })
}

async function told(
  context: Context,
  graph: Graph,
  seeker: PersonId | null,
  listed: Listed[],
  within: number,
) {
  const shapes = await openingShapes(
    context,
    listed.map(({ opening }) => opening),
  )
  const seen = await firstSeen(context, listed)
  const known = await knownAt(context, graph, seeker, listed)
  const paths = await pathsTo(context, graph, seeker, listed, within)
  return listed.map(({ opening, fit, because, cost }) => ({
    opening: shapes.get(opening.id)!,
    fit,
    fitBecause: because,
    reach: cost === null ? null : toStrength(cost),
    contacts: known.get(opening.organization) ?? 0,
    firstSeen: seen.get(opening.id)!,
    path: paths.get(opening.organization) ?? null,
  }))
}

async function firstSeen({ tx }: Context, listed: Listed[]): Promise<Map<string, string>> {
  if (listed.length === 0) return new Map()
  const rows = await tx
    .selectFrom('opening')
    .select(['id', 'first_seen'])
    .where(
      'id',
      'in',
      listed.map(({ opening }) => opening.id),
    )
    .execute()
  return new Map(rows.map(({ id, first_seen }) => [id, first_seen.toISOString()]))
}

/** Best path to each organization listed, described once however many openings it has. */
async function pathsTo(
  context: Context,
  graph: Graph,
  seeker: PersonId | null,
  listed: Listed[],
  maxTies: number,
) {
  const from = seeker === null ? undefined : graph.personAt.get(seeker)
  const organizations = [
    ...new Set(listed.filter(({ cost }) => cost !== null).map(({ opening }) => opening.organization)),
  ]
  if (seeker === null || from === undefined || organizations.length === 0) return new Map()
  const exclude = await exclusionsOf(context, graph, seeker, { withColleagues: false })
  const best = await bestPaths(context, graph, organizations, { from, maxTies, exclude })
  const shapes = await describePaths(context, graph, best)
  return new Map(best.map(({ organization }, at) => [organization, shapes[at]!]))
}

/** How many people now or formerly at each organization the seeker has a tie to. */
async function knownAt(
  context: Context,
  graph: Graph,
  seeker: PersonId | null,
  listed: Listed[],
): Promise<Map<number, number>> {
  const from = seeker === null ? undefined : graph.personAt.get(seeker)
  const places = [...new Set(listed.map(({ opening }) => graph.organizations[opening.organization]!))]
  if (from === undefined || places.length === 0) return new Map()
  const reach = await context.engine.reach(graph.key, { from, maxTies: 1 })
  const rows = await context.tx
    .selectFrom('position')
    .select(['person_id', 'organization_id'])
    .distinct()
    .where('organization_id', 'in', places)
    .execute()
  const known = new Map<number, number>()
  for (const { person_id, organization_id } of rows) {
    const person = graph.personAt.get(person_id)
    if (person === undefined || reach[person]! >= 255) continue
    const organization = graph.organizationAt.get(organization_id)!
    known.set(organization, (known.get(organization) ?? 0) + 1)
  }
  return known
}
