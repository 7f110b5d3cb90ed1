import type { Weights } from './weights.ts'

/** How often, of all related pairs of titles, both are of one occupation: weighed on titles that only tune the model. */
const OF_ONE_OCCUPATION = 0.3
/** How much a relation over a third occupation counts. */
const SECOND = 0.1
/** Added to each ratio, so that no pair is infinitely far apart. */
const FLOOR = 0.01

/**
 * The logarithm of how much likelier two vectors are a pair of related titles than two titles drawn at random; 0 when
 * one is empty.
 */
export type Nearness = (a: Float32Array, b: Float32Array) => number

/**
 * A ratio, not a mean of distances: two titles that may both be of one rare occupation say much, two that may both be
 * of one that half of all titles belong to say little.
 */
export function nearnessOf({ related, titles, header }: Weights): Nearness {
  const { groupOf, groups } = header
  const n = groupOf.length + groups.length
  const ratios = ratiosOf(chances(related, titles, groupOf, n), sharesOf(titles, groupOf, n))
  return (a, b) => {
    if (a.length === 0 || b.length === 0) return 0
    let sum = 0
    for (let i = 1; i < a.length; i += 2) {
      const row = a[i]! * n
      let inner = 0
      for (let j = 1; j < b.length; j += 2) inner += b[j + 1]! * ratios[row + b[j]!]!
      sum += a[i + 1]! * inner
    }
    return Math.log(sum + FLOOR)
  }
}

/** The share of all titles that each occupation and each group has. */
function sharesOf(titles: Uint16Array, groupOf: number[], n: number): Float64Array {
  const shares = new Float64Array(n)
  const all = titles.reduce((sum, count) => sum + count, 0)
  for (const [i, count] of titles.entries()) {
    shares[i]! += count / all
    shares[groupOf.length + groupOf[i]!]! += count / all
  }
  return shares
}

type Chance = (i: number, j: number, chance: number) => void

/** How likely a related pair is of these two classes. */
function chances(related: Uint16Array, titles: Uint16Array, groupOf: number[], n: number): Float64Array {
  const out = new Float64Array(n * n)
  const add: Chance = (i, j, chance) => {
    const [x, y] = [groupOf.length + groupOf[i]!, groupOf.length + groupOf[j]!]
    out[i * n + j]! += chance
    out[i * n + y]! += chance
    out[x * n + j]! += chance
    out[x * n + y]! += chance
  }
  const near = neighbours(related, titles)
  const all = titles.reduce((sum, count) => sum + count, 0)
  for (const [i, others] of near.entries()) {
    add(i, i, (OF_ONE_OCCUPATION * titles[i]!) / all)
    for (const [j, chance] of others) add(i, j, chance)
  }
  addSecond(near, titles, all, add)
  return out
}

/** For each occupation those related to it, and how likely a related pair is of the two: the one by its titles, the other any of those related to it. */
function neighbours(related: Uint16Array, titles: Uint16Array): [number, number][][] {
  const all = titles.reduce((sum, count) => sum + count, 0)
  const others = new Uint16Array(titles.length)
  for (const occupation of related) others[occupation]!++
  const out: [number, number][][] = Array.from(titles, () => [])
  for (let k = 0; k < related.length; k += 2) {
    const [i, j] = [related[k]!, related[k + 1]!]
    const chance = (titles[i]! / others[i]! + titles[j]! / others[j]!) / (2 * all)
    out[i]!.push([j, chance])
    out[j]!.push([i, chance])
  }
  return out
}

/** Occupations that are related to the same ones are related a little. */
function addSecond(near: [number, number][][], titles: Uint16Array, all: number, add: Chance) {
  for (const [k, others] of near.entries()) {
    const by = (SECOND * all) / titles[k]!
    for (const [i, one] of others) for (const [j, other] of others) add(i, j, by * one * other)
  }
}

function ratiosOf(chances: Float64Array, shares: Float64Array): Float32Array {
  const n = shares.length
  return Float32Array.from(chances, (chance, at) => chance / (shares[Math.floor(at / n)]! * shares[at % n]!))
}
