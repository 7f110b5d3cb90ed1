import { Navigate } from '@tanstack/react-router'
import { useRead } from '../api.ts'
import { isGuest, useInFirm } from '../shell/role.ts'

/** What is open and coming; with nothing here yet, the ways in. */
export function Home() {
  const { data } = useRead('workspace.show', {})
  const inFirm = useInFirm()
  if (data === undefined) return null
  if (isGuest(data.role)) return <Navigate to="/portal" replace />
  if (inFirm) return <Navigate to="/mandates" replace />
  const { people, invitations } = data.counts
  return <Navigate to={invitations > 0 || people > 1 ? '/invitations' : '/add'} replace />
}
