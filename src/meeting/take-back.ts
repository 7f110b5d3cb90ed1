import type { Context } from '../action.ts'
import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { type Id, newId } from '../store/ids.ts'

// Taking back is said, too: what was said before stays on record, and does not count any more.

type What =
  | { introduction_state_id: Id<'introduction-state'> }
  | { offer_id: Id<'offer'> }
  | { outcome_id: Id<'outcome'> }
  | { debrief_id: Id<'debrief'>; fell_away: string }

/** @throws Refusal when somebody else took it back meanwhile */
export async function addTakenBack({ tx, workspace, now, caller }: Context, what: What): Promise<void> {
  const added = await tx
    .insertInto('taken_back')
    .values({ workspace_id: workspace, id: newId(now.getTime()), ...what, by_name: caller.name, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw takenBackAlready()
}

export const takenBackAlready = (): Refusal =>
  new Refusal('conflict', said({ en: 'It is taken back already.', de: 'Es ist schon zurückgenommen.' }))
