/** Which pairs are among the strongest of both their people. */

/** Parallel columns: one row a pair. */
export type Pairs = { a: ArrayLike<number>; b: ArrayLike<number>; strength: Float64Array }

/**
 * For each pair 1 when it is among the `limit` strongest of `a`, plus 2 when it is among those of `b`; people without a
 * mark in `voters` are not asked. Equal strengths are ordered by a hash of the pair, so that neither early ids nor early
 * rows are favoured.
 */
export function votesOf(pairs: Pairs, people: number, limit: number, voters?: Uint8Array): Uint8Array {
  const { start, rows } = rowsByPerson(pairs, people)
  const votes = new Uint8Array(pairs.strength.length)
  for (let person = 0; person < people; person++) {
    if (voters?.[person] === 0) continue
    const own = rows.subarray(start[person]!, start[person + 1]!)
    for (const row of own.length > limit ? strongest(pairs, own, limit) : own)
      votes[row]! += pairs.a[row] === person ? 1 : 2
  }
  return votes
}

function rowsByPerson({ a, b }: Pairs, people: number): { start: Uint32Array; rows: Uint32Array } {
  const start = new Uint32Array(people + 2)
  for (const side of [a, b]) for (let row = 0; row < side.length; row++) start[side[row]! + 2]!++
  for (let person = 0; person < people; person++) start[person + 2]! += start[person + 1]!
  const rows = new Uint32Array(a.length * 2)
  for (const side of [a, b]) for (let row = 0; row < side.length; row++) rows[start[side[row]! + 1]!++] = row
  return { start, rows }
}

/** Native sorts of numbers instead of one with a comparison: first the strengths, then the hashes of the last equals. */
function strongest({ a, b, strength }: Pairs, own: Uint32Array, limit: number): number[] {
  const weakestKept = Float64Array.from(own, (row) => strength[row]!).sort()[own.length - limit]!
  const kept: number[] = []
  const equal: number[] = []
  for (const row of own) {
    if (strength[row]! > weakestKept) kept.push(row)
    else if (strength[row] === weakestKept) equal.push(row)
  }
  const hashes = Float64Array.from(equal, (row) => pairHash(a[row]!, b[row]!))
  const lastKept = hashes.toSorted()[limit - kept.length - 1]!
  return kept.concat(equal.filter((_, at) => hashes[at]! <= lastKept))
}

/**
 * A number below 2^48 for a pair of ids below 2^24, smaller id first. Four rounds of a Feistel network: no two pairs
 * share one, so an order by it is total.
 */
export function pairHash(a: number, b: number): number {
  let [left, right] = a < b ? [a, b] : [b, a]
  for (let round = 1; round <= 4; round++) {
    const mixed = Math.imul(right + round * 0x9e3779b9, 0x85ebca6b)
    const next = left ^ ((mixed ^ (mixed >>> 13)) & 0xffffff)
    left = right
    right = next
  }
  return left * 2 ** 24 + right
}
