import { sql } from 'kysely'
import type { Tx } from '../store/db.ts'
import type { Loading } from './load.ts'
import { dayBefore, keyRows, organizationRow, personRow, positionRow } from './rows.ts'
import { columnsOf, idOf, table } from './sql.ts'

// One statement a table and piece: the many.

export function addOrganizations(tx: Tx, loading: Loading, n: readonly number[]) {
  const rows = n.map((place) => organizationRow(loading.data, place))
  const given = table({
    n: ['int', n],
    name: ['text', columnsOf(rows, 'name')],
    match: ['text', columnsOf(rows, 'match')],
    host: ['text', columnsOf(rows, 'domain')],
    industry: ['text', columnsOf(rows, 'industry')],
    size: ['int', columnsOf(rows, 'headCount')],
  })
  return sql`
    insert into organization (workspace_id, id, name, match_name, domain, url, industry, head_count, origin_id, created_at)
    select ${loading.workspace}, ${idOf(loading, 'organization', 'n')}, name, match, host, 'https://' || host, industry,
           size, ${loading.origins.world}::uuid, ${loading.data.now} from ${given}`.execute(tx)
}

export function addUnits(tx: Tx, loading: Loading, n: readonly number[]) {
  const units = n.map((row) => loading.data.units[row]!)
  const given = table({
    place: ['int', columnsOf(units, 'organization')],
    name: ['text', columnsOf(units, 'name')],
    size: ['int', columnsOf(units, 'headCount')],
  })
  return sql`
    insert into unit (workspace_id, organization_id, name, head_count)
    select ${loading.workspace}, ${idOf(loading, 'organization', 'place')}, name, size from ${given}`.execute(
    tx,
  )
}

export function addPeople(tx: Tx, loading: Loading, n: readonly number[]) {
  const rows = n.map((person) => personRow(loading.data, person))
  const given = table({
    n: ['int', n],
    name: ['text', columnsOf(rows, 'name')],
    given: ['text', columnsOf(rows, 'given')],
    family: ['text', columnsOf(rows, 'family')],
    headline: ['text', columnsOf(rows, 'headline')],
    location: ['text', columnsOf(rows, 'location')],
    skills: ['text', columnsOf(rows, 'skills')],
  })
  return sql`
    insert into person (workspace_id, id, name, given_name, family_name, headline, location, skills, tags, extra,
                        origin_id, created_at)
    select ${loading.workspace}, ${idOf(loading, 'person', 'n')}, name, given, family, headline, location,
           string_to_array(skills, '|'), '{}', '{}', ${loading.origins.world}::uuid, ${loading.data.now}
    from ${given}`.execute(tx)
}

export function addKeys(tx: Tx, loading: Loading, n: readonly number[]) {
  const rows = n.flatMap((person) =>
    keyRows(loading.data, person).map(([kind, value]) => ({ person, kind, value })),
  )
  const given = table({
    n: ['int', columnsOf(rows, 'person')],
    kind: ['text', columnsOf(rows, 'kind')],
    value: ['text', columnsOf(rows, 'value')],
  })
  return sql`
    insert into person_key (workspace_id, kind, value, person_id, origin_id)
    select ${loading.workspace}, kind, value, ${idOf(loading, 'person', 'n')}, ${loading.origins.world}::uuid
    from ${given}`.execute(tx)
}

export function addPositions(tx: Tx, loading: Loading, n: readonly number[]) {
  const rows = n.map((row) => positionRow(loading.data, row))
  const given = table({
    n: ['int', n],
    person: ['int', columnsOf(rows, 'person')],
    place: ['int', columnsOf(rows, 'organization')],
    title: ['text', columnsOf(rows, 'title')],
    unit: ['text', columnsOf(rows, 'unit')],
    since: ['text', columnsOf(rows, 'from')],
    until: ['text', columnsOf(rows, 'to')],
    ended: ['boolean', columnsOf(rows, 'ended')],
    seen: ['text', columnsOf(rows, 'seen')],
  })
  return sql`
    insert into position (workspace_id, id, person_id, organization_id, title, unit, from_date, to_date, ended, seen_on,
                          origin_id)
    select ${loading.workspace}, ${idOf(loading, 'position', 'n')}, ${idOf(loading, 'person', 'person')},
           ${idOf(loading, 'organization', 'place')}, title, unit, since, until, ended, seen,
           ${loading.origins.world}::uuid
    from ${given}`.execute(tx)
}

export function addConnections(tx: Tx, loading: Loading, n: readonly number[]) {
  const { a, b, since } = loading.data.connections
  const given = table({
    a: ['int', n.map((row) => a[row]!)],
    b: ['int', n.map((row) => b[row]!)],
    since: ['text', n.map((row) => dayBefore(loading.data.now, since[row]!))],
  })
  return sql`
    insert into connection (workspace_id, a, b, since, origin_id)
    select ${loading.workspace}, ${idOf(loading, 'person', 'a')}, ${idOf(loading, 'person', 'b')}, since,
           case when a = 0 then ${loading.origins.export}::uuid else ${loading.origins.world}::uuid end
    from ${given}`.execute(tx)
}
