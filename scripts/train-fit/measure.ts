/** Area under the curve: how often a value of `high` stands above one of `low`; ties count half. */
export function auc(high: number[], low: number[]): number {
  const all = [...high.map((v) => [v, 1] as const), ...low.map((v) => [v, 0] as const)].sort(
    (a, b) => a[0] - b[0],
  )
  let rank = 0
  for (let i = 0; i < all.length; ) {
    let j = i
    let ups = 0
    while (j < all.length && all[j]![0] === all[i]![0]) ups += all[j++]![1]
    rank += ups * ((i + 1 + j) / 2)
    i = j
  }
  return (rank - (high.length * (high.length + 1)) / 2) / (high.length * low.length)
}

/** The value below which the given share of the list lies. */
export function quantile(list: number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
