import { t } from '../texts/index.ts'
import styles from './compare.module.css'

/** Three invitations by name, and how many doors exactly some of them open. */
export type ThreeSets = { names: [string, string, string]; count: (...which: (0 | 1 | 2)[]) => number }

const RADIUS = 84
const CENTRES = [
  { x: 160, y: 110 },
  { x: 260, y: 110 },
  { x: 210, y: 195 },
] as const
const CLASSES = [styles.first, styles.second, styles.third]
const NAMES = [
  { x: 20, y: 18, anchor: 'start' },
  { x: 400, y: 18, anchor: 'end' },
  { x: 210, y: 300, anchor: 'middle' },
] as const

type Region = { which: (0 | 1 | 2)[]; x: number; y: number }

const REGIONS: Region[] = [
  { which: [0], x: 122, y: 95 },
  { which: [1], x: 298, y: 95 },
  { which: [2], x: 210, y: 238 },
  { which: [0, 1], x: 210, y: 82 },
  { which: [0, 2], x: 162, y: 168 },
  { which: [1, 2], x: 258, y: 168 },
  { which: [0, 1, 2], x: 210, y: 138 },
]

/** Three circles that overlap each other; not to measure, only which doors lie where. The table says the same. */
export function ThreeCircles({ sets: { names, count } }: { sets: ThreeSets }) {
  return (
    <svg className={styles.sets} viewBox="0 0 420 310" role="img" aria-label={t.compare.regions}>
      {CENTRES.map(({ x, y }, at) => (
        <circle key={names[at]} cx={x} cy={y} r={RADIUS} className={CLASSES[at]} />
      ))}
      {NAMES.map(({ x, y, anchor }, at) => (
        <text key={names[at]} x={x} y={y} textAnchor={anchor} className={styles.name}>
          {shortened(names[at]!)}
        </text>
      ))}
      {REGIONS.map(({ which, x, y }) => (
        <text key={which.join()} x={x} y={y} className={styles.count}>
          {count(...which)}
        </text>
      ))}
    </svg>
  )
}

const MOST = 26
export const shortened = (name: string): string => (name.length > MOST ? `${name.slice(0, MOST - 1)}…` : name)
