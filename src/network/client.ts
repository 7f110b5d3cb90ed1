/** The engine off the main thread: networks by key (a workspace each), in one worker thread. */
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { ColleaguesInput } from './colleagues.ts'
import type { Encounters } from './encounters.ts'
import {
  type Answers,
  type Call,
  EngineStopped,
  METHODS,
  type Method,
  type Reply,
  type Request,
  receivedError,
  transferable,
} from './protocol.ts'
import type { Network, NetworkInput } from './types.ts'

/** Each method of a network, with the key of the network first. */
type Remote = {
  [M in Method]: (key: string, ...args: Parameters<Network[M]>) => Promise<ReturnType<Network[M]>>
}

export type Engine = Remote & {
  /** Builds a network under a key, in place of an earlier one. The typed arrays move to the thread: do not use them after. */
  load(key: string, input: NetworkInput): Promise<number>
  /** Several changes or questions in order, as one message. What precedes a failing one stays done. */
  calls(key: string, calls: readonly Call[]): Promise<unknown[]>
  /** How many changes the network under a key has seen, or null when none is loaded. */
  version(key: string): Promise<number | null>
  /** Ties inferred from shared work. The typed arrays move to the thread. */
  colleagues(input: ColleaguesInput): Promise<Encounters>
  /** Forgets a network; false when there was none. */
  drop(key: string): Promise<boolean>
  /** Stops the thread; what still waits fails with EngineStopped. */
  close(): Promise<void>
}

type Waiting = { resolve: (answer: unknown) => void; reject: (error: Error) => void }

/**
 * An engine with its own thread, begun at the first request. The thread keeps the process alive only while an answer is
 * awaited. Should it die, what waits fails with EngineStopped, and the next request begins another, empty one:
 * questions then fail with NotLoaded until the network is loaded again.
 */
export function createEngine(): Engine {
  const thread = createThread()
  const { ask } = thread
  return {
    load: (key, input) => ask({ kind: 'load', key, input }, transferable(input)),
    drop: (key) => ask({ kind: 'drop', key }),
    version: (key) => ask({ kind: 'version', key }),
    calls: (key, calls) => ask({ kind: 'calls', key, calls: [...calls] }),
    colleagues: (input) => ask({ kind: 'colleagues', input }, transferable(input)),
    close: thread.close,
    ...remote(ask),
  }
}

type Ask = <K extends Request['kind']>(
  request: Extract<Request, { kind: K }>,
  transfer?: ArrayBuffer[],
) => Promise<Answers[K]>

function remote(ask: Ask): Remote {
  const one =
    (method: Method) =>
    async (key: string, ...args: unknown[]) => {
      const [answer] = await ask({ kind: 'calls', key, calls: [{ method, args } as Call] })
      return answer
    }
  return Object.fromEntries(METHODS.map((method) => [method, one(method)])) as Remote
}

function createThread(): { ask: Ask; close: () => Promise<void> } {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let closed = false
  let lastId = 0

  function stopped(because: string): void {
    worker = undefined
    for (const { reject } of waiting.values()) reject(new EngineStopped(because))
    waiting.clear()
  }

  function receive(reply: Reply): void {
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (waiting.size === 0) worker?.unref()
    if ('error' in reply) asked?.reject(receivedError(reply.error))
    else asked?.resolve(reply.answer)
  }

  function begun(): Worker {
    if (closed) throw new EngineStopped('the engine is closed')
    if (worker) return worker
    const started = startWorker()
    started.on('message', receive)
    started.on('error', (error) => stopped(`the engine failed: ${error.message}`))
    started.on('exit', () => {
      if (worker === started) stopped('the engine has ended')
    })
    worker = started
    return started
  }

  const ask = (request: Request, transfer: ArrayBuffer[] = []) =>
    new Promise<unknown>((resolve, reject) => {
      const to = begun()
      const id = ++lastId
      to.postMessage({ id, request }, transfer)
      waiting.set(id, { resolve, reject })
      to.ref()
    })

  async function close(): Promise<void> {
    closed = true
    const ending = worker
    stopped('the engine is closed')
    await ending?.terminate()
  }

  return { ask: ask as Ask, close }
}

/** Built, it is network/worker.js, beside this module or wherever that was bundled. */
function startWorker(): Worker {
  if (import.meta.url.endsWith('.ts')) return startFromSources()
  const places = ['./worker.js', './network/worker.js', '../network/worker.js']
  const built = places.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(place))
  if (!built) throw new Error(`network/worker.js is not beside ${import.meta.url}: build the package`)
  return new Worker(built, { execArgv: [] })
}

/** Node 20 does not pass tsx on to threads, so the thread loads it first. */
function startFromSources(): Worker {
  const tsx = import.meta.resolve('tsx/esm/api')
  const source = new URL('./worker.ts', import.meta.url).href
  const script = `import('${tsx}').then(({ register }) => { register(); return import('${source}') })`
  return new Worker(script, { eval: true, execArgv: [] })
}
