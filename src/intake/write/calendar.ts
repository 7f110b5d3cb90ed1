import type { Context } from '../../action.ts'
import {
  addInvitation,
  addMeeting,
  type InvitationId,
  meetingTimes,
  type NewMeeting,
  nextRound,
} from '../../meeting/invitation.ts'
import { fillRoom, type Guest } from '../../meeting/room.ts'
import { queueLookAlike } from '../../people/person.ts'
import type { Id } from '../../store/ids.ts'
import { organizationFromParties, roleOf } from '../calendar/parties.ts'
import type { Attendee, CalendarFact } from '../records.ts'
import { writeContact } from './calendar-contact.ts'
import { distinct, othersOf, ownEmails } from './calendar-parties.ts'
import { roleInTitle } from './summary.ts'
import type { Placed, Writing } from './writing.ts'

// A calendar entry: an invitation, its update or its cancellation; or, in a calendar of the past, a meeting that was.

/** Writes an entry down, and counts what became of it. */
export async function writeCalendar(writing: Writing, { fact }: Placed<CalendarFact>): Promise<void> {
  const { chronicle, counted, context } = writing
  if (chronicle.saidTheSame(fact)) {
    counted.count('unchanged')
    await noteInvitation(writing, fact)
    return
  }
  const others = othersOf(fact, await ownEmails(context))
  const why = unusable(fact, others)
  if (why !== null) {
    counted.skip(why)
    return
  }
  const known = await knownMeeting(context, fact)
  if (known !== null) await updateMeeting(writing, fact, others, known)
  else if (cancels(fact)) counted.skip('cancels a meeting that is not here')
  else if (isPast(fact, context.now)) await writeContact(writing, fact, others)
  else await writeInvitation(writing, fact, others)
}

const ANSWERS = ['REPLY', 'COUNTER', 'DECLINECOUNTER', 'REFRESH']

/** By its method; or, in a calendar that was exported, by its status. */
const cancels = ({ method, status }: CalendarFact): boolean => method === 'CANCEL' || status === 'CANCELLED'

function unusable(fact: CalendarFact, others: Attendee[]): string | null {
  const { method, startsAt } = fact
  if (ANSWERS.includes(method ?? '')) return `an answer (${method}), not an invitation`
  if (cancels(fact)) return null
  if (others.length === 0) return 'nobody else takes part'
  return startsAt === undefined ? 'no time' : null
}

/** An entry of a calendar that was published or exported, and lies behind: a meeting in the calendar. */
const isPast = ({ method, startsAt }: CalendarFact, now: Date): boolean =>
  (method === undefined || method === 'PUBLISH') &&
  startsAt !== undefined &&
  Date.parse(startsAt) < now.getTime()

type KnownMeeting = {
  id: Id<'meeting'>
  invitation: InvitationId
  sequence: number
  stamp: Date | null
  cancelled: boolean
  sameOccurrence: boolean
}

async function knownMeeting(
  { tx }: Context,
  { uid, recurrenceId }: CalendarFact,
): Promise<KnownMeeting | null> {
  const rows = await tx
    .selectFrom('meeting')
    .innerJoin('invitation', 'invitation.id', 'meeting.invitation_id')
    .select(['meeting.id', 'invitation_id', 'sequence', 'stamp', 'meeting.cancelled_at', 'recurrence_id'])
    .where('invitation.uid', '=', uid)
    .orderBy('round')
    .execute()
  const row = rows.find(({ recurrence_id }) => recurrence_id === (recurrenceId ?? null)) ?? rows[0]
  if (row === undefined) return null
  return {
    id: row.id,
    invitation: row.invitation_id,
    sequence: row.sequence,
    stamp: row.stamp,
    cancelled: row.cancelled_at !== null,
    sameOccurrence: row.recurrence_id === (recurrenceId ?? null),
  }
}

async function noteInvitation({ context, counted }: Writing, fact: CalendarFact): Promise<void> {
  const known = await knownMeeting(context, fact)
  if (known !== null) counted.invitations.add(known.invitation)
}

async function writeInvitation(writing: Writing, fact: CalendarFact, others: Attendee[]): Promise<void> {
  const { context, chronicle, counted, origin, me } = writing
  const firm = organizationFromParties(others, await ownEmails(context))
  const organization = firm ? await knownFirm(context, firm) : undefined
  const role = roleInTitle(fact.summary)
  const invitation = await addInvitation(
    { ...context, me },
    {
      uid: fact.uid,
      ...(organization ? { organization } : {}),
      ...(role ? { role } : {}),
      guests: guestsOf(others),
      meeting: meetingOf(fact),
    },
    origin,
  )
  if (!isKnownByAddress(fact, others)) await askWhichIsYou(writing, invitation)
  counted.count('created')
  counted.invitations.add(invitation)
  chronicle.note(fact)
}

/** The organization of this domain that is here already keeps its name. */
async function knownFirm({ tx }: Context, firm: { domain: string; name: string }) {
  const row = await tx
    .selectFrom('organization')
    .select('name')
    .where('domain', '=', firm.domain)
    .executeTakeFirst()
  return row ? { name: row.name, domain: firm.domain } : firm
}

const isKnownByAddress = ({ organizer, attendees }: CalendarFact, others: Attendee[]): boolean =>
  distinct([...(organizer ? [organizer] : []), ...attendees]).length > others.length

/** "Which one is you?": when no address told, each attendee is a question of one click. */
async function askWhichIsYou({ context, me }: Writing, invitation: InvitationId): Promise<void> {
  const room = await context.tx
    .selectFrom('room')
    .select('person_id')
    .where('invitation_id', '=', invitation)
    .where('role', '=', 'interviewer')
    .execute()
  for (const { person_id } of room) await queueLookAlike(context, person_id, me, 'which one is you?')
}

function guestsOf(others: Attendee[]): Guest[] {
  return others.map((party) => ({
    name: party.name ?? party.email ?? '',
    ...(party.email ? { email: party.email } : {}),
    role: roleOf(party),
  }))
}

const meetingOf = (fact: CalendarFact): NewMeeting => ({
  ...(fact.summary ? { title: fact.summary } : {}),
  ...(fact.recurrenceId ? { recurrenceId: fact.recurrenceId } : {}),
  sequence: fact.sequence,
  ...(fact.stamp ? { stamp: fact.stamp } : {}),
  ...(fact.allDay ? { onDay: fact.startsAt } : fact.startsAt ? { startsAt: fact.startsAt } : {}),
  ...(fact.endsAt && !fact.allDay ? { endsAt: fact.endsAt } : {}),
  ...(fact.timeZone ? { timeZone: fact.timeZone } : {}),
  ...(fact.location ? { place: fact.location } : {}),
})

/** The newer of two by SEQUENCE, then by DTSTAMP (RFC 5546, 2.1.5). */
function isOlder({ sequence, stamp }: CalendarFact, known: KnownMeeting): boolean {
  if (sequence !== known.sequence) return sequence < known.sequence
  return stamp !== undefined && known.stamp !== null && new Date(stamp) < known.stamp
}

async function updateMeeting(
  writing: Writing,
  fact: CalendarFact,
  others: Attendee[],
  known: KnownMeeting,
): Promise<void> {
  const { context, chronicle, counted, origin, me } = writing
  counted.invitations.add(known.invitation)
  if (known.sameOccurrence && isOlder(fact, known)) {
    counted.count('unchanged')
    return
  }
  if (cancels(fact)) await cancel(context, fact, known)
  else {
    await changeMeeting(context, fact, known)
    const organization = await organizationOf(context, known.invitation)
    await fillRoom({ ...context, me }, known.invitation, guestsOf(others), organization, origin)
  }
  counted.count('updated')
  chronicle.note(fact)
}

async function changeMeeting(context: Context, fact: CalendarFact, known: KnownMeeting): Promise<void> {
  const { tx } = context
  if (!known.sameOccurrence) {
    await addMeeting(context, known.invitation, await nextRound(context, known.invitation), meetingOf(fact))
    return
  }
  const set = { ...meetingTimes(meetingOf(fact)), sequence: fact.sequence, cancelled_at: null }
  await tx.updateTable('meeting').set(set).where('id', '=', known.id).execute()
  await tx.updateTable('invitation').set({ cancelled_at: null }).where('id', '=', known.invitation).execute()
}

/** A cancelled occurrence leaves the others; a cancelled meeting cancels the invitation. */
async function cancel({ tx, now }: Context, fact: CalendarFact, known: KnownMeeting): Promise<void> {
  if (!known.sameOccurrence) return
  await tx
    .updateTable('meeting')
    .set({ cancelled_at: now, sequence: fact.sequence })
    .where('id', '=', known.id)
    .execute()
  if (fact.recurrenceId === undefined) {
    await tx.updateTable('invitation').set({ cancelled_at: now }).where('id', '=', known.invitation).execute()
  }
}

async function organizationOf({ tx }: Context, invitation: InvitationId): Promise<string | null> {
  const row = await tx
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organization_id')
    .select('organization.name')
    .where('invitation.id', '=', invitation)
    .executeTakeFirst()
  return row?.name ?? null
}
