import type { Context } from '../../action.ts'
import { ensureMe, sayMe, UNNAMED } from '../../people/me.ts'
import type { OriginId } from '../../people/origin.ts'
import { addKeys, fillPerson, type PersonId } from '../../people/person.ts'
import { sayPosition } from '../../people/position.ts'
import { newId } from '../../store/ids.ts'
import { personOfParty } from './party-person.ts'
import type { Outcome } from './tally.ts'
import type { Owner } from './whose-export.ts'
import type { FactOf, Writing } from './writing.ts'

/** The jobseeker, by what the export tells of its owner; "You" until somebody says a name. */
export async function ownerPerson(context: Context, owner: Owner, origin: OriginId): Promise<PersonId> {
  const { name, emails, profileUrl } = owner
  if (owner.told === 'said') {
    const me = await sayMe(context, context.me === null ? name : undefined, emails[0], origin)
    await addKeys(context, me, { emails }, origin)
    return me
  }
  if (context.me !== null && owner.told === 'nobody') return context.me
  const given = { name: name ?? UNNAMED, emails, ...(profileUrl ? { profileUrls: [profileUrl] } : {}) }
  const me = await ensureMe(context, given, origin)
  if (name !== undefined) await giveName(context, me, name)
  return me
}

/** Somebody who was only "You", or an address, gets the name that a source tells. */
export async function giveName({ tx }: Context, me: PersonId, name: string): Promise<void> {
  await tx
    .updateTable('person')
    .set({ name })
    .where('id', '=', me)
    .where((eb) => eb.or([eb('name', '=', UNNAMED), eb('name', 'like', '%@%')]))
    .execute()
}

export async function writeOwner({ context, me, origin }: Writing, fact: FactOf<'owner'>): Promise<Outcome> {
  const { emails = [], profileUrl, headline, summary, skills = [], givenName, familyName } = fact
  const given = {
    ...(givenName ? { givenName } : {}),
    ...(familyName ? { familyName } : {}),
    ...(headline ? { headline } : {}),
    ...(summary ? { summary } : {}),
    skills,
  }
  await fillPerson(context, me, given)
  await addKeys(context, me, { emails, ...(profileUrl ? { profileUrls: [profileUrl] } : {}) }, origin)
  return 'created'
}

export const writeOwnPosition = (
  { context, me, origin }: Writing,
  fact: FactOf<'own-position'>,
): Promise<Outcome> => sayPosition(context, me, fact.position, origin)

/** Somebody recommended the owner, or the owner somebody. An unknown person is added: they wrote a recommendation. */
export async function writeRecommendation(
  writing: Writing,
  fact: FactOf<'recommendation'>,
): Promise<Outcome> {
  const { context, me, origin } = writing
  const person = await personOfParty(writing, fact.person)
  const [from, to] = fact.direction === 'received' ? [person, me] : [me, person]
  await context.tx
    .insertInto('recommendation')
    .values({
      workspace_id: context.workspace,
      id: newId(context.now.getTime()),
      from_person: from,
      to_person: to,
      given_on: fact.on ?? null,
      origin_id: origin,
    })
    .execute()
  return 'created'
}
