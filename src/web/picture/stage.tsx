import { type KeyboardEvent, memo, type PointerEvent, useId, useMemo, useRef } from 'react'
import { t } from '../texts/index.ts'
import { alongOf, dot, dotsOf, labelsOf, lineOf, type Picture, ringsOf, WARMTHS } from './drawing.ts'
import {
  type Direction,
  halfOf,
  type Label,
  type Layout,
  nearest,
  neighbour,
  type Point,
  withoutOverlap,
} from './layout.ts'
import styles from './picture.module.css'
import { useWheel, type Window } from './view.ts'

type Props = {
  picture: Picture
  layout: Layout
  window: Window
  chosen: number | null
  choose: (person: number | null) => void
  open: (person: number) => void
}

const MIDDLE: Point = { x: 0, y: 0 }
const ARROWS: Record<string, Direction> = {
  ...{ ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' },
}

/** The picture itself: one stop of the keyboard, within which arrows lead from person to person. */
export function Stage(props: Props) {
  const { picture, layout, window, chosen } = props
  const { ref, width, height, view } = window
  const keys = useId()
  const pointer = usePointer(props)
  useWheel(window)
  return (
    <div
      ref={ref}
      className={styles.map}
      role="application"
      aria-label={t.picture.map}
      aria-describedby={keys}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys
      tabIndex={0}
      onKeyDown={(event) => onKey(event, props)}
      {...pointer}
    >
      <span id={keys} className="unseen">
        {t.picture.keys}
      </span>
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          <g
            transform={`translate(${width / 2} ${height / 2}) scale(${view.scale}) translate(${-view.x} ${-view.y})`}
          >
            <Everybody picture={picture} layout={layout} />
            {chosen !== null && (
              <>
                <path className={styles.line} d={lineOf(picture, layout, chosen)} />
                <path
                  className={styles.chosen}
                  d={alongOf(picture, chosen)
                    .map((stop) => dot(layout.people[stop]!))
                    .join('')}
                />
              </>
            )}
            <circle className={styles.middle} r={1.6} />
          </g>
          <Labels {...props} />
        </svg>
      )}
    </div>
  )
}

/** Drawn once: moving the window moves it as a whole. */
const Everybody = memo(function Everybody({ picture, layout }: { picture: Picture; layout: Layout }) {
  const dots = useMemo(() => dotsOf(picture, layout), [picture, layout])
  return (
    <>
      <path className={styles.rings} d={ringsOf(layout)} />
      {WARMTHS.map((warmth) => (
        <path key={warmth} className={`${styles.dots} ${styles[warmth]}`} d={dots[warmth]} />
      ))}
    </>
  )
})

function Labels({ picture, layout, window, chosen }: Props) {
  const { width, height, view, isVisible } = window
  const wanted = labelsOf(picture, layout, { scale: view.scale, chosen, isVisible })
  const isInside = (label: Label) => Math.abs(label.x - view.x) * view.scale + halfOf(label) < width / 2
  const you: Label = { x: 0, y: -1.6 - 5 / view.scale, text: picture.middle.name, size: 13 }
  return (
    <g className={styles.labels}>
      {withoutOverlap(inside(you, wanted, isInside), view.scale).map(
        ({ x, y, text, size, person, organization }) => (
          <text
            key={`${person ?? 'o'}/${organization ?? 'p'}`}
            x={width / 2 + (x - view.x) * view.scale}
            y={height / 2 + (y - view.y) * view.scale}
            fontSize={size}
            className={person === undefined ? styles.organization : undefined}
          >
            {text}
          </text>
        ),
      )}
    </g>
  )
}

/** What would be cut off at a side is left out before it takes another's place. */
function* inside(you: Label, rest: Iterable<Label>, isInside: (label: Label) => boolean): Generator<Label> {
  if (isInside(you)) yield you
  for (const label of rest) if (isInside(label)) yield label
}

function onKey(event: KeyboardEvent, { layout, window, chosen, choose, open }: Props): void {
  const direction = ARROWS[event.key]
  const does: Record<string, () => void> = {
    Enter: () => chosen !== null && open(chosen),
    Escape: () => choose(null),
    '+': () => window.zoom(1.4),
    '-': () => window.zoom(1 / 1.4),
    '0': () => window.set(null),
  }
  if (direction === undefined && does[event.key] === undefined) return
  event.preventDefault()
  does[event.key]?.()
  if (direction === undefined) return
  const from = chosen === null ? MIDDLE : layout.people[chosen]!
  const next = neighbour(layout.people, from, direction)
  if (next === null) return
  choose(next)
  const point = layout.people[next]!
  if (!window.isVisible(point, -30)) window.set({ ...point, scale: window.view.scale })
}

/** How near a person the pointer must be, in pixels; and how far it moves before it drags. */
const TOUCH = 14
const DRAG = 4

type Drag = { x: number; y: number; view: Point; isDrag: boolean }

function usePointer({ layout, window, chosen, choose, open }: Props) {
  const drag = useRef<Drag | null>(null)
  const at = (event: PointerEvent) => nearest(layout.people, window.under(event), TOUCH / window.view.scale)
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      drag.current = { x: event.clientX, y: event.clientY, view: window.view, isDrag: false }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent) => {
      const begun = drag.current
      if (begun === null) {
        const person = at(event)
        if (person !== null && person !== chosen) choose(person)
        return
      }
      const [x, y] = [event.clientX - begun.x, event.clientY - begun.y]
      begun.isDrag ||= Math.hypot(x, y) > DRAG
      const { scale } = window.view
      if (begun.isDrag) window.set({ x: begun.view.x - x / scale, y: begun.view.y - y / scale, scale })
    },
    onPointerUp: (event: PointerEvent) => {
      const wasDrag = drag.current?.isDrag
      drag.current = null
      const person = wasDrag ? null : at(event)
      if (person === null) return
      // A finger cannot hover: its first touch says who it is.
      if (event.pointerType === 'mouse' || person === chosen) open(person)
      else choose(person)
    },
    onPointerCancel: () => {
      drag.current = null
    },
  }
}
