import { describe, expect, test } from 'vitest'
import { layoutOf, nearest, neighbour, withoutOverlap } from './layout.ts'

/** `count` people at `count / size` organizations, the nearest first. */
const people = (count: number, size: number) =>
  Array.from({ length: count }, (_, at) => ({
    organization: at % 11 === 0 ? null : (at * 7) % Math.ceil(count / size),
    strength: 1 / (1 + at),
  }))

describe('the picture', () => {
  test('discs of organizations do not overlap, nor do their people, and nobody stands on you', () => {
    const { discs, people: at } = layoutOf(people(600, 8))
    const pairs = <T>(all: T[]) =>
      all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const))
    const room = pairs(discs).map(
      ([one, other]) => Math.hypot(one.x - other.x, one.y - other.y) - one.r - other.r,
    )
    expect(Math.min(...room.filter((gap) => gap < 5))).toBeGreaterThan(0)
    const apart = pairs(at).map(([one, other]) => Math.hypot(one.x - other.x, one.y - other.y))
    expect(Math.min(...apart.filter((gap) => gap < 5))).toBeGreaterThan(0.8)
    expect(Math.min(...at.map(({ x, y }) => Math.hypot(x, y)))).toBeGreaterThan(5)
  })

  test('the same network is the same picture', () => {
    expect(layoutOf(people(300, 5))).toEqual(layoutOf(people(300, 5)))
  })

  test('of organizations of one size the nearer one is not farther out', () => {
    const { discs } = layoutOf(people(200, 1).map((one, at) => ({ ...one, organization: at })))
    const out = discs.map(({ x, y }) => Math.round(Math.hypot(x, y) * 100))
    expect(out).toEqual(out.toSorted((one, other) => one - other))
  })

  test('5,000 people, most of them at organizations of their own, are placed in a second', () => {
    const begin = performance.now()
    expect(layoutOf(people(5_000, 1.5)).people).toHaveLength(5_000)
    expect(performance.now() - begin).toBeLessThan(1_000)
  })

  test('an empty network is you alone', () => expect(layoutOf([])).toMatchObject({ people: [], discs: [] }))
})

describe('who is where', () => {
  const at = [
    { x: 0, y: 0 },
    { x: 3, y: 0.5 },
    { x: 9, y: 0 },
    { x: 0, y: 4 },
  ]
  test('the nearest person to a point, if near enough', () => {
    expect(nearest(at, { x: 2.5, y: 0 }, 2)).toBe(1)
    expect(nearest(at, { x: 50, y: 50 }, 2)).toBeNull()
  })
  test('an arrow leads to the next person in its direction', () => {
    expect(neighbour(at, at[0]!, 'right')).toBe(1)
    expect(neighbour(at, at[0]!, 'down')).toBe(3)
    expect(neighbour(at, at[2]!, 'left')).toBe(1)
    expect(neighbour(at, at[0]!, 'up')).toBeNull()
  })
})

test('a label that would lie over a weightier one is left out, until there is room for it', () => {
  const label = (text: string, x: number) => ({ text, x, y: 0, size: 12 })
  const wanted = [label('Harbor Analytics', 0), label('Fjord Systems', 5)]
  expect(withoutOverlap(wanted, 2)).toHaveLength(1)
  expect(withoutOverlap(wanted, 40)).toHaveLength(2)
})
