import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { findPerson } from '../people/find.ts'
import { ensureOrganization } from '../people/organization.ts'
import { addOrigin, type OriginId } from '../people/origin.ts'
import { id, reference, words } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import { findIntroduction, findInvitation } from './find.ts'
import { dateOrNull, guestsNamed, type InvitationId, openingOfRole } from './invitation.ts'
import { type Meeting, nextMeeting } from './meeting.ts'
import { checkZone, momentOf } from './moment.ts'
import { fillRoom } from './room.ts'

/** What was not known when the invitation came: the role, the organization, the time, one more person. */
export const invitationAmend = action({
  name: 'invitation.amend',
  says: 'Complete an invitation: its role, organization, time, place, or the people you would meet.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    invitation: reference('invitation'),
    organization: words().optional(),
    role: words().optional(),
    with: z.array(words()).default([]).describe('more people you would meet'),
    without: z.array(reference('person')).default([]).describe('people who are not in the room after all'),
    at: words(60).optional(),
    timeZone: words(60).optional(),
    place: words().optional(),
    outsideField: z.boolean().optional().describe('your answer to "Is this outside your field?"'),
    cameFrom: reference('introduction').optional().describe('the introduction that produced it'),
  }),
  output: z.object({ invitation: id }),
  async run(context, input) {
    const invitation = await findInvitation(context, input.invitation)
    const origin = await addOrigin(context, 'form', 'invitation completed by you')
    await amendInvitation(context, invitation, input, origin)
    await amendMeeting(context, invitation, input)
    const organization = await organizationName(context, invitation)
    if (input.organization && organization) await sayWhereTheyAre(context, invitation, organization, origin)
    await fillRoom(context, invitation, await guestsNamed(context, input.with), organization, origin)
    for (const text of input.without) await leaveRoom(context, invitation, text)
    return { invitation }
  },
})

type Amendment = z.output<typeof invitationAmend.input>

async function amendInvitation(
  context: Context,
  invitation: InvitationId,
  input: Amendment,
  origin: OriginId,
) {
  const organization = input.organization
    ? await ensureOrganization(context, { name: input.organization }, origin)
    : undefined
  const set = {
    ...(organization ? { organization_id: organization } : {}),
    ...(input.role ? { role: input.role } : {}),
    ...(input.outsideField === undefined ? {} : { outside_field: input.outsideField }),
    ...(input.cameFrom ? { came_from: await findIntroduction(context, input.cameFrom) } : {}),
  }
  if (Object.keys(set).length === 0) return
  await context.tx.updateTable('invitation').set(set).where('id', '=', invitation).execute()
  if (organization || input.role) await linkOpening(context, invitation)
}

/** The opening that organization and role name now, in place of one of another organization. */
async function linkOpening(context: Context, invitation: InvitationId): Promise<void> {
  const row = await context.tx
    .selectFrom('invitation')
    .leftJoin('opening', 'opening.id', 'invitation.opening_id')
    .select(['invitation.organization_id', 'role', 'opening_id', 'opening.organization_id as place'])
    .where('invitation.id', '=', invitation)
    .executeTakeFirstOrThrow()
  const named = await openingOfRole(context, row.organization_id, row.role ?? undefined)
  const own = row.place === row.organization_id ? row.opening_id : null
  await context.tx
    .updateTable('invitation')
    .set({ opening_id: named ?? own })
    .where('id', '=', invitation)
    .execute()
}

/** Those of the room are at the organization that invites, as it is called now. */
async function sayWhereTheyAre(
  context: Context,
  invitation: InvitationId,
  organization: string,
  origin: OriginId,
): Promise<void> {
  const seated = await context.tx
    .selectFrom('room')
    .innerJoin('person', 'person.id', 'room.person_id')
    .select(['person.id as person', 'person.name', 'role'])
    .where('invitation_id', '=', invitation)
    .execute()
  await fillRoom(context, invitation, seated, organization, origin)
}

async function amendMeeting(context: Context, invitation: InvitationId, input: Amendment) {
  const meeting = await nextMeeting(context, invitation)
  const moment = input.at ? momentOf(input.at, input.timeZone) : undefined
  if (input.timeZone && !moment) checkZone(input.timeZone)
  const set = {
    ...(moment ? { ...movedTo(meeting, dateOrNull(moment.startsAt)), on_day: moment.onDay ?? null } : {}),
    ...(input.timeZone ? { time_zone: input.timeZone } : {}),
    ...(input.place ? { place: input.place } : {}),
  }
  if (Object.keys(set).length === 0) return
  await context.tx.updateTable('meeting').set(set).where('id', '=', meeting.id).execute()
}

/** It lasts as long as before. */
function movedTo({ starts_at, ends_at }: Meeting, to: Date | null) {
  const lasts = starts_at && ends_at ? ends_at.getTime() - starts_at.getTime() : null
  return { starts_at: to, ends_at: to && lasts !== null ? new Date(to.getTime() + lasts) : null }
}

export async function organizationName({ tx }: Context, invitation: InvitationId): Promise<string | null> {
  const row = await tx
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organization_id')
    .select('organization.name')
    .where('invitation.id', '=', invitation)
    .executeTakeFirst()
  return row?.name ?? null
}

async function leaveRoom(context: Context, invitation: InvitationId, text: string): Promise<void> {
  const person = await findPerson(context, text)
  await context.tx
    .deleteFrom('room')
    .where('invitation_id', '=', invitation)
    .where('person_id', '=', person)
    .execute()
}
