import type { Insertable } from 'kysely'
import type { Context } from '../../action.ts'
import { personMatch, profileUrlMatch } from '../../people/names.ts'
import { addPerson, type PersonId } from '../../people/person.ts'
import { newId } from '../../store/ids.ts'
import type { Tables } from '../../store/tables.ts'
import type { Party } from '../records.ts'
import type { FactOf, Placed, Writing } from './writing.ts'

// Messages and requests to connect: who, when, in which direction.

type Directory = { byUrl: Map<string, PersonId>; byName: Map<string, PersonId[]> }

/**
 * Writes contacts down. Somebody who is known by a profile address alone is added; a bare name must fit one person,
 * and waits for the end of the file, because a later row may tell who bears it.
 */
export async function writeContacts(writing: Writing, batch: Placed<FactOf<'contact'>>[]): Promise<void> {
  const { chronicle, counted } = writing
  const fresh = batch.filter(({ fact }) => !chronicle.saidTheSame(fact))
  counted.count('unchanged', batch.length - fresh.length)
  writing.waiting.push(...(await writeKnown(writing, fresh)))
}

/** At the end of the file: what is still between people whom nobody here is known to be is skipped. */
export async function writeWaiting(writing: Writing): Promise<void> {
  const left = await writeKnown(writing, writing.waiting)
  for (const _ of left) writing.counted.skip('nobody here bears that name alone')
}

/** PostgreSQL takes at most 65,535 parameters in one statement. */
const ROWS = 5000

/** Writes those whose parties are known; answers the others. */
async function writeKnown(
  writing: Writing,
  placed: Placed<FactOf<'contact'>>[],
): Promise<Placed<FactOf<'contact'>>[]> {
  if (placed.length === 0) return []
  const { chronicle, counted, context } = writing
  const directory = await directoryOf(context)
  const rows: ContactRow[] = []
  const left = []
  for (const one of placed) {
    const between = await rowsOf(writing, directory, one.fact)
    if (between.length === 0) {
      left.push(one)
      continue
    }
    rows.push(...between)
    counted.count('created')
    chronicle.note(one.fact)
  }
  for (let at = 0; at < rows.length; at += ROWS) {
    await context.tx
      .insertInto('contact')
      .values(rows.slice(at, at + ROWS))
      .execute()
  }
  return left
}

type ContactRow = Insertable<Tables['contact']>

/** A row for each person it went to; none when the sender, or everybody else, is not known. */
async function rowsOf(
  writing: Writing,
  directory: Directory,
  fact: FactOf<'contact'>,
): Promise<ContactRow[]> {
  const from = await partyPerson(writing, directory, fact.from)
  const to: PersonId[] = []
  for (const party of fact.to) {
    const person = await partyPerson(writing, directory, party)
    if (person !== null && person !== from) to.push(person)
  }
  if (from === null) return []
  const { context, origin } = writing
  return [...new Set(to)].map((person) => ({
    workspace_id: context.workspace,
    id: newId<'contact'>(),
    channel: fact.channel,
    from_person: from,
    to_person: person,
    at: new Date(fact.at),
    origin_id: origin,
  }))
}

async function directoryOf({ tx }: Context): Promise<Directory> {
  const urls = await tx
    .selectFrom('person_key')
    .select(['value', 'person_id'])
    .where('kind', '=', 'profile-url')
    .orderBy('person_id')
    .execute()
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('merged_into', 'is', null)
    .orderBy('id')
    .execute()
  const byName = new Map<string, PersonId[]>()
  for (const { id, name } of people) listUnder(byName, personMatch(name), id)
  return { byUrl: new Map(urls.map(({ value, person_id }) => [value, person_id])), byName }
}

function listUnder(lists: Map<string, PersonId[]>, key: string, id: PersonId): void {
  const list = lists.get(key)
  if (list) list.push(id)
  else lists.set(key, [id])
}

async function partyPerson(writing: Writing, directory: Directory, party: Party): Promise<PersonId | null> {
  if (isOwner(writing, party)) return writing.me
  const url = party.profileUrl ? profileUrlMatch(party.profileUrl) : undefined
  const byUrl = url === undefined ? undefined : directory.byUrl.get(url)
  if (byUrl !== undefined) return byUrl
  const named = directory.byName.get(personMatch(party.name ?? '')) ?? []
  if (url === undefined || named.length === 1) return named.length === 1 ? named[0]! : null
  const given = { name: party.name ?? party.profileUrl!, profileUrls: [party.profileUrl!] }
  const added = await addPerson(writing.context, given, writing.origin)
  directory.byUrl.set(url, added)
  listUnder(directory.byName, personMatch(given.name), added)
  return added
}

function isOwner({ owner }: Writing, { name, profileUrl }: Party): boolean {
  if (owner.profileUrl && profileUrl) return profileUrlMatch(owner.profileUrl) === profileUrlMatch(profileUrl)
  return owner.name !== undefined && name !== undefined && personMatch(owner.name) === personMatch(name)
}
