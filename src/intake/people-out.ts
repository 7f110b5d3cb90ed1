import { sql } from 'kysely'
import type { Context } from '../action.ts'
import { type PersonId, UNNAMED } from '../people/person.ts'
import type { PersonFact, PositionFact } from './records.ts'
import { compact } from './text/json.ts'

// People on their way out, in the words in which they came in.

type Row = {
  id: PersonId
  name: string
  given_name: string | null
  family_name: string | null
  headline: string | null
  summary: string | null
  location: string | null
  notes: string | null
  skills: string[]
  tags: string[]
  extra: Record<string, unknown>
  /** What a card that told of them was called by: the same again on the way out. */
  card_key: string | null
  keys: { kind: 'email' | 'phone' | 'profile-url'; value: string }[] | null
  positions: Position[] | null
}

type Position = {
  name: string
  url: string | null
  title: string | null
  unit: string | null
  site: string | null
  from_date: string | null
  to_date: string | null
  ended: boolean
}

/** One person, or all but those merged into others and a jobseeker who has no name yet; by name. */
export async function peopleOut({ tx, me }: Context, only?: PersonId): Promise<PersonFact[]> {
  const { rows } = await sql<Row>`
    select person.id, person.name, given_name, family_name, headline, summary, location, notes, skills, tags, extra,
      (select min(key) from source_record where source = 'vcard' and subject = person.id) as card_key,
      (select json_agg(json_build_object('kind', kind, 'value', value) order by value)
         from person_key where person_id = person.id) as keys,
      (select json_agg(json_build_object('name', organization.name, 'url', organization.url, 'title', title,
          'unit', unit, 'site', site, 'from_date', from_date, 'to_date', to_date, 'ended', ended) order by position.id)
         from position join organization on organization.id = position.organization_id
         where person_id = person.id) as positions
    from person
    where merged_into is null and (${only ?? null}::uuid is null or person.id = ${only ?? null}::uuid)
      and not (person.id is not distinct from ${me}::uuid and person.name = ${UNNAMED} and ${only ?? null}::uuid is null)
    order by person.name collate "C", person.id`.execute(tx)
  return rows.map(factOf)
}

const said = (text: string | null): string | undefined => text ?? undefined

function factOf(row: Row): PersonFact {
  const of = (kind: string) => (row.keys ?? []).filter((key) => key.kind === kind).map(({ value }) => value)
  return compact<PersonFact>({
    kind: 'person',
    key: row.card_key ?? row.id,
    name: row.name,
    givenName: said(row.given_name),
    familyName: said(row.family_name),
    emails: of('email'),
    phones: of('phone'),
    profileUrls: of('profile-url').map((url) => `https://${url}`),
    headline: said(row.headline),
    summary: said(row.summary),
    location: said(row.location),
    skills: row.skills,
    positions: (row.positions ?? []).map(positionOf),
    notes: said(row.notes),
    tags: row.tags,
    extra: row.extra,
  })
}

const positionOf = (row: Position): PositionFact =>
  compact({
    organization: compact({ name: row.name, url: said(row.url) }),
    title: said(row.title),
    unit: said(row.unit),
    site: said(row.site),
    from: said(row.from_date),
    to: said(row.to_date),
    current: row.ended ? (row.to_date === null ? false : undefined) : true,
  })
