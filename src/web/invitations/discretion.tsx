import { PathLine } from '../parts/path-line.tsx'
import { Section } from '../parts/section.tsx'
import { Why } from '../parts/why.tsx'
import { t } from '../texts/index.ts'
import styles from './invitations.module.css'
import type { Worth } from './types.ts'

/** Who might let the present employer know, with the evidence. */
export function Discretion({ flags }: { flags: Worth['discretion'] }) {
  if (flags.length === 0) return null
  return (
    <Section title={t.discretion.title} says={t.discretion.says}>
      <ul className="sheet rows">
        {flags.map(({ person, organization, because, path }) => (
          <li key={person.id + organization.id} className={styles.door}>
            <p>{because}</p>
            {path && (
              <Why path={path} seeker={person.name}>
                <PathLine path={path} seeker={person.name} />
              </Why>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
