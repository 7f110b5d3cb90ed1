import { useRead } from '../api.ts'
import type { Answer } from '../client.ts'

type Role = Answer<'workspace.show'>['role']

/** What one is in a workspace of several people; null in one's own, and while it is not known yet. */
export function useRole(): Role | null {
  const { data } = useRead('workspace.show', {})
  return data === undefined || data.kind === 'personal' ? null : data.role
}

/** Who answers for mandates, and so may open and change them. */
export const isLead = (role: Role | null): boolean =>
  role === 'owner' || role === 'consultant' || role === 'adviser'

/** Who has a file here, and works on nobody else's. */
export const isGuest = (role: Role | null): boolean =>
  role === 'candidate' || role === 'client-contact' || role === 'member'

/** Whether one works at a firm's desk here. */
export function useInFirm(): boolean {
  const role = useRole()
  return role !== null && !isGuest(role)
}
