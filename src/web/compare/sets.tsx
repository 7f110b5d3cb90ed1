import { t } from '../texts/index.ts'
import styles from './compare.module.css'
import { shortened } from './three-sets.tsx'

/** Of two sets: how many only the one has, only the other, and both. */
export type TwoSets = { one: string; other: string; onlyOne: number; both: number; onlyOther: number }

const LARGEST = 78
const CENTRE = { x: 200, y: 95 }

/**
 * Where two circles stand whose areas are as their numbers: nearer, the more they share. `distance` is that of their
 * centres. Pure; the overlap is drawn to be seen, not to be measured: the table says the numbers.
 */
export function circlesOf({ onlyOne, both, onlyOther }: TwoSets) {
  const [a, b] = [onlyOne + both, onlyOther + both]
  const most = Math.max(a, b, 1)
  const [one, other] = [a, b].map((size) => LARGEST * Math.sqrt(size / most)) as [number, number]
  const smaller = Math.min(a, b)
  const shared = smaller === 0 ? 0 : both / smaller
  const inside = Math.abs(one - other)
  return { one, other, distance: inside + (one + other - inside) * (1 - shared) }
}

export function Sets({ sets }: { sets: TwoSets }) {
  const { one, other, distance } = circlesOf(sets)
  const left = CENTRE.x - (distance + other - one) / 2
  const right = left + distance
  return (
    <svg className={styles.sets} viewBox="0 0 400 205" role="img" aria-label={t.compare.picture(sets)}>
      <circle cx={left} cy={CENTRE.y} r={one} className={styles.first} />
      <circle cx={right} cy={CENTRE.y} r={other} className={styles.second} />
      <text x={8} y={198} className={styles.name}>
        {shortened(sets.one)}
      </text>
      <text x={392} y={198} textAnchor="end" className={styles.name}>
        {shortened(sets.other)}
      </text>
      <text x={left - one / 2} y={CENTRE.y} className={styles.count}>
        {sets.onlyOne}
      </text>
      {sets.both > 0 && (
        <text x={(right - other + left + one) / 2} y={CENTRE.y} className={styles.count}>
          {sets.both}
        </text>
      )}
      <text x={right + other / 2} y={CENTRE.y} className={styles.count}>
        {sets.onlyOther}
      </text>
    </svg>
  )
}
