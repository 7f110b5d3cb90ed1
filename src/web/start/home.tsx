import { Navigate } from '@tanstack/react-router'
import { useRead } from '../api.ts'

/** What is open and coming; with nothing here yet, the ways in. */
export function Home() {
  const { data } = useRead('workspace.show', {})
  if (data === undefined) return null
  const { people, invitations } = data.counts
  return <Navigate to={invitations > 0 || people > 1 ? '/invitations' : '/add'} replace />
}
