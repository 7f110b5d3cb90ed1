/** Each person's strongest colleagues, from the encounters that they had. */
import { type Encounters, picked } from './encounters.ts'
import type { Roster } from './roster.ts'
import { STRONGEST, workStrength } from './strength.ts'
import { type Pairs, votesOf } from './strongest.ts'

/**
 * Writes the votes of these rows anew: of everybody, or of the people marked, whose rows must all be among them. What
 * others voted stays.
 */
export function vote(
  { found, now, most }: Roster,
  rows: readonly number[],
  people: number,
  voters?: Uint8Array,
) {
  const table = picked(found, rows)
  const pairs = pairsOf(table, people, now)
  const votes = votesOf(pairs, people, most, voters)
  rows.forEach((row, at) => {
    const said = votes[pairs.ofRow[at]!]!
    const asked = voters ? voters[found.a[row]!]! + 2 * voters[found.b[row]!]! : 3
    found.votes[row] = (found.votes[row]! & ~asked) | (said & asked)
  })
}

/** Encounters of the same two people at several organizations are one pair, their evidence combined. */
function pairsOf(found: Encounters, people: number, now: number): Pairs & { ofRow: Uint32Array } {
  const ofRow = new Uint32Array(found.count)
  const firstRow = new Uint32Array(found.count)
  const doubt = new Float64Array(found.count).fill(1)
  const seenWith = new Int32Array(people).fill(-1)
  const pairWith = new Uint32Array(people)
  let count = 0
  for (const row of rowsByFirst(found, people)) {
    const [a, b] = [found.a[row]!, found.b[row]!]
    if (seenWith[b] !== a) {
      seenWith[b] = a
      pairWith[b] = count
      firstRow[count++] = row
    }
    ofRow[row] = pairWith[b]!
    doubt[pairWith[b]!]! *= 1 - strengthOf(found, row, now)
  }
  const rows = firstRow.subarray(0, count)
  return {
    a: rows.map((row) => found.a[row]!),
    b: rows.map((row) => found.b[row]!),
    strength: doubt.slice(0, count).map((value) => Math.min(STRONGEST, 1 - value)),
    ofRow,
  }
}

/**
 * Rows by their first person and, of each, by organization: factors in one order give one product to the last bit, so
 * that equals are equal however they were found.
 */
function rowsByFirst({ a, organization, count }: Encounters, people: number): Uint32Array {
  const rows = new Uint32Array(count).map((_, row) => row)
  let most = 0
  for (const row of rows) most = Math.max(most, organization[row]!)
  return sortedBy(a, people, sortedBy(organization, most + 1, rows))
}

/** Counting sort; equals keep their order. */
function sortedBy(column: Uint32Array, size: number, rows: Uint32Array): Uint32Array {
  const next = new Uint32Array(size + 1)
  for (const row of rows) next[column[row]! + 1]!++
  for (let value = 0; value < size; value++) next[value + 1]! += next[value]!
  const sorted = new Uint32Array(rows.length)
  for (const row of rows) sorted[next[column[row]!]!++] = row
  return sorted
}

function strengthOf({ months, headCount, sameTeam, ended }: Encounters, row: number, now: number): number {
  const age = Math.max(0, now - ended[row]!)
  return workStrength(months[row]!, headCount[row]! || null, sameTeam[row] === 1, age)
}
