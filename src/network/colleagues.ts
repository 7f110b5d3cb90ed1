/**
 * Ties inferred from shared work: who overlapped where, by organization, never stored. A pair is kept when it is
 * among the 150 strongest of both people, by its strength today from shared work alone.
 */
import type { HeadCounts } from './encounter.ts'
import { BOTH, type Encounters, noEncounters, picked, rowsWhere } from './encounters.ts'
import { meet } from './meet.ts'
import type { Roster } from './roster.ts'
import type { Spells } from './stays.ts'
import { vote } from './vote.ts'

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
export const colleagues = (input: ColleaguesInput): Encounters => keptOf(rosterOf(input))

/** All who met, with whom of them each is tied: what a change of one career is followed by. */
export function rosterOf({
  people,
  spells,
  headCounts,
  now,
  most = MOST_COLLEAGUES,
}: ColleaguesInput): Roster {
  const found = noEncounters()
  for (const rows of rowsByOrganization(spells).values()) meet(found, spells, rows, headCounts)
  const roster = { spells, headCounts, found, now, most }
  vote(roster, Array.from(found.a.subarray(0, found.count).keys()), people)
  return roster
}

/** The encounters of pairs that are among the strongest of both. */
export const keptOf = ({ found }: Roster): Encounters =>
  picked(
    found,
    rowsWhere(found, (row) => found.votes[row] === BOTH),
  )

/** Rows of each organization, or of those wanted, in the order of their ids; where only one was, nobody met. */
export function rowsByOrganization(
  { organization }: Spells,
  isWanted: (organization: number) => boolean = () => true,
): Map<number, Uint32Array> {
  const rows = new Map<number, number[]>()
  organization.forEach((id, row) => {
    if (!isWanted(id)) return
    const own = rows.get(id)
    if (own) own.push(row)
    else rows.set(id, [row])
  })
  const sorted = [...rows].filter(([, own]) => own.length > 1).sort(([one], [other]) => one - other)
  return new Map(sorted.map(([id, own]) => [id, Uint32Array.from(own)]))
}
