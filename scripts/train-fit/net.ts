import { PLACES } from '../../src/fit/features.ts'
import { type Dense, dense } from './dense.ts'
import { add, dot } from './loops.ts'
import type { Input } from './rows.ts'

export type Shape = {
  rows: number
  dim: number
  pools: number
  hidden: number
  heads: number[]
}

/**
 * The network: rows of a table are added up to units, `pools` softmax-weighted means of the units go through one
 * hidden layer; from there linear heads: groups and occupations.
 */
export type Net = {
  shape: Shape
  table: Float32Array
  squares: Float32Array
  query: Dense
  place: Dense
  inner: Dense
  innerBias: Dense
  heads: { weight: Dense; bias: Dense }[]
}

export type Random = () => number

export function newNet(shape: Shape, random: Random): Net {
  const { rows, dim, pools, hidden, heads } = shape
  const table = new Float32Array(rows * dim)
  for (let i = 0; i < table.length; i++) table[i] = (random() - 0.5) * 0.2
  const wide = pools * dim
  return {
    shape,
    table,
    squares: new Float32Array(rows * dim).fill(1e-4),
    query: dense(pools * dim, 0.02, random),
    place: dense(pools * PLACES, 0, random),
    inner: dense(hidden * wide, Math.sqrt(6 / wide), random),
    innerBias: dense(hidden, 0, random),
    heads: heads.map((n) => ({ weight: dense(n * hidden, 0.02, random), bias: dense(n, 0, random) })),
  }
}

/** What a forward pass leaves for the backward pass. */
export type Pass = {
  input: Input
  places: number[]
  units: Float32Array
  share: Float32Array
  pooled: Float32Array
  hidden: Float32Array
  dHidden: Float32Array
}

export function forward(net: Net, input: Input, keep = 1, random: Random = Math.random): Pass {
  const { dim, pools, hidden } = net.shape
  const places = placesOf(input)
  const units = unitVectors(net, input, places.length)
  const n = places.length
  const share = new Float32Array(n * pools)
  const pooled = new Float32Array(pools * dim)
  for (let k = 0; k < pools; k++) pool(net, places, units, k, share, pooled)
  const out = new Float32Array(hidden)
  matvec(net.inner.w, pooled, out)
  for (let i = 0; i < hidden; i++) {
    const v = out[i]! + net.innerBias.w[i]!
    out[i] = v > 0 && (keep === 1 || random() < keep) ? v / keep : 0
  }
  return {
    input,
    places,
    units,
    share,
    pooled,
    hidden: out,
    dHidden: new Float32Array(hidden),
  }
}

function placesOf(input: Input): number[] {
  const places: number[] = []
  for (let at = 0; at < input.length; at += 3 + input[at + 1]! + input[at + 2]!) places.push(input[at]!)
  return places
}

function unitVectors({ table, shape: { dim } }: Net, input: Input, n: number): Float32Array {
  const out = new Float32Array(n * dim)
  for (let at = 0, to = 0; at < input.length; to += dim) {
    const own = at + 3 + input[at + 1]!
    const end = own + input[at + 2]!
    for (let i = at + 3; i < own; i++) add(table, input[i]! * dim, out, to, dim, 1)
    for (let i = own; i < end; i++) add(table, input[i]! * dim, out, to, dim, 1 / (end - own))
    at = end
  }
  return out
}

function pool(
  net: Net,
  places: number[],
  units: Float32Array,
  k: number,
  share: Float32Array,
  out: Float32Array,
) {
  const { dim } = net.shape
  const n = places.length
  let most = -Infinity
  for (let u = 0; u < n; u++) {
    const score = net.place.w[k * PLACES + places[u]!]! + dot(net.query.w, k * dim, units, u * dim, dim)
    share[k * n + u] = score
    if (score > most) most = score
  }
  let sum = 0
  for (let u = 0; u < n; u++) sum += share[k * n + u] = Math.exp(share[k * n + u]! - most)
  for (let u = 0; u < n; u++) {
    share[k * n + u]! /= sum
    add(units, u * dim, out, k * dim, dim, share[k * n + u]!)
  }
}

function matvec(w: Float32Array, x: Float32Array, out: Float32Array) {
  const cols = x.length
  for (let r = 0; r < out.length; r++) out[r]! += dot(w, r * cols, x, 0, cols)
}

/** dx += W^T dy; gradient of W += dy x^T. */
function matvecBack(w: Dense, x: Float32Array, dy: Float32Array, dx: Float32Array) {
  const cols = x.length
  for (let r = 0; r < dy.length; r++) {
    const g = dy[r]!
    if (g === 0) continue
    const at = r * cols
    add(w.w, at, dx, 0, cols, g)
    add(x, 0, w.g, at, cols, g)
  }
}

/** Carries the gradients of the hidden layer back to the table, which learns at once. */
export function backward(net: Net, pass: Pass, rate: number) {
  const { pools } = net.shape
  const { pooled, hidden, dHidden } = pass
  for (let i = 0; i < dHidden.length; i++) if (hidden[i] === 0) dHidden[i] = 0
  for (let i = 0; i < dHidden.length; i++) net.innerBias.g[i]! += dHidden[i]!
  const dPooled = new Float32Array(pooled.length)
  matvecBack(net.inner, pooled, dHidden, dPooled)
  const dUnits = new Float32Array(pass.units.length)
  for (let k = 0; k < pools; k++) poolBack(net, pass, dPooled, dUnits, k)
  learnRows(net, pass.input, dUnits, rate)
}

function learnRows(net: Net, input: Input, dUnits: Float32Array, rate: number) {
  const { dim } = net.shape
  for (let at = 0, from = 0; at < input.length; from += dim) {
    const own = at + 3 + input[at + 1]!
    const end = own + input[at + 2]!
    for (let i = at + 3; i < own; i++) learn(net, input[i]!, dUnits, from, 1, rate)
    for (let i = own; i < end; i++) learn(net, input[i]!, dUnits, from, 1 / (end - own), rate)
    at = end
  }
}

function poolBack(net: Net, pass: Pass, dPooled: Float32Array, dUnits: Float32Array, k: number) {
  const { places, units, share } = pass
  const { dim } = net.shape
  const n = places.length
  const dShare = new Float32Array(n)
  let mean = 0
  for (let u = 0; u < n; u++) {
    const sum = dot(dPooled, k * dim, units, u * dim, dim)
    dShare[u] = sum
    mean += sum * share[k * n + u]!
  }
  for (let u = 0; u < n; u++) {
    const a = share[k * n + u]!
    const ds = a * (dShare[u]! - mean)
    net.place.g[k * PLACES + places[u]!]! += ds
    add(units, u * dim, net.query.g, k * dim, dim, ds)
    add(dPooled, k * dim, dUnits, u * dim, dim, a)
    add(net.query.w, k * dim, dUnits, u * dim, dim, ds)
  }
}

function learn(net: Net, row: number, g: Float32Array, at: number, by: number, rate: number) {
  const { dim } = net.shape
  const { table, squares } = net
  for (let d = 0, i = row * dim; d < dim; d++, i++) {
    const step = g[at + d]! * by
    squares[i]! += step * step
    table[i]! -= (rate * step) / Math.sqrt(squares[i]!)
  }
}
