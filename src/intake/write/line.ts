import { setImmediate } from 'node:timers/promises'

/**
 * One thing after the other on a transaction's only connection, while whoever put it there goes on.
 * What fails is thrown to the next who waits.
 */
export type Line = {
  /** Puts work at the end of the line; answers when that work is done. */
  add<T>(work: () => Promise<T>): Promise<T>
  /** Waits until all work in the line is done: before a query that does not stand in it. @throws what failed first */
  settled(): Promise<void>
}

export function line(): Line {
  let last: Promise<unknown> = Promise.resolve()
  return {
    add(work) {
      const done = last.then(work)
      // Whoever comes next waits for it and is told; a promise that nobody waits for yet must not end the process.
      done.catch(() => {})
      last = done
      return done
    },
    settled: async () => void (await last),
  }
}

/** How many rows are made ready before the line, and whoever else asks the server something, has a turn. */
const TURN = 50

/** The same items, with a pause for others after each so many. */
export async function* inTurns<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  let since = 0
  for await (const item of items) {
    yield item
    if (++since % TURN === 0) await setImmediate()
  }
}
