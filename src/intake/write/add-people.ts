import { sql } from 'kysely'
import { organizationMatch } from '../../people/names.ts'
import type { OrganizationId } from '../../people/organization.ts'
import { keysOf, type NewPerson, type PersonId } from '../../people/person.ts'
import { today } from '../../people/position.ts'
import { newId } from '../../store/ids.ts'
import type { OrganizationName, PersonFact } from '../records.ts'
import type { Writing } from './writing.ts'

// New people with everything that hangs on them: a round of queries for a batch, not for each.

export type Added = { fact: PersonFact; id: PersonId }

/**
 * Adds new people with their keys, positions and connections. What can be made ready without the database is made
 * ready at once; the rest goes into the line.
 */
export function addPeople(writing: Writing, added: readonly Added[]): Promise<void> {
  const { context, me, line } = writing
  const common = { workspace_id: context.workspace, origin_id: writing.origin }
  const people = json(added.map(({ fact, id }) => personRow(writing, fact, id)))
  const keys = json(
    added.flatMap(({ fact, id }) => keysOf(fact).map((key) => ({ ...key, ...common, person_id: id }))),
  )
  const connections = json(
    added
      .filter(({ fact }) => fact.connected !== undefined)
      .map(({ fact, id }) => ({ ...common, ...pairOf(me, id), since: fact.connected?.on ?? null })),
  )
  return line.add(async () => {
    await insert(writing, 'person', people)
    await insert(writing, 'person_key', keys)
    await insert(writing, 'connection', connections)
    await insert(writing, 'position', json(await positionRows(writing, added)))
  })
}

const pairOf = (one: PersonId, other: PersonId) => (one < other ? { a: one, b: other } : { a: other, b: one })

/** What a source says of a person, without how it says it. */
export function newPerson(fact: PersonFact): NewPerson {
  const { kind: _, key: __, me: ___, positions: ____, education, connected: _____, extra, ...given } = fact
  const more = { ...extra, ...(education ? { education } : {}) }
  return { ...given, ...(Object.keys(more).length > 0 ? { extra: more } : {}) }
}

type Table = 'person' | 'person_key' | 'position' | 'connection'

/** Rows go as one JSON parameter: a placeholder for each value of a thousand rows costs more than the rows. */
const json = (rows: readonly object[]): string | null => (rows.length === 0 ? null : JSON.stringify(rows))

async function insert({ context }: Writing, table: Table, rows: string | null): Promise<void> {
  if (rows === null) return
  await sql`
    insert into ${sql.table(table)}
    select * from json_populate_recordset(null::${sql.table(table)}, ${rows}::json)
    on conflict do nothing`.execute(context.tx)
}

function personRow({ context, origin }: Writing, fact: PersonFact, id: PersonId) {
  const given = newPerson(fact)
  return {
    workspace_id: context.workspace,
    id,
    name: given.name,
    given_name: given.givenName ?? null,
    family_name: given.familyName ?? null,
    headline: given.headline ?? null,
    summary: given.summary ?? null,
    location: given.location ?? null,
    notes: given.notes ?? null,
    skills: given.skills ?? [],
    tags: given.tags ?? [],
    extra: given.extra ?? {},
    merged_into: null,
    origin_id: origin,
    created_at: context.now,
  }
}

async function positionRows(writing: Writing, added: readonly Added[]) {
  const said = added.flatMap(({ fact, id }) =>
    (fact.positions ?? []).map((position) => ({ position, person: id })),
  )
  const organizations = await organizationIds(
    writing,
    said.map(({ position }) => position.organization),
  )
  const { context, origin } = writing
  return said.map(({ position, person }) => ({
    workspace_id: context.workspace,
    id: newId<'position'>(context.now.getTime()),
    person_id: person,
    organization_id: organizations.get(organizationMatch(position.organization.name))!,
    title: position.title ?? null,
    unit: position.unit ?? null,
    site: position.site ?? null,
    from_date: position.from ?? null,
    to_date: position.to ?? null,
    ended: position.to !== undefined || position.current === false,
    seen_on: today(context),
    origin_id: origin,
  }))
}

/** Organizations by their name as compared; those that are new are added. */
async function organizationIds(
  { context, origin }: Writing,
  named: readonly OrganizationName[],
): Promise<Map<string, OrganizationId>> {
  const wanted = new Map(named.map((organization) => [organizationMatch(organization.name), organization]))
  const rows = [...wanted].map(([match, { name, domain, url, industry }]) => ({
    ...{ id: newId<'organization'>(context.now.getTime()), name, match },
    ...{ domain: domain ?? null, url: url ?? null, industry: industry ?? null },
  }))
  const column = (field: keyof (typeof rows)[number]) => rows.map((row) => row[field])
  await sql`
    insert into organization
      (workspace_id, id, name, match_name, domain, url, industry, head_count, origin_id, created_at)
    select ${context.workspace}::uuid, said.*, null, ${origin}::uuid, ${context.now}::timestamptz
    from unnest(${column('id')}::uuid[], ${column('name')}::text[], ${column('match')}::text[],
                ${column('domain')}::text[], ${column('url')}::text[], ${column('industry')}::text[]) as said
    on conflict (workspace_id, match_name) do nothing`.execute(context.tx)
  const found = await sql<{ id: OrganizationId; match_name: string }>`
    select id, match_name from organization where match_name = any(${[...wanted.keys()]})`.execute(context.tx)
  return new Map(found.rows.map(({ id, match_name }) => [match_name, id]))
}
