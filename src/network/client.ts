/** The engine off the main thread: networks by key (a workspace each), in one worker thread. */
import type { ColleaguesInput } from './colleagues.ts'
import type { Encounters } from './encounters.ts'
import type { Followed, PairColumns } from './follow-colleagues.ts'
import { type Call, METHODS, type Method, type Room, transferable } from './protocol.ts'
import type { RosterChange } from './roster.ts'
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
  /** Puts a copy of a network under a second key; the roster, if there is one, goes with it. */
  copy(key: string, to: string, room: Room): Promise<number>
  /** Ties inferred from shared work; with a key, the roster of it is kept to `follow`. The typed arrays move to the thread. */
  colleagues(input: ColleaguesInput, key?: string): Promise<Encounters>
  /** Takes other careers over into the roster of a key. The typed arrays move to the thread. */
  follow(key: string, change: RosterChange, asked: PairColumns): Promise<Followed>
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
    copy: (key, to, room) => thread.ask({ kind: 'copy', key, to, room }),
    colleagues: (input, key) =>
      thread.ask({ kind: 'colleagues', input, key: key ?? null }, transferable(input)),
    follow: (key, change, asked) =>
      thread.ask({ kind: 'follow', key, change, asked }, transferable([change, asked])),
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
