import { sql } from 'kysely'
import type { House, Progress } from '../action.ts'
import type { Tx } from '../store/db.ts'
import { type Id, newId } from '../store/ids.ts'
import { addContacts, addLookAlikes, addOpenings, addRecommendations } from './insert-around.ts'
import {
  addConnections,
  addKeys,
  addOrganizations,
  addPeople,
  addPositions,
  addUnits,
} from './insert-people.ts'
import type { DemoData } from './types.ts'

// Writes an invented world into a workspace, a piece a transaction, so that a million people need little memory.

const PIECE = 10_000
/** Pieces on their way at once: one is read here while the database writes the other. */
const AT_ONCE = 2

export type Origins = { export: Id<'origin'>; world: Id<'origin'>; calendar: Id<'origin'> }

export type Loading = {
  house: House
  workspace: Id<'workspace'>
  data: DemoData
  seed: number
  origins: Origins
  progress: (step: Progress) => void
}

/** Writes these rows of a table. */
type AddRows = (tx: Tx, loading: Loading, rows: readonly number[]) => Promise<unknown>
type Table = {
  says: string
  count(data: DemoData): number
  /** The story needs this row: it is of the seeker's own network, or of a place that somebody there worked at. */
  isCore(data: DemoData, row: number, places: ReadonlySet<number>): boolean
  add: AddRows
}

const isCorePerson = ({ core }: DemoData, person: number): boolean => person < core

/** In this order: what a row refers to comes before it. */
const TABLES: Table[] = [
  {
    ...{ says: 'organizations', add: addOrganizations, count: (data) => data.organizations.length },
    isCore: (_, row, places) => places.has(row),
  },
  {
    ...{ says: 'units', add: addUnits, count: (data) => data.units.length },
    isCore: (data, row, places) => places.has(data.units[row]!.organization),
  },
  { says: 'people', add: addPeople, count: (data) => data.people.count, isCore: isCorePerson },
  { says: 'identities', add: addKeys, count: (data) => data.people.count, isCore: isCorePerson },
  {
    ...{ says: 'positions', add: addPositions, count: (data) => data.positions.count },
    isCore: (data, row) => isCorePerson(data, data.positions.person[row]!),
  },
  {
    ...{ says: 'connections', add: addConnections, count: (data) => data.connections.count },
    isCore: (data, row) => isCorePerson(data, data.connections.b[row]!),
  },
  { says: 'contacts', add: addContacts, count: (data) => data.contacts.length, isCore: () => true },
  {
    ...{ says: 'recommendations', add: addRecommendations, count: (data) => data.recommendations.length },
    isCore: () => true,
  },
  { says: 'look-alikes', add: addLookAlikes, count: (data) => data.lookAlikes.length, isCore: () => true },
  {
    ...{ says: 'openings', add: addOpenings, count: (data) => data.openings.length },
    isCore: (data, row, places) => places.has(data.openings[row]!.organization),
  },
]

/** The seeker's own network and its firms: all that the story needs. */
export const loadCore = (loading: Loading): Promise<void> => load(loading, true)

/** Everybody else, and where they work. */
export async function loadRest(loading: Loading): Promise<void> {
  await load(loading, false)
  await sql`analyze person, person_key, organization, position, connection, contact, opening`.execute(
    loading.house.store.owner,
  )
}

async function load(loading: Loading, core: boolean): Promise<void> {
  const { data } = loading
  const places = corePlaces(data)
  for (const { says, count, isCore, add } of TABLES) {
    const all = Uint32Array.from({ length: count(data) }, (_, row) => row)
    const rows = all.filter((row) => isCore(data, row, places) === core)
    await inPieces(loading, says, rows, add)
  }
}

/** Where the people of the core work and worked, and the firms of the story. */
function corePlaces({ positions, core, firms }: DemoData): ReadonlySet<number> {
  const end = positions.person.findIndex((person) => person >= core)
  return new Set([
    ...positions.organization.subarray(0, end < 0 ? positions.count : end),
    ...Object.values(firms),
  ])
}

async function inPieces(loading: Loading, says: string, rows: Uint32Array, add: AddRows): Promise<void> {
  let next = 0
  let done = 0
  const work = async () => {
    while (next < rows.length) {
      const piece = Array.from(rows.subarray(next, next + PIECE))
      next += piece.length
      await loading.house.store.inWorkspace(loading.workspace, (tx) => add(tx, loading, piece))
      done += piece.length
      loading.progress({ done, total: rows.length, says })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

/** Where the invented came from, as a user's own files would say. */
export async function addOrigins(house: House, workspace: Id<'workspace'>, at: Date): Promise<Origins> {
  const origins: Origins = { export: newId(), world: newId(), calendar: newId() }
  const names = {
    export: ['linkedin-connections', 'Connections.csv'],
    world: ['demo', 'the invented world of the demo'],
    calendar: ['calendar', 'calendar.ics'],
  } as const
  await house.store.inWorkspace(workspace, async (tx) => {
    for (const key of ['export', 'world', 'calendar'] as const) {
      const [kind, name] = names[key]
      await tx
        .insertInto('origin')
        .values({ workspace_id: workspace, id: origins[key], kind, name, at })
        .execute()
    }
  })
  return origins
}
