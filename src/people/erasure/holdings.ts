import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../action.ts'
import { UNBOUND } from '../merge-journal.ts'
import type { PersonId } from '../person.ts'
import { MARK } from './mentions.ts'

// What is held about a person, table by table, and what becomes of it when they are erased. The catalogue tells where a
// person is named; what goes with a person by the schema (ON DELETE CASCADE) goes, unless others' history needs it.

type Tx = Context['tx']

/** A column that names a person. `goes`: its rows are about them alone. */
export type Holding = { table: string; column: string; goes: boolean }

/** Rows that tell what happened to others, too: they stay, of somebody who has no name any more. */
const STAYS: readonly string[] = [
  ...[
    'room',
    'round_guest',
    'debrief_person',
    'mention',
    'introduction',
    'invitation',
    'candidacy',
    'hirer_word',
  ],
  'member',
]

export async function holdingsOf(tx: Tx): Promise<Holding[]> {
  const { rows } = await sql<Holding>`
    select relname as table, attname as column,
      confdeltype = 'c' and relname <> all(${STAYS}::text[]) as goes
    from pg_constraint join pg_class on pg_class.oid = conrelid
    join pg_attribute on attrelid = conrelid and attnum = any(conkey) and attname <> 'workspace_id'
    where contype = 'f' and confrelid = 'person'::regclass and conrelid <> confrelid
    order by relname, attname`.execute(tx)
  return rows
}

export const names = (
  { column }: Pick<Holding, 'column'>,
  people: readonly PersonId[],
): RawBuilder<boolean> =>
  column === 'path' ? sql`path && ${people}::uuid[]` : sql`${sql.ref(column)} = any(${people}::uuid[])`

export type Counted = { table: string; rows: number; goes: boolean }

/** How many rows of each table name them, as far as who asks may see. */
export async function countHoldings(tx: Tx, people: readonly PersonId[]): Promise<Counted[]> {
  const byTable = new Map<string, Holding[]>()
  for (const one of await holdingsOf(tx)) byTable.set(one.table, [...(byTable.get(one.table) ?? []), one])
  const counted: Counted[] = []
  for (const [table, holdings] of byTable) {
    const any = sql.join(
      holdings.map((one) => names(one, people)),
      sql` or `,
    )
    const { rows } = await sql<{ rows: number }>`
      select count(*)::int as rows from ${sql.table(table)} where ${any}`.execute(tx)
    if (rows[0]!.rows > 0)
      counted.push({ table, rows: rows[0]!.rows, goes: holdings.every(({ goes }) => goes) })
  }
  return counted
}

/** Takes away what is about them alone. */
export async function dropHoldings(tx: Tx, people: readonly PersonId[]): Promise<void> {
  await sql`delete from merge_journal where key::text || coalesce(before::text, '') || coalesce(after::text, '')
    ~ any(${people}::text[])`.execute(tx)
  for (const one of (await holdingsOf(tx)).filter(({ goes }) => goes)) {
    await sql`delete from ${sql.table(one.table)} where ${names(one, people)}`.execute(tx)
  }
  const [subject] = UNBOUND.source_record!
  await sql`delete from source_record where ${names({ column: subject! }, people)}`.execute(tx)
  // What a client was shown of them, and what stands of them in reports to clients.
  const theirs = ofTheirCandidacies(sql`${people}::uuid[]`)
  await sql`delete from candidacy_share where ${theirs}`.execute(tx)
  await sql`
    update client_report set content = jsonb_set(content, '{candidates}', coalesce((
      select jsonb_agg(one order by at) from jsonb_array_elements(content -> 'candidates') with ordinality as all_of (one, at)
      where one ->> 'candidacy' not in (select id::text from candidacy where person_id = any(${people}::uuid[]))), '[]'))
    where content::text ~ any(select id::text from candidacy where person_id = any(${people}::uuid[]))`.execute(
    tx,
  )
  await sql`delete from request_key where answer::text ~ any(${people}::text[])`.execute(tx)
}

/** Free text of what stays: theirs, or about them. Each table with the columns that fall silent, and whose rows. */
const SILENT: readonly { table: string; empty: Readonly<Record<string, string | null>>; where: Where }[] = [
  { table: 'invitation', empty: { pitch: null }, where: (people) => sql`seeker = any(${people})` },
  { table: 'decision', empty: { note: null, by_name: null }, where: ofTheirInvitations },
  { table: 'offer', empty: { says: null }, where: ofTheirInvitations },
  { table: 'outcome', empty: { note: null }, where: ofTheirInvitations },
  { table: 'debrief', empty: { note: null }, where: ofTheirMeetings },
  {
    ...{ table: 'hirer_word', empty: { note: null } },
    where: (people) => sql`person_id = any(${people}) or ${ofTheirMeetings(people)}`,
  },
  { table: 'candidacy', empty: { override: null }, where: (people) => sql`person_id = any(${people})` },
  {
    ...{ table: 'candidacy_state', empty: { reason: null, note: null } },
    where: ofTheirCandidacies,
  },
  // A comment says something; whose it was stands.
  {
    ...{ table: 'client_word', empty: { says: MARK } },
    where: (people) => sql`says is not null and ${ofTheirCandidacies(people)}`,
  },
  { table: 'scorecard', empty: { note: null }, where: ofTheirCandidacies },
  {
    ...{ table: 'introduction', empty: { draft: '' } },
    where: (people) => sql`path && ${people} or seeker = any(${people}) or target = any(${people})`,
  },
  {
    ...{ table: 'introduction_state', empty: { note: null } },
    where: (people) => sql`introduction_id in (select id from introduction
      where path && ${people} or seeker = any(${people}) or target = any(${people}))`,
  },
]

type People = RawBuilder<unknown>
type Where = (people: People) => RawBuilder<unknown>

function ofTheirInvitations(people: People) {
  return sql`invitation_id in (select id from invitation where seeker = any(${people}))`
}
function ofTheirCandidacies(people: People) {
  return sql`candidacy_id in (select id from candidacy where person_id = any(${people}))`
}
function ofTheirMeetings(people: People) {
  return sql`meeting_id in (select meeting.id from meeting join invitation on invitation.id = invitation_id
    where seeker = any(${people}))`
}

/** What stays says nothing any more. */
export async function silence(tx: Tx, people: readonly PersonId[]): Promise<void> {
  for (const { table, empty, where } of SILENT) {
    const set = Object.entries(empty).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
    await sql`
      update ${sql.table(table)} set ${sql.join(set)} where ${where(sql`${people}::uuid[]`)}`.execute(tx)
  }
}

/** For each of these tables: what picks its rows that are about the person. */
export type OwnRows = RawBuilder<boolean>[][]

export async function ownRows(
  tx: Tx,
  people: readonly PersonId[],
  tables: readonly { table: string }[],
): Promise<OwnRows> {
  const holdings = (await holdingsOf(tx)).filter(({ goes }) => goes)
  return tables.map(({ table }) => [
    ...holdings.flatMap((one) => (one.table === table ? [names(one, people)] : [])),
    ...(table === 'person' ? [names({ column: 'id' }, people)] : []),
  ])
}
