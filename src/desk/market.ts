import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { findOrganization } from '../people/find.ts'
import type { OrganizationId } from '../people/organization.ts'
import { id, organizationShape, reference, text } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { findMandate, type MandateId, refuseClosed } from './mandate-of.ts'
import { isOffLimits } from './off-limits.ts'

// The market map of a mandate: in which organizations one looks, and how far each is covered.

type TargetId = Id<'target-organization'>

export const marketAdd = action({
  name: 'market.add',
  says: 'Put an organization on the market map of a mandate: one looks for candidates there.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    mandate: reference('mandate'),
    organization: reference('organization'),
    note: text().optional(),
  }),
  output: z.object({ entry: id, mandate: id, organization: id }),
  async run(context, { note, ...input }) {
    const { tx, workspace, now, caller } = context
    const mandate = await findMandate(context, input.mandate)
    await refuseClosed(context, mandate)
    const organization = await findOrganization(context, input.organization)
    const entry = newId<'target-organization'>(now.getTime())
    const of = { workspace_id: workspace, mandate_id: mandate, organization_id: organization }
    const added = await tx
      .insertInto('target_organization')
      .values({ ...of, id: entry, note: note ?? null, by_member: caller.member ?? null, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict', said(THERE), 'organization')
    return { entry, mandate, organization }
  },
})

export const marketRemove = action({
  name: 'market.remove',
  says: 'Take an organization off the market map of a mandate; nobody considered is touched.',
  kind: 'write',
  may: STAFF,
  input: z.object({ entry: id }),
  output: z.object({ entry: id, mandate: id }),
  async run(context, { entry }) {
    const found = await context.tx
      .selectFrom('target_organization')
      .select(['id', 'mandate_id'])
      .where('id', '=', entry as TargetId)
      .executeTakeFirst()
    if (found === undefined) throw new Refusal('not-found', said(NO_ENTRY), 'entry')
    await refuseClosed(context, found.mandate_id)
    await context.tx.deleteFrom('target_organization').where('id', '=', found.id).execute()
    return { entry, mandate: found.mandate_id }
  },
})

const count = z.number().int()

export const marketShow = action({
  name: 'market.show',
  says: 'The market map of a mandate: of each organization how many people who work there now are known, considered, approached, and off limits.',
  kind: 'read',
  may: STAFF,
  input: z.object({ mandate: reference('mandate') }),
  output: z.object({
    mandate: id,
    entries: z.array(
      z.object({
        ...{ entry: id, organization: organizationShape, note: z.string().nullable(), at: z.string() },
        known: count.describe('people on record who work there now'),
        considered: count.describe('of them, for this mandate'),
        approached: count.describe('of them, asked for this mandate, whatever they said'),
        offLimits: count.describe('of them, off limits today'),
      }),
    ),
  }),
  async run(context, input) {
    const mandate = await findMandate(context, input.mandate)
    return { mandate, entries: (await coverage(context, mandate)).map(shapeOf) }
  },
})

type Row = {
  entry: TargetId
  organization_id: OrganizationId
  name: string
  note: string | null
  at: Date
  known: number
  considered: number
  approached: number
  offLimits: number
}

const shapeOf = ({ organization_id, name, at, ...row }: Row) => ({
  ...{ ...row, organization: { id: organization_id, name }, at: at.toISOString() },
})

/** Whoever holds two positions at one place is one person. */
async function coverage(context: Context, mandate: MandateId): Promise<Row[]> {
  const month = context.now.toISOString().slice(0, 7)
  const { rows } = await sql<Row>`
    select target.id as entry, o.id as organization_id, o.name, target.note, target.at,
      count(there.person_id)::int as known,
      count(c.id)::int as considered,
      count(*) filter (where c.id is not null and ${WAS_ASKED})::int as approached,
      count(*) filter (where there.person_id is not null
                       and ${isOffLimits(context, sql`there.person_id`)})::int as "offLimits"
    from target_organization target join organization o on o.id = target.organization_id
    left join lateral (
      select distinct person_id from position
      where organization_id = o.id and not ended and (to_date is null or to_date >= ${month})) there on true
    left join candidacy c on c.mandate_id = target.mandate_id and c.person_id = there.person_id
    where target.mandate_id = ${mandate}
    group by target.id, o.id, o.name, target.note, target.at
    order by known desc, o.name, target.id`.execute(context.tx)
  return rows
}

/** On the longlist or the shortlist one may stand, and be declined by the firm, without ever having been asked. */
const WAS_ASKED = sql`exists (
  select from candidacy_state s where s.candidacy_id = c.id
    and s.stage not in ('longlist', 'shortlist', 'we-declined'))`

const THERE = {
  en: 'This organization is on the map already.',
  de: 'Diese Organisation steht schon auf der Karte.',
}
const NO_ENTRY = {
  en: 'This organization is not on the map.',
  de: 'Diese Organisation steht nicht auf der Karte.',
}
