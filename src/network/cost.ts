/** Strengths as whole costs, `-32 log2(strength)`, so that a product of strengths is a sum of small integers. */

/** Dearest cost that exists. */
export const DEAREST = 254
/** In answers: there is no path. */
export const NONE = 255
/** What the first, second and third tie of a path add; a path of three pays all of them (MODELS: q = 1, .7, .49). */
export const HOP_COST: readonly [number, number, number] = [0, 16, 33]
/** An organization is in reach up to this cost (strength .03). */
export const IN_REACH = 161
/** Least gain, in cost, that counts as strengthened. */
export const MIN_GAIN = 5

export type Band = 'warm' | 'workable' | 'long shot'

const BANDS: readonly [number, Band][] = [
  [0.2, 'warm'],
  [0.08, 'workable'],
  [0.03, 'long shot'],
]

/** Cost of a tie, 1..254, or null when it is too weak to exist. @throws RangeError unless strength is within 0..1. */
export function toCost(strength: number): number | null {
  return existing(Math.max(1, rounded(strength)))
}

/** Cost of an affiliation, 0..254 (0: now there), or null when too weak to exist. @throws RangeError as toCost. */
export function toAffiliationCost(strength: number): number | null {
  return existing(Math.max(0, rounded(strength)))
}

/** The strength that is shown for a cost. */
export function toStrength(cost: number): number {
  return 2 ** (-cost / 32)
}

/** The word that screens use for a reach, or null when it is out of reach. */
export function band(cost: number): Band | null {
  return BANDS.find(([least]) => toStrength(cost) >= least)?.[1] ?? null
}

function rounded(strength: number): number {
  if (!(strength >= 0 && strength <= 1)) throw new RangeError(`strength ${strength} is not within 0..1`)
  return Math.round(-32 * Math.log2(strength))
}

function existing(cost: number): number | null {
  return cost > DEAREST ? null : cost
}
