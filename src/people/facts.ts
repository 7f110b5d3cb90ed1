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
  /** The newest words, each of its kind: that they know each other well, whether they would take the call, whether the tie may be used. */
  knows?: Word
  call?: Word
  veto?: Word
  /** The latest interview in which they met, with the newest chemistry; `order`: when that was told, among words. */
  met?: { at: string; order: string; chemistry: number | null }
}

/** `order`: of two words the later one has the greater, those of one instant too. */
export type Word = { says: TieSays; at: string; order: string }

export type Pair = readonly [PersonId, PersonId]

/** Facts of all pairs of the workspace, or of those asked for; at most one entry a pair. */
export async function pairFacts(tx: Tx, pairs?: readonly Pair[]): Promise<PairFacts[]> {
  const of = pairs === undefined ? everyPair : among(pairs)
  const found = new Map<string, PairFacts>()
  const facts = ({ a, b }: Keyed): PairFacts => {
    const key = a + b
    const known = found.get(key) ?? { a, b }
    found.set(key, known)
    return known
  }
  for (const { a, b, ...row } of await connections(tx, of)) facts({ a, b }).connection = row
  for (const row of await contacts(tx, of)) keepContact(facts(row), row)
  for (const { a, b, ...row } of await recommendations(tx, of)) facts({ a, b }).recommendation = row
  for (const { about, a, b, ...word } of await words(tx, of)) facts({ a, b })[about] = word
  for (const row of await interviews(tx, of)) keepInterview(facts(row), row)
  return [...found.values()]
}

/** Where a query keeps its pair; answers what joins it to the pairs asked for, so that an index finds their rows. */
type Asked = (a: RawBuilder<unknown>, b: RawBuilder<unknown>) => RawBuilder<unknown>

const everyPair: Asked = () => sql``

function among(pairs: readonly Pair[]): Asked {
  const sorted = new Map(
    pairs
      .map(([one, other]) => (one < other ? [one, other] : [other, one]))
      .map((pair) => [pair.join(), pair]),
  )
  const column = (index: 0 | 1) => [...sorted.values()].map((pair) => pair[index]!)
  const asked = sql`unnest(${column(0)}::uuid[], ${column(1)}::uuid[]) as asked (one, other)`
  return (a, b) => sql`join ${asked} on ${a} = asked.one and ${b} = asked.other`
}

/** Pairs of whom something is on record, with one of these people. */
export async function pairsWith(tx: Tx, people: readonly PersonId[]): Promise<Pair[]> {
  const ids = sql`any(${people}::uuid[])`
  const rows = await rowsOf(
    tx,
    sql<Keyed>`
      select a, b from connection where a = ${ids} or b = ${ids}
      union select a, b from tie_word where a = ${ids} or b = ${ids}
      union select ${lesser}, ${greater} from contact where from_person = ${ids} or to_person = ${ids}
      union select ${lesser}, ${greater} from recommendation where from_person = ${ids} or to_person = ${ids}
      union select ${lesserMet}, ${greaterMet} from debrief_person
      join debrief on debrief.id = debrief_person.debrief_id
      join meeting on meeting.id = debrief.meeting_id
      join invitation on invitation.id = meeting.invitation_id
      where seeker is not null and seeker <> person_id and (seeker = ${ids} or person_id = ${ids})`,
  )
  return rows.map(({ a, b }) => [a, b])
}

type Keyed = { a: PersonId; b: PersonId }
const rowsOf = async <Row>(tx: Tx, query: RawBuilder<Row>): Promise<Row[]> => (await query.execute(tx)).rows

const [a, b] = [sql`a`, sql`b`]
const [lesser, greater] = [sql`least(from_person, to_person)`, sql`greatest(from_person, to_person)`]

const connections = (tx: Tx, of: Asked) =>
  rowsOf(
    tx,
    sql<Keyed & { since: string | null; origin: string }>`
      select a, b, since, origin.name as origin
      from connection join origin on origin.id = connection.origin_id ${of(a, b)}`,
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
const contacts = (tx: Tx, of: Asked) =>
  rowsOf(
    tx,
    sql<ContactRow>`
      select a, b, calendar, ab, ba, first, last, (select name from origin where origin.id = last_origin) as origin
      from (
        select ${lesser} as a, ${greater} as b, channel = 'calendar' as calendar,
               count(*) filter (where from_person < to_person) as ab,
               count(*) filter (where from_person > to_person) as ba,
               to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD') as first,
               to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD') as last,
               (array_agg(origin_id order by at desc))[1] as last_origin
        from contact ${of(lesser, greater)}
        where channel <> 'connection-request'
        group by 1, 2, 3
      ) as counted`,
  )

function keepContact(facts: PairFacts, row: ContactRow): void {
  const { first, last, origin, ab, ba } = row
  if (row.calendar) facts.calendar = { count: ab + ba, first, last, origin }
  else facts.messages = { ab, ba, first, last, origin }
}

const recommendations = (tx: Tx, of: Asked) =>
  rowsOf(
    tx,
    sql<Keyed & { on: string | null; origin: string }>`
      select ${lesser} as a, ${greater} as b, max(given_on) as "on", max(origin.name) as origin
      from recommendation join origin on origin.id = recommendation.origin_id ${of(lesser, greater)}
      group by 1, 2`,
  )

/** Ids are in the order in which they were made. */
const orderOf = (at: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
  sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || ${id}`

type WordRow = Keyed & Word & { about: 'veto' | 'knows' | 'call' }

const words = (tx: Tx, of: Asked) =>
  rowsOf(
    tx,
    sql<WordRow>`
      select distinct on (a, b, about) a, b, says, about,
             to_char(at at time zone 'UTC', 'YYYY-MM-DD') as at, ${orderOf(sql`at`, sql`id`)} as "order"
      from (
        select a, b, says, tie_word_held.at, id,
               case when says = 'know-well' then 'knows'
                    when says in ('would-take-call', 'would-not-take-call') then 'call' else 'veto' end as about
        from tie_word_held ${of(a, b)}
      ) as said
      order by a, b, about, said.at desc, id desc`,
  )

type InterviewRow = Keyed & {
  at: string
  told: string
  order: string
  chemistry: number | null
  call: boolean | null
}

const [lesserMet, greaterMet] = [sql`least(seeker, person_id)`, sql`greatest(seeker, person_id)`]

/** Who met whom for a confidential mandate is no tie of the pool, not even for its team: paths are the same for all. */
const inConfidence = sql`exists (
  select from candidacy join mandate on mandate.id = candidacy.mandate_id
  where candidacy.id = invitation.candidacy_id and mandate.confidential)`

/** The latest first. A day without an hour is that day; without either, the day of the debrief. */
const interviews = (tx: Tx, of: Asked) =>
  rowsOf(
    tx,
    sql<InterviewRow>`
      select ${lesserMet} as a, ${greaterMet} as b, chemistry, would_take_call as call,
             coalesce(to_char(meeting.starts_at at time zone 'UTC', 'YYYY-MM-DD'), on_day,
                      to_char(debrief.at at time zone 'UTC', 'YYYY-MM-DD')) as at,
             to_char(debrief.at at time zone 'UTC', 'YYYY-MM-DD') as told,
             ${orderOf(sql`debrief.at`, sql`debrief.id`)} as "order"
      from debrief_person
      join debrief_held as debrief on debrief.id = debrief_person.debrief_id
      join meeting on meeting.id = debrief.meeting_id
      join invitation on invitation.id = meeting.invitation_id ${of(lesserMet, greaterMet)}
      where seeker is not null and seeker <> person_id and debrief.side = 'candidate' and not ${inConfidence}
      order by debrief.at desc, debrief.id desc`,
  )

/** Rows come newest first: what a later debrief left open, an earlier one may have told. */
function keepInterview(facts: PairFacts, { at, told, order, chemistry, call }: InterviewRow): void {
  const known = facts.met
  facts.met = {
    at: known === undefined || at > known.at ? at : known.at,
    order: known?.order ?? order,
    chemistry: known?.chemistry ?? chemistry,
  }
  if (call === null || (facts.call && facts.call.order > order)) return
  facts.call = { says: call ? 'would-take-call' : 'would-not-take-call', at: told, order }
}

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
