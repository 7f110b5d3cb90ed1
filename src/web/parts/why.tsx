import type { ReactNode } from 'react'
import { t } from '../texts/index.ts'
import type { Path } from './path-line.tsx'
import { TieEvidence } from './tie-evidence.tsx'
import { figure } from './when.ts'
import styles from './why.module.css'

type Props = { path: Path; seeker?: string; children?: ReactNode }

/** The figures of a path and the evidence of each tie, one click deeper. */
export function Why({ path, seeker = t.you, children }: Props) {
  return (
    <details className={styles.why}>
      <summary>{t.why.title}</summary>
      <div className={styles.inside}>
        {children}
        <p>{t.why.reach(figure(path.strength))}</p>
        {path.steps.map(({ from, to, tie }, index) => (
          <TieEvidence key={to.id} title={t.why.tie(index === 0 ? seeker : from.name, to.name)} tie={tie} />
        ))}
        {path.affiliation && (
          <p>
            {t.why.affiliation(
              path.steps.at(-1)!.to.name,
              path.affiliation.organization.name,
              figure(path.affiliation.strength),
              path.affiliation.current,
            )}
          </p>
        )}
        {path.steps.length > 1 && <p className="quiet">{t.why.hops}</p>}
      </div>
    </details>
  )
}
