import { describe, expect, it } from 'vitest'
import { spaceOf } from './kernel.ts'

const NETS = 2
const DIM = 16
const space = spaceOf(8192)

/** A table of three rows, and their scales. */
function tableOf() {
  const values = space.bytes(3 * NETS * DIM)
  const scales = space.bytes(3 * NETS * 2)
  const signed = new Int8Array(values.list.buffer, values.at, values.list.length)
  const steps = new Uint16Array(scales.list.buffer, scales.at, 3 * NETS)
  for (let i = 0; i < signed.length; i++) signed[i] = (i % 16) - 8
  steps.set([1, 2, 300, 400, 65_535, 50_000])
  return { values, scales, signed, steps }
}

describe('the compiled loops of the title model', () => {
  it('add up rows of the table, each net by its own scale, to what is there', () => {
    const { values, scales, signed, steps } = tableOf()
    const rows = space.bytes(8)
    new Int32Array(rows.list.buffer, rows.at, 2).set([0, 2])
    const out = space.f32(NETS * DIM)
    out.list.fill(1)
    space.kernel.addRows(values.at, scales.at, rows.at, 2, NETS, DIM, 0.5, out.at)
    const of = (row: number, i: number) =>
      signed[row * NETS * DIM + i]! * steps[row * NETS + Math.floor(i / DIM)]!
    expect([...out.list]).toEqual([...out.list.keys()].map((i) => 1 + (of(0, i) + of(2, i)) / 2))
  })

  it('multiply two lists, and add one to another', () => {
    const [a, b] = [space.f32(16), space.f32(16)]
    a.list.set(a.list.map((_, i) => i))
    b.list.fill(2)
    expect(space.kernel.dot(a.at, b.at, 16)).toBe(240)
    expect(space.kernel.dot(a.at, b.at, 8)).toBe(56)
    space.kernel.add(a.at, b.at, 8, 10)
    expect([...b.list]).toEqual([2, 12, 22, 32, 42, 52, 62, 72, 2, 2, 2, 2, 2, 2, 2, 2])
  })
})
