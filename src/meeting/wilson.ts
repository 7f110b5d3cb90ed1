/** z of a two-sided 90% interval. */
const Z = 1.6448536269514722

/** Wilson score interval (Wilson 1927) of a share, 90%: `count` of `of`, which must be at least 1. */
export function wilson(count: number, of: number): { from: number; to: number } {
  const share = count / of
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const middle = share + (Z * Z) / (2 * of)
  const scale = 1 + (Z * Z) / of
  return { from: Math.max(0, (middle - spread) / scale), to: Math.min(1, (middle + spread) / scale) }
}
