import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { id, reference, text, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { LEADS, STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { type CandidacyId, findCandidacy } from './candidacies.ts'
import { findMandate, type MandateId, refuseClosed } from './mandate-of.ts'

// What the candidates of a mandate are looked at for, and how each interviewer saw them. The criteria and their weights
// are fixed when the first scorecard is in, and nobody reads another's before their own is.

const weight = z.coerce.number().int().min(1).max(5)
const mark = z.coerce.number().int().min(1).max(5)
const criterionShape = z.object({ criterion: id, name: z.string(), weight: z.number().int() })

export const scorecardSet = action({
  name: 'scorecard.set',
  says: 'Say for what the candidates of a mandate are looked at, and with which weights: all criteria at once. Fixed when the first scorecard is in.',
  kind: 'write',
  may: LEADS,
  input: z.object({
    mandate: reference('mandate'),
    criteria: z
      .array(z.object({ name: words(200), weight: weight.default(1) }))
      .min(1)
      .max(20),
  }),
  output: z.object({ mandate: id, criteria: z.array(criterionShape) }),
  async run(context, input) {
    const { tx, workspace, now } = context
    const mandate = await held(context, await findMandate(context, input.mandate))
    await refuseClosed(context, mandate)
    if (await isFixed(context, mandate)) throw new Refusal('conflict', said(FIXED), 'criteria')
    await tx.deleteFrom('criterion').where('mandate_id', '=', mandate).execute()
    const rows = input.criteria.map((one, place) => ({
      ...{
        workspace_id: workspace,
        id: newId<'criterion'>(now.getTime()),
        mandate_id: mandate,
        place,
        ...one,
      },
    }))
    await tx.insertInto('criterion').values(rows).execute()
    return { mandate, criteria: await criteriaOf(context, mandate) }
  },
})

export const scorecardCriteria = action({
  name: 'scorecard.criteria',
  says: 'For what the candidates of a mandate are looked at, with which weights, and whether that is fixed.',
  kind: 'read',
  may: STAFF,
  input: z.object({ mandate: reference('mandate') }),
  output: z.object({ mandate: id, criteria: z.array(criterionShape), fixed: z.boolean() }),
  async run(context, input) {
    const mandate = await findMandate(context, input.mandate)
    const criteria = await criteriaOf(context, mandate)
    return { mandate, criteria, fixed: await isFixed(context, mandate) }
  },
})

export const scorecardFill = action({
  name: 'scorecard.fill',
  says: 'How you saw a candidate by each criterion, 1 to 5. Once in it stays as it is, and you see what others said.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    candidacy: id,
    marks: z.array(z.object({ criterion: id, mark })).max(20),
    note: text().optional(),
  }),
  output: z.object({ scorecard: id, candidacy: id, mandate: id, person: id }),
  async run(context, { candidacy, marks, note }) {
    const found = await findCandidacy(context, candidacy)
    const mandate = await held(context, found.mandate_id)
    await refuseClosed(context, mandate)
    refuseIncomplete(await criteriaOf(context, mandate), marks)
    const scorecard = await keep(context, found.id, note)
    const rows = marks.map((one) => ({
      ...{ workspace_id: context.workspace, scorecard_id: scorecard, mark: one.mark },
      criterion_id: one.criterion as Id<'criterion'>,
    }))
    await context.tx.insertInto('scorecard_mark').values(rows).execute()
    return { scorecard, candidacy, mandate, person: found.person_id }
  },
})

/** The mandate's row is held: criteria do not change under whoever fills in, nor is one filled in twice at once. */
async function held({ tx }: Context, mandate: MandateId): Promise<MandateId> {
  await tx.selectFrom('mandate').select('id').where('id', '=', mandate).forUpdate().execute()
  return mandate
}

/** What others filled in may not be read yet; that they did is asked of the database. */
async function isFixed({ tx }: Context, mandate: MandateId): Promise<boolean> {
  const { rows } = await sql<{ fixed: boolean }>`select app_is_marked(${mandate}::uuid) as fixed`.execute(tx)
  return rows[0]!.fixed
}

const criteriaOf = ({ tx }: Context, mandate: MandateId) =>
  tx
    .selectFrom('criterion')
    .select(['id as criterion', 'name', 'weight'])
    .where('mandate_id', '=', mandate)
    .orderBy('place')
    .execute()

/** @throws Refusal unless each criterion is marked once. */
function refuseIncomplete(
  criteria: readonly { criterion: string }[],
  marks: readonly { criterion: string }[],
): void {
  if (criteria.length === 0) throw new Refusal('conflict', said(NO_CRITERIA), 'mandate')
  const marked = new Set(marks.map(({ criterion }) => criterion))
  const isWhole = marks.length === criteria.length && criteria.every((one) => marked.has(one.criterion))
  if (!isWhole) throw new Refusal('invalid-input', said(NOT_WHOLE), 'marks')
}

async function keep(
  { tx, workspace, now, caller }: Context,
  candidacy: CandidacyId,
  note: string | undefined,
): Promise<Id<'scorecard'>> {
  if (!caller.member) throw new Refusal('conflict', said(NOBODYS))
  const whose = { workspace_id: workspace, candidacy_id: candidacy, by_member: caller.member }
  const known = await tx
    .selectFrom('scorecard')
    .select('id')
    .where('candidacy_id', '=', candidacy)
    .where('by_member', '=', caller.member)
    .executeTakeFirst()
  if (known !== undefined) throw new Refusal('conflict', said(ALREADY), 'candidacy')
  const scorecard = newId<'scorecard'>(now.getTime())
  await tx
    .insertInto('scorecard')
    .values({ ...whose, id: scorecard, note: note ?? null, at: now })
    .execute()
  return scorecard
}

export const scorecardShow = action({
  name: 'scorecard.show',
  says: 'How the interviewers saw a candidate, criterion by criterion, side by side; others only once your own is in.',
  kind: 'read',
  file: true,
  may: STAFF,
  input: z.object({ candidacy: id }),
  output: z.object({
    ...{ candidacy: id, mandate: id },
    yours: z.boolean().describe('your own is in'),
    in: z.number().int().describe('how many are in, seen or not'),
    criteria: z.array(
      criterionShape.extend({ marks: z.array(z.number().int()).describe('in the order of the cards') }),
    ),
    cards: z.array(z.object({ by: z.string(), at: z.string(), note: z.string().nullable() })),
    overall: z
      .number()
      .nullable()
      .describe('mean of the marks by the weights that are shown; null before your own is in'),
  }),
  async run(context, { candidacy }) {
    const { id: found, mandate_id: mandate, person_id } = await findCandidacy(context, candidacy)
    context.lookedUp.add(person_id)
    const cards = await cardsOf(context, found)
    const marks = await marksOf(context, found)
    const criteria = (await criteriaOf(context, mandate)).map((one) => ({
      ...{ ...one, marks: cards.map((card) => marks.get(`${card.id} ${one.criterion}`)!) },
    }))
    return {
      ...{ candidacy, mandate, criteria, overall: overallOf(criteria), in: await countIn(context, found) },
      yours: cards.some(({ by_member }) => by_member === context.caller.member),
      cards: cards.map(({ by, at, note }) => ({ by, at: at.toISOString(), note })),
    }
  },
})

const cardsOf = ({ tx }: Context, candidacy: CandidacyId) =>
  tx
    .selectFrom('scorecard')
    .innerJoin('member', 'member.id', 'by_member')
    .select(['scorecard.id', 'by_member', 'member.name as by', 'at', 'note'])
    .where('candidacy_id', '=', candidacy)
    .orderBy('at')
    .orderBy('scorecard.id')
    .execute()

async function marksOf({ tx }: Context, candidacy: CandidacyId): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('scorecard_mark')
    .innerJoin('scorecard', 'scorecard.id', 'scorecard_id')
    .select(['scorecard_id', 'criterion_id', 'mark'])
    .where('candidacy_id', '=', candidacy)
    .execute()
  return new Map(rows.map((row) => [`${row.scorecard_id} ${row.criterion_id}`, row.mark]))
}

async function countIn({ tx }: Context, candidacy: CandidacyId): Promise<number> {
  const { rows } = await sql<{ n: number }>`select app_scorecards_in(${candidacy}::uuid) as n`.execute(tx)
  return rows[0]!.n
}

/** The mean mark of each criterion, weighted as shown; null where nothing is seen. Pure. */
export function overallOf(criteria: readonly { weight: number; marks: readonly number[] }[]): number | null {
  if (criteria.length === 0 || criteria.some(({ marks }) => marks.length === 0)) return null
  const mean = (marks: readonly number[]) => marks.reduce((sum, one) => sum + one, 0) / marks.length
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0)
  return criteria.reduce((sum, { weight, marks }) => sum + weight * mean(marks), 0) / weights
}

const FIXED = {
  en: 'A scorecard is in: the criteria and their weights are fixed from then on.',
  de: 'Ein Bewertungsbogen liegt vor: Kriterien und Gewichte stehen seitdem fest.',
}
const NO_CRITERIA = {
  en: 'This mandate has no criteria yet: set them first.',
  de: 'Dieses Mandat hat noch keine Kriterien: Legen Sie sie zuerst fest.',
}
const NOT_WHOLE = {
  en: 'Mark each criterion of this mandate, each once.',
  de: 'Bewerten Sie jedes Kriterium dieses Mandats, jedes einmal.',
}
const ALREADY = {
  en: 'Yours is in already: it stays as you saw it before you read the others.',
  de: 'Ihrer liegt schon vor: Er bleibt, wie Sie es sahen, bevor Sie die anderen lasen.',
}
const NOBODYS = {
  en: 'A scorecard belongs to a member: sign in as one.',
  de: 'Ein Bewertungsbogen gehört zu einem Mitglied: Melden Sie sich als eines an.',
}
