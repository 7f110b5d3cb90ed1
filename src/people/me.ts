import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { peopleNamed, theOne } from './find.ts'
import { leaveOwnRooms, mergePerson } from './merge.ts'
import { emailMatch } from './names.ts'
import { addOrigin, type OriginId } from './origin.ts'
import { addKeys, addPerson, fillPerson, type NewPerson, type PersonId, UNNAMED } from './person.ts'
import { id, words } from './shapes.ts'

/** Makes this person the jobseeker of the workspace, whose invitations are theirs. */
export async function setMe(context: Context, person: PersonId): Promise<void> {
  const { tx, me } = context
  if (me === person) return
  await tx.updateTable('workspace').set({ me: person }).execute()
  await tx
    .updateTable('invitation')
    .set({ seeker: person })
    .where((eb) => eb.or([eb('seeker', 'is', null), eb('seeker', '=', me)]))
    .execute()
  await leaveOwnRooms(context, person)
}

/** The jobseeker, with what a source says of them; added when nobody is known yet. */
export async function ensureMe(context: Context, given: NewPerson, origin: OriginId): Promise<PersonId> {
  if (context.me !== null) {
    await fillPerson(context, context.me, given)
    await addKeys(context, context.me, given, origin)
    return context.me
  }
  const person = await addPerson(context, given, origin)
  await setMe(context, person)
  return person
}

/** The jobseeker; "You" until somebody says a name, so that the first invitation needs no introduction of oneself. */
export const someMe = async (context: Context, origin: OriginId): Promise<PersonId> =>
  context.me ?? ensureMe(context, { name: UNNAMED }, origin)

export { UNNAMED }

export const meSet = action({
  name: 'me.set',
  says: 'Say who you are: by your name and e-mail address, or by choosing the person who is you.',
  kind: 'write',
  may: ['owner'],
  input: z.object({
    person: words().optional().describe('a person already here: id, exact name, e-mail or profile URL'),
    name: words().optional(),
    email: z.email().optional(),
  }),
  output: z.object({ me: id }),
  async run(context, { person, name, email }) {
    if (person !== undefined) {
      const chosen = theOne('person', person, await peopleNamed(context, person))
      await setMe(context, chosen)
      return { me: chosen }
    }
    if (name === undefined && email === undefined) {
      throw new Refusal(
        'invalid-input',
        said({
          en: 'Say your name or your e-mail address, or choose the person who is you.',
          de: 'Sagen Sie Ihren Namen oder Ihre E-Mail-Adresse, oder wählen Sie die Person, die Sie sind.',
        }),
        'name',
      )
    }
    const origin = await addOrigin(context, 'form', 'who you are')
    const me = await sayMe(context, name, email, origin)
    return { me }
  },
})

/** The person with this address is "me", with what was known of "me" before; otherwise whoever is, completed; otherwise somebody new. */
export async function sayMe(
  context: Context,
  name: string | undefined,
  email: string | undefined,
  origin: OriginId,
): Promise<PersonId> {
  const known = email === undefined ? [] : await peopleNamed(context, emailMatch(email))
  if (known.length === 1 && context.me === null) {
    await setMe(context, known[0]!.id)
    return known[0]!.id
  }
  // Another record with one's own address is oneself: what is known of both is then known of one.
  if (known.length === 1 && known[0]!.id !== context.me) await mergePerson(context, known[0]!.id, context.me!)
  const given = { name: name ?? UNNAMED, ...(email === undefined ? {} : { emails: [email] }) }
  const me = await ensureMe(context, given, origin)
  if (name !== undefined) await context.tx.updateTable('person').set({ name }).where('id', '=', me).execute()
  return me
}
