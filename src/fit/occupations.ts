import type { Numbers } from './encoder.ts'
import type { Space } from './kernel.ts'
import { layer, softmax, times } from './layers.ts'
import type { Weights } from './weights.ts'

// A title means occupations with shares: of its likeliest groups the likeliest occupations by name, of the next ones
// only the group. The classes are the occupations, then the groups.

/** Groups whose occupations are told apart, the least share of such a group, and groups that count at all. */
const TOLD_APART = 3
const LEAST_GROUP = 0.03
const COUNTED = 12
/** Occupations kept, and the least share of one; what is left out stays with its group. */
const OCCUPATIONS = 16
const LEAST_SHARE = 0.005

export type Reader = {
  groupShares(hidden: Numbers): Float64Array
  /** A number that is left free, then pairs of a class and its share. */
  meaning(hidden: Numbers): Float32Array
}

export function readerOf(weights: Weights, space: Space): Reader {
  const { groups, groupOf } = weights.header
  const group = layer(space, weights.group, weights.groupBias)
  const inGroup = groups.map((_, i) => ({
    from: groupOf.indexOf(i),
    layer: layer(
      space,
      weights.occupation,
      weights.occupationBias,
      groupOf.indexOf(i),
      groupOf.lastIndexOf(i) + 1,
    ),
    n: groupOf.filter((of) => of === i).length,
  }))
  const scores = space.f32(groups.length)
  const within = space.f32(Math.max(...inGroup.map((each) => each.n)))
  const groupShares = (hidden: Numbers) => {
    times(space, group, hidden.at, scores.at)
    const shares = Float64Array.from(scores.list)
    softmax(shares, shares.length)
    return shares
  }
  /** Of one group the occupations worth naming. */
  const named = (hidden: Numbers, at: number, share: number): Named[] => {
    const { from, layer, n } = inGroup[at]!
    times(space, layer, hidden.at, within.at)
    softmax(within.list, n)
    const found: Named[] = []
    for (let i = 0; i < n; i++) {
      const own = within.list[i]! * share
      if (own > LEAST_SHARE) found.push({ occupation: from + i, group: at, share: own })
    }
    return found
  }
  const meaning = (hidden: Numbers) => {
    const shares = groupShares(hidden)
    const likeliest = largest(shares, COUNTED)
    const found = likeliest
      .slice(0, TOLD_APART)
      .filter((at) => shares[at]! > LEAST_GROUP)
      .flatMap((at) => named(hidden, at, shares[at]!))
    found.sort((x, y) => y.share - x.share)
    return pairsOf(found.slice(0, OCCUPATIONS), shares, likeliest, groupOf.length)
  }
  return { groupShares, meaning }
}

type Named = { occupation: number; group: number; share: number }

function pairsOf(found: Named[], shares: Float64Array, groups: number[], occupations: number): Float32Array {
  const out = new Float32Array(1 + 2 * (found.length + groups.length))
  let at = 1
  for (const { occupation, group, share } of found) {
    out[at++] = occupation
    out[at++] = share
    shares[group]! -= share
  }
  for (const group of groups) {
    out[at++] = occupations + group
    out[at++] = Math.max(0, shares[group]!)
  }
  return out
}

/** Where the n largest values stand, largest first. */
function largest(values: Float64Array, n: number): number[] {
  const found: number[] = []
  for (let i = 0; i < values.length; i++) {
    if (found.length === n && values[i]! <= values[found[n - 1]!]!) continue
    let at = found.length
    while (at > 0 && values[found[at - 1]!]! < values[i]!) at--
    found.splice(at, 0, i)
    if (found.length > n) found.pop()
  }
  return found
}
