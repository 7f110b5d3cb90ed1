import { sql } from 'kysely'
import type { Context } from '../action.ts'
import type { Engine } from '../network/client.ts'
import { monthsSinceLeaving } from '../network/clock.ts'
import { NONE, toAffiliationCost } from '../network/cost.ts'
import { formerAffiliation } from '../network/strength.ts'
import type { NetworkInput } from '../network/types.ts'
import type { Id } from '../store/ids.ts'
import { tiesOf } from './all-ties.ts'
import { type PositionFacts, positionFacts } from './facts.ts'
import { listUnder } from './lists.ts'
import type { OrganizationId } from './organization.ts'
import type { PersonId } from './person.ts'

// Hands the workspace's facts to the engine and keeps it in step. PostgreSQL is the record, the graph an index of it:
// an answer is never older than the last commit that the caller could have seen.

export type OpenOpening = { id: Id<'opening'>; organization: number; title: string }

/** What is kept beside the engine: who is which index, and what is open where. */
export type Graph = {
  key: string
  people: PersonId[]
  organizations: OrganizationId[]
  personAt: ReadonlyMap<PersonId, number>
  organizationAt: ReadonlyMap<OrganizationId, number>
  /** Open openings by index of their organization. */
  openings: ReadonlyMap<number, OpenOpening[]>
  /** People now at an organization, by its index. */
  staff: ReadonlyMap<number, number[]>
  /** Ties marked "do not use": in no path, but gossip travels along them. */
  unused: [number, number][]
  /** Fit of openings for one person's work, as far as asked: it changes only with the facts. */
  fits: Map<string, { fit: number | null; because: string }>
}

/** A graph holds for the facts of a version and for a day: ages change with the month, openings end with a day. */
type Kept = { factsVersion: number; day: string; graph: Promise<Graph> }
const kept = new WeakMap<object, Map<string, Kept>>()

/**
 * The graph of the workspace as of the caller's transaction: the one in memory, or a new one when facts or the day have
 * changed, or the engine's thread was lost.
 */
export async function graphOf(context: Context): Promise<Graph> {
  const { engine, workspace, factsVersion } = context
  const day = context.now.toISOString().slice(0, 10)
  const graphs = kept.get(engine) ?? new Map<string, Kept>()
  kept.set(engine, graphs)
  const known = graphs.get(workspace)
  if (known && known.factsVersion >= factsVersion && known.day === day) {
    const graph = await known.graph.catch(() => null)
    if (graph !== null && (await engine.version(graph.key)) !== null) return graph
    // Another question may have begun to load it while this one waited.
    if (graphs.get(workspace) !== known) return graphOf(context)
  }
  const graph = load(context, `${workspace}/${++loads}`)
  graphs.set(workspace, { factsVersion, day, graph })
  if (known) forget(engine, known)
  return graph
}

/** Each load has a key of its own, so that who still asks an earlier one is not answered with another's indices. */
let loads = 0

/** How long an earlier graph stays for those who still ask it, in milliseconds. */
const LINGERS = 10_000

function forget(engine: Engine, { graph }: Kept): void {
  const drop = async () => void (await engine.drop((await graph).key))
  setTimeout(() => drop().catch(() => {}), LINGERS).unref()
}

async function load(context: Context, key: string): Promise<Graph> {
  const { tx, engine } = context
  const people = await idsOf<PersonId>(tx, 'person')
  const organizations = await idsOf<OrganizationId>(tx, 'organization')
  const personAt = new Map(people.map((id, index) => [id, index]))
  const organizationAt = new Map(organizations.map((id, index) => [id, index]))
  const positions = await positionFacts(tx)
  const affiliations = affiliationsOf(positions, personAt, organizationAt, context.now)
  const openings = await openOpenings(context, organizationAt)
  const { ties, unused } = await tiesOf(context, positions, personAt)
  await engine.load(key, {
    people: people.length,
    organizations: organizations.length,
    ties,
    affiliations: affiliations.packed,
    open: Uint32Array.from(openings.keys()),
  })
  const { staff } = affiliations
  return {
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
}

async function idsOf<T extends string>(tx: Context['tx'], table: 'person' | 'organization'): Promise<T[]> {
  const merged = table === 'person' ? sql`where merged_into is null` : sql``
  const { rows } = await sql<{ id: T }>`select id from ${sql.table(table)} ${merged} order by id`.execute(tx)
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
  const packed = {
    person: Uint32Array.from(rows, ([person]) => person),
    organization: Uint32Array.from(rows, ([, organization]) => organization),
    cost: Uint8Array.from(rows, ([, , cost]) => cost),
  }
  return { packed, staff }
}

/** 0 while it lasts; afterwards by the months since leaving; null when too long ago. An unknown end is the last day seen. */
export function affiliationCost(
  position: Pick<PositionFacts, 'ended' | 'to' | 'seen'>,
  now: Date,
): number | null {
  if (!position.ended) return 0
  const strength = formerAffiliation(monthsSinceLeaving(position.to ?? position.seen, now))
  return strength === null ? null : toAffiliationCost(strength)
}

/** Openings that are open today. */
async function openOpenings(
  { tx, now }: Context,
  organizationAt: ReadonlyMap<OrganizationId, number>,
): Promise<Map<number, OpenOpening[]>> {
  const rows = await tx
    .selectFrom('opening')
    .select(['id', 'organization_id', 'title'])
    .where('closed_at', 'is', null)
    .where(sql<boolean>`until_date is null or until_date >= left(${now.toISOString()}, length(until_date))`)
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

/** What a person's own ties cost, by person; null where there is none. */
export async function ownTies(
  { engine }: Context,
  graph: Graph,
  person: PersonId,
): Promise<(other: PersonId) => number | null> {
  const from = graph.personAt.get(person)
  if (from === undefined) return () => null
  const costs = await engine.reach(graph.key, { from, maxTies: 1 })
  return (other) => {
    const cost = costs[graph.personAt.get(other) ?? -1] ?? NONE
    return cost === NONE ? null : cost
  }
}
