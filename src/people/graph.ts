import { sql } from 'kysely'
import type { Context } from '../action.ts'
import { monthIndex, monthsSinceLeaving } from '../network/clock.ts'
import { colleagues } from '../network/colleagues.ts'
import { toAffiliationCost, toCost } from '../network/cost.ts'
import { colleaguesAt } from '../network/encounter.ts'
import { encounterAt } from '../network/encounters.ts'
import { packSpells } from '../network/stays.ts'
import { combine, type Evidence, formerAffiliation } from '../network/strength.ts'
import type { NetworkInput } from '../network/types.ts'
import type { Id } from '../store/ids.ts'
import { vetoed, weigh } from './evidence.ts'
import { type PositionFacts, pairFacts, positionFacts } from './facts.ts'
import type { OrganizationId } from './organization.ts'
import type { PersonId } from './person.ts'
import { spellOf, workplacesOf } from './work.ts'

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

type Kept = { factsVersion: number; month: number; graph: Promise<Graph> }
const kept = new WeakMap<object, Map<string, Kept>>()

/** The graph of the workspace as of the caller's transaction, loaded when facts or the month have changed. */
export function graphOf(context: Context): Promise<Graph> {
  const { engine, workspace, factsVersion } = context
  const graphs = kept.get(engine) ?? new Map<string, Kept>()
  kept.set(engine, graphs)
  const known = graphs.get(workspace)
  const month = monthIndex(context.now)
  if (known && known.factsVersion >= factsVersion && known.month === month) return known.graph
  const graph = load(context)
  graphs.set(workspace, { factsVersion, month, graph })
  // A failed load must not be the answer to every later question.
  graph.catch(() => graphs.delete(workspace))
  return graph
}

async function load(context: Context): Promise<Graph> {
  const { tx, workspace, engine } = context
  const people = await idsOf<PersonId>(tx, 'person')
  const organizations = await idsOf<OrganizationId>(tx, 'organization')
  const personAt = new Map(people.map((id, index) => [id, index]))
  const organizationAt = new Map(organizations.map((id, index) => [id, index]))
  const positions = await positionFacts(tx)
  const affiliations = affiliationsOf(positions, personAt, organizationAt, context.now)
  const openings = await openOpenings(context, organizationAt)
  const { ties, unused } = await tiesOf(context, positions, personAt)
  await engine.load(workspace, {
    people: people.length,
    organizations: organizations.length,
    ties,
    affiliations: affiliations.packed,
    open: Uint32Array.from(openings.keys()),
  })
  const { staff } = affiliations
  return {
    key: workspace,
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

async function openOpenings(
  { tx }: Context,
  organizationAt: ReadonlyMap<OrganizationId, number>,
): Promise<Map<number, OpenOpening[]>> {
  const rows = await tx
    .selectFrom('opening')
    .select(['id', 'organization_id', 'title'])
    .where('closed_at', 'is', null)
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

type Weighing = { ties: NetworkInput['ties']; unused: [number, number][] }

/** Every tie of the workspace with its cost: what is on record for a pair, and who probably crossed paths at work. */
async function tiesOf(
  context: Context,
  positions: PositionFacts[],
  personAt: ReadonlyMap<PersonId, number>,
): Promise<Weighing> {
  const { tx, now } = context
  const careers = careersOf(positions)
  const evidence = new Map<number, Evidence[]>()
  const unused: [number, number][] = []
  const strangers = new Set<number>()
  const size = personAt.size
  for (const facts of await pairFacts(tx)) {
    const [a, b] = [personAt.get(facts.a), personAt.get(facts.b)]
    if (a === undefined || b === undefined) continue
    const key = pairKey(a, b, size)
    const veto = vetoed(facts)
    if (veto === 'do-not-know') strangers.add(key)
    if (veto === 'do-not-use') unused.push([a, b])
    evidence.set(key, weigh(facts, careers.get(facts.a) ?? [], careers.get(facts.b) ?? [], now))
  }
  await addInferred(evidence, context, positions, personAt)
  for (const key of strangers) evidence.delete(key)
  return { ties: packTies(evidence, size), unused }
}

/** Positions by person. */
export function careersOf(positions: readonly PositionFacts[]): Map<PersonId, PositionFacts[]> {
  const careers = new Map<PersonId, PositionFacts[]>()
  for (const position of positions) listUnder(careers, position.person, position)
  return careers
}

function listUnder<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

const pairKey = (a: number, b: number, size: number): number => (a < b ? a * size + b : b * size + a)

/** Adds who probably crossed paths at work: computed here, never a row, so it cannot disagree with the positions. */
async function addInferred(
  evidence: Map<number, Evidence[]>,
  { tx, now }: Context,
  positions: PositionFacts[],
  personAt: ReadonlyMap<PersonId, number>,
): Promise<void> {
  const places = await workplacesOf(tx)
  const spells = positions.map((position) => {
    const person = personAt.get(position.person)
    return person === undefined ? null : spellOf(position, person, places)
  })
  const month = monthIndex(now)
  const packed = packSpells(spells.filter((spell) => spell !== null))
  const met = colleagues({ people: personAt.size, spells: packed, headCounts: places.headCounts, now: month })
  for (let row = 0; row < met.count; row++) {
    const encounter = encounterAt(met, row)
    listUnder(evidence, pairKey(encounter.a, encounter.b, personAt.size), colleaguesAt(encounter, month))
  }
}

function packTies(evidence: Map<number, Evidence[]>, size: number): NetworkInput['ties'] {
  const a: number[] = []
  const b: number[] = []
  const costs: number[] = []
  for (const [key, items] of evidence) {
    const cost = items.length === 0 ? null : toCost(combine(items))
    if (cost === null) continue
    a.push(Math.floor(key / size))
    b.push(key % size)
    costs.push(cost)
  }
  return { a: Uint32Array.from(a), b: Uint32Array.from(b), cost: Uint8Array.from(costs) }
}
