import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { findPerson } from '../people/find.ts'
import type { PersonId } from '../people/person.ts'
import { id, reference, words } from '../people/shapes.ts'
import { isEnd, type Stage, stage, stageInWords } from '../people/stages.ts'
import { Refusal } from '../refusal.ts'
import { LEADS, STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { findMandate, type MandateId, refuseClosed } from './mandate-of.ts'
import { type Policy, policiesOn } from './off-limits.ts'

// Who is considered for a mandate, and how far they have come. Every move is kept, with its day and who made it.

export type CandidacyId = Id<'candidacy'>

export const candidacyAdd = action({
  name: 'candidacy.add',
  says: 'Consider somebody for a mandate: they come onto the longlist, unless they are off limits.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    mandate: reference('mandate'),
    person: reference('person'),
    source: z.enum(['research', 'network', 'applied', 'recommended', 'own-pool']).default('research'),
    sourcePerson: reference('person').optional().describe('who pointed them out'),
    override: words().optional().describe('why somebody off limits is considered all the same'),
  }),
  output: z.object({
    candidacy: id,
    mandate: id,
    person: id,
    warnings: z.array(z.string()).describe('what is off limits with a warning only, or was overridden'),
  }),
  async run(context, { source, sourcePerson, override, ...input }) {
    const { tx, workspace, now } = context
    const mandate = await findMandate(context, input.mandate)
    const person = await findPerson(context, input.person)
    await refuseClosed(context, mandate)
    await refuseTwice(context, mandate, person)
    const policies = await policiesOn(context, person)
    refuseOffLimits(policies, override)
    const candidacy = newId<'candidacy'>(now.getTime())
    await tx
      .insertInto('candidacy')
      .values({
        ...{
          workspace_id: workspace,
          id: candidacy,
          mandate_id: mandate,
          person_id: person,
          source,
          moves: 0,
        },
        source_person: sourcePerson === undefined ? null : await findPerson(context, sourcePerson),
        ...{ told_at: null, override: policies.length > 0 ? (override ?? null) : null, added_at: now },
      })
      .execute()
    await sayStage(context, candidacy, { stage: 'longlist' })
    return { candidacy, mandate, person, warnings: policies.map(({ because }) => because) }
  },
})

/** The mandate's row is held, so that of two who add the same person at once one is told. */
async function refuseTwice({ tx }: Context, mandate: MandateId, person: PersonId): Promise<void> {
  await tx.selectFrom('mandate').select('id').where('id', '=', mandate).forUpdate().execute()
  const there = await tx
    .selectFrom('candidacy')
    .select('id')
    .where('mandate_id', '=', mandate)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (there !== undefined) throw new Refusal('conflict', said(THERE_ALREADY), 'person')
}

/** @throws Refusal, 409, which names the policy, when they may not be approached and nobody says why they should. */
export function refuseOffLimits(policies: readonly Policy[], override: string | undefined): void {
  const blocking = policies.find(({ effect }) => effect === 'block')
  if (blocking === undefined || override !== undefined) return
  const { policy, because, until } = blocking
  const sentence = {
    en: `Off limits${until === null ? '' : ` until ${until}`}: ${because} (policy ${policy}). With a reason it can be overridden.`,
    de: `Gesperrt${until === null ? '' : ` bis ${until}`}: ${because} (Sperre ${policy}). Mit einer Begründung lässt sie sich übergehen.`,
  }
  throw new Refusal('conflict', said(sentence), 'person')
}

type Said = { stage: Stage; reason?: string | undefined; note?: string | undefined }

export async function sayStage(
  { tx, workspace, now, caller }: Context,
  candidacy: CandidacyId,
  { stage, reason, note }: Said,
): Promise<void> {
  const whose = { workspace_id: workspace, candidacy_id: candidacy, by_member: caller.member ?? null }
  await tx
    .insertInto('candidacy_state')
    .values({
      ...whose,
      id: newId(now.getTime()),
      stage,
      reason: reason ?? null,
      note: note ?? null,
      at: now,
    })
    .execute()
}

export const candidacyMove = action({
  name: 'candidacy.move',
  says: 'Move a candidacy on, back, or to its end. The shortlist and every no ask for a reason ("not given" is one).',
  kind: 'write',
  may: STAFF,
  input: z.object({
    candidacy: id,
    to: stage,
    moves: z.coerce.number().int().min(0).describe('how often it had been moved when you looked'),
    reason: words().optional(),
    note: words(20_000).optional().describe('internal: never shown to the candidate or the client'),
  }),
  output: z.object({ candidacy: id, mandate: id, person: id, stage, moves: z.number().int() }),
  async run(context, { candidacy, to, moves, reason, note }) {
    const found = await findCandidacy(context, candidacy)
    await refuseClosed(context, found.mandate_id)
    if ((to === 'shortlist' || isEnd(to)) && reason === undefined) {
      throw new Refusal('invalid-input', said(NEEDS_A_REASON), 'reason')
    }
    await countMove(context, found.id, moves)
    await sayStage(context, found.id, { stage: to, reason, note })
    const { mandate_id: mandate, person_id: person } = found
    return { candidacy, mandate, person, stage: to, moves: moves + 1 }
  },
})

/** @throws Refusal, 409, when somebody else has moved it since: nothing is then overwritten, and one is told. */
export async function countMove(context: Context, candidacy: CandidacyId, moves: number): Promise<void> {
  const counted = await context.tx
    .updateTable('candidacy')
    .set({ moves: moves + 1 })
    .where('id', '=', candidacy)
    .where('moves', '=', moves)
    .executeTakeFirst()
  if (counted.numUpdatedRows === 0n) throw await movedMeanwhile(context, candidacy)
}

async function movedMeanwhile({ tx }: Context, candidacy: CandidacyId): Promise<Refusal> {
  const last = await tx
    .selectFrom('candidacy_state')
    .leftJoin('member', 'member.id', 'by_member')
    .select(['stage', 'name', 'at'])
    .where('candidacy_id', '=', candidacy)
    .orderBy('at', 'desc')
    .orderBy('candidacy_state.id', 'desc')
    .executeTakeFirstOrThrow()
  const [who, where] = [last.name, stageInWords(last.stage)]
  const sentence = {
    en: `${who ?? 'Somebody'} has moved this card since you looked: it is at "${where}" now. Nothing was changed.`,
    de: `${who ?? 'Jemand'} hat diese Karte bewegt, seit Sie hingesehen haben: Sie steht jetzt bei „${where}“. Nichts wurde geändert.`,
  }
  return new Refusal('conflict', said(sentence), 'moves')
}

export const candidacyTell = action({
  name: 'candidacy.tell',
  says: 'Note that the candidate has been told of this mandate: they then see its title and client in their own file.',
  kind: 'write',
  may: LEADS,
  input: z.object({ candidacy: id }),
  output: z.object({ candidacy: id, mandate: id }),
  async run(context, { candidacy }) {
    const found = await findCandidacy(context, candidacy)
    await context.tx
      .updateTable('candidacy')
      .set((eb) => ({ told_at: eb.fn.coalesce('told_at', eb.val(context.now)) }))
      .where('id', '=', found.id)
      .execute()
    return { candidacy, mandate: found.mandate_id }
  },
})

/** One that the viewer may not know of is not there. */
export async function findCandidacy({ tx }: Context, candidacy: string) {
  const found = await tx
    .selectFrom('candidacy')
    .select(['id', 'mandate_id', 'person_id', 'moves'])
    .where('id', '=', candidacy as CandidacyId)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found', said(NO_CANDIDACY), 'candidacy')
  return found
}

const THERE_ALREADY = {
  en: 'They are considered for this mandate already.',
  de: 'Diese Person ist für das Mandat schon im Gespräch.',
}
const NEEDS_A_REASON = {
  en: 'Say why; when no reason was given, say "not given".',
  de: 'Nennen Sie den Grund; wenn keiner genannt wurde, „not given“.',
}
const NO_CANDIDACY = {
  en: 'There is no such candidacy.',
  de: 'Diese Kandidatur gibt es nicht.',
}
