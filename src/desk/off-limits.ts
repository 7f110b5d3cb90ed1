import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { findOrganization, findPerson } from '../people/find.ts'
import type { PersonId } from '../people/person.ts'
import { id, organizationShape, personShape, reference, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { LEADS, STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'

// Whom the firm does not approach: clients' people, for as long as was agreed. It protects the client; it is no word on
// the person. Somebody who works there now is meant, and who has left is not.

export type OffLimitsId = Id<'off-limits'>
const effect = z.enum(['warn', 'block'])

export const offLimitsSet = action({
  name: 'off-limits.set',
  says: 'Put a person, an organization or a whole group off limits: approaching them is then blocked, or warned of.',
  kind: 'write',
  may: LEADS,
  input: z.object({
    person: reference('person').optional(),
    organization: reference('organization').optional().describe('everybody who works there now'),
    group: z.boolean().default(true).describe('the organizations below it too'),
    effect: effect.default('block'),
    because: words().describe('what was agreed'),
    until: z.iso.date().optional().describe('the last day on which it holds; without end, when absent'),
  }),
  output: z.object({ policy: id }),
  async run(context, { person, organization, group, effect, because, until }) {
    if ((person === undefined) === (organization === undefined)) {
      throw new Refusal('invalid-input', said(ONE_OF_BOTH), 'organization')
    }
    const { tx, workspace, now, caller } = context
    const policy = newId<'off-limits'>(now.getTime())
    const about = {
      person_id: person === undefined ? null : await findPerson(context, person),
      organization_id: organization === undefined ? null : await findOrganization(context, organization),
    }
    await tx
      .insertInto('off_limits')
      .values({
        ...{ workspace_id: workspace, id: policy, ...about, with_group: group && person === undefined },
        ...{ effect, because, until_date: until ?? null, by_member: caller.member ?? null, at: now },
        lifted_at: null,
      })
      .execute()
    return { policy }
  },
})

export const offLimitsLift = action({
  name: 'off-limits.lift',
  says: 'Lift what was off limits, from now on.',
  kind: 'write',
  may: LEADS,
  input: z.object({ policy: id }),
  output: z.object({ policy: id }),
  async run({ tx, now }, { policy }) {
    const lifted = await tx
      .updateTable('off_limits')
      .set({ lifted_at: now })
      .where('id', '=', policy as OffLimitsId)
      .where('lifted_at', 'is', null)
      .executeTakeFirst()
    if (lifted.numUpdatedRows === 0n) throw new Refusal('not-found', said(NOT_HELD), 'policy')
    return { policy }
  },
})

const policyShape = z.object({
  policy: id,
  effect,
  because: z.string(),
  until: z.string().nullable(),
  person: personShape.nullable(),
  organization: organizationShape.nullable(),
  group: z.boolean(),
})
export type Policy = z.output<typeof policyShape>

export const offLimitsList = action({
  name: 'off-limits.list',
  says: 'What is off limits today: whom, why, until when.',
  kind: 'read',
  may: STAFF,
  input: z.object({}),
  output: z.object({ policies: z.array(policyShape) }),
  async run(context) {
    return { policies: await policiesWhere(context, sql`true`) }
  },
})

export const offLimitsCheck = action({
  name: 'off-limits.check',
  says: 'Whether somebody is off limits today, by themselves or by where they work now.',
  kind: 'read',
  may: STAFF,
  input: z.object({ person: reference('person') }),
  output: z.object({ person: id, policies: z.array(policyShape) }),
  async run(context, { person }) {
    const found = await findPerson(context, person)
    return { person: found, policies: await policiesOn(context, found) }
  },
})

/**
 * What holds a person off limits today, what blocks first: said of themselves, of an organization where they work now,
 * or of one above it.
 */
export const policiesOn = (context: Context, person: PersonId): Promise<Policy[]> =>
  policiesWhere(context, meant(context, sql`${person}`))

/** Whether anything holds off limits today whoever stands in this column. */
export const isOffLimits = (context: Context, person: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`exists (select from off_limits p where ${held(context)} and ${meant(context, person)})`

const meant = (context: Context, person: RawBuilder<unknown>) =>
  sql`(p.person_id = ${person} or p.organization_id in (
    with recursive above as (
      select organization_id as id, true as itself from position where person_id = ${person} and not ended
        and (to_date is null or to_date >= ${today(context).slice(0, 7)})
      union
      select parent_id, false from above join organization using (id) where parent_id is not null
    ) select id from above where itself or p.with_group))`

const held = (context: Context) =>
  sql`p.lifted_at is null and (p.until_date is null or p.until_date >= ${today(context)}::date)`

const today = ({ now }: Context): string => now.toISOString().slice(0, 10)

async function policiesWhere(context: Context, where: ReturnType<typeof sql>): Promise<Policy[]> {
  const { rows } = await sql<PolicyRow>`
    select p.id, p.effect, p.because, p.until_date as until, p.with_group, p.person_id, person.name as person,
      p.organization_id, o.name as organization
    from off_limits p left join person on person.id = p.person_id left join organization o on o.id = p.organization_id
    where ${held(context)} and ${where}
    order by p.effect, p.at, p.id`.execute(context.tx)
  return rows.map((row) => ({
    ...{ policy: row.id, effect: row.effect, because: row.because, until: row.until, group: row.with_group },
    person: row.person_id === null ? null : { id: row.person_id, name: row.person! },
    organization: row.organization_id === null ? null : { id: row.organization_id, name: row.organization! },
  }))
}

type PolicyRow = {
  id: string
  effect: 'warn' | 'block'
  because: string
  until: string | null
  with_group: boolean
  person_id: string | null
  person: string | null
  organization_id: string | null
  organization: string | null
}

const ONE_OF_BOTH = {
  en: 'Name a person or an organization, one of both.',
  de: 'Nennen Sie eine Person oder eine Organisation, eines von beiden.',
}
const NOT_HELD = {
  en: 'There is no such policy, or it was lifted before.',
  de: 'Diese Sperre gibt es nicht, oder sie wurde schon aufgehoben.',
}
