import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { dateInWords, said } from '../language.ts'
import { id, reference, text } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { findInvitation } from './find.ts'
import { type End, type InvitationState, STATES, standings } from './state.ts'
import { addTakenBack } from './take-back.ts'

// How a process ends: an offer and its answer, a rejection, a withdrawal. Four different things, all appended.

export const offerAdd = action({
  name: 'offer.add',
  says: 'Write down an offer that came of an invitation.',
  kind: 'write',
  may: STAFF,
  input: z.object({ invitation: reference('invitation'), says: text().optional() }),
  output: z.object({ offer: id, invitation: id }),
  async run(context, input) {
    const invitation = await findInvitation(context, input.invitation)
    return { offer: await addOffer(context, invitation, input.says), invitation }
  },
})

export async function addOffer(
  { tx, workspace, now }: Context,
  invitation: Id<'invitation'>,
  says: string | undefined,
): Promise<Id<'offer'>> {
  const offer = newId<'offer'>(now.getTime())
  await tx
    .insertInto('offer')
    .values({ workspace_id: workspace, id: offer, invitation_id: invitation, says: says ?? null, at: now })
    .execute()
  return offer
}

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

const KINDS = ['offer', 'offer-accepted', 'offer-declined', 'rejection', 'withdrawal'] as const

export const outcomeTakeBack = action({
  name: 'outcome.take-back',
  says: 'Take back what was said last of how a process ended: an offer, its answer, a rejection or a withdrawal. Both stay on record.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    invitation: reference('invitation'),
    kind: z.enum(KINDS).optional().describe('what is meant: refused when something else was said last'),
  }),
  output: z.object({
    invitation: id,
    takenBack: z.enum(KINDS),
    state: z.enum(STATES).describe('how the invitation stands now'),
  }),
  async run(context, { kind, ...input }) {
    const invitation = await findInvitation(context, input.invitation)
    const ends = await endsOf(context, invitation)
    const last = ends.at(-1)
    if (last === undefined || (kind !== undefined && kind !== last.kind)) throw notTheLast(ends, kind)
    await addTakenBack(
      context,
      last.kind === 'offer' ? { offer_id: last.id as Id<'offer'> } : { outcome_id: last.id as Id<'outcome'> },
    )
    return { invitation, takenBack: last.kind, state: await stateNow(context, invitation) }
  },
})

const stateNow = async (context: Context, invitation: Id<'invitation'>): Promise<InvitationState> =>
  (await standings(context, [invitation])).get(invitation)!.state

type Ended = { kind: End; id: string; at: Date }

/** Offers and outcomes that count, the last one last. */
export async function endsOf({ tx }: Context, invitation: Id<'invitation'>): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    select 'offer' as kind, id, at from offer_held where invitation_id = ${invitation}
    union all select kind, id, at from outcome_held where invitation_id = ${invitation}
    order by at, id`.execute(tx)
  return rows
}

/** Why nothing is taken back: nothing was said, not this, or something came after it. */
function notTheLast(ends: readonly Ended[], kind: End | undefined): Refusal {
  const last = ends.at(-1)
  if (last === undefined)
    return new Refusal(
      'conflict',
      said({
        en: 'Nothing is on record of how this ended: there is nothing to take back.',
        de: 'Wie dies ausging, ist nicht festgehalten: Es gibt nichts zurückzunehmen.',
      }),
      'invitation',
    )
  const on = dateInWords(last.at.toISOString().slice(0, 10))
  const isSaid = ends.some((one) => one.kind === kind)
  const [en, de] = [`${KIND_WORDS.en[last.kind]} (${on})`, `${KIND_WORDS.de[last.kind]} (${on})`]
  return new Refusal(
    'conflict',
    isSaid
      ? said({
          en: `After it came ${en}: take that back first.`,
          de: `Danach kam ${de}: Nehmen Sie zuerst dies zurück.`,
        })
      : said({
          en: `That is not on record; the last is ${en}.`,
          de: `Das ist nicht festgehalten; das Letzte ist ${de}.`,
        }),
    'kind',
  )
}

const KIND_WORDS: Record<'en' | 'de', Record<End, string>> = {
  en: {
    offer: 'an offer',
    'offer-accepted': 'your yes to the offer',
    'offer-declined': 'your no to the offer',
    rejection: 'a rejection',
    withdrawal: 'your withdrawal',
  },
  de: {
    offer: 'ein Angebot',
    'offer-accepted': 'Ihr Ja zum Angebot',
    'offer-declined': 'Ihr Nein zum Angebot',
    rejection: 'eine Absage',
    withdrawal: 'Ihr Rückzug',
  },
}

export async function addOutcome(
  { tx, workspace, now }: Context,
  invitation: Id<'invitation'>,
  kind: 'offer-accepted' | 'offer-declined' | 'rejection' | 'withdrawal',
  note: string | undefined,
  offer: Id<'offer'> | null,
): Promise<Id<'outcome'>> {
  const outcome = newId<'outcome'>(now.getTime())
  const of = { workspace_id: workspace, invitation_id: invitation, offer_id: offer }
  await tx
    .insertInto('outcome')
    .values({ ...of, id: outcome, kind, note: note ?? null, at: now })
    .execute()
  return outcome
}

/** The offer with this id, or the newest one of this invitation. */
async function findOffer(context: Context, given: string) {
  const offers = context.tx.selectFrom('offer_held').select(['id', 'invitation_id'])
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
