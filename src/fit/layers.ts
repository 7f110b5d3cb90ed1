import type { Matrix, Weights } from './weights.ts'
import { SCALE_STEP } from './weights.ts'

// The arithmetic of the title model, on numbers as they are once read.

/** A layer ready to multiply: numbers row by row, and the bias of each row. */
export type Layer = { rows: number; cols: number; w: Float32Array; bias: Float32Array }

export function layer({ rows, cols, values, scales }: Matrix, bias: Float32Array): Layer {
  const w = Float32Array.from(values, (value, i) => value * scales[Math.floor(i / cols)]!)
  return { rows, cols, w, bias }
}

/** One row times a vector, with its bias. Lengths are multiples of four. */
export function rowTimes({ cols, w, bias }: Layer, row: number, x: Float32Array): number {
  const at = row * cols
  let s0 = bias[row]!
  let s1 = 0
  let s2 = 0
  let s3 = 0
  for (let i = 0; i < cols; i += 4) {
    s0 += w[at + i]! * x[i]!
    s1 += w[at + i + 1]! * x[i + 1]!
    s2 += w[at + i + 2]! * x[i + 2]!
    s3 += w[at + i + 3]! * x[i + 3]!
  }
  return s0 + s1 + s2 + s3
}

/** Turns scores into shares that add up to 1, in place. */
export function softmax(scores: Float32Array): Float32Array {
  let most = -Infinity
  for (const score of scores) if (score > most) most = score
  let sum = 0
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - most)
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum
  return scores
}

/** The table of rows: 4-bit numbers unpacked, and where the row of a key lies (open addressing, -1 for none). */
export type Table = { dim: number; values: Int8Array; scales: Float32Array; find(key: number): number }

export function tableOf({ header: { dim, rows }, keys, scales, table }: Weights): Table {
  const values = new Int8Array(rows * dim)
  for (let i = 0; i < table.length; i++) {
    values[2 * i] = (table[i]! & 15) - 8
    values[2 * i + 1] = (table[i]! >> 4) - 8
  }
  return { dim, values, scales: Float32Array.from(scales, (steps) => steps * SCALE_STEP), find: finder(keys) }
}

function finder(keys: Uint32Array): (key: number) => number {
  const mask = 2 ** Math.ceil(Math.log2(keys.length * 2)) - 1
  const slots = new Int32Array(mask + 1).fill(-1)
  for (const [row, key] of keys.entries()) {
    let slot = key & mask
    while (slots[slot] !== -1) slot = (slot + 1) & mask
    slots[slot] = row
  }
  return (key) => {
    for (let slot = key & mask; ; slot = (slot + 1) & mask) {
      const row = slots[slot]!
      if (row === -1 || keys[row] === key) return row
    }
  }
}

/** to += by * row, from place `at`. */
export function addRow(
  { dim, values, scales }: Table,
  row: number,
  to: Float32Array,
  at: number,
  by: number,
) {
  const k = by * scales[row]!
  for (let d = 0, i = row * dim; d < dim; d++, i++) to[at + d]! += values[i]! * k
}
