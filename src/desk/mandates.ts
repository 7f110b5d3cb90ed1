import { sql } from 'kysely'
import { z } from 'zod'
import { findMember } from '../access/members.ts'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { findOpening, findOrganization, findPerson } from '../people/find.ts'
import { ensureOrganization } from '../people/organization.ts'
import { addOrigin } from '../people/origin.ts'
import { id, organizationShape, partialDate, personShape, reference, text, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { LEADS, STAFF } from '../role.ts'
import { type Id, isId, newId } from '../store/ids.ts'
import { findMandate, isClosed, MANDATE_STATES, type MandateId, refuseClosed, stateOf } from './mandate-of.ts'

// A client's order to fill an opening: who works on it, for whom, on which terms, and how it stands.

const ENGAGEMENTS = ['retained', 'contingent', 'interim', 'advisory'] as const
const state = z.enum(MANDATE_STATES)

const terms = {
  brief: text().optional().describe('what the client wants, in your words'),
  engagement: z.enum(ENGAGEMENTS),
  fee: words(200).optional().describe('as agreed: "a third of the first year"'),
  startsOn: partialDate.optional(),
  dueOn: partialDate.optional(),
}

export const mandateOpen = action({
  name: 'mandate.open',
  says: 'Open a mandate: what the client wants filled, on which terms, and who works on it. A confidential one is seen by its team alone.',
  kind: 'write',
  may: LEADS,
  input: z.object({
    title: words().describe('the role to fill'),
    client: words().describe('the organization that orders it: a name, known or new, or an id'),
    ...{ ...terms, engagement: terms.engagement.default('retained') },
    opening: reference('opening').optional(),
    confidential: z.boolean().default(false),
    team: z.array(words(2_000)).default([]).describe('members who work on it beside you: e-mail, name or id'),
  }),
  output: z.object({ mandate: id }),
  async run(context, input) {
    const { tx, workspace, now, caller } = context
    const team = await teamOf(context, input.team)
    if (input.confidential && team.length === 0) throw new Refusal('invalid-input', said(NOBODY_SEES), 'team')
    // It says nothing of the mandate: everybody sees the organization, and not all may know why it came.
    const origin = await addOrigin(context, 'form', 'added by you')
    const mandate = newId<'mandate'>(now.getTime())
    await tx
      .insertInto('mandate')
      .values({
        ...{ workspace_id: workspace, id: mandate, title: input.title, confidential: input.confidential },
        client_id: isId(input.client)
          ? await findOrganization(context, input.client)
          : await ensureOrganization(context, { name: input.client }, origin),
        opening_id: input.opening === undefined ? null : await findOpening(context, input.opening),
        ...{ brief: input.brief ?? null, engagement: input.engagement, fee: input.fee ?? null },
        ...{ starts_on: input.startsOn ?? null, due_on: input.dueOn ?? null, created_at: now },
      })
      .execute()
    for (const member of team)
      await join(context, mandate, member, member === caller.member ? 'lead' : 'team')
    await sayState(context, mandate, 'open')
    return { mandate }
  },
})

/** Who was named, and who opens it. */
async function teamOf(context: Context, named: readonly string[]): Promise<Id<'member'>[]> {
  const own = context.caller.member ? [context.caller.member] : []
  const others: Id<'member'>[] = []
  for (const one of named) others.push(await findMember(context, one))
  for (const other of others) await refuseOutsider(context, other)
  return [...new Set([...own, ...others])]
}

async function join(
  { tx, workspace, now }: Context,
  mandate: MandateId,
  member: Id<'member'>,
  part: 'lead' | 'team',
): Promise<void> {
  await tx
    .insertInto('mandate_team')
    .values({ workspace_id: workspace, mandate_id: mandate, member_id: member, part, added_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function sayState(
  { tx, workspace, now, caller }: Context,
  mandate: MandateId,
  state: z.output<typeof mandateState>,
  note?: string,
): Promise<void> {
  const whose = { workspace_id: workspace, mandate_id: mandate, by_member: caller.member ?? null }
  await tx
    .insertInto('mandate_state')
    .values({ ...whose, id: newId(now.getTime()), state, note: note ?? null, at: now })
    .execute()
}

const mandateState = state

export const mandateEdit = action({
  name: 'mandate.edit',
  says: 'Change the title, brief or terms of a mandate, or whether it is confidential.',
  kind: 'write',
  may: LEADS,
  input: z.object({
    mandate: reference('mandate'),
    title: words().optional(),
    ...{ ...terms, engagement: terms.engagement.optional() },
    confidential: z.boolean().optional(),
  }),
  output: z.object({ mandate: id }),
  async run(context, { mandate, startsOn, dueOn, ...given }) {
    const found = await findMandate(context, mandate)
    await refuseClosed(context, found)
    const dates = { ...(startsOn && { starts_on: startsOn }), ...(dueOn && { due_on: dueOn }) }
    const changed = Object.fromEntries(
      Object.entries({ ...given, ...dates }).filter(([, value]) => value !== undefined),
    )
    if (Object.keys(changed).length > 0) {
      await context.tx.updateTable('mandate').set(changed).where('id', '=', found).execute()
    }
    return { mandate: found }
  },
})

export const mandateSay = action({
  name: 'mandate.say',
  says: 'Say how a mandate stands: open, on hold, or how it ended. What has ended can be read and reported on, not worked on.',
  kind: 'write',
  may: LEADS,
  input: z.object({ mandate: reference('mandate'), state, note: words(20_000).optional() }),
  output: z.object({ mandate: id, state }),
  async run(context, { mandate, state, note }) {
    const found = await findMandate(context, mandate)
    if ((await stateOf(context, found)) !== state) await sayState(context, found, state, note)
    return { mandate: found, state }
  },
})

export const mandateJoin = action({
  name: 'mandate.join',
  says: 'Let a member work on a mandate: a confidential one is then seen by them too.',
  kind: 'write',
  may: LEADS,
  input: z.object({ mandate: reference('mandate'), member: words(2_000), lead: z.boolean().default(false) }),
  output: z.object({ mandate: id, member: id }),
  async run(context, { mandate, member, lead }) {
    const [found, who] = [await findMandate(context, mandate), await findMember(context, member)]
    await refuseOutsider(context, who)
    await join(context, found, who, lead ? 'lead' : 'team')
    return { mandate: found, member: who }
  },
})

async function refuseOutsider({ tx }: Context, member: Id<'member'>): Promise<void> {
  const { role, name } = await tx
    .selectFrom('member')
    .select(['role', 'name'])
    .where('id', '=', member)
    .executeTakeFirstOrThrow()
  if ((STAFF as readonly string[]).includes(role)) return
  const sentence = {
    en: `${name} is no consultant here: candidates and clients see what is shared with them.`,
    de: `${name} gehört hier nicht zu den Beratenden: Wer kandidiert oder beauftragt, sieht, was mit ihr oder ihm geteilt wird.`,
  }
  throw new Refusal('conflict', said(sentence), 'member')
}

export const mandateLeave = action({
  name: 'mandate.leave',
  says: 'Take a member off a mandate; a confidential one is then not seen by them any more.',
  kind: 'write',
  may: LEADS,
  input: z.object({ mandate: reference('mandate'), member: words(2_000) }),
  output: z.object({ mandate: id, member: id }),
  async run(context, { mandate, member }) {
    const [found, who] = [await findMandate(context, mandate), await findMember(context, member)]
    const others = await context.tx
      .selectFrom('mandate_team')
      .select('member_id')
      .where('mandate_id', '=', found)
      .where('member_id', '<>', who)
      .executeTakeFirst()
    if (others === undefined) throw new Refusal('conflict', said(LAST_ONE), 'member')
    await context.tx
      .deleteFrom('mandate_team')
      .where('mandate_id', '=', found)
      .where('member_id', '=', who)
      .execute()
    return { mandate: found, member: who }
  },
})

export const mandateContact = action({
  name: 'mandate.contact',
  says: "Note somebody of the client's side, and their part in it; without a part, they are taken off.",
  kind: 'write',
  may: LEADS,
  input: z.object({
    mandate: reference('mandate'),
    person: reference('person'),
    part: words(200).optional().describe('"decides", "interviews", "arranges"'),
  }),
  output: z.object({ mandate: id, person: id }),
  async run(context, { mandate, person, part }) {
    const { tx, workspace } = context
    const found = await findMandate(context, mandate)
    const who = await findPerson(context, person)
    const key = { mandate_id: found, person_id: who }
    if (part === undefined) {
      await tx
        .deleteFrom('client_contact')
        .where('mandate_id', '=', found)
        .where('person_id', '=', who)
        .execute()
    } else {
      await tx
        .insertInto('client_contact')
        .values({ workspace_id: workspace, ...key, part })
        .onConflict((conflict) =>
          conflict.columns(['workspace_id', 'mandate_id', 'person_id']).doUpdateSet({ part }),
        )
        .execute()
    }
    return { mandate: found, person: who }
  },
})

const listed = z.object({
  id,
  title: z.string(),
  client: organizationShape,
  state,
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
  state: z.output<typeof state>
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
      z.object({ state, note: z.string().nullable(), at: z.string(), by: z.string().nullable() }),
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

const NOBODY_SEES = {
  en: 'A confidential mandate is seen by its team alone: name at least one member.',
  de: 'Ein vertrauliches Mandat sieht nur sein Team: Nennen Sie mindestens ein Mitglied.',
}
const LAST_ONE = {
  en: 'Nobody else works on this mandate: let somebody join first.',
  de: 'Sonst arbeitet niemand an diesem Mandat: Nehmen Sie zuerst jemanden dazu.',
}
