import { z } from 'zod'
import { action, type Context } from '../action.ts'
import type { Exclude } from '../network/types.ts'
import { vetoed } from '../people/evidence.ts'
import { type Graph, graphOf } from '../people/graph.ts'
import { costOf } from '../people/pair-book.ts'
import type { PersonId } from '../people/person.ts'
import { reference } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import { assumptions } from './assumptions.ts'
import { blindSpots, lookAlikeQuestions } from './blind.ts'
import { closeToEmployer, discretionFlags } from './discretion.ts'
import { doorsOf, type FoundDoors, findDoors, type Seats } from './doors.ts'
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
  may: STAFF,
  input: z.object({
    invitation: reference('invitation'),
    withColleagues: z
      .boolean()
      .default(false)
      .describe('let paths lead through people at your present employer'),
    discreet: z
      .boolean()
      .default(false)
      .describe('leave out people of the room, and connectors, who are close to your present employer'),
  }),
  output: worthShape,
  run: async (context, { invitation, ...how }) =>
    (await worthOf(context, await findInvitation(context, invitation), how)).worth,
})

type How = {
  withColleagues?: boolean
  discreet?: boolean
  /** Whether the advice may rest on what the seeker will not work for: where others read it, it must not. */
  values?: boolean
}

/** The worth as every door answers it, and every door's opening, listed or not. */
export type Weighed = { worth: Worth; openings: string[] }

/** The worth of an invitation for the person invited. */
export async function worthOf(
  context: Context,
  invitation: Summons['id'],
  { withColleagues = false, discreet = false, values = true }: How = {},
): Promise<Weighed> {
  const summons = await summonsOf(context, invitation)
  const graph = await graphOf(context)
  const room = await roomOf(context, summons)
  const spare = guestsOf(room)
  const exclude = await exclusionsOf(context, graph, summons.seeker, { withColleagues, spare })
  const asked = { graph, summons, room, seats: seatsOf(graph, room, summons), exclude }
  const { found, close } = discreet ? await findQuietly(context, asked) : await findAll(context, asked)
  const { openings, ...doors } = await doorsOf(context, graph, summons, asked.seats.ids, found)
  const totals = { people: room.interviewers.length, ...doors.totals }
  const blind = blindSpots(room, summons)
  const worth: Worth = {
    ...{ invitation, discreet },
    advice: await adviceOf(context, summons, worthInWords(summons, room, totals, blind.length), { values }),
    room: room.guests,
    ...doors,
    totals,
    blind,
    questions: await lookAlikeQuestions(context, room),
    discretion: await discretionFlags(context, graph, summons.seeker, close ?? mentioned(room, doors)),
    limits: await limitsBroken(context, summons),
    assumptions: assumptions(),
  }
  return { worth, openings }
}

type Asked = { graph: Graph; summons: Summons; room: RoomBook; seats: Seats; exclude: Exclude }
/** `close`: whose flags are to be told; all who are shown, when absent. */
type Found = { found: FoundDoors; close?: PersonId[] }

const findAll = async (context: Context, { graph, summons, seats, exclude }: Asked): Promise<Found> => ({
  found: await findDoors(context, graph, summons, seats.room, exclude),
})

/** Without whoever is close to the present employer, on any path, listed or not: again and again, until nobody is. */
async function findQuietly(context: Context, asked: Asked): Promise<Found> {
  const { graph, summons, room, seats, exclude } = asked
  const close = await closeToEmployer(context, graph, summons.seeker, guestsOf(room))
  for (;;) {
    const out = [...close].flatMap((id) => graph.personAt.get(id) ?? [])
    const found = await findDoors(
      context,
      graph,
      summons,
      seats.room.filter(({ person }) => !close.has(graph.people[person]!)),
      { ...exclude, people: [...(exclude.people ?? []), ...out] },
    )
    const between = connectorsOf(found).map((index) => graph.people[index]!)
    const more = await closeToEmployer(context, graph, summons.seeker, between)
    if (more.size === 0) return { found, close: [...close] }
    for (const id of more) close.add(id)
  }
}

const connectorsOf = ({ elsewhere, inviter }: FoundDoors): number[] => [
  ...new Set([...elsewhere, ...(inviter ? [inviter.path] : [])].flatMap(({ people }) => people.slice(1, -1))),
]

const guestsOf = ({ guests }: RoomBook): PersonId[] =>
  guests.filter(({ role }) => role !== 'robot').map(({ person }) => person.id as PersonId)

/** The room, and the people in between on the paths shown. */
const mentioned = (
  room: RoomBook,
  { doors, organizations, atTheInviter }: Pick<Worth, 'doors' | 'organizations' | 'atTheInviter'>,
): PersonId[] => [
  ...guestsOf(room),
  ...[...doors, ...organizations, ...atTheInviter].flatMap(({ path }) =>
    path.steps.slice(1).map(({ from }) => from.id as PersonId),
  ),
]

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
