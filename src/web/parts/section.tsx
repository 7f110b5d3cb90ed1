import { type ReactNode, useId } from 'react'
import styles from './page.module.css'

/** A part of a screen with its own heading. */
export function Section({ title, says, children }: { title: string; says?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {says && <p className="quiet small">{says}</p>}
      </div>
      {children}
    </section>
  )
}
