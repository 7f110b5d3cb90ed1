import { describe, expect, it } from 'vitest'
import { layer, softmax, times } from './layers.ts'

const matrix = {
  rows: 6,
  cols: 3,
  values: Int8Array.from({ length: 18 }, (_, i) => i - 9),
  scales: Float32Array.of(1, 0.5, 2, 1, 0.25, 4),
}
const bias = Float32Array.of(0, 1, 2, 3, 4, 5)
const plain = (x: number[], row: number) =>
  bias[row]! +
  x.reduce((sum, each, col) => sum + each * matrix.values[row * 3 + col]! * matrix.scales[row]!, 0)

describe('a layer', () => {
  it('multiplies as a matrix does, whole or a range of its rows', () => {
    const x = [0.5, 0, -2]
    const input = Float64Array.from(x)
    const whole = new Float64Array(8)
    times(layer(matrix, bias), input, whole)
    expect([...whole.subarray(0, 6)]).toEqual([0, 1, 2, 3, 4, 5].map((row) => plain(x, row)))
    const range = new Float64Array(4)
    times(layer(matrix, bias, 1, 4), input, range)
    expect([...range]).toEqual([plain(x, 1), plain(x, 2), plain(x, 3), 0])
  })

  it('makes shares of the first scores and leaves the others', () => {
    const scores = Float64Array.of(1000, 1000, 7)
    softmax(scores, 2)
    expect([...scores]).toEqual([0.5, 0.5, 7])
  })
})
