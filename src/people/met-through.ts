import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../action.ts'
import type { PersonId } from './person.ts'
import { id } from './shapes.ts'

// Introductions made by somebody, and to them: whom one met them through, and what came of those they made.

export const metThroughShape = z.object({
  through: z
    .object({ id, name: z.string(), introduction: id, at: z.string() })
    .nullable()
    .describe('who introduced you to them first'),
  made: z.number().int().describe('introductions that they made for you'),
  ledToMeetings: z.number().int().describe('of those, the ones after which you met'),
})

type Row = { isTarget: boolean; id: string; at: Date; connector: string; name: string; met: boolean }

/** Only introductions that were made: who was merely asked has introduced nobody. */
export async function metThrough(
  { tx }: Context,
  person: PersonId,
): Promise<z.input<typeof metThroughShape>> {
  const { rows } = await sql<Row>`
    select target = ${person} as "isTarget", introduction.id, made.at, path[array_length(path, 1) - 1] as connector,
           connector.name, made.met
    from introduction
    join lateral (
      select min(at) as at, bool_or(state = 'met') as met from introduction_state_held
      where introduction_id = introduction.id and state in ('introduced', 'met')
    ) as made on made.at is not null
    join person as connector on connector.id = path[array_length(path, 1) - 1]
    where ${person} = any(path) and seeker <> ${person} and array_length(path, 1) > 2
    order by made.at`.execute(tx)
  const first = rows.find(({ isTarget }) => isTarget)
  const made = rows.filter(({ isTarget }) => !isTarget)
  return {
    through: first
      ? { id: first.connector, name: first.name, introduction: first.id, at: first.at.toISOString() }
      : null,
    made: made.length,
    ledToMeetings: made.filter(({ met }) => met).length,
  }
}
