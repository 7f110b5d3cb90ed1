/** What two people's time at one organization makes of them: did they know each other, and how well? */

import { lastShared, packSpells, type Spell, type Spells, type Stay, sharedMonths, staysOf } from './stays.ts'
import { chanceOfKnowing, type Evidence, evidence, LEAST_KNOW, SMALL_UNIT } from './strength.ts'

/** Head counts by organization and by unit id; null, 0 or absent = unknown. */
export type HeadCounts = {
  organization: ArrayLike<number | null | undefined>
  unit?: ArrayLike<number | null | undefined>
}

/** Two people at one organization at one time; `a` < `b`. */
export type Encounter = {
  a: number
  b: number
  organization: number
  /** Months of overlap at the organization. */
  months: number
  /** Of the smallest unit they shared whose size is known; null when none is (500 is then assumed: say so). */
  headCount: number | null
  /** They shared a unit of at most 30 people. */
  sameTeam: boolean
  /** First month after the last one shared. */
  ended: number
}

/** An encounter as evidence, today. */
export type Colleagues = Encounter & Evidence

/** Whether two stays at an organization make a tie, or null: no overlap, or hardly a chance that they met. */
export function encounterOf(
  organization: number,
  one: Stay,
  other: Stay,
  headCounts: HeadCounts,
): Encounter | null {
  const months = sharedMonths(one.spans, other.spans)
  if (months === 0) return null
  const { headCount, sameTeam } = smallestShared(organization, one, other, headCounts)
  if (chanceOfKnowing(months, headCount) < LEAST_KNOW) return null
  const [a, b] = one.person < other.person ? [one.person, other.person] : [other.person, one.person]
  return { a, b, organization, months, headCount, sameTeam, ended: lastShared(one.spans, other.spans) }
}

function smallestShared(organization: number, one: Stay, other: Stay, headCounts: HeadCounts) {
  let headCount = knownCount(headCounts.organization, organization)
  let sameTeam = false
  for (const unit of one.units) {
    const same = other.units.find((candidate) => candidate.unit === unit.unit)
    if (!same || sharedMonths(unit.spans, same.spans) === 0) continue
    const size = knownCount(headCounts.unit, unit.unit)
    if (size === null) continue
    headCount = Math.min(headCount ?? size, size)
    sameTeam ||= size <= SMALL_UNIT
  }
  return { headCount, sameTeam }
}

/** A head count of at least 2, or null when unknown. */
export function knownCount(
  counts: ArrayLike<number | null | undefined> | undefined,
  id: number,
): number | null {
  const count = counts?.[id]
  return count ? Math.max(2, count) : null
}

/** An encounter as evidence in the month `now` (an index). */
export function colleaguesAt(encounter: Encounter, now: number): Colleagues {
  const { a, b, organization, months, headCount, sameTeam, ended } = encounter
  const age = Math.max(0, now - ended)
  const { kind, p, halfLife, floor } = evidence('worked-together', { age, months, headCount, sameTeam })
  // Written out, not spread: a workspace has a million of these.
  return { a, b, organization, months, headCount, sameTeam, ended, kind, p, halfLife, floor, age }
}

/**
 * Where two people worked together, by organization: the very numbers of `colleagues`, without its limit of 150.
 * `now`: month index.
 */
export function workedTogether(
  spellsOfOne: readonly Spell[],
  spellsOfOther: readonly Spell[],
  headCounts: HeadCounts,
  now: number,
): Colleagues[] {
  const [one, other] = [byOrganization(spellsOfOne), byOrganization(spellsOfOther)]
  return [...one.keys()]
    .filter((organization) => other.has(organization))
    .sort((a, b) => a - b)
    .map((organization) =>
      encounterOf(organization, one.get(organization)!, other.get(organization)!, headCounts),
    )
    .filter((encounter) => encounter !== null)
    .map((encounter) => colleaguesAt(encounter, now))
}

/** One person's stays. */
function byOrganization(spells: readonly Spell[]): Map<number, Stay> {
  const columns: Spells = packSpells(spells)
  const organizations = new Set(columns.organization)
  const rows = Uint32Array.from(columns.organization.keys())
  const stay = (organization: number) =>
    staysOf(
      columns,
      rows.filter((row) => columns.organization[row] === organization),
    )[0]!
  return new Map([...organizations].map((organization) => [organization, stay(organization)]))
}
