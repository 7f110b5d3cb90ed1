// Where everybody stands: you in the middle, around you the organizations as discs of their people, the warm ones nearest.
// Decided by the facts alone, so that the same network is always the same picture.

export type Point = { x: number; y: number }
export type Disc = Point & { r: number; organization: number | null; people: number[] }
export type Layout = { people: Point[]; discs: Disc[]; r: number }
type Seen = { organization: number | null; strength: number }

/** The angle by which a sunflower turns from seed to seed. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5))
/** Between two people, and between two discs; a person is drawn 1 wide. */
const APART = 1.5
const GAP = 2.2
/** Nobody stands nearer to you. */
const CLEAR = 7

/** Takes people with the nearest first. */
export function layoutOf(people: readonly Seen[]): Layout {
  const discs = discsOf(people)
  place(discs)
  const at: Point[] = new Array(people.length)
  for (const disc of discs)
    for (const [seed, person] of disc.people.entries()) {
      const turn = seed * GOLDEN + Math.atan2(disc.y, disc.x)
      const out = disc.people.length === 1 ? 0 : APART * 0.62 * Math.sqrt(seed + 0.5)
      at[person] = { x: disc.x + out * Math.cos(turn), y: disc.y + out * Math.sin(turn) }
    }
  const r = discs.reduce((most, { x, y, r }) => Math.max(most, Math.hypot(x, y) + r), CLEAR)
  return { people: at, discs, r }
}

/** An organization is as near as its nearest person; whoever works nowhere on record stands alone. */
function discsOf(people: readonly Seen[]): Disc[] {
  const discs = new Map<string, Disc>()
  people.forEach(({ organization }, person) => {
    const key = organization === null ? `alone ${person}` : `at ${organization}`
    const disc = discs.get(key) ?? { x: 0, y: 0, r: 0, organization, people: [] }
    disc.people.push(person)
    disc.r = disc.people.length === 1 ? 0.6 : APART * 0.62 * Math.sqrt(disc.people.length) + 0.6
    discs.set(key, disc)
  })
  return [...discs.values()]
}

/**
 * Each disc on the innermost ring with room for it. What did not fit on a ring does not fit later either, as rings only
 * fill: discs of a size begin where the last one of that size, or of a smaller one, ended.
 */
function place(discs: readonly Disc[]): void {
  const grid = new Grid()
  const begin = new Map<number, number>()
  for (const disc of discs) {
    const size = Math.ceil(disc.r)
    let ring = begin.get(size) ?? CLEAR + size
    for (let free = freeOn(ring, disc, grid); ; free = freeOn(ring, disc, grid)) {
      if (free) {
        Object.assign(disc, free)
        break
      }
      ring += 1.2
    }
    begin.set(size, ring)
    grid.add(disc)
  }
}

/** A free place on a ring, looked for from where a golden turn would put it, so that no side fills first. */
function freeOn(ring: number, disc: Disc, grid: Grid): Point | null {
  const steps = Math.max(6, Math.floor((2 * Math.PI * ring) / Math.max(1.6, disc.r * 0.7)))
  const start = grid.size * GOLDEN
  for (let step = 0; step < steps; step++) {
    const turn = start + (step * 2 * Math.PI) / steps
    const point = { x: ring * Math.cos(turn), y: ring * Math.sin(turn) }
    if (grid.isFree(point, disc.r)) return point
  }
  return null
}

const CELL = 8

/** Discs by the squares that they touch. */
class Grid {
  size = 0
  readonly #cells = new Map<string, Disc[]>()

  add(disc: Disc): void {
    this.size++
    for (const key of cellsOf(disc, disc.r)) {
      const cell = this.#cells.get(key)
      if (cell) cell.push(disc)
      else this.#cells.set(key, [disc])
    }
  }

  isFree(point: Point, r: number): boolean {
    for (const key of cellsOf(point, r + GAP))
      for (const disc of this.#cells.get(key) ?? [])
        if (Math.hypot(disc.x - point.x, disc.y - point.y) < disc.r + r + GAP) return false
    return true
  }
}

function* cellsOf({ x, y }: Point, r: number): Generator<string> {
  for (let column = Math.floor((x - r) / CELL); column <= Math.floor((x + r) / CELL); column++)
    for (let row = Math.floor((y - r) / CELL); row <= Math.floor((y + r) / CELL); row++)
      yield `${column},${row}`
}

/** The person nearest to a point, at most `within` away. */
export function nearest(people: readonly Point[], point: Point, within: number): number | null {
  let best: number | null = null
  let least = within
  people.forEach(({ x, y }, person) => {
    const away = Math.hypot(x - point.x, y - point.y)
    if (away > least) return
    best = person
    least = away
  })
  return best
}

export type Direction = 'left' | 'right' | 'up' | 'down'
const TOWARDS: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}

/** The next person in a direction: near, and not far off the line. */
export function neighbour(people: readonly Point[], from: Point, direction: Direction): number | null {
  const { x, y } = TOWARDS[direction]
  let best: number | null = null
  let least = Number.POSITIVE_INFINITY
  people.forEach((point, person) => {
    const along = (point.x - from.x) * x + (point.y - from.y) * y
    const aside = Math.abs((point.x - from.x) * y - (point.y - from.y) * x)
    if (along <= 0.01 || aside > along) return
    const away = along + 2 * aside
    if (away < least) [best, least] = [person, away]
  })
  return best
}

export type Label = Point & { text: string; size: number; person?: number; organization?: number }

/** Labels in the order of their weight, each left out that would lie over an earlier one. `scale`: pixels a unit. */
export function withoutOverlap(wanted: Iterable<Label>, scale: number, most = 120): Label[] {
  const kept: { label: Label; box: Box }[] = []
  for (const label of wanted) {
    if (kept.length >= most) break
    const box = boxOf(label, scale)
    if (!kept.some((other) => overlap(box, other.box))) kept.push({ label, box })
  }
  return kept.map(({ label }) => label)
}

type Box = { left: number; right: number; top: number; bottom: number }

/** Wider than most letters of the font are, so that what is measured here is never too little. */
const LETTER = 0.62

/** Half of how wide a label is, in pixels. */
export const halfOf = ({ text, size }: Pick<Label, 'text' | 'size'>): number =>
  (text.length * size * LETTER) / 2 + 3

function boxOf(label: Label, scale: number): Box {
  const { x, y, size } = label
  const half = halfOf(label)
  return {
    left: x * scale - half,
    right: x * scale + half,
    top: y * scale - size,
    bottom: y * scale + size * 0.5,
  }
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
