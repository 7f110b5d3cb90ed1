import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { industryOf } from '../fit/index.ts'
import { language } from '../language.ts'
import { toStrength } from '../network/cost.ts'
import { findOrganization } from '../people/find.ts'
import { graphOf } from '../people/graph.ts'
import type { OrganizationId } from '../people/organization.ts'
import { organizationRecords } from '../people/organization-record.ts'
import type { PersonId } from '../people/person.ts'
import { id, organizationShape, personShape, reference, text } from '../people/shapes.ts'
import { STAFF } from '../role.ts'

// "Whom do we know there, now and formerly?"

export const organizationList = action({
  name: 'organization.list',
  says: 'Organizations of your network by name, with how many people and open openings each has.',
  kind: 'read',
  may: STAFF,
  input: z.object({
    search: text(200).default(''),
    top: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({
    organizations: z.array(
      organizationShape.extend({ people: z.number().int(), openings: z.number().int() }),
    ),
  }),
  async run({ tx }, { search, top }) {
    const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`
    const { rows } = await sql<{ id: string; name: string; people: number; openings: number }>`
      select id, name, coalesce(seen.people, 0) as people, coalesce(open.openings, 0) as openings
      from organization
      left join (
        select organization_id, count(distinct person_id) as people from position group by 1
      ) as seen on seen.organization_id = organization.id
      left join (
        select organization_id, count(*) as openings from opening where closed_at is null group by 1
      ) as open on open.organization_id = organization.id
      where name ilike ${like} order by people desc, name, id limit ${top}`.execute(tx)
    return { organizations: rows }
  },
})

const memberShape = personShape.extend({
  title: z.string().nullable(),
  until: z.string().nullable(),
  strength: z.number().nullable().describe('of your own tie to them'),
})

const activityShape = z.object({
  naics: z.string().nullable().describe('NAICS 2022, two to six digits or the range of a sector'),
  name: z.string(),
  certainty: z.enum(['code', 'name of industry', 'guess']),
  because: z.string(),
})

export const organizationShow = action({
  name: 'organization.show',
  says: 'Whom you know at an organization, now and formerly, the strongest ties first, what it does, and what is open there.',
  kind: 'read',
  may: STAFF,
  input: z.object({ organization: reference('organization') }),
  output: organizationShape.extend({
    domain: z.string().nullable(),
    industry: z.string().nullable(),
    activity: activityShape.nullable().describe('what it mainly does, as far as records say; null: unknown'),
    ownWord: z.string().nullable().describe('your own word on what it does; it wins'),
    headCount: z.number().nullable(),
    now: z.array(memberShape),
    formerly: z.array(memberShape),
    openings: z.array(z.object({ id, title: z.string() })),
  }),
  async run(context, input) {
    const organization = await findOrganization(context, input.organization)
    const row = await context.tx
      .selectFrom('organization')
      .selectAll()
      .where('id', '=', organization)
      .executeTakeFirstOrThrow()
    const members = await membersOf(context, organization)
    return {
      ...{
        id: organization,
        name: row.name,
        domain: row.domain,
        industry: row.industry,
        headCount: row.head_count,
      },
      ...(await activityOf(context, organization)),
      now: members.filter(({ ended }) => !ended).map(({ ended: _, ...member }) => member),
      formerly: members.filter(({ ended }) => ended).map(({ ended: _, ...member }) => member),
      openings: await context.tx
        .selectFrom('opening')
        .select(['id', 'title'])
        .where('organization_id', '=', organization)
        .where('closed_at', 'is', null)
        .orderBy('title')
        .orderBy('id')
        .execute(),
    }
  },
})

async function activityOf(context: Context, organization: OrganizationId) {
  const [record] = await organizationRecords(context, context.me, organization)
  return { activity: record ? industryOf(record, language()) : null, ownWord: record?.does ?? null }
}

/** Each person once: now there before formerly, the strongest tie first. */
async function membersOf(context: Context, organization: OrganizationId) {
  const { rows } = await sql<{
    id: PersonId
    name: string
    headline: string | null
    title: string | null
    until: string | null
    ended: boolean
  }>`
    select distinct on (person.id) person.id, person.name, headline, title, to_date as until, ended
    from position join person on person.id = position.person_id
    where organization_id = ${organization} and person.id is distinct from ${context.me}
    order by person.id, ended, coalesce(to_date, seen_on) desc`.execute(context.tx)
  const strengths = await tiesOfMe(
    context,
    rows.map((row) => row.id),
  )
  const members = rows.map((row) => ({ ...row, strength: strengths.get(row.id) ?? null }))
  return members.sort(
    (one, other) => (other.strength ?? 0) - (one.strength ?? 0) || one.name.localeCompare(other.name),
  )
}

async function tiesOfMe(context: Context, people: readonly PersonId[]): Promise<Map<PersonId, number>> {
  const graph = await graphOf(context)
  const from = context.me === null ? undefined : graph.personAt.get(context.me)
  if (from === undefined) return new Map()
  const reach = await context.engine.reach(graph.key, { from, maxTies: 1 })
  const tied = people.filter((person) => (reach[graph.personAt.get(person) ?? -1] ?? 255) < 255)
  return new Map(tied.map((person) => [person, toStrength(reach[graph.personAt.get(person)!]!)]))
}
