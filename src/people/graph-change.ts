import { sql } from 'kysely'
import type { Tx } from '../store/db.ts'
import type { Id } from '../store/ids.ts'
import type { GraphChangeTable } from '../store/tables.ts'
import type { Pair } from './facts.ts'
import type { OrganizationId } from './organization.ts'
import type { PersonId } from './person.ts'

// The log that the database keeps of whom each commit touched (store/schema/0055-graph-change.sql), and what it tells
// since an instant. Read in a transaction that sees one instant.

/** What of the facts a transaction sees: a version, and the snapshot by which the database tells what came after. */
export type Instant = { version: number; snapshot: string; readAt: number }

export async function instantOf(tx: Tx): Promise<Instant> {
  const { rows } = await sql<Instant>`
    select facts_version as version, pg_current_snapshot()::text as snapshot,
           (extract(epoch from now()) * 1000)::float8 as "readAt" from workspace`.execute(tx)
  return rows[0]!
}

export type Touched = {
  /** New, merged, taken apart, or with another headline, summary or skills. */
  people: Set<PersonId>
  /** New, or of another size. */
  organizations: Set<OrganizationId>
  /** Whose units changed. */
  units: Set<OrganizationId>
  /** Who had or has a position where. */
  positions: Map<PersonId, Set<OrganizationId>>
  /** Of whom something is on record, or was. */
  pairs: Pair[]
  openings: Map<OrganizationId, Set<Id<'opening'>>>
}

export const isNothing = (touched: Touched): boolean =>
  Object.values(touched).every((some) => ('size' in some ? some.size : some.length) === 0)

/** More ids than this are read faster all at once. */
const MOST_TOUCHED = 5000

/** What commits touched since an instant, up to the one that this transaction sees; null: everything. */
export async function touchedSince(tx: Tx, snapshot: string): Promise<Touched | null> {
  const { rows } = await sql<Pick<GraphChangeTable, 'kind' | 'ids' | 'others'>>`
    select kind, ids, others from graph_change
    where transaction >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
      and not pg_visible_in_snapshot(transaction, ${snapshot}::pg_snapshot)`.execute(tx)
  const count = rows.reduce((sum, { ids }) => sum + ids.length, 0)
  if (count > MOST_TOUCHED || rows.some(({ kind }) => kind === 'whole')) return null
  const of = (...kinds: string[]) => rows.filter(({ kind }) => kinds.includes(kind))
  const firsts = (kind: string) => new Set(of(kind).flatMap(({ ids }) => ids))
  return {
    people: firsts('person') as Set<PersonId>,
    organizations: firsts('organization') as Set<OrganizationId>,
    units: firsts('unit') as Set<OrganizationId>,
    positions: byFirst(of('position')) as Map<PersonId, Set<OrganizationId>>,
    pairs: of('pair').flatMap(({ ids, others }) => ids.map((a, at) => [a, others[at]!] as unknown as Pair)),
    openings: byFirst(of('opening')) as Map<OrganizationId, Set<Id<'opening'>>>,
  }
}

function byFirst(rows: readonly { ids: string[]; others: string[] }[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { ids, others } of rows) {
    for (const [at, id] of ids.entries()) {
      const known = found.get(id) ?? new Set()
      found.set(id, known.add(others[at]!))
    }
  }
  return found
}
