import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../store/db.ts'
import type { Id } from '../store/ids.ts'
import { type Who, whoEnters } from './who.ts'

// Sessions belong to the installation and are kept as hashes only: who reads the database cannot enter with it.
// Their times are the real clock's, whatever ACQUAINT_NOW says.

const DAY = 24 * 60 * 60 * 1000
/** How long one stays signed in on a device: 30 days, in milliseconds. */
export const SESSION_LASTS = 30 * DAY

/** 256 random bits in URL-safe text. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Opens a session for whoever came in; the token is given out once and kept nowhere. */
export async function beginSession(
  db: Db,
  { workspace, member }: Pick<Who, 'workspace' | 'member'>,
  now = new Date(),
): Promise<string> {
  const token = newToken()
  const times = { created_at: now, expires_at: new Date(now.getTime() + SESSION_LASTS) }
  await db.deleteFrom('session').where('expires_at', '<=', now).execute()
  await db
    .insertInto('session')
    .values({ token_hash: hashOf(token), workspace_id: workspace, member_id: member ?? null, ...times })
    .execute()
  return token
}

/** Whose session this is; null when it is unknown, ended or expired, or its member has left. */
export async function sessionHolder(db: Db, token: string, now = new Date()): Promise<Who | null> {
  const session = await db
    .selectFrom('session')
    .select(['workspace_id', 'member_id'])
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return whoEnters(db, session)
}

/** Signs out: the token opens nothing any more. */
export async function endSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', hashOf(token)).execute()
}

/** The same session goes on in another personal workspace. */
export async function moveSession(db: Db, token: string, workspace: Id<'workspace'>): Promise<void> {
  await db
    .updateTable('session')
    .set({ workspace_id: workspace, member_id: null })
    .where('token_hash', '=', hashOf(token))
    .execute()
}
