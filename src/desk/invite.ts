import { z } from 'zod'
import { makeAnswerToken } from '../access/answer-link.ts'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { addInvitation, guestsNamed, type InvitationId } from '../meeting/invitation.ts'
import { checkZone, momentOf } from '../meeting/moment.ts'
import type { Guest } from '../meeting/room.ts'
import { addOrigin } from '../people/origin.ts'
import { id, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { LEADS } from '../role.ts'
import type { Id } from '../store/ids.ts'
import { type CandidacyId, findCandidacy, refuseOffLimits } from './candidacies.ts'
import { type MandateId, refuseClosed } from './mandate-of.ts'
import { policiesOn } from './off-limits.ts'

// The firm asks a candidate to meet the client. First it is written down, then the pitch is looked at, then it is sent.

export const candidacyInvite = action({
  name: 'candidacy.invite',
  says: 'Prepare an invitation of a candidate to meet the client: whom they would meet, when and where. Nothing is sent yet.',
  kind: 'write',
  may: LEADS,
  input: z.object({
    candidacy: id,
    role: words().optional().describe("what the role is called; the mandate's title, when absent"),
    with: z
      .array(words())
      .optional()
      .describe("people they would meet: names, e-mails or ids; the client's contacts, when absent"),
    at: words(60).optional().describe('when: 2026-12-01T10:00+01:00, or 2026-12-01 10:00 in timeZone'),
    timeZone: words(60).optional(),
    place: words().optional(),
  }),
  output: z.object({ invitation: id, candidacy: id, mandate: id, person: id }),
  async run(context, input) {
    const {
      id: candidacy,
      mandate_id: mandate,
      person_id: person,
    } = await findCandidacy(context, input.candidacy)
    await refuseClosed(context, mandate)
    const terms = await termsOf(context, candidacy)
    refuseOffLimits(await policiesOn(context, person), terms.override ?? undefined)
    if (input.timeZone) checkZone(input.timeZone)
    const invitation = await addInvitation(
      { ...context, me: person },
      {
        organization: terms.client,
        role: input.role ?? terms.title,
        ...(terms.opening_id === null ? {} : { opening: terms.opening_id }),
        guests: input.with ? await guestsNamed(context, input.with) : await contactsOf(context, mandate),
        candidacy: { id: candidacy, by: context.caller.member ?? null },
        meeting: {
          ...(input.at ? momentOf(input.at, input.timeZone) : {}),
          ...(input.timeZone ? { timeZone: input.timeZone } : {}),
          ...(input.place ? { place: input.place } : {}),
        },
      },
      await addOrigin(context, 'form', 'invitation written down by you'),
    )
    return { invitation, candidacy, mandate, person }
  },
})

/** What a candidacy is about: the role, the client, and why somebody off limits was considered. */
export async function termsOf({ tx }: Context, candidacy: CandidacyId) {
  const { client, client_id, ...terms } = await tx
    .selectFrom('candidacy')
    .innerJoin('mandate', 'mandate.id', 'mandate_id')
    .innerJoin('organization', 'organization.id', 'client_id')
    .select(['title', 'opening_id', 'override', 'client_id', 'organization.name as client'])
    .where('candidacy.id', '=', candidacy)
    .executeTakeFirstOrThrow()
  return { ...terms, client: { id: client_id, name: client } }
}

async function contactsOf({ tx }: Context, mandate: MandateId): Promise<Guest[]> {
  const rows = await tx
    .selectFrom('client_contact')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['person.id', 'name'])
    .where('mandate_id', '=', mandate)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ person: row.id, name: row.name, role: 'interviewer' }))
}

export const invitationSend = action({
  name: 'invitation.send',
  says: 'Give an invitation to the candidate: they see it as theirs, and its token answers it without an account. It is shown once.',
  kind: 'write',
  secret: true,
  may: LEADS,
  except: { mcp: 'an assistant must not hand out keys' },
  input: z.object({
    invitation: id,
    pitch: words(20_000).describe('why to meet, as the candidate reads it'),
  }),
  output: z.object({
    ...{ invitation: id, candidacy: id, mandate: id },
    token: z.string().describe('opens this invitation alone, as a bearer token: to read and to answer it'),
  }),
  async run(context, { invitation, pitch }) {
    const { tx, workspace, now } = context
    const sent = await findSent(context, invitation)
    await refuseClosed(context, sent.mandate)
    await tx
      .updateTable('invitation')
      .set((eb) => ({ pitch, sent_at: eb.fn.coalesce('sent_at', eb.val(now)) }))
      .where('id', '=', sent.invitation)
      .execute()
    await tx
      .updateTable('candidacy')
      .set((eb) => ({ told_at: eb.fn.coalesce('told_at', eb.val(now)) }))
      .where('id', '=', sent.candidacy)
      .execute()
    return { ...sent, token: await makeAnswerToken(tx, workspace, sent.invitation) }
  },
})

type Sent = { invitation: InvitationId; candidacy: CandidacyId; mandate: MandateId }

/** An invitation that the firm makes, of a mandate that the viewer knows of. */
export async function findSent({ tx }: Context, invitation: string): Promise<Sent> {
  const found = await tx
    .selectFrom('invitation')
    .innerJoin('candidacy', 'candidacy.id', 'candidacy_id')
    .select(['invitation.id as invitation', 'candidacy.id as candidacy', 'mandate_id as mandate'])
    .where('invitation.id', '=', invitation as Id<'invitation'>)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found', said(NO_INVITATION), 'invitation')
  return found
}

const NO_INVITATION = {
  en: 'There is no such invitation of a candidate.',
  de: 'Eine solche Einladung an eine Kandidatin oder einen Kandidaten gibt es nicht.',
}
