/** One memory, several threads: each asks with its own scratch; a lock keeps changes and questions apart. */
import { checkWhole } from './check.ts'
import { AT, type Layout, refresh, type Space, spaceOver } from './space.ts'
import { type State, stateOver } from './state.ts'
import type { HopCost, NetworkInput } from './types.ts'

/** What another thread needs to ask the same network: it can be posted to a worker. */
export type SharedNetwork = {
  memory: WebAssembly.Memory
  layout: Layout
  hopCost: HopCost
  kernel: NetworkInput['kernel']
}

export function shareState({ space, hopCost, kernel }: State): SharedNetwork {
  return { memory: space.memory, layout: space.layout, hopCost, kernel: kernel.name }
}

/** A thread's view of a shared network. `thread` is 1 up to `threads` - 1 and no other thread's. @throws RangeError */
export function joinState({ memory, layout, hopCost, kernel }: SharedNetwork, thread: number): State {
  checkWhole('thread', thread, 1, layout.threads - 1)
  return stateOver(spaceOver(layout, memory, thread), hopCost, kernel)
}

/** In the lock's word: a thread changes the network. */
const CHANGING = -1

/** Asks while nobody changes the network. With one thread there is nothing to wait for. */
export function whileAsking<T>(space: Space, ask: () => T): T {
  if (space.layout.threads === 1) return ask()
  const lock = lockOf(space)
  enter(lock, (asking) => (asking === CHANGING ? null : asking + 1))
  try {
    refresh(space)
    return ask()
  } finally {
    Atomics.sub(lock, 0, 1)
    Atomics.notify(lock, 0)
  }
}

/** Changes the network while nobody asks. */
export function whileChanging<T>(space: Space, change: () => T): T {
  if (space.layout.threads === 1) return change()
  const lock = lockOf(space)
  enter(lock, (asking) => (asking === 0 ? CHANGING : null))
  try {
    refresh(space)
    return change()
  } finally {
    Atomics.store(lock, 0, 0)
    Atomics.notify(lock, 0)
  }
}

function lockOf({ memory }: Space): Int32Array {
  return new Int32Array(memory.buffer, AT.lock * 4, 1)
}

/** Waits until `next` lets this thread in (null: not yet). */
function enter(lock: Int32Array, next: (asking: number) => number | null): void {
  for (;;) {
    const asking = Atomics.load(lock, 0)
    const wanted = next(asking)
    if (wanted === null) Atomics.wait(lock, 0, asking, 10)
    else if (Atomics.compareExchange(lock, 0, asking, wanted) === asking) return
  }
}
