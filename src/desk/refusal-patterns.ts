import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { level } from '../fit/index.ts'
import { openingShapes } from '../meeting/doors.ts'
import { holding } from '../meeting/state.ts'
import { listUnder } from '../people/lists.ts'
import { id, openingShape, organizationShape, personShape } from '../people/shapes.ts'
import { LEADS } from '../role.ts'
import type { Id } from '../store/ids.ts'
import { explainedInWords } from './refusal-explained.ts'
import { type Answer, CAUSES, explain, grouped, SOON, soonOf } from './refusal-rule.ts'

// What a firm's refusals mean: each with its reason, and by mandate, client, consultant, level and how soon it came.
// The free text of a refusal is no part of it: that stays with the invitation.

const group = z.object({
  id: z.string(),
  name: z.string(),
  refused: z.number().int(),
  answered: z.number().int(),
  rate: z
    .object({ share: z.number(), from: z.number(), to: z.number() })
    .nullable()
    .describe('refused of answered, with its Wilson 90% interval; null below 5 answers'),
  reasons: z.array(z.object({ reason: z.string(), count: z.number().int() })),
})

const refusal = z.object({
  id,
  invitation: id,
  mandate: z.object({ id, title: z.string() }),
  client: organizationShape,
  candidate: personShape,
  consultant: z.string().nullable().describe('who sent the invitation'),
  by: z.string().nullable().describe('who gave the refusal, or noted it'),
  reason: z.string(),
  level: z.string().nullable(),
  at: z.string(),
  soon: z.enum(SOON).nullable().describe('how soon after it was sent; null when nobody knows when that was'),
  forgone: z
    .object({ people: z.number(), organizations: z.number(), opened: z.number(), strengthened: z.number() })
    .nullable()
    .describe('what refusing forwent at that time'),
  doorsSinceClosed: z.array(openingShape).describe('doors of that meeting that have closed since'),
})

export const refusalPatterns = action({
  name: 'refusal.patterns',
  says: "What refusals of the firm's invitations mean: each with its reason, rates by group, and what explains them.",
  kind: 'read',
  may: LEADS,
  input: z.object({}),
  output: z.object({
    refusals: z.array(refusal),
    by: z.object({
      mandate: z.array(group),
      client: z.array(group),
      consultant: z.array(group),
      level: z.array(group),
      soon: z.array(group),
    }),
    explanation: z.object({ cause: z.enum(CAUSES).nullable(), says: z.string() }),
  }),
  async run(context) {
    const rows = await answersOf(context)
    const answers = rows.map(answerOf)
    const explained = explain(answers)
    return {
      refusals: await ledger(context, rows),
      by: {
        mandate: grouped(answers, ({ mandate }) => mandate),
        client: grouped(answers, ({ client }) => client),
        consultant: grouped(answers, ({ consultant }) => consultant),
        level: grouped(answers, (answer) => answer.level),
        soon: grouped(answers, ({ soon }) => soon && { id: soon, name: soon }),
      },
      explanation: { cause: explained.cause, says: explainedInWords(explained) },
    }
  },
})

/** The decision that holds now on each invitation of a candidacy, the newest first. */
async function answersOf({ tx }: Context) {
  const rows = await tx
    .selectFrom('decision')
    .innerJoin('invitation', 'invitation.id', 'decision.invitation_id')
    .innerJoin('candidacy', 'candidacy.id', 'invitation.candidacy_id')
    .innerJoin('mandate', 'mandate.id', 'candidacy.mandate_id')
    .innerJoin('organization', 'organization.id', 'mandate.client_id')
    .innerJoin('person', 'person.id', 'candidacy.person_id')
    .leftJoin('member', 'member.id', 'invitation.by_member')
    .select([
      'decision.id',
      'decision.invitation_id',
      'verdict',
      'reason',
      'forgone',
      'by_name',
      'decision.at',
    ])
    .select(['mandate.id as mandate', 'mandate.title', 'sent_at', 'member.id as member'])
    .select(['member.name as consultant', 'organization.id as client', 'organization.name as client_name'])
    .select(['person.id as person', 'person.name', 'headline'])
    .where('invitation.removed_at', 'is', null)
    .orderBy('decision.at')
    .orderBy('decision.id')
    .execute()
  const byInvitation = new Map<Id<'invitation'>, typeof rows>()
  for (const row of rows) listUnder(byInvitation, row.invitation_id, row)
  return [...byInvitation.values()]
    .flatMap((decisions) => holding(decisions).at(-1) ?? [])
    .sort((one, other) => (one.id < other.id ? 1 : -1))
}

type Row = Awaited<ReturnType<typeof answersOf>>[number]

const reasonOf = ({ reason }: Row): string => reason ?? 'none'

function answerOf(row: Row): Answer {
  const rank = level(row.title)?.name
  return {
    refused: row.verdict === 'refuse',
    reason: row.verdict === 'refuse' ? reasonOf(row) : null,
    soon: soonOf(row.sent_at, row.at),
    mandate: { id: row.mandate, name: row.title },
    client: { id: row.client, name: row.client_name },
    consultant: row.member === null ? null : { id: row.member, name: row.consultant ?? '' },
    level: rank === undefined ? null : { id: rank, name: rank },
  }
}

type Forgone = { totals: NonNullable<z.output<typeof refusal>['forgone']>; openings: Id<'opening'>[] }

async function ledger(context: Context, rows: readonly Row[]): Promise<z.output<typeof refusal>[]> {
  const refused = rows
    .filter(({ verdict }) => verdict === 'refuse')
    .map((row) => ({ row, forgone: row.forgone as Forgone | null }))
  const doors = refused.flatMap(({ forgone }) =>
    (forgone?.openings ?? []).map((opening) => ({ id: opening })),
  )
  const openings = await openingShapes(context, doors)
  return refused.map(({ row, forgone }) => ({
    ...{ id: row.id, invitation: row.invitation_id, mandate: { id: row.mandate, title: row.title } },
    ...{ client: { id: row.client, name: row.client_name }, consultant: row.consultant, by: row.by_name },
    ...{ candidate: { id: row.person, name: row.name, headline: row.headline }, reason: reasonOf(row) },
    ...{ level: level(row.title)?.name ?? null, at: row.at.toISOString(), soon: soonOf(row.sent_at, row.at) },
    forgone: forgone?.totals ?? null,
    doorsSinceClosed: (forgone?.openings ?? []).flatMap((each) => {
      const opening = openings.get(each)
      return opening?.closed ? [opening] : []
    }),
  }))
}
