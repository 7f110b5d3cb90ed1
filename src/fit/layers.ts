import type { Matrix } from './weights.ts'

// The arithmetic of the title model, on numbers as they are once read.

/**
 * A layer ready to multiply. Its rows stand four side by side, one column after the other, as they are read; the last
 * four may have rows of nought.
 */
export type Layer = { rows: number; cols: number; w: Float32Array; bias: Float32Array }

/** The rows of a matrix from `from` to `to` as a layer. */
export function layer(
  { cols, values, scales }: Matrix,
  bias: Float32Array,
  from = 0,
  to = scales.length,
): Layer {
  const rows = Math.ceil((to - from) / 4) * 4
  const out = { rows, cols, w: new Float32Array(rows * cols), bias: new Float32Array(rows) }
  for (let row = from; row < to; row++) {
    const block = Math.floor((row - from) / 4) * 4
    out.bias[row - from] = bias[row]!
    for (let col = 0; col < cols; col++)
      out.w[block * cols + col * 4 + (row - from - block)] = values[row * cols + col]! * scales[row]!
  }
  return out
}

/** The layer times the input, with its bias; `out` has room for all rows. */
export function times({ rows, cols, w, bias }: Layer, x: Float64Array, out: Float64Array) {
  // one step after the other through the numbers: any other way of finding them takes twice as long
  let at = 0
  for (let row = 0; row < rows; row += 4) {
    let s0 = bias[row]!
    let s1 = bias[row + 1]!
    let s2 = bias[row + 2]!
    let s3 = bias[row + 3]!
    for (let col = 0; col < cols; col++, at += 4) {
      const each = x[col]!
      s0 += each * w[at]!
      s1 += each * w[at + 1]!
      s2 += each * w[at + 2]!
      s3 += each * w[at + 3]!
    }
    out[row] = s0
    out[row + 1] = s1
    out[row + 2] = s2
    out[row + 3] = s3
  }
}

/** Turns the first n scores into shares that add up to 1, in place. */
export function softmax(scores: Float64Array, n: number) {
  let most = -Infinity
  for (let i = 0; i < n; i++) if (scores[i]! > most) most = scores[i]!
  let sum = 0
  for (let i = 0; i < n; i++) sum += scores[i] = Math.exp(scores[i]! - most)
  for (let i = 0; i < n; i++) scores[i]! /= sum
}
