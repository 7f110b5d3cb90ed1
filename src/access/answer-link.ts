import type { Caller } from '../action.ts'
import type { Store, Tx } from '../store/db.ts'
import { type Id, newId } from '../store/ids.ts'
import { hashOf, newToken } from './sessions.ts'
import type { Who } from './who.ts'

// The key by which a candidate answers one invitation, without an account. It opens nothing else.

/** How long it may be used: thirty days, in milliseconds. By the real clock, as everything at the door is. */
const ANSWER_LASTS = 30 * 24 * 60 * 60 * 1000
const MARK = 'ans_'

/** What whoever holds the token may ask for; of this one invitation alone. */
const BY_LINK: ReadonlySet<string> = new Set(['workspace.show', 'portal.invitation', 'portal.answer'])

/** A token for the candidate; it is given out once and kept as a hash. */
export async function makeAnswerToken(
  tx: Tx,
  workspace: Id<'workspace'>,
  invitation: Id<'invitation'>,
  now = new Date(),
): Promise<string> {
  const token = MARK + newToken()
  await tx
    .insertInto('answer_link')
    .values({
      ...{ workspace_id: workspace, id: newId(), invitation_id: invitation, token_hash: hashOf(token) },
      ...{ created_at: now, expires_at: new Date(now.getTime() + ANSWER_LASTS) },
    })
    .execute()
  return token
}

export const isAnswerToken = (token: string): boolean => token.startsWith(MARK)

export type LinkHolder = Who & Required<Pick<Caller, 'only' | 'invitation'>>

/** The candidate to whom this token was sent; null when it is unknown or too old, or the invitation was removed. */
export async function linkHolder(store: Store, token: string, now = new Date()): Promise<LinkHolder | null> {
  const link = await store.owner
    .selectFrom('answer_link')
    .select(['workspace_id as workspace', 'invitation_id as invitation'])
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (link === undefined) return null
  const seeker = await store.inWorkspace(link.workspace, (tx) => seekerOf(tx, link.invitation))
  if (seeker === undefined) return null
  const { id: person, name } = seeker
  return { ...link, role: 'candidate', member: null, person, name: `${name}, by token`, only: BY_LINK }
}

const seekerOf = (tx: Tx, invitation: Id<'invitation'>) =>
  tx
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.seeker')
    .select(['person.id', 'person.name'])
    .where('invitation.id', '=', invitation)
    .where('removed_at', 'is', null)
    // Whoever was erased is nobody's candidate any more.
    .where('merged_into', 'is', null)
    .where('sent_at', 'is not', null)
    .executeTakeFirst()
