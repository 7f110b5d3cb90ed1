import { z } from 'zod'
import { findMember } from '../access/members.ts'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { findOpening, findOrganization } from '../people/find.ts'
import { ensureOrganization } from '../people/organization.ts'
import { addOrigin } from '../people/origin.ts'
import { id, partialDate, reference, text, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { LEADS } from '../role.ts'
import { type Id, isId, newId } from '../store/ids.ts'
import {
  ENGAGEMENTS,
  findMandate,
  type MandateId,
  type MandateState,
  mandateState,
  refuseClosed,
  stateOf,
} from './mandate-of.ts'
import { joinTeam, refuseOutsider } from './mandate-team.ts'

// A client's order to fill an opening: who works on it, for whom, on which terms, and how it stands.

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
      await joinTeam(context, mandate, member, member === caller.member ? 'lead' : 'team')
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

export async function sayState(
  { tx, workspace, now, caller }: Context,
  mandate: MandateId,
  state: MandateState,
  note?: string,
): Promise<void> {
  const whose = { workspace_id: workspace, mandate_id: mandate, by_member: caller.member ?? null }
  await tx
    .insertInto('mandate_state')
    .values({ ...whose, id: newId(now.getTime()), state, note: note ?? null, at: now })
    .execute()
}

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
  input: z.object({ mandate: reference('mandate'), state: mandateState, note: words(20_000).optional() }),
  output: z.object({ mandate: id, state: mandateState }),
  async run(context, { mandate, state, note }) {
    const found = await findMandate(context, mandate)
    if ((await stateOf(context, found)) !== state) await sayState(context, found, state, note)
    return { mandate: found, state }
  },
})

const NOBODY_SEES = {
  en: 'A confidential mandate is seen by its team alone: name at least one member.',
  de: 'Ein vertrauliches Mandat sieht nur sein Team: Nennen Sie mindestens ein Mitglied.',
}
