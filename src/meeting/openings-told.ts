import { sql } from 'kysely'
import type { Context } from '../action.ts'
import { NONE, toStrength } from '../network/cost.ts'
import { describePaths } from '../people/describe.ts'
import type { Graph } from '../people/graph.ts'
import type { OrganizationId } from '../people/organization.ts'
import type { PersonId } from '../people/person.ts'
import type { PathShape } from '../people/shapes.ts'
import { openingShapes } from './doors.ts'
import { limitsHeld } from './limits.ts'
import type { Listed } from './openings.ts'
import { endOf } from './openings-closed.ts'
import { bestPaths } from './openings-reach.ts'

/** Openings as they are shown: whom one knows there, the way to it, and what of one's own it breaks. */
export async function told(context: Context, graph: Graph, listed: readonly Listed[], within: number) {
  const ids = listed.map(({ opening }) => opening)
  const shapes = await openingShapes(context, ids)
  const details = await detailsOf(context, listed)
  const known = await knownAt(context, graph, listed)
  const paths = await pathsTo(context, graph, listed, within)
  const limits = await limitsHeld(context, context.me)
  return listed.map(({ opening, fit, because, cost }) => {
    const { first_seen, ...row } = details.get(opening.id)!
    const { organization, ...shape } = shapes.get(opening.id)!
    return {
      opening: { ...shape, organization },
      ...{ fit, fitBecause: because, reach: cost === null ? null : toStrength(cost) },
      ...(known.get(opening.organization) ?? { contacts: 0, contactsNow: 0 }),
      firstSeen: first_seen.toISOString(),
      until: row.until_date,
      ended: endOf(row, context.now),
      limits: limits({
        organization: { ...organization, id: organization.id as OrganizationId },
        ...{ location: row.location, remote: row.remote, employmentType: row.employment_type },
        ...{ salary: row.salary, startsAt: null, timeZone: null },
      }),
      path: paths.get(opening.organization) ?? null,
    }
  })
}

async function detailsOf({ tx }: Context, listed: readonly Listed[]) {
  if (listed.length === 0) return new Map<string, never>()
  const rows = await tx
    .selectFrom('opening')
    .select(['id', 'first_seen', 'until_date', 'closed_at'])
    .select(['location', 'remote', 'employment_type', 'salary'])
    .where(
      'id',
      'in',
      listed.map(({ opening }) => opening.id),
    )
    .execute()
  return new Map(rows.map((row) => [row.id as string, row]))
}

/** Best path to each organization listed, described once however many openings it has. */
async function pathsTo(
  context: Context,
  graph: Graph,
  listed: readonly Listed[],
  within: number,
): Promise<Map<number, PathShape>> {
  const near = listed.filter(({ cost }) => cost !== null)
  const organizations = [...new Set(near.map(({ opening }) => opening.organization))]
  const best = await bestPaths(context, graph, organizations, within)
  const shapes = await describePaths(context, graph, best)
  return new Map(best.map(({ organization }, at) => [organization, shapes[at]!]))
}

type Known = { contacts: number; contactsNow: number }

/** How many people now or formerly at each organization the seeker has a tie to. */
async function knownAt(
  context: Context,
  graph: Graph,
  listed: readonly Listed[],
): Promise<Map<number, Known>> {
  const from = context.me === null ? undefined : graph.personAt.get(context.me)
  const places = [...new Set(listed.map(({ opening }) => graph.organizations[opening.organization]!))]
  if (from === undefined || places.length === 0) return new Map()
  const reach = await context.engine.reach(graph.key, { from, maxTies: 1 })
  const { rows } = await sql<{ person: PersonId; organization: OrganizationId; now: boolean }>`
    select person_id as person, organization_id as organization, bool_or(not ended) as now
    from position where organization_id = any(${places}::uuid[]) group by 1, 2`.execute(context.tx)
  const known = new Map<number, Known>()
  for (const { person, organization, now } of rows) {
    const cost = reach[graph.personAt.get(person) ?? -1] ?? NONE
    if (cost === NONE) continue
    const at = graph.organizationAt.get(organization)!
    const { contacts, contactsNow } = known.get(at) ?? { contacts: 0, contactsNow: 0 }
    known.set(at, { contacts: contacts + 1, contactsNow: contactsNow + (now ? 1 : 0) })
  }
  return known
}
