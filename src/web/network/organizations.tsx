import { useRead } from '../api.ts'
import { Answered } from '../parts/answered.tsx'
import { OrganizationLink } from '../parts/person-link.tsx'
import { t } from '../texts/index.ts'

export function Organizations({ search }: { search: string }) {
  const found = useRead('organization.list', { search, top: 200 }, { keep: true })
  return (
    <Answered of={found}>
      {({ organizations }) =>
        organizations.length === 0 ? (
          <p role="status">{search ? t.network.nobody(search) : t.network.noOrganizations}</p>
        ) : (
          <ul className="sheet rows" aria-label={t.network.organizations('')}>
            {organizations.map((one) => (
              <li key={one.id} className="spread">
                <strong style={{ fontWeight: 550 }} className="wrap">
                  <OrganizationLink organization={one} />
                </strong>
                <span className="small quiet">{t.network.holds(one.people, one.openings)}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  )
}
