import { describe, expect, test } from 'vitest'
import { counted, turnOf } from './before-and-after.ts'
import { wilson } from './wilson.ts'

describe('a turn', () => {
  test.each([
    [2, 5, 'turned keen'],
    [3, 4, 'turned keen'],
    [5, 2, 'cooled'],
    [4, 1, 'cooled'],
    [1, 3, 'flip'],
    [5, 3, 'flip'],
    [4, 5, 'steady'],
    [3, 3, 'steady'],
  ] as const)('from %i to %i is "%s"', (before, after, turn) => expect(turnOf(before, after)).toBe(turn))

  test('is not told from one half', () => {
    expect(turnOf(null, 5)).toBeNull()
    expect(turnOf(3, null)).toBeNull()
  })
})

describe('shares', () => {
  const meeting = (before: number, after: number) => ({ before, after, turn: turnOf(before, after) })

  test('have no interval below five meetings', () => {
    expect(counted([meeting(2, 5), meeting(3, 4)]).turnedKeen).toEqual({ count: 2, of: 2, interval: null })
  })

  test('count the lukewarm apart from the keen', () => {
    const told = counted([...Array(5).fill(meeting(2, 5)), ...Array(6).fill(meeting(3, 3)), meeting(5, 1)])
    expect(told.turnedKeen).toMatchObject({ count: 5, of: 11 })
    expect(told.cooled).toEqual({ count: 1, of: 1, interval: null })
    expect(told.flips).toMatchObject({ count: 6, of: 12 })
  })

  test("Wilson's interval of 4 in 11 at 90%", () => {
    const { from, to } = wilson(4, 11)
    expect(from).toBeCloseTo(0.1751, 4)
    expect(to).toBeCloseTo(0.606, 4)
    expect(wilson(0, 5).from).toBe(0)
    expect(wilson(5, 5).to).toBeCloseTo(1, 9)
  })
})
