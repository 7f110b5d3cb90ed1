import type { Context } from '../action.ts'
import type { Exclude } from '../network/types.ts'
import type { Graph } from '../people/graph.ts'
import type { OrganizationId } from '../people/organization.ts'
import type { PersonId } from '../people/person.ts'

/** Where the person works now: positions without an end. */
export async function presentEmployers({ tx }: Context, person: PersonId): Promise<OrganizationId[]> {
  const rows = await tx
    .selectFrom('position')
    .select('organization_id')
    .distinct()
    .where('person_id', '=', person)
    .where('ended', '=', false)
    .orderBy('organization_id')
    .execute()
  return rows.map(({ organization_id }) => organization_id)
}

/**
 * Left out of every path: ties not to be used, and people now at the seeker's present employer, unless the seeker
 * says otherwise.
 */
export async function exclusionsOf(
  context: Context,
  graph: Graph,
  seeker: PersonId,
  { withColleagues }: { withColleagues: boolean },
): Promise<Exclude> {
  if (withColleagues) return { ties: graph.unused }
  const employers = await presentEmployers(context, seeker)
  const colleagues = employers.flatMap((id) => graph.staff.get(graph.organizationAt.get(id) ?? -1) ?? [])
  const self = graph.personAt.get(seeker)
  return { ties: graph.unused, people: colleagues.filter((person) => person !== self) }
}
