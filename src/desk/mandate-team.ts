import { z } from 'zod'
import { findMember } from '../access/members.ts'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { findPerson } from '../people/find.ts'
import { id, reference, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { LEADS, STAFF } from '../role.ts'
import type { Id } from '../store/ids.ts'
import { findMandate, type MandateId } from './mandate-of.ts'

// Who works on a mandate, and who is who on the client's side.

export async function joinTeam(
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
    await joinTeam(context, found, who, lead ? 'lead' : 'team')
    return { mandate: found, member: who }
  },
})

export async function refuseOutsider({ tx }: Context, member: Id<'member'>): Promise<void> {
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
      .innerJoin('member', 'member.id', 'member_id')
      .select('member_id')
      .where('mandate_id', '=', found)
      .where('member_id', '<>', who)
      .where('ended_at', 'is', null)
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

const LAST_ONE = {
  en: 'Nobody else works on this mandate: let somebody join first.',
  de: 'Sonst arbeitet niemand an diesem Mandat: Nehmen Sie zuerst jemanden dazu.',
}
