import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { findPerson, whoIsMe } from './find.ts'
import type { PersonId } from './person.ts'
import { id, personShape, reference } from './shapes.ts'

// The keep-in-touch rhythm: how often one wants to be in touch with somebody. Every contact begins it anew; one that is
// learned of later but lies further back does not.

const rhythmShape = z.object({
  person: personShape,
  days: z.number().int(),
  last: z.string().nullable().describe('the day of the last contact on record'),
  nextOn: z.string(),
  due: z.boolean(),
})

export const rhythmSet = action({
  name: 'rhythm.set',
  says: 'Say how often you want to be in touch with somebody, in days; without days, no rhythm any more.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    person: reference('person'),
    days: z.coerce.number().int().min(1).max(3650).optional(),
  }),
  output: z.object({ person: id, days: z.number().nullable(), nextOn: z.string().nullable() }),
  async run(context, input) {
    const { tx, workspace, now } = context
    const person = await findPerson(context, input.person)
    const days = input.days ?? null
    await tx
      .insertInto('rhythm')
      .values({
        ...{ workspace_id: workspace, id: newId<'rhythm'>(now.getTime()), person_id: person, days, at: now },
      })
      .execute()
    const [held] = await rhythms(context, person)
    return { person, days, nextOn: held?.nextOn ?? null }
  },
})

export const rhythmList = action({
  name: 'rhythm.list',
  says: 'With whom you want to keep in touch, how often, and when next: the longest due first.',
  kind: 'read',
  may: STAFF,
  input: z.object({ person: reference('person').optional().describe('only this one') }),
  output: z.object({ rhythms: z.array(rhythmShape) }),
  async run(context, input) {
    const person = input.person === undefined ? null : await findPerson(context, input.person)
    return { rhythms: await rhythms(context, person) }
  },
})

type Held = {
  id: PersonId
  name: string
  headline: string | null
  days: number
  at: Date
  last: string | null
}

/** The rhythms that hold, of everybody or of one. */
async function rhythms(context: Context, person: PersonId | null): Promise<z.input<typeof rhythmShape>[]> {
  const { tx, now } = context
  const one = person === null ? sql`true` : sql`person_id = ${person}`
  const { rows } = await sql<Held>`
    with newest as (
      select distinct on (person_id) person_id, days, at from rhythm where ${one} order by person_id, at desc, id desc
    ), held as (
      select person.id, name, headline, days, at from newest join person on person.id = person_id
      where days is not null and merged_into is null
    )
    select held.*, (${lastContact(whoIsMe(context))}) as last from held`.execute(tx)
  const today = now.toISOString().slice(0, 10)
  return rows
    .map(({ days, last, at, id: who, name, headline }) => {
      const nextOn = dayAfter(last ?? at.toISOString().slice(0, 10), days)
      return { person: { id: who, name, headline }, days, last, nextOn, due: nextOn <= today }
    })
    .sort((a, b) =>
      a.nextOn === b.nextOn ? a.person.name.localeCompare(b.person.name) : a.nextOn < b.nextOn ? -1 : 1,
    )
}

/** The day of the last contact with `held.id`: a message or a meeting in the calendar, a meeting held, a letter, a note. */
const lastContact = (me: Id<'person'>) => sql<string | null>`
  select max(day) from (
    select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD') as day from contact
      where (from_person = ${me} and to_person = held.id) or (to_person = ${me} and from_person = held.id)
    union all
    select to_char(max(coalesce(meeting.starts_at, debrief.at)) at time zone 'UTC', 'YYYY-MM-DD') from debrief_person
      join debrief_held as debrief on debrief.id = debrief_id join meeting on meeting.id = debrief.meeting_id
      where debrief_person.person_id = held.id
    union all
    select to_char(max(letter.at) at time zone 'UTC', 'YYYY-MM-DD') from letter
      join follow_up_held as follow_up on follow_up.id = follow_up_id where follow_up.person_id = held.id
    union all
    select max(on_day) from note where note.person_id = held.id and contact and removed_at is null
  ) as contacts`

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
