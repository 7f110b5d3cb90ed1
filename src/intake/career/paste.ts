import { z } from 'zod'
import { action } from '../../action.ts'
import { said } from '../../language.ts'
import { sayCareer } from '../../people/career.ts'
import { findPerson } from '../../people/find.ts'
import { id, reference, words } from '../../people/shapes.ts'
import { Refusal } from '../../refusal.ts'
import { STAFF } from '../../role.ts'
import { readCareer } from './career.ts'

export const careerPaste = action({
  name: 'career.paste',
  says: 'What is known of somebody\'s career, as text: a pasted profile, or one line such as "Cobalt Health until 2021".',
  kind: 'write',
  may: STAFF,
  input: z.object({ person: reference('person'), text: words(200_000) }),
  output: z.object({
    person: id,
    positions: z.array(
      z.object({ organization: z.string(), how: z.enum(['created', 'updated', 'unchanged']) }),
    ),
  }),
  async run(context, input) {
    const person = await findPerson(context, input.person)
    const { positions, headline, why } = readCareer(input.text, context.now)
    if (positions.length === 0) throw new Refusal('invalid-input', noEmployer(why), 'text')
    if (headline) {
      await context.tx
        .updateTable('person')
        .set({ headline })
        .where('id', '=', person)
        .where('headline', 'is', null)
        .execute()
    }
    return sayCareer(context, person, positions)
  },
})

const noEmployer = (why = 'No employer was recognised.'): string =>
  said({
    en: why,
    de: 'In diesem Text wurde kein Arbeitgeber erkannt. Schreiben Sie zum Beispiel „Cobalt Health bis 2021“.',
  })
