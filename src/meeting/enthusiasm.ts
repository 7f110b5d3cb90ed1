import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { id, reference } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { findInvitation } from './find.ts'
import { isLocked, nextMeeting } from './meeting.ts'

// "How much do you want this?", 1 to 5: before, locked when the meeting starts, and after.

const SCALE = 'is not a whole number from 1 to 5'

export const scale = z.coerce.number(SCALE).int(SCALE).min(1, SCALE).max(5, SCALE)

export const enthusiasmSay = action({
  name: 'enthusiasm.say',
  says: 'How much do you want this, 1 to 5, before the meeting? Locked when the meeting starts.',
  kind: 'write',
  may: STAFF,
  input: z.object({ invitation: reference('invitation'), value: scale }),
  output: z.object({ meeting: id, value: z.number().int() }),
  run: async (context, { invitation, value }) =>
    sayBefore(context, await findInvitation(context, invitation), value),
})

/** @throws Refusal when the meeting has begun: what was wanted before it stands. */
export async function sayBefore(context: Context, invitation: Id<'invitation'>, value: number) {
  const meeting = await nextMeeting(context, invitation)
  if (await isLocked(context, meeting)) {
    throw new Refusal(
      'conflict',
      said({
        en: 'The meeting has begun; what you wanted before it is locked.',
        de: 'Das Treffen hat begonnen; was Sie vorher wollten, steht fest.',
      }),
      'value',
    )
  }
  await addEnthusiasm(context, meeting.id, 'before', value)
  return { meeting: meeting.id, value }
}

export async function addEnthusiasm(
  { tx, workspace, now }: Context,
  meeting: Id<'meeting'>,
  moment: 'before' | 'after',
  value: number,
  debrief: Id<'debrief'> | null = null,
): Promise<void> {
  await tx
    .insertInto('enthusiasm')
    .values({
      workspace_id: workspace,
      id: newId(now.getTime()),
      meeting_id: meeting,
      moment,
      value,
      debrief_id: debrief,
      at: now,
    })
    .execute()
}

/** The newest word of one moment, or null. */
export async function enthusiasmOf(
  { tx }: Context,
  meeting: Id<'meeting'>,
  moment: 'before' | 'after',
): Promise<number | null> {
  const row = await tx
    .selectFrom('enthusiasm_held')
    .select('value')
    .where('meeting_id', '=', meeting)
    .where('moment', '=', moment)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.value ?? null
}
