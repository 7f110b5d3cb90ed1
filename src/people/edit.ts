import { z } from 'zod'
import { action } from '../action.ts'
import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import type { Id } from '../store/ids.ts'
import { findPerson } from './find.ts'
import { addOrigin } from './origin.ts'
import { addKeys } from './person.ts'
import { id, reference, text, words } from './shapes.ts'

// Correcting what is on record about somebody, by hand.

export const personEdit = action({
  name: 'person.edit',
  says: 'Correct what is on record about a person: name, headline, place, notes, tags; or add an address. An empty text removes it.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    person: reference('person'),
    name: words().optional(),
    headline: text(500).optional(),
    location: text(500).optional(),
    notes: text().optional(),
    tags: z.array(words(100)).max(50).optional().describe('all of them'),
    email: z.email().optional().describe('one more address'),
  }),
  output: z.object({ person: id }),
  async run(context, { email, tags, ...input }) {
    const person = await findPerson(context, input.person)
    const { name, headline, location, notes } = input
    const set = {
      ...(name === undefined ? {} : { name: name.trim() }),
      ...emptied({ headline, location, notes }),
      ...(tags === undefined ? {} : { tags: [...new Set(tags.map((tag) => tag.trim()))] }),
    }
    if (Object.keys(set).length > 0)
      await context.tx.updateTable('person').set(set).where('id', '=', person).execute()
    if (email !== undefined) {
      const origin = await addOrigin(context, 'form', 'added by you')
      await addKeys(context, person, { emails: [email] }, origin)
    }
    return { person }
  },
})

/** What was said, with null for an empty text. */
export const emptied = (texts: Record<string, string | undefined>): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, value.trim() === '' ? null : value]],
    ),
  )

export const careerRemove = action({
  name: 'career.remove',
  says: 'Take a position that is wrong out of the work history of a person.',
  kind: 'write',
  may: STAFF,
  input: z.object({ position: id }),
  output: z.object({ position: id, person: id }),
  async run({ tx }, { position }) {
    const gone = await tx
      .deleteFrom('position')
      .where('id', '=', position as Id<'position'>)
      .returning('person_id')
      .executeTakeFirst()
    if (gone) return { position, person: gone.person_id }
    const sentence = { en: 'There is no such position.', de: 'Diese Position gibt es nicht.' }
    throw new Refusal('not-found', said(sentence), 'position')
  },
})
