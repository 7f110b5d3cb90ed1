// Long work on the main thread that lets others come in between.

/** Called often; waits a turn of the event loop when the work has gone on for long. */
export type Breath = () => Promise<void> | void

export const noBreath: Breath = () => {}

const LONGEST = 12

export function breather(): Breath {
  let since = performance.now()
  return () => {
    if (performance.now() - since < LONGEST) return
    return new Promise((resolve) =>
      setImmediate(() => {
        since = performance.now()
        resolve()
      }),
    )
  }
}
