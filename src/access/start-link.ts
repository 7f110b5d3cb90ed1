import type { Db, Tx } from '../store/db.ts'
import type { Id } from '../store/ids.ts'
import { hashOf, newToken } from './sessions.ts'
import { type MemberId, type Who, whoEnters } from './who.ts'

/** How long a start link may wait to be opened: ten minutes, in milliseconds. */
export const START_LINK_LASTS = 10 * 60 * 1000
/** How long the link may wait by which a member is invited: seven days, in milliseconds. */
export const INVITATION_LASTS = 7 * 24 * 60 * 60 * 1000

export type LinkFor = { member?: MemberId | null; lasts?: number; now?: Date }

/**
 * A one-time token that opens a session into a workspace, for one of its members or for the owner of a personal one. It
 * travels in a link's fragment, which is never sent.
 */
export async function makeStartToken(
  db: Db | Tx,
  workspace: Id<'workspace'>,
  { member = null, lasts = START_LINK_LASTS, now = new Date() }: LinkFor = {},
): Promise<string> {
  const token = newToken()
  await db
    .insertInto('start_link')
    .values({
      ...{ token_hash: hashOf(token), workspace_id: workspace, member_id: member },
      ...{ expires_at: new Date(now.getTime() + lasts), used_at: null },
    })
    .execute()
  return token
}

/** Uses a token up and answers who comes in by it; null when it is unknown, used or expired, or its member has left. */
export async function redeemStartToken(db: Db, token: string, now = new Date()): Promise<Who | null> {
  await db.deleteFrom('start_link').where('expires_at', '<=', now).execute()
  // One statement, so that of two that come at once only one gets in.
  const used = await db
    .updateTable('start_link')
    .set({ used_at: now })
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['workspace_id', 'member_id'])
    .executeTakeFirst()
  const who = await whoEnters(db, used)
  if (who?.member) await noteEntered(db, who.workspace, who.member, now)
  return who
}

const noteEntered = (db: Db, workspace: Id<'workspace'>, member: MemberId, now: Date) =>
  db
    .updateTable('member')
    .set((eb) => ({ entered_at: eb.fn.coalesce('entered_at', eb.val(now)) }))
    .where('workspace_id', '=', workspace)
    .where('id', '=', member)
    .execute()
