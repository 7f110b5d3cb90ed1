import { describe, expect, it } from 'vitest'
import { inputOf, seeded } from './cases.ts'
import { buildNetwork } from './network.ts'
import type { BareNetwork, Network } from './types.ts'

const PEOPLE = 14
const ORGANIZATIONS = 5

function changed(
  networks: readonly BareNetwork[],
  draw: ReturnType<typeof seeded>,
  people: number,
  places: number,
) {
  const [a, b, place, cost] = [
    draw.below(people),
    draw.below(people),
    draw.below(places),
    1 + draw.below(200),
  ]
  const kind = draw.below(5)
  for (const network of networks) {
    if (kind <= 1) network.addTie(a, b, cost)
    if (kind === 2) network.removeTie(a, b)
    if (kind === 3) network.affiliate(a, place, cost % 3 === 0 ? null : cost)
    if (kind === 4) network.setOpen(place, cost % 2 === 0)
  }
}

const answers = (network: BareNetwork, people: number, places: number) =>
  Array.from({ length: people }, (_, from) => ({
    reach: [...network.reach({ from }).subarray(0, people)],
    paths: Array.from({ length: places }, (_, organization) => network.paths({ from, organization })),
    doors: network.doors({
      from,
      room: [{ person: (from + 3) % people, cost: 9 }],
      threshold: 161,
      only: 'open',
    }),
  }))

describe('a copy', () => {
  it('with more room answers as a network of that size does, after the same changes', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const draw = seeded(seed)
      const empty = { ties: [] as [number, number, number][] }
      let small: Network = buildNetwork(inputOf({ people: PEOPLE, organizations: ORGANIZATIONS, ...empty }))
      const large = buildNetwork(inputOf({ people: PEOPLE + 9, organizations: ORGANIZATIONS + 4, ...empty }))
      for (let step = 0; step < 60; step++) changed([small, large], draw, PEOPLE, ORGANIZATIONS)
      small = small.copy({ people: PEOPLE + 9, organizations: ORGANIZATIONS + 4 })
      const all = [PEOPLE + 9, ORGANIZATIONS + 4] as const
      expect(answers(small, ...all), `seed ${seed}`).toEqual(answers(large, ...all))
      for (let step = 0; step < 90; step++) changed([small, large], draw, ...all)
      small = small.copy({ people: PEOPLE + 9, organizations: ORGANIZATIONS + 4 })
      for (let step = 0; step < 30; step++) changed([small, large], draw, ...all)
      expect(answers(small, ...all), `seed ${seed}`).toEqual(answers(large, ...all))
    }
  })

  it('is a network of its own: neither sees the changes of the other', () => {
    const network = buildNetwork(
      inputOf({ people: 3, organizations: 1, ties: [[0, 1, 10]], affiliations: [[1, 0, 0]] }),
    )
    const copy = network.copy({ people: 3, organizations: 1 })
    copy.removeTie(0, 1)
    network.addTie(1, 2, 5)
    expect(network.paths({ from: 0, organization: 0 })).toHaveLength(1)
    expect(copy.paths({ from: 0, organization: 0 })).toEqual([])
    expect(copy.paths({ from: 2, organization: 0 })).toEqual([])
    expect(copy.version).toBe(1)
  })

  it('with less room is refused', () => {
    const network = buildNetwork(inputOf({ people: 3, organizations: 1, ties: [] }))
    expect(() => network.copy({ people: 2, organizations: 1 })).toThrow(RangeError)
  })
})
