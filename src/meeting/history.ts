import { sql } from 'kysely'
import type { Context } from '../action.ts'
import type { Id } from '../store/ids.ts'
import { standings } from './state.ts'

// What led to what: invitation -> meeting -> introduction -> invitation -> offer -> placement.

export type Link = {
  kind: 'meeting' | 'introduction' | 'invitation' | 'offer' | 'placement'
  id: string
  at: string
  says: string
  nearlyRefused?: boolean
}

/** A link with what it came of, and what came of it. */
export type Node = { link: Link; from: string | null; to: string[] }
export type History = ReadonlyMap<string, Node>

/** All links of the workspace, each with its cause. */
export async function history(context: Context): Promise<History> {
  const nodes = new Map<string, Node>()
  const add = (link: Link, from: string | null) => nodes.set(link.id, { link, from, to: [] })
  for (const { link, from } of await invitations(context)) add(link, from)
  for (const { link, from } of await meetings(context)) add(link, from)
  for (const { link, from } of await introductions(context)) add(link, from)
  for (const { link, from } of await offers(context)) add(link, from)
  for (const { link, from } of await placements(context)) add(link, from)
  for (const [id, { from }] of nodes) if (from !== null) nodes.get(from)?.to.push(id)
  return nodes
}

type Cause = { link: Link; from: string | null }

async function invitations(context: Context): Promise<Cause[]> {
  const rows = await context.tx
    .selectFrom('invitation')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .select([
      'invitation.id',
      'invitation.role',
      'invitation.received_at',
      'invitation.came_from',
      'organization.name',
    ])
    .orderBy('invitation.id')
    .execute()
  const standing = await standings(
    context,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, role, received_at, came_from, name }) => {
    const { nearlyRefused } = standing.get(id)!
    const says = `${name ?? 'Somebody'} invited you${role ? ` for ${role}` : ''}`
    const link: Link = { kind: 'invitation', id, at: received_at.toISOString(), says }
    return { link: nearlyRefused ? { ...link, nearlyRefused } : link, from: came_from }
  })
}

async function meetings(context: Context): Promise<Cause[]> {
  const rows = await context.tx
    .selectFrom('meeting')
    .innerJoin('debrief', 'debrief.meeting_id', 'meeting.id')
    .innerJoin('invitation', 'invitation.id', 'meeting.invitation_id')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .distinctOn('meeting.id')
    .select([
      'meeting.id',
      'meeting.invitation_id',
      'meeting.starts_at',
      'debrief.at',
      'debrief.id as debrief',
      'organization.name',
    ])
    .orderBy('meeting.id')
    .orderBy('debrief.at')
    .execute()
  const met = await peopleMet(
    context,
    rows.map(({ debrief }) => debrief),
  )
  return rows.map(({ id, invitation_id, starts_at, at, debrief, name }) => {
    const who = met.get(debrief) ?? []
    const says = `You met ${who.length > 0 ? listed(who) : 'people'}${name ? ` at ${name}` : ''}`
    return { link: { kind: 'meeting', id, at: (starts_at ?? at).toISOString(), says }, from: invitation_id }
  })
}

async function peopleMet(
  { tx }: Context,
  debriefs: readonly Id<'debrief'>[],
): Promise<Map<string, string[]>> {
  if (debriefs.length === 0) return new Map()
  const rows = await tx
    .selectFrom('debrief_person')
    .innerJoin('person', 'person.id', 'debrief_person.person_id')
    .select(['debrief_id', 'person.name'])
    .where('debrief_id', 'in', [...debriefs])
    .orderBy('person.name')
    .execute()
  const met = new Map<string, string[]>()
  for (const { debrief_id, name } of rows) met.set(debrief_id, [...(met.get(debrief_id) ?? []), name])
  return met
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

async function introductions({ tx }: Context): Promise<Cause[]> {
  const rows = await tx
    .selectFrom('introduction')
    .innerJoin('person', 'person.id', 'introduction.target')
    .leftJoin('person as connector', (join) => join.on(sql<boolean>`connector.id = introduction.path[2]`))
    .leftJoin('organization', 'organization.id', 'introduction.organization_id')
    .select([
      'introduction.id',
      'introduction.at',
      'via_meeting',
      'person.name',
      'connector.name as connector',
      'organization.name as place',
    ])
    .orderBy('introduction.id')
    .execute()
  return rows.map(({ id, at, via_meeting, name, connector, place }) => {
    const through = connector && connector !== name ? `${connector} introduced you` : 'You turned'
    const says = `${through} to ${name}${place ? ` at ${place}` : ''}`
    return { link: { kind: 'introduction', id, at: at.toISOString(), says }, from: via_meeting }
  })
}

async function offers({ tx }: Context): Promise<Cause[]> {
  const rows = await tx
    .selectFrom('offer')
    .innerJoin('invitation', 'invitation.id', 'offer.invitation_id')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .select(['offer.id', 'offer.at', 'offer.invitation_id', 'invitation.role', 'organization.name'])
    .orderBy('offer.id')
    .execute()
  return rows.map(({ id, at, invitation_id, role, name }) => {
    const says = `${name ?? 'Somebody'} made you an offer${role ? `: ${role}` : ''}`
    return { link: { kind: 'offer', id, at: at.toISOString(), says }, from: invitation_id }
  })
}

async function placements({ tx }: Context): Promise<Cause[]> {
  const rows = await tx
    .selectFrom('outcome')
    .innerJoin('invitation', 'invitation.id', 'outcome.invitation_id')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .select(['outcome.id', 'outcome.at', 'outcome.offer_id', 'organization.name'])
    .where('outcome.kind', '=', 'offer-accepted')
    .orderBy('outcome.id')
    .execute()
  return rows.map(({ id, at, offer_id, name }) => {
    const says = `You accepted${name ? `: ${name}` : ''}`
    return { link: { kind: 'placement', id, at: at.toISOString(), says }, from: offer_id }
  })
}
