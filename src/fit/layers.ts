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

/** What of an input is not nought: of a hidden layer about half. */
export type Active = { columns: Int32Array; values: Float64Array; n: number }

export const newActive = (most: number): Active => ({
  columns: new Int32Array(most),
  values: new Float64Array(most),
  n: 0,
})

/** Finds what of an input is above `least`. */
export function activate(x: Float64Array, to: Active, least = -Infinity): Active {
  to.n = 0
  for (let i = 0; i < to.values.length; i++) {
    if (x[i]! <= least) continue
    to.columns[to.n] = i
    to.values[to.n++] = x[i]!
  }
  return to
}

/** The layer times the input, with its bias; `out` has room for all rows. */
export function times({ rows, cols, w, bias }: Layer, { columns, values, n }: Active, out: Float64Array) {
  for (let row = 0; row < rows; row += 4) {
    const block = row * cols
    let s0 = bias[row]!
    let s1 = bias[row + 1]!
    let s2 = bias[row + 2]!
    let s3 = bias[row + 3]!
    for (let k = 0; k < n; k++) {
      const x = values[k]!
      const at = block + columns[k]! * 4
      s0 += x * w[at]!
      s1 += x * w[at + 1]!
      s2 += x * w[at + 2]!
      s3 += x * w[at + 3]!
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
