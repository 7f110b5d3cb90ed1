import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../store/db.ts'
import type { TieSays } from '../store/tables.ts'
import type { PersonId } from './person.ts'

// What is on record about pairs of people, read once for the graph and again, for a few pairs, when a tie is shown.
// Both readings come from here, so that a figure and its reasons cannot disagree.

/** Everything recorded about two people, a < b. Inferred ties are not here: they are computed from positions. */
export type PairFacts = {
  a: PersonId
  b: PersonId
  connection?: { since: string | null; origin: string }
  messages?: { ab: number; ba: number; first: string; last: string; origin: string }
  calendar?: { count: number; first: string; last: string; origin: string }
  recommendation?: { on: string | null; origin: string }
  /** The newest word on how well they know each other, and on whether the tie may be used. */
  warmth?: { says: TieSays; at: string }
  veto?: { says: TieSays; at: string }
  met?: { at: string; chemistry: number | null; wouldTakeCall: boolean | null }
}

export type Pair = readonly [PersonId, PersonId]

/** Facts of all pairs of the workspace, or of those asked for; at most one entry a pair. */
export async function pairFacts(tx: Tx, pairs?: readonly Pair[]): Promise<PairFacts[]> {
  const only = pairs === undefined ? sql`` : among(pairs)
  const found = new Map<string, PairFacts>()
  const of = ({ a, b }: { a: PersonId; b: PersonId }): PairFacts => {
    const key = a + b
    const known = found.get(key) ?? { a, b }
    found.set(key, known)
    return known
  }
  for (const row of await connections(tx, only)) of(row).connection = row
  for (const row of await contacts(tx, only)) keepContact(of(row), row)
  for (const row of await recommendations(tx, only)) of(row).recommendation = row
  for (const row of await words(tx, only)) keepWord(of(row), row)
  for (const row of await interviews(tx, only)) of(row).met = row
  return [...found.values()]
}

const among = (pairs: readonly Pair[]): RawBuilder<unknown> => {
  const sorted = pairs.map(([one, other]) => (one < other ? [one, other] : [other, one]))
  const column = (index: 0 | 1) => sorted.map((pair) => pair[index]!)
  return sql`where (a, b) in (select * from unnest(${column(0)}::uuid[], ${column(1)}::uuid[]))`
}

type Keyed = { a: PersonId; b: PersonId }
const rowsOf = async <Row>(tx: Tx, query: RawBuilder<Row>): Promise<Row[]> => (await query.execute(tx)).rows

const connections = (tx: Tx, only: RawBuilder<unknown>) =>
  rowsOf(
    tx,
    sql<Keyed & { since: string | null; origin: string }>`
      select a, b, since, origin.name as origin
      from connection join origin on origin.id = connection.origin_id ${only}`,
  )

type ContactRow = Keyed & {
  calendar: boolean
  ab: number
  ba: number
  first: string
  last: string
  origin: string
}

/** Counts, dates and directions. A request to connect is no message: it is no evidence of a tie. */
const contacts = (tx: Tx, only: RawBuilder<unknown>) =>
  rowsOf(
    tx,
    sql<ContactRow>`
      select a, b, calendar, ab, ba, first, last, (select name from origin where origin.id = last_origin) as origin
      from (
        select least(from_person, to_person) as a, greatest(from_person, to_person) as b,
               channel = 'calendar' as calendar,
               count(*) filter (where from_person < to_person) as ab,
               count(*) filter (where from_person > to_person) as ba,
               to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD') as first,
               to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD') as last,
               (array_agg(origin_id order by at desc))[1] as last_origin
        from contact where channel <> 'connection-request'
        group by 1, 2, 3
      ) as counted ${only}`,
  )

function keepContact(facts: PairFacts, row: ContactRow): void {
  const { first, last, origin, ab, ba } = row
  if (row.calendar) facts.calendar = { count: ab + ba, first, last, origin }
  else facts.messages = { ab, ba, first, last, origin }
}

const recommendations = (tx: Tx, only: RawBuilder<unknown>) =>
  rowsOf(
    tx,
    sql<Keyed & { on: string | null; origin: string }>`
      select a, b, on_date as "on", origin from (
        select least(from_person, to_person) as a, greatest(from_person, to_person) as b,
               max(given_on) as on_date, max(origin.name) as origin
        from recommendation join origin on origin.id = recommendation.origin_id group by 1, 2
      ) as latest ${only}`,
  )

type WordRow = Keyed & { says: TieSays; at: string; about: 'veto' | 'warmth' }

const words = (tx: Tx, only: RawBuilder<unknown>) =>
  rowsOf(
    tx,
    sql<WordRow>`
      select a, b, says, about, at from (
        select distinct on (a, b, about) a, b, says, about, to_char(at at time zone 'UTC', 'YYYY-MM-DD') as at
        from (select *, case when says in ('do-not-know', 'do-not-use', 'veto-withdrawn') then 'veto' else 'warmth' end
                     as about from tie_word) as sorted
        order by a, b, about, sorted.at desc, id desc
      ) as latest ${only}`,
  )

function keepWord(facts: PairFacts, { says, at, about }: WordRow): void {
  facts[about] = { says, at }
}

const interviews = (tx: Tx, only: RawBuilder<unknown>) =>
  rowsOf(
    tx,
    sql<Keyed & NonNullable<PairFacts['met']>>`
      select a, b, at, chemistry, would_take_call as "wouldTakeCall" from (
        select distinct on (1, 2) least(seeker, person_id) as a, greatest(seeker, person_id) as b,
               to_char(coalesce(meeting.starts_at, debrief.at) at time zone 'UTC', 'YYYY-MM-DD') as at,
               chemistry, would_take_call
        from debrief_person
        join debrief on debrief.id = debrief_person.debrief_id
        join meeting on meeting.id = debrief.meeting_id
        join invitation on invitation.id = meeting.invitation_id
        where seeker is not null and seeker <> person_id and debrief.side = 'candidate'
        order by 1, 2, debrief.at desc, debrief.id desc
      ) as latest ${only}`,
  )

export type PositionFacts = {
  person: PersonId
  organization: string
  unit: string | null
  from: string | null
  to: string | null
  ended: boolean
  seen: string
}

/** Positions of everybody, or of the people asked for. */
export const positionFacts = (tx: Tx, people?: readonly PersonId[]): Promise<PositionFacts[]> =>
  tx
    .selectFrom('position')
    .select([
      'person_id as person',
      'organization_id as organization',
      'unit',
      'from_date as from',
      'to_date as to',
      'ended',
      'seen_on as seen',
    ])
    .$if(people !== undefined, (query) =>
      query.where('person_id', '=', sql<PersonId>`any(${people}::uuid[])`),
    )
    .execute()
