import type { Cut } from './cut.ts'
import { gramsOf, PLACES, unitsOf } from './features.ts'
import type { Space } from './kernel.ts'
import { type Layer, layer, softmax, times } from './layers.ts'
import { rowsOf, type Table, tableOf } from './table.ts'
import { type Matrix, SCALE_STEP, type Weights } from './weights.ts'

/** Numbers of four bytes, and where they lie. */
export type Numbers = { at: number; list: Float32Array }
/** Reads a cut title into the hidden layers, one net's after the other's; undefined when too little of the title is known. The answer is used up by the next call. */
export type Encoder = (title: Cut) => Numbers | undefined

/** Of an unknown word so much must be known letter sequences: less would be a guess. */
const LETTERS = 0.5
/** A title of 24 words (the most that are read) has fewer units, and a word as long as a title fewer letter sequences. */
const MOST_UNITS = 128
const MOST_ROWS = 1024

/** The letter sequences of a word that speaks for itself. */
const NONE: number[] = []

/** What is written over at each title: nothing is allocated while reading. A unit is as wide as all nets. */
type Desk = {
  rows: { at: number; list: Int32Array }
  width: number
  units: Numbers
  places: Int32Array
  shares: Float64Array
  pooled: Numbers
  hidden: Numbers
}

/** All that reading takes. */
type Inside = { weights: Weights; space: Space; table: Table; query: Numbers; desk: Desk }

export function encoderOf(weights: Weights, space: Space): Encoder {
  const { nets, dim, pools, hidden } = weights.header
  const query = space.f32(weights.query.length)
  query.list.set(weights.query)
  const desk = deskOf(weights.header, space)
  const inside = { weights, space, table: tableOf(weights, space), query, desk }
  const inner = innerOf(weights, space)
  return (title) => {
    const n = addUp(inside, title)
    if (n === 0) return undefined
    desk.pooled.list.fill(0)
    for (let k = 0; k < nets * pools; k++) pool(inside, n, k)
    for (const [net, each] of inner.entries())
      times(space, each, desk.pooled.at + net * pools * dim * 4, desk.hidden.at + net * hidden * 4)
    cutOff(desk.hidden.list)
    return desk.hidden
  }
}

function innerOf({ inner, innerBias, header: { nets, hidden } }: Weights, space: Space): Layer[] {
  return Array.from({ length: nets }, (_, net) =>
    layer(space, inner, innerBias, net * hidden, (net + 1) * hidden),
  )
}

function deskOf({ nets, dim, pools, hidden }: Weights['header'], { f32, bytes }: Space): Desk {
  const rows = bytes(MOST_ROWS * 4)
  return {
    rows: { at: rows.at, list: new Int32Array(rows.list.buffer, rows.at, MOST_ROWS) },
    width: nets * dim,
    units: f32(MOST_UNITS * nets * dim),
    places: new Int32Array(MOST_UNITS),
    shares: new Float64Array(MOST_UNITS),
    pooled: f32(nets * pools * dim),
    hidden: f32(nets * hidden),
  }
}

/** How many bytes the model takes, at most: the table one a number, all else four. */
export function sizeOf({ header, inner, group, occupation, query }: Weights): number {
  const { nets, rows, dim } = header
  const numbers = [inner, group, occupation].reduce((sum, { values }: Matrix) => sum + values.length, 0)
  return rows * nets * (dim + 2) + 4 * (numbers + query.length + MOST_UNITS * nets * dim) + SPARE
}

/** Biases, small lists, and up to 15 bytes that each list may leave free. */
const SPARE = 65_536

function cutOff(hidden: Float32Array) {
  for (let i = 0; i < hidden.length; i++) if (hidden[i]! < 0) hidden[i] = 0
}

/** Adds up the rows of each unit; how many units are known at all, 0 when too little is. */
function addUp(inside: Inside, title: Cut): number {
  const { rows, units, places, width } = inside.desk
  const { table } = inside
  let n = 0
  let known = 0
  for (const { own, word, place } of unitsOf(title)) {
    if (n === MOST_UNITS) break
    units.list.fill(0, n * width, (n + 1) * width)
    const added = rowsOf(table, own, rows.list)
    addRows(inside, added, SCALE_STEP, n)
    const grams = added > 0 && rows.list[0]! < table.alone ? NONE : gramsOf(word)
    const averaged = rowsOf(table, grams, rows.list)
    addRows(inside, averaged, SCALE_STEP / averaged, n)
    if (added + averaged > 0) places[n++] = place
    known = Math.max(known, added > 0 ? 1 : averaged / grams.length)
  }
  return known < LETTERS ? 0 : n
}

/** Adds the first n of the rows found, times `by`, to a unit. */
function addRows({ weights, space, table, desk }: Inside, n: number, by: number, unit: number) {
  const { nets, dim } = weights.header
  const to = desk.units.at + unit * desk.width * 4
  if (n > 0) space.kernel.addRows(table.values, table.scales, desk.rows.at, n, nets, dim, by, to)
}

/** The k-th mean of the n units: of the numbers that belong to its net. */
function pool({ weights, space: { kernel }, query, desk }: Inside, n: number, k: number) {
  const { place, header } = weights
  const { places, shares, pooled, width } = desk
  const at = k * header.dim * 4
  const from = desk.units.at + Math.floor(k / header.pools) * header.dim * 4
  for (let u = 0; u < n; u++)
    shares[u] = place[k * PLACES + places[u]!]! + kernel.dot(query.at + at, from + u * width * 4, header.dim)
  softmax(shares, n)
  for (let u = 0; u < n; u++) kernel.add(from + u * width * 4, pooled.at + at, header.dim, shares[u]!)
}
