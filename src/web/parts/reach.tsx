import { t } from '../texts/index.ts'
import styles from './reach.module.css'

type Word = 'warm' | 'workable' | 'long'

/** Reach in words: the figures stand one click deeper. */
export function reachWord(strength: number): Word | null {
  if (strength >= 0.2) return 'warm'
  if (strength >= 0.08) return 'workable'
  return strength >= 0.03 ? 'long' : null
}

const BARS: Record<Word, number> = { warm: 3, workable: 2, long: 1 }

/** "warm", "workable" or "long shot"; nothing known is out of reach. */
export function Reach({ strength }: { strength: number | null }) {
  const word = strength === null ? null : reachWord(strength)
  const bars = word === null ? 0 : BARS[word]
  return (
    <span className={styles.reach}>
      <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <rect
            key={bar}
            {...{ x: (bar - 1) * 6, y: 12 - bar * 4, width: 4, height: bar * 4, rx: 1 }}
            className={bar <= bars ? styles.on : styles.off}
          />
        ))}
      </svg>
      {word === null ? t.reach.none : t.reach[word]}
    </span>
  )
}
