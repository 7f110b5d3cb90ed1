import type { Space } from './kernel.ts'
import type { Weights } from './weights.ts'

/** The table of rows: where its 4-bit numbers lie, unpacked, and their scales, and where the row of a key is (-1 for none). */
export type Table = { alone: number; values: number; scales: number; find(key: number): number }

export function tableOf({ header: { alone }, keys, scales, table }: Weights, { bytes }: Space): Table {
  const values = bytes(table.length * 2)
  for (let i = 0; i < table.length; i++) {
    values.list[2 * i] = (table[i]! & 15) - 8
    values.list[2 * i + 1] = (table[i]! >> 4) - 8
  }
  const steps = bytes(scales.byteLength)
  steps.list.set(new Uint8Array(scales.buffer, scales.byteOffset, scales.byteLength))
  return { alone, values: values.at, scales: steps.at, find: finder(keys) }
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
