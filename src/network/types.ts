/** Shapes of the engine's questions and answers. People and organizations are indices from 0; costs see cost.ts. */

import type { SharedNetwork } from './share.ts'

export type Ids = Uint32Array | readonly number[]
export type HopCost = readonly [number, number, number]

export type NetworkInput = {
  /** How many people; at most 16,777,216. */
  people: number
  /** Undirected, cost 1..254. Self ties are dropped, parallel ties merge to the strongest. */
  ties: { a: Uint32Array; b: Uint32Array; cost: Uint8Array }
  /** Cost 0 = now there, up to 254. */
  affiliations: { person: Uint32Array; organization: Uint32Array; cost: Uint8Array }
  organizations: number
  /** Organizations with openings. */
  open?: Uint32Array
  /** What each further tie of a path adds; [0, 16, 33] when absent. */
  hopCost?: HopCost
  /** The compiled kernel (the default where there is one), or the same in plain TypeScript. */
  kernel?: 'wasm' | 'typescript'
  /** How many threads may ask at once, each with a scratch of its own; 1 when absent. */
  threads?: number
}

/** People who are neither connectors nor ends, and ties that are not used. */
export type Exclude = { people?: Ids; ties?: readonly (readonly [number, number])[] }

/** Ties from the seeker that hold for one question only; the stronger of these and the existing ones counts. */
export type Room = readonly { person: number; cost: number }[]

export type Question = { hopCost?: HopCost; exclude?: Exclude; room?: Room; maxTies?: number }

export type PathQuery = Question & {
  from: number
  top?: number
  /** Dearest cost of interest; 254 when absent. */
  atMost?: number
} & (
    | {
        organization: number
        /** Only people now there are ends. */
        currentOnly?: boolean
        person?: undefined
      }
    | { person: number; organization?: undefined; currentOnly?: undefined }
  )

/** People from the seeker to the end; the cost includes hops and the affiliation. */
export type FoundPath = { cost: number; people: number[] }

export type DoorQuery = {
  from: number
  room: Room
  /** Dearest cost that is in reach: 161 in the product. */
  threshold: number
  minGain?: number
  only: 'open' | 'all'
  exclude?: Exclude
  hopCost?: HopCost
}

/** `before` is 255 when there was no path; `people` is the best path after. */
export type Door = { organization: number; before: number; after: number; people: number[] }

export type ReachAllQuery = { from: Ids; organizations?: Ids; exclude?: Exclude; hopCost?: HopCost }
export type ReachQuery = Question & { from: number }

/**
 * Who reaches whom. A path has 1 to 3 ties, nobody twice, and costs at most 254; the seeker is never its end.
 * Order: cost, then fewer ties, then the ids in sequence. Bad input: RangeError naming argument and index.
 */
export type BareNetwork = {
  readonly people: number
  readonly organizations: number
  /** Grows by one with each change. */
  readonly version: number
  /** The `top` (10) least costly simple paths to anyone at the organization, or to the person. */
  paths(query: PathQuery): FoundPath[]
  /** Organizations that the room brings to at most `threshold`: not there before, or `minGain` (5) dearer. By id. */
  doors(query: DoorQuery): Door[]
  /** Least costs, row-major: a row a seeker, a column an organization (all, or those given, in order); 255 = none. */
  reachAll(query: ReachAllQuery): Uint8Array
  /** Least cost from one seeker to each person; 255 = none (and for the seeker). */
  reach(query: ReachQuery): Uint8Array
  /** Adds a tie or replaces its cost. */
  addTie(a: number, b: number, cost: number): void
  removeTie(a: number, b: number): void
  /** Sets the cost of an affiliation, or ends it with null. */
  affiliate(person: number, organization: number, cost: number | null): void
  setOpen(organization: number, open: boolean): void
}

export type Network = BareNetwork & {
  readonly kernel: 'wasm' | 'typescript'
  /** All memory that the network takes. */
  readonly bytes: number
  /** The same network in a memory of its own, with place for so many. */
  copy(room: { people: number; organizations: number }): Network
  /** Writes a snapshot, checksummed, for `openNetwork`. */
  save(path: string): void
  /** For `joinNetwork` in another thread; a network built with `threads` has place for so many. */
  share(): SharedNetwork
}
