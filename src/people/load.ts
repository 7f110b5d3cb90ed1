import { sql } from 'kysely'
import { monthsSinceLeaving } from '../network/clock.ts'
import { toAffiliationCost } from '../network/cost.ts'
import { formerAffiliation } from '../network/strength.ts'
import type { NetworkInput } from '../network/types.ts'
import type { Tx } from '../store/db.ts'
import { tiesOf } from './all-ties.ts'
import { type PositionFacts, positionFacts } from './facts.ts'
import { instantOf } from './graph-change.ts'
import type { Graph, Held, OpenOpening, Reading, Room } from './graph-shape.ts'
import { listUnder } from './lists.ts'
import type { OrganizationId } from './organization.ts'
import type { PersonId } from './person.ts'
import { workplacesOf } from './work.ts'

// The whole graph, from all facts that a transaction sees.

/** Each load has a key of its own, so that who still asks an earlier one is not answered with another's indices. */
let loads = 0
export const newKey = (workspace: string): string => `${workspace}/${++loads}`

/** Room for some more of what there is, so that who is new seldom needs another memory. */
export const roomFor = (people: number, organizations: number): Room => ({
  people: people + (people >>> 3) + 256,
  organizations: organizations + (organizations >>> 3) + 64,
})

/** Hands all facts to the engine. `follows`: what is needed to follow changes is kept there, too. */
export async function load(reading: Reading, { follows }: { follows: boolean }): Promise<Held> {
  const { tx, engine, workspace, now } = reading
  const key = newKey(workspace)
  const instant = await instantOf(tx)
  const everybody = await peopleIn(tx)
  const organizations = await organizationsIn(tx)
  const people = everybody.map(({ id }) => id)
  const personAt = new Map(everybody.flatMap(({ id, live }, index) => (live ? [[id, index]] : [])))
  const organizationAt = new Map(organizations.map((id, index) => [id, index]))
  const positions = await positionFacts(tx)
  const places = await workplacesOf(tx)
  const affiliations = affiliationsOf(positions, personAt, organizationAt, now)
  const openings = await openOpenings(reading, organizationAt)
  const everyone = { count: people.length, at: personAt, roster: follows ? key : undefined }
  const { ties, unused } = await tiesOf(reading, positions, places, everyone)
  const room = roomFor(people.length, organizations.length)
  const open = Uint32Array.from(openings.keys())
  await engine.load(key, { ...room, ties, affiliations: affiliations.packed, open })
  const { staff } = affiliations
  const graph = {
    key,
    people,
    organizations,
    personAt,
    organizationAt,
    openings,
    staff,
    unused,
    fits: new Map(),
  }
  const { units, headCounts } = places
  return { graph, units, headCounts, room, ...instant, now, askedBy: new Set(), isReplaced: false }
}

export type Everybody = { id: PersonId; live: boolean }

/** Everybody on record, or of those asked for, in the order of ids. */
export async function peopleIn(tx: Tx, ids?: readonly PersonId[]): Promise<Everybody[]> {
  if (ids?.length === 0) return []
  const only = ids === undefined ? sql`` : sql`where id = any(${ids}::uuid[])`
  const { rows } = await sql<Everybody>`
    select id, merged_into is null as live from person ${only} order by id`.execute(tx)
  return rows
}

/** All organizations, or those asked for that there are, in the order of ids. */
export async function organizationsIn(tx: Tx, ids?: readonly OrganizationId[]): Promise<OrganizationId[]> {
  if (ids?.length === 0) return []
  const only = ids === undefined ? sql`` : sql`where id = any(${ids}::uuid[])`
  const { rows } = await sql<{ id: OrganizationId }>`select id from organization ${only} order by id`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

type Affiliations = { packed: NetworkInput['affiliations']; staff: Map<number, number[]> }

function affiliationsOf(
  positions: PositionFacts[],
  personAt: ReadonlyMap<PersonId, number>,
  organizationAt: ReadonlyMap<OrganizationId, number>,
  now: Date,
): Affiliations {
  const rows: [person: number, organization: number, cost: number][] = []
  const staff = new Map<number, number[]>()
  for (const position of positions) {
    const person = personAt.get(position.person)
    const organization = organizationAt.get(position.organization as OrganizationId)
    const cost = affiliationCost(position, now)
    if (person === undefined || organization === undefined || cost === null) continue
    rows.push([person, organization, cost])
    if (!position.ended) listUnder(staff, organization, person)
  }
  for (const [organization, own] of staff) staff.set(organization, inOrder(own))
  const packed = {
    person: Uint32Array.from(rows, ([person]) => person),
    organization: Uint32Array.from(rows, ([, organization]) => organization),
    cost: Uint8Array.from(rows, ([, , cost]) => cost),
  }
  return { packed, staff }
}

export const inOrder = (people: readonly number[]): number[] =>
  [...new Set(people)].sort((one, other) => one - other)

/** 0 while it lasts; afterwards by the months since leaving; null when too long ago. An unknown end is the last day seen. */
export function affiliationCost(
  position: Pick<PositionFacts, 'ended' | 'to' | 'seen'>,
  now: Date,
): number | null {
  if (!position.ended) return 0
  const strength = formerAffiliation(monthsSinceLeaving(position.to ?? position.seen, now))
  return strength === null ? null : toAffiliationCost(strength)
}

/** Openings that are open today, of all organizations or of those asked for; in the order of their ids. */
export async function openOpenings(
  { tx, now }: Pick<Reading, 'tx' | 'now'>,
  organizationAt: ReadonlyMap<OrganizationId, number>,
  organizations?: readonly OrganizationId[],
): Promise<Graph['openings']> {
  const rows = await tx
    .selectFrom('opening')
    .select(['id', 'organization_id', 'title'])
    .where('closed_at', 'is', null)
    .where(sql<boolean>`(until_date is null or until_date >= left(${now.toISOString()}, length(until_date)))`)
    .$if(organizations !== undefined, (query) =>
      query.where('organization_id', '=', sql<OrganizationId>`any(${organizations}::uuid[])`),
    )
    .orderBy('id')
    .execute()
  const byOrganization = new Map<number, OpenOpening[]>()
  for (const { id, organization_id, title } of rows) {
    const organization = organizationAt.get(organization_id)
    if (organization === undefined) continue
    listUnder(byOrganization, organization, { id, organization, title })
  }
  return byOrganization
}
