import { type ExpressionBuilder, type JoinBuilder, sql } from 'kysely'
import type { Context } from '../action.ts'
import { listed, said } from '../language.ts'
import { listUnder } from '../people/lists.ts'
import type { Id } from '../store/ids.ts'
import type { PersonTable, Tables } from '../store/tables.ts'
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

/** Whom a firm invited for a mandate: in one's own workspace it is oneself, who is called "you". */
const candidateOf = (join: JoinBuilder<Tables & { candidate: PersonTable }, 'invitation' | 'candidate'>) =>
  join.onRef('candidate.id', '=', 'invitation.seeker').on('invitation.candidacy_id', 'is not', null)

type Cause = { link: Link; from: string | null }

async function invitations(context: Context): Promise<Cause[]> {
  const rows = await context.tx
    .selectFrom('invitation')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .leftJoin('person as candidate', candidateOf)
    .select([
      'invitation.id',
      'invitation.role',
      'invitation.received_at',
      'invitation.came_from',
      'organization.name',
      'candidate.name as candidate',
    ])
    .orderBy('invitation.id')
    .execute()
  const standing = await standings(
    context,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, role, received_at, came_from, name, candidate }) => {
    const { nearlyRefused } = standing.get(id)!
    const says = said({
      en: `${name ?? 'Somebody'} invited ${candidate ?? 'you'}${role ? ` for ${role}` : ''}`,
      de: `${name ?? 'Jemand'} hat ${candidate ?? 'Sie'} eingeladen${role ? `: ${role}` : ''}`,
    })
    const link: Link = { kind: 'invitation', id, at: received_at.toISOString(), says }
    return { link: nearlyRefused ? { ...link, nearlyRefused } : link, from: came_from }
  })
}

/** Meetings that were debriefed, or that an introduction came of. */
async function meetings(context: Context): Promise<Cause[]> {
  const rows = await context.tx
    .selectFrom('meeting')
    .leftJoin('debrief_held as debrief', 'debrief.meeting_id', 'meeting.id')
    .innerJoin('invitation', 'invitation.id', 'meeting.invitation_id')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .distinctOn('meeting.id')
    .select([
      'meeting.id',
      'meeting.invitation_id',
      'meeting.starts_at',
      'debrief.at',
      'invitation.received_at',
      'organization.name',
    ])
    .where((eb) =>
      eb.or([
        eb('debrief.id', 'is not', null),
        eb(
          'meeting.id',
          'in',
          eb.selectFrom('introduction_held').select('via_meeting').$castTo<Id<'meeting'>>(),
        ),
      ]),
    )
    .orderBy('meeting.id')
    .orderBy('debrief.at')
    .execute()
  const met = await peopleMet(context)
  return rows.map(({ id, invitation_id, starts_at, at, received_at, name }) => {
    const who = met.get(id) ?? []
    const says = said({
      en: `You met ${who.length > 0 ? listed(who) : 'people'}${name ? ` at ${name}` : ''}`,
      de: `Sie trafen ${who.length > 0 ? listed(who) : 'Menschen'}${name ? ` bei ${name}` : ''}`,
    })
    const when = starts_at ?? at ?? received_at
    return { link: { kind: 'meeting', id, at: when.toISOString(), says }, from: invitation_id }
  })
}

/** Names by meeting, whichever debrief told them. */
async function peopleMet({ tx }: Context): Promise<Map<string, string[]>> {
  const rows = await tx
    .selectFrom('debrief_person')
    .innerJoin('debrief_held as debrief', 'debrief.id', 'debrief_person.debrief_id')
    .innerJoin('person', 'person.id', 'debrief_person.person_id')
    .distinct()
    .select(['debrief.meeting_id', 'person.id', 'person.name'])
    .orderBy('person.name')
    .execute()
  const met = new Map<string, string[]>()
  for (const { meeting_id, name } of rows) listUnder(met, meeting_id, name)
  return met
}

async function introductions({ tx }: Context): Promise<Cause[]> {
  const rows = await tx
    .selectFrom('introduction_held as introduction')
    .innerJoin('person', 'person.id', 'introduction.target')
    .leftJoin('person as connector', (join) => join.on(sql<boolean>`connector.id = introduction.path[2]`))
    .leftJoin('organization', 'organization.id', 'introduction.organization_id')
    .select((eb) => [
      'introduction.id',
      'introduction.at',
      'via_meeting',
      'person.name',
      'connector.name as connector',
      'organization.name as place',
      eb.exists(nowThere(eb)).as('isThere'),
      eb.or([eb.exists(madeState(eb)), eb.exists(ledOn(eb))]).as('isMade'),
    ])
    .orderBy('introduction.id')
    .execute()
  return rows.map(({ id, at, via_meeting, ...row }) => {
    const link = { kind: 'introduction' as const, id, at: at.toISOString(), says: introductionInWords(row) }
    return { link, from: via_meeting }
  })
}

type Builder = ExpressionBuilder<Tables, 'introduction'>

const nowThere = (eb: Builder) =>
  eb
    .selectFrom('position')
    .select('position.id')
    .whereRef('position.person_id', '=', 'introduction.target')
    .whereRef('position.organization_id', '=', 'introduction.organization_id')
    .where('position.ended', '=', false)

const madeState = (eb: Builder) =>
  eb
    .selectFrom('introduction_state_held as introduction_state')
    .select('introduction_state.id')
    .whereRef('introduction_state.introduction_id', '=', 'introduction.id')
    .where('introduction_state.state', 'in', ['introduced', 'met'])

/** An invitation that came of it says that it was made, whatever its states were said to be. */
const ledOn = (eb: Builder) =>
  eb.selectFrom('invitation').select('invitation.id').whereRef('invitation.came_from', '=', 'introduction.id')

type Told = {
  name: string
  connector: string | null
  place: string | null
  isThere: unknown
  isMade: unknown
}

/** Says no more than happened: who was asked has not introduced anybody yet, and who left a place is not there. */
function introductionInWords({ name, connector, place, isThere, isMade }: Told): string {
  const whom = place === null ? name : isThere ? thereInWords(name, place) : aboutInWords(name, place)
  if (connector === null || connector === name)
    return said({ en: `You turned to ${whom}`, de: `Sie wandten sich an ${whom}` })
  if (!isMade)
    return said({
      en: `You asked ${connector} for an introduction to ${whom}`,
      de: `Sie baten ${connector} um eine Vorstellung bei ${whom}`,
    })
  return said({
    en: `${connector} introduced you to ${whom}`,
    de: `${connector} hat Sie vorgestellt: ${whom}`,
  })
}

const thereInWords = (name: string, place: string): string =>
  said({ en: `${name} at ${place}`, de: `${name} bei ${place}` })
const aboutInWords = (name: string, place: string): string =>
  said({ en: `${name}, about ${place}`, de: `${name}, wegen ${place}` })

async function offers({ tx }: Context): Promise<Cause[]> {
  const rows = await tx
    .selectFrom('offer_held as offer')
    .innerJoin('invitation', 'invitation.id', 'offer.invitation_id')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .leftJoin('person as candidate', candidateOf)
    .select(['offer.id', 'offer.at', 'offer.invitation_id', 'invitation.role', 'organization.name'])
    .select('candidate.name as candidate')
    .orderBy('offer.id')
    .execute()
  return rows.map(({ id, at, invitation_id, role, name, candidate }) => {
    const offered = role ? `: ${role}` : ''
    const says = said({
      en: `${name ?? 'Somebody'} made ${candidate ?? 'you'} an offer${offered}`,
      de: `${name ?? 'Jemand'} hat ${candidate ?? 'Ihnen'} ein Angebot gemacht${offered}`,
    })
    return { link: { kind: 'offer', id, at: at.toISOString(), says }, from: invitation_id }
  })
}

async function placements({ tx }: Context): Promise<Cause[]> {
  const rows = await tx
    .selectFrom('outcome_held as outcome')
    .innerJoin('invitation', 'invitation.id', 'outcome.invitation_id')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .leftJoin('person as candidate', candidateOf)
    .distinctOn('outcome.offer_id')
    .select(['outcome.id', 'outcome.at', 'outcome.offer_id', 'outcome.kind', 'organization.name'])
    .select('candidate.name as candidate')
    .where('outcome.offer_id', 'is not', null)
    .orderBy('outcome.offer_id')
    .orderBy('outcome.id', 'desc')
    .execute()
  // The last answer to an offer counts.
  const accepted = rows.filter(({ kind }) => kind === 'offer-accepted')
  return accepted.map(({ id, at, offer_id, name, candidate }) => {
    const accepted = name ? `: ${name}` : ''
    const says = said({
      en: `${candidate ?? 'You'} accepted${accepted}`,
      de: `${candidate ?? 'Sie'} ${candidate ? 'hat' : 'haben'} angenommen${accepted}`,
    })
    return { link: { kind: 'placement', id, at: at.toISOString(), says }, from: offer_id }
  })
}
