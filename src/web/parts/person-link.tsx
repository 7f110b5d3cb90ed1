import { Link } from '@tanstack/react-router'

export function PersonLink({ person }: { person: { id: string; name: string } }) {
  return (
    <Link className="plain" to="/network/people/$id" params={{ id: person.id }}>
      {person.name}
    </Link>
  )
}

export function OrganizationLink({ organization }: { organization: { id: string; name: string } }) {
  return (
    <Link className="plain" to="/network/organizations/$id" params={{ id: organization.id }}>
      {organization.name}
    </Link>
  )
}
