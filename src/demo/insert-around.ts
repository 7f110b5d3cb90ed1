import { sql } from 'kysely'
import type { Tx } from '../store/db.ts'
import type { Loading } from './load.ts'
import { dayBefore } from './rows.ts'
import { columnsOf, idOf, table } from './sql.ts'

// One statement a table and piece: what the seeker's own files say, and openings.

export function addContacts(tx: Tx, loading: Loading, n: readonly number[]) {
  const rows = n.map((row) => loading.data.contacts[row]!)
  const given = table({
    n: ['int', n],
    sender: ['int', columnsOf(rows, 'from')],
    receiver: ['int', columnsOf(rows, 'to')],
    channel: ['text', columnsOf(rows, 'channel')],
    at: ['timestamptz', rows.map(({ at }) => new Date(at).toISOString())],
  })
  return sql`
    insert into contact (workspace_id, id, channel, from_person, to_person, at, origin_id)
    select ${loading.workspace}, ${idOf(loading, 'contact', 'n')}, channel, ${idOf(loading, 'person', 'sender')},
           ${idOf(loading, 'person', 'receiver')}, at,
           case channel when 'calendar' then ${loading.origins.calendar}::uuid else ${loading.origins.export}::uuid end
    from ${given}`.execute(tx)
}

export function addRecommendations(tx: Tx, loading: Loading, n: readonly number[]) {
  const recommendations = n.map((row) => loading.data.recommendations[row]!)
  const given = table({
    n: ['int', n],
    sender: ['int', columnsOf(recommendations, 'from')],
    receiver: ['int', columnsOf(recommendations, 'to')],
    day: ['text', recommendations.map(({ days }) => dayBefore(loading.data.now, days))],
  })
  return sql`
    insert into recommendation (workspace_id, id, from_person, to_person, given_on, origin_id)
    select ${loading.workspace}, ${idOf(loading, 'recommendation', 'n')}, ${idOf(loading, 'person', 'sender')},
           ${idOf(loading, 'person', 'receiver')}, day, ${loading.origins.export}::uuid
    from ${given}`.execute(tx)
}

export function addOpenings(tx: Tx, loading: Loading, n: readonly number[]) {
  const { data } = loading
  const rows = n.map((row) => data.openings[row]!)
  const posted = rows.map((row) => dayBefore(data.now, row.posted))
  const given = table({
    n: ['int', n],
    place: ['int', columnsOf(rows, 'organization')],
    title: ['text', columnsOf(rows, 'title')],
    about: ['text', columnsOf(rows, 'description')],
    location: ['text', columnsOf(rows, 'location')],
    remote: ['boolean', columnsOf(rows, 'remote')],
    posted: ['text', posted],
    closed: ['timestamptz', rows.map(({ closed }) => (closed === null ? null : dayBefore(data.now, closed)))],
  })
  return sql`
    insert into opening (workspace_id, id, organization_id, title, description, location, remote, url, posted_on,
                         first_seen, closed_at, origin_id)
    select ${loading.workspace}, ${idOf(loading, 'opening', 'n')}, ${idOf(loading, 'organization', 'place')}, title,
           about, location, remote, 'https://jobs.example.com/' || n, posted, posted::timestamptz, closed,
           ${loading.origins.world}::uuid
    from ${given}`.execute(tx)
}

/** Two records that may be one person, noted by the import that brought the second. */
export function addLookAlikes(tx: Tx, loading: Loading, n: readonly number[]) {
  const { data, workspace } = loading
  const lookAlikes = n.map((row) => data.lookAlikes[row]!)
  const given = table({
    a: ['int', columnsOf(lookAlikes, 'a')],
    b: ['int', columnsOf(lookAlikes, 'b')],
    because: ['text', columnsOf(lookAlikes, 'because')],
  })
  return sql`
    insert into look_alike (workspace_id, a, b, because, state, at)
    select ${workspace}, ${idOf(loading, 'person', 'a')}, ${idOf(loading, 'person', 'b')}, because, 'open', ${data.now}
    from ${given}`.execute(tx)
}
