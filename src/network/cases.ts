/** The cases that every implementation must answer alike: small graphs drawn by seed, with questions and changes. */
import type {
  BareNetwork,
  DoorQuery,
  Exclude,
  NetworkInput,
  PathQuery,
  ReachAllQuery,
  ReachQuery,
  Room,
} from './types.ts'

/** One step of a case: what to do to a network, and (for a question) its answer. */
export type Step = { says: string; act: (network: BareNetwork) => unknown }
export type Case = { name: string; input: NetworkInput; steps: Step[] }

type Draw = {
  /** A whole number from 0, below `limit`. */
  below: (limit: number) => number
  chance: (of: number) => boolean
  pick: <T>(items: readonly T[]) => T
}

/** A seeded source of numbers (mulberry32). */
export function seeded(seed: number): Draw {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, chance: (of) => next() < of, pick: (items) => items[below(items.length)]! }
}

/** Lists as the columns that a network is built from. */
export function inputOf(graph: {
  people: number
  organizations: number
  ties: readonly (readonly [number, number, number])[]
  affiliations?: readonly (readonly [number, number, number])[]
  open?: readonly number[]
  hopCost?: readonly [number, number, number]
}): NetworkInput {
  const { people, organizations, ties, affiliations = [], open = [], hopCost } = graph
  const column = (rows: readonly (readonly number[])[], at: number) => rows.map((row) => row[at]!)
  return {
    people,
    organizations,
    ties: {
      a: Uint32Array.from(column(ties, 0)),
      b: Uint32Array.from(column(ties, 1)),
      cost: Uint8Array.from(column(ties, 2)),
    },
    affiliations: {
      person: Uint32Array.from(column(affiliations, 0)),
      organization: Uint32Array.from(column(affiliations, 1)),
      cost: Uint8Array.from(column(affiliations, 2)),
    },
    open: Uint32Array.from(open),
    ...(hopCost && { hopCost }),
  }
}

/**
 * A graph of up to 12 people with self ties, parallel ties, a hub, isolated people, few different costs (so that many
 * are equal) or all of them, former affiliations; or in layers, so that three ties are the rule. Then a dozen questions
 * with changes between them.
 */
export function randomCase(seed: number): Case {
  const draw = seeded(seed)
  const layered = draw.chance(0.5)
  const sizes = {
    people: layered ? 8 + draw.below(8) : 1 + draw.below(12),
    organizations: 1 + draw.below(4),
    costs: draw.pick([[1, 2], [1, 2, 3], [1, 20, 40], [60, 90, 120], allCosts]),
    layered,
  }
  const graph = {
    ...sizes,
    ties: layered ? layeredTies(draw, sizes) : [...randomTies(draw, sizes), ...hubTies(draw, sizes)],
    affiliations: randomAffiliations(draw, sizes),
    open: Array.from({ length: sizes.organizations }, (_, id) => id).filter(() => draw.chance(0.6)),
    hopCost: draw.pick([undefined, [0, 0, 0], [0, 1, 1], [2, 0, 100]] as const),
  }
  const steps = Array.from({ length: 12 }, () => draw.pick(stepKinds)(draw, sizes))
  return { name: `seed ${seed}`, input: inputOf(graph), steps }
}

type Sizes = { people: number; organizations: number; costs: readonly number[]; layered: boolean }

const allCosts = Array.from({ length: 254 }, (_, index) => index + 1)

/** Somebody of a quarter of the people, 0 (where seekers are) to 3 (where the ends are); anybody without layers. */
function someone(draw: Draw, { people, layered }: Sizes, layer: number): number {
  if (!layered || draw.chance(0.1)) return draw.below(people)
  const first = Math.floor((people * layer) / 4)
  return first + draw.below(Math.floor((people * (layer + 1)) / 4) - first)
}

function randomTies(draw: Draw, { people, costs }: Sizes): [number, number, number][] {
  const count = draw.below(people * 3)
  return Array.from({ length: count }, () => [draw.below(people), draw.below(people), draw.pick(costs)])
}

function layeredTies(draw: Draw, sizes: Sizes): [number, number, number][] {
  return Array.from({ length: sizes.people * 3 }, () => {
    const layer = draw.below(3)
    return [someone(draw, sizes, layer), someone(draw, sizes, layer + 1), draw.pick(sizes.costs)]
  })
}

function hubTies(draw: Draw, { people, costs }: Sizes): [number, number, number][] {
  if (draw.chance(0.7)) return []
  const hub = draw.below(people)
  return Array.from({ length: people }, (_, person) => [hub, person, draw.pick(costs)])
}

function randomAffiliations(draw: Draw, sizes: Sizes): [number, number, number][] {
  return Array.from({ length: draw.below(sizes.people * 2) }, () => [
    someone(draw, sizes, 3),
    draw.below(sizes.organizations),
    draw.pick([0, 0, 1, 24, 60, 161]),
  ])
}

function randomExclude(draw: Draw, { people }: Sizes): Exclude | undefined {
  if (draw.chance(0.4)) return undefined
  const several = <T>(make: () => T): T[] => Array.from({ length: draw.below(3) }, make)
  return {
    people: Uint32Array.from(several(() => draw.below(people))),
    ties: several(() => [draw.below(people), draw.below(people)]),
  }
}

function randomRoom(draw: Draw, sizes: Sizes): Room {
  const length = draw.below(4)
  return Array.from({ length }, () => ({ person: someone(draw, sizes, 1), cost: draw.pick(sizes.costs) }))
}

function common(draw: Draw, sizes: Sizes) {
  const exclude = randomExclude(draw, sizes)
  const hopCost = draw.pick([undefined, undefined, [0, 0, 0], [0, 1, 1]] as const)
  return { from: someone(draw, sizes, 0), ...(exclude && { exclude }), ...(hopCost && { hopCost }) }
}

type StepKind = (draw: Draw, sizes: Sizes) => Step

const askPaths: StepKind = (draw, sizes) => {
  const target = draw.chance(0.7)
    ? { organization: draw.below(sizes.organizations), currentOnly: draw.chance(0.2) }
    : { person: someone(draw, sizes, 3) }
  const limits = {
    top: draw.pick([1, 2, 10, 1000]),
    maxTies: 1 + draw.below(3),
    atMost: draw.pick([254, 254, 100]),
  }
  const room = draw.chance(0.3) ? { room: randomRoom(draw, sizes) } : {}
  const query: PathQuery = { ...common(draw, sizes), ...target, ...limits, ...room }
  return { says: `paths ${JSON.stringify(query)}`, act: (network) => network.paths(query) }
}

const askDoors: StepKind = (draw, sizes) => {
  const query: DoorQuery = {
    ...common(draw, sizes),
    room: randomRoom(draw, sizes),
    threshold: draw.pick([161, 40, 254]),
    minGain: draw.pick([5, 1]),
    only: draw.pick(['open', 'all']),
  }
  return { says: `doors ${JSON.stringify(query)}`, act: (network) => network.doors(query) }
}

const askReachAll: StepKind = (draw, sizes) => {
  const { from, ...rest } = common(draw, sizes)
  const organizations = draw.chance(0.5) ? { organizations: [draw.below(sizes.organizations)] } : {}
  const query: ReachAllQuery = { ...rest, ...organizations, from: [from, draw.below(sizes.people)] }
  return { says: `reachAll ${JSON.stringify(query)}`, act: (network) => network.reachAll(query) }
}

const askReach: StepKind = (draw, sizes) => {
  const query: ReachQuery = {
    ...common(draw, sizes),
    room: randomRoom(draw, sizes),
    maxTies: 1 + draw.below(3),
  }
  return { says: `reach ${JSON.stringify(query)}`, act: (network) => network.reach(query) }
}

const changeTie: StepKind = (draw, { people, costs }) => {
  const [a, b, cost] = [draw.below(people), draw.below(people), draw.pick(costs)]
  if (draw.chance(0.3)) return { says: `removeTie ${a} ${b}`, act: (network) => network.removeTie(a, b) }
  return { says: `addTie ${a} ${b} ${cost}`, act: (network) => network.addTie(a, b, cost) }
}

const changeAffiliation: StepKind = (draw, { people, organizations }) => {
  const [person, organization, cost] = [
    draw.below(people),
    draw.below(organizations),
    draw.pick([0, 30, 161, null]),
  ]
  return {
    says: `affiliate ${person} ${organization} ${cost}`,
    act: (network) => network.affiliate(person, organization, cost),
  }
}

const changeOpen: StepKind = (draw, { organizations }) => {
  const [organization, open] = [draw.below(organizations), draw.chance(0.5)]
  return {
    says: `setOpen ${organization} ${open}`,
    act: (network) => network.setOpen(organization, open),
  }
}

const stepKinds = [
  askPaths,
  askPaths,
  askPaths,
  askDoors,
  askDoors,
  askReachAll,
  askReach,
  changeTie,
  changeTie,
  changeAffiliation,
  changeOpen,
]
