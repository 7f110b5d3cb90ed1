import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { LEADS, STAFF } from '../role.ts'
import { isAlone } from './alone.ts'
import { findPerson } from './find.ts'
import { originInWords } from './origin.ts'
import type { PersonId } from './person.ts'
import { saidOf } from './said-of.ts'
import { id, personShape, reference, words } from './shapes.ts'

// On which ground somebody is on record, for what, from where, and by when they must have been told (GDPR, Art. 6 and
// 14). Of oneself and one's friends nobody needs to say so: in a personal workspace it is left alone (Art. 2(2)(c)).

const basis = z.enum(['legitimate-interest', 'consent', 'contract', 'legal-obligation'])

export const basisShow = action({
  name: 'basis.show',
  says: 'On which ground a person is on record, for what, from where, by when they must be told, and whether they were.',
  kind: 'read',
  file: true,
  may: STAFF,
  input: z.object({ person: reference('person') }),
  output: z.object({
    person: id,
    applies: z.boolean().describe('not in a personal workspace'),
    basis,
    purpose: z.string(),
    byDefault: z.boolean().describe('it follows from the origin; nobody said otherwise'),
    origin: z.object({ kind: z.string(), name: z.string(), at: z.string() }),
    informBy: z.iso.date().nullable().describe('null: they gave it themselves'),
    informed: z.object({ at: z.string(), says: z.string() }).nullable(),
  }),
  async run(context, input) {
    const person = await findPerson(context, input.person)
    const { kind, name, at, informBy } = await originOf(context, person)
    const stated = await newest(context, 'person_basis', person)
    const informed = await newest(context, 'person_informed', person)
    return {
      ...{ person, applies: !(await isAlone(context)), byDefault: stated === undefined },
      basis: stated?.basis ?? 'legitimate-interest',
      purpose: stated?.purpose ?? said(PURPOSE),
      origin: { kind, name: originInWords(name), at: at.toISOString() },
      informBy,
      informed: informed === undefined ? null : { at: informed.at.toISOString(), says: informed.says! },
    }
  },
})

/** Whoever did not give it themselves is told within a month (Art. 14(3)(a)). */
const INFORM_BY = sql<string | null>`
  case when origin.kind = 'own-word' then null
       else to_char((origin.at at time zone 'UTC') + interval '1 month', 'YYYY-MM-DD') end`

async function originOf({ tx }: Context, person: PersonId) {
  const { rows } = await sql<{ kind: string; name: string; at: Date; informBy: string | null }>`
    select origin.kind, origin.name, origin.at, ${INFORM_BY} as "informBy"
    from person join origin on origin.id = origin_id where person.id = ${person}`.execute(tx)
  return rows[0]!
}

type Stated = { basis?: z.output<typeof basis>; purpose?: string; says?: string; at: Date }

async function newest({ tx }: Context, table: 'person_basis' | 'person_informed', person: PersonId) {
  const { rows } = await sql<Stated>`
    select * from ${sql.table(table)} where person_id = ${person} order by at desc, id desc limit 1`.execute(
    tx,
  )
  return rows[0]
}

export const basisSet = action({
  name: 'basis.set',
  says: 'Say on which ground a person is on record, and for what.',
  kind: 'write',
  may: LEADS,
  input: z.object({ person: reference('person'), basis, purpose: words(500) }),
  output: z.object({ person: id }),
  async run(context, { basis, purpose, ...input }) {
    const person = await findPerson(context, input.person)
    await context.tx
      .insertInto('person_basis')
      .values({ ...saidOf<'person-basis'>(context, person), basis, purpose })
      .execute()
    return { person }
  },
})

export const basisInform = action({
  name: 'basis.inform',
  says: 'Note that a person was told that they are on record, with the text that was sent.',
  kind: 'write',
  may: LEADS,
  input: z.object({ person: reference('person'), says: words(20_000).describe('as it went out') }),
  output: z.object({ person: id }),
  async run(context, { says, ...input }) {
    const person = await findPerson(context, input.person)
    await context.tx
      .insertInto('person_informed')
      .values({ ...saidOf<'person-informed'>(context, person), says })
      .execute()
    return { person }
  },
})

export const basisDue = action({
  name: 'basis.due',
  says: 'People who must be told this week that they are on record, or should have been; the longest overdue first.',
  kind: 'read',
  may: STAFF,
  input: z.object({
    days: z.coerce.number().int().min(0).max(366).default(7).describe('how far ahead'),
    top: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    applies: z.boolean(),
    total: z.number().int(),
    people: z.array(
      z.object({ person: personShape, informBy: z.iso.date(), overdue: z.boolean(), origin: z.string() }),
    ),
  }),
  async run(context, { days, top }) {
    if (await isAlone(context)) return { applies: false, total: 0, people: [] }
    const rows = await due(context, new Date(context.now.getTime() + days * 86_400_000), top)
    const today = context.now.toISOString().slice(0, 10)
    return {
      ...{ applies: true, total: rows[0]?.total ?? 0 },
      people: rows.map(({ id, name, informBy, origin }) => ({
        ...{ person: { id, name }, informBy, overdue: informBy < today, origin: originInWords(origin) },
      })),
    }
  },
})

type Due = { id: string; name: string; informBy: string; origin: string; total: number }

async function due({ tx }: Context, until: Date, top: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select person.id, person.name, ${INFORM_BY} as "informBy", origin.name as origin, count(*) over ()::int as total
    from person join origin on origin.id = origin_id
    where merged_into is null and origin.kind <> 'own-word'
      and ${INFORM_BY} <= ${until.toISOString().slice(0, 10)}
      and not exists (select from person_informed where person_id = person.id)
      and not exists (select from member where person_id = person.id and entered_at is not null)
    order by 3, person.id limit ${top}`.execute(tx)
  return rows
}

const PURPOSE = {
  en: 'search for and placement of people in suitable openings, and keeping in touch for it',
  de: 'Suche und Vermittlung von Personen in passende Stellen und Kontaktpflege dafür',
}
