import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { IN_REACH, toStrength } from '../network/cost.ts'
import type { Call } from '../network/protocol.ts'
import type { Exclude, FoundPath } from '../network/types.ts'
import { describePaths, organizationShapes } from '../people/describe.ts'
import { type Graph, graphOf } from '../people/graph.ts'
import { organizationShape, pathShape } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import { exclusionsOf } from './exclusions.ts'

// How near organizations are to the one who looks for work.

/** Whence the seeker asks, and whom no path leads through; null while nobody is the seeker. */
async function seekerIn(context: Context, graph: Graph): Promise<{ from: number; exclude: Exclude } | null> {
  const { me } = context
  const from = me === null ? undefined : graph.personAt.get(me)
  if (me === null || from === undefined) return null
  return { from, exclude: await exclusionsOf(context, graph, me, { withColleagues: false }) }
}

/** Least cost to each organization with openings, by its index; absent when out of reach. */
export async function reachOf(context: Context, graph: Graph, within: number): Promise<Map<number, number>> {
  const organizations = [...graph.openings.keys()]
  if (within === 3) return costsTo(context, graph, organizations)
  const paths = await bestPaths(context, graph, organizations, within)
  return new Map(paths.map(({ organization, path }) => [organization, path.cost]))
}

async function costsTo(
  context: Context,
  graph: Graph,
  organizations: readonly number[],
): Promise<Map<number, number>> {
  const seeker = await seekerIn(context, graph)
  if (seeker === null || organizations.length === 0) return new Map()
  const { from, exclude } = seeker
  const asked = { from: [from], organizations: [...organizations], exclude }
  const costs = await context.engine.reachAll(graph.key, asked)
  return new Map(
    organizations.flatMap((organization, at) =>
      costs[at]! <= IN_REACH ? [[organization, costs[at]!] as const] : [],
    ),
  )
}

/** The best path in reach to each of these organizations, in one message to the engine. */
export async function bestPaths(
  context: Context,
  graph: Graph,
  organizations: readonly number[],
  maxTies: number,
) {
  const seeker = await seekerIn(context, graph)
  if (seeker === null || organizations.length === 0) return []
  const asked = organizations.map(
    (organization): Call => ({
      method: 'paths',
      args: [{ ...seeker, maxTies, organization, top: 1, atMost: IN_REACH }],
    }),
  )
  const found = (await context.engine.calls(graph.key, asked)) as FoundPath[][]
  return organizations.flatMap((organization, at) => {
    const path = found[at]![0]
    return path ? [{ path, organization }] : []
  })
}

const sumsShape = z.object({
  warm: z.number().int(),
  workable: z.number().int(),
  longShot: z.number().int(),
})
type Sums = z.infer<typeof sumsShape>

export const networkStanding = action({
  name: 'network.standing',
  says: 'How many organizations and open openings are warm, workable and long shots as things stand.',
  kind: 'read',
  may: STAFF,
  input: z.object({}),
  output: z.object({ organizations: sumsShape, openings: sumsShape }),
  async run(context) {
    const graph = await graphOf(context)
    const costs = await costsTo(
      context,
      graph,
      graph.organizations.map((_, at) => at),
    )
    const sums = { organizations: none(), openings: none() }
    for (const [organization, cost] of costs) {
      const word = wordOf(cost)
      sums.organizations[word] += 1
      sums.openings[word] += graph.openings.get(organization)?.length ?? 0
    }
    return sums
  },
})

const none = (): Sums => ({ warm: 0, workable: 0, longShot: 0 })

const WARM = 0.2
const WORKABLE = 0.08

function wordOf(cost: number): keyof Sums {
  const strength = toStrength(cost)
  if (strength >= WARM) return 'warm'
  return strength >= WORKABLE ? 'workable' : 'longShot'
}

export const openingMissing = action({
  name: 'opening.missing',
  says: 'Organizations within reach of which no opening is known, the nearest first: their board may be worth a look.',
  kind: 'read',
  may: STAFF,
  input: z.object({ top: z.coerce.number().int().min(1).max(100).default(20) }),
  output: z.object({
    total: z.number().int(),
    organizations: z.array(z.object({ organization: organizationShape, reach: z.number(), path: pathShape })),
  }),
  async run(context, { top }) {
    const graph = await graphOf(context)
    const without = graph.organizations.map((_, at) => at).filter((at) => !graph.openings.has(at))
    const costs = await costsTo(context, graph, without)
    const near = [...costs].sort(([a, one], [b, other]) => one - other || a - b)
    const shown = near.slice(0, top).map(([organization]) => organization)
    const best = await bestPaths(context, graph, shown, 3)
    const paths = await describePaths(context, graph, best)
    const shapes = await organizationShapes(
      context,
      best.map(({ organization }) => graph.organizations[organization]!),
    )
    return {
      total: near.length,
      organizations: best.map(({ organization }, at) => ({
        organization: shapes.get(graph.organizations[organization]!)!,
        reach: paths[at]!.strength,
        path: paths[at]!,
      })),
    }
  },
})
