import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IN_REACH, toCost } from '../src/network/cost.ts'
import { networkOver, openNetwork } from '../src/network/network.ts'
import { plainKernel } from '../src/network/plain.ts'
import { createState, type State } from '../src/network/state.ts'
import type { DoorQuery, FoundPath, Network, NetworkInput, PathQuery } from '../src/network/types.ts'
import { crowdOf } from './lib/crowd.ts'
import { timed } from './lib/measure.ts'
import { hasCompiler, type Kind, type Native, nativeEngine, type Round } from './lib/native.ts'
import { duckdb, graphology, type Peer, sqlite } from './lib/peers.ts'
import { step } from './lib/progress.ts'
import { seeded } from './lib/random.ts'
import type { Report, Table, Target } from './lib/report.ts'
import { withSqlNetwork } from './lib/sql.ts'

// The engine beside the same algorithm in C++ and the same questions to databases. How many people:
// ACQUAINT_BENCH_PEOPLE=100000,1000000 (the default is the first; a million takes some 4 GB and minutes).

const SEED = 20_260_101
const QUESTIONS = 300
const ROUNDS = 7
const ROOM = 3
const CANDIDATES = 1000
/** Peers are asked all questions if they can within this many milliseconds, else the first of them. */
const PEER_TIME = 20_000
/** Beyond so many people the peers take longer to fill than to answer, and more memory than a laptop has. */
const MOST_FOR_PEERS = 200_000

type Asked = { paths: PathQuery[]; doors: DoorQuery[] }
/** The least milliseconds of each question, by contender and kind; and whether the answers were the engine's. */
type Times = Map<string, { kind: Kind; times: number[]; same: string }>
type Measured = { people: number; ties: number; times: Times; figures: [string, number, string][] }

export async function bench(): Promise<Report> {
  const sizes = (process.env.ACQUAINT_BENCH_PEOPLE ?? '100000').split(',').map(Number)
  const measured: Measured[] = []
  for (const people of sizes) measured.push(await measure(people))
  return {
    tables: [answers(measured), figures(measured)],
    targets: measured.flatMap(targets),
    notes: [
      `each question counts with its best of ${ROUNDS} rounds (peers: 2), which alternate between the contenders`,
      'same: how many of its answers are the engine’s, cost for cost and person for person',
      ...(hasCompiler() ? [] : ['no g++ on this machine: nothing was measured against C++']),
    ],
  }
}

async function measure(people: number): Promise<Measured> {
  step(`${people} people: drawing the network`)
  const input = crowdOf(people, SEED)
  step(`${people} people: building it`)
  createState(crowdOf(5000, SEED))
  const { took, answer: state } = await timed(() => createState({ ...input, kernel: 'wasm' }))
  const network = networkOver(state)
  const ties = directedTies(state)
  const asked = questions(input, network)
  const times = await againstNative(state, asked)
  const figures: Measured['figures'] = [
    ['build', ties / took / 1000, 'M directed ties/s'],
    ['memory', network.bytes / ties, 'bytes/directed tie'],
    ['open a snapshot and answer', await snapshotTime(network, asked), 'ms'],
    ['reachAll, 1,000 candidates', await reachAllTime(network, input), 'ms'],
  ]
  if (people <= MOST_FOR_PEERS) await againstPeers(network, input, asked, times)
  figures.push(['add or remove a tie', changeTime(network, people), 'microseconds, mean'])
  return { people, ties, times, figures }
}

function directedTies({ space, people }: State): number {
  const { words, layout } = space
  let count = 0
  for (let person = 0; person < people; person++) {
    for (let at = words[(layout.heads >>> 2) + person]! >>> 2; words[at]! < 0xff000000; at++) count++
  }
  return count
}

/** Seekers at random; organizations, half by their number and half by their people; rooms of a person and two near. */
function questions(input: NetworkInput, network: Network): Asked {
  const random = seeded(SEED + 1)
  const cost = toCost(0.35)!
  const { affiliations, people } = input
  const open = input.open!
  const all = Array.from({ length: QUESTIONS }, (_, at) => {
    const from = random.below(people)
    const organization =
      at % 2 ? open[random.below(open.length)]! : affiliations.organization[random.below(people)]!
    const room = roomOf(network, random.below(people), from).map((person) => ({ person, cost }))
    return { paths: { from, organization }, doors: { from, room, threshold: IN_REACH, only: 'all' as const } }
  })
  return { paths: all.map(({ paths }) => paths), doors: all.map(({ doors }) => doors) }
}

/** A person and those nearest to them. */
function roomOf(network: Network, person: number, seeker: number): number[] {
  const near = network.reach({ from: person, maxTies: 1 })
  const colleagues = [...near.keys()].filter((id) => near[id]! < 255).sort((a, b) => near[a]! - near[b]!)
  return [person, ...colleagues].filter((id) => id !== seeker).slice(0, ROOM)
}

async function againstNative(state: State, asked: Asked): Promise<Times> {
  const plain = networkOver({ ...state, kernel: plainKernel(state.space) })
  const native = hasCompiler() ? nativeEngine(state, asked.paths, asked.doors) : null
  const times: Times = new Map()
  for (const kind of ['paths', 'doors'] as const) {
    const sums = new Map<string, number>()
    for (let round = 0; round < ROUNDS; round++) {
      step(`${kind}: round ${round + 1} of ${ROUNDS}`)
      for (const [name, ask] of contenders(networkOver(state), plain, native, asked)) {
        const { times: took, sum } = await ask(kind)
        sums.set(name, sum)
        const same = sum === sums.get('compiled') ? 'all' : 'NOT ALL'
        const known = times.get(`${kind}, ${name}`)?.times
        const least = took.map((time, at) => Math.min(time, known?.[at] ?? time))
        times.set(`${kind}, ${name}`, { kind, times: least, same })
      }
    }
  }
  native?.close()
  return times
}

type Contender = [string, (kind: Kind) => Round | Promise<Round>]

function contenders(compiled: Network, plain: Network, native: Native | null, asked: Asked): Contender[] {
  return [
    ['compiled', (kind) => askAll(compiled, kind, asked)],
    ['TypeScript', (kind) => askAll(plain, kind, asked)],
    ...(native ? [['C++', (kind) => native.ask(kind)] satisfies Contender] : []),
  ]
}

function askAll(network: Network, kind: Kind, asked: Asked): Round {
  const times: number[] = []
  let sum = 0
  const mix = (value: number) => {
    sum = Number((BigInt(sum) * 31n + BigInt(value)) % 2147483647n)
  }
  for (let at = 0; at < QUESTIONS; at++) {
    const start = performance.now()
    const found = kind === 'paths' ? network.paths(asked.paths[at]!) : network.doors(asked.doors[at]!)
    times.push(performance.now() - start)
    for (const { people, ...costs } of found) for (const value of numbersOf(costs, people)) mix(value)
  }
  return { times, sum }
}

function numbersOf(costs: object, people: readonly number[]): number[] {
  const { organization, before, after, cost } = costs as Record<string, number>
  const own = cost === undefined ? [organization!, before!, after!] : [cost]
  return [...own, ...people.slice(1)]
}

async function againstPeers(
  network: Network,
  input: NetworkInput,
  asked: Asked,
  times: Times,
): Promise<void> {
  for (const open of [sqlite, duckdb, graphology]) {
    step(`filling ${open.name}`)
    const peer = await open(input)
    await askPeer(network, peer, asked, times)
    peer.close()
  }
  step('filling PostgreSQL')
  await withSqlNetwork(input, ({ paths }) =>
    askPeer(network, { name: 'PostgreSQL', paths, close: () => {} }, asked, times),
  )
}

async function askPeer(network: Network, peer: Peer, { paths }: Asked, all: Times): Promise<void> {
  step(`asking ${peer.name}`)
  const times: number[] = []
  let same = 0
  const start = performance.now()
  for (const query of paths) {
    if (performance.now() - start > PEER_TIME) break
    const ask = () => peer.paths(query.from, query.organization!)
    const first = await timed(ask)
    const second = await timed(ask)
    times.push(Math.min(first.took, second.took))
    same += Number(plain(first.answer) === plain(network.paths(query)))
  }
  all.set(`paths, ${peer.name}`, { kind: 'paths', times, same: `${same} of ${times.length}` })
}

const plain = (found: FoundPath[]) => JSON.stringify(found.map(({ cost, people }) => [cost, people]))

async function snapshotTime(network: Network, { paths }: Asked): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'acquaint-snapshot-'))
  step('a snapshot')
  network.save(join(folder, 'network'))
  const { took } = await timed(() => openNetwork(join(folder, 'network')).paths(paths[0]!))
  rmSync(folder, { recursive: true })
  return took
}

/** Adds ties, then takes them out: the network is another one afterwards. */
function changeTime(network: Network, people: number): number {
  const random = seeded(SEED + 2)
  const pairs = Array.from({ length: 20_000 }, () => [random.below(people), random.below(people)] as const)
  const start = performance.now()
  for (const [a, b] of pairs) network.addTie(a, b, 200)
  for (const [a, b] of pairs) network.removeTie(a, b)
  return ((performance.now() - start) * 1000) / pairs.length / 2
}

async function reachAllTime(network: Network, { people, open }: NetworkInput): Promise<number> {
  const random = seeded(SEED + 3)
  const from = Array.from({ length: CANDIDATES }, () => random.below(people))
  step('reachAll')
  network.reachAll({ from: from.slice(0, 50), organizations: open! })
  return (await timed(() => network.reachAll({ from, organizations: open! }))).took
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
}

/** How many times as long as `other` takes, over the questions that both were asked. */
function ratio(times: Times, name: string, other: string, share: number): number | null {
  const [own, theirs] = [times.get(name), times.get(other)]
  if (!own || !theirs) return null
  const count = Math.min(own.times.length, theirs.times.length)
  return quantile(own.times.slice(0, count), share) / quantile(theirs.times.slice(0, count), share)
}

function answers(all: Measured[]): Table {
  return {
    title: 'questions, ms each',
    head: ['question', 'people', 'asked', 'p50', 'p99', 'same', 'p50 / compiled', 'p99 / compiled'],
    rows: all.flatMap(({ people, times }) =>
      [...times].map(([name, { kind, times: own, same }]) => [
        ...[name, people, own.length, quantile(own, 0.5), quantile(own, 0.99), same],
        ...[0.5, 0.99].map((share) => ratio(times, name, `${kind}, compiled`, share)!),
      ]),
    ),
  }
}

function figures(all: Measured[]): Table {
  return {
    title: 'the network in memory',
    head: ['what', 'people', 'directed ties', 'figure', 'unit'],
    rows: all.flatMap(({ people, ties, figures }) =>
      figures.map(([what, figure, unit]) => [what, people, ties, figure, unit]),
    ),
  }
}

/** Of the figures: the most or the least that each may be, and at how many people. */
const LIMITS: [string, number, { most: number } | { least: number }][] = [
  ['build', 0, { least: 10 }],
  ['memory', 0, { most: 4.3 }],
  ['open a snapshot and answer', 0, { most: 1000 }],
  ['add or remove a tie', 0, { most: 5 }],
  ['reachAll, 1,000 candidates', 1_000_000, { most: 1500 }],
]

function targets({ people, times, figures }: Measured): Target[] {
  const at = `at ${people.toLocaleString('en-US')} people`
  const own = figures.flatMap(([what, value, unit]) =>
    LIMITS.filter(([name, from]) => name === what && people >= from).map(
      ([, , limit]): Target => ({ says: `${what}, ${at}`, value, unit, ...limit }),
    ),
  )
  return [...own, ...nativeTargets(times, at), ...peerTargets(times, at)]
}

function nativeTargets(times: Times, at: string): Target[] {
  const most = {
    'paths, compiled': 1.25,
    'doors, compiled': 1.25,
    'paths, TypeScript': 2,
    'doors, TypeScript': 2.5,
  }
  return Object.entries(most).flatMap(([name, most]) =>
    [0.5, 0.99].flatMap((share) => {
      const value = ratio(times, name, `${name.split(',')[0]}, C++`, share)
      return value === null
        ? []
        : [{ says: `${name} against C++, p${share * 100}, ${at}`, value, most, unit: 'x' }]
    }),
  )
}

function peerTargets(times: Times, at: string): Target[] {
  const peers = ['SQLite', 'DuckDB', 'graphology', 'PostgreSQL'].filter((name) => times.has(`paths, ${name}`))
  if (peers.length === 0) return []
  return [0.5, 0.99].map((share) => {
    const value = Math.min(...peers.map((name) => ratio(times, `paths, ${name}`, 'paths, compiled', share)!))
    return {
      says: `paths, best of the peers against compiled, p${share * 100}, ${at}`,
      value,
      least: 25,
      unit: 'x',
    }
  })
}
