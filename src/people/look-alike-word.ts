import type { Context } from '../action.ts'
import type { PersonId } from './person.ts'

// The user's own word on whether two records are one person.

/** A pair of people, whichever of them is named first. */
export const pair = (one: PersonId, other: PersonId) =>
  one < other ? { a: one, b: other } : { a: other, b: one }

/** Why a pair is on record that nobody asked about. */
const OWN_WORD = 'your own word'

/** The user's own word on whether two records are one person. */
export async function answerLookAlike(
  { tx, workspace, now }: Context,
  one: PersonId,
  other: PersonId,
  state: 'same' | 'different',
): Promise<void> {
  await tx
    .insertInto('look_alike')
    .values({ workspace_id: workspace, ...pair(one, other), because: OWN_WORD, state, at: now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'a', 'b']).doUpdateSet({ state }))
    .execute()
}

/**
 * The word that two records are two people does not count any more: what was asked is asked again, and what nobody asked
 * is no question. Answers whether there was such a word; the audit keeps it, and that it was taken back.
 */
export async function unanswerLookAlike({ tx }: Context, one: PersonId, other: PersonId): Promise<boolean> {
  const { a, b } = pair(one, other)
  const asked = await tx
    .updateTable('look_alike')
    .set({ state: 'open' })
    .where((eb) => eb.and({ a, b, state: 'different' }))
    .where('because', '<>', OWN_WORD)
    .executeTakeFirst()
  if (asked.numUpdatedRows > 0n) return true
  const unasked = await tx
    .deleteFrom('look_alike')
    .where((eb) => eb.and({ a, b, state: 'different', because: OWN_WORD }))
    .executeTakeFirst()
  return unasked.numDeletedRows > 0n
}
