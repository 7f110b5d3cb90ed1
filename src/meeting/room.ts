import type { Context } from '../action.ts'
import { refuseErased } from '../people/erasure/known-again.ts'
import { isCalled } from '../people/find.ts'
import { organizationMatch, personMatch } from '../people/names.ts'
import type { OriginId } from '../people/origin.ts'
import { addKeys, addPerson, matchPerson, type PersonId, queueLookAlike } from '../people/person.ts'
import { sayPosition } from '../people/position.ts'
import type { Id } from '../store/ids.ts'
import type { RoomRole } from '../store/tables.ts'

/** Somebody one would meet, as an invitation names them. `person`: already known to be this one. */
export type Guest = {
  person?: PersonId
  name: string
  email?: string
  profileUrl?: string
  title?: string
  role: RoomRole
}

/**
 * Puts people into the room: those already known by address, and new ones. Whoever shares only a name waits for a look.
 * Answers who was seated.
 */
export async function fillRoom(
  context: Context,
  invitation: Id<'invitation'>,
  guests: readonly Guest[],
  organization: string | null,
  origin: OriginId,
): Promise<PersonId[]> {
  const seated: PersonId[] = []
  for (const guest of guests) {
    const person = guest.person ?? (await guestPerson(context, guest, { invitation, organization }, origin))
    if (person === context.me) continue
    if (organization !== null && guest.role === 'interviewer') {
      const position = {
        organization: { name: organization },
        ...(guest.title === undefined ? {} : { title: guest.title }),
      }
      await sayPosition(context, person, { ...position, current: true }, origin)
    }
    await seat(context, invitation, person, guest.role)
    seated.push(person)
  }
  return seated
}

async function seat(
  { tx, workspace }: Context,
  invitation: Id<'invitation'>,
  person: PersonId,
  role: RoomRole,
): Promise<void> {
  await tx
    .insertInto('room')
    .values({ workspace_id: workspace, invitation_id: invitation, person_id: person, role })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'invitation_id', 'person_id'])
        .doUpdateSet({ role, debrief_id: null }),
    )
    .execute()
}

async function guestPerson(
  context: Context,
  guest: Guest,
  { invitation, organization }: { invitation: Id<'invitation'>; organization: string | null },
  origin: OriginId,
): Promise<PersonId> {
  const given = {
    name: guest.name,
    ...(guest.email === undefined ? {} : { emails: [guest.email] }),
    ...(guest.profileUrl === undefined ? {} : { profileUrls: [guest.profileUrl] }),
  }
  const match = await matchPerson(context, given)
  if (match.how === 'same') {
    await addKeys(context, match.person, given, origin)
    return match.person
  }
  const seated = await seatedNamesake(context, invitation, guest.name)
  if (seated !== undefined) {
    await addKeys(context, seated, given, origin)
    return seated
  }
  const colleague = await namesakeAt(context, guest.name, organization)
  if (colleague !== undefined) {
    await addKeys(context, colleague, given, origin)
    return colleague
  }
  await refuseErased(context, { ...given, organizations: organization === null ? [] : [organization] })
  const person = await addPerson(context, given, origin)
  if (match.how === 'look') await queueLookAlike(context, person, match.person, match.because)
  for (const other of await namesakes(context, person, guest.name)) {
    await queueLookAlike(context, person, other, 'the same name')
  }
  return person
}

/** Somebody of that name already in this room: an update of the invitation names the same people again. */
async function seatedNamesake({ tx }: Context, invitation: Id<'invitation'>, name: string) {
  const seated = await tx
    .selectFrom('room')
    .innerJoin('person', 'person.id', 'room.person_id')
    .select(['person.id', 'person.name'])
    .where('invitation_id', '=', invitation)
    .execute()
  return seated.find((person) => personMatch(person.name) === personMatch(name))?.id
}

/** The one person of that full name who is known to be at the inviting organization now. */
async function namesakeAt({ tx }: Context, name: string, organization: string | null) {
  if (organization === null || !personMatch(name).includes(' ')) return undefined
  const found = await tx
    .selectFrom('person')
    .innerJoin('position', 'position.person_id', 'person.id')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .select('person.id')
    .distinct()
    .where('merged_into', 'is', null)
    .where('position.ended', '=', false)
    .where('organization.match_name', '=', organizationMatch(organization))
    .where(isCalled('person.name', name))
    .execute()
  return found.length === 1 ? found[0]!.id : undefined
}

/** "Is this the Tom of your connections?": a full name that others bear too; more than three say nothing. */
async function namesakes({ tx }: Context, person: PersonId, name: string): Promise<PersonId[]> {
  if (!personMatch(name).includes(' ')) return []
  const found = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('merged_into', 'is', null)
    .where('id', '<>', person)
    .where(isCalled('name', name))
    .limit(4)
    .execute()
  return found.length > 3 ? [] : found.map(({ id }) => id)
}
