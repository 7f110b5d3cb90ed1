import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { graphOf } from '../people/graph.ts'
import type { PersonId } from '../people/person.ts'
import { id, organizationShape, personShape, reference } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import { discretionFlags } from './discretion.ts'
import { enthusiasmOf } from './enthusiasm.ts'
import { findInvitation } from './find.ts'
import { type GuestShape, type RoomBook, roomOf } from './guests.ts'
import { isLocked, type Meeting, nextMeeting } from './meeting.ts'
import { planOf } from './plan.ts'
import { type Background, backgroundShape, commonPeople, positionsOf, tieTo } from './prepare-guest.ts'
import { questionsFor } from './questions.ts'
import { guestsOfRound } from './rounds.ts'
import { type Summons, summonsOf } from './summons.ts'
import { roomShape } from './worth-shape.ts'

// Step 4: one page before the meeting.

export const meetingPrepare = action({
  name: 'meeting.prepare',
  says: 'One page before the meeting: when and where, who is in the room, what you share with each, what to ask each, what to do with the days left, what you owe.',
  kind: 'read',
  may: STAFF,
  input: z.object({ invitation: reference('invitation') }),
  output: z.object({
    invitation: id,
    organization: organizationShape.nullable(),
    role: z.string().nullable(),
    meeting: z.object({
      id,
      round: z.number().int(),
      title: z.string().nullable(),
      startsAt: z.string().nullable(),
      endsAt: z.string().nullable(),
      onDay: z.string().nullable(),
      timeZone: z.string().nullable(),
      place: z.string().nullable(),
      daysLeft: z.number().int().nullable().describe('on its own clock; negative once it is over'),
    }),
    enthusiasm: z.object({ before: z.number().nullable(), locked: z.boolean() }),
    room: z.array(
      roomShape
        .extend({ ask: z.array(z.string()).describe('what to ask this person') })
        .extend(backgroundShape.shape),
    ),
    plan: z
      .array(z.object({ says: z.string(), person: id.nullable(), daysBefore: z.number().int() }))
      .describe('what there is still time for; nothing without a date'),
    owed: z.array(z.object({ id, says: z.string(), dueOn: z.string(), person: personShape.nullable() })),
  }),
  async run(context, input) {
    const summons = await summonsOf(context, await findInvitation(context, input.invitation))
    const meeting = await nextMeeting(context, summons.id)
    const book = await roomOf(context, summons)
    const here = await guestsOfRound(context, meeting.id)
    const guests = book.guests.filter(
      ({ role, person }) => role !== 'robot' && (here?.has(person.id) ?? true),
    )
    const room = await roomPrepared(context, summons, book, guests)
    const owed = await owedTo(context, guests)
    const enthusiasm = {
      before: await enthusiasmOf(context, meeting.id, 'before'),
      locked: await isLocked(context, meeting),
    }
    const daysLeft = daysUntil(meeting, context.now)
    return {
      invitation: summons.id,
      organization: summons.organization && { id: summons.organization.id, name: summons.organization.name },
      role: summons.role,
      meeting: { ...meetingPrepared(meeting), daysLeft },
      enthusiasm,
      room,
      plan: planOf({
        daysLeft: enthusiasm.locked ? null : daysLeft,
        panel: room.filter(({ role }) => role === 'interviewer').map(panelist),
        owed: owed.map(({ says, person }) => ({ says, name: person?.name ?? null })),
        isAsked: enthusiasm.before === null,
      }),
      owed,
    }
  },
})

const meetingPrepared = (meeting: Meeting) => ({
  ...{ id: meeting.id, round: meeting.round, title: meeting.title, place: meeting.place },
  startsAt: meeting.starts_at?.toISOString() ?? null,
  endsAt: meeting.ends_at?.toISOString() ?? null,
  ...{ onDay: meeting.on_day, timeZone: meeting.time_zone },
})

type Prepared = GuestShape & { ask: string[]; places: string[] } & Background

async function roomPrepared(
  context: Context,
  summons: Summons,
  book: RoomBook,
  guests: GuestShape[],
): Promise<Prepared[]> {
  const graph = await graphOf(context)
  const ids = guests.map(({ person }) => person.id as PersonId)
  const positions = await positionsOf(context, ids)
  const common = await commonPeople(context, graph, summons.seeker, guests)
  const flags = await discretionFlags(context, graph, summons.seeker, ids)
  const mine = new Set(book.book.career(summons.seeker).map(({ organization }) => organization))
  return guests.map((guest) => {
    const { id } = guest.person
    const career = positions.get(id)!
    return {
      ...guest,
      ask: questionsFor(guest, summons),
      positions: career,
      places: career.flatMap(({ organization }) => (mine.has(organization.id) ? [organization.name] : [])),
      tie: tieTo(summons.seeker, id as PersonId, book),
      common: common.get(id) ?? [],
      discretion: flags.filter(({ person }) => person.id === id).map(({ because }) => because),
    }
  })
}

const panelist = ({ person, career, common, ask, places }: Prepared) => ({
  ...{ id: person.id, name: person.name, blind: career.length === 0, places },
  common: common.map(({ name }) => name),
  question: ask[0] ?? null,
})

const DAY = 86_400_000

/** Whole days from today to the meeting's day, both as its own clock shows them. */
function daysUntil({ starts_at, on_day, time_zone }: Meeting, now: Date): number | null {
  const timeZone = time_zone ?? 'UTC'
  const dayOf = (at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)
  const day = starts_at === null ? on_day : dayOf(starts_at)
  return day === null ? null : Math.round((Date.parse(day) - Date.parse(dayOf(now))) / DAY)
}

/** Follow-ups with these people that are not done yet. */
async function owedTo({ tx }: Context, room: GuestShape[]) {
  const ids = room.map(({ person }) => person.id as PersonId)
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('follow_up_held as follow_up')
    .innerJoin('person', 'person.id', 'follow_up.person_id')
    .select(['follow_up.id', 'says', 'due_on as dueOn', 'person.id as person', 'person.name'])
    .where('person_id', 'in', ids)
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('follow_up.id')
    .execute()
  return rows.map(({ id, says, dueOn, person, name }) => ({ id, says, dueOn, person: { id: person, name } }))
}
