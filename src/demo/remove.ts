import { sql } from 'kysely'
import type { House } from '../action.ts'
import type { Id } from '../store/ids.ts'

/** Where nothing hangs on a row, and where people and organizations come last: then little is left to look after. */
const LARGE = ['connection', 'contact', 'position', 'person_key', 'unit'] as const
const AFTER_STORY = ['opening', 'person', 'organization'] as const
const PIECE = 20_000

/**
 * Removes a demo with all that is in it. Deleting the workspace alone would do, but of a million people it would take
 * longer than any statement may.
 */
export async function removeDemo(house: House, workspace: Id<'workspace'>): Promise<void> {
  await house.store.inWorkspace(workspace, async (tx) => {
    await tx.updateTable('invitation').set({ came_from: null }).execute()
    await tx.deleteFrom('introduction').execute()
    await tx.deleteFrom('invitation').execute()
    await tx.deleteFrom('recommendation').execute()
  })
  // Invitations hang on candidacies, and on whoever sent them.
  await emptyDesk(house, workspace)
  for (const table of LARGE) await empty(house, workspace, table)
  for (const table of AFTER_STORY) await empty(house, workspace, table)
  await house.store.owner.deleteFrom('workspace').where('id', '=', workspace).execute()
  await house.engine.drop(workspace)
}

/** What a firm has, and nobody but the owner of the tables may delete. */
async function emptyDesk({ store: { owner } }: House, workspace: Id<'workspace'>): Promise<void> {
  for (const table of ['mandate', 'off_limits', 'api_token', 'member'] as const)
    await owner.deleteFrom(table).where('workspace_id', '=', workspace).execute()
}

type Emptied = (typeof LARGE)[number] | (typeof AFTER_STORY)[number]

/** A piece a transaction, until nothing of the workspace is left. */
async function empty({ store }: House, workspace: Id<'workspace'>, table: Emptied): Promise<void> {
  const name = sql.table(table)
  const one = () =>
    store.inWorkspace(workspace, (tx) =>
      sql`delete from ${name} where ctid = any(array(select ctid from ${name} limit ${PIECE}))`.execute(tx),
    )
  for (let rest = true; rest; ) rest = Number((await one()).numAffectedRows ?? 0) === PIECE
}
