import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { id, reference, text, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import type { IntroductionState } from '../store/tables.ts'
import { findIntroduction } from './find.ts'

// The states of an introduction, appended: a table says which may follow which.

export const states = z.enum([
  'draft',
  'asked',
  'connector-agreed',
  'target-agreed',
  'introduced',
  'met',
  'declined',
  'no-answer',
])

/** From each state, the states that may follow. Every one may end in a no or in silence, and a no in second thoughts. */
export const FOLLOWS: Record<IntroductionState, readonly IntroductionState[]> = {
  draft: ['asked', 'declined', 'no-answer'],
  asked: ['connector-agreed', 'target-agreed', 'introduced', 'declined', 'no-answer'],
  'connector-agreed': ['target-agreed', 'introduced', 'declined', 'no-answer'],
  'target-agreed': ['introduced', 'met', 'declined', 'no-answer'],
  introduced: ['met', 'declined', 'no-answer'],
  met: [],
  declined: ['asked', 'connector-agreed', 'target-agreed', 'introduced', 'met'],
  'no-answer': ['asked', 'connector-agreed', 'target-agreed', 'introduced', 'met', 'declined'],
}

export async function addState(
  { tx, workspace, now }: Context,
  introduction: Id<'introduction'>,
  state: IntroductionState,
  note?: string,
): Promise<void> {
  await tx
    .insertInto('introduction_state')
    .values({
      workspace_id: workspace,
      id: newId(now.getTime()),
      introduction_id: introduction,
      state,
      note: note ?? null,
      at: now,
    })
    .execute()
}

export const introductionAdvance = action({
  name: 'introduction.advance',
  says: 'Say how an introduction went on: asked, connector agreed, target agreed, introduced, met, declined, or no answer.',
  kind: 'write',
  may: STAFF,
  input: z.object({ introduction: reference('introduction'), to: states, note: text().optional() }),
  output: z.object({ introduction: id, state: states }),
  async run(context, input) {
    const introduction = await findIntroduction(context, input.introduction)
    const state = (await statesOf(context, [introduction])).get(introduction)!.at(-1)!.state
    if (!FOLLOWS[state].includes(input.to)) {
      const next = FOLLOWS[state].join(', ') || said({ en: 'nothing', de: 'nichts' })
      throw new Refusal(
        'conflict',
        said({
          en: `After "${state}" may come: ${next}; not "${input.to}".`,
          de: `Nach „${state}“ kann kommen: ${next}; nicht „${input.to}“.`,
        }),
        'to',
      )
    }
    await addState(context, introduction, input.to, input.note)
    return { introduction, state: input.to }
  },
})

export const introductionWrite = action({
  name: 'introduction.write',
  says: 'Change the text of a request before it is sent. Once you asked, it stays as it was.',
  kind: 'write',
  may: STAFF,
  input: z.object({ introduction: reference('introduction'), draft: words(20_000) }),
  output: z.object({ introduction: id, draft: z.string() }),
  async run(context, { draft, ...input }) {
    const introduction = await findIntroduction(context, input.introduction)
    const { state } = (await statesOf(context, [introduction])).get(introduction)!.at(-1)!
    if (state !== 'draft') {
      throw new Refusal(
        'conflict',
        said({
          en: 'You asked already: the text stays as it was sent.',
          de: 'Sie haben schon gefragt: Der Text bleibt, wie er gesendet wurde.',
        }),
        'draft',
      )
    }
    await context.tx.updateTable('introduction').set({ draft }).where('id', '=', introduction).execute()
    return { introduction, draft }
  },
})

export type Said = { state: IntroductionState; note: string | null; at: Date }

/** What was said of each introduction, the newest last. */
export async function statesOf(
  { tx }: Context,
  ids: readonly Id<'introduction'>[],
): Promise<Map<Id<'introduction'>, Said[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('introduction_state')
    .select(['introduction_id', 'state', 'note', 'at'])
    .where('introduction_id', 'in', [...ids])
    .orderBy('at')
    .orderBy('id')
    .execute()
  const found = new Map<Id<'introduction'>, Said[]>()
  for (const { introduction_id, ...said } of rows)
    found.set(introduction_id, [...(found.get(introduction_id) ?? []), said])
  return found
}
