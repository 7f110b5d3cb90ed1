import { type Knot, SCALE_STEP, writeWeights } from '../../src/fit/weights.ts'
import type { Corpus } from './corpus.ts'
import { HEADS } from './heads.ts'
import type { Net } from './net.ts'
import type { Rows } from './rows.ts'

/** The net as it ships: table in 4 bits, layers in 8, without the heads that only helped to learn. */
export function pack(corpus: Corpus, net: Net, rows: Rows, groups: string[], knots: Knot[]): Uint8Array {
  const { dim, pools, hidden } = net.shape
  const minor = net.heads[HEADS.minor]!
  const occupation = net.heads[HEADS.occupation]!
  return writeWeights(
    { dim, pools, hidden, rows: rows.at.size, alone: rows.alone, groups, groupOf: corpus.minorOf, knots },
    {
      keys: bytesOf(Uint32Array.from(rows.at.keys())),
      ...table(net),
      query: bytesOf(net.query.w),
      place: bytesOf(net.place.w),
      ...matrix('inner', net.inner.w, pools * dim),
      innerBias: bytesOf(net.innerBias.w),
      ...matrix('group', minor.weight.w, hidden),
      groupBias: bytesOf(minor.bias.w),
      ...matrix('occupation', occupation.weight.w, hidden),
      occupationBias: bytesOf(occupation.bias.w),
      related: bytesOf(relatedPairs(corpus)),
      titles: bytesOf(titleCounts(corpus)),
    },
  )
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  new Uint8Array(buffer, byteOffset, byteLength)

function largest(w: Float32Array, from: number, n: number): number {
  let most = 1e-9
  for (let i = from; i < from + n; i++) most = Math.max(most, Math.abs(w[i]!))
  return most
}

function table({ table: w, shape: { rows, dim } }: Net): Record<string, Uint8Array> {
  const scales = new Uint16Array(rows)
  const values = new Uint8Array((rows * dim) / 2)
  for (let row = 0; row < rows; row++) {
    const from = row * dim
    scales[row] = Math.max(1, Math.min(65_535, Math.ceil(largest(w, from, dim) / 7 / SCALE_STEP)))
    const four = (i: number) => Math.round(w[from + i]! / (scales[row]! * SCALE_STEP)) + 8
    for (let i = 0; i < dim; i += 2) values[(from + i) / 2] = four(i) | (four(i + 1) << 4)
  }
  return { scales: bytesOf(scales), table: values }
}

function matrix(name: string, w: Float32Array, cols: number): Record<string, Uint8Array> {
  const scales = new Float32Array(w.length / cols)
  const values = new Int8Array(w.length)
  for (let row = 0; row < scales.length; row++) {
    scales[row] = largest(w, row * cols, cols) / 127
    for (let i = row * cols; i < (row + 1) * cols; i++) values[i] = Math.round(w[i]! / scales[row]!)
  }
  return { [name]: bytesOf(values), [`${name}Scales`]: bytesOf(scales) }
}

export function relatedPairs({ related }: Corpus): Uint16Array {
  return Uint16Array.from(
    related.flatMap((others, a) => [...others.keys()].flatMap((b) => (a < b ? [a, b] : []))),
  )
}

/** How many titles each occupation has; one more, as no occupation is without any. */
export function titleCounts({ soc, socs }: Corpus): Uint16Array {
  const counts = new Uint16Array(socs.length).fill(1)
  for (const { of } of soc) counts[of]!++
  return counts
}
