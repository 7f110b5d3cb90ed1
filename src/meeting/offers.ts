import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { id, reference, text } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { findInvitation } from './find.ts'

// How a process ends: an offer and its answer, a rejection, a withdrawal. Four different things, all appended.

export const offerAdd = action({
  name: 'offer.add',
  says: 'Write down an offer that came of an invitation.',
  kind: 'write',
  may: STAFF,
  input: z.object({ invitation: reference('invitation'), says: text().optional() }),
  output: z.object({ offer: id, invitation: id }),
  async run(context, input) {
    const { tx, workspace, now } = context
    const invitation = await findInvitation(context, input.invitation)
    const offer = newId<'offer'>(now.getTime())
    await tx
      .insertInto('offer')
      .values({
        workspace_id: workspace,
        id: offer,
        invitation_id: invitation,
        says: input.says ?? null,
        at: now,
      })
      .execute()
    return { offer, invitation }
  },
})

export const offerAnswer = action({
  name: 'offer.answer',
  says: 'Accept or decline an offer.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    offer: reference('offer, or its invitation'),
    answer: z.enum(['accept', 'decline']),
    note: text().optional(),
  }),
  output: z.object({ offer: id, invitation: id, kind: z.enum(['offer-accepted', 'offer-declined']) }),
  async run(context, input) {
    const offer = await findOffer(context, input.offer)
    const kind = input.answer === 'accept' ? ('offer-accepted' as const) : ('offer-declined' as const)
    await addOutcome(context, offer.invitation_id, kind, input.note, offer.id)
    return { offer: offer.id, invitation: offer.invitation_id, kind }
  },
})

export const invitationEnd = action({
  name: 'invitation.end',
  says: 'Say how a process ended without an offer: a rejection (the other side said no) or a withdrawal (you left). The people met stay.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    invitation: reference('invitation'),
    how: z.enum(['rejection', 'withdrawal']),
    note: text().optional(),
  }),
  output: z.object({ invitation: id, how: z.enum(['rejection', 'withdrawal']) }),
  async run(context, { how, ...input }) {
    const invitation = await findInvitation(context, input.invitation)
    await addOutcome(context, invitation, how, input.note, null)
    return { invitation, how }
  },
})

async function addOutcome(
  { tx, workspace, now }: Context,
  invitation: Id<'invitation'>,
  kind: 'offer-accepted' | 'offer-declined' | 'rejection' | 'withdrawal',
  note: string | undefined,
  offer: Id<'offer'> | null,
): Promise<void> {
  await tx
    .insertInto('outcome')
    .values({
      workspace_id: workspace,
      id: newId(now.getTime()),
      invitation_id: invitation,
      offer_id: offer,
      kind,
      note: note ?? null,
      at: now,
    })
    .execute()
}

/** The offer with this id, or the newest one of this invitation. */
async function findOffer(context: Context, given: string) {
  const offers = context.tx.selectFrom('offer').select(['id', 'invitation_id'])
  const byId = /^[0-9a-f-]{36}$/i.test(given)
    ? await offers.where('id', '=', given as Id<'offer'>).executeTakeFirst()
    : undefined
  if (byId) return byId
  const invitation = await findInvitation(context, given)
  const newest = await offers.where('invitation_id', '=', invitation).orderBy('id', 'desc').executeTakeFirst()
  if (newest) return newest
  throw new Refusal(
    'not-found',
    said({
      en: 'No offer came of this invitation so far; add it with offer.add.',
      de: 'Aus dieser Einladung kam bisher kein Angebot; fügen Sie es mit offer.add hinzu.',
    }),
    'offer',
  )
}
