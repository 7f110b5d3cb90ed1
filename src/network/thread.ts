/** One worker thread, begun when needed: requests go out with a number, replies come back to whoever waits. */
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type Answers, EngineStopped, type Reply, type Request, receivedError } from './protocol.ts'

type Waiting = { resolve: (answer: unknown) => void; reject: (error: Error) => void }

export class Thread {
  readonly #start: () => Worker
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #closed = false
  #lastId = 0

  constructor(start: () => Worker = startWorker) {
    this.#start = start
  }

  /** Sends a request; the buffers in `transfer` move to the thread. */
  ask<K extends Request['kind']>(
    request: Extract<Request, { kind: K }>,
    transfer: ArrayBuffer[] = [],
  ): Promise<Answers[K]> {
    return new Promise<unknown>((resolve, reject) => {
      const worker = this.#begun()
      const id = ++this.#lastId
      worker.postMessage({ id, request }, transfer)
      this.#waiting.set(id, { resolve, reject })
      worker.ref()
    }) as Promise<Answers[K]>
  }

  async close(): Promise<void> {
    this.#closed = true
    const worker = this.#worker
    this.#ended('the engine is closed')
    await worker?.terminate()
  }

  #begun(): Worker {
    if (this.#closed) throw new EngineStopped('the engine is closed')
    if (this.#worker) return this.#worker
    const worker = this.#start()
    const ended = (because: string) => {
      if (this.#worker === worker) this.#ended(because)
    }
    worker.on('message', (reply: Reply) => this.#receive(reply))
    worker.on('error', (error) => ended(`the engine failed: ${error.message}`))
    worker.on('exit', () => ended('the engine has ended'))
    this.#worker = worker
    return worker
  }

  #receive(reply: Reply): void {
    const asked = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    // Nobody waits: the thread must not keep the process alive.
    if (this.#waiting.size === 0) this.#worker?.unref()
    if ('error' in reply) asked?.reject(receivedError(reply.error))
    else asked?.resolve(reply.answer)
  }

  #ended(because: string): void {
    this.#worker = undefined
    for (const { reject } of this.#waiting.values()) reject(new EngineStopped(because))
    this.#waiting.clear()
  }
}

/** Built, the thread is network/worker.js, beside this module or wherever that was bundled. */
export function startWorker(): Worker {
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
