import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { id, reference } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { type Id, newId } from '../store/ids.ts'
import { findInvitation } from './find.ts'
import { lastMeeting } from './meeting.ts'

// "How much do you want this?", 1 to 5: before, locked when the meeting starts, and after.

export const scale = z.coerce.number().int().min(1).max(5)

export const enthusiasmSay = action({
  name: 'enthusiasm.say',
  says: 'How much do you want this, 1 to 5, before the meeting? Locked when the meeting starts.',
  kind: 'write',
  may: ['owner'],
  input: z.object({ invitation: reference('invitation'), value: scale }),
  output: z.object({ meeting: id, value: z.number().int() }),
  async run(context, input) {
    const meeting = await lastMeeting(context, await findInvitation(context, input.invitation))
    if (meeting.starts_at !== null && meeting.starts_at <= context.now) {
      throw new Refusal(
        'conflict',
        `The meeting started at ${meeting.starts_at.toISOString()}; what you wanted before is locked.`,
        'value',
      )
    }
    await addEnthusiasm(context, meeting.id, 'before', input.value)
    return { meeting: meeting.id, value: input.value }
  },
})

export async function addEnthusiasm(
  { tx, workspace, now }: Context,
  meeting: Id<'meeting'>,
  moment: 'before' | 'after',
  value: number,
): Promise<void> {
  await tx
    .insertInto('enthusiasm')
    .values({
      workspace_id: workspace,
      id: newId(now.getTime()),
      meeting_id: meeting,
      moment,
      value,
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
    .selectFrom('enthusiasm')
    .select('value')
    .where('meeting_id', '=', meeting)
    .where('moment', '=', moment)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.value ?? null
}
