/**
 * Ties inferred from shared work after some careers or sizes have changed: only who met somebody that is touched meets
 * again, and only people with another colleague rank theirs anew. The outcome is that of `colleagues` on all of it.
 */
import { rowsByOrganization } from './colleagues.ts'
import { BOTH, type Encounters, picked, removeRows, rowsWhere } from './encounters.ts'
import { meet, meetSome } from './meet.ts'
import { type Roster, type RosterChange, takeOver } from './roster.ts'
import { vote } from './vote.ts'

/** Parallel columns, a < b. */
export type PairColumns = { a: Uint32Array; b: Uint32Array }

export type Followed = {
  /** Pairs whose kept encounters may have changed, and those that were asked about. */
  pairs: PairColumns
  /** What is kept of these pairs. */
  kept: Encounters
}

/** Follows a change, and answers the kept encounters of the pairs that it changed and of those `asked` about. */
export function followColleagues(roster: Roster, change: RosterChange, asked: PairColumns): Followed {
  const { people } = change
  const pairs = new Set<number>()
  for (const [at, a] of asked.a.entries()) pairs.add(a * people + asked.b[at]!)
  if (change.touched.length + change.resized.length > 0) takeIn(roster, change, pairs)
  return { pairs: columnsOf(pairs, people), kept: keptAmong(roster, pairs, people) }
}

/** Adds the pairs to which something happened. */
function takeIn(roster: Roster, change: RosterChange, pairs: Set<number>): void {
  const { people, touched } = change
  const isTouched = marked(people, touched)
  const affected = new Uint8Array(people)
  part(roster, change, isTouched, affected, pairs)
  takeOver(roster, change, isTouched)
  meetAgain(roster, change, isTouched, affected)
  rank(roster, people, affected, pairs)
}

function marked(size: number, ids: Iterable<number>): Uint8Array {
  const marks = new Uint8Array(size)
  for (const id of ids) marks[id] = 1
  return marks
}

/** Takes out every encounter of who is touched, and all those where a size has changed. */
function part(
  { found }: Roster,
  { resized, people }: RosterChange,
  isTouched: Uint8Array,
  affected: Uint8Array,
  pairs: Set<number>,
): void {
  const { a, b, organization, votes } = found
  const isResized = marked(Math.max(0, ...resized) + 1, resized)
  const gone = rowsWhere(
    found,
    (row) => isTouched[a[row]!] === 1 || isTouched[b[row]!] === 1 || isResized[organization[row]!] === 1,
  )
  for (const row of gone) {
    affected[a[row]!] = 1
    affected[b[row]!] = 1
    if (votes[row] === BOTH) pairs.add(a[row]! * people + b[row]!)
  }
  removeRows(found, gone)
}

function meetAgain(
  { spells, headCounts, found }: Roster,
  { resized, spells: fresh }: RosterChange,
  isTouched: Uint8Array,
  affected: Uint8Array,
): void {
  const first = found.count
  const whole = new Set(resized)
  const wanted = new Set([...resized, ...fresh.organization])
  for (const [organization, rows] of rowsByOrganization(spells, (id) => wanted.has(id))) {
    if (whole.has(organization)) meet(found, spells, rows, headCounts)
    else meetSome(found, spells, rows, headCounts, isTouched)
  }
  for (let row = first; row < found.count; row++) {
    affected[found.a[row]!] = 1
    affected[found.b[row]!] = 1
  }
}

/** Whoever met somebody else than before ranks all of theirs: another may have come into, or fallen out of, the strongest. */
function rank(roster: Roster, people: number, affected: Uint8Array, pairs: Set<number>): void {
  const { found } = roster
  const rows = rowsWhere(found, (row) => affected[found.a[row]!] === 1 || affected[found.b[row]!] === 1)
  const before = rows.map((row) => found.votes[row] === BOTH)
  vote(roster, rows, people, affected)
  rows.forEach((row, at) => {
    if ((found.votes[row] === BOTH) !== before[at]) pairs.add(found.a[row]! * people + found.b[row]!)
  })
}

function columnsOf(pairs: ReadonlySet<number>, people: number): PairColumns {
  const keys = [...pairs]
  return {
    a: Uint32Array.from(keys, (key) => Math.floor(key / people)),
    b: Uint32Array.from(keys, (key) => key % people),
  }
}

/** By organization, as whoever combines them expects it. */
function keptAmong({ found }: Roster, pairs: ReadonlySet<number>, people: number): Encounters {
  const isIn = new Uint8Array(people)
  for (const key of pairs) isIn[Math.floor(key / people)] = 1
  const { a, b, votes, organization } = found
  const rows = rowsWhere(
    found,
    (row) => votes[row] === BOTH && isIn[a[row]!] === 1 && pairs.has(a[row]! * people + b[row]!),
  )
  return picked(
    found,
    rows.sort((one, other) => organization[one]! - organization[other]!),
  )
}
