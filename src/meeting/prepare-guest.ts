import { z } from 'zod'
import type { Context } from '../action.ts'
import type { Call } from '../network/protocol.ts'
import type { FoundPath } from '../network/types.ts'
import { personShapes, tieShape } from '../people/describe.ts'
import type { Graph } from '../people/graph.ts'
import { costOf } from '../people/pair-book.ts'
import type { PersonId } from '../people/person.ts'
import { organizationShape, type PersonShape, personShape, tieShape as tieSchema } from '../people/shapes.ts'
import { exclusionsOf } from './exclusions.ts'
import type { GuestShape, RoomBook } from './guests.ts'

// What one wants to know of somebody before meeting them: where they were, how one knows them, and whom both know.

export const backgroundShape = z.object({
  positions: z
    .array(
      z.object({
        organization: organizationShape,
        title: z.string().nullable(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        current: z.boolean(),
      }),
    )
    .describe('the position that lasts first, then the latest'),
  tie: tieSchema.nullable().describe('how you know each other'),
  common: z.array(personShape).describe('whom you know who knows them, the likeliest to help first'),
  discretion: z.array(z.string()).describe('how they are close to your present employer'),
})

export type Background = z.infer<typeof backgroundShape>

type Position = Background['positions'][number]

/** Positions of people, as precise as known. */
export async function positionsOf({ tx }: Context, people: readonly PersonId[]) {
  const found = new Map<string, Position[]>(people.map((person) => [person, []]))
  if (people.length === 0) return found
  const rows = await tx
    .selectFrom('position')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .select(['person_id', 'title', 'from_date', 'to_date', 'ended', 'organization.id', 'organization.name'])
    .where('person_id', 'in', [...people])
    .orderBy('ended')
    .orderBy((eb) => eb.fn.coalesce('to_date', 'seen_on'), 'desc')
    .orderBy('from_date', (order) => order.desc().nullsLast())
    .execute()
  for (const { person_id, title, from_date, to_date, ended, ...organization } of rows)
    found.get(person_id)!.push({ organization, title, from: from_date, to: to_date, current: !ended })
  return found
}

/** How the seeker knows each of the room; null where they do not. */
export function tieTo(seeker: PersonId, person: PersonId, { book, costTo }: RoomBook) {
  const items = book.weighed(seeker, person, { cost: costTo(person) })
  return costTo(person) === null || costOf(items) === null ? null : tieShape(items)
}

const MOST_COMMON = 5

/** Whom the seeker knows who knows each of these, best way first: the paths of two ties, in one message. */
export async function commonPeople(
  context: Context,
  graph: Graph,
  seeker: PersonId,
  room: readonly GuestShape[],
): Promise<Map<string, PersonShape[]>> {
  const from = graph.personAt.get(seeker)
  const guests = room.flatMap(({ person }) => {
    const index = graph.personAt.get(person.id as PersonId)
    return from === undefined || index === undefined ? [] : [{ id: person.id, index }]
  })
  if (from === undefined || guests.length === 0) return new Map()
  const exclude = await exclusionsOf(context, graph, seeker, { withColleagues: false })
  const calls = guests.map(
    ({ index }): Call => ({
      method: 'paths',
      args: [{ from, person: index, top: MOST_COMMON + 1, maxTies: 2, exclude }],
    }),
  )
  const found = (await context.engine.calls(graph.key, calls)) as FoundPath[][]
  const between = found.map((paths) =>
    paths
      .filter(({ people }) => people.length === 3)
      .slice(0, MOST_COMMON)
      .map(({ people }) => graph.people[people[1]!]!),
  )
  const shapes = await personShapes(context, between.flat())
  return new Map(guests.map(({ id }, at) => [id, between[at]!.map((person) => shapes.get(person)!)]))
}
