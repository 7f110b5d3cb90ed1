import type { Caller } from '../action.ts'
import type { Db } from '../store/db.ts'
import type { Id } from '../store/ids.ts'

export type MemberId = Id<'member'>

/** Who stands at a door, and in which workspace: the part of a caller that a session or a token says. */
export type Who = Pick<Caller, 'workspace' | 'role' | 'member' | 'person' | 'name'>

/** A session, a start link or a token that is good: for a member, or for the owner of a personal workspace. */
type Entrance = { workspace_id: Id<'workspace'>; member_id: MemberId | null }

/** Who comes in by it; nobody when the member has left, or when a shared workspace is entered by nobody in particular. */
export async function whoEnters(db: Db, entrance: Entrance | undefined): Promise<Who | null> {
  if (entrance === undefined) return null
  const { workspace_id: workspace, member_id } = entrance
  if (member_id !== null) return whoIs(db, workspace, member_id)
  const row = await db.selectFrom('workspace').select('kind').where('id', '=', workspace).executeTakeFirst()
  return row?.kind === 'personal' ? theOwner(workspace) : null
}

/** Whoever owns the machine, at their own command line or alone in a personal workspace. */
export const theOwner = (workspace: Id<'workspace'>): Who => ({ workspace, role: 'owner', name: 'owner' })

/** A member of a workspace; null once they have left. */
export async function whoIs(db: Db, workspace: Id<'workspace'>, id: MemberId): Promise<Who | null> {
  const member = await members(db, workspace).where('id', '=', id).executeTakeFirst()
  return member ? whoOf(workspace, member) : null
}

/** The member with this e-mail address; null when nobody has it. */
export async function whoHas(db: Db, workspace: Id<'workspace'>, email: string): Promise<Who | null> {
  const member = await members(db, workspace)
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst()
  return member ? whoOf(workspace, member) : null
}

/** The owner who was there first: who opens a shared workspace at the machine itself. */
export async function firstOwner(db: Db, workspace: Id<'workspace'>): Promise<Who | null> {
  const member = await members(db, workspace)
    .where('role', '=', 'owner')
    .orderBy('added_at')
    .orderBy('id')
    .executeTakeFirst()
  return member ? whoOf(workspace, member) : null
}

const members = (db: Db, workspace: Id<'workspace'>) =>
  db
    .selectFrom('member')
    .select(['id', 'name', 'role', 'person_id'])
    .where('workspace_id', '=', workspace)
    .where('ended_at', 'is', null)

type MemberRow = { id: MemberId; name: string; role: Who['role']; person_id: Id<'person'> | null }

const whoOf = (workspace: Id<'workspace'>, { id, name, role, person_id }: MemberRow): Who => ({
  ...{ workspace, role, member: id, person: person_id, name },
})
