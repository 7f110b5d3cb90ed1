import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IN_REACH, toCost } from '../src/network/cost.ts'
import { networkOver, openNetwork } from '../src/network/network.ts'
import { createState, type State } from '../src/network/state.ts'
import type { Network, NetworkInput } from '../src/network/types.ts'
import {
  type Asked,
  againstNative,
  againstPeers,
  quantile,
  ROUNDS,
  ratio,
  type Times,
} from './lib/contest.ts'
import { crowdOf } from './lib/crowd.ts'
import { timed } from './lib/measure.ts'
import { hasCompiler } from './lib/native.ts'
import { step } from './lib/progress.ts'
import { seeded } from './lib/random.ts'
import type { Report, Table, Target } from './lib/report.ts'

// The engine beside the same algorithm in C++ and the same questions to databases. How many people:
// ACQUAINT_BENCH_PEOPLE=100000,1000000 (the default is the first; a million takes some 4 GB and minutes).

const SEED = 20_260_101
const QUESTIONS = 300
const ROOM = 3
const CANDIDATES = 1000
/** Beyond so many people the peers take longer to fill than to answer, and more memory than a laptop has. */
const MOST_FOR_PEERS = 200_000

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
  const built = await timed(() => createState({ ...input, kernel: 'wasm' }))
  const again = await timed(() => createState({ ...input, kernel: 'wasm' }))
  const took = Math.min(built.took, again.took)
  const state = again.answer
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
  const changes = changeTimes(network, people)
  figures.push(['add or remove a tie, p50', quantile(changes, 0.5) * 1000, 'microseconds'])
  figures.push(['add or remove a tie, p99', quantile(changes, 0.99) * 1000, 'microseconds'])
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

async function snapshotTime(network: Network, { paths }: Asked): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'acquaint-snapshot-'))
  step('a snapshot')
  network.save(join(folder, 'network'))
  const { took } = await timed(() => openNetwork(join(folder, 'network')).paths(paths[0]!))
  rmSync(folder, { recursive: true })
  return took
}

/** Adds ties, then takes them out: the network is another one afterwards. Milliseconds each. */
function changeTimes(network: Network, people: number): number[] {
  const random = seeded(SEED + 2)
  const pairs = Array.from({ length: 20_000 }, () => [random.below(people), random.below(people)] as const)
  const timesOf = (change: (a: number, b: number) => void) =>
    pairs.map(([a, b]) => {
      const start = performance.now()
      change(a, b)
      return performance.now() - start
    })
  return [...timesOf((a, b) => network.addTie(a, b, 200)), ...timesOf(network.removeTie)]
}

async function reachAllTime(network: Network, { people, open }: NetworkInput): Promise<number> {
  const random = seeded(SEED + 3)
  const from = Array.from({ length: CANDIDATES }, () => random.below(people))
  step('reachAll')
  network.reachAll({ from: from.slice(0, 50), organizations: open! })
  return (await timed(() => network.reachAll({ from, organizations: open! }))).took
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
  ['add or remove a tie, p50', 0, { most: 5 }],
  ['add or remove a tie, p99', 0, { most: 5 }],
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
