import type { Context } from '../../action.ts'
import type { PersonId } from '../../people/person.ts'
import { type Id, newId } from '../../store/ids.ts'
import { roleOf } from '../calendar/parties.ts'
import type { Attendee, CalendarFact } from '../records.ts'
import { personOfParty } from './party-person.ts'
import type { Writing } from './writing.ts'

// A meeting of the past in an exported calendar: who knows whom from it.

/** A larger round says little about who knows whom. */
const MOST_AT_ONE_TABLE = 12

/** A meeting in the calendar is a contact with each who took part; said anew, it takes the place of what was said. */
export async function writeContact(writing: Writing, fact: CalendarFact, others: Attendee[]): Promise<void> {
  const { context, chronicle, counted, origin, me } = writing
  const people = others.filter((party) => roleOf(party) !== 'robot')
  if (people.length > MOST_AT_ONE_TABLE || people.length === 0) {
    counted.skip(people.length === 0 ? 'nobody else takes part' : 'a meeting of more than twelve others')
    return
  }
  const before = chronicle.subjectOf(fact.key) as Id<'contact'> | null
  if (before !== null) await removeContacts(context, before)
  const common = { workspace_id: context.workspace, channel: 'calendar' as const, origin_id: origin }
  const first = newId<'contact'>()
  const met = new Set<PersonId>()
  for (const party of people) met.add(await personOfParty(writing, party))
  met.delete(me)
  const rows = [...met].map((person, index) => ({
    ...{ ...common, id: index === 0 ? first : newId<'contact'>() },
    ...{ from_person: me, to_person: person, at: new Date(fact.startsAt!) },
  }))
  if (rows.length > 0) await context.tx.insertInto('contact').values(rows).execute()
  counted.count(before === null ? 'created' : 'updated')
  chronicle.note(fact, first)
}

/** The contacts of the meeting to which this one belongs. */
async function removeContacts({ tx }: Context, one: Id<'contact'>): Promise<void> {
  await tx
    .deleteFrom('contact')
    .using('contact as said')
    .where('said.id', '=', one)
    .whereRef('contact.from_person', '=', 'said.from_person')
    .whereRef('contact.channel', '=', 'said.channel')
    .whereRef('contact.at', '=', 'said.at')
    .whereRef('contact.origin_id', '=', 'said.origin_id')
    .execute()
}
