import { sql } from 'kysely'
import type { Context } from '../action.ts'
import { said } from '../language.ts'
import { isId } from '../store/ids.ts'
import type { PersonId } from './person.ts'

// Rows about one person, given out to that person, without who others are. That there was a tie, a meeting, an
// introduction is theirs to know; with whom is the other's. Ids become what they stand for.

export type Row = Record<string, unknown>
type Tables = ReadonlyMap<string, Row[]>

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu

/** What is bookkeeping of ours, and no data about anybody. */
const OURS = ['workspace_id', 'origin_id', 'key', 'number']

export async function withoutOthers(
  context: Context,
  people: readonly PersonId[],
  tables: Tables,
): Promise<Map<string, Row[]>> {
  const texts = [...tables.values()].flat().flatMap(stringsIn)
  const meant = await meaningOf(context, people, texts.filter(isId))
  const own = await ownAddresses(context, people)
  const others = await othersNamed(
    context,
    people,
    texts.filter((text) => !isId(text)),
  )
  const another = said(ANOTHER)
  const redacted = (text: string): string => {
    if (isId(text)) return meant.get(text) ?? text
    const nobody = others.reduce((left, name) => left.replaceAll(name, another), text)
    return nobody.replace(ADDRESS, (address) => (own.has(address.toLowerCase()) ? address : another))
  }
  return new Map([...tables].map(([table, rows]) => [table, rows.map((row) => mapped(row, redacted) as Row)]))
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => mapped(one, change))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => !OURS.includes(key))
  return Object.fromEntries(entries.map(([key, one]) => [key, mapped(one, change)]))
}

/** What an id stands for: this person, another one, an organization by its name, a member by their part. */
async function meaningOf({ tx }: Context, people: readonly PersonId[], ids: readonly string[]) {
  const asked = sql`any(${[...new Set(ids)]}::uuid[])`
  const { rows } = await sql<{ id: string; says: string | null }>`
    select id, null as says from person where id = ${asked}
    union all select id, name from organization where id = ${asked}
    union all select id, role from member where id = ${asked}`.execute(tx)
  const word = (id: string) => said(people.includes(id as PersonId) ? THIS : ANOTHER)
  return new Map(rows.map(({ id, says }) => [id, says ?? word(id)]))
}

async function ownAddresses({ tx }: Context, people: readonly PersonId[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('person_key')
    .select('value')
    .where('kind', '=', 'email')
    .where('person_id', 'in', people)
    .execute()
  return new Set(rows.map(({ value }) => value))
}

/** Full names of others that stand in these texts, the longest first. A single word may be anything. */
async function othersNamed({ tx }: Context, people: readonly PersonId[], texts: readonly string[]) {
  const { rows } = await sql<{ name: string }>`
    select distinct name from person
    where id <> all(${people}::uuid[]) and name like '% %' and strpos(${texts.join('\n')}, name) > 0
      and name <> all(select name from person where id = any(${people}::uuid[]))`.execute(tx)
  return rows.map(({ name }) => name).sort((one, other) => other.length - one.length)
}

const ANOTHER = { en: 'another person', de: 'eine andere Person' }
const THIS = { en: 'this person', de: 'diese Person' }
