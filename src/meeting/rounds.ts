import type { Updateable } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { addOrigin } from '../people/origin.ts'
import { id, reference, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, isId } from '../store/ids.ts'
import type { MeetingTable } from '../store/tables.ts'
import { organizationName } from './amend.ts'
import { findInvitation } from './find.ts'
import { addMeeting, dateOrNull, guestsNamed, type InvitationId, nextRound } from './invitation.ts'
import { type Meeting, nextMeeting } from './meeting.ts'
import { checkZone, momentOf } from './moment.ts'
import { fillRoom } from './room.ts'

// Further rounds of an invitation: another meeting by hand, another time or place, one that does not take place.

const MINUTE = 60_000
const lasting = z.coerce.number().int().min(5).max(1440).optional().describe('how many minutes it lasts')

const moment = {
  at: words(60).optional().describe('when: 2026-12-01T10:00+01:00, or 2026-12-01 10:00 in timeZone'),
  minutes: lasting,
  timeZone: words(60).optional(),
  place: words().optional(),
}

type Moment = { at?: string | undefined; minutes?: number | undefined; timeZone?: string | undefined }

/** Start and end as they are stored. @throws Refusal when a length is given and the time to count from is not known. */
function timesOf({ at, minutes, timeZone }: Moment, before?: Meeting) {
  if (timeZone) checkZone(timeZone)
  const given = at === undefined ? undefined : momentOf(at, timeZone ?? before?.time_zone ?? undefined)
  const starts = given ? dateOrNull(given.startsAt) : (before?.starts_at ?? null)
  if (minutes !== undefined && starts === null) {
    throw new Refusal(
      'invalid-input',
      said({
        en: 'Say at what time it begins, then how long it lasts.',
        de: 'Sagen Sie, wann es beginnt, dann, wie lange es dauert.',
      }),
      'minutes',
    )
  }
  const lasts =
    minutes === undefined
      ? before?.starts_at && before.ends_at
        ? before.ends_at.getTime() - before.starts_at.getTime()
        : null
      : minutes * MINUTE
  return {
    starts_at: starts,
    ends_at: starts && lasts !== null ? new Date(starts.getTime() + lasts) : null,
    on_day: given ? (given.onDay ?? null) : (before?.on_day ?? null),
  }
}

export const meetingAdd = action({
  name: 'meeting.add',
  says: 'Add another round to an invitation: when and where, and who is in it; the whole room of the invitation when nobody is named.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    invitation: reference('invitation'),
    title: words().optional().describe('what the round is called'),
    ...moment,
    with: z.array(words()).default([]).describe('people of this round: names, e-mails or ids'),
  }),
  output: z.object({ meeting: id, round: z.number().int() }),
  async run(context, input) {
    const invitation = await findInvitation(context, input.invitation)
    const { starts_at, ends_at, on_day } = timesOf(input)
    const round = await nextRound(context, invitation)
    const meeting = await addMeeting(context, invitation, round, {
      ...(input.title ? { title: input.title } : {}),
      ...(starts_at ? { startsAt: starts_at.toISOString() } : {}),
      ...(ends_at ? { endsAt: ends_at.toISOString() } : {}),
      ...(on_day ? { onDay: on_day } : {}),
      ...(input.timeZone ? { timeZone: input.timeZone } : {}),
      ...(input.place ? { place: input.place } : {}),
    })
    await seatIn(context, invitation, meeting, input.with)
    return { meeting, round }
  },
})

/** People of one round: they are in the room of the invitation as well. */
async function seatIn(
  context: Context,
  invitation: InvitationId,
  meeting: Id<'meeting'>,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return
  const origin = await addOrigin(context, 'form', 'a round written down by you')
  const organization = await organizationName(context, invitation)
  const guests = await guestsNamed(context, names)
  const seated = await fillRoom(context, invitation, guests, organization, origin)
  const rows = seated.map((person_id) => ({
    ...{ workspace_id: context.workspace, meeting_id: meeting, person_id },
  }))
  if (rows.length === 0) return
  await context.tx
    .insertInto('round_guest')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const meetingMove = action({
  name: 'meeting.move',
  says: 'Another time, length or place for a meeting; what is not given stays.',
  kind: 'write',
  may: STAFF,
  input: z.object({ meeting: reference('meeting or its invitation'), ...moment }),
  output: z.object({ meeting: id }),
  async run(context, input) {
    const meeting = await theMeeting(context, input.meeting)
    await change(context, meeting, {
      ...timesOf(input, meeting),
      ...(input.timeZone ? { time_zone: input.timeZone } : {}),
      ...(input.place ? { place: input.place } : {}),
    })
    return { meeting: meeting.id }
  },
})

export const meetingCancel = action({
  name: 'meeting.cancel',
  says: 'A meeting that does not take place, or does after all. The invitation and its other rounds stay.',
  kind: 'write',
  may: STAFF,
  input: z.object({ meeting: reference('meeting or its invitation'), cancelled: z.boolean().default(true) }),
  output: z.object({ meeting: id, cancelled: z.boolean() }),
  async run(context, { cancelled, ...input }) {
    const meeting = await theMeeting(context, input.meeting)
    const debrief = await context.tx
      .selectFrom('debrief_held')
      .select('id')
      .where('meeting_id', '=', meeting.id)
      .executeTakeFirst()
    if (cancelled && debrief) {
      throw new Refusal(
        'conflict',
        said({
          en: 'This meeting was held: it has a debrief.',
          de: 'Dieses Treffen hat stattgefunden: Sie haben aufgeschrieben, wie es war.',
        }),
        'meeting',
      )
    }
    await change(context, meeting, { cancelled_at: cancelled ? context.now : null })
    return { meeting: meeting.id, cancelled }
  },
})

/** The meeting of this id, or the next one of this invitation. */
async function theMeeting(context: Context, given: string): Promise<Meeting> {
  const found = isId(given)
    ? await context.tx
        .selectFrom('meeting')
        .selectAll()
        .where('id', '=', given as Id<'meeting'>)
        .executeTakeFirst()
    : undefined
  return found ?? nextMeeting(context, await findInvitation(context, given))
}

async function change({ tx }: Context, { id }: Meeting, set: Updateable<MeetingTable>): Promise<void> {
  await tx.updateTable('meeting').set(set).where('id', '=', id).execute()
}

/** Who is in one round: those named for it, or else null, which is the whole room of the invitation. */
export async function guestsOfRound({ tx }: Context, meeting: Id<'meeting'>): Promise<Set<string> | null> {
  const rows = await tx
    .selectFrom('round_guest')
    .select('person_id')
    .where('meeting_id', '=', meeting)
    .execute()
  return rows.length === 0 ? null : new Set<string>(rows.map(({ person_id }) => person_id))
}
