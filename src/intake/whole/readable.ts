import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../action.ts'
import { csvOut } from '../text/csv-out.ts'

// The same facts as tables that anybody can open. What is to be read by a program stands in the JSON beside them.

type Row = Record<string, string | null>

const day = (column: string) => sql`to_char(${sql.ref(column)}, 'YYYY-MM-DD"T"HH24:MI"Z"')`

const keys = (kind: string) =>
  sql`(select string_agg(value, ' ' order by value) from person_key
       where person_id = person.id and kind = ${sql.lit(kind)})`

const PEOPLE = sql<Row>`
  select id::text, name, given_name, family_name, headline, location, summary, notes,
    array_to_string(tags, ', ') as tags, array_to_string(skills, ', ') as skills,
    ${keys('email')} as emails, ${keys('phone')} as phones, ${keys('profile-url')} as profiles
  from person where merged_into is null order by name collate "C", id`

const POSITIONS = sql<Row>`
  select person.id::text as person_id, person.name as person, organization.name as organization, title, unit, site,
    from_date as "from", to_date as "to", case when ended then 'yes' else 'no' end as ended, seen_on
  from position join person on person.id = person_id join organization on organization.id = position.organization_id
  order by person.name collate "C", person.id, from_date collate "C", position.id`

const DECIDED = (column: string) =>
  sql`(select ${sql.ref(column)} from decision where invitation_id = invitation.id order by at desc, id desc limit 1)`

const INVITATIONS = sql<Row>`
  select invitation.id::text, organization.name as organization, role, ${day('received_at')} as received,
    (select string_agg(coalesce(${day('starts_at')}, on_day), ', ' order by round, id) from meeting
       where invitation_id = invitation.id and cancelled_at is null) as meetings,
    (select string_agg(person.name || ' (' || room.role || ')', ', ' order by person.name collate "C", person.id)
       from room join person on person.id = room.person_id where invitation_id = invitation.id) as room,
    ${DECIDED('verdict')} as decision, ${DECIDED('reason')} as reason, ${DECIDED('note')} as note,
    (select string_agg(kind, ', ' order by at, id) from outcome_held where invitation_id = invitation.id) as outcomes
  from invitation left join organization on organization.id = organization_id
  where removed_at is null order by received_at, invitation.id`

const ENTHUSIASM = (moment: string) =>
  sql`(select value::text from enthusiasm_held where meeting_id = meeting.id and moment = ${sql.lit(moment)}
       order by at desc, id desc limit 1)`

const DEBRIEFS = sql<Row>`
  select debrief.id::text, organization.name as organization, invitation.role, ${day('at')} as written, side,
    ${ENTHUSIASM('before')} as enthusiasm_before, ${ENTHUSIASM('after')} as enthusiasm_after, note,
    (select string_agg(person.name || coalesce(' (' || chemistry || ')', ''), ', ' order by person.name collate "C", person.id)
       from debrief_person join person on person.id = person_id where debrief_id = debrief.id) as people
  from debrief_held as debrief join meeting on meeting.id = meeting_id join invitation on invitation.id = meeting.invitation_id
    left join organization on organization.id = invitation.organization_id
  order by at, debrief.id`

const TABLES: Record<string, { columns: string; query: RawBuilder<Row> }> = {
  'people.csv': {
    columns:
      'id name given_name family_name headline location summary notes tags skills emails phones profiles',
    query: PEOPLE,
  },
  'positions.csv': {
    columns: 'person_id person organization title unit site from to ended seen_on',
    query: POSITIONS,
  },
  'invitations.csv': {
    columns: 'id organization role received meetings room decision reason note outcomes',
    query: INVITATIONS,
  },
  'debriefs.csv': {
    columns: 'id organization role written side enthusiasm_before enthusiasm_after note people',
    query: DEBRIEFS,
  },
}

/** People, positions, invitations and debriefs as CSV, by file name. Times are UTC. */
export async function readableTables({ tx }: Context): Promise<[string, Buffer][]> {
  const files: [string, Buffer][] = []
  for (const [name, { columns, query }] of Object.entries(TABLES)) {
    const { rows } = await query.execute(tx)
    const header = columns.split(' ')
    const cells = rows.map((row) => header.map((column) => row[column] ?? ''))
    files.push([name, Buffer.from(csvOut([header, ...cells]))])
  }
  return files
}
