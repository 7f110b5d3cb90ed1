/** The thread that holds the networks of all loaded workspaces and answers one request after the other. */
import { parentPort } from 'node:worker_threads'
import { colleagues, keptOf, rosterOf } from './colleagues.ts'
import { followColleagues } from './follow-colleagues.ts'
import { buildNetwork } from './network.ts'
import {
  type Answers,
  type Call,
  NotLoaded,
  type Reply,
  type Request,
  sentError,
  transferable,
} from './protocol.ts'
import type { Roster } from './roster.ts'
import type { Network } from './types.ts'

const networks = new Map<string, Network>()
/** Of networks that follow. */
const rosters = new Map<string, Roster>()

const handlers: { [K in Request['kind']]: (request: Extract<Request, { kind: K }>) => Answers[K] } = {
  load: ({ key, input }) => {
    const network = buildNetwork(input)
    networks.set(key, network)
    return network.version
  },
  drop: ({ key }) => {
    rosters.delete(key)
    return networks.delete(key)
  },
  version: ({ key }) => networks.get(key)?.version ?? null,
  calls: ({ key, calls }) => calls.map((call) => run(loaded(key), call)),
  copy: ({ key, to, room }) => {
    const copy = loaded(key).copy(room)
    networks.set(to, copy)
    const roster = rosters.get(key)
    if (roster) rosters.set(to, roster)
    rosters.delete(key)
    return copy.version
  },
  colleagues: ({ input, key }) => {
    if (key === null) return colleagues(input)
    const roster = rosterOf(input)
    rosters.set(key, roster)
    return keptOf(roster)
  },
  follow: ({ key, change, asked }) => {
    const roster = rosters.get(key)
    if (!roster) throw new NotLoaded(`no roster is kept for "${key}"`)
    return followColleagues(roster, change, asked)
  },
}

function loaded(key: string): Network {
  const network = networks.get(key)
  if (!network) throw new NotLoaded(`no network is loaded for "${key}"`)
  return network
}

function run(network: Network, { method, args }: Call): unknown {
  const act = network[method] as (...values: unknown[]) => unknown
  return act(...args)
}

function reply({ id, request }: { id: number; request: Request }): Reply {
  try {
    const handle = handlers[request.kind] as (request: Request) => unknown
    return { id, answer: handle(request) }
  } catch (thrown) {
    return { id, error: sentError(thrown) }
  }
}

parentPort?.on('message', (message: { id: number; request: Request }) => {
  const answer = reply(message)
  parentPort?.postMessage(answer, 'answer' in answer ? transferable(answer.answer) : [])
})
