import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { z } from 'zod'
import { action } from '../action.ts'
import { reference } from '../people/shapes.ts'
import { findInvitation } from './find.ts'
import { type InvitationShape, invitationShapes } from './invitations.ts'

// Meetings as a calendar file. Times are written in UTC, so that no description of a time zone is needed.

export const calendarExport = action({
  name: 'calendar.export',
  says: 'Your meetings as an iCalendar file: all that you took, or those of one invitation. Titles only if you say so.',
  kind: 'read',
  may: ['owner'],
  input: z.object({
    invitation: reference('invitation').optional().describe('only the meetings of this one'),
    titles: z.boolean().default(false).describe('with the organization and the role; otherwise "Meeting"'),
  }),
  output: z.object({ name: z.string(), events: z.number().int(), ics: z.string() }),
  async run(context, { invitation, titles }) {
    const ids =
      invitation === undefined
        ? (await context.tx.selectFrom('invitation').select('id').execute()).map(({ id }) => id)
        : [await findInvitation(context, invitation)]
    const shapes = await invitationShapes(context, ids)
    const wanted =
      invitation === undefined
        ? shapes.filter(({ state }) => state !== 'open' && state !== 'refused')
        : shapes
    const calendar = ical({
      name: 'Acquaint',
      method: ICalCalendarMethod.PUBLISH,
      prodId: '//Acquaint//Acquaint//EN',
    })
    const events = wanted.flatMap((shape) =>
      shape.meetings.flatMap((meeting) => eventOf(shape, meeting, titles)),
    )
    for (const event of events) calendar.createEvent({ ...event, stamp: context.now })
    return { name: 'acquaint.ics', events: events.length, ics: calendar.toString() }
  },
})

const HOUR = 3_600_000

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
      summary: titles && title ? title : 'Meeting',
      ...(titles && place ? { location: place } : {}),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    },
  ]
}
