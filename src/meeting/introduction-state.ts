import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { id, reference, text, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import type { IntroductionState } from '../store/tables.ts'
import { findIntroduction } from './find.ts'
import { addTakenBack } from './take-back.ts'

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

export const introductionTakeBack = action({
  name: 'introduction.take-back',
  says: 'Take back the last step of an introduction: it stands where it stood before. With state "draft": that it was asked for at all. All stays on record.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    introduction: reference('introduction'),
    state: states.optional().describe('the step that is meant: refused when another one is the last'),
  }),
  output: z.object({
    introduction: id,
    takenBack: states,
    state: states.nullable().describe('how it stands now; null: it is none any more'),
  }),
  async run(context, input) {
    const introduction = await findIntroduction(context, input.introduction)
    const steps = (await statesOf(context, [introduction])).get(introduction)!
    const last = steps.at(-1)!
    if (input.state === undefined && steps.length === 1)
      throw new Refusal('conflict', said(ONLY_A_DRAFT), 'introduction')
    if (input.state !== undefined && input.state !== last.state) throw notTheLast(input.state, last.state)
    await refuseIfLedOn(context, introduction, last.state)
    await addTakenBack(context, { introduction_state_id: last.id })
    return { introduction, takenBack: last.state, state: steps.at(-2)?.state ?? null }
  },
})

const ONLY_A_DRAFT = {
  en: 'This introduction is a draft: there is no step to take back.',
  de: 'Diese Vorstellung ist ein Entwurf: Es gibt keinen Schritt zurückzunehmen.',
}

const notTheLast = (meant: IntroductionState, last: IntroductionState) =>
  new Refusal(
    'conflict',
    said({
      en: `The last step is "${last}", not "${meant}", and only the last one is taken back.`,
      de: `Der letzte Schritt ist „${last}“, nicht „${meant}“, und nur der letzte wird zurückgenommen.`,
    }),
    'state',
  )

/** An invitation stands on the steps that led to it; on a no or on silence none does. */
async function refuseIfLedOn(
  { tx }: Context,
  introduction: Id<'introduction'>,
  last: IntroductionState,
): Promise<void> {
  if (last === 'declined' || last === 'no-answer') return
  const invitation = await tx
    .selectFrom('invitation')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .select(['role', 'organization.name'])
    .where('came_from', '=', introduction)
    .where('removed_at', 'is', null)
    .orderBy('invitation.id')
    .executeTakeFirst()
  if (invitation === undefined) return
  const name = [invitation.name, invitation.role].filter(Boolean).join(', ')
  const which = name && ` (${name})`
  throw new Refusal(
    'conflict',
    said({
      en: `An invitation came of this introduction${which}: the step stays.`,
      de: `Aus dieser Vorstellung kam eine Einladung${which}: Der Schritt bleibt.`,
    }),
    'introduction',
  )
}

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

export type Said = {
  id: Id<'introduction-state'>
  state: IntroductionState
  note: string | null
  at: Date
}

/** What was said of each introduction and not taken back, the newest last. */
export async function statesOf(
  { tx }: Context,
  ids: readonly Id<'introduction'>[],
): Promise<Map<Id<'introduction'>, Said[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('introduction_state_held')
    .select(['id', 'introduction_id', 'state', 'note', 'at'])
    .where('introduction_id', 'in', [...ids])
    .orderBy('at')
    .orderBy('id')
    .execute()
  const found = new Map<Id<'introduction'>, Said[]>()
  for (const { introduction_id, ...said } of rows)
    found.set(introduction_id, [...(found.get(introduction_id) ?? []), said])
  return found
}
