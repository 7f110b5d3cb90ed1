// Chance by seed: the same seed gives the same world, on every machine.

export type Random = {
  /** 0 <= x < 1. */
  next(): number
  /** A whole number below `n`. */
  below(n: number): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** Bell-shaped around 0, standard deviation 1. */
  normal(): number
}

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, ample for an invented world. */
export function randomBy(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)]!,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}

/** Draws a place in a list, each as often as its weight says. */
export function drawBy(weights: Iterable<number>): (random: Random) => number {
  let sum = 0
  const upTo = Float64Array.from(weights, (weight) => {
    sum += weight
    return sum
  })
  return (random) => {
    const wanted = random.next() * sum
    let [low, high] = [0, upTo.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle]! > wanted) high = middle
      else low = middle + 1
    }
    return low
  }
}
