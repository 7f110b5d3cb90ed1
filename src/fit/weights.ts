// How the title model lies in its file: eight bytes "acq-fit3", the length of the header (u32), the header (JSON,
// padded to 4 bytes), then the sections that the header lists, each padded to 4 bytes.

/** A matrix of 8-bit numbers, each row with the scale that makes them what they were. */
export type Matrix = { rows: number; cols: number; values: Int8Array; scales: Float32Array }

/** What a pair is judged by and what it comes to as a fit. */
export type Knot = [odds: number, fit: number]

export type Header = {
  /** How many nets are read as one, and the shape of each. */
  nets: number
  dim: number
  pools: number
  hidden: number
  rows: number
  /** The first rows are words that speak for themselves: their letters are not read. */
  alone: number
  groups: string[]
  /** For each occupation its group; occupations of a group stand side by side. */
  groupOf: number[]
  knots: Knot[]
  sections: Record<string, { at: number; bytes: number }>
}

export type Weights = {
  header: Header
  /** For each row of the table its key, and for each net the scale of its 4-bit numbers, `dim` of each net side by side. */
  keys: Uint32Array
  scales: Uint16Array
  table: Uint8Array
  query: Float32Array
  place: Float32Array
  inner: Matrix
  innerBias: Float32Array
  group: Matrix
  groupBias: Float32Array
  occupation: Matrix
  occupationBias: Float32Array
  /** Pairs of related occupations, and how many titles each occupation has. */
  related: Uint16Array
  titles: Uint16Array
}

/** Scales of table rows are stored as whole steps of this size. */
export const SCALE_STEP = 2 ** -14

const MAGIC = 'acq-fit3'

/** Reads a model file. Throws when the bytes are not one. */
export function readWeights(bytes: Uint8Array): Weights {
  // a copy, so that numbers of four bytes lie on addresses of four
  const data = bytes.slice()
  if (new TextDecoder().decode(data.subarray(0, 8)) !== MAGIC) throw new Error('this is no title model')
  const length = new DataView(data.buffer).getUint32(8, true)
  const header = JSON.parse(new TextDecoder().decode(data.subarray(12, 12 + length))) as Header
  const section = (name: string) => {
    const { at, bytes: size } = header.sections[name]!
    return [data.buffer, 12 + length + at, size] as const
  }
  return decode(header, section)
}

function decode(header: Header, section: (name: string) => readonly [ArrayBuffer, number, number]): Weights {
  const f32 = (name: string) => {
    const [buffer, at, size] = section(name)
    return new Float32Array(buffer, at, size / 4)
  }
  const u16 = (name: string) => {
    const [buffer, at, size] = section(name)
    return new Uint16Array(buffer, at, size / 2)
  }
  const matrix = (name: string): Matrix => {
    const scales = f32(`${name}Scales`)
    const values = new Int8Array(...section(name))
    return { rows: scales.length, cols: values.length / scales.length, values, scales }
  }
  const [buffer, at, size] = section('keys')
  return {
    header,
    keys: new Uint32Array(buffer, at, size / 4),
    scales: u16('scales'),
    table: new Uint8Array(...section('table')),
    query: f32('query'),
    place: f32('place'),
    inner: matrix('inner'),
    innerBias: f32('innerBias'),
    group: matrix('group'),
    groupBias: f32('groupBias'),
    occupation: matrix('occupation'),
    occupationBias: f32('occupationBias'),
    related: u16('related'),
    titles: u16('titles'),
  }
}

/** Writes a model file; the sections lie in the order given. */
export function writeWeights(
  header: Omit<Header, 'sections'>,
  sections: Record<string, Uint8Array>,
): Uint8Array {
  let at = 0
  const places: Header['sections'] = {}
  for (const [name, { length }] of Object.entries(sections)) {
    places[name] = { at, bytes: length }
    at += padded(length)
  }
  const json = new TextEncoder().encode(JSON.stringify({ ...header, sections: places }))
  const out = new Uint8Array(12 + padded(json.length) + at)
  out.set(new TextEncoder().encode(MAGIC))
  new DataView(out.buffer).setUint32(8, padded(json.length), true)
  out.set(json, 12)
  out.fill(32, 12 + json.length, 12 + padded(json.length))
  for (const [name, bytes] of Object.entries(sections))
    out.set(bytes, 12 + padded(json.length) + places[name]!.at)
  return out
}

const padded = (size: number) => Math.ceil(size / 4) * 4

/** A model file with other knots. */
export function recalibrated(bytes: Uint8Array, knots: Knot[]): Uint8Array {
  const { header } = readWeights(bytes)
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true)
  const { sections, ...rest } = header
  const parts = Object.entries(sections).map(([name, { at, bytes: size }]) => {
    const from = 12 + length + at
    return [name, bytes.subarray(from, from + size)] as const
  })
  return writeWeights({ ...rest, knots }, Object.fromEntries(parts))
}
