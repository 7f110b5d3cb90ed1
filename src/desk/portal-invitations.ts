import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { decide, type Reason } from '../meeting/decision.ts'
import { enthusiasmOf } from '../meeting/enthusiasm.ts'
import { type InvitationShape, invitationShape, invitationShapes } from '../meeting/invitations.ts'
import { isLocked, nextMeeting } from '../meeting/meeting.ts'
import { worthOf } from '../meeting/worth.ts'
import { id, text } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { Id } from '../store/ids.ts'
import { disclosed, disclosedShape, levelOf } from './disclosure.ts'
import { findSent } from './invite.ts'
import { refuseClosed } from './mandate-of.ts'
import { OWN_FILE, oneself } from './portal.ts'

// A candidate's own invitations: what each meeting is worth to them, confirmed or refused by one click, before any
// description of the role is read. Whose they are is decided by the database; what of the firm's network is shown, by
// the level of disclosure.

const mine = z.object({
  ...{ id, organization: z.string().nullable(), role: z.string().nullable(), from: z.string().nullable() },
  ...{ state: invitationShape.shape.state, meetings: invitationShape.shape.meetings, sentAt: z.string() },
})

export const portalInvitations = action({
  name: 'portal.invitations',
  says: 'The invitations you were given here, the newest first: who asks, for what, when, and how each stands.',
  kind: 'read',
  may: OWN_FILE,
  input: z.object({}),
  output: z.object({ invitations: z.array(mine) }),
  async run(context) {
    oneself(context)
    const ids = await ownInvitations(context)
    return {
      invitations: await context.asHouse(async (house) => {
        const shapes = await invitationShapes(house, ids)
        const sent = await sentWords(house, ids)
        return shapes.map((shape) => ({
          ...aboutOf(shape),
          ...sentOf(sent.get(shape.id as Id<'invitation'>)!),
        }))
      }),
    }
  },
})

/** Those that the database lets this person see, and no others. */
async function ownInvitations({ tx }: Context): Promise<Id<'invitation'>[]> {
  const rows = await tx
    .selectFrom('invitation')
    .select('id')
    .where('removed_at', 'is', null)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at', 'desc')
    .execute()
  return rows.map((row) => row.id)
}

const aboutOf = ({ id, organization, role, state, meetings }: InvitationShape) => ({
  ...{ id, organization: organization?.name ?? null, role, state, meetings },
})

async function sentWords({ tx }: Context, ids: readonly Id<'invitation'>[]) {
  if (ids.length === 0) return new Map<Id<'invitation'>, never>()
  const rows = await tx
    .selectFrom('invitation')
    .leftJoin('member', 'member.id', 'by_member')
    .leftJoin('opening', 'opening.id', 'opening_id')
    .select(['invitation.id', 'sent_at', 'pitch', 'member.name as from', 'description', 'opening.url'])
    .where('invitation.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const sentOf = ({ from, sent_at }: { from: string | null; sent_at: Date | null }) => ({
  ...{ from, sentAt: sent_at!.toISOString() },
})

export const portalInvitation = action({
  name: 'portal.invitation',
  says: 'One invitation you were given: why to meet, whom, what it is worth to you beyond the job, and the description of the role for afterwards.',
  kind: 'read',
  may: OWN_FILE,
  input: z.object({
    invitation: id.optional().describe('the one of your token, when you hold one'),
    discreet: z.boolean().default(false).describe('leave out who is close to your present employer'),
  }),
  output: mine.extend({
    pitch: z.string().nullable(),
    reason: z.string().nullable(),
    worth: disclosedShape,
    details: z
      .object({ description: z.string().nullable(), url: z.string().nullable() })
      .describe('what is known of the role: you may confirm before you read it'),
    before: z.number().int().nullable().describe('how much you want it, as you said before'),
    locked: z.boolean().describe('the meeting has begun: what you wanted before it stands'),
    guests: z.array(z.object({ id, name: z.string() })).describe('whom you would meet'),
  }),
  async run(context, { invitation, discreet }) {
    const own = await ownInvitation(context, invitation)
    // Whoever sent a token holds it too: what is the candidate's alone is shown to them when they have signed in.
    const isThemselves = context.caller.invitation === undefined
    return context.asHouse(async (house) => {
      const [shape] = await invitationShapes(house, [own])
      const sent = (await sentWords(house, [own])).get(own)!
      const { worth } = await worthOf(house, own, { discreet, values: isThemselves })
      const meeting = await nextMeeting(house, own)
      return {
        ...{ ...aboutOf(shape!), ...sentOf(sent), pitch: sent.pitch, reason: shape!.reason },
        worth: disclosed({ ...worth, limits: isThemselves ? worth.limits : [] }, await levelOf(house)),
        details: { description: sent.description, url: sent.url },
        before: isThemselves ? await enthusiasmOf(house, meeting.id, 'before') : null,
        locked: await isLocked(house, meeting),
        guests: shape!.room.map(({ id, name }) => ({ id, name })),
      }
    })
  },
})

/** One's own, which the database says; by a token, the one that it is for. */
export async function ownInvitation(context: Context, given: string | undefined): Promise<Id<'invitation'>> {
  const { tx, caller } = context
  oneself(context)
  const asked = given ?? caller.invitation
  const isOthers = caller.invitation !== undefined && asked !== caller.invitation
  const found = isOthers
    ? undefined
    : await tx
        .selectFrom('invitation')
        .select('id')
        .where('id', '=', (asked ?? null) as Id<'invitation'>)
        .where('removed_at', 'is', null)
        .where('sent_at', 'is not', null)
        .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found', said(NONE), 'invitation')
  return found.id
}

/** What one may say; "personal" is how the firm keeps what one would not share. */
const OWN_REASONS = [
  ...(['unrelated-field', 'values', 'know-the-company', 'timing', 'pay', 'place'] as const),
  ...(['present-employer', 'in-process', 'other', 'none'] as const),
]

export const portalAnswer = action({
  name: 'portal.answer',
  says: 'Confirm a meeting you were invited to, or refuse it. That it is against your values is told to the firm only if you share it.',
  kind: 'write',
  may: OWN_FILE,
  input: z.object({
    invitation: id.optional().describe('the one of your token, when you hold one'),
    verdict: z.enum(['take', 'refuse']),
    reason: z.enum(OWN_REASONS).optional(),
    note: text(2_000).optional().describe('read by the people who work on it'),
    share: z.boolean().default(false).describe('tell them that it is against your values'),
  }),
  output: z.object({
    invitation: id,
    verdict: z.enum(['take', 'refuse']),
    told: z.string().nullable().describe('the reason that the firm reads'),
  }),
  async run(context, { invitation, verdict, reason, note, share }) {
    const own = await ownInvitation(context, invitation)
    if (verdict === 'take' && reason !== undefined)
      throw new Refusal('invalid-input', said(NO_REASON), 'reason')
    await refuseTooLate(context, own)
    const isPrivate = reason === 'values' && !share
    const told: Reason | null = verdict === 'take' ? null : isPrivate ? 'personal' : (reason ?? 'none')
    // What is kept is read by the firm: the advice in it does not rest on their values either.
    await context.asHouse((house) =>
      decide(house, own, { verdict, reason: told, ...(isPrivate ? {} : { note }) }, { values: false }),
    )
    return { invitation: own, verdict, told }
  },
})

/** @throws Refusal once the meeting has begun or the search has ended: from then on one withdraws. */
async function refuseTooLate(context: Context, invitation: Id<'invitation'>): Promise<void> {
  await context.asHouse(async (house) => {
    if (await isLocked(house, await nextMeeting(house, invitation))) {
      throw new Refusal('conflict', said(BEGUN), 'invitation')
    }
    const { mandate } = await findSent(house, invitation)
    await refuseClosed(house, mandate)
  })
}

const BEGUN = {
  en: 'The meeting has begun: what you answered stands. You can still withdraw.',
  de: 'Das Treffen hat begonnen: Was Sie geantwortet haben, steht. Zurückziehen können Sie sich noch.',
}
const NONE = {
  en: 'There is no such invitation for you.',
  de: 'Eine solche Einladung an Sie gibt es nicht.',
}
const NO_REASON = {
  en: 'Confirming needs no reason; leave it out.',
  de: 'Eine Zusage braucht keinen Grund; lassen Sie ihn weg.',
}
