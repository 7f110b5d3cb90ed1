import type { Weights } from './weights.ts'

/** The table of rows: 4-bit numbers unpacked, the scale of each row in whole steps, and where the row of a key lies (-1 for none). */
export type Table = {
  dim: number
  alone: number
  values: Int8Array
  scales: Uint16Array
  find(key: number): number
}

export function tableOf({ header: { dim, rows, alone }, keys, scales, table }: Weights): Table {
  const values = new Int8Array(rows * dim)
  for (let i = 0; i < table.length; i++) {
    values[2 * i] = (table[i]! & 15) - 8
    values[2 * i + 1] = (table[i]! >> 4) - 8
  }
  return { dim, alone, values, scales, find: finder(keys) }
}

/** Open addressing, at most half full. */
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

/** The rows known of some keys, put into `rows`; how many. */
export function rowsOf({ find }: Table, keys: number[], rows: Int32Array): number {
  let n = 0
  for (let i = 0; i < keys.length && n < rows.length; i++) {
    const row = find(keys[i]!)
    if (row >= 0) rows[n++] = row
  }
  return n
}

/** The sum of the first n rows in whole steps of SCALE_STEP. Two rows a turn. */
export function sumRows({ dim, values, scales }: Table, rows: Int32Array, n: number, sum: Int32Array) {
  sum.fill(0)
  for (let k = 0; k < n; k += 2) {
    const isPair = k + 1 < n
    const r0 = rows[k]! * dim
    const r1 = isPair ? rows[k + 1]! * dim : r0
    const s0 = scales[rows[k]!]!
    const s1 = isPair ? scales[rows[k + 1]!]! : 0
    for (let d = 0; d < dim; d++)
      sum[d] = sum[d]! + Math.imul(s0, values[r0 + d]!) + Math.imul(s1, values[r1 + d]!)
  }
}
