import { Link } from '@tanstack/react-router'
import type { Path } from '../parts/path-line.tsx'
import { t } from '../texts/index.ts'
import { type Edge, type Layout, layoutOf, type Spot } from './layout.ts'
import styles from './paths.module.css'

const COLUMN = 190
const MARGIN = 64
const LABEL = 22

/** The paths as one picture: who is on several of them stands once. Each name is a link; the list below says the same. */
export function PathPicture({ paths }: { paths: readonly Path[] }) {
  const layout = layoutOf(paths, t.you)
  const width = MARGIN * 2 + (layout.columns - 1) * COLUMN
  const x = ({ column }: Spot) => MARGIN + column * COLUMN
  const at = new Map(layout.spots.map((spot) => [spot.id, { x: x(spot), y: spot.y }]))
  const people = layout.spots.filter(({ kind }) => kind === 'person').length
  return (
    <div className={styles.picture}>
      <svg width={width} height={layout.height + LABEL} viewBox={`0 -8 ${width} ${layout.height + LABEL}`}>
        <title>{t.path.picture(people, paths.length)}</title>
        <Lines layout={layout} at={at} />
        {layout.spots.map((spot) => (
          <SpotMark key={spot.id} spot={spot} x={x(spot)} />
        ))}
      </svg>
    </div>
  )
}

type Where = ReadonlyMap<string, { x: number; y: number }>

const Lines = ({ layout, at }: { layout: Layout; at: Where }) =>
  layout.edges.map((edge) => <Line key={edge.from + edge.to} edge={edge} at={at} />)

/** The stronger the thicker; dashed where the tie is inferred, or the position past. */
function Line({ edge: { from, to, strength, isSure }, at }: { edge: Edge; at: Where }) {
  const [a, b] = [at.get(from)!, at.get(to)!]
  const middle = (a.x + b.x) / 2
  return (
    <path
      className={styles.line}
      d={`M ${a.x} ${a.y} C ${middle} ${a.y}, ${middle} ${b.y}, ${b.x} ${b.y}`}
      strokeWidth={1 + strength * 4}
      strokeDasharray={isSure ? undefined : '5 4'}
    />
  )
}

const LONGEST = 24
const short = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name)

function SpotMark({ spot, x }: { spot: Spot; x: number }) {
  const mark =
    spot.kind === 'place' ? (
      <rect className={styles.place} x={x - 7} y={spot.y - 7} width={14} height={14} rx={3} />
    ) : (
      <circle className={spot.kind === 'you' ? styles.you : styles.person} cx={x} cy={spot.y} r={7} />
    )
  const label = (
    <text className={styles.label} x={x} y={spot.y + LABEL}>
      {short(spot.name)}
    </text>
  )
  if (spot.kind === 'you') {
    return (
      <>
        {mark}
        {label}
      </>
    )
  }
  const to = spot.kind === 'place' ? '/network/organizations/$id' : '/network/people/$id'
  return (
    <Link to={to} params={{ id: spot.id }} aria-label={spot.name}>
      {mark}
      {label}
    </Link>
  )
}
