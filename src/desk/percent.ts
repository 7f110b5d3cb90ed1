/**
 * Each count as percent of all, with one decimal, so that they sum to exactly 100 (largest remainder, the first of
 * equals); of nothing, nothing.
 */
export function percents(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all === 0) return counts.map(() => 0)
  const exact = counts.map((count) => (count * 1000) / all)
  const tenths = exact.map(Math.floor)
  const left = 1000 - tenths.reduce((sum, one) => sum + one, 0)
  const byRemainder = exact
    .map((one, at) => ({ at, rest: one - Math.floor(one) }))
    .sort((one, other) => other.rest - one.rest || one.at - other.at)
  for (const { at } of byRemainder.slice(0, left)) tenths[at]! += 1
  return tenths.map((one) => one / 10)
}
