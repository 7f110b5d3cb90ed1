import type { Context } from '../../action.ts'
import { emailMatch } from '../../people/names.ts'
import type { Attendee, CalendarFact } from '../records.ts'

// Who of a calendar entry is the user, and who would be met.

export async function ownEmails({ tx, me }: Context): Promise<string[]> {
  if (me === null) return []
  const rows = await tx
    .selectFrom('person_key')
    .select('value')
    .where('person_id', '=', me)
    .where('kind', '=', 'email')
    .execute()
  return rows.map(({ value }) => value)
}

/** Everybody but the user, who is known by address; or as the one to whom the organizer, or the mail, turned. */
export function othersOf({ organizer, attendees, mail }: CalendarFact, own: readonly string[]): Attendee[] {
  const all = distinct([...(organizer ? [organizer] : []), ...attendees])
  const isMine = (party: Attendee) => party.email !== undefined && own.includes(emailMatch(party.email))
  if (all.some(isMine)) return all.filter((party) => !isMine(party))
  const user = addressed(all, organizer, mail?.to ?? [])
  return all.filter((party) => party !== user)
}

export function distinct(parties: Attendee[]): Attendee[] {
  const seen = new Map<string, Attendee>()
  for (const party of parties) {
    const key = party.email === undefined ? `name ${party.name ?? ''}` : emailMatch(party.email)
    seen.set(key, { ...party, ...seen.get(key) })
  }
  return [...seen.values()].filter(({ email, name }) => email !== undefined || name !== undefined)
}

function addressed(
  all: Attendee[],
  organizer: Attendee | undefined,
  to: readonly { email?: string }[],
): Attendee | undefined {
  const address = (party: { email?: string } | undefined) =>
    party?.email ? emailMatch(party.email) : undefined
  const invited = all.filter((party) => address(party) !== address(organizer))
  if (invited.length === 1 && organizer !== undefined) return invited[0]
  return to.length === 1 ? invited.find((party) => address(party) === address(to[0])) : undefined
}
