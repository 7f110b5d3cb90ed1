import { type Knot, SCALE_STEP, writeWeights } from '../../src/fit/weights.ts'
import type { Corpus } from './corpus.ts'
import { HEADS } from './heads.ts'
import type { Net } from './net.ts'
import type { Rows } from './rows.ts'

/**
 * The nets as they ship, read as one: the rows of the tables side by side in 4 bits, the layers in 8, without the heads
 * that only helped to learn. What the nets say is averaged before it becomes shares.
 */
export function pack(corpus: Corpus, nets: Net[], rows: Rows, groups: string[], knots: Knot[]): Uint8Array {
  const { dim, pools, hidden } = nets[0]!.shape
  const shape = { dim, pools, hidden, nets: nets.length, rows: rows.at.size, alone: rows.alone }
  const inner = joined(nets.map((net) => net.inner.w))
  return writeWeights(
    { ...shape, groups, groupOf: corpus.minorOf, knots },
    {
      keys: bytesOf(Uint32Array.from(rows.at.keys())),
      ...table(nets),
      query: bytesOf(joined(nets.map((net) => net.query.w))),
      place: bytesOf(joined(nets.map((net) => net.place.w))),
      ...matrix('inner', inner, pools * dim),
      innerBias: bytesOf(joined(nets.map((net) => net.innerBias.w))),
      ...head('group', nets, HEADS.minor),
      ...head('occupation', nets, HEADS.occupation),
      related: bytesOf(relatedPairs(corpus)),
      titles: bytesOf(titleCounts(corpus)),
    },
  )
}

const joined = (parts: Float32Array[]) => Float32Array.from(parts.flatMap((part) => [...part]))

/** The mean of what a head of each net says, as one head over all their hidden layers. */
function head(name: string, nets: Net[], of: number): Record<string, Uint8Array> {
  const { hidden } = nets[0]!.shape
  const heads = nets.map((net) => net.heads[of]!)
  const bias = heads[0]!.bias.w.map((_, row) => mean(heads.map((each) => each.bias.w[row]!)))
  const rows = [...bias.keys()].flatMap((row) =>
    heads.map(({ weight }) => weight.w.subarray(row * hidden, (row + 1) * hidden)),
  )
  const weights = joined(rows).map((w) => w / nets.length)
  return { ...matrix(name, weights, nets.length * hidden), [`${name}Bias`]: bytesOf(bias) }
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  new Uint8Array(buffer, byteOffset, byteLength)

function largest(w: Float32Array, from: number, n: number): number {
  let most = 1e-9
  for (let i = from; i < from + n; i++) most = Math.max(most, Math.abs(w[i]!))
  return most
}

/** Of each row first what the one net has there, then the other, each with a scale of its own. */
function table(nets: Net[]): Record<string, Uint8Array> {
  const { rows, dim } = nets[0]!.shape
  const scales = new Uint16Array(rows * nets.length)
  const values = new Uint8Array((rows * dim * nets.length) / 2)
  for (let at = 0; at < scales.length; at++) {
    const { table: w } = nets[at % nets.length]!
    const from = Math.floor(at / nets.length) * dim
    scales[at] = Math.max(1, Math.min(65_535, Math.ceil(largest(w, from, dim) / 7 / SCALE_STEP)))
    const four = (i: number) => Math.round(w[from + i]! / (scales[at]! * SCALE_STEP)) + 8
    for (let i = 0; i < dim; i += 2) values[(at * dim + i) / 2] = four(i) | (four(i + 1) << 4)
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
