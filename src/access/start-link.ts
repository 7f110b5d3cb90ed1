import type { Db } from '../store/db.ts'
import type { Id } from '../store/ids.ts'
import { hashOf, newToken } from './sessions.ts'

/** How long a start link may wait to be opened: ten minutes, in milliseconds. */
export const START_LINK_LASTS = 10 * 60 * 1000

/** A one-time token that opens a session into a workspace. It travels in a link's fragment, which is never sent. */
export async function makeStartToken(db: Db, workspace: Id<'workspace'>, now = new Date()): Promise<string> {
  const token = newToken()
  const expires_at = new Date(now.getTime() + START_LINK_LASTS)
  await db.deleteFrom('start_link').where('expires_at', '<=', now).execute()
  await db
    .insertInto('start_link')
    .values({ token_hash: hashOf(token), workspace_id: workspace, expires_at, used_at: null })
    .execute()
  return token
}

/** Uses a token up and answers its workspace; null when it is unknown, used or expired. */
export async function redeemStartToken(
  db: Db,
  token: string,
  now = new Date(),
): Promise<Id<'workspace'> | null> {
  // One statement, so that of two that come at once only one gets in.
  const used = await db
    .updateTable('start_link')
    .set({ used_at: now })
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('workspace_id')
    .executeTakeFirst()
  return used?.workspace_id ?? null
}
