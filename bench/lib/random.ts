export type Random = { next(): number; below(limit: number): number; zipf(limit: number): number }

/** A seeded source of numbers (mulberry32): the same seed draws the same. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    // The place k is drawn with a chance of about 1 / k: a few large ones, many small.
    zipf: (limit) => Math.min(limit - 1, Math.floor(limit ** next()) - 1),
  }
}
