import type { Context } from '../../action.ts'
import { type Told, wereErased } from '../../people/erasure/known-again.ts'
import type { CalendarFact, ContactFact, Fact, Party } from '../records.ts'
import type { Tally } from './tally.ts'
import type { Placed } from './writing.ts'

// What a file tells of somebody who was erased is left out before anything of it is written: it is said how many, never
// who.

export const ERASED_BEFORE = 'erased before, and not brought back by a file'

const toldByParty = ({ email, profileUrl, name }: Party): Told => ({
  ...(email === undefined ? {} : { emails: [email] }),
  ...(profileUrl === undefined ? {} : { profileUrls: [profileUrl] }),
  ...(name === undefined ? {} : { name }),
})

/** Everybody of whom a fact tells. */
function toldBy(fact: Fact): Told[] {
  switch (fact.kind) {
    case 'person': {
      const { name, emails = [], profileUrls = [], positions = [], key } = fact
      const organizations = positions.map(({ organization }) => organization.name)
      return [{ name, emails, profileUrls, organizations, record: key }]
    }
    case 'contact':
      return [fact.from, ...fact.to].map(toldByParty)
    case 'recommendation':
      return [toldByParty(fact.person)]
    case 'calendar':
      return [...(fact.organizer ? [fact.organizer] : []), ...fact.attendees].map(toldByParty)
    default:
      return []
  }
}

/** The facts of a batch without those who were erased; a fact of which nothing is left is counted as skipped. */
export async function withoutErased(
  context: Context,
  batch: Placed<Fact>[],
  counted: Tally,
): Promise<Placed<Fact>[]> {
  const told = batch.map(({ fact }) => toldBy(fact))
  const gone = await wereErased(context, told.flat())
  if (!gone.includes(true)) return batch
  return batch.flatMap((placed, at) => {
    const own = gone.splice(0, told[at]!.length)
    const fact = own.includes(true) ? without(placed.fact, own) : placed.fact
    if (fact === null) counted.skip(ERASED_BEFORE)
    return fact === null ? [] : [{ ...placed, fact }]
  })
}

function without(fact: Fact, gone: readonly boolean[]): Fact | null {
  if (fact.kind === 'contact') return contactWithout(fact, gone)
  return fact.kind === 'calendar' ? meetingWithout(fact, gone) : null
}

function contactWithout(fact: ContactFact, [from, ...to]: readonly boolean[]): Fact | null {
  const left = fact.to.filter((_, at) => !to[at])
  return from || left.length === 0 ? null : { ...fact, to: left }
}

/** The meeting took place all the same. */
function meetingWithout(fact: CalendarFact, gone: readonly boolean[]): Fact {
  const { organizer, ...rest } = fact
  const before = organizer === undefined ? 0 : 1
  return {
    ...rest,
    ...(organizer === undefined || gone[0] ? {} : { organizer }),
    attendees: fact.attendees.filter((_, at) => !gone[at + before]),
  }
}
