import { sql } from 'kysely'
import type { Context } from '../action.ts'
import type { OrganizationId } from './organization.ts'
import type { PersonId } from './person.ts'

/** What the records, and one's own word, say of what an organization does: what its industry is judged by. */
export type OrganizationRecord = {
  id: OrganizationId
  name: string
  industry: string | null
  domain: string | null
  /** The newest word of the person about it. */
  does?: string
  /** Beginnings of the descriptions of its newest openings, open or closed. */
  postings: string[]
}

/** The newest postings tell enough, and a posting tells first whose it is. */
const POSTINGS = 3
const BEGINNING = 2000

/** Every organization on record by name, or the one; `person`: whose own word counts. */
export async function organizationRecords(
  { tx }: Context,
  person: PersonId | null,
  only?: OrganizationId,
): Promise<OrganizationRecord[]> {
  const { rows } = await sql<Omit<OrganizationRecord, 'does'> & { does: string | null }>`
    select organization.id, name, industry, domain, word.text as does, coalesce(postings, '{}') as postings
    from organization
    left join (
      select distinct on (organization_id) organization_id, text from organization_word
      where says = 'does' and person_id = ${person} order by organization_id, at desc, id desc
    ) as word on word.organization_id = organization.id
    left join (
      select organization_id, array_agg(left(description, ${BEGINNING}::int) order by place) as postings
      from (
        select organization_id, description,
          row_number() over (partition by organization_id order by first_seen desc, id desc) as place
        from opening where description <> ''
      ) as newest
      where place <= ${POSTINGS}::int group by organization_id
    ) as posted on posted.organization_id = organization.id
    ${only === undefined ? sql`` : sql`where organization.id = ${only}`}
    order by name, id`.execute(tx)
  return rows.map(({ does, ...row }) => (does === null ? row : { ...row, does }))
}
