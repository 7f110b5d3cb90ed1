import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { id, personShape } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import type { Id } from '../store/ids.ts'
import { history, type Link } from './history.ts'
import { forward } from './lineage.ts'

// What the meetings that were taken brought: the people met, and all that came of it. Counted, never credited twice.

const brought = z.object({
  introductions: z.number().int(),
  invitations: z.number().int(),
  offers: z.number().int(),
  placements: z.number().int(),
})

export const lineageLookBack = action({
  name: 'lineage.look-back',
  says: 'What the meetings you took brought: whom you met, and the introductions, invitations and offers that came of each.',
  kind: 'read',
  may: STAFF,
  input: z.object({}),
  output: z.object({
    meetings: z.array(
      z.object({
        ...{ meeting: id, invitation: id, organization: z.string().nullable(), role: z.string().nullable() },
        ...{ at: z.string(), met: z.array(personShape), nearlyRefused: z.boolean(), brought },
      }),
    ),
    sums: brought.extend({
      meetings: z.number().int(),
      people: z.number().int().describe('different people met'),
      fromNearlyRefused: z.number().int().describe('offers that go back to an invitation nearly refused'),
    }),
  }),
  async run(context) {
    const known = await history(context)
    const rows = await heldMeetings(context)
    const meetings = rows.map(({ id: meeting, ...row }) => {
      const came = known.has(meeting) ? forward(known, known.get(meeting)!).map(({ link }) => link) : []
      const nearlyRefused = known.get(row.invitation)?.link.nearlyRefused ?? false
      return { meeting, ...row, nearlyRefused, brought: countsOf(came), came }
    })
    const all = distinct(meetings.flatMap(({ came }) => came))
    return {
      meetings: meetings.map(({ came: _, ...meeting }) => meeting),
      sums: {
        ...countsOf(all),
        meetings: meetings.length,
        people: new Set(meetings.flatMap(({ met }) => met.map((person) => person.id))).size,
        fromNearlyRefused: countsOf(
          distinct(meetings.filter((one) => one.nearlyRefused).flatMap(({ came }) => came)),
        ).offers,
      },
    }
  },
})

/** One and the same offer may go back to several meetings. */
const distinct = (links: readonly Link[]): Link[] => [
  ...new Map(links.map((link) => [link.id, link])).values(),
]

function countsOf(links: readonly Link[]): z.infer<typeof brought> {
  const count = (kind: Link['kind']) => links.filter((link) => link.kind === kind).length
  return {
    ...{ introductions: count('introduction'), invitations: count('invitation') },
    ...{ offers: count('offer'), placements: count('placement') },
  }
}

/** Meetings that were debriefed, the latest first, each with whom one met there. */
async function heldMeetings({ tx }: Context) {
  const rows = await tx
    .selectFrom('meeting')
    .innerJoin('invitation', 'invitation.id', 'meeting.invitation_id')
    .innerJoin('debrief_held as debrief', 'debrief.meeting_id', 'meeting.id')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .leftJoin('debrief_person', 'debrief_person.debrief_id', 'debrief.id')
    .leftJoin('person', 'person.id', 'debrief_person.person_id')
    .select([
      'meeting.id',
      'invitation.id as invitation',
      'organization.name as organization',
      'invitation.role',
    ])
    .select(['meeting.starts_at', 'debrief.at', 'person.id as met', 'person.name', 'person.headline'])
    .orderBy('meeting.id')
    .execute()
  const meetings = new Map<Id<'meeting'>, Held>()
  for (const { id: meeting, invitation, organization, role, starts_at, at, met, name, headline } of rows) {
    const held = meetings.get(meeting) ?? {
      ...{ id: meeting, invitation, organization, role, met: [], at: (starts_at ?? at).toISOString() },
    }
    meetings.set(meeting, held)
    if (met !== null && held.met.every((person) => person.id !== met))
      held.met.push({ id: met, name: name!, headline })
  }
  return [...meetings.values()].sort((one, other) => (one.at < other.at ? 1 : -1))
}

type Held = {
  id: Id<'meeting'>
  invitation: Id<'invitation'>
  organization: string | null
  role: string | null
  at: string
  met: { id: Id<'person'>; name: string; headline: string | null }[]
}
