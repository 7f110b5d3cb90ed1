import fc from 'fast-check'
import { expect, it } from 'vitest'
import { percents } from './percent.ts'

it('sums to exactly 100, and no share is further than a tenth from its exact value', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 40 }), (counts) => {
      const all = counts.reduce((sum, count) => sum + count, 0)
      const shares = percents(counts)
      const tenths = shares.reduce((sum, share) => sum + Math.round(share * 10), 0)
      expect(tenths).toBe(all === 0 ? 0 : 1000)
      for (const [at, share] of shares.entries()) {
        expect(Math.abs(share - (all === 0 ? 0 : (counts[at]! * 100) / all))).toBeLessThan(0.1 + 1e-9)
      }
    }),
  )
})

it('gives what is left to the largest remainder, and to the first of equals', () => {
  expect(percents([1, 1, 1])).toEqual([33.4, 33.3, 33.3])
  expect(percents([2, 1])).toEqual([66.7, 33.3])
  expect(percents([0, 0])).toEqual([0, 0])
})
