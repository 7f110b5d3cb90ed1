import { More } from '../parts/more.tsx'
import { PathLine } from '../parts/path-line.tsx'
import { OrganizationLink } from '../parts/person-link.tsx'
import { Reach } from '../parts/reach.tsx'
import { Section } from '../parts/section.tsx'
import { Why } from '../parts/why.tsx'
import { t } from '../texts/index.ts'
import type { Growth } from './growth.ts'
import styles from './invitations.module.css'
import { IsNew } from './is-new.tsx'
import type { Worth } from './types.ts'

/** Organizations that the room brings within reach, with a known opening or without. */
export function Organizations({
  worth: { organizations, totals },
  grown,
}: {
  worth: Worth
  grown: Growth | null
}) {
  if (organizations.length === 0) return null
  return (
    <Section title={t.organizations.title(totals.organizations)} says={t.organizations.says}>
      <More items={organizations} first={4} className="sheet rows">
        {({ organization, after, openings, path }) => (
          <li key={organization.id} className={styles.door}>
            <div className="spread">
              <h3 className="wrap">
                <OrganizationLink organization={organization} />
                {openings > 0 && <span className="quiet small"> · {t.organizations.openings(openings)}</span>}
              </h3>
              <span className="row">
                {grown?.organizations.has(organization.id) && <IsNew />}
                <Reach strength={after} />
              </span>
            </div>
            <PathLine path={path} />
            <Why path={path} />
          </li>
        )}
      </More>
    </Section>
  )
}
