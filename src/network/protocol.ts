/** What the engine's thread understands. */
import type { ColleaguesInput } from './colleagues.ts'
import type { Encounters } from './encounters.ts'
import type { Followed, PairColumns } from './follow-colleagues.ts'
import type { RosterChange } from './roster.ts'
import type { Network, NetworkInput } from './types.ts'

/** Place for so many. */
export type Room = Parameters<Network['copy']>[0]

/** The questions and changes that a loaded network takes, by name. */
export const METHODS = [
  'paths',
  'doors',
  'reachAll',
  'reach',
  'addTie',
  'removeTie',
  'affiliate',
  'setOpen',
] as const

export type Method = (typeof METHODS)[number]

/** A method's name and arguments. */
export type Call = { [M in Method]: { method: M; args: Parameters<Network[M]> } }[Method]

export type Request =
  | { kind: 'load'; key: string; input: NetworkInput }
  | { kind: 'drop'; key: string }
  | { kind: 'version'; key: string }
  /** Several changes or questions in order, with nothing in between; the answer is an array. */
  | { kind: 'calls'; key: string; calls: Call[] }
  /** A network under a second key; the roster goes with the copy, which is the one that follows. */
  | { kind: 'copy'; key: string; to: string; room: Room }
  /** With a key, the roster is kept under it, and can follow. */
  | { kind: 'colleagues'; input: ColleaguesInput; key: string | null }
  | { kind: 'follow'; key: string; change: RosterChange; asked: PairColumns }

export type Answers = {
  load: number
  drop: boolean
  version: number | null
  calls: unknown[]
  copy: number
  colleagues: Encounters
  follow: Followed
}

export type SentError = { name: string; message: string; stack?: string | undefined }
export type Reply = { id: number; answer: unknown } | { id: number; error: SentError }

/** No network is loaded under that key: load it, then ask again. */
export class NotLoaded extends Error {
  override readonly name = 'NotLoaded'
  readonly code = 'not-loaded'
}

/** The thread has ended; networks must be loaded again. */
export class EngineStopped extends Error {
  override readonly name = 'EngineStopped'
  readonly code = 'engine-stopped'
}

const ERRORS: Record<string, new (message: string) => Error> = {
  RangeError,
  TypeError,
  NotLoaded,
  EngineStopped,
}

export function sentError(thrown: unknown): SentError {
  const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown))
  return { name, message, stack }
}

/** The error as its own type, with the stack of where it was thrown. */
export function receivedError({ name, message, stack }: SentError): Error {
  const error = new (ERRORS[name] ?? Error)(message)
  if (stack) error.stack = stack
  return error
}

/** The buffers to hand over instead of copying: each typed array that fills its buffer alone. */
export function transferable(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteLength } = value
    if (buffer instanceof ArrayBuffer && byteLength === buffer.byteLength) found.add(buffer)
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) transferable(part, found)
  }
  return [...found]
}
