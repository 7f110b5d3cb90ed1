import { sql } from 'kysely'
import type { Context } from '../action.ts'
import { listUnder } from '../people/lists.ts'
import type { Id } from '../store/ids.ts'
import type { DecisionTable, OutcomeTable } from '../store/tables.ts'

// Where an invitation stands, concluded from what was appended: never a column of its own.

export const STATES = ['open', 'taken', 'refused', 'cancelled', 'held', 'offer', 'accepted', 'ended'] as const
export type InvitationState = (typeof STATES)[number]

type Facts = {
  cancelled: boolean
  decision: 'take' | 'refuse' | null
  debriefed: boolean
  end: End | null
}

export type End = 'offer' | OutcomeTable['kind']

/** The furthest that the facts go; an offer that came after an end begins anew. */
export function stateOf({ cancelled, decision, debriefed, end }: Facts): InvitationState {
  if (end === 'offer') return 'offer'
  if (end !== null) return end === 'offer-accepted' ? 'accepted' : 'ended'
  if (debriefed) return 'held'
  if (cancelled) return 'cancelled'
  if (decision === null) return 'open'
  return decision === 'take' ? 'taken' : 'refused'
}

export type Standing = {
  state: InvitationState
  reason: string | null
  /** Refused and later taken, or taken against one's own first no. */
  nearlyRefused: boolean
}

/** How each of these invitations stands. */
export async function standings(
  { tx }: Context,
  ids: readonly Id<'invitation'>[],
): Promise<Map<Id<'invitation'>, Standing>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('invitation')
    .select((eb) => [
      'invitation.id',
      'cancelled_at',
      'outside_field',
      eb.exists(debriefOf(eb)).as('debriefed'),
      lastEnd.as('end'),
    ])
    .where('invitation.id', 'in', [...ids])
    .execute()
  const decisions = await holdingDecisions({ tx }, ids)
  return new Map(
    rows.map((row) => {
      const said = decisions.get(row.id) ?? []
      const last = said.at(-1) ?? null
      const state = stateOf({
        cancelled: row.cancelled_at !== null,
        decision: last?.verdict ?? null,
        debriefed: Boolean(row.debriefed),
        end: row.end,
      })
      const reason = last?.verdict === 'refuse' ? last.reason : null
      return [row.id, { state, reason, nearlyRefused: nearlyRefused(said, row.outside_field) }]
    }),
  )
}

/** The last that is known of how the process ended: an offer, its answer, a rejection or a withdrawal. */
const lastEnd = sql<End | null>`(
  select kind from (
    select 'offer' as kind, at, id from offer_held where invitation_id = invitation.id
    union all select kind, at, id from outcome_held where invitation_id = invitation.id
  ) as ends order by at desc, id desc limit 1)`

type Verdict = 'take' | 'refuse'
type Said = { verdict: Verdict; reason: string | null }

/** The decisions that still hold, in order: "back" takes the one before it back. Pure. */
export function holding<D extends { verdict: DecisionTable['verdict'] }>(
  said: readonly D[],
): (D & { verdict: Verdict })[] {
  const hold: (D & { verdict: Verdict })[] = []
  for (const one of said) {
    if (one.verdict === 'back') hold.pop()
    else hold.push(one as D & { verdict: Verdict })
  }
  return hold
}

/** True when a "no" of one's own (a refusal, or "outside my field") came before the "yes". */
function nearlyRefused(said: readonly Said[], outsideField: boolean | null): boolean {
  const taken = said.findLastIndex(({ verdict }) => verdict === 'take')
  if (taken < 0) return false
  return outsideField === true || said.slice(0, taken).some(({ verdict }) => verdict === 'refuse')
}

async function holdingDecisions({ tx }: Pick<Context, 'tx'>, ids: readonly Id<'invitation'>[]) {
  const rows = await tx
    .selectFrom('decision')
    .select(['invitation_id', 'verdict', 'reason'])
    .where('invitation_id', 'in', [...ids])
    .orderBy('at')
    .orderBy('id')
    .execute()
  const byInvitation = new Map<Id<'invitation'>, typeof rows>()
  for (const row of rows) listUnder(byInvitation, row.invitation_id, row)
  return new Map([...byInvitation].map(([id, said]) => [id, holding(said)]))
}

type Builder = import('kysely').ExpressionBuilder<import('../store/tables.ts').Tables, 'invitation'>

const debriefOf = (eb: Builder) =>
  eb
    .selectFrom('debrief_held as debrief')
    .innerJoin('meeting', 'meeting.id', 'debrief.meeting_id')
    .select('debrief.id')
    .whereRef('meeting.invitation_id', '=', 'invitation.id')
