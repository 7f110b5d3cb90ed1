/** Encounters as columns that grow: a million of them as objects would be too heavy. */
import type { Encounter } from './encounter.ts'

/** `headCount` 0 = unknown; `sameTeam` 0 or 1; otherwise as Encounter. Only the first `count` rows hold. */
export type Encounters = {
  count: number
  a: Uint32Array
  b: Uint32Array
  organization: Uint32Array
  months: Uint32Array
  headCount: Uint32Array
  sameTeam: Uint8Array
  ended: Int32Array
}

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
  for (const name of ['a', 'b', 'organization', 'months', 'headCount', 'sameTeam', 'ended'] as const) {
    larger[name].set(table[name])
  }
  Object.assign(table, larger, { count: table.count })
}

/** The rows for which `keep` holds, in the same order. */
export function keptRows(table: Encounters, keep: (row: number) => boolean): Encounters {
  const rows = new Uint32Array(table.count).map((_, row) => row).filter(keep)
  const picked = noEncounters(rows.length)
  for (const name of ['a', 'b', 'organization', 'months', 'headCount', 'sameTeam', 'ended'] as const) {
    const [from, to] = [table[name], picked[name]]
    rows.forEach((row, at) => {
      to[at] = from[row]!
    })
  }
  picked.count = rows.length
  return picked
}
