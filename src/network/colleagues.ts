/**
 * Ties inferred from shared work: who overlapped where, by organization, never stored. A pair is kept when it is
 * among the 150 strongest of both people, by its strength today from shared work alone.
 */
import { encounterOf, type HeadCounts, knownCount } from './encounter.ts'
import { addEncounter, type Encounters, keptRows, noEncounters } from './encounters.ts'
import { type Spells, type Stay, staysOf } from './stays.ts'
import { ASSUMED_HEAD_COUNT, chanceOfKnowing, LEAST_KNOW, STRONGEST, workStrength } from './strength.ts'
import { type Pairs, strongestOfBoth } from './strongest.ts'

/** Most colleagues that a person is tied to by inference. */
export const MOST_COLLEAGUES = 150

export type ColleaguesInput = {
  /** How many people; ids in `spells` are below it. */
  people: number
  spells: Spells
  headCounts: HeadCounts
  /** Index of the current month. */
  now: number
  most?: number
}

/** Every kept encounter, one row a pair and organization. */
export function colleagues({
  people,
  spells,
  headCounts,
  now,
  most = MOST_COLLEAGUES,
}: ColleaguesInput): Encounters {
  const found = noEncounters()
  for (const rows of rowsByOrganization(spells)) meet(found, spells, rows, headCounts)
  const pairs = pairsOf(found, people, now)
  const keep = strongestOfBoth(pairs, people, most)
  return keptRows(found, (row) => keep[pairs.ofRow[row]!] === 1)
}

function rowsByOrganization({ organization }: Spells): Uint32Array[] {
  const rows = new Map<number, number[]>()
  organization.forEach((id, row) => {
    const own = rows.get(id)
    if (own) own.push(row)
    else rows.set(id, [row])
  })
  return [...rows.values()].filter((own) => own.length > 1).map((own) => Uint32Array.from(own))
}

/** Adds the encounters at one organization, looking only where the head count leaves a chance. */
function meet(found: Encounters, spells: Spells, rows: Uint32Array, headCounts: HeadCounts): void {
  const organization = spells.organization[rows[0]!]!
  const stays = staysOf(spells, rows)
  const longest = stays.reduce((months, { from, to }) => Math.max(months, to - from), 0)
  const isHopeful = (headCount: number) => chanceOfKnowing(longest, headCount) >= LEAST_KNOW
  const add = (one: Stay, other: Stay) => {
    const encounter = encounterOf(organization, one, other, headCounts)
    if (encounter) addEncounter(found, encounter)
  }
  if (isHopeful(knownCount(headCounts.organization, organization) ?? ASSUMED_HEAD_COUNT)) sweep(stays, add)
  else meetInUnits(stays, headCounts, isHopeful, add)
}

/** In an organization too large to know each other, by unit; who shares several units is met once. */
function meetInUnits(
  stays: readonly Stay[],
  headCounts: HeadCounts,
  isHopeful: (headCount: number) => boolean,
  add: (one: Stay, other: Stay) => void,
): void {
  const met = new Map<Stay, Set<Stay>>()
  const addOnce = (one: Stay, other: Stay) => {
    const known = met.get(one) ?? met.set(one, new Set()).get(one)!
    if (known.has(other) || met.get(other)?.has(one)) return
    known.add(other)
    add(one, other)
  }
  for (const [unit, members] of membersByUnit(stays)) {
    const headCount = knownCount(headCounts.unit, unit)
    if (headCount !== null && isHopeful(headCount)) sweep(members, addOnce)
  }
}

function membersByUnit(stays: readonly Stay[]): Map<number, Stay[]> {
  const members = new Map<number, Stay[]>()
  for (const stay of stays) {
    for (const { unit } of stay.units) {
      const known = members.get(unit)
      if (known) known.push(stay)
      else members.set(unit, [stay])
    }
  }
  return members
}

/** Calls `add` once for each two stays whose time, from first to last month, overlaps. */
function sweep(stays: readonly Stay[], add: (one: Stay, other: Stay) => void): void {
  const sorted = [...stays].sort((one, other) => one.from - other.from)
  for (let at = 0; at < sorted.length; at++) {
    const one = sorted[at]!
    for (let next = at + 1; next < sorted.length && sorted[next]!.from < one.to; next++)
      add(one, sorted[next]!)
  }
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

/** Counting sort by the first person of each row. */
function rowsByFirst({ a, count }: Encounters, people: number): Uint32Array {
  const next = new Uint32Array(people + 1)
  for (let row = 0; row < count; row++) next[a[row]! + 1]!++
  for (let person = 0; person < people; person++) next[person + 1]! += next[person]!
  const rows = new Uint32Array(count)
  for (let row = 0; row < count; row++) rows[next[a[row]!]!++] = row
  return rows
}

function strengthOf({ months, headCount, sameTeam, ended }: Encounters, row: number, now: number): number {
  const age = Math.max(0, now - ended[row]!)
  return workStrength(months[row]!, headCount[row]! || null, sameTeam[row] === 1, age)
}
