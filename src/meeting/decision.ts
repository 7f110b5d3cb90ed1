import type { Insertable } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { id, reference, text } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import type { DecisionTable } from '../store/tables.ts'
import { findInvitation } from './find.ts'
import { holding } from './state.ts'
import { summonsOf } from './summons.ts'
import { worthOf } from './worth.ts'
import { adviceShape, type Worth } from './worth-shape.ts'

// Step 3: take, or refuse with a reason. The user may overrule the advice, and the overrule is kept.

export const REASONS = [
  'unrelated-field',
  'values',
  'know-the-company',
  'timing',
  'pay',
  'place',
  'present-employer',
  'in-process',
  'personal',
  'other',
  'none',
] as const

/** Reasons that the rule of advice holds good: giving one of them does not go against it. */
const GOOD_REASONS: readonly string[] = ['unrelated-field', 'values', 'know-the-company', 'personal']

export const invitationDecide = action({
  name: 'invitation.decide',
  says: 'Take an invitation, or refuse it with a reason (or none given). Every decision is kept with what refusing forgoes.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    invitation: reference('invitation'),
    verdict: z.enum(['take', 'refuse']),
    reason: z.enum(REASONS).optional().describe('why refused; "none" when you would rather not say'),
    note: text().optional(),
  }),
  output: z.object({
    invitation: id,
    verdict: z.enum(['take', 'refuse']),
    reason: z.enum(REASONS).nullable(),
    advice: adviceShape,
    overruled: z.boolean().describe('the decision goes against the advice'),
    forgone: z
      .object({ people: z.number(), organizations: z.number(), opened: z.number(), strengthened: z.number() })
      .nullable()
      .describe('what refusing forgoes'),
  }),
  async run(context, input) {
    const invitation = await findInvitation(context, input.invitation)
    if (input.verdict === 'take' && input.reason !== undefined) {
      throw new Refusal(
        'invalid-input',
        said({
          en: 'Taking an invitation needs no reason; leave it out.',
          de: 'Eine Zusage braucht keinen Grund; lassen Sie ihn weg.',
        }),
        'reason',
      )
    }
    const reason = input.verdict === 'take' ? null : reasonKept(context, input.reason)
    const worth = await decide(context, invitation, { ...input, reason })
    const isAdvised = (worth.advice.verdict === 'take') === (input.verdict === 'take')
    const overruled = !isAdvised && !GOOD_REASONS.includes(reason ?? '')
    const forgone = input.verdict === 'refuse' ? worth.totals : null
    return { invitation, verdict: input.verdict, reason, advice: worth.advice, overruled, forgone }
  },
})

/** What somebody will not work for is theirs alone to say: a firm keeps that it was personal. */
const reasonKept = ({ caller }: Context, reason: Reason = 'none'): Reason =>
  reason === 'values' && caller.member ? 'personal' : reason

type Decision = { verdict: 'take' | 'refuse'; reason: Reason | null; note?: string | undefined }
export type Reason = (typeof REASONS)[number]

/** Keeps a decision with the advice and what is forgone, as both are now; answers the worth it was taken on. */
export async function decide(
  context: Context,
  invitation: Id<'invitation'>,
  decision: Decision,
  how: { values?: boolean } = {},
): Promise<Worth> {
  await answerBy(context, invitation, decision.reason)
  const { worth } = await worthOf(context, invitation, how)
  await addDecision(context, invitation, decision, worth)
  return worth
}

export const invitationUndecide = action({
  name: 'invitation.undecide',
  says: 'Take your last decision about an invitation back: it is as it was before. Both stay on record.',
  kind: 'write',
  may: STAFF,
  input: z.object({ invitation: reference('invitation') }),
  output: z.object({
    invitation: id,
    verdict: z.enum(['take', 'refuse']).nullable().describe('what holds now'),
  }),
  async run(context, input) {
    const invitation = await findInvitation(context, input.invitation)
    const hold = holding(await decisionsOf(context, invitation))
    const last = hold.at(-1)
    if (last === undefined) {
      throw new Refusal(
        'conflict',
        said({
          en: 'Nothing is decided about this invitation yet.',
          de: 'Über diese Einladung ist noch nichts entschieden.',
        }),
        'invitation',
      )
    }
    await insertDecision(context, invitation, { ...last, verdict: 'back', reason: null, note: null })
    await unsay(context, invitation, last)
    return { invitation, verdict: hold.at(-2)?.verdict ?? null }
  },
})

/** What the decision had said of the field or the firm is not said any more. */
async function unsay(
  context: Context,
  invitation: Id<'invitation'>,
  { reason, at }: { reason: string | null; at: Date },
): Promise<void> {
  const { tx, workspace, now } = context
  if (reason === 'unrelated-field') {
    await tx.updateTable('invitation').set({ outside_field: null }).where('id', '=', invitation).execute()
  }
  if (reason !== 'know-the-company') return
  const { organization, seeker } = await summonsOf(context, invitation)
  const said = await tx
    .selectFrom('organization_word')
    .select('id')
    .where('person_id', '=', seeker)
    .where('organization_id', '=', organization?.id ?? null)
    .where('at', '=', at)
    .executeTakeFirst()
  if (organization === null || said === undefined) return
  await tx
    .insertInto('organization_word')
    .values({
      ...{ workspace_id: workspace, id: newId(now.getTime()), organization_id: organization.id },
      ...{ person_id: seeker, says: 'do-not-know' as const, text: null, at: now },
    })
    .execute()
}

/** Every decision about an invitation, the newest last. */
export const decisionsOf = ({ tx }: Context, invitation: Id<'invitation'>) =>
  tx
    .selectFrom('decision')
    .select(['verdict', 'reason', 'note', 'advice', 'clause', 'at'])
    .where('invitation_id', '=', invitation)
    .orderBy('at')
    .orderBy('id')
    .execute()

async function addDecision(
  context: Context,
  invitation: Id<'invitation'>,
  given: Decision,
  worth: Worth,
): Promise<void> {
  await insertDecision(context, invitation, {
    verdict: given.verdict,
    reason: given.reason,
    note: given.note ?? null,
    advice: worth.advice.verdict,
    clause: worth.advice.clause,
    forgone: given.verdict === 'refuse' ? JSON.stringify(forgoneBy(worth)) : null,
  })
}

type Decided = Pick<
  Insertable<DecisionTable>,
  'verdict' | 'reason' | 'note' | 'advice' | 'clause' | 'forgone'
>

async function insertDecision(
  { tx, workspace, now, caller }: Context,
  invitation: Id<'invitation'>,
  { verdict, reason, note, advice, clause, forgone = null }: Decided,
): Promise<void> {
  await tx
    .insertInto('decision')
    .values({
      ...{ workspace_id: workspace, id: newId(now.getTime()), invitation_id: invitation },
      ...{ verdict, reason, note, advice, clause, forgone, by_name: caller.name, at: now },
    })
    .execute()
}

/** What is kept of what a refusal forwent: the counts, and which people and openings, so that later facts can attach. */
const forgoneBy = ({ totals, room, doors, organizations }: Worth): Record<string, unknown> => ({
  totals,
  people: room.filter(({ role }) => role === 'interviewer').map(({ person }) => person.id),
  openings: doors.map(({ opening }) => opening.id),
  organizations: organizations.map(({ organization }) => organization.id),
})

/** A reason is the user's own yes to what the advice asks: that it is outside the field, that the firm is known. */
async function answerBy(context: Context, invitation: Id<'invitation'>, reason: string | null) {
  const { tx, workspace, now } = context
  if (reason === 'unrelated-field') {
    await tx.updateTable('invitation').set({ outside_field: true }).where('id', '=', invitation).execute()
  }
  if (reason !== 'know-the-company') return
  const { organization, seeker } = await summonsOf(context, invitation)
  if (organization === null) return
  await tx
    .insertInto('organization_word')
    .values({
      ...{ workspace_id: workspace, id: newId(now.getTime()), organization_id: organization.id },
      ...{ person_id: seeker, says: 'know-thoroughly' as const, text: null, at: now },
    })
    .execute()
}
