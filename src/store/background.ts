// Work that nobody waits for: it comes behind what has been answered, one thing after another.

export type Background = {
  start(work: () => Promise<unknown>): void
  /** Waits until nothing is left to do. */
  settled(): Promise<void>
}

/** @param failed is told of work that failed; the next goes on. Without it, who waits is told */
export function createBackground(failed: (error: unknown) => void = thrown): Background {
  let last: Promise<unknown> = Promise.resolve()
  const settled = async (): Promise<void> => {
    const waited = last
    await waited
    if (last !== waited) await settled()
  }
  return {
    start(work) {
      last = last.then(work).catch(failed)
    },
    settled,
  }
}

const thrown = (error: unknown): never => {
  throw error
}
