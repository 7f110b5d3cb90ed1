import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { id, reference } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { findInvitation } from './find.ts'
import type { InvitationId } from './invitation.ts'

/** An invitation written down by mistake leaves the lists. Whoever was met stays met: what was held is no mistake. */
export const invitationRemove = action({
  name: 'invitation.remove',
  says: 'Take an invitation that was a mistake out of the lists, or put it back. What was held or brought an offer stays.',
  kind: 'write',
  may: STAFF,
  input: z.object({ invitation: reference('invitation'), removed: z.boolean().default(true) }),
  output: z.object({ invitation: id, removed: z.boolean() }),
  async run(context, { removed, ...input }) {
    const invitation = await findInvitation(context, input.invitation)
    const what = removed ? await hangsOn(context, invitation) : null
    if (what !== null) {
      throw new Refusal(
        'conflict',
        said({ en: `This invitation stays: ${what}.`, de: `Diese Einladung bleibt: ${what}.` }),
        'invitation',
      )
    }
    await context.tx
      .updateTable('invitation')
      .set({ removed_at: removed ? context.now : null })
      .where('id', '=', invitation)
      .execute()
    return { invitation, removed }
  },
})

/** Why it cannot be a mistake any more. */
async function hangsOn({ tx }: Context, invitation: InvitationId): Promise<string | null> {
  const { debriefed, offered } = await tx
    .selectNoFrom((eb) => [
      eb
        .exists(
          eb
            .selectFrom('debrief_held as debrief')
            .innerJoin('meeting', 'meeting.id', 'debrief.meeting_id')
            .select('debrief.id')
            .where('meeting.invitation_id', '=', invitation),
        )
        .as('debriefed'),
      eb
        .exists(
          eb
            .selectFrom('offer_held as offer')
            .select('offer.id')
            .where('offer.invitation_id', '=', invitation),
        )
        .as('offered'),
    ])
    .executeTakeFirstOrThrow()
  if (debriefed)
    return said({
      en: 'its meeting was held, and the people met are in your network',
      de: 'ihr Treffen hat stattgefunden, und wen Sie trafen, ist in Ihrem Netz',
    })
  return offered ? said({ en: 'an offer came of it', de: 'aus ihr kam ein Angebot' }) : null
}
