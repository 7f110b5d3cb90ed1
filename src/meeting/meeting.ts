import type { Selectable } from 'kysely'
import type { Context } from '../action.ts'
import { said } from '../language.ts'
import type { Id } from '../store/ids.ts'
import type { MeetingTable } from '../store/tables.ts'

export type Meeting = Selectable<MeetingTable>

/** The invitation's meetings by round; those that were cancelled only when all were. */
async function meetingsOf({ tx }: Context, invitation: Id<'invitation'>): Promise<Meeting[]> {
  const rows = await tx
    .selectFrom('meeting')
    .selectAll()
    .where('invitation_id', '=', invitation)
    .orderBy('round')
    .orderBy('id')
    .execute()
  const held = rows.filter(({ cancelled_at }) => cancelled_at === null)
  return held.length > 0 ? held : rows
}

/** Before it, as far as its time is known: one without any may be now. A day without an hour is over with the day. */
export const isAhead = ({ starts_at, on_day }: Meeting, now: Date): boolean =>
  starts_at !== null ? starts_at > now : on_day !== null && on_day > now.toISOString().slice(0, 10)

const isBehind = (meeting: Meeting, now: Date): boolean =>
  meeting.starts_at !== null
    ? meeting.starts_at <= now
    : meeting.on_day !== null && meeting.on_day < now.toISOString().slice(0, 10)

/** The meeting that comes next; the last one when none is ahead. */
export async function nextMeeting(context: Context, invitation: Id<'invitation'>): Promise<Meeting> {
  const meetings = await meetingsOf(context, invitation)
  return meetings.find((meeting) => !isBehind(meeting, context.now)) ?? meetings.at(-1)!
}

/** The meeting that was held last; the first one when all are ahead. */
export async function heldMeeting(context: Context, invitation: Id<'invitation'>): Promise<Meeting> {
  const meetings = await meetingsOf(context, invitation)
  return meetings.findLast((meeting) => !isAhead(meeting, context.now)) ?? meetings[0]!
}

/**
 * Whether what was wanted before is locked: the meeting has begun, or was debriefed. Who took a debrief back knows how
 * it went all the same, unless the meeting turns out to be ahead.
 */
export async function isLocked({ tx, now }: Context, meeting: Meeting): Promise<boolean> {
  if (isBehind(meeting, now)) return true
  const debrief = await tx
    .selectFrom(isAhead(meeting, now) ? 'debrief_held' : 'debrief')
    .select('id')
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirst()
  return debrief !== undefined
}

/** "at 10:00 on ..." for a sentence, as precise as known. */
export const whenOf = ({ starts_at, on_day }: Meeting): string =>
  starts_at !== null
    ? said({ en: `at ${starts_at.toISOString()}`, de: `um ${starts_at.toISOString()}` })
    : said({ en: `on ${on_day}`, de: `am ${on_day}` })
