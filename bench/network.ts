import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bruteNetwork } from '../src/network/brute.ts'
import { IN_REACH, MIN_GAIN, NONE, toCost } from '../src/network/cost.ts'
import type { DoorQuery, FoundPath, Network, NetworkInput, PathQuery } from '../src/network/types.ts'
import { directedTies, networkOf } from './lib/graph.ts'
import { bestOf, type Contender, compete, type Stats } from './lib/measure.ts'
import { step } from './lib/progress.ts'
import { type Random, seeded } from './lib/random.ts'
import { type Report, ROOT, type Table } from './lib/report.ts'
import { type SqlNetwork, withSqlNetwork } from './lib/sql.ts'

// The engine, as it is built, beside the same questions in SQL and by listing every path.

const SEED = 20_260_101
const QUESTIONS = 300
const SQL_QUESTIONS = 40
const BRUTE_QUESTIONS = 5
const ROUNDS = 3
const ROOM = 3

type Engine = typeof import('../src/network/index.ts')
type Asked = { paths: PathQuery[]; doors: DoorQuery[] }
type Brute = Pick<Network, 'paths'>

export async function bench(): Promise<Report> {
  const engine: Engine = await import(pathToFileURL(join(ROOT, 'dist', 'network', 'index.js')).href)
  const small = await measure(engine, 10_000, true)
  const large = await measure(engine, 100_000, false)
  return {
    tables: [sizes([small, large]), answers([small, large]), ratios([small, large])],
    notes: [
      'same: the other contender gave the same paths, cost for cost and person for person, to the questions it was asked',
      'bytes: all that the engine holds (ties, affiliations, people, working space), divided by ties in both directions',
      `each figure is the best of ${ROUNDS} rounds that alternate between the contenders`,
    ],
  }
}

type Measured = {
  people: number
  ties: number
  build: number
  bytes: number
  /** Questions to which there is a path. */
  found: number
  stats: Map<string, Stats>
  same: Map<string, string>
}

async function measure({ buildNetwork }: Engine, people: number, byBrute: boolean): Promise<Measured> {
  step(`${people} people: drawing the network`)
  const input = networkOf(people, SEED)
  const network = buildNetwork(input)
  step(`${people} people: building it, ${ROUNDS} times`)
  const build = await bestOf(ROUNDS, () => buildNetwork(input))
  const asked = questions(input, network)
  const found = asked.paths.filter((query) => network.paths({ ...query, top: 1 }).length > 0).length
  const ties = directedTies(input)
  step(`${people} people: filling PostgreSQL`)
  return withSqlNetwork(input, async (sql) => {
    const brute = byBrute ? bruteNetwork(input) : null
    step(`${people} people: ${ROUNDS} rounds of questions`)
    const stats = await compete(contenders(network, sql, brute, asked), ROUNDS)
    const same = await compare(network, sql, brute, asked)
    return { people, ties, build, bytes: network.bytes, found, stats, same }
  })
}

/** Seekers drawn at random, organizations that they reach at all, and rooms of three met for the first time. */
function questions(input: NetworkInput, network: Network): Asked {
  const random = seeded(SEED + 1)
  const seekers = Array.from({ length: QUESTIONS }, () => random.below(input.people))
  const cost = toCost(0.35)!
  return {
    paths: seekers.map((from) => ({ from, organization: someReached(network, from, random) })),
    doors: seekers.map((from) => ({
      from,
      room: roomOf(network, random.below(input.people), from).map((person) => ({ person, cost })),
      ...{ threshold: IN_REACH, minGain: MIN_GAIN, only: 'all' as const },
    })),
  }
}

/** Most organizations are far from most people: asked at random, half of the questions would have no answer. */
function someReached(network: Network, from: number, random: Random): number {
  const costs = network.reachAll({ from: [from] })
  const reached = [...costs.keys()].filter((id) => costs[id]! < NONE)
  return reached[random.below(reached.length)] ?? random.below(network.organizations)
}

/** A person and those nearest to them. */
function roomOf(network: Network, person: number, seeker: number): number[] {
  const near = network.reach({ from: person, maxTies: 1 })
  const colleagues = [...near.keys()].filter((id) => near[id]! < NONE).sort((a, b) => near[a]! - near[b]!)
  return [person, ...colleagues].filter((id) => id !== seeker).slice(0, ROOM)
}

function contenders(network: Network, sql: SqlNetwork, brute: Brute | null, asked: Asked): Contender[] {
  const paths = (name: string, questions: number, ask: (query: PathQuery) => unknown): Contender => ({
    name,
    questions,
    run: (at) => ask(asked.paths[at]!),
  })
  return [
    paths('paths, engine', QUESTIONS, (query) => network.paths(query)),
    paths('paths, SQL', SQL_QUESTIONS, ({ from, organization }) => sql.paths(from, organization!)),
    ...(brute ? [paths('paths, brute force', BRUTE_QUESTIONS, (query) => brute.paths(query))] : []),
    { name: 'doors, engine', questions: QUESTIONS, run: (at) => network.doors(asked.doors[at]!) },
  ]
}

/** How many of the answers that another contender gives are the engine's own. */
async function compare(network: Network, sql: SqlNetwork, brute: Brute | null, { paths }: Asked) {
  const same = new Map<string, string>()
  const others: [string, number, (query: PathQuery) => FoundPath[] | Promise<FoundPath[]>][] = [
    ['paths, SQL', SQL_QUESTIONS, ({ from, organization }) => sql.paths(from, organization!)],
    ['paths, brute force', BRUTE_QUESTIONS, (query) => brute!.paths(query)],
  ]
  for (const [name, count, ask] of others.slice(0, brute ? 2 : 1)) {
    let equal = 0
    for (const query of paths.slice(0, count)) {
      const [own, other] = [network.paths(query), await ask(query)]
      const plain = (found: FoundPath[]) => JSON.stringify(found.map(({ cost, people }) => [cost, people]))
      equal += Number(plain(own) === plain(other))
    }
    same.set(name, `${equal} of ${count}`)
  }
  return same
}

function sizes(all: Measured[]): Table {
  return {
    title: 'the network in memory',
    head: ['people', 'ties, both ways', 'build ms', 'bytes', 'bytes a tie', 'questions with a path'],
    rows: all.map(({ people, ties, build, bytes, found }) => [
      ...[people, ties, build, bytes, bytes / ties],
      `${found} of ${QUESTIONS}`,
    ]),
  }
}

function answers(all: Measured[]): Table {
  return {
    title: 'questions, ms each',
    head: ['question', 'people', 'asked', 'p50', 'p95', 'p99', 'most', 'same'],
    rows: all.flatMap(({ people, stats, same }) =>
      [...stats].map(([name, { count, p50, p95, p99, most }]) => [
        ...[name, people, count, p50, p95, p99, most],
        same.get(name) ?? '',
      ]),
    ),
  }
}

function ratios(all: Measured[]): Table {
  return {
    title: 'times as long as the engine takes',
    head: ['against', 'people', 'p50', 'p95'],
    rows: all.flatMap(({ people, stats }) =>
      ['paths, SQL', 'paths, brute force'].flatMap((name) => {
        const [own, other] = [stats.get('paths, engine')!, stats.get(name)]
        return other ? [[name, people, other.p50 / own.p50, other.p95 / own.p95]] : []
      }),
    ),
  }
}
