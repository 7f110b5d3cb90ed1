import type { Context } from '../action.ts'
import type { HeadCounts } from '../network/encounter.ts'
import type { Id } from '../store/ids.ts'
import type { OrganizationId } from './organization.ts'
import type { PersonId } from './person.ts'

export type OpenOpening = { id: Id<'opening'>; organization: number; title: string }

/** What is kept beside the engine: who is which index, and what is open where. Indices are in the order of ids. */
export type Graph = {
  key: string
  /** Everybody ever recorded, those too who turned out to be somebody else: these have no ties and no index by id. */
  people: PersonId[]
  organizations: OrganizationId[]
  personAt: Map<PersonId, number>
  organizationAt: Map<OrganizationId, number>
  /** Open openings by index of their organization. */
  openings: Map<number, OpenOpening[]>
  /** People now at an organization, by its index, each once. */
  staff: Map<number, number[]>
  /** Ties marked "do not use": in no path, but gossip travels along them. */
  unused: [number, number][]
  /** Fit of openings for one person's work, as far as asked: it changes only with the facts. */
  fits: Map<string, { fit: number | null; because: string }>
}

/** What a change is followed by needs of it, beside the graph itself. */
export type Held = {
  graph: Graph
  /** Indices of units, by organization and name, and the sizes of organizations and units. */
  units: Map<string, number>
  headCounts: HeadCounts
  /** For so many the engine has place. */
  room: Room
  /** The facts that it holds: their version, and the database's snapshot and time of reading. */
  version: number
  snapshot: string
  readAt: number
  now: Date
  /** Transactions that ask it; while there are some, it stays as it is. */
  askedBy: Set<object>
  /** Another has taken its place: the engine forgets it when nobody asks it any more. */
  isReplaced: boolean
}

export type Room = { people: number; organizations: number }

/** Where facts are read, and what they are handed to. */
export type Reading = Pick<Context, 'tx' | 'engine' | 'workspace' | 'now'>
