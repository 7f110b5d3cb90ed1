import { sql } from 'kysely'
import type { Context } from '../action.ts'
import type { Graph, OpenOpening } from '../people/graph.ts'
import type { OrganizationId } from '../people/organization.ts'

/** Openings that are not open any more: closed, or past their last day. They stay on record. */
export async function closedOpenings({ tx, now }: Context, graph: Graph): Promise<OpenOpening[]> {
  const rows = await tx
    .selectFrom('opening')
    .select(['id', 'organization_id', 'title'])
    .where(sql<boolean>`closed_at is not null or until_date < left(${now.toISOString()}, length(until_date))`)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, organization_id, title }) => {
    const organization = graph.organizationAt.get(organization_id as OrganizationId)
    return organization === undefined ? [] : [{ id, organization, title }]
  })
}

/** How an opening ended; null while it is open. */
export function endOf(
  { closed_at, until_date }: { closed_at: Date | null; until_date: string | null },
  now: Date,
): 'closed' | 'expired' | null {
  const isPast = until_date !== null && until_date < now.toISOString().slice(0, until_date.length)
  if (isPast) return 'expired'
  return closed_at === null ? null : 'closed'
}
