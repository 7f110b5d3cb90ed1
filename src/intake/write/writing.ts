import type { Context } from '../../action.ts'
import type { OpeningId } from '../../people/opening.ts'
import type { OriginId } from '../../people/origin.ts'
import type { PersonId } from '../../people/person.ts'
import type { Parcel } from '../opened.ts'
import type { Fact } from '../records.ts'
import type { Chronicle } from './chronicle.ts'
import type { Line } from './line.ts'
import type { Outcome, Tally } from './tally.ts'
import type { Owner } from './whose-export.ts'

/** What a writer has in hand for one file. */
export type Writing = {
  context: Context
  parcel: Parcel
  origin: OriginId
  /** The jobseeker: whose export it is. */
  me: PersonId
  owner: Owner
  /** What this source said last, record by record. */
  chronicle: Chronicle
  counted: Tally
  /** Openings that the file lists, by board. */
  listed: Map<string, OpeningId[]>
  /** Contacts with somebody whom nobody here is known to be yet: a later row may tell. */
  waiting: Placed<FactOf<'contact'>>[]
  /** Who bears which profile URL or e-mail, as far as this file has asked or told. */
  bearers: Map<string, Bearer[]>
  /** What goes to the database while the next rows are made ready. */
  line: Line
}

export type Bearer = { id: PersonId; name: string }

export type FactOf<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>
export type Placed<F extends Fact> = { at: string; fact: F }

/** Does the work unless the source said the very same before; notes what it says now. */
export async function once(writing: Writing, fact: Fact, work: () => Promise<Outcome>): Promise<void> {
  const { chronicle, counted } = writing
  if (chronicle.saidTheSame(fact)) {
    counted.count('unchanged')
    return
  }
  counted.count(await work())
  chronicle.note(fact)
}
