import { z } from 'zod'
import { action, type Context } from '../action.ts'
import type { PersonId } from '../people/person.ts'
import { id, organizationShape, personShape, reference } from '../people/shapes.ts'
import { enthusiasmOf } from './enthusiasm.ts'
import { findInvitation } from './find.ts'
import { type GuestShape, roomOf } from './guests.ts'
import { isLocked, nextMeeting } from './meeting.ts'
import { questionsFor } from './questions.ts'
import { guestsOfRound } from './rounds.ts'
import { summonsOf } from './summons.ts'
import { roomShape } from './worth-shape.ts'

// Step 4: one page before the meeting.

export const meetingPrepare = action({
  name: 'meeting.prepare',
  says: 'One page before the meeting: when and where, who is in the room, what you share with each, what to ask each, what you owe.',
  kind: 'read',
  may: ['owner'],
  input: z.object({ invitation: reference('invitation') }),
  output: z.object({
    invitation: id,
    organization: organizationShape.nullable(),
    role: z.string().nullable(),
    meeting: z.object({
      id,
      startsAt: z.string().nullable(),
      onDay: z.string().nullable(),
      timeZone: z.string().nullable(),
      place: z.string().nullable(),
    }),
    enthusiasm: z.object({ before: z.number().nullable(), locked: z.boolean() }),
    room: z.array(roomShape.extend({ ask: z.array(z.string()).describe('what to ask this person') })),
    owed: z.array(z.object({ id, says: z.string(), dueOn: z.string(), person: personShape.nullable() })),
  }),
  async run(context, input) {
    const summons = await summonsOf(context, await findInvitation(context, input.invitation))
    const meeting = await nextMeeting(context, summons.id)
    const { guests } = await roomOf(context, summons)
    const here = await guestsOfRound(context, meeting.id)
    const room = guests.filter(({ role, person }) => role !== 'robot' && (here?.has(person.id) ?? true))
    const starts = meeting.starts_at
    return {
      invitation: summons.id,
      organization: summons.organization && { id: summons.organization.id, name: summons.organization.name },
      role: summons.role,
      meeting: {
        id: meeting.id,
        startsAt: starts?.toISOString() ?? null,
        onDay: meeting.on_day,
        timeZone: meeting.time_zone,
        place: meeting.place,
      },
      enthusiasm: {
        before: await enthusiasmOf(context, meeting.id, 'before'),
        locked: await isLocked(context, meeting),
      },
      room: room.map((guest) => ({ ...guest, ask: questionsFor(guest, summons) })),
      owed: await owedTo(context, room),
    }
  },
})

/** Follow-ups with these people that are not done yet. */
async function owedTo({ tx }: Context, room: GuestShape[]) {
  const ids = room.map(({ person }) => person.id as PersonId)
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('follow_up')
    .innerJoin('person', 'person.id', 'follow_up.person_id')
    .select(['follow_up.id', 'says', 'due_on as dueOn', 'person.id as person', 'person.name'])
    .where('person_id', 'in', ids)
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('follow_up.id')
    .execute()
  return rows.map(({ id, says, dueOn, person, name }) => ({ id, says, dueOn, person: { id: person, name } }))
}
