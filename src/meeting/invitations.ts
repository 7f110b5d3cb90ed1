import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { id, organizationShape, personShape, reference } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import type { Id } from '../store/ids.ts'
import { decisionsOf, REASONS } from './decision.ts'
import { findInvitation } from './find.ts'
import { STATES, standings } from './state.ts'
import { forTeamAlone } from './team-alone.ts'

// What is open, what is coming, what was refused.

const meetingShape = z.object({
  id,
  round: z.number().int(),
  title: z.string().nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  onDay: z.string().nullable(),
  timeZone: z.string().nullable(),
  place: z.string().nullable(),
  cancelled: z.boolean(),
})

export const invitationShape = z.object({
  id,
  organization: organizationShape.nullable(),
  role: z.string().nullable(),
  state: z.enum(STATES),
  reason: z.string().nullable().describe('why it was refused, when it was'),
  nearlyRefused: z.boolean(),
  receivedAt: z.string(),
  removed: z.boolean().describe('it was a mistake, and is in no list'),
  meetings: z.array(meetingShape),
  room: z.array(personShape),
})

export type InvitationShape = z.infer<typeof invitationShape>

export const invitationList = action({
  name: 'invitation.list',
  says: 'Your invitations: open, taken, refused, held, with their meetings and the people of the room.',
  kind: 'read',
  may: STAFF,
  input: z.object({
    state: z.enum(STATES).optional(),
    removed: z.boolean().default(false).describe('those that were removed as a mistake instead'),
  }),
  output: z.object({ invitations: z.array(invitationShape) }),
  async run(context, { state, removed }) {
    const rows = await context.tx
      .selectFrom('invitation')
      .select('id')
      .where('removed_at', removed ? 'is not' : 'is', null)
      .orderBy('id', 'desc')
      .execute()
    const all = await invitationShapes(
      context,
      rows.map((row) => row.id),
    )
    return { invitations: state === undefined ? all : all.filter((one) => one.state === state) }
  },
})

const decisionShape = z.object({
  verdict: z.enum(['take', 'refuse', 'back']).describe('back: the decision before it was taken back'),
  reason: z.enum(REASONS).nullable(),
  note: z.string().nullable(),
  advice: z.string(),
  at: z.string(),
})

export const invitationShow = action({
  name: 'invitation.show',
  says: 'One invitation with its meetings, its room, every decision about it and what came of it.',
  kind: 'read',
  may: STAFF,
  input: z.object({ invitation: reference('invitation') }),
  output: invitationShape.extend({
    decisions: z.array(decisionShape),
    cameFrom: id.nullable(),
    opening: id.nullable(),
    outcomes: z.array(z.object({ kind: z.string(), note: z.string().nullable(), at: z.string() })),
    debriefs: z.array(z.object({ id, meeting: id, at: z.string() })).describe('what was written afterwards'),
    origin: z.string(),
  }),
  async run(context, input) {
    const found = await findInvitation(context, input.invitation)
    const [shape] = await invitationShapes(context, [found])
    const { tx } = context
    const row = await tx
      .selectFrom('invitation')
      .innerJoin('origin', 'origin.id', 'invitation.origin_id')
      .select(['came_from', 'opening_id', 'origin.name'])
      .where('invitation.id', '=', found)
      .executeTakeFirstOrThrow()
    return {
      ...shape!,
      decisions: await decisionShapes(context, found),
      outcomes: await outcomesOf(context, found),
      debriefs: await debriefsOf(context, found),
      cameFrom: row.came_from,
      opening: row.opening_id,
      origin: row.name,
    }
  },
})

async function decisionShapes(context: Context, invitation: Id<'invitation'>) {
  const decisions = await decisionsOf(context, invitation)
  const isForTeam = (await forTeamAlone(context, [invitation])).has(invitation)
  return decisions.map(({ clause: _, ...one }) => ({
    ...one,
    note: isForTeam ? null : one.note,
    reason: one.reason as (typeof REASONS)[number] | null,
    at: one.at.toISOString(),
  }))
}

async function outcomesOf({ tx }: Context, invitation: Id<'invitation'>) {
  const rows = await tx
    .selectFrom('outcome_held')
    .select(['kind', 'note', 'at'])
    .where('invitation_id', '=', invitation)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

async function debriefsOf({ tx }: Context, invitation: Id<'invitation'>) {
  const rows = await tx
    .selectFrom('debrief_held as debrief')
    .innerJoin('meeting', 'meeting.id', 'debrief.meeting_id')
    .select(['debrief.id', 'meeting.id as meeting', 'debrief.at'])
    .where('invitation_id', '=', invitation)
    .orderBy('debrief.at')
    .orderBy('debrief.id')
    .execute()
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Invitations as lists show them, in the order of their ids. */
export async function invitationShapes(
  context: Context,
  ids: readonly Id<'invitation'>[],
): Promise<InvitationShape[]> {
  if (ids.length === 0) return []
  const rows = await context.tx
    .selectFrom('invitation')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .leftJoin('opening', 'opening.id', 'invitation.opening_id')
    .select([
      'invitation.id',
      'role',
      'opening.title',
      'received_at',
      'removed_at',
      'organization.id as place',
      'organization.name',
    ])
    .where('invitation.id', 'in', [...ids])
    .orderBy('invitation.id', 'desc')
    .execute()
  const standing = await standings(context, ids)
  const meetings = await meetingsOf(context, ids)
  const rooms = await roomsOf(context, ids)
  return rows.map((row) => ({
    id: row.id,
    organization: row.place ? { id: row.place, name: row.name! } : null,
    role: row.role ?? row.title,
    ...standing.get(row.id)!,
    receivedAt: row.received_at.toISOString(),
    removed: row.removed_at !== null,
    meetings: meetings.get(row.id) ?? [],
    room: rooms.get(row.id) ?? [],
  }))
}

async function meetingsOf({ tx }: Context, ids: readonly Id<'invitation'>[]) {
  const rows = await tx
    .selectFrom('meeting')
    .selectAll()
    .where('invitation_id', 'in', [...ids])
    .orderBy('round')
    .orderBy('id')
    .execute()
  const found = new Map<Id<'invitation'>, z.infer<typeof meetingShape>[]>()
  for (const row of rows) {
    const { id, round, title, place } = row
    const times = {
      startsAt: row.starts_at?.toISOString() ?? null,
      endsAt: row.ends_at?.toISOString() ?? null,
      onDay: row.on_day,
      timeZone: row.time_zone,
    }
    const meeting = { id, round, title, place, ...times, cancelled: row.cancelled_at !== null }
    found.set(row.invitation_id, [...(found.get(row.invitation_id) ?? []), meeting])
  }
  return found
}

async function roomsOf({ tx }: Context, ids: readonly Id<'invitation'>[]) {
  const rows = await tx
    .selectFrom('room')
    .innerJoin('person', 'person.id', 'room.person_id')
    .select(['invitation_id', 'person.id', 'person.name', 'person.headline'])
    .where('invitation_id', 'in', [...ids])
    .where('role', '=', 'interviewer')
    .orderBy('person.name')
    .execute()
  const found = new Map<Id<'invitation'>, z.infer<typeof personShape>[]>()
  for (const { invitation_id, ...person } of rows) {
    found.set(invitation_id, [...(found.get(invitation_id) ?? []), person])
  }
  return found
}
