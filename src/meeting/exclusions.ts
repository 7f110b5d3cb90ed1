import { sql } from 'kysely'
import type { Context } from '../action.ts'
import type { Exclude } from '../network/types.ts'
import type { Graph } from '../people/graph.ts'
import type { OrganizationId } from '../people/organization.ts'
import type { PersonId } from '../people/person.ts'
import { STAFF } from '../role.ts'

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

export type Left = {
  withColleagues: boolean
  /** Whom one meets anyway. */
  spare?: readonly PersonId[]
}

/**
 * Left out of every path: ties not to be used, people now at the seeker's present employer unless the seeker says
 * otherwise, and whoever is not asked on others' behalf.
 */
export async function exclusionsOf(
  context: Context,
  graph: Graph,
  seeker: PersonId,
  { withColleagues, spare = [] }: Left,
): Promise<Exclude> {
  const unasked = (await notAsked(context, seeker)).filter((person) => !spare.includes(person))
  const colleagues = withColleagues ? [] : await colleaguesOf(context, graph, seeker)
  const people = [...unasked.flatMap((person) => graph.personAt.get(person) ?? []), ...colleagues]
  return people.length === 0 && withColleagues ? { ties: graph.unused } : { ties: graph.unused, people }
}

async function colleaguesOf(context: Context, graph: Graph, seeker: PersonId): Promise<number[]> {
  const employers = await presentEmployers(context, seeker)
  const self = graph.personAt.get(seeker)
  return employers
    .flatMap((id) => graph.staff.get(graph.organizationAt.get(id) ?? -1) ?? [])
    .filter((person) => person !== self)
}

/**
 * Who is no connector for others. For a candidate of a firm, its own staff and its clients' people who were not
 * released: a firm that knows everybody would open every door for everybody. And members who have left: what they knew
 * has left with them.
 */
async function notAsked({ tx }: Context, seeker: PersonId): Promise<PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`
    with firm as (
      select from workspace where kind = 'firm' and not exists (
        select from member where person_id = ${seeker} and ended_at is null and role = any(${[...STAFF]})))
    select person_id as id from member
    where ended_at is null and role = any(${[...STAFF]}) and exists (select from firm)
    union
    select person_id from client_contact where not released and exists (select from firm)
    union
    select person_id from member as left_us where ended_at is not null and role = 'member' and not exists (
      select from member as back where back.person_id = left_us.person_id and back.ended_at is null)`.execute(
    tx,
  )
  return rows.flatMap(({ id }) => (id === null || id === seeker ? [] : [id]))
}
