import type { Context } from '../action.ts'
import { type Id, newId } from '../store/ids.ts'
import type { PersonKeyTable } from '../store/tables.ts'
import { isOneName } from './name/agree.ts'
import { emailMatch, isSharedBox, personMatch, profileUrlMatch } from './names.ts'
import type { OriginId } from './origin.ts'

export type PersonId = Id<'person'>

/** What the jobseeker is called until a source tells their name. */
export const UNNAMED = 'You'

export type NewPerson = {
  name: string
  givenName?: string
  familyName?: string
  emails?: string[]
  profileUrls?: string[]
  phones?: string[]
  headline?: string
  summary?: string
  location?: string
  notes?: string
  skills?: string[]
  tags?: string[]
  extra?: Record<string, unknown>
}

export type Key = Pick<PersonKeyTable, 'kind' | 'value'>

/** What identifies a person, as it is compared. */
export function keysOf({ emails = [], profileUrls = [], phones = [] }: Partial<NewPerson>): Key[] {
  const keys: Key[] = [
    ...profileUrls.map((url) => ({ kind: 'profile-url' as const, value: profileUrlMatch(url) })),
    ...emails.map((email) => ({ kind: 'email' as const, value: emailMatch(email) })),
    ...phones.map((phone) => ({ kind: 'phone' as const, value: phone.replace(/[^\d+]/g, '') })),
  ]
  return keys.filter(({ value }) => value !== '')
}

/** Adds a person with what identifies them. Nothing is matched: see `matchPerson`. */
export async function addPerson(context: Context, given: NewPerson, origin: OriginId): Promise<PersonId> {
  const { tx, workspace, now } = context
  const id = newId<'person'>(now.getTime())
  await tx
    .insertInto('person')
    .values({
      workspace_id: workspace,
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
      extra: JSON.stringify(given.extra ?? {}),
      merged_into: null,
      origin_id: origin,
      created_at: now,
    })
    .execute()
  await addKeys(context, id, given, origin)
  return id
}

export async function addKeys(
  { tx, workspace }: Context,
  person: PersonId,
  given: Partial<NewPerson>,
  origin: OriginId,
): Promise<void> {
  const rows = keysOf(given).map((key) => ({
    ...key,
    workspace_id: workspace,
    person_id: person,
    origin_id: origin,
  }))
  if (rows.length === 0) return
  await tx
    .insertInto('person_key')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Completes a person: name and notes stay as they were said, headline, summary and place become the newest. */
export async function fillPerson({ tx }: Context, id: PersonId, given: Partial<NewPerson>): Promise<void> {
  const known = await tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  await tx
    .updateTable('person')
    .set({
      given_name: known.given_name ?? given.givenName ?? null,
      family_name: known.family_name ?? given.familyName ?? null,
      headline: given.headline ?? known.headline,
      summary: given.summary ?? known.summary,
      location: given.location ?? known.location,
      notes: known.notes ?? given.notes ?? null,
      skills: [...new Set([...known.skills, ...(given.skills ?? [])])],
      tags: [...new Set([...known.tags, ...(given.tags ?? [])])],
      extra: JSON.stringify({ ...known.extra, ...given.extra }),
    })
    .where('id', '=', id)
    .execute()
}

export type Match =
  | { how: 'same'; person: PersonId }
  | { how: 'look'; person: PersonId; because: string }
  | { how: 'nobody' }

/**
 * Whether somebody already here is this person. The same profile URL or e-mail and the same name, in whatever spelling,
 * or one that they once had: yes. One of them under another name: somebody has to look.
 */
export async function matchPerson({ tx }: Context, given: NewPerson): Promise<Match> {
  const exact = keysOf(given).filter(({ kind }) => kind !== 'phone')
  if (exact.length === 0) return { how: 'nobody' }
  const found = await tx
    .selectFrom('person_key')
    .innerJoin('person', 'person.id', 'person_key.person_id')
    .leftJoin('person as once', 'once.merged_into', 'person.id')
    .select(['person.id', 'person.name', 'once.name as once', 'person_key.kind', 'person_key.value'])
    .where('person.merged_into', 'is', null)
    .where((eb) =>
      eb.or(exact.map((key) => eb.and([eb('person_key.kind', '=', key.kind), eb('value', '=', key.value)]))),
    )
    .orderBy('person.id')
    .execute()
  const isSame = (name: string | null) => name !== null && sameName(name, given.name)
  const same = found.find(({ name }) => isSame(name)) ?? found.find(({ once }) => isSame(once))
  if (same) return { how: 'same', person: same.id }
  const other = found.find(isOnes)
  if (other === undefined) return { how: 'nobody' }
  const what = other.kind === 'email' ? 'e-mail address' : 'profile URL'
  return { how: 'look', person: other.id, because: `the same ${what}, but the names differ` }
}

/** A key of one person alone, as far as it tells: a box that several people read says nothing of who they are. */
export const isOnes = ({ kind, value }: Key): boolean => kind !== 'email' || !isSharedBox(value)

/**
 * Whether two names at one address are one person's without anybody looking: spellings and nicknames are. An address
 * stands for a name where no name was given with it.
 */
export function sameName(a: string, b: string): boolean {
  return personMatch(a) === personMatch(b) || a.includes('@') || b.includes('@') || isOneName(a, b)
}

/** Puts two records before the user: they may be one person. */
export async function queueLookAlike(
  { tx, workspace, now }: Context,
  one: PersonId,
  other: PersonId,
  because: string,
): Promise<void> {
  const [a, b] = one < other ? [one, other] : [other, one]
  await tx
    .insertInto('look_alike')
    .values({ workspace_id: workspace, a, b, because, state: 'open', at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
