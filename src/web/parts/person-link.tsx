import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Named = { id: string; name: string }

/** `shown`: the name as it is to be seen, such as with letters marked. */
export function PersonLink({ person, shown }: { person: Named; shown?: ReactNode }) {
  return (
    <Link className="plain" to="/network/people/$id" params={{ id: person.id }}>
      {shown ?? person.name}
    </Link>
  )
}

export function OrganizationLink({ organization, shown }: { organization: Named; shown?: ReactNode }) {
  return (
    <Link className="plain" to="/network/organizations/$id" params={{ id: organization.id }}>
      {shown ?? organization.name}
    </Link>
  )
}
