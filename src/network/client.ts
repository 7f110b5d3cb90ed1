/** The engine off the main thread: networks by key (a workspace each), in one worker thread. */
import type { ColleaguesInput } from './colleagues.ts'
import type { Encounters } from './encounters.ts'
import { type Call, METHODS, type Method, transferable } from './protocol.ts'
import { Thread } from './thread.ts'
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

/**
 * An engine with its own thread, begun at the first request. The thread keeps the process alive only while an answer is
 * awaited. Should it die, what waits fails with EngineStopped, and the next request begins another, empty one:
 * questions then fail with NotLoaded until the network is loaded again.
 */
export function createEngine(thread = new Thread()): Engine {
  return {
    load: (key, input) => thread.ask({ kind: 'load', key, input }, transferable(input)),
    drop: (key) => thread.ask({ kind: 'drop', key }),
    version: (key) => thread.ask({ kind: 'version', key }),
    calls: (key, calls) => thread.ask({ kind: 'calls', key, calls: [...calls] }),
    colleagues: (input) => thread.ask({ kind: 'colleagues', input }, transferable(input)),
    close: () => thread.close(),
    ...remote(thread),
  }
}

function remote(thread: Thread): Remote {
  const one =
    (method: Method) =>
    async (key: string, ...args: unknown[]) => {
      const [answer] = await thread.ask({ kind: 'calls', key, calls: [{ method, args } as Call] })
      return answer
    }
  return Object.fromEntries(METHODS.map((method) => [method, one(method)])) as Remote
}
