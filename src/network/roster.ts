/** What is kept of everybody's time at work, so that a change of one career changes the ties that hang on it alone. */
import type { HeadCounts } from './encounter.ts'
import type { Encounters } from './encounters.ts'
import type { Spells } from './stays.ts'

export type Roster = {
  spells: Spells
  headCounts: HeadCounts
  /** All encounters, those of pairs that are not kept too. */
  found: Encounters
  /** Index of the month for which strengths hold. */
  now: number
  /** Most colleagues that a person is tied to. */
  most: number
}

/** Some other careers and sizes. */
export type RosterChange = {
  /** How many people there are now. */
  people: number
  /** Whose spells are given anew, all of each person's. */
  touched: Uint32Array
  spells: Spells
  /** The size of an organization or unit as it is now; null = unknown. */
  organizationSizes: readonly Sized[]
  unitSizes: readonly Sized[]
  /** Organizations of which a size has changed, or that of a unit. */
  resized: readonly number[]
}

export type Sized = { id: number; headCount: number | null }

/** Puts the new spells in the place of those people's old ones, and the new sizes in their places. */
export function takeOver(roster: Roster, change: RosterChange, isTouched: Uint8Array): void {
  roster.spells = joined(roster.spells, change.spells, isTouched)
  const { organization, unit = [] } = roster.headCounts
  roster.headCounts = {
    organization: resized(organization, change.organizationSizes),
    unit: resized(unit, change.unitSizes),
  }
}

function joined(old: Spells, fresh: Spells, isTouched: Uint8Array): Spells {
  const rows = old.person.map((_, row) => row).filter((row) => !isTouched[old.person[row]!])
  const count = rows.length + fresh.person.length
  const unsigned = (name: 'person' | 'organization' | 'unit') =>
    concat(new Uint32Array(count), rows, old[name], fresh[name])
  const signed = (name: 'from' | 'to') => concat(new Int32Array(count), rows, old[name], fresh[name])
  return {
    person: unsigned('person'),
    organization: unsigned('organization'),
    unit: unsigned('unit'),
    from: signed('from'),
    to: signed('to'),
    yearsOnly: concat(new Uint8Array(count), rows, old.yearsOnly, fresh.yearsOnly),
  }
}

function concat<T extends Uint32Array | Int32Array | Uint8Array>(
  into: T,
  rows: Uint32Array,
  old: ArrayLike<number>,
  fresh: ArrayLike<number>,
): T {
  for (let at = 0; at < rows.length; at++) into[at] = old[rows[at]!]!
  into.set(fresh, rows.length)
  return into
}

function resized(counts: ArrayLike<number | null | undefined>, sizes: readonly Sized[]) {
  const all = Array.isArray(counts) ? counts : Array.from(counts)
  for (const { id, headCount } of sizes) all[id] = headCount
  return all
}
