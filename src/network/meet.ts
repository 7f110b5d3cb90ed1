/** Who met whom at one organization, from the stays there. */
import { encounterOf, type HeadCounts, knownCount } from './encounter.ts'
import { addEncounter, type Encounters } from './encounters.ts'
import { type Spells, type Stay, staysOf } from './stays.ts'
import { ASSUMED_HEAD_COUNT, chanceOfKnowing, LEAST_KNOW } from './strength.ts'

/** Adds the encounters at one organization, looking only where the head count leaves a chance. */
export function meet(found: Encounters, spells: Spells, rows: Uint32Array, headCounts: HeadCounts): void {
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

/** Adds the encounters of the people marked, with each other and with all others at the organization. */
export function meetSome(
  found: Encounters,
  spells: Spells,
  rows: Uint32Array,
  headCounts: HeadCounts,
  isMarked: Uint8Array,
): void {
  const organization = spells.organization[rows[0]!]!
  const stays = staysOf(spells, rows)
  for (const one of stays.filter(({ person }) => isMarked[person])) {
    for (const other of stays) {
      const isDone = isMarked[other.person] && other.person <= one.person
      if (isDone || other.from >= one.to || one.from >= other.to) continue
      const encounter = encounterOf(organization, one, other, headCounts)
      if (encounter) addEncounter(found, encounter)
    }
  }
}
