import type { Cut } from './cut.ts'
import { gramsOf, PLACES, unitsOf } from './features.ts'
import { layer, softmax, times } from './layers.ts'
import { rowsOf, sumRows, type Table, tableOf } from './table.ts'
import { SCALE_STEP, type Weights } from './weights.ts'

/** Reads a cut title into the hidden layer; undefined when too little of the title is known. The answer is used up by the next call. */
export type Encoder = (title: Cut) => Float64Array | undefined

/** Of an unknown word so much must be known letter sequences: less would be a guess. */
const LETTERS = 0.6
/** A title of 24 words (the most that are read) has fewer units, and a word as long as a title fewer letter sequences. */
const MOST_UNITS = 128
const MOST_ROWS = 1024

/** The letter sequences of a word that speaks for itself. */
const NONE: number[] = []

/** What is written over at each title: nothing is allocated while reading. */
type Desk = {
  rows: Int32Array
  sum: Int32Array
  units: Float64Array
  places: Int32Array
  shares: Float64Array
  pooled: Float64Array
  hidden: Float64Array
}

export function encoderOf(weights: Weights): Encoder {
  const { dim, pools } = weights.header
  const table = tableOf(weights)
  const inner = layer(weights.inner, weights.innerBias)
  const desk: Desk = {
    rows: new Int32Array(MOST_ROWS),
    sum: new Int32Array(dim),
    units: new Float64Array(MOST_UNITS * dim),
    places: new Int32Array(MOST_UNITS),
    shares: new Float64Array(MOST_UNITS),
    pooled: new Float64Array(pools * dim),
    hidden: new Float64Array(inner.rows),
  }
  return (title) => {
    const n = addUp(table, title, desk)
    if (n === 0) return undefined
    for (let k = 0; k < pools; k++) pool(weights, desk, n, k)
    times(inner, desk.pooled, desk.hidden)
    for (let i = 0; i < desk.hidden.length; i++) if (desk.hidden[i]! < 0) desk.hidden[i] = 0
    return desk.hidden
  }
}

/** Adds up the rows of each unit; how many units are known at all, 0 when too little is. */
function addUp(table: Table, title: Cut, desk: Desk): number {
  const { rows, sum, units, places } = desk
  let n = 0
  let known = 0
  for (const { own, word, place } of unitsOf(title)) {
    if (n === MOST_UNITS) break
    const at = n * table.dim
    const added = rowsOf(table, own, rows)
    sumRows(table, rows, added, sum)
    for (let d = 0; d < sum.length; d++) units[at + d] = sum[d]! * SCALE_STEP
    const grams = added > 0 && rows[0]! < table.alone ? NONE : gramsOf(word)
    const averaged = rowsOf(table, grams, rows)
    if (averaged > 0) addMean(table, desk, averaged, at)
    if (added + averaged > 0) places[n++] = place
    known = Math.max(known, added > 0 ? 1 : averaged / grams.length)
  }
  return known < LETTERS ? 0 : n
}

function addMean(table: Table, { rows, sum, units }: Desk, n: number, at: number) {
  sumRows(table, rows, n, sum)
  for (let d = 0; d < sum.length; d++) units[at + d]! += (sum[d]! * SCALE_STEP) / n
}

function pool({ query, place, header: { dim } }: Weights, desk: Desk, n: number, k: number) {
  const { units, places, shares, pooled } = desk
  for (let u = 0; u < n; u++) {
    let score = place[k * PLACES + places[u]!]!
    for (let d = 0, q = k * dim, i = u * dim; d < dim; d++) score += query[q + d]! * units[i + d]!
    shares[u] = score
  }
  softmax(shares, n)
  pooled.fill(0, k * dim, (k + 1) * dim)
  for (let u = 0; u < n; u++) {
    const share = shares[u]!
    for (let d = 0, to = k * dim, i = u * dim; d < dim; d++) pooled[to + d]! += share * units[i + d]!
  }
}
