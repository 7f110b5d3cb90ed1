import { type Cut, cut } from './cut.ts'
import type { Embedder } from './embedder.ts'
import { PLACES, type Unit, unitsOf } from './features.ts'
import { addRow, type Layer, layer, rowTimes, softmax, type Table, tableOf } from './layers.ts'
import { type Calibration, readWeights, type Weights } from './weights.ts'

/** Occupations kept of a title, likeliest first; those of the likeliest groups only. */
const OCCUPATIONS = 24
const GROUPS = 5
/** An occupation less likely than this is left out. */
const LEAST_SHARE = 0.002

/**
 * The shipped model. A vector holds `width` numbers whose products say how alike two titles are, then OCCUPATIONS
 * pairs: an occupation and the share of certainty that the title means it.
 */
export type TitleModel = Embedder & {
  /** The groups of occupations of the SOC (minor groups), by name. */
  groups: string[]
  /** How likely each group is for a title; undefined when nothing of the title is known. */
  groupShares(title: string): Float32Array | undefined
  /** What a pair is judged by: see `calibrate` in scripts/train-fit. */
  evidence(a: Float32Array, b: Float32Array): number[]
}

type Net = {
  table: Table
  weights: Weights
  inner: Layer
  vector: Layer
  group: Layer
  occupation: Layer
  ranges: [from: number, to: number][]
  near: Uint8Array
}

/** The model in the bytes of `model/title.bin`, or of one trained like it. Throws when they are none. */
export function titleModel(bytes: Uint8Array): TitleModel {
  const net = netOf(readWeights(bytes))
  const { groups, calibration } = net.weights.header
  const evidence = (a: Float32Array, b: Float32Array) => evidenceOf(net, a, b)
  return {
    groups,
    embed: (title) => {
      const hidden = hiddenOf(net, cut(title))
      const vector = hidden ? vectorOf(net, hidden) : NOTHING
      return isClear(net, vector) ? vector : NOTHING
    },
    groupShares: (title) => {
      const hidden = hiddenOf(net, cut(title))
      return hidden && groupsOf(net, hidden)
    },
    evidence,
    relate: (a, b) => calibrated(calibration, evidence(a, b)),
  }
}

function netOf(weights: Weights): Net {
  const { groups, groupOf } = weights.header
  return {
    table: tableOf(weights),
    weights,
    inner: layer(weights.inner, weights.innerBias),
    vector: layer(weights.vector, new Float32Array(weights.vector.rows)),
    group: layer(weights.group, weights.groupBias),
    occupation: layer(weights.occupation, weights.occupationBias),
    ranges: groups.map((_, group) => [groupOf.indexOf(group), groupOf.lastIndexOf(group) + 1]),
    near: nearness(weights.related, groupOf.length),
  }
}

function nearness(related: Uint16Array, n: number): Uint8Array {
  const near = new Uint8Array(n * n)
  for (let i = 0; i < n; i++) near[i * n + i] = 255
  for (let i = 0; i < related.length; i += 3) {
    const [a, b, value] = [related[i]!, related[i + 1]!, related[i + 2]!]
    near[a * n + b] = value
    near[b * n + a] = value
  }
  return near
}

/** Undefined when too little of the title is known. */
function hiddenOf(net: Net, title: Cut): Float32Array | undefined {
  const { units, places, known } = unitVectors(net.table, unitsOf(title))
  if (places.length === 0 || known < LETTERS) return undefined
  const { dim, pools } = net.weights.header
  const pooled = new Float32Array(pools * dim)
  for (let k = 0; k < pools; k++) pool(net, units, places, k, pooled)
  const out = new Float32Array(net.inner.rows)
  for (let row = 0; row < out.length; row++) out[row] = Math.max(0, rowTimes(net.inner, row, pooled))
  return out
}

type Units = { units: Float32Array; places: number[]; known: number }

function unitVectors(table: Table, found: Unit[]): Units {
  const units = new Float32Array(found.length * table.dim)
  const places: number[] = []
  let known = 0
  for (const { own, grams, place } of found) {
    const at = places.length * table.dim
    const added = rowsOf(table, own)
    const averaged = rowsOf(table, grams)
    for (const row of added) addRow(table, row, units, at, 1)
    for (const row of averaged) addRow(table, row, units, at, 1 / averaged.length)
    if (added.length + averaged.length > 0) places.push(place)
    known = Math.max(known, added.length > 0 ? 1 : averaged.length / grams.length)
  }
  return { units, places, known }
}

function rowsOf(table: Table, keys: number[]): number[] {
  const rows: number[] = []
  for (const key of keys) {
    const row = table.find(key)
    if (row >= 0) rows.push(row)
  }
  return rows
}

function pool({ weights }: Net, units: Float32Array, places: number[], k: number, out: Float32Array) {
  const { query } = weights
  const { dim } = weights.header
  const scores = new Float32Array(places.length)
  for (const [u, place] of places.entries()) {
    let score = weights.place[k * PLACES + place]!
    for (let d = 0, q = k * dim, i = u * dim; d < dim; d++) score += query[q + d]! * units[i + d]!
    scores[u] = score
  }
  softmax(scores)
  for (const [u, share] of scores.entries())
    for (let d = 0, to = k * dim, i = u * dim; d < dim; d++) out[to + d]! += share * units[i + d]!
}

function groupsOf({ group }: Net, hidden: Float32Array): Float32Array {
  const scores = new Float32Array(group.rows)
  for (let row = 0; row < group.rows; row++) scores[row] = rowTimes(group, row, hidden)
  return softmax(scores)
}

function vectorOf(net: Net, hidden: Float32Array): Float32Array {
  const width = net.vector.rows
  const out = new Float32Array(width + 2 * OCCUPATIONS)
  for (let row = 0; row < width; row++) out[row] = rowTimes(net.vector, row, hidden)
  for (const [i, [occupation, share]] of likeliest(net, hidden).entries()) {
    out[width + 2 * i] = occupation
    out[width + 2 * i + 1] = share
  }
  return out
}

/** The likeliest occupations of the likeliest groups, likeliest first. */
function likeliest(net: Net, hidden: Float32Array): [occupation: number, share: number][] {
  const shares = groupsOf(net, hidden)
  const found: [number, number][] = []
  for (const group of largest(shares, GROUPS)) {
    const [from, to] = net.ranges[group]!
    const inGroup = new Float32Array(to - from)
    for (let i = 0; i < inGroup.length; i++) inGroup[i] = rowTimes(net.occupation, from + i, hidden)
    softmax(inGroup)
    for (let i = 0; i < inGroup.length; i++) {
      const share = inGroup[i]! * shares[group]!
      if (share > LEAST_SHARE) found.push([from + i, share])
    }
  }
  return found.sort((x, y) => y[1] - x[1]).slice(0, OCCUPATIONS)
}

/** Where the n largest values stand. */
function largest(values: Float32Array, n: number): number[] {
  const found: number[] = []
  for (let i = 0; i < values.length; i++) {
    if (found.length === n && values[i]! <= values[found[n - 1]!]!) continue
    let at = found.length
    while (at > 0 && values[found[at - 1]!]! < values[i]!) at--
    found.splice(at, 0, i)
    if (found.length > n) found.pop()
  }
  return found
}

const NOTHING = new Float32Array()
/** A title whose likeliest occupations have less than this to do with each other says nothing. */
const CLEAR = 0.03

function isClear({ near, vector, weights }: Net, a: Float32Array): boolean {
  return a.length > 0 && meeting(near, weights.header.groupOf.length, vector.rows, a, a) >= CLEAR
}

/** Of an unknown word so much must be known letter sequences: less would be a guess. */
const LETTERS = 0.6

/** Below this an expected relatedness is as good as none. */
const FLOOR = 0.001

function evidenceOf({ near, vector, weights }: Net, a: Float32Array, b: Float32Array): number[] {
  const width = vector.rows
  const n = weights.header.groupOf.length
  let product = 0
  for (let i = 0; i < width; i++) product += a[i]! * b[i]!
  const expected = [
    meeting(near, n, width, a, b),
    meeting(near, n, width, a, a),
    meeting(near, n, width, b, b),
  ]
  const [both, own, other] = expected.map((value) => Math.log(value + FLOOR)) as [number, number, number]
  return [both, product, own + other, both * (own + other)]
}

/** How near the occupations of two titles are to be expected, 0 to 1. */
function meeting(near: Uint8Array, n: number, width: number, a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = width; i < a.length; i += 2) {
    let inner = 0
    for (let j = width; j < b.length; j += 2) inner += b[j + 1]! * near[a[i]! * n + b[j]!]!
    sum += a[i + 1]! * inner
  }
  return sum / 255
}

/** The weighted evidence (the last weight stands alone), then the fit between the two knots it falls between. */
function calibrated({ weights, knots }: Calibration, evidence: number[]): number {
  let score = weights[evidence.length]!
  for (const [i, each] of evidence.entries()) score += weights[i]! * each
  let [low, high] = [knots[0]!, knots[0]!]
  for (const knot of knots) {
    low = high
    high = knot
    if (score <= knot[0]) break
  }
  const share = high[0] > low[0] ? (score - low[0]) / (high[0] - low[0]) : 1
  return low[1] + (high[1] - low[1]) * Math.min(1, Math.max(0, share))
}
