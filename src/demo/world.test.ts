import { describe, expect, test } from 'vitest'
import { CAST, FIRMS } from './cast.ts'
import { personRow, positionRow } from './rows.ts'
import { type DemoData, UNKNOWN } from './types.ts'
import { generate } from './world.ts'

const now = new Date('2026-11-23T09:00:00Z')

describe('the invented world', () => {
  const world = generate({ people: 2_000, seed: 7, now })

  test('is the same for the same size, seed and time', () => {
    expect(generate({ people: 2_000, seed: 7, now })).toEqual(world)
  })

  test('is another one for another seed', () => {
    const other = generate({ people: 2_000, seed: 8, now })
    expect(other.people.family).not.toEqual(world.people.family)
    expect(other.positions.organization).not.toEqual(world.positions.organization)
  })

  test('has as many people as asked for, down to the least', () => {
    expect(world.people.given).toHaveLength(2_000)
    expect(generate({ people: 200, now }).people.family).toHaveLength(200)
  })

  test.each([199, 1_000_001, 300.5, Number.NaN])('of %s people is refused with a sentence', (people) => {
    expect(() => generate({ people, now })).toThrow(`A demo has 200 to 1,000,000 people, not ${people}.`)
  })

  test.each([-1, 0.5])('by seed %s is refused with a sentence', (seed) => {
    expect(() => generate({ seed, now })).toThrow(`A seed is a whole number from 0, not ${seed}.`)
  })

  test('has no position that ends before it begins, or lies in the future', () => {
    const { positions, now } = world
    const month = now.getUTCFullYear() * 12 + now.getUTCMonth()
    for (let row = 0; row < positions.count; row++) {
      const [from, to, seen] = [positions.from[row]!, positions.to[row]!, positions.seen[row]!]
      if (from !== UNKNOWN && to !== UNKNOWN) expect(from).toBeLessThanOrEqual(to)
      expect(Math.max(from, to, seen)).toBeLessThanOrEqual(month)
      if (positions.ended[row] === 0) expect(to).toBe(UNKNOWN)
    }
  })

  test('gives positions by person, and each of them of somebody, somewhere', () => {
    const { positions, organizations } = world
    for (let row = 1; row < positions.count; row++) {
      expect(positions.person[row]).toBeGreaterThanOrEqual(positions.person[row - 1]!)
      expect(positions.organization[row]).toBeLessThan(organizations.length)
    }
  })

  test('knows dates by the month mostly, some by the year only, some not at all', () => {
    const rows = Array.from({ length: world.positions.count }, (_, row) => positionRow(world, row))
    const share = (fits: (from: string | null) => boolean) =>
      rows.filter(({ from }) => fits(from)).length / rows.length
    expect(share((from) => from?.length === 7)).toBeGreaterThan(0.6)
    expect(share((from) => from?.length === 4)).toBeGreaterThan(0.05)
    expect(share((from) => from === null)).toBeGreaterThan(0.02)
    expect(rows.some(({ to, ended }) => ended && to === null)).toBe(true)
  })

  test('names organizations once, and the largest are far larger than the middle', () => {
    const names = world.organizations.map(({ name }) => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    const known = staffOf(world).sort((one, other) => other - one)
    expect(known[0]).toBeGreaterThan(10 * known[Math.floor(known.length / 2)]!)
  })

  test('gives the seeker a network: 150 to 800 connections, and messages with some', () => {
    for (const people of [1_000, 2_000, 6_000]) {
      const { connections, contacts } = generate({ people, now })
      const own = connections.a.filter((person) => person === 0).length
      expect(own).toBeGreaterThanOrEqual(150)
      expect(own).toBeLessThanOrEqual(800 + 5)
      const writtenTo = new Set(contacts.map(({ from, to }) => from || to))
      expect(writtenTo.size).toBeGreaterThan(30)
      expect(writtenTo.size).toBeLessThan(own)
    }
  })

  test('lets no one else bear a name of the story, or work at its firms', () => {
    const told = new Set(Object.values(CAST).map(({ name }) => name))
    const last = Object.keys(CAST).length
    const staff = Object.values(FIRMS).reduce((sum, firm) => sum + firm.staff, 0)
    for (let person = last + 1; person < world.people.count; person++) {
      expect(told.has(personRow(world, person).name)).toBe(false)
    }
    const elsewhere = world.positions.organization.filter(
      (place, row) =>
        place > 2 && place < Object.keys(FIRMS).length && world.positions.person[row]! > last + staff,
    )
    expect(elsewhere).toHaveLength(0)
  })
})

function staffOf({ organizations, positions }: DemoData): number[] {
  const known = organizations.map(() => 0)
  for (const place of positions.organization) known[place]!++
  return known
}
