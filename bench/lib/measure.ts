/** Times in milliseconds. The machine may be busy with other things: rounds alternate and the best counts. */

export type Stats = { count: number; p50: number; p95: number; p99: number; most: number }

/** One way to answer a row of questions; `run` answers the question with this number. */
export type Contender = { name: string; questions: number; run(question: number): unknown }

/** How long some work takes, and what it answers. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ took: number; answer: T }> {
  const start = performance.now()
  const answer = await work()
  return { took: performance.now() - start, answer }
}

/** The least of some rounds. */
export async function bestOf(rounds: number, work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) best = Math.min(best, (await timed(work)).took)
  return best
}

/** Asks all questions of each contender in turn, some rounds; each keeps its round with the least median. */
export async function compete(contenders: readonly Contender[], rounds: number): Promise<Map<string, Stats>> {
  const best = new Map<string, Stats>()
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const stats = statsOf(await timesOf(contender))
      const known = best.get(contender.name)
      if (!known || stats.p50 < known.p50) best.set(contender.name, stats)
    }
  }
  return best
}

async function timesOf({ questions, run }: Contender): Promise<number[]> {
  const times: number[] = []
  for (let question = 0; question < questions; question++) {
    times.push((await timed(() => run(question))).took)
  }
  return times
}

export function statsOf(times: readonly number[]): Stats {
  const sorted = [...times].sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: sorted.at(-1)! }
}
