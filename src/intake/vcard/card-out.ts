import { z } from 'zod'
import { action } from '../../action.ts'
import { findPerson } from '../../people/find.ts'
import { reference } from '../../people/shapes.ts'
import { STAFF } from '../../role.ts'
import { peopleOut } from '../people-out.ts'
import { writeCard } from './write-card.ts'

/** The way out of what a vCard brings in: the cards round-trip, with what was kept of them. */
export const personCard = action({
  name: 'person.card',
  says: 'A person, or everybody, as vCards for an address book: all that a card brought in, and positions with their dates.',
  kind: 'read',
  file: true,
  may: STAFF,
  input: z.object({
    person: reference('person')
      .optional()
      .describe('only this one: id, or exact name, e-mail or profile URL'),
    version: z.enum(['4.0', '3.0']).default('4.0').describe('3.0 for older address books'),
    notes: z.boolean().default(true).describe('with what you noted about them; not for a card to hand on'),
  }),
  output: z.object({ name: z.string(), cards: z.number().int(), vcf: z.string() }),
  async run(context, { person, version, notes }) {
    const only = person === undefined ? undefined : await findPerson(context, person)
    const people = await peopleOut(context, only)
    const cards = people.map((one) => writeCard(notes ? one : { ...one, notes: '', tags: [] }, version))
    return {
      name: only ? `${fileName(people[0]!.name)}.vcf` : 'people.vcf',
      cards: cards.length,
      vcf: cards.join(''),
    }
  },
})

/** Letters and digits of any script; what a file system may not like becomes a dash. */
const fileName = (name: string): string =>
  name
    .replace(/[^\p{L}\p{M}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80) || 'person'
