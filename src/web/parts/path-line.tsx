import { Link } from '@tanstack/react-router'
import type { Answer } from '../client.ts'
import { t } from '../texts/index.ts'
import styles from './path-line.module.css'
import { day } from './when.ts'

export type Path = Answer<'path.find'>['paths'][number]
type Step = Path['steps'][number]

/** A path as a line of people: whoever seeks (you), those in between, the last person, and where they are. */
export function PathLine({ path, seeker = t.you }: { path: Path; seeker?: string }) {
  const { steps, affiliation } = path
  return (
    <div className={styles.box}>
      <ol className={styles.line} aria-label={t.path.label}>
        <li className={styles.stop}>
          <span className={styles.dot} />
          <span className={styles.name}>{seeker}</span>
        </li>
        {steps.map((step) => (
          <PersonStop key={step.to.id} step={step} />
        ))}
        {affiliation && (
          <li className={`${styles.stop} ${styles.place}`}>
            <span className={styles.tie}>{placeInWords(affiliation)}</span>
            <span className={styles.dot} />
            <Link
              className={`${styles.name} plain`}
              to="/network/organizations/$id"
              params={{ id: affiliation.organization.id }}
            >
              {affiliation.organization.name}
            </Link>
          </li>
        )}
      </ol>
    </div>
  )
}

/** "works there", "worked there until 2021". */
function placeInWords({ current, until }: NonNullable<Path['affiliation']>): string {
  if (current) return t.path.isAt
  return until === undefined ? t.path.wasAt : t.path.until(day(until))
}

function PersonStop({ step: { to, tie } }: { step: Step }) {
  const isForeseen = tie.certainty === 'foreseen'
  return (
    <li className={`${styles.stop} ${isForeseen ? styles.foreseen : ''}`}>
      <span className={styles.tie}>{tie.evidence[0]?.says ?? t.certainty[tie.certainty]}</span>
      <span className={styles.dot} />
      <Link className={`${styles.name} plain`} to="/network/people/$id" params={{ id: to.id }}>
        {to.name}
      </Link>
    </li>
  )
}
