import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { vetoed } from '../people/evidence.ts'
import { type Graph, graphOf } from '../people/graph.ts'
import { costOf } from '../people/pair-book.ts'
import type { PersonId } from '../people/person.ts'
import { reference } from '../people/shapes.ts'
import { ASSUMPTIONS } from './assumptions.ts'
import { blindSpots, lookAlikeQuestions } from './blind.ts'
import { discretionFlags } from './discretion.ts'
import { type DoorsOf, doorsOf, type Seats } from './doors.ts'
import { exclusionsOf } from './exclusions.ts'
import { findInvitation } from './find.ts'
import { type RoomBook, roomOf } from './guests.ts'
import { limitsBroken } from './limits.ts'
import { adviceOf } from './stance.ts'
import { type Summons, summonsOf } from './summons.ts'
import { worthInWords } from './words.ts'
import { type Worth, worthShape } from './worth-shape.ts'

// Step 2, the heart: what a meeting is worth beyond the job. The reach of every fitting opening now, and as if the
// room had been met; the difference, each door with its path and evidence. It is a lower bound: what the data can see.

export const invitationWorth = action({
  name: 'invitation.worth',
  says: 'What a meeting is worth beyond the job: whom you would meet, the organizations and openings they bring within reach, the advice, and who might talk.',
  kind: 'read',
  may: ['owner'],
  input: z.object({
    invitation: reference('invitation'),
    withColleagues: z
      .boolean()
      .default(false)
      .describe('let paths lead through people at your present employer'),
  }),
  output: worthShape,
  run: async (context, input) =>
    worthOf(context, await findInvitation(context, input.invitation), input.withColleagues),
})

/** The worth of an invitation for the person invited. */
export async function worthOf(
  context: Context,
  invitation: Summons['id'],
  withColleagues = false,
): Promise<Worth> {
  const summons = await summonsOf(context, invitation)
  const graph = await graphOf(context)
  const room = await roomOf(context, summons)
  const seats = seatsOf(graph, room, summons)
  const exclude = await exclusionsOf(context, graph, summons.seeker, { withColleagues })
  const found = await doorsOf(context, graph, summons, seats, exclude)
  const totals = { people: room.interviewers.length, ...found.totals }
  const blind = blindSpots(room, summons)
  const close = [
    ...room.guests.filter(({ role }) => role !== 'robot').map(({ person }) => person.id),
    ...connectorsOf(found),
  ]
  return {
    invitation,
    advice: await adviceOf(context, summons, worthInWords(summons, room, totals, blind.length)),
    room: room.guests,
    organizations: found.organizations,
    doors: found.doors,
    atTheInviter: found.atTheInviter,
    totals,
    blind,
    questions: await lookAlikeQuestions(context, room),
    discretion: await discretionFlags(context, graph, summons.seeker, close as PersonId[]),
    limits: await limitsBroken(context, summons),
    assumptions: ASSUMPTIONS,
  }
}

/** The ties to the interviewers as if each had been met: "first meeting foreseen", combined as any evidence. */
function seatsOf(graph: Graph, { interviewers, book, costTo }: RoomBook, { seeker }: Summons): Seats {
  const usable = interviewers.filter((person) => vetoed(book.facts(seeker, person)) !== 'do-not-use')
  const ids = new Set(usable)
  const room = usable.flatMap((id) => {
    const person = graph.personAt.get(id)
    const foreseen = { seeker, room: ids }
    const cost = costOf(book.weighed(seeker, id, { foreseen, cost: costTo(id) }))
    return person === undefined || cost === null ? [] : [{ person, cost }]
  })
  return { ids, room }
}

/** People in between on the paths shown. */
function connectorsOf({ doors, organizations, atTheInviter }: DoorsOf): string[] {
  return [...doors, ...organizations, ...atTheInviter].flatMap(({ path }) =>
    path.steps.slice(1).map(({ from }) => from.id),
  )
}
