import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { findOpening, findPerson, isCalled, peopleNamed } from '../people/find.ts'
import { someMe } from '../people/me.ts'
import { ensureOrganization, type OrganizationId } from '../people/organization.ts'
import { addOrigin, type OriginId } from '../people/origin.ts'
import { id, reference, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, isId, newId } from '../store/ids.ts'
import { findIntroduction } from './find.ts'
import { checkZone, momentOf } from './moment.ts'
import { fillRoom, type Guest } from './room.ts'

// Step 1: the request to meet, from a form, a pasted message or a calendar entry.

export type InvitationId = Id<'invitation'>

export type NewInvitation = {
  /** By name, or the one that is known. */
  organization?: { id?: OrganizationId; name: string; domain?: string }
  role?: string
  opening?: Id<'opening'>
  guests: Guest[]
  uid?: string
  cameFrom?: Id<'introduction'>
  /** For which candidacy a firm invites, and who does. */
  candidacy?: { id: Id<'candidacy'>; by: Id<'member'> | null }
  meeting?: NewMeeting
}

export type NewMeeting = {
  title?: string
  recurrenceId?: string
  sequence?: number
  stamp?: string
  startsAt?: string
  endsAt?: string
  onDay?: string
  timeZone?: string
  place?: string
}

/** Writes an invitation down with its meeting and its room. */
export async function addInvitation(
  context: Context,
  given: NewInvitation,
  origin: OriginId,
): Promise<InvitationId> {
  const { tx, workspace, now } = context
  const invitation = newId<'invitation'>(now.getTime())
  const organization = given.organization
    ? (given.organization.id ?? (await ensureOrganization(context, given.organization, origin)))
    : null
  await tx
    .insertInto('invitation')
    .values({
      workspace_id: workspace,
      id: invitation,
      seeker: context.me,
      uid: given.uid ?? null,
      organization_id: organization,
      opening_id: given.opening ?? (await openingOfRole(context, organization, given.role)),
      role: given.role ?? null,
      came_from: given.cameFrom ?? null,
      outside_field: null,
      cancelled_at: null,
      removed_at: null,
      received_at: now,
      origin_id: origin,
      candidacy_id: given.candidacy?.id ?? null,
      by_member: given.candidacy?.by ?? null,
    })
    .execute()
  await addMeeting(context, invitation, 1, given.meeting ?? {})
  await fillRoom(context, invitation, given.guests, given.organization?.name ?? null, origin)
  return invitation
}

/** The open opening of that organization whose title is the role. */
export async function openingOfRole(
  { tx }: Context,
  organization: OrganizationId | null,
  role: string | undefined,
) {
  if (organization === null || role === undefined) return null
  const found = await tx
    .selectFrom('opening')
    .select('id')
    .where('organization_id', '=', organization)
    .where(isCalled('title', role))
    .where('closed_at', 'is', null)
    .orderBy('id')
    .executeTakeFirst()
  return found?.id ?? null
}

export async function addMeeting(
  { tx, workspace, now }: Context,
  invitation: InvitationId,
  round: number,
  given: NewMeeting,
): Promise<Id<'meeting'>> {
  const meeting = newId<'meeting'>(now.getTime())
  await tx
    .insertInto('meeting')
    .values({
      workspace_id: workspace,
      id: meeting,
      invitation_id: invitation,
      round,
      sequence: given.sequence ?? 0,
      cancelled_at: null,
      recurrence_id: given.recurrenceId ?? null,
      ...meetingTimes(given),
    })
    .execute()
  return meeting
}

/** The number of the round that comes after those on record. */
export async function nextRound({ tx }: Context, invitation: InvitationId): Promise<number> {
  const row = await tx
    .selectFrom('meeting')
    .select((eb) => eb.fn.max('round').as('last'))
    .where('invitation_id', '=', invitation)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/** The columns of a meeting that an update of its calendar entry replaces. */
export const meetingTimes = (given: NewMeeting) => ({
  title: given.title ?? null,
  stamp: dateOrNull(given.stamp),
  starts_at: dateOrNull(given.startsAt),
  ends_at: dateOrNull(given.endsAt),
  on_day: given.onDay ?? null,
  time_zone: given.timeZone ?? null,
  place: given.place ?? null,
})

export const dateOrNull = (instant: string | undefined): Date | null =>
  instant === undefined ? null : new Date(instant)

/** Added from a form: the organization and the role, or only one of them; names optional. */
export const invitationAdd = action({
  name: 'invitation.add',
  says: 'Write down an invitation before any calendar entry: who invites, for which role, whom you would meet, when.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    organization: words().optional().describe('who invites'),
    role: words().optional().describe('what the role is called'),
    opening: reference('opening').optional(),
    with: z.array(words()).default([]).describe('people you would meet: names, e-mails or ids'),
    at: words(60).optional().describe('when: 2026-12-01T10:00+01:00, or 2026-12-01 10:00 in timeZone'),
    timeZone: words(60).optional(),
    place: words().optional(),
    cameFrom: reference('introduction').optional().describe('the introduction that produced it'),
  }),
  output: z.object({ invitation: id }),
  async run(context, input) {
    if (!input.organization && !input.role && !input.opening && input.with.length === 0) {
      throw new Refusal(
        'invalid-input',
        said({
          en: 'Say at least the organization, the role or whom you would meet.',
          de: 'Nennen Sie wenigstens die Organisation, die Stelle oder wen Sie treffen würden.',
        }),
        'organization',
      )
    }
    if (input.timeZone) checkZone(input.timeZone)
    const origin = await addOrigin(context, 'form', 'invitation written down by you')
    const me = await someMe(context, origin)
    const opening = input.opening ? await openingChosen(context, input.opening) : undefined
    const invitation = await addInvitation(
      { ...context, me },
      {
        ...named(input.organization ?? opening?.organization),
        ...(input.role ? { role: input.role } : {}),
        ...(opening ? { opening: opening.id, role: input.role ?? opening.title } : {}),
        ...(input.cameFrom ? { cameFrom: await findIntroduction(context, input.cameFrom) } : {}),
        guests: await guestsNamed(context, input.with),
        meeting: {
          ...(input.at ? momentOf(input.at, input.timeZone) : {}),
          ...(input.timeZone ? { timeZone: input.timeZone } : {}),
          ...(input.place ? { place: input.place } : {}),
        },
      },
      origin,
    )
    return { invitation }
  },
})

const named = (organization: string | undefined) =>
  organization ? { organization: { name: organization } } : {}

async function openingChosen(context: Context, given: string) {
  const chosen = await findOpening(context, given)
  return context.tx
    .selectFrom('opening')
    .innerJoin('organization', 'organization.id', 'opening.organization_id')
    .select(['opening.id', 'opening.title', 'organization.name as organization'])
    .where('opening.id', '=', chosen)
    .executeTakeFirstOrThrow()
}

/** Each name is somebody already known, when it fits one person alone; otherwise somebody new. */
export async function guestsNamed(context: Context, given: readonly string[]): Promise<Guest[]> {
  const guests: Guest[] = []
  for (const text of given) guests.push(await guestNamed(context, text))
  return guests
}

async function guestNamed(context: Context, text: string): Promise<Guest> {
  const known = isId(text) ? [{ id: await findPerson(context, text) }] : await peopleNamed(context, text)
  if (known.length === 1) return { person: known[0]!.id, name: text, role: 'interviewer' }
  const email = /^\S+@\S+$/.test(text) ? { email: text } : {}
  return { name: text, ...email, role: 'interviewer' }
}
