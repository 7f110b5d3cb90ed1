import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { addInvitation, type InvitationId } from '../meeting/invitation.ts'
import { addOffer, addOutcome, endsOf } from '../meeting/offers.ts'
import { addOrigin } from '../people/origin.ts'
import type { PersonId } from '../people/person.ts'
import { id, personShape, reference, text, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { LEADS, STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { type CandidacyId, countMove, findCandidacy, sayStage } from './candidacies.ts'
import { termsOf } from './invite.ts'
import { findMandate, type MandateId, refuseClosed } from './mandate-of.ts'
import { sayState } from './mandates.ts'

// How a candidacy ends in an offer: the offer, its yes with what was agreed, or its no with the reason. The offer hangs
// on the invitation, so that the lineage goes back from it.

const moves = z.coerce.number().int().min(0).describe('how often it had been moved when you looked')
const moved = z.object({ candidacy: id, mandate: id, person: id, moves: z.number().int() })

export const candidacyOffer = action({
  name: 'candidacy.offer',
  says: 'Write down that the client made the candidate an offer.',
  kind: 'write',
  may: LEADS,
  input: z.object({ candidacy: id, moves, says: text().optional().describe('what was offered') }),
  output: moved.extend({ offer: id }),
  async run(context, { candidacy, moves, says }) {
    const found = await workedOn(context, candidacy)
    const known = await invitationOf(context, found.id)
    const invitation = known ?? (await writeInvitation(context, found.id, found.person_id))
    const offer = await addOffer(context, invitation, says)
    await countMove(context, found.id, moves)
    await sayStage(context, found.id, { stage: 'offered', note: says })
    return { ...movedOf(found, moves), offer }
  },
})

export const candidacyDecline = action({
  name: 'candidacy.decline',
  says: 'Write down that the candidate declined the offer, and why ("not given" is a reason).',
  kind: 'write',
  may: LEADS,
  input: z.object({ candidacy: id, moves, reason: words() }),
  output: moved.extend({ offer: id }),
  async run(context, { candidacy, moves, reason }) {
    const found = await workedOn(context, candidacy)
    const { offer, invitation } = await openOffer(context, found.id)
    await addOutcome(context, invitation, 'offer-declined', reason, offer)
    await countMove(context, found.id, moves)
    await sayStage(context, found.id, { stage: 'they-declined', reason })
    return { ...movedOf(found, moves), offer }
  },
})

export const placementMake = action({
  name: 'placement.make',
  says: 'Write down that the candidate accepted the offer: start, fee and guarantee. The mandate is then placed, and the end of the guarantee is among what is to do.',
  kind: 'write',
  may: LEADS,
  input: z.object({
    candidacy: id,
    moves,
    startsOn: z.iso.date(),
    fee: words(200).optional().describe("as agreed; the mandate's, when absent"),
    guaranteeUntil: z.iso.date().optional().describe('the last day of the guarantee'),
    note: text().optional(),
  }),
  output: moved.extend({ placement: id, followUp: id.nullable() }),
  async run(context, { candidacy, moves, note, ...agreed }) {
    refuseBackwards(agreed)
    const found = await workedOn(context, candidacy)
    const { offer, invitation } = await openOffer(context, found.id)
    const placement = await addOutcome(context, invitation, 'offer-accepted', note, offer)
    await keep(context, found, placement, agreed)
    const followUp = await remind(context, found, placement, agreed.guaranteeUntil)
    await countMove(context, found.id, moves)
    await sayStage(context, found.id, { stage: 'placed' })
    await sayState(context, found.mandate_id, 'placed')
    return { ...movedOf(found, moves), placement, followUp }
  },
})

type Found = Awaited<ReturnType<typeof findCandidacy>>
type Agreed = { startsOn: string; fee?: string | undefined; guaranteeUntil?: string | undefined }

async function workedOn(context: Context, candidacy: string): Promise<Found> {
  const found = await findCandidacy(context, candidacy)
  await refuseClosed(context, found.mandate_id)
  return found
}

const movedOf = ({ id, mandate_id: mandate, person_id: person }: Found, moves: number) => ({
  ...{ candidacy: id, mandate, person, moves: moves + 1 },
})

function refuseBackwards({ startsOn, guaranteeUntil }: Agreed): void {
  if (guaranteeUntil === undefined || guaranteeUntil >= startsOn) return
  throw new Refusal('invalid-input', said(BACKWARDS), 'guaranteeUntil')
}

/** The newest invitation of a candidacy. */
async function invitationOf({ tx }: Context, candidacy: CandidacyId): Promise<InvitationId | null> {
  const row = await tx
    .selectFrom('invitation')
    .select('id')
    .where('candidacy_id', '=', candidacy)
    .where('removed_at', 'is', null)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The client met them without an invitation on record: it is made up for, so that the offer hangs on something. */
async function writeInvitation(context: Context, candidacy: CandidacyId, person: PersonId) {
  const { client, title, opening_id } = await termsOf(context, candidacy)
  return addInvitation(
    { ...context, me: person },
    {
      ...{ organization: client, role: title, guests: [] },
      ...(opening_id === null ? {} : { opening: opening_id }),
      candidacy: { id: candidacy, by: context.caller.member ?? null },
    },
    await addOrigin(context, 'form', 'invitation written down by you'),
  )
}

/** @throws Refusal when no offer stands that waits for its answer. */
async function openOffer(context: Context, candidacy: CandidacyId) {
  const invitation = await invitationOf(context, candidacy)
  const last = invitation === null ? undefined : (await endsOf(context, invitation)).at(-1)
  if (invitation === null || last?.kind !== 'offer') {
    throw new Refusal('conflict', said(NO_OFFER), 'candidacy')
  }
  return { invitation, offer: last.id as Id<'offer'> }
}

async function keep(
  context: Context,
  { id: candidacy, mandate_id }: Found,
  outcome: Id<'outcome'>,
  { startsOn, fee, guaranteeUntil }: Agreed,
): Promise<void> {
  const { tx, workspace, now, caller } = context
  const mandate = await tx
    .selectFrom('mandate')
    .select('fee')
    .where('id', '=', mandate_id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('placement')
    .values({
      ...{ workspace_id: workspace, id: outcome, candidacy_id: candidacy, starts_on: startsOn },
      ...{ fee: fee ?? mandate.fee, guarantee_until: guaranteeUntil ?? null },
      ...{ by_member: caller.member ?? null, at: now },
    })
    .execute()
}

/** The end of the guarantee stands among what is to do, for those who may know of the mandate. */
async function remind(
  { tx, workspace, now }: Context,
  { person_id }: Found,
  placement: Id<'outcome'>,
  until: string | undefined,
): Promise<Id<'follow-up'> | null> {
  if (until === undefined) return null
  const followUp = newId<'follow-up'>(now.getTime())
  await tx
    .insertInto('follow_up')
    .values({
      ...{ workspace_id: workspace, id: followUp, debrief_id: null, person_id, kind: 'reminder' },
      ...{ says: said(GUARANTEE_ENDS), due_on: until, due_time: null, time_zone: null },
      ...{ added_at: now, done_at: null, placement_id: placement },
    })
    .execute()
  return followUp
}

type Row = {
  placement: string
  candidacy: string
  mandate: MandateId
  title: string
  client: string
  person_id: string
  name: string
  startsOn: string
  fee: string | null
  guaranteeUntil: string | null
  at: Date
}

export const placementList = action({
  name: 'placement.list',
  says: 'The placements: who starts where and when, with fee and guarantee; of one mandate, or of all that you may know of.',
  kind: 'read',
  may: STAFF,
  input: z.object({ mandate: reference('mandate').optional() }),
  output: z.object({
    placements: z.array(
      z.object({
        ...{ placement: id.describe('of its lineage, too'), candidacy: id, person: personShape },
        ...{ mandate: id, title: z.string(), client: z.string(), startsOn: z.string() },
        fee: z.string().nullable().describe('not told to researchers'),
        ...{ guaranteeUntil: z.string().nullable(), at: z.string() },
      }),
    ),
  }),
  async run(context, input) {
    const mandate = input.mandate === undefined ? null : await findMandate(context, input.mandate)
    const { rows } = await sql<Row>`
      select placement.id as placement, c.id as candidacy, m.id as mandate, m.title, o.name as client,
        p.id as person_id, p.name, placement.starts_on::text as "startsOn", placement.fee,
        placement.guarantee_until::text as "guaranteeUntil", placement.at
      from placement join outcome_held on outcome_held.id = placement.id
      join candidacy c on c.id = placement.candidacy_id join person p on p.id = c.person_id
      join mandate m on m.id = c.mandate_id join organization o on o.id = m.client_id
      where ${mandate}::uuid is null or m.id = ${mandate}
      order by placement.at desc, placement.id`.execute(context.tx)
    const isTold = context.caller.role !== 'researcher'
    return {
      placements: rows.map(({ person_id, name, fee, at, ...row }) => ({
        ...{ ...row, person: { id: person_id, name }, fee: isTold ? fee : null, at: at.toISOString() },
      })),
    }
  },
})

const NO_OFFER = {
  en: 'No offer waits for an answer here: write the offer down first.',
  de: 'Hier wartet kein Angebot auf eine Antwort: Halten Sie zuerst das Angebot fest.',
}
const BACKWARDS = {
  en: 'The guarantee would end before the work begins.',
  de: 'Die Garantie wäre zu Ende, bevor die Arbeit beginnt.',
}
const GUARANTEE_ENDS = {
  en: 'The guarantee of this placement ends',
  de: 'Die Garantie dieser Vermittlung endet',
}
