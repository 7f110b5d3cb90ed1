import type { Context } from '../action.ts'
import { personMatch, profileUrlMatch } from '../people/names.ts'
import { addPerson, type PersonId } from '../people/person.ts'
import { newId } from '../store/ids.ts'
import type { Party } from './records.ts'
import type { FactOf, Placed, Writing } from './writing.ts'

// Messages and requests to connect: who, when, in which direction.

type Directory = { byUrl: Map<string, PersonId>; byName: Map<string, PersonId[]> }

/** Writes contacts down. Somebody who is known by a profile address alone is added; a bare name must fit one person. */
export async function writeContacts(writing: Writing, batch: Placed<FactOf<'contact'>>[]): Promise<void> {
  const { chronicle, counted, context, origin } = writing
  const fresh = batch.filter(({ fact }) => !chronicle.saidTheSame(fact))
  counted.count('unchanged', batch.length - fresh.length)
  if (fresh.length === 0) return
  const directory = await directoryOf(context)
  const rows = []
  for (const { fact } of fresh) {
    const from = await partyPerson(writing, directory, fact.from)
    const to = await Promise.all(fact.to.map((party) => partyPerson(writing, directory, party)))
    const known = to.filter((person) => person !== null && person !== from)
    if (from === null || known.length === 0) {
      counted.skip('nobody here bears that name alone')
      continue
    }
    const common = {
      workspace_id: context.workspace,
      channel: fact.channel,
      at: new Date(fact.at),
      origin_id: origin,
    }
    rows.push(
      ...known.map((person) => ({
        ...common,
        id: newId<'contact'>(),
        from_person: from,
        to_person: person!,
      })),
    )
    counted.count('created')
    chronicle.note(fact)
  }
  if (rows.length > 0) await context.tx.insertInto('contact').values(rows).execute()
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
  for (const { id, name } of people) {
    const key = personMatch(name)
    const same = byName.get(key)
    if (same) same.push(id)
    else byName.set(key, [id])
  }
  return { byUrl: new Map(urls.map(({ value, person_id }) => [value, person_id])), byName }
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
  return added
}

function isOwner({ owner }: Writing, { name, profileUrl }: Party): boolean {
  if (owner.profileUrl && profileUrl) return profileUrlMatch(owner.profileUrl) === profileUrlMatch(profileUrl)
  return owner.name !== undefined && name !== undefined && personMatch(owner.name) === personMatch(name)
}
