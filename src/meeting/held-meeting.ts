import type { Context } from '../action.ts'
import { type Id, isId } from '../store/ids.ts'
import { findInvitation } from './find.ts'
import { heldMeeting, type Meeting } from './meeting.ts'

/** The meeting of this id, or the one of this invitation that was held last. */
export async function heldMeetingGiven(context: Context, given: string): Promise<Meeting> {
  const meeting = isId(given)
    ? await context.tx
        .selectFrom('meeting')
        .selectAll()
        .where('id', '=', given as Id<'meeting'>)
        .executeTakeFirst()
    : undefined
  return meeting ?? heldMeeting(context, await findInvitation(context, given))
}
