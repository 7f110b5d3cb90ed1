import { peopleNamed } from '../../people/find.ts'
import { addPerson, type PersonId } from '../../people/person.ts'
import type { Party } from '../records.ts'
import type { Writing } from './writing.ts'

/** The one person whom a source names so; added when nobody here, or more than one, is known so. */
export async function personOfParty(
  { context, origin }: Pick<Writing, 'context' | 'origin'>,
  party: Party,
): Promise<PersonId> {
  const given = party.profileUrl ?? party.email ?? party.name ?? ''
  const found = await peopleNamed(context, given)
  if (found.length === 1) return found[0]!.id
  const keys = {
    ...(party.email ? { emails: [party.email] } : {}),
    ...(party.profileUrl ? { profileUrls: [party.profileUrl] } : {}),
  }
  return addPerson(context, { name: party.name ?? given, ...keys }, origin)
}
