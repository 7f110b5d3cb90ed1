import { z } from 'zod'
import { action } from '../action.ts'
import { personShapes } from '../people/describe.ts'
import { id, personShape } from '../people/shapes.ts'
import { FOLLOWS, type Said, states, statesOf } from './introduction-state.ts'

const STALE_AFTER_DAYS = 10
const DAY = 86_400_000

export const introductionList = action({
  name: 'introduction.list',
  says: 'Introductions asked for: along which path, how they stand, which have been silent for long.',
  kind: 'read',
  may: ['owner'],
  input: z.object({}),
  output: z.object({
    introductions: z.array(
      z.object({
        id,
        target: personShape,
        organization: z.string().nullable(),
        opening: z.string().nullable(),
        people: z.array(personShape),
        viaMeeting: id.nullable(),
        draft: z.string(),
        state: states,
        next: z.array(states),
        stale: z.boolean(),
        states: z.array(z.object({ state: states, note: z.string().nullable(), at: z.string() })),
      }),
    ),
  }),
  async run(context) {
    const rows = await context.tx
      .selectFrom('introduction')
      .leftJoin('organization', 'organization.id', 'introduction.organization_id')
      .leftJoin('opening', 'opening.id', 'introduction.opening_id')
      .select([
        'introduction.id',
        'target',
        'path',
        'via_meeting',
        'draft',
        'organization.name',
        'opening.title',
      ])
      .orderBy('introduction.id', 'desc')
      .execute()
    const people = await personShapes(
      context,
      rows.flatMap(({ path }) => path),
    )
    const said = await statesOf(
      context,
      rows.map((row) => row.id),
    )
    return {
      introductions: rows.map((row) => ({
        id: row.id,
        target: people.get(row.target)!,
        organization: row.name,
        opening: row.title,
        people: row.path.map((person) => people.get(person)!),
        viaMeeting: row.via_meeting,
        draft: row.draft,
        ...standing(said.get(row.id)!, context.now),
      })),
    }
  },
})

function standing(said: Said[], now: Date) {
  const { state, at } = said.at(-1)!
  const waiting = state !== 'draft' && FOLLOWS[state].length > 0 && state !== 'no-answer'
  const stale = waiting && now.getTime() - at.getTime() > STALE_AFTER_DAYS * DAY
  return {
    state,
    next: [...FOLLOWS[state]],
    stale,
    states: said.map((one) => ({ ...one, at: one.at.toISOString() })),
  }
}
