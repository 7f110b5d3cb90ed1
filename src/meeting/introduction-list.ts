import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { personShapes } from '../people/describe.ts'
import { findPerson } from '../people/find.ts'
import { listUnder } from '../people/lists.ts'
import type { PersonId } from '../people/person.ts'
import { id, organizationShape, personShape, reference } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import type { Id } from '../store/ids.ts'
import { FOLLOWS, type Said, states, statesOf } from './introduction-state.ts'

const STALE_AFTER_DAYS = 10
const DAY = 86_400_000

export const introductionList = action({
  name: 'introduction.list',
  says: 'Introductions asked for: along which path, how they stand, which have been silent for long; of one person, whom you met through them.',
  kind: 'read',
  may: STAFF,
  input: z.object({ person: reference('person').optional().describe('only those that this person is on') }),
  output: z.object({
    introductions: z.array(
      z.object({
        id,
        target: personShape,
        organization: organizationShape.nullable(),
        opening: z.object({ id, title: z.string() }).nullable(),
        people: z.array(personShape).describe('the path as it was asked, you first'),
        viaMeeting: id.nullable(),
        draft: z.string(),
        state: states,
        next: z.array(states),
        stale: z.boolean(),
        invitations: z.array(id).describe('that came of it'),
        states: z.array(z.object({ state: states, note: z.string().nullable(), at: z.string() })),
      }),
    ),
    person: z
      .object({
        metThrough: z.array(personShape).describe('who introduced you to them'),
        introduced: z.number().int().describe('introductions that they made'),
        ledToMeetings: z.number().int().describe('of these, how many led to a meeting'),
      })
      .nullable()
      .describe('of the person asked for'),
  }),
  async run(context, input) {
    const person = input.person === undefined ? null : await findPerson(context, input.person)
    const rows = await rowsOf(context, person)
    const ids = rows.map((row) => row.id)
    const said = await statesOf(context, ids)
    const invitations = await invitationsOf(context, ids)
    const introductions = (await shaped(context, rows)).map((one) => ({
      ...one,
      ...standing(said.get(one.id)!, context.now),
      invitations: invitations.get(one.id) ?? [],
    }))
    return { introductions, person: person === null ? null : roleOf(person, introductions) }
  },
})

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

function rowsOf({ tx }: Context, person: PersonId | null) {
  const rows = tx
    .selectFrom('introduction_held as introduction')
    .leftJoin('organization', 'organization.id', 'introduction.organization_id')
    .leftJoin('opening', 'opening.id', 'introduction.opening_id')
    .select(['introduction.id', 'target', 'path', 'via_meeting', 'draft', 'organization.name'])
    .select(['introduction.organization_id', 'opening_id', 'opening.title'])
    .orderBy('introduction.id', 'desc')
  return (person === null ? rows : rows.where((eb) => eb(eb.val(person), '=', eb.fn.any('path')))).execute()
}

async function shaped(context: Context, rows: readonly Row[]) {
  const people = await personShapes(
    context,
    rows.flatMap(({ path }) => path),
  )
  return rows.map((row) => ({
    id: row.id,
    target: people.get(row.target)!,
    organization: row.organization_id && { id: row.organization_id, name: row.name! },
    opening: row.opening_id && { id: row.opening_id, title: row.title! },
    people: row.path.map((one) => people.get(one)!),
    viaMeeting: row.via_meeting,
    draft: row.draft,
  }))
}

async function invitationsOf({ tx }: Context, ids: readonly Id<'introduction'>[]) {
  const found = new Map<string, string[]>()
  if (ids.length === 0) return found
  const rows = await tx
    .selectFrom('invitation')
    .select(['id', 'came_from'])
    .where('came_from', 'in', [...ids])
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  for (const { id, came_from } of rows) listUnder(found, came_from as string, id)
  return found
}

function standing(said: Said[], now: Date) {
  const { state, at } = said.at(-1)!
  const waiting = state !== 'draft' && state !== 'declined' && state !== 'no-answer' && state !== 'met'
  const stale = waiting && now.getTime() - at.getTime() > STALE_AFTER_DAYS * DAY
  return {
    state,
    next: [...FOLLOWS[state]],
    stale,
    states: said.map(({ state, note, at }) => ({ state, note, at: at.toISOString() })),
  }
}

type Told = {
  target: { id: string; name: string }
  people: { id: string; name: string }[]
  state: Said['state']
  invitations: string[]
  states: { state: Said['state'] }[]
}

const isMade = ({ states }: Told): boolean =>
  states.some(({ state }) => state === 'introduced' || state === 'met')

const hasLed = ({ states, invitations }: Told): boolean =>
  invitations.length > 0 || states.some(({ state }) => state === 'met')

/** What a person did in them: whom you met through whom, and what came of those that they made. */
function roleOf(person: PersonId, introductions: readonly Told[]) {
  const made = introductions.filter(isMade)
  const by = made.filter(({ people }) => people.slice(1, -1).some(({ id }) => id === person))
  const to = made.filter(({ target, people }) => target.id === person && people.length > 2)
  const connectors = to.map(({ people }) => people.at(-2)!)
  return {
    metThrough: [...new Map(connectors.map((one) => [one.id, one])).values()],
    introduced: by.length,
    ledToMeetings: by.filter(hasLed).length,
  }
}
