import type { Space } from './kernel.ts'
import type { Matrix } from './weights.ts'

/** A layer ready to multiply: where its rows and their biases lie. */
export type Layer = { rows: number; cols: number; w: number; bias: number }

/** The rows of a matrix from `from` to `to` as a layer. */
export function layer(
  { f32 }: Space,
  { cols, values, scales }: Matrix,
  bias: Float32Array,
  from = 0,
  to = scales.length,
): Layer {
  const w = f32((to - from) * cols)
  for (let i = 0, at = from * cols; i < w.list.length; i++, at++)
    w.list[i] = values[at]! * scales[Math.floor(at / cols)]!
  const biases = f32(to - from)
  biases.list.set(bias.subarray(from, to))
  return { rows: to - from, cols, w: w.at, bias: biases.at }
}

/** The layer times the numbers at x, with its bias; there is room for its rows at `out`. */
export function times({ kernel }: Space, { rows, cols, w, bias }: Layer, x: number, out: number) {
  kernel.times(w, bias, rows, cols, x, out)
}

/** Turns the first n scores into shares that add up to 1, in place. */
export function softmax(scores: Float32Array | Float64Array, n: number) {
  let most = -Infinity
  for (let i = 0; i < n; i++) if (scores[i]! > most) most = scores[i]!
  let sum = 0
  for (let i = 0; i < n; i++) sum += scores[i] = Math.exp(scores[i]! - most)
  for (let i = 0; i < n; i++) scores[i]! /= sum
}
