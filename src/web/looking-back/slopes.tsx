import type { Answer } from '../client.ts'
import { t } from '../texts/index.ts'
import styles from './slopes.module.css'

type Meeting = Answer<'enthusiasm.history'>['meetings'][number]
type Told = Meeting & { before: number; after: number }

const WIDTH = 320
const HEIGHT = 220
const LEFT = 60
const RIGHT = WIDTH - 60
const LEVELS = [1, 2, 3, 4, 5]

const levelAt = (value: number): number => 20 + ((5 - value) * (HEIGHT - 40)) / 4

/** Lines that would lie upon each other stand some points apart. */
const apart = (place: number, of: number): number => (of === 1 ? 0 : (place - (of - 1) / 2) * 4)

/** How much each was wanted before and after its meeting: a line each. The table beside it says the same. */
export function Slopes({ meetings }: { meetings: Told[] }) {
  const alike = new Map<string, number>()
  const count = (key: string) => meetings.filter(({ before, after }) => `${before} ${after}` === key).length
  return (
    <svg
      className={styles.slopes}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t.lookBack.chart(meetings.length)}
    >
      {LEVELS.map((level) => (
        <g key={level}>
          <line x1={LEFT} x2={RIGHT} y1={levelAt(level)} y2={levelAt(level)} className={styles.level} />
          <text x={LEFT - 14} y={levelAt(level) + 4} textAnchor="end" className={styles.label}>
            {level}
          </text>
        </g>
      ))}
      {meetings.map(({ meeting, before, after, turn }) => {
        const key = `${before} ${after}`
        const place = alike.get(key) ?? 0
        alike.set(key, place + 1)
        const off = apart(place, count(key))
        return (
          <g key={meeting} className={styles.line} data-turn={turn}>
            <line x1={LEFT} y1={levelAt(before) + off} x2={RIGHT} y2={levelAt(after) + off} />
            <circle cx={LEFT} cy={levelAt(before) + off} r={3.5} />
            <circle cx={RIGHT} cy={levelAt(after) + off} r={3.5} />
          </g>
        )
      })}
      <text x={LEFT} y={HEIGHT - 2} textAnchor="middle" className={styles.label}>
        {t.lookBack.before}
      </text>
      <text x={RIGHT} y={HEIGHT - 2} textAnchor="middle" className={styles.label}>
        {t.lookBack.after}
      </text>
    </svg>
  )
}

export const isTold = (meeting: Meeting): meeting is Told => meeting.before !== null && meeting.after !== null
