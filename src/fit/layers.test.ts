import { describe, expect, it } from 'vitest'
import { spaceOf } from './kernel.ts'
import { layer, softmax, times } from './layers.ts'

const COLS = 8
const matrix = {
  rows: 6,
  cols: COLS,
  values: Int8Array.from({ length: 6 * COLS }, (_, i) => i - 24),
  scales: Float32Array.of(1, 0.5, 2, 1, 0.25, 4),
}
const bias = Float32Array.of(0, 1, 2, 3, 4, 5)
const x = [0.5, 0, -2, 1, 0, 0.25, 8, -1]
const plain = (row: number) =>
  bias[row]! +
  x.reduce((sum, each, col) => sum + each * matrix.values[row * COLS + col]! * matrix.scales[row]!, 0)

describe('a layer', () => {
  it('multiplies as a matrix does, whole or a range of its rows', () => {
    const space = spaceOf(4096)
    const input = space.f32(COLS)
    input.list.set(x)
    const out = space.f32(6)
    times(space, layer(space, matrix, bias), input.at, out.at)
    expect([...out.list]).toEqual([0, 1, 2, 3, 4, 5].map(plain))
    out.list.fill(7)
    times(space, layer(space, matrix, bias, 1, 4), input.at, out.at)
    expect([...out.list]).toEqual([plain(1), plain(2), plain(3), 7, 7, 7])
  })

  it('makes shares of the first scores and leaves the others', () => {
    const scores = Float64Array.of(1000, 1000, 7)
    softmax(scores, 2)
    expect([...scores]).toEqual([0.5, 0.5, 7])
  })
})
