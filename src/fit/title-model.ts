import { cut } from './cut.ts'
import type { Embedder } from './embedder.ts'
import { encoderOf, sizeOf } from './encoder.ts'
import { spaceOf } from './kernel.ts'
import { nearnessOf } from './nearness.ts'
import { readerOf } from './occupations.ts'
import { type Knot, readWeights } from './weights.ts'

/**
 * The shipped model. A vector holds how clear a title is (its nearness to itself), then what it may mean: pairs of an
 * occupation, or a group, and its share.
 */
export type TitleModel = Embedder & {
  /** The groups of occupations of the SOC (minor groups), by name. */
  groups: string[]
  /** How likely each group is for a title; undefined when nothing of the title is known. */
  groupShares(title: string): Float64Array | undefined
  /** What a pair is judged by before it becomes a fit, as the logarithm of odds. */
  weigh(a: Float32Array, b: Float32Array, families: number | null): number
}

const NOTHING = new Float32Array()
/** A title whose likeliest occupations are no nearer to each other than this says nothing. */
const CLEAR = 1

/** The model in the bytes of `model/title.bin`, or of one trained like it. Throws when they are none. */
export function titleModel(bytes: Uint8Array): TitleModel {
  const weights = readWeights(bytes)
  const space = spaceOf(sizeOf(weights))
  const encode = encoderOf(weights, space)
  const reader = readerOf(weights, space)
  const nearness = nearnessOf(weights)
  const { groups, knots } = weights.header
  const weigh = (a: Float32Array, b: Float32Array, families: number | null) =>
    nearness(a, b) + (families === null ? 0 : ofFamilies(families, Math.min(a[0] ?? 0, b[0] ?? 0)))
  return {
    groups,
    embed: (title) => {
      const hidden = encode(cut(title))
      if (!hidden) return NOTHING
      const vector = reader.meaning(hidden)
      vector[0] = nearness(vector, vector)
      return vector[0] >= CLEAR ? vector : NOTHING
    },
    groupShares: (title) => {
      const hidden = encode(cut(title))
      return hidden && reader.groupShares(hidden)
    },
    weigh,
    relate: (a, b, families) => fitAt(knots, weigh(a, b, families)),
  }
}

/** From which nearness of the families on they speak for two titles, and below which against them. */
const EVEN = 0.3
/** What they say of titles that the model is sure of, and what more for each step that one is less clear than that. */
const SAY = 1
const SAY_MORE = 0.5
const SURE = 3

/** What the families say: the less clear the model finds a title, the more. */
function ofFamilies(families: number, clear: number): number {
  return (SAY + SAY_MORE * Math.max(0, SURE - clear)) * (families - EVEN)
}

/** The fit between the two knots that the odds fall between. */
function fitAt(knots: Knot[], odds: number): number {
  let [low, high] = [knots[0]!, knots[0]!]
  for (const knot of knots) {
    low = high
    high = knot
    if (odds <= knot[0]) break
  }
  const share = high[0] > low[0] ? (odds - low[0]) / (high[0] - low[0]) : 1
  return low[1] + (high[1] - low[1]) * Math.min(1, Math.max(0, share))
}
