import { describe, expect, it } from 'vitest'
import { monthsSinceLeaving, spellFrom, spellTo, wholeMonths } from './clock.ts'
import { band, IN_REACH, toAffiliationCost, toCost, toStrength } from './cost.ts'
import {
  CARDS,
  chanceOfKnowing,
  combine,
  contributions,
  decay,
  type EvidenceKind,
  evidence,
  formerAffiliation,
  isDormant,
  novelty,
  STRONGEST,
} from './strength.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('decay', () => {
  it.each([
    ['met, after 12 months', 12, 0.3, 12, 0.65],
    ['met, after 24 months', 12, 0.3, 24, 0.475],
    ['same team, after 36 months', 36, 0.5, 36, 0.75],
    ['anything, when fresh', 24, 0.4, 0, 1],
  ])('%s', (_, halfLife, floor, age, expected) => {
    expect(Math.abs(decay(halfLife, floor, age) - expected)).toBeLessThan(1e-9)
  })

  it('never takes what the floor keeps', () => {
    expect(decay(12, 0.3, 10_000)).toBeGreaterThanOrEqual(0.3)
  })
})

describe('shared work', () => {
  it.each([
    [50, 0.9],
    [500, 0.2],
    [5000, 0.02],
  ])('24 months among %i people: %f know each other', (headCount, expected) => {
    expect(Math.abs(chanceOfKnowing(24, headCount) - expected)).toBeLessThan(0.005)
  })

  it('counts an unknown head count as 500, and never divides by nobody', () => {
    expect(chanceOfKnowing(24, null)).toBe(chanceOfKnowing(24, 500))
    expect(chanceOfKnowing(24, 1)).toBe(chanceOfKnowing(24, 2))
  })

  it('reaches .10 among 1,424 people at the very most', () => {
    expect(chanceOfKnowing(100_000, 1424)).toBeGreaterThan(0.1)
    expect(chanceOfKnowing(100_000, 1426)).toBeLessThan(0.1)
  })
})

describe('evidence', () => {
  it.each<[EvidenceKind, object, number]>([
    ['vouched', {}, 0.9],
    ['would-take-call', {}, 0.6],
    ['recommendation', {}, 0.6],
    ['met-in-interview', { chemistry: 5 }, 0.55],
    ['met-in-interview', { chemistry: 1 }, 0.15],
    ['met-in-interview', { chemistry: null }, 0.35],
    ['foreseen', {}, 0.35],
    ['connected-at-same-organization', {}, 0.35],
    ['messages', { count: 3 }, 0.5],
    ['messages', { count: 1000 }, 0.8],
    ['messages', { count: 0 }, 0],
    ['calendar', { count: 1 }, 0.4],
    ['calendar', { count: 1000 }, 0.85],
    ['connection', {}, 0.06],
  ])('%s %o has p %f', (kind, detail, expected) => {
    expect(evidence(kind, detail).p).toBeCloseTo(expected, 12)
  })

  it('of shared work is .8 of the chance of knowing each other', () => {
    const { p } = evidence('worked-together', { months: 24, headCount: 50 })
    expect(p).toBe(0.8 * chanceOfKnowing(24, 50))
  })

  it('of close work fades slowly: one team, or 12 months among at most 30', () => {
    const halfLife = (detail: object) => evidence('worked-together', detail).halfLife
    expect(halfLife({ months: 6, headCount: 200, sameTeam: true })).toBe(36)
    expect(halfLife({ months: 12, headCount: 30 })).toBe(36)
    expect(halfLife({ months: 11, headCount: 30 })).toBe(12)
    expect(halfLife({ months: 12, headCount: 31 })).toBe(12)
    expect(halfLife({ months: 120, headCount: null })).toBe(12)
  })

  it('refuses a chemistry of 6 and a negative age', () => {
    expect(() => evidence('met-in-interview', { chemistry: 6 })).toThrow(RangeError)
    expect(() => evidence('vouched', { age: -1 })).toThrow('age -1')
    expect(() => evidence('messages', { count: Number.NaN })).toThrow(RangeError)
  })

  it('takes the cards of a workspace that has learned its own', () => {
    const cards = { ...CARDS, vouched: { ...CARDS.vouched, p: 0.7 } }
    expect(evidence('vouched', {}, cards).p).toBe(0.7)
  })
})

describe('strength', () => {
  const several = [
    evidence('met-in-interview', { chemistry: 4, age: 7 }),
    evidence('connection', { age: 30 }),
    evidence('messages', { count: 12, age: 2 }),
  ]

  it('is none without evidence', () => {
    expect(combine([])).toBe(0)
    expect(contributions([])).toEqual([])
    expect(contributions([evidence('messages', { count: 0 })])).toEqual([0])
  })

  it('grows with each piece of evidence and never passes .98', () => {
    expect(combine(several)).toBeGreaterThan(combine(several.slice(1)))
    expect(combine(Array.from({ length: 9 }, () => evidence('vouched')))).toBe(STRONGEST)
  })

  it('is the sum of the contributions, capped or not', () => {
    const capped = Array.from({ length: 9 }, () => evidence('vouched'))
    for (const items of [several, capped, several.slice(0, 1)]) {
      expect(sum(contributions(items))).toBeCloseTo(combine(items), 12)
    }
  })

  it('of one piece of evidence is its own', () => {
    expect(contributions([evidence('would-take-call')])).toEqual([combine([evidence('would-take-call')])])
    expect(combine([evidence('would-take-call')])).toBeCloseTo(0.6, 12)
  })

  it('puts a person met never below a click of the same age', () => {
    for (let age = 0; age <= 600; age++) {
      const met = combine([evidence('met-in-interview', { chemistry: 3, age })])
      expect(met).toBeGreaterThan(combine([evidence('connection', { age })]))
    }
  })

  it('of a click ten years old is out of reach (.025), a fresh one in', () => {
    const old = combine([evidence('connection', { age: 120 })])
    expect(old).toBeCloseTo(0.025, 3)
    expect(toCost(old)).toBeGreaterThan(IN_REACH)
    expect(toCost(combine([evidence('connection')]))).toBeLessThanOrEqual(IN_REACH)
  })
})

describe('costs', () => {
  it('are whole, from 1 for a tie and from 0 for an affiliation', () => {
    expect([toCost(1), toCost(0.5), toCost(0.98)]).toEqual([1, 32, 1])
    expect([toAffiliationCost(1), toAffiliationCost(0.5)]).toEqual([0, 32])
  })

  it('over 254 do not exist', () => {
    expect(toCost(toStrength(254))).toBe(254)
    expect([toCost(toStrength(255)), toCost(0), toAffiliationCost(0)]).toEqual([null, null, null])
  })

  it('refuse what is no strength', () => {
    expect(() => toCost(1.1)).toThrow(RangeError)
    expect(() => toCost(Number.NaN)).toThrow(RangeError)
  })

  it('have the words of the screens', () => {
    expect([1, 74, 75, 116, 117, IN_REACH].map(band)).toEqual([
      'warm',
      'warm',
      'workable',
      'workable',
      'long shot',
      'long shot',
    ])
    expect(band(IN_REACH + 1)).toBeNull()
    expect(toStrength(IN_REACH)).toBeGreaterThan(0.03)
    expect(toStrength(IN_REACH + 1)).toBeLessThan(0.03)
  })

  it.each([
    [0, 0.35, 'warm'],
    [24, 0.13, 'workable'],
    [72, 0.05, 'long shot'],
    [144, 0.013, null],
  ])('of a manager met yesterday, at the firm left %i months ago', (months, strength, word) => {
    const affiliation = months === 0 ? 1 : formerAffiliation(months)!
    const cost = toCost(combine([evidence('foreseen')]))! + toAffiliationCost(affiliation)!
    expect(toStrength(cost)).toBeCloseTo(strength, strength < 0.02 ? 3 : 2)
    expect(band(cost)).toBe(word)
  })
})

describe('affiliation, novelty, silence', () => {
  it('a former affiliation fades to none below .03', () => {
    expect(formerAffiliation(0)).toBeCloseTo(0.6, 12)
    expect(formerAffiliation(36)).toBeCloseTo(0.3, 12)
    expect(formerAffiliation(155)).toBeGreaterThan(0.03)
    expect(formerAffiliation(156)).toBeNull()
  })

  it('novelty is 1 at 10 mutual acquaintances, less elsewhere, .35 at none', () => {
    expect([novelty(10), novelty(0)]).toEqual([1, 0.35])
    expect([novelty(9), novelty(11)].every((value) => value < 1)).toBe(true)
  })

  it('a tie is dormant when silent for over 8 of its gaps, after at least 4 messages', () => {
    expect(isDormant(4, 81, 10)).toBe(true)
    expect(isDormant(4, 80, 10)).toBe(false)
    expect(isDormant(3, 1000, 10)).toBe(false)
  })
})

describe('the clock', () => {
  const now = new Date('2026-11-20T23:00:00Z')

  it.each([
    ['2026-10-15', 0],
    ['2026-10-01', 1],
    ['2025-11-23', 11],
    ['2026-10', 1],
    ['2024', 34],
    ['2027-05-01', 0],
    ['2026-09-30T23:30:00-05:00', 1],
  ])('%s is %i whole months ago', (date, expected) => {
    expect(wholeMonths(date, now)).toBe(expected)
  })

  it('includes the month, or the year, in which a spell ends', () => {
    expect(spellTo('2021-06')).toBe(spellFrom('2021-07'))
    expect(spellTo('2021')).toBe(spellFrom('2022'))
    expect(spellTo('2021-06-03')).toBe(spellFrom('2021-07'))
  })

  it('counts the months since leaving from the end of that month, or from the day', () => {
    expect(monthsSinceLeaving('2026-06', now)).toBe(4)
    expect(monthsSinceLeaving('2025', now)).toBe(10)
    expect(monthsSinceLeaving('2026-06-01', now)).toBe(5)
    expect(monthsSinceLeaving('2026-06-30', now)).toBe(4)
    expect(monthsSinceLeaving('2026-11', now)).toBe(0)
  })

  it.each(['', '21', '2021-13', '2021-6', '2021-02-32', 'June 2021', 'last year or so'])(
    'refuses "%s"',
    (date) => {
      expect(() => wholeMonths(date, now)).toThrow(RangeError)
    },
  )
})
