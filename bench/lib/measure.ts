/** Times in milliseconds. The machine may be busy with other things: rounds alternate and the best counts. */

export type Stats = { count: number; p50: number; p95: number; p99: number; most: number }

/** How long some work takes, and what it answers. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ took: number; answer: T }> {
  const start = performance.now()
  const answer = await work()
  return { took: performance.now() - start, answer }
}

export function statsOf(times: readonly number[]): Stats {
  const sorted = [...times].sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: sorted.at(-1)! }
}
