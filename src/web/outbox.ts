import { createStore, del, entries, set } from 'idb-keyval'
import { type Answer, call, type Input, ProblemError } from './client.ts'

// What is written without a connection waits on this device, and arrives once: each write has a key of its own, under
// which the server does it once however often it is said.

type Name = 'meeting.debrief'
export type Waiting = { key: string; name: Name; input: Input<Name>; at: string; refused?: string }

const kept = createStore('acquaint-outbox', 'waiting')

/** Told when something begins to wait, or waits no more. */
const listeners = new Set<() => void>()
export function onOutbox(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const changed = () => {
  for (const listener of listeners) listener()
}

/** What waits on this device, the oldest first. */
export async function waiting(): Promise<Waiting[]> {
  const all = (await entries<string, Waiting>(kept)).map(([, one]) => one)
  return all.sort((one, other) => (one.at < other.at ? -1 : 1))
}

/**
 * Sends a write, or keeps it on this device when the server cannot be reached. It is kept before it is sent, so that
 * closing the page loses nothing.
 * @throws ProblemError when the server refuses: nothing then waits
 */
export async function sendOrKeep(name: Name, input: Input<Name>): Promise<Answer<Name> | 'kept'> {
  const one: Waiting = { key: crypto.randomUUID(), name, input, at: new Date().toISOString() }
  await set(one.key, one, kept)
  try {
    return await sent(one)
  } catch (error) {
    if (error instanceof ProblemError) {
      await del(one.key, kept)
      throw error
    }
    return 'kept'
  } finally {
    changed()
  }
}

async function sent({ key, name, input }: Waiting): Promise<Answer<Name>> {
  const answer = await call(name, input, { key })
  await del(key, kept)
  return answer
}

/** Sends what waits. What the server refuses stays, with its sentence, until somebody has seen it. Answers how many arrived. */
export async function flush(): Promise<number> {
  let arrived = 0
  for (const one of await waiting()) {
    try {
      await sent(one)
      arrived++
    } catch (error) {
      if (!(error instanceof ProblemError)) break
      if (error.problem.status === 401) break
      await set(one.key, { ...one, refused: error.message }, kept)
    }
  }
  changed()
  return arrived
}

export async function discard(key: string): Promise<void> {
  await del(key, kept)
  changed()
}
