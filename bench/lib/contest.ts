import { networkOver } from '../../src/network/network.ts'
import { plainKernel } from '../../src/network/plain.ts'
import type { State } from '../../src/network/state.ts'
import type { DoorQuery, FoundPath, Network, NetworkInput, PathQuery } from '../../src/network/types.ts'
import { timed } from './measure.ts'
import { hasCompiler, type Kind, type Native, nativeEngine, type Round } from './native.ts'
import { duckdb, graphology, type Peer, sqlite } from './peers.ts'
import { step } from './progress.ts'
import { withSqlNetwork } from './sql.ts'

export const ROUNDS = 7
/** Peers are asked all questions if they can within this many milliseconds, else the first of them. */
const PEER_TIME = 20_000

export type Asked = { paths: PathQuery[]; doors: DoorQuery[] }
/** The least milliseconds of each question, by contender and kind; and whether the answers were the engine's. */
export type Times = Map<string, { kind: Kind; times: number[]; same: string }>

/** Rounds that alternate between the two kernels and C++. */
export async function againstNative(state: State, asked: Asked): Promise<Times> {
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
  for (let at = 0; at < asked[kind].length; at++) {
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

export async function againstPeers(
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

export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
}

/** How many times as long as `other` takes, over the questions that both were asked. */
export function ratio(times: Times, name: string, other: string, share: number): number | null {
  const [own, theirs] = [times.get(name), times.get(other)]
  if (!own || !theirs) return null
  const count = Math.min(own.times.length, theirs.times.length)
  return quantile(own.times.slice(0, count), share) / quantile(theirs.times.slice(0, count), share)
}
