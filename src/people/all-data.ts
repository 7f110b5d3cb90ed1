import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import type { Role } from '../role.ts'
import { calledOf, recordsOf } from './erasure/erase.ts'
import { soughtOf } from './erasure/forms.ts'
import { holdingsOf, names, ownRows } from './erasure/holdings.ts'
import { mentionsOf, textsOf } from './erasure/mentions.ts'
import { kindInWords } from './erasure/words.ts'
import { findPerson } from './find.ts'
import { originInWords } from './origin.ts'
import type { PersonId } from './person.ts'
import { type Row, withoutOthers } from './redact.ts'
import { id, reference } from './shapes.ts'
import { stancesOf } from './stances.ts'

// All that is held about one person, for that person (GDPR, Art. 15): from the catalogue, so that a new table cannot be
// forgotten. Others' data are left out (Art. 15(4)): see redact.ts.

/** What hangs on a row that names them: table, the column, whose row it is. */
const BELOW: readonly (readonly [table: string, column: string, above: string])[] = [
  ['candidacy_state', 'candidacy_id', 'candidacy'],
  ['introduction_state', 'introduction_id', 'introduction'],
  ['follow_up_event', 'follow_up_id', 'follow_up'],
  ['letter', 'follow_up_id', 'follow_up'],
]
/** What hangs on an invitation of their own. */
const OF_INVITATIONS = ['meeting', 'decision', 'offer', 'outcome']

const dataShape = z.object({
  person: id,
  at: z.string(),
  sections: z.array(
    z.object({
      kind: z.string().describe('the table'),
      says: z.string(),
      rows: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
  mentions: z
    .array(z.object({ kind: z.string(), says: z.string(), excerpts: z.array(z.string()) }))
    .describe('in what was written about others'),
  readings: z
    .array(z.object({ at: z.string(), what: z.string(), by: z.string() }))
    .describe('the log: what was done with the record and who read it, by their part in the firm'),
  origins: z.array(z.object({ kind: z.string(), name: z.string(), at: z.string() })),
  recipients: z.array(z.string()).describe('clients to whom they were presented'),
  leftOut: z.array(z.string()),
})

export const personAllData = action({
  name: 'person.all-data',
  says: 'All that is held about a person, for that person: records, notes, ties, candidacies and reasons, log, origins, recipients. Others’ names are left out.',
  kind: 'read',
  file: true,
  may: ['owner'],
  input: z.object({ person: reference('person') }),
  output: dataShape,
  async run(context, input) {
    const person = await findPerson(context, input.person)
    return allData(context, person, [VALUES, OTHERS])
  },
})

export const portalAllData = action({
  name: 'portal.all-data',
  says: 'Download what is held about you here, as far as you see it yourself; the firm gives out its own notes when you ask.',
  kind: 'read',
  file: true,
  may: ['candidate', 'member'] satisfies Role[],
  input: z.object({}),
  output: dataShape,
  async run(context) {
    const { me, lookedUp } = context
    if (me === null) throw new Refusal('not-found', said(NO_RECORD))
    lookedUp.add(me)
    const told = await allData(context, me, [NOTES, OTHERS])
    const kept = told.sections.filter(({ kind }) => kind !== VALUE)
    const held = await stancesOf(context, me)
    const values = held.length === 0 ? [] : [{ kind: VALUE, says: kindInWords(VALUE), rows: held }]
    return { ...told, sections: [...kept, ...values] }
  },
})

/** Sealed; opened for themselves. */
const VALUE = 'value_stance'

type Said = Parameters<typeof said>[0]

async function allData(context: Context, person: PersonId, leftOut: readonly Said[]) {
  const people = await recordsOf(context, person)
  const tables = await rowsAbout(context, people)
  const redacted = await withoutOthers(context, people, tables)
  const sections = [...redacted].map(([kind, rows]) => ({ kind, says: kindInWords(kind), rows }))
  return {
    ...{ person, at: context.now.toISOString(), sections },
    mentions: await mentioned(context, people),
    readings: await readingsOf(context, people),
    origins: await originsOf(context, tables),
    recipients: await recipientsOf(context, people),
    leftOut: leftOut.map(said),
  }
}

/** Rows that are about them, by their table. */
async function rowsAbout(context: Context, people: readonly PersonId[]): Promise<Map<string, Row[]>> {
  const tables = new Map<string, Row[]>()
  const add = async (table: string, where: ReturnType<typeof sql>) => {
    const rows = await rowsOf(context, table, where)
    if (rows.length > 0) tables.set(table, [...(tables.get(table) ?? []), ...rows])
  }
  await add('person', names({ column: 'id' }, people))
  for (const one of await holdingsOf(context.tx)) await add(one.table, names(one, people))
  for (const [table, column, above] of BELOW)
    await add(table, sql`${sql.ref(column)} = any(${idsOf(tables.get(above))}::uuid[])`)
  const own = (tables.get('invitation') ?? []).filter(({ seeker }) => people.includes(seeker as PersonId))
  for (const table of OF_INVITATIONS) await add(table, sql`invitation_id = any(${idsOf(own)}::uuid[])`)
  return tables
}

const idsOf = (rows: readonly Row[] | undefined) => (rows ?? []).map(({ id }) => id)

/** Rows without the bytes of originals, which are given out as files. */
async function rowsOf({ tx }: Context, table: string, where: ReturnType<typeof sql>): Promise<Row[]> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) - '{workspace_id,bytes,digest,sealed}'::text[] as row from ${sql.table(table)} as t where ${where}`.execute(
    tx,
  )
  return rows.map(({ row }) => row)
}

async function mentioned(context: Context, people: readonly PersonId[]) {
  const sought = soughtOf(await calledOf(context, people), [])
  if (sought === null) return []
  const found = await mentionsOf(
    context.tx,
    sought,
    await ownRows(context.tx, people, await textsOf(context.tx)),
  )
  const texts = await withoutOthers(
    context,
    people,
    new Map(found.map(({ table, excerpts }) => [table, [{ excerpts }]])),
  )
  return [...texts].map(([kind, [row]]) => ({
    ...{ kind, says: kindInWords(kind), excerpts: (row!.excerpts ?? []) as string[] },
  }))
}

/** What was done with the record, newest last. Who of the firm it was is told by their part (CJEU, C-579/21). */
async function readingsOf({ tx }: Context, people: readonly PersonId[]) {
  const { rows } = await sql<{ at: Date; capability: string; role: string | null; door: string }>`
    select audit.at, capability, role, door from audit left join member on member.id = member_id
    where subject ->> 'person' = any(${people}::text[]) order by audit.at, audit.id`.execute(tx)
  return rows.map(({ at, capability, role, door }) => ({
    ...{ at: at.toISOString(), what: capability, by: role ?? (door === 'cli' ? 'owner' : door) },
  }))
}

async function originsOf({ tx }: Context, tables: ReadonlyMap<string, Row[]>) {
  const ids = [...tables.values()].flat().flatMap(({ origin_id: origin }) => (origin ? [origin] : []))
  const { rows } = await sql<{ kind: string; name: string; at: Date }>`
    select kind, name, at from origin where id = any(${ids}::uuid[]) order by at, id`.execute(tx)
  return rows.map(({ kind, name, at }) => ({ kind, name: originInWords(name), at: at.toISOString() }))
}

/** Presented to: the client of each mandate on which they went that far. */
async function recipientsOf({ tx }: Context, people: readonly PersonId[]): Promise<string[]> {
  const { rows } = await sql<{ client: string | null }>`
    select distinct app_client_of(mandate_id) as client from candidacy
    join candidacy_state on candidacy_id = candidacy.id
    where person_id = any(${people}::uuid[]) and stage in ('presented', 'interviewing', 'offered', 'placed')`.execute(
    tx,
  )
  return rows.flatMap(({ client }) => client ?? [])
}

const NO_RECORD = { en: 'There is no record of you here.', de: 'Hier gibt es keinen Eintrag von Ihnen.' }
const VALUES = {
  en: 'Values and limits of a person with access of their own: only they read them, and download them themselves.',
  de: 'Werte und Grenzen einer Person mit eigenem Zugang: Nur sie liest sie und lädt sie selbst herunter.',
}
const NOTES = {
  en: 'Internal notes of the firm: it gives them out when you ask.',
  de: 'Interne Notizen der Firma: Sie gibt sie heraus, wenn Sie danach fragen.',
}
const OTHERS = {
  en: 'Who other people are: their names and addresses are theirs (GDPR, Art. 15(4)).',
  de: 'Wer andere Personen sind: Ihre Namen und Adressen gehören ihnen (DSGVO, Art. 15 Abs. 4).',
}
