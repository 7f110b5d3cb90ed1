import type { Context } from '../action.ts'
import type { Id } from '../store/ids.ts'

/** The invitation's latest meeting that was not cancelled; the latest of all when all were. */
export async function lastMeeting({ tx }: Context, invitation: Id<'invitation'>) {
  const rows = await tx
    .selectFrom('meeting')
    .selectAll()
    .where('invitation_id', '=', invitation)
    .orderBy('round', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.find(({ cancelled_at }) => cancelled_at === null) ?? rows[0]!
}
