import { z } from 'zod'
import { action } from '../action.ts'
import { said } from '../language.ts'
import { id, personShape, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { LEADS, STAFF } from '../role.ts'
import type { Id } from '../store/ids.ts'

export const objectionList = action({
  name: 'objection.list',
  says: 'What candidates and members contest of what is held about them: what waits for an answer first.',
  kind: 'read',
  may: STAFF,
  input: z.object({}),
  output: z.object({
    objections: z.array(
      z.object({
        ...{ id, person: personShape, about: z.string(), says: z.string(), at: z.string() },
        ...{ answer: z.string().nullable(), answeredBy: z.string().nullable() },
      }),
    ),
  }),
  async run({ tx }) {
    const rows = await tx
      .selectFrom('objection')
      .innerJoin('person', 'person.id', 'objection.person_id')
      .leftJoin('member', 'member.id', 'answered_by')
      .select(['objection.id', 'person.id as person', 'person.name', 'about', 'says', 'at', 'answer'])
      .select('member.name as answeredBy')
      .orderBy((eb) => eb('answered_at', 'is not', null))
      .orderBy('at')
      .orderBy('objection.id')
      .execute()
    return {
      objections: rows.map(({ person, name, at, ...row }) => ({
        ...{ ...row, person: { id: person, name }, at: at.toISOString() },
      })),
    }
  },
})

export const objectionAnswer = action({
  name: 'objection.answer',
  says: 'Answer what somebody contests: they read it in their own file.',
  kind: 'write',
  may: LEADS,
  input: z.object({ objection: id, says: words(20_000) }),
  output: z.object({ objection: id, person: id }),
  async run({ tx, now, caller }, { objection, says }) {
    const answered = await tx
      .updateTable('objection')
      .set({ answer: says, answered_by: caller.member ?? null, answered_at: now })
      .where('id', '=', objection as Id<'objection'>)
      .where('answered_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst()
    if (answered === undefined) throw new Refusal('not-found', said(NO_OBJECTION), 'objection')
    return { objection, person: answered.person_id }
  },
})

const NO_OBJECTION = {
  en: 'Nothing that waits for an answer is called so.',
  de: 'Nichts, was auf eine Antwort wartet, heißt so.',
}
