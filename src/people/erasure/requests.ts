import { z } from 'zod'
import { action } from '../../action.ts'
import { said } from '../../language.ts'
import { Refusal } from '../../refusal.ts'
import { LEADS } from '../../role.ts'
import { type Id, newId } from '../../store/ids.ts'
import { id, personShape, words } from '../shapes.ts'

// Who is on record asks to be erased, in their own file; the firm erases them, or says why it may not.

export const portalAskErasure = action({
  name: 'portal.ask-erasure',
  says: 'Ask to be erased here. The firm erases you, or answers why it may not; asked twice, it is one request.',
  kind: 'write',
  may: ['candidate', 'member'],
  input: z.object({}),
  output: z.object({ request: id, person: id, at: z.string(), answer: z.string().nullable() }),
  async run({ tx, workspace, now, me }) {
    if (me === null) throw new Refusal('not-found', said(NO_RECORD))
    const open = await tx
      .selectFrom('erasure_wish')
      .selectAll()
      .where('person_id', '=', me)
      .orderBy('at', 'desc')
      .executeTakeFirst()
    if (open !== undefined && open.answered_at === null)
      return { request: open.id, person: me, at: open.at.toISOString(), answer: null }
    const request = newId<'erasure-request'>(now.getTime())
    await tx
      .insertInto('erasure_wish')
      .values({ workspace_id: workspace, id: request, person_id: me, at: now })
      .execute()
    return { request, person: me, at: now.toISOString(), answer: open?.answer ?? null }
  },
})

export const erasureRequests = action({
  name: 'erasure.requests',
  says: 'Who asked to be erased and waits for it, the longest first.',
  kind: 'read',
  may: LEADS,
  input: z.object({}),
  output: z.object({ requests: z.array(z.object({ request: id, person: personShape, at: z.string() })) }),
  async run({ tx }) {
    const rows = await tx
      .selectFrom('erasure_wish')
      .innerJoin('person', 'person.id', 'person_id')
      .select(['erasure_wish.id as request', 'person.id', 'name', 'at'])
      .where('answered_at', 'is', null)
      .orderBy('at')
      .orderBy('erasure_wish.id')
      .execute()
    return {
      requests: rows.map(({ request, id, name, at }) => ({
        ...{ request, person: { id, name }, at: at.toISOString() },
      })),
    }
  },
})

export const erasureRefuse = action({
  name: 'erasure.refuse',
  says: 'Answer a request to be erased with why it may not be done now; whoever asked reads it in their own file.',
  kind: 'write',
  may: ['owner'],
  input: z.object({ request: id, says: words(2_000) }),
  output: z.object({ request: id, person: id }),
  async run({ tx, now }, { request, says }) {
    const answered = await tx
      .updateTable('erasure_wish')
      .set({ answer: says, answered_at: now })
      .where('id', '=', request as Id<'erasure-request'>)
      .where('answered_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst()
    if (answered === undefined) throw new Refusal('not-found', said(NO_REQUEST), 'request')
    return { request, person: answered.person_id }
  },
})

const NO_RECORD = { en: 'There is no record of you here.', de: 'Hier gibt es keinen Eintrag von Ihnen.' }
const NO_REQUEST = {
  en: 'No request that waits for an answer is called so.',
  de: 'Keine Bitte, die auf eine Antwort wartet, heißt so.',
}
