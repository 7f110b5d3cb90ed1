import { describe, expect, it } from 'vitest'
import { seeded } from './cases.ts'
import { colleagues } from './colleagues.ts'
import { colleaguesAt, type HeadCounts, workedTogether } from './encounter.ts'
import { encounterAt } from './encounters.ts'
import { packSpells, type Spell } from './stays.ts'
import { chanceOfKnowing, combine } from './strength.ts'
import { pairHash, votesOf } from './strongest.ts'

const now = 1000

/** Everything inferred from some spells, as evidence. */
function inferred(spells: readonly Spell[], headCounts: HeadCounts, most?: number) {
  const people = Math.max(...spells.map(({ person }) => person)) + 1
  const table = colleagues({ people, spells: packSpells(spells), headCounts, now, ...(most && { most }) })
  return Array.from({ length: table.count }, (_, row) => colleaguesAt(encounterAt(table, row), now))
}

const spell = (person: number, from: number | null, to: number, more: Partial<Spell> = {}): Spell => ({
  person,
  organization: 0,
  from,
  to,
  ...more,
})

const among = (headCount: number | null): HeadCounts => ({ organization: [headCount] })

describe('worked together', () => {
  it('ties two who overlapped for 24 months among 50 people', () => {
    const [tie, ...others] = inferred([spell(0, 0, 36), spell(1, 12, 48)], among(50))
    expect(others).toEqual([])
    expect(tie).toMatchObject({
      a: 0,
      b: 1,
      months: 24,
      headCount: 50,
      age: now - 36,
      halfLife: 12,
      floor: 0.2,
    })
    expect(tie?.p).toBe(0.8 * chanceOfKnowing(24, 50))
  })

  it('ties nobody without overlap: who comes as the other leaves', () => {
    expect(inferred([spell(0, 0, 12), spell(1, 12, 24)], among(50))).toEqual([])
  })

  it('ties nobody by unknown dates', () => {
    expect(inferred([spell(0, null, 12), spell(1, 0, 24)], among(50))).toEqual([])
  })

  it('ties nobody at another organization', () => {
    expect(inferred([spell(0, 0, 12), spell(1, 0, 12, { organization: 1 })], among(50))).toEqual([])
  })

  it('ties nobody among 1,425 people or more, however long', () => {
    expect(inferred([spell(0, 0, 900), spell(1, 0, 900)], among(1426))).toEqual([])
    expect(inferred([spell(0, 0, 900), spell(1, 0, 900)], among(1400))).toHaveLength(1)
  })

  it('assumes 500 people where the head count is unknown, and says so', () => {
    const [tie] = inferred([spell(0, 0, 24), spell(1, 0, 24)], among(null))
    expect(tie).toMatchObject({ headCount: null, p: 0.8 * chanceOfKnowing(24, 500) })
  })

  it('takes the smallest unit that both shared at one time', () => {
    const headCounts = { organization: [900], unit: [40, 8] }
    const inUnits = (...units: number[]) => [
      spell(0, 0, 24, { unit: units[0]! }),
      spell(1, 0, 24, { unit: units[1]! }),
    ]
    expect(inferred(inUnits(1, 1), headCounts)[0]).toMatchObject({
      headCount: 8,
      sameTeam: true,
      halfLife: 36,
    })
    expect(inferred(inUnits(0, 0), headCounts)[0]).toMatchObject({
      headCount: 40,
      sameTeam: false,
      halfLife: 12,
    })
    expect(inferred(inUnits(0, 1), headCounts)[0]).toMatchObject({ headCount: 900 })
    const apart = [spell(0, 0, 12, { unit: 1 }), spell(0, 12, 36, { unit: 0 }), spell(1, 12, 36, { unit: 1 })]
    expect(inferred(apart, headCounts)[0]).toMatchObject({ months: 24, headCount: 900, sameTeam: false })
  })

  it('finds a team inside an organization too large to know each other', () => {
    const spells = [0, 1, 2].map((person) => spell(person, 0, 24, { unit: person < 2 ? 0 : 1 }))
    const found = inferred(spells, { organization: [50_000], unit: [9, 9] })
    expect(found.map(({ a, b, headCount }) => [a, b, headCount])).toEqual([[0, 1, 9]])
  })

  it('unites spells that overlap or touch, and adds those apart', () => {
    const other = spell(1, 0, 60)
    expect(inferred([spell(0, 0, 12), spell(0, 6, 18), other], among(50))[0]?.months).toBe(18)
    expect(inferred([spell(0, 0, 12), spell(0, 12, 18), other], among(50))[0]?.months).toBe(18)
    expect(inferred([spell(0, 0, 12), spell(0, 24, 30), other], among(50))[0]).toMatchObject({
      months: 18,
      ended: 30,
    })
  })

  it('counts whole years as 6 months each where either side is known by years only', () => {
    const years = spell(0, 0, 36, { yearsOnly: true })
    expect(inferred([years, spell(1, 0, 36)], among(20))[0]?.months).toBe(18)
    expect(inferred([years, spell(1, 0, 23)], among(20))[0]?.months).toBe(6)
    expect(inferred([years, spell(1, 0, 11)], among(20))).toEqual([])
    const touching = [spell(1, 0, 6, { yearsOnly: true }), spell(1, 6, 12, { yearsOnly: true })]
    expect(inferred([years, ...touching], among(20))[0]?.months).toBe(6)
  })

  it('counts the age from the earlier of the two ends, and none while both are there', () => {
    expect(inferred([spell(0, 900, 990), spell(1, 900, now)], among(50))[0]?.age).toBe(10)
    expect(inferred([spell(0, 900, now + 1), spell(1, 900, now + 1)], among(50))[0]?.age).toBe(0)
  })
})

describe('at most so many colleagues', () => {
  it('keeps a pair only when it is among the strongest of both', () => {
    // Person 0 overlapped longest with 1, then 2, then 3; each of those has nobody else.
    const spells = [spell(0, 0, 99), spell(1, 0, 40), spell(2, 50, 70), spell(3, 80, 95)]
    expect(inferred(spells, among(50), 3)).toHaveLength(3)
    expect(inferred(spells, among(50), 1).map(({ b }) => b)).toHaveLength(1)
  })

  it('orders equals by a hash of the pair, whatever the order of the rows', () => {
    const team = Array.from({ length: 12 }, (_, person) => spell(person, 0, 24))
    const pairs = (spells: readonly Spell[]) =>
      inferred(spells, among(50), 4)
        .map(({ a, b }) => `${a} ${b}`)
        .sort()
    const kept = pairs(team)
    expect(pairs(team.toReversed())).toEqual(kept)
    for (let person = 0; person < 12; person++) {
      expect(kept.filter((pair) => pair.split(' ').includes(`${person}`)).length).toBeLessThanOrEqual(4)
    }
    expect(kept.length).toBeGreaterThan(8)
  })

  it('has no two pairs with one hash', () => {
    const hashes = new Set<number>()
    for (let a = 0; a < 200; a++) for (let b = a + 1; b < 200; b++) hashes.add(pairHash(a, b))
    expect(hashes.size).toBe((200 * 199) / 2)
    expect(pairHash(5, 3)).toBe(pairHash(3, 5))
    expect(Math.max(...hashes)).toBeLessThan(2 ** 48)
  })

  it('has both votes where nobody has too many, and one where somebody has', () => {
    const pairs = { a: [0, 0], b: [1, 2], strength: Float64Array.of(0.2, 0.1) }
    expect([...votesOf(pairs, 3, 2)]).toEqual([3, 3])
    expect([...votesOf(pairs, 3, 1)]).toEqual([3, 2])
    expect([...votesOf(pairs, 3, 1, Uint8Array.of(1, 0, 0))]).toEqual([1, 0])
  })
})

/** Straight from the definition: all pairs, one by one, with the numbers of `workedTogether`. */
function oracle(spells: readonly Spell[], people: number, headCounts: HeadCounts, most: number) {
  const of = (person: number) => spells.filter((item) => item.person === person)
  const pairs = Array.from(
    { length: people * people },
    (_, at) => [Math.floor(at / people), at % people] as const,
  )
    .filter(([a, b]) => a < b)
    .map(([a, b]) => ({ a, b, rows: workedTogether(of(a), of(b), headCounts, now) }))
    .filter(({ rows }) => rows.length > 0)
    .map((pair) => ({ ...pair, strength: combine(pair.rows), hash: pairHash(pair.a, pair.b) }))
    .sort((one, other) => other.strength - one.strength || one.hash - other.hash)
  const isAmongStrongest = (person: number, pair: (typeof pairs)[number]) =>
    pairs.filter(({ a, b }) => a === person || b === person).indexOf(pair) < most
  return pairs.filter((pair) => isAmongStrongest(pair.a, pair) && isAmongStrongest(pair.b, pair))
}

it('gives what all pairs one by one give, on 200 pools drawn by seed', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const draw = seeded(seed)
    const people = 2 + draw.below(14)
    const spells = Array.from({ length: people * 3 }, () => {
      const [organization, from] = [draw.below(3), 900 + draw.below(60)]
      const unit = draw.chance(0.5) ? organization * 2 + draw.below(2) : null
      const times = { from: draw.chance(0.1) ? null : from, to: from + 1 + draw.below(60) }
      return { person: draw.below(people), organization, unit, ...times, yearsOnly: draw.chance(0.2) }
    })
    const headCounts = {
      organization: [draw.pick([null, 20]), 300, 9000],
      unit: [8, null, 150, 2000, draw.pick([12, 0]), 60],
    }
    const rows = inferred([...spells, spell(people - 1, null, 0)], headCounts, 5)
    const key = ({ a, b, organization }: { a: number; b: number; organization: number }) =>
      `${a} ${b} ${organization}`
    const sorted = <T extends { a: number; b: number; organization: number }>(items: T[]) =>
      items.sort((one, other) => key(one).localeCompare(key(other)))
    const expected = oracle(spells, people, headCounts, 5).flatMap((pair) => pair.rows)
    expect(sorted(rows), `seed ${seed}`).toEqual(sorted(expected))
  }
})
