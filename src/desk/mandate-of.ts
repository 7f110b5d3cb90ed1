import { z } from 'zod'
import type { Context } from '../action.ts'
import { said } from '../language.ts'
import { isCalled, theOne } from '../people/find.ts'
import { Refusal } from '../refusal.ts'
import { type Id, isId } from '../store/ids.ts'

export type MandateId = Id<'mandate'>
export const ENGAGEMENTS = ['retained', 'contingent', 'interim', 'advisory'] as const
export const mandateState = z.enum(['open', 'on-hold', 'placed', 'cancelled', 'terminated', 'no-contract'])
export type MandateState = z.output<typeof mandateState>

/** A mandate by its id or exact title. One that the viewer may not know of is not there. */
export async function findMandate({ tx }: Context, given: string): Promise<MandateId> {
  const mandates = tx.selectFrom('mandate').select(['id', 'title as says'])
  const found = isId(given)
    ? await mandates.where('id', '=', given as MandateId).execute()
    : await mandates.where(isCalled('title', given)).orderBy('id').limit(6).execute()
  return theOne('mandate', given, found)
}

/** The state in which it is: the newest on record. */
export async function stateOf({ tx }: Context, mandate: MandateId): Promise<MandateState> {
  const row = await tx
    .selectFrom('mandate_state')
    .select('state')
    .where('mandate_id', '=', mandate)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return row.state
}

export const isClosed = (state: MandateState): boolean => state !== 'open' && state !== 'on-hold'

/** @throws Refusal when the mandate has ended: it can be read and reported on, not worked on. */
export async function refuseClosed(context: Context, mandate: MandateId): Promise<void> {
  const state = await stateOf(context, mandate)
  if (!isClosed(state)) return
  const sentence = {
    en: `This mandate has ended (${state}); open it again to work on it.`,
    de: `Dieses Mandat ist beendet (${STATES_DE[state]}); öffnen Sie es wieder, um daran zu arbeiten.`,
  }
  throw new Refusal('conflict', said(sentence), 'mandate')
}

export const STATES_DE: Readonly<Record<MandateState, string>> = {
  open: 'offen',
  'on-hold': 'ruht',
  placed: 'besetzt',
  cancelled: 'abgesagt',
  terminated: 'abgebrochen',
  'no-contract': 'kein Vertrag',
}
