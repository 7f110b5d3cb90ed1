/** Encounters as columns that grow: a million of them as objects would be too heavy. */
import type { Encounter } from './encounter.ts'

/**
 * `headCount` 0 = unknown; `sameTeam` 0 or 1; `votes`: 1, the pair is among the strongest of `a`, 2, of `b`; otherwise as
 * Encounter. Only the first `count` rows hold.
 */
export type Encounters = {
  count: number
  a: Uint32Array
  b: Uint32Array
  organization: Uint32Array
  months: Uint32Array
  headCount: Uint32Array
  sameTeam: Uint8Array
  ended: Int32Array
  votes: Uint8Array
}

const COLUMNS = ['a', 'b', 'organization', 'months', 'headCount', 'sameTeam', 'ended', 'votes'] as const

/** Votes of a pair that is among the strongest of both its people: it is kept. */
export const BOTH = 3

export function noEncounters(place = 1024): Encounters {
  return {
    count: 0,
    a: new Uint32Array(place),
    b: new Uint32Array(place),
    organization: new Uint32Array(place),
    months: new Uint32Array(place),
    headCount: new Uint32Array(place),
    sameTeam: new Uint8Array(place),
    ended: new Int32Array(place),
    votes: new Uint8Array(place),
  }
}

export function addEncounter(table: Encounters, encounter: Encounter): void {
  if (table.count === table.a.length) doubled(table)
  const row = table.count++
  table.a[row] = encounter.a
  table.b[row] = encounter.b
  table.organization[row] = encounter.organization
  table.months[row] = encounter.months
  table.headCount[row] = encounter.headCount ?? 0
  table.sameTeam[row] = Number(encounter.sameTeam)
  table.ended[row] = encounter.ended
  table.votes[row] = 0
}

export function encounterAt(table: Encounters, row: number): Encounter {
  return {
    a: table.a[row]!,
    b: table.b[row]!,
    organization: table.organization[row]!,
    months: table.months[row]!,
    headCount: table.headCount[row]! || null,
    sameTeam: table.sameTeam[row] === 1,
    ended: table.ended[row]!,
  }
}

function doubled(table: Encounters): void {
  const larger = noEncounters(table.a.length * 2)
  for (const name of COLUMNS) larger[name].set(table[name])
  Object.assign(table, larger, { count: table.count })
}

/** Takes rows out, given in ascending order; the last ones move into their places. */
export function removeRows(table: Encounters, rows: readonly number[]): void {
  for (let at = rows.length - 1; at >= 0; at--) {
    const last = --table.count
    for (const name of COLUMNS) table[name][rows[at]!] = table[name][last]!
  }
}

/** The rows for which `isWanted` holds, in ascending order. */
export function rowsWhere({ count }: Encounters, isWanted: (row: number) => boolean): number[] {
  const rows: number[] = []
  for (let row = 0; row < count; row++) if (isWanted(row)) rows.push(row)
  return rows
}

/** A table of these rows, in this order. */
export function picked(table: Encounters, rows: ArrayLike<number>): Encounters {
  const some = noEncounters(rows.length)
  for (const name of COLUMNS) {
    const [from, to] = [table[name], some[name]]
    for (let at = 0; at < rows.length; at++) to[at] = from[rows[at]!]!
  }
  some.count = rows.length
  return some
}
