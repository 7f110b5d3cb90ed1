import ical, { ICalAlarmType, ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { language, said } from '../language.ts'
import { reference } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import { dueAt } from './due.ts'
import { findInvitation } from './find.ts'
import { type InvitationShape, invitationShapes } from './invitations.ts'

// Meetings as a calendar file. Times are written in UTC, so that no description of a time zone is needed.

export const calendarExport = action({
  name: 'calendar.export',
  says: 'Your meetings as an iCalendar file: all that you took, or those of one invitation. Titles only if you say so.',
  kind: 'read',
  may: STAFF,
  input: z.object({
    invitation: reference('invitation').optional().describe('only the meetings of this one'),
    titles: z.boolean().default(false).describe('with the organization and the role; otherwise "Meeting"'),
    reminders: z.boolean().default(false).describe('with what is to be done, and an alarm when it falls due'),
  }),
  output: z.object({ name: z.string(), events: z.number().int(), ics: z.string() }),
  run: (context, asked) => calendarFile(context, asked, context.now),
})

type Asked = { invitation?: string | undefined; titles: boolean; reminders: boolean }

/** @param stamp when the file says that it was made (DTSTAMP) */
export async function calendarFile(context: Context, { invitation, titles, reminders }: Asked, stamp: Date) {
  const ids =
    invitation === undefined
      ? (await context.tx.selectFrom('invitation').select('id').execute()).map(({ id }) => id)
      : [await findInvitation(context, invitation)]
  const shapes = await invitationShapes(context, ids)
  const wanted =
    invitation === undefined ? shapes.filter(({ state }) => state !== 'open' && state !== 'refused') : shapes
  const calendar = ical({
    name: 'Acquaint',
    method: ICalCalendarMethod.PUBLISH,
    prodId: `//Acquaint//Acquaint//${language().toUpperCase()}`,
  })
  const events = wanted.flatMap((shape) =>
    shape.meetings.flatMap((meeting) => eventOf(shape, meeting, titles)),
  )
  const due = reminders ? await remindersOf(context, titles) : []
  const all = [...events, ...due]
  for (const event of all) calendar.createEvent({ ...event, stamp })
  return { name: 'acquaint.ics', events: all.length, ics: calendar.toString() }
}

const HOUR = 3_600_000
const QUARTER = 900_000

/** What is to be done and not done yet: a quarter of an hour with an alarm, or the whole of its day. */
async function remindersOf({ tx }: Context, titles: boolean): Promise<ICalEventData[]> {
  const rows = await tx
    .selectFrom('follow_up_held')
    .select(['id', 'says', 'due_on', 'due_time', 'time_zone'])
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const at = dueAt(row)
    const summary = titles ? row.says : said({ en: 'Reminder', de: 'Erinnerung' })
    const common = { id: `${row.id}@acquaint.invalid`, summary }
    if (at === null) return { ...common, start: new Date(row.due_on), allDay: true }
    const alarms = [{ type: ICalAlarmType.display, trigger: 0, description: summary }]
    return { ...common, start: at, end: new Date(at.getTime() + QUARTER), alarms }
  })
}

type Meeting = InvitationShape['meetings'][number]

/** A meeting with a time or a day; one without either is in no calendar. */
function eventOf({ organization, role }: InvitationShape, meeting: Meeting, titles: boolean) {
  const { id, startsAt, endsAt, onDay, place, cancelled } = meeting
  const start = startsAt ?? onDay
  if (start === null) return []
  const title = [organization?.name, role].filter(Boolean).join(': ')
  const end = endsAt ?? (startsAt ? new Date(Date.parse(startsAt) + HOUR).toISOString() : null)
  return [
    {
      id: `${id}@acquaint.invalid`,
      start: new Date(start),
      ...(end ? { end: new Date(end) } : {}),
      allDay: startsAt === null,
      summary: titles && title ? title : said({ en: 'Meeting', de: 'Treffen' }),
      ...(titles && place ? { location: place } : {}),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    },
  ]
}
