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
        {weakestFirst(path).map(({ from, to, tie }, index) => (
          <TieEvidence
            key={to.id}
            title={t.why.tie(
              from === path.steps[0]!.from ? seeker : from.name,
              to.name,
              isWeakest(path, index),
            )}
            tie={tie}
          />
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

/** A path is no surer than its weakest tie: that one is looked at first. */
const weakestFirst = ({ steps }: Path) =>
  [...steps].sort((one, other) => one.tie.strength - other.tie.strength)
const isWeakest = ({ steps }: Path, place: number): boolean => steps.length > 1 && place === 0
