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

/** From one place of a table up to another. */
export type Range = { from: number; to: number }

/** The seeker's own network and the firms: all that the story needs. */
export async function loadCore(loading: Loading): Promise<void> {
  const { data } = loading
  await pieces(loading, 'organizations', { from: 0, to: data.organizations.length }, addOrganizations)
  await inOne(loading, (tx) => addUnits(tx, loading))
  await loadPeople(loading, { from: 0, to: data.core })
  await inOne(loading, (tx) => addRecommendations(tx, loading))
  await inOne(loading, (tx) => addLookAlikes(tx, loading))
  await pieces(loading, 'contacts', { from: 0, to: data.contacts.length }, addContacts)
  await pieces(loading, 'openings', { from: 0, to: data.openings.length }, addOpenings)
}

/** Everybody else, and what they do. */
export async function loadRest(loading: Loading): Promise<void> {
  await loadPeople(loading, { from: loading.data.core, to: loading.data.people.count })
  for (const table of [
    'person',
    'person_key',
    'organization',
    'position',
    'connection',
    'contact',
    'opening',
  ] as const)
    await sql`analyze ${sql.table(table)}`.execute(loading.house.store.owner)
}

async function loadPeople(loading: Loading, people: Range): Promise<void> {
  const { positions, connections } = loading.data
  if (people.from === people.to) return
  await pieces(loading, 'people', people, addPeople)
  await pieces(loading, 'identities', people, addKeys)
  const rows = { from: firstOf(positions.person, positions.count, people.from), to: 0 }
  rows.to = firstOf(positions.person, positions.count, people.to)
  await pieces(loading, 'positions', rows, addPositions)
  const core = connections.b.findIndex((b) => b >= loading.data.core)
  const split = core < 0 ? connections.count : core
  const links = people.from === 0 ? { from: 0, to: split } : { from: split, to: connections.count }
  await pieces(loading, 'connections', links, addConnections)
}

/** The first row of a sorted column that is not below `wanted`. */
function firstOf(column: Uint32Array, count: number, wanted: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (column[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}

type AddPiece = (tx: Tx, loading: Loading, piece: Range) => Promise<unknown>

async function pieces(loading: Loading, says: string, { from, to }: Range, add: AddPiece): Promise<void> {
  let next = from
  let done = 0
  const work = async () => {
    while (next < to) {
      const piece = { from: next, to: Math.min(to, next + PIECE) }
      next = piece.to
      await inOne(loading, (tx) => add(tx, loading, piece))
      done += piece.to - piece.from
      loading.progress({ done, total: to - from, says })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

const inOne = <T>({ house, workspace }: Loading, work: (tx: Tx) => Promise<T>): Promise<T> =>
  house.store.inWorkspace(workspace, work)

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
