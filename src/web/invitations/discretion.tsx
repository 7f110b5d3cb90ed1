import { Switch } from '@mantine/core'
import { useDiscreet } from '../parts/discreet.ts'
import { PathLine } from '../parts/path-line.tsx'
import { Section } from '../parts/section.tsx'
import { Why } from '../parts/why.tsx'
import { t } from '../texts/index.ts'
import styles from './invitations.module.css'
import type { Worth } from './types.ts'

/** Who might let the present employer know, with the evidence; and such paths left out, where that is wished. */
export function Discretion({ flags }: { flags: Worth['discretion'] }) {
  const [discreet, setDiscreet] = useDiscreet()
  if (flags.length === 0 && !discreet) return null
  return (
    <Section title={t.discretion.title} says={discreet ? t.discretion.leftOut : t.discretion.says}>
      <Switch
        className="no-print"
        label={t.discretion.quiet}
        description={t.discretion.quietSays}
        checked={discreet}
        onChange={(event) => setDiscreet(event.currentTarget.checked)}
      />
      {flags.length > 0 && (
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
      )}
    </Section>
  )
}
