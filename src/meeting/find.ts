import type { Context } from '../action.ts'
import { isCalled, theOne } from '../people/find.ts'
import { organizationMatch } from '../people/names.ts'
import { type Id, isId } from '../store/ids.ts'

/** The invitation with this id, calendar UID, role, or name of the inviting organization or its opening. */
export async function findInvitation({ tx }: Context, given: string): Promise<Id<'invitation'>> {
  const invitations = tx
    .selectFrom('invitation')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .select((eb) => [
      'invitation.id',
      eb.fn.coalesce('invitation.role', 'organization.name', eb.val('invitation')).as('says'),
    ])
  if (isId(given)) {
    const byId = await invitations.where('invitation.id', '=', given as Id<'invitation'>).execute()
    return byId.length > 0 ? byId[0]!.id : invitationOfMeeting(tx, given as Id<'meeting'>)
  }
  // One that was removed as a mistake answers to its id alone.
  const found = await invitations
    .where('removed_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('uid', '=', given),
        eb('organization.match_name', '=', organizationMatch(given)),
        isCalled('invitation.role', given),
      ]),
    )
    .limit(6)
    .execute()
  return theOne('invitation', given, found)
}

async function invitationOfMeeting(tx: Context['tx'], meeting: Id<'meeting'>): Promise<Id<'invitation'>> {
  const found = await tx
    .selectFrom('meeting')
    .select('invitation_id as id')
    .where('id', '=', meeting)
    .execute()
  return theOne(
    'invitation',
    meeting,
    found.map(({ id }) => ({ id, says: id })),
  )
}

/** The introduction with this id, or to the person or organization of this exact name. */
export async function findIntroduction({ tx }: Context, given: string): Promise<Id<'introduction'>> {
  const introductions = tx
    .selectFrom('introduction_held as introduction')
    .innerJoin('person', 'person.id', 'introduction.target')
    .leftJoin('organization', 'organization.id', 'introduction.organization_id')
    .select(['introduction.id', 'person.name as says'])
  const found = isId(given)
    ? await introductions.where('introduction.id', '=', given as Id<'introduction'>).execute()
    : await introductions
        .where((eb) =>
          eb.or([
            isCalled('person.name', given),
            eb('organization.match_name', '=', organizationMatch(given)),
          ]),
        )
        .limit(6)
        .execute()
  return theOne('introduction', given, found)
}
