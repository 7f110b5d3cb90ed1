import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { id, organizationShape, personShape, reference } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import type { Id } from '../store/ids.ts'
import {
  ENGAGEMENTS,
  findMandate,
  isClosed,
  type MandateId,
  type MandateState,
  mandateState,
} from './mandate-of.ts'

// Mandates as those see them who may know of them.

const listed = z.object({
  id,
  title: z.string(),
  client: organizationShape,
  state: mandateState,
  since: z.string(),
  engagement: z.enum(ENGAGEMENTS),
  confidential: z.boolean(),
  dueOn: z.string().nullable(),
  candidates: z.number().int().describe('considered and still in it'),
})

type Listed = {
  id: MandateId
  title: string
  client_id: Id<'organization'>
  client: string
  state: MandateState
  since: Date
  engagement: (typeof ENGAGEMENTS)[number]
  confidential: boolean
  due_on: string | null
  candidates: number
}

const listedMandates = (where = sql`true`) => sql<Listed>`
  select m.id, m.title, m.client_id, o.name as client, s.state, s.at as since, m.engagement, m.confidential, m.due_on,
    (select count(*) from candidacy c
     where c.mandate_id = m.id and not exists (
       select from (select stage from candidacy_state where candidacy_id = c.id order by at desc, id desc limit 1) as last
       where stage in ('they-declined', 'we-declined', 'withdrawn'))) as candidates
  from mandate m join organization o on o.id = m.client_id
  join lateral (select state, at from mandate_state where mandate_id = m.id order by at desc, id desc limit 1) s on true
  where ${where} order by (s.state in ('open', 'on-hold')) desc, m.created_at desc, m.id`

const listedOf = (row: Listed): z.output<typeof listed> => ({
  ...{ id: row.id, title: row.title, client: { id: row.client_id, name: row.client }, state: row.state },
  ...{ since: row.since.toISOString(), engagement: row.engagement, confidential: row.confidential },
  ...{ dueOn: row.due_on, candidates: row.candidates },
})

export const mandateList = action({
  name: 'mandate.list',
  says: 'The mandates that you may know of: those at work first, then those that ended.',
  kind: 'read',
  may: STAFF,
  input: z.object({ ended: z.boolean().default(true).describe('those that ended, too') }),
  output: z.object({ mandates: z.array(listed) }),
  async run({ tx }, { ended }) {
    const { rows } = await listedMandates().execute(tx)
    return { mandates: rows.filter((row) => ended || !isClosed(row.state)).map(listedOf) }
  },
})

export const mandateShow = action({
  name: 'mandate.show',
  says: 'A mandate: brief, terms, team, the people of the client, and how it stood when.',
  kind: 'read',
  may: STAFF,
  input: z.object({ mandate: reference('mandate') }),
  output: listed.extend({
    brief: z.string().nullable(),
    fee: z.string().nullable().describe('not told to researchers'),
    startsOn: z.string().nullable(),
    opening: id.nullable(),
    team: z.array(z.object({ member: id, name: z.string(), part: z.enum(['lead', 'team']) })),
    contacts: z.array(z.object({ person: personShape, part: z.string().nullable() })),
    history: z.array(
      z.object({
        state: mandateState,
        note: z.string().nullable(),
        at: z.string(),
        by: z.string().nullable(),
      }),
    ),
  }),
  async run(context, { mandate }) {
    const { tx, caller } = context
    const found = await findMandate(context, mandate)
    const { rows } = await listedMandates(sql`m.id = ${found}`).execute(tx)
    const row = await tx.selectFrom('mandate').selectAll().where('id', '=', found).executeTakeFirstOrThrow()
    return {
      ...listedOf(rows[0]!),
      ...{ brief: row.brief, fee: caller.role === 'researcher' ? null : row.fee, startsOn: row.starts_on },
      ...{ opening: row.opening_id, team: await teamRows(context, found) },
      ...{ contacts: await contactRows(context, found), history: await historyRows(context, found) },
    }
  },
})

const teamRows = ({ tx }: Context, mandate: MandateId) =>
  tx
    .selectFrom('mandate_team')
    .innerJoin('member', 'member.id', 'member_id')
    .select(['member.id as member', 'member.name', 'part'])
    .where('mandate_id', '=', mandate)
    .orderBy('part')
    .orderBy('member.name')
    .execute()

async function contactRows({ tx }: Context, mandate: MandateId) {
  const rows = await tx
    .selectFrom('client_contact')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['person.id', 'person.name', 'headline', 'part'])
    .where('mandate_id', '=', mandate)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return rows.map(({ part, ...person }) => ({ person, part }))
}

async function historyRows({ tx }: Context, mandate: MandateId) {
  const rows = await tx
    .selectFrom('mandate_state')
    .leftJoin('member', 'member.id', 'by_member')
    .select(['state', 'note', 'at', 'member.name as by'])
    .where('mandate_id', '=', mandate)
    .orderBy('at')
    .orderBy('mandate_state.id')
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
