import type { Context } from '../action.ts'
import { whoIsMe } from '../people/find.ts'
import type { PersonId } from '../people/person.ts'
import type { Id } from '../store/ids.ts'

/** An invitation as the steps need it: who is asked, by whom, for what. */
export type Summons = {
  id: Id<'invitation'>
  seeker: PersonId
  organization: { id: Id<'organization'>; name: string; industry: string | null } | null
  opening: Id<'opening'> | null
  /** What the role is called. */
  role: string | null
  description: string | null
  outsideField: boolean | null
  cameFrom: Id<'introduction'> | null
  cancelled: boolean
}

export async function summonsOf(context: Context, id: Id<'invitation'>): Promise<Summons> {
  const row = await context.tx
    .selectFrom('invitation')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .leftJoin('opening', 'opening.id', 'invitation.opening_id')
    .select([
      'invitation.seeker',
      'invitation.role',
      'invitation.outside_field',
      'invitation.came_from',
      'invitation.cancelled_at',
      'organization.id as organization',
      'organization.name',
      'organization.industry',
      'opening.id as opening',
      'opening.title',
      'opening.description',
    ])
    .where('invitation.id', '=', id)
    .executeTakeFirstOrThrow()
  const { organization, name, industry } = row
  return {
    id,
    seeker: row.seeker ?? whoIsMe(context),
    organization: organization ? { id: organization, name: name!, industry } : null,
    opening: row.opening,
    role: row.role ?? row.title,
    description: row.description,
    outsideField: row.outside_field,
    cameFrom: row.came_from,
    cancelled: row.cancelled_at !== null,
  }
}
