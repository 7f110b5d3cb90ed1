/**
 * The oracle: every simple path of 1 to 3 ties, one by one, straight from the definition. Slow, and obviously right;
 * whatever answers the same questions faster is held against it.
 */
import { DEAREST, HOP_COST, MIN_GAIN, NONE } from './cost.ts'
import { comparePaths } from './order.ts'
import type {
  BareNetwork,
  DoorQuery,
  FoundPath,
  HopCost,
  NetworkInput,
  PathQuery,
  Question,
} from './types.ts'

type Costs = Map<number, number>[]
type Facts = { ties: Costs; affiliations: Costs; open: Set<number>; hopCost: HopCost; organizations: number }

export function bruteNetwork(input: NetworkInput): BareNetwork {
  const facts = factsOf(input)
  let version = 0
  const changed = (change: () => void) => {
    change()
    version++
  }
  return {
    people: input.people,
    organizations: input.organizations,
    get version() {
      return version
    },
    paths: (query) => answerPaths(facts, query),
    doors: (query) => answerDoors(facts, query),
    reachAll: ({ from, organizations = allIds(input.organizations), ...query }) =>
      Uint8Array.from([...from].flatMap((seeker) => [...organizations].map(reachOf(facts, seeker, query)))),
    reach: (query) => {
      const paths = simplePaths(facts, query)
      return Uint8Array.from(allIds(input.people), (end) =>
        least(paths.filter((path) => endOf(path) === end)),
      )
    },
    addTie: (a, b, cost) => changed(() => setBoth(facts.ties, a, b, cost)),
    removeTie: (a, b) => changed(() => setBoth(facts.ties, a, b, null)),
    affiliate: (person, organization, cost) =>
      changed(() => setCost(facts.affiliations[person]!, organization, cost)),
    setOpen: (organization, open) =>
      changed(() => (open ? facts.open.add(organization) : facts.open.delete(organization))),
  }
}

function factsOf({ people, ties, affiliations, open = new Uint32Array(), ...input }: NetworkInput): Facts {
  const facts: Facts = {
    ties: allIds(people).map(() => new Map()),
    affiliations: allIds(people).map(() => new Map()),
    open: new Set(open),
    hopCost: input.hopCost ?? HOP_COST,
    organizations: input.organizations,
  }
  ties.a.forEach((a, at) => {
    setBoth(facts.ties, a, ties.b[at]!, cheaper(facts.ties[a]!.get(ties.b[at]!), ties.cost[at]!))
  })
  affiliations.person.forEach((person, at) => {
    const own = facts.affiliations[person]!
    const organization = affiliations.organization[at]!
    own.set(organization, cheaper(own.get(organization), affiliations.cost[at]!))
  })
  return facts
}

function allIds(count: number): number[] {
  return Array.from({ length: count }, (_, id) => id)
}

function cheaper(known: number | undefined, cost: number): number {
  return Math.min(known ?? cost, cost)
}

function setCost(costs: Map<number, number>, id: number, cost: number | null): void {
  if (cost === null) costs.delete(id)
  else costs.set(id, cost)
}

function setBoth(ties: Costs, a: number, b: number, cost: number | null): void {
  if (a === b) return
  setCost(ties[a]!, b, cost)
  setCost(ties[b]!, a, cost)
}

function endOf({ people }: FoundPath): number {
  return people.at(-1)!
}

function least(paths: readonly FoundPath[]): number {
  return paths.reduce((cost, path) => Math.min(cost, path.cost), NONE)
}

/** The ties that hold for a question: the room's added, what is excluded taken away. */
function tiesFor(facts: Facts, from: number, { room = [], exclude = {} }: Question): Costs {
  const ties = facts.ties.map((costs) => new Map(costs))
  for (const { person, cost } of room) setBoth(ties, from, person, cheaper(ties[from]!.get(person), cost))
  for (const [a, b] of exclude.ties ?? []) setBoth(ties, a, b, null)
  const excluded = new Set(exclude.people)
  for (const costs of ties) for (const person of excluded) costs.delete(person)
  return ties
}

/** Every simple path from the seeker that costs at most 254, affiliations not yet counted. */
function simplePaths(facts: Facts, query: Question & { from: number }): FoundPath[] {
  const ties = tiesFor(facts, query.from, query)
  const hopCost = query.hopCost ?? facts.hopCost
  const extend = (path: FoundPath): FoundPath[] => {
    const count = path.people.length - 1
    if (count === (query.maxTies ?? 3)) return [path]
    const further = [...ties[endOf(path)]!]
      .filter(([person]) => !path.people.includes(person))
      .map(([person, cost]) => ({
        cost: path.cost + hopCost[count]! + cost,
        people: [...path.people, person],
      }))
    return [path, ...further.flatMap(extend)]
  }
  return extend({ cost: 0, people: [query.from] }).filter(
    ({ cost, people }) => people.length > 1 && cost <= DEAREST,
  )
}

/** Of those paths, the ones that end at the organization, with the affiliation's cost. */
function pathsTo(facts: Facts, paths: readonly FoundPath[], organization: number): FoundPath[] {
  return paths.flatMap((path) => {
    const cost = facts.affiliations[endOf(path)]!.get(organization)
    if (cost === undefined || path.cost + cost > DEAREST) return []
    return [{ ...path, cost: path.cost + cost }]
  })
}

function answerPaths(facts: Facts, query: PathQuery): FoundPath[] {
  const paths = simplePaths(facts, query)
  return ending(facts, paths, query)
    .filter(({ cost }) => cost <= (query.atMost ?? DEAREST))
    .sort(comparePaths)
    .slice(0, query.top ?? 10)
}

function ending(facts: Facts, paths: readonly FoundPath[], query: PathQuery): FoundPath[] {
  const { person, organization, currentOnly } = query
  if (person !== undefined) return paths.filter((path) => endOf(path) === person)
  const all = pathsTo(facts, paths, organization)
  return currentOnly ? all.filter((path) => facts.affiliations[endOf(path)]!.get(organization) === 0) : all
}

function reachOf(facts: Facts, from: number, query: Question): (organization: number) => number {
  const paths = simplePaths(facts, { ...query, from })
  return (organization) => least(pathsTo(facts, paths, organization))
}

function answerDoors(facts: Facts, { room, ...query }: DoorQuery) {
  const without = simplePaths(facts, query)
  const met = simplePaths(facts, { ...query, room })
  return allIds(facts.organizations).flatMap((organization) => {
    const before = least(pathsTo(facts, without, organization))
    const best = pathsTo(facts, met, organization).sort(comparePaths)[0]
    if (query.only === 'open' && !facts.open.has(organization)) return []
    if (!best || best.cost > query.threshold) return []
    if (before <= query.threshold && before - best.cost < (query.minGain ?? MIN_GAIN)) return []
    return [{ organization, before, after: best.cost, people: best.people }]
  })
}
