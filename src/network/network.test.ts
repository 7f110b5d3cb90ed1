import { describe, expect, it } from 'vitest'
import { bruteNetwork } from './brute.ts'
import { inputOf, randomCase, seeded } from './cases.ts'
import { HOP_COST, IN_REACH, toAffiliationCost, toCost, toStrength } from './cost.ts'
import { buildNetwork } from './network.ts'
import { formerAffiliation } from './strength.ts'
import type { BareNetwork, Network, NetworkInput } from './types.ts'

const implementations: [string, (input: NetworkInput) => BareNetwork][] = [
  ['brute force', bruteNetwork],
  ['typescript', (input) => buildNetwork({ ...input, kernel: 'typescript' })],
  ['wasm', (input) => buildNetwork({ ...input, kernel: 'wasm' })],
]

describe.each(implementations.slice(1))('%s agrees with brute force', (_, build) => {
  it('on 1,000 small graphs drawn by seed, with changes between the questions', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const { input, steps } = randomCase(seed)
      const [oracle, network] = [bruteNetwork(input), build(input)]
      steps.forEach(({ says, act }, at) => {
        expect(act(network), `seed ${seed}, step ${at}: ${says}`).toEqual(act(oracle))
      })
      expect(network.version).toBe(oracle.version)
    }
  })

  it('on a graph that is neither small nor sparse', () => {
    const draw = seeded(7)
    const people = 60
    const row = (limit: number, cost: () => number): [number, number, number] => [
      draw.below(people),
      draw.below(limit),
      cost(),
    ]
    const input = inputOf({
      people,
      organizations: 8,
      ties: Array.from({ length: 700 }, () => row(people, () => 1 + draw.below(90))),
      affiliations: Array.from({ length: 80 }, () => row(8, () => draw.pick([0, 0, 45]))),
    })
    const [oracle, network] = [bruteNetwork(input), build(input)]
    for (const organization of [0, 3, 7]) {
      for (const top of [1, 10, 500]) {
        expect(network.paths({ from: 1, organization, top })).toEqual(
          oracle.paths({ from: 1, organization, top }),
        )
      }
    }
    const room = [{ person: 5, cost: 9 }]
    const query = { from: 1, room, threshold: IN_REACH, only: 'all' } as const
    expect(network.doors(query)).toEqual(oracle.doors(query))
  })
})

it('reach in bulk of many organizations is what each seeker has alone', () => {
  const draw = seeded(9)
  const row = (a: number, b: number, most: number): [number, number, number] => [
    draw.below(a),
    draw.below(b),
    draw.below(most) + 1,
  ]
  const input = inputOf({
    people: 300,
    organizations: 150,
    ties: Array.from({ length: 1500 }, () => row(300, 300, 90)),
    affiliations: Array.from({ length: 500 }, () => row(300, 150, 60)),
  })
  const network = buildNetwork(input)
  const plain = buildNetwork({ ...input, kernel: 'typescript' })
  const exclude = { people: [3, 4], ties: [[5, 6] as const] }
  const organizations = Array.from({ length: 100 }, (_, at) => (at * 7) % 150)
  for (const query of [{ exclude }, { organizations }, { organizations: [...organizations, 7, 7] }, {}]) {
    const from = Array.from({ length: 40 }, () => draw.below(300))
    const all = network.reachAll({ from, ...query })
    expect(all).toEqual(plain.reachAll({ from, ...query }))
    expect(all.some((cost) => cost < 255)).toBe(true)
    expect(network.paths({ from: 1, organization: 2 })).toEqual(plain.paths({ from: 1, organization: 2 }))
  }
})

describe.each(implementations)('%s', (_, build) => {
  // Ada (0) knows Ben (1) who knows Cleo (2), who works at organization 0.
  const chain = {
    people: 4,
    organizations: 2,
    ties: [
      [0, 1, 10],
      [1, 2, 20],
    ],
    affiliations: [[2, 0, 0]],
    open: [0],
  } as const

  it('finds the path by two ties, with the loss of the second hop', () => {
    expect(build(inputOf(chain)).paths({ from: 0, organization: 0 })).toEqual([
      { cost: 10 + 20 + 16, people: [0, 1, 2] },
    ])
  })

  it('has no path where there are no ties, and invents none', () => {
    const network = build(inputOf({ ...chain, ties: [] }))
    expect(network.paths({ from: 0, organization: 0 })).toEqual([])
    expect([...network.reach({ from: 0 })]).toEqual([255, 255, 255, 255])
  })

  it('gives an isolated person no neighbour', () => {
    const network = build(inputOf(chain))
    expect(network.paths({ from: 3, organization: 0 })).toEqual([])
    expect(network.paths({ from: 0, person: 3 })).toEqual([])
    expect([...network.reachAll({ from: [3] })]).toEqual([255, 255])
  })

  it('never ends at the seeker, who works there too', () => {
    const network = build(inputOf({ ...chain, affiliations: [[0, 0, 0]] }))
    expect(network.paths({ from: 0, organization: 0 })).toEqual([])
    expect(network.paths({ from: 0, person: 0 })).toEqual([])
  })

  it('drops what costs over 254', () => {
    const dear = { ...chain, ties: [[0, 1, 120] as const, [1, 2, 119] as const] }
    expect(build(inputOf(dear)).paths({ from: 0, organization: 0 })).toEqual([])
    const bearable = { ...chain, ties: [[0, 1, 120] as const, [1, 2, 118] as const] }
    expect(build(inputOf(bearable)).paths({ from: 0, organization: 0 })[0]?.cost).toBe(254)
  })

  it('orders equal costs by fewer ties, then by the ids', () => {
    const network = build(
      inputOf({
        people: 5,
        organizations: 1,
        ties: [
          [0, 4, 36],
          [0, 2, 10],
          [2, 4, 10],
          [0, 1, 10],
          [1, 4, 10],
        ],
        affiliations: [[4, 0, 0]],
      }),
    )
    expect(network.paths({ from: 0, organization: 0, maxTies: 2 }).map(({ people }) => people)).toEqual([
      [0, 4],
      [0, 1, 4],
      [0, 2, 4],
    ])
  })

  it('opens a door by meeting somebody, and the number equals asking again with the tie', () => {
    const network = build(inputOf(chain))
    const room = [{ person: 2, cost: 48 }]
    expect(network.doors({ from: 3, room, threshold: IN_REACH, only: 'open' })).toEqual([
      { organization: 0, before: 255, after: 48, people: [3, 2] },
    ])
    expect(network.paths({ from: 3, organization: 0, room })[0]?.cost).toBe(48)
    expect(network.paths({ from: 3, organization: 0 })).toEqual([])
  })

  it('opens no door by meeting whoever knows no more than the seeker does', () => {
    const room = [{ person: 3, cost: 1 }]
    expect(build(inputOf(chain)).doors({ from: 0, room, threshold: IN_REACH, only: 'all' })).toEqual([])
  })

  it('strengthens a door from a gain of 5, not of 4', () => {
    const network = build(inputOf(chain))
    const doors = (cost: number) =>
      network.doors({ from: 0, room: [{ person: 2, cost }], threshold: IN_REACH, only: 'open' })
    expect(doors(42)).toEqual([])
    expect(doors(41)).toEqual([{ organization: 0, before: 46, after: 41, people: [0, 2] }])
  })

  it('leaves out organizations without openings when asked to', () => {
    const network = build(inputOf({ ...chain, open: [] }))
    const query = { from: 3, room: [{ person: 2, cost: 48 }], threshold: IN_REACH }
    expect(network.doors({ ...query, only: 'open' })).toEqual([])
    expect(network.doors({ ...query, only: 'all' })).toHaveLength(1)
    network.setOpen(0, true)
    expect(network.doors({ ...query, only: 'open' })).toHaveLength(1)
  })

  it('counts people now there alone when asked to', () => {
    const network = build(inputOf({ ...chain, affiliations: [[2, 0, 24]] }))
    expect(network.paths({ from: 0, organization: 0 })[0]?.cost).toBe(70)
    expect(network.paths({ from: 0, organization: 0, currentOnly: true })).toEqual([])
  })
})

describe.each(implementations)('the published cases, %s', (_, build) => {
  /** Reach of an organization through one tie or several in a row, the last person affiliated with it. */
  function reach(strengths: readonly number[], affiliation = 1): number {
    const costs = strengths.map((strength) => toCost(strength)!)
    const network = build(
      inputOf({
        people: costs.length + 1,
        organizations: 1,
        ties: costs.map((cost, at) => [at, at + 1, cost] as const),
        affiliations: [[costs.length, 0, toAffiliationCost(affiliation)!]],
      }),
    )
    return toStrength(network.paths({ from: 0, organization: 0 })[0]!.cost)
  }

  it.each([
    ['a manager met yesterday, at their firm', [0.35], 1, 0.35],
    ['at the firm they left two years ago', [0.35], formerAffiliation(24)!, 0.13],
    ['six years ago', [0.35], formerAffiliation(72)!, 0.05],
    ['twelve years ago', [0.35], formerAffiliation(144)!, 0.013],
    ['met, then a click', [0.35, 0.06], 1, 0.015],
    ['met, then a colleague of .30', [0.35, 0.3], 1, 0.07],
    ['three ties of .5', [0.5, 0.5, 0.5], 1, 0.04],
  ])('%s', (_says, strengths, affiliation, expected) => {
    const digits = expected < 0.02 ? 3 : 2
    expect(reach(strengths, affiliation)).toBeCloseTo(expected, digits)
  })

  it('adds the loss of each hop: a path of three ties pays 0 + 16 + 33', () => {
    expect(reach([0.5, 0.5, 0.5])).toBe(toStrength(3 * 32 + HOP_COST[0] + HOP_COST[1] + HOP_COST[2]))
  })
})

describe('bad input is refused with the argument and the index', () => {
  const input = inputOf({ people: 3, organizations: 1, ties: [[0, 1, 5]], affiliations: [[1, 0, 0]] })

  it.each<[string, Partial<NetworkInput>, string]>([
    ['a cost of 0', { ties: { ...input.ties, cost: Uint8Array.of(0) } }, 'ties.cost[0] is 0'],
    ['a cost of 255', { ties: { ...input.ties, cost: Uint8Array.of(255) } }, 'ties.cost[0] is 255'],
    ['an id beyond the count', { ties: { ...input.ties, b: Uint32Array.of(3) } }, 'ties.b[0] is 3'],
    ['unequal lengths', { ties: { ...input.ties, b: new Uint32Array() } }, 'ties.b has 0 values'],
    ['an unknown organization', { open: Uint32Array.of(0, 1) }, 'open[1] is 1'],
    ['too many people', { people: 2 ** 24 + 1 }, 'people is 16777217'],
    ['no number of people', { people: Number.NaN }, 'people is NaN'],
    ['a hop that gives back', { hopCost: [0, -1, 0] }, 'hopCost[1] is -1'],
  ])('%s', (_, change, says) => {
    const build = () => buildNetwork({ ...input, ...change })
    expect(build).toThrow(RangeError)
    expect(build).toThrow(says)
  })

  it.each<[string, (network: Network) => unknown, string]>([
    ['a seeker', (network) => network.paths({ from: 3, organization: 0 }), 'from is 3'],
    ['an organization', (network) => network.paths({ from: 0, organization: 1 }), 'organization is 1'],
    ['a person', (network) => network.paths({ from: 0, person: 1.5 }), 'person is 1.5'],
    ['ties', (network) => network.paths({ from: 0, organization: 0, maxTies: 4 }), 'maxTies is 4'],
    [
      'the room',
      (network) => network.reach({ from: 0, room: [{ person: 9, cost: 1 }] }),
      'room[0].person is 9',
    ],
    [
      'exclusions',
      (network) => network.reachAll({ from: [0], exclude: { people: [7] } }),
      'exclude.people[0]',
    ],
    ['a change', (network) => network.addTie(0, 1, 255), 'cost is 255'],
    ['an affiliation', (network) => network.affiliate(0, 4, 0), 'organization is 4'],
  ])('%s', (_, act, says) => {
    const network = buildNetwork(input)
    expect(() => act(network)).toThrow(RangeError)
    expect(() => act(network)).toThrow(says)
    expect(network.version).toBe(0)
  })

  it('and the same network answers the next question', () => {
    const network = buildNetwork(input)
    expect(() => network.addTie(0, 9, 5)).toThrow(RangeError)
    expect(network.paths({ from: 0, organization: 0 })).toEqual([{ cost: 5, people: [0, 1] }])
  })
})

it('long runs of changes leave a network that answers as one built afresh', () => {
  const draw = seeded(3)
  const network = buildNetwork(
    inputOf({ people: 50, organizations: 1, ties: [], affiliations: [[49, 0, 0]] }),
  )
  const ties = new Map<string, [number, number, number]>()
  for (let change = 0; change < 20_000; change++) {
    const [a, b] = [draw.below(49), draw.below(50)].sort((one, other) => one - other) as [number, number]
    const cost = 1 + draw.below(254)
    if (a === b) continue
    if (draw.chance(0.45)) {
      network.removeTie(a, b)
      ties.delete(`${a} ${b}`)
    } else {
      network.addTie(b, a, cost)
      ties.set(`${a} ${b}`, [a, b, cost])
    }
  }
  const fresh = buildNetwork(
    inputOf({ people: 50, organizations: 1, ties: [...ties.values()], affiliations: [[49, 0, 0]] }),
  )
  for (let from = 0; from < 49; from++) {
    expect(network.paths({ from, organization: 0 })).toEqual(fresh.paths({ from, organization: 0 }))
  }
})
