/** What a kernel does: the inner loops of the questions, over one space. Written twice, answering alike. */
import type { FoundPath } from './types.ts'

/** The `top` least costly paths from one list of ties to the ends that another list holds. */
export type Search = {
  from: number
  /** Byte addresses of the ties of the seeker, and of the words of the ends (their cost: what ending there costs). */
  first: number
  ends: number
  /** Ends from this word up do not count. */
  endLimit: number
  /** What the hops of a path of one, two and three ties cost together. */
  hops: readonly [number, number, number]
  maxTies: number
  top: number
  atMost: number
}

/** Least costs outwards. What is left of `full` when somebody is reached is written into the tables; 0 = not reached. */
export type Exploration = {
  /** Byte address of the ties to begin with. */
  first: number
  /** What each further tie adds. */
  hops: readonly [number, number, number]
  maxTies: number
  /** One more than the dearest cost of interest. */
  full: number
}

export type Keep = { full: number; threshold: number; minGain: number; openOnly: boolean }

/** A way to an organization that an exploration found: ids from the first connector to the end. */
export type Way = { organization: number; before: number; after: number; people: number[] }

/**
 * Tables are clean (all 0, but for people barred by 255) when a question begins; `wipe` makes them so again.
 */
export type Kernel = {
  readonly name: 'wasm' | 'typescript'
  /** Uses both tables and leaves all but the barred clean. */
  paths(search: Search): FoundPath[]
  /** Fills `second` (by exactly two ties) and `best` (by any number). */
  explore(exploration: Exploration): void
  /** Fills `after`: the most that is left at each organization. */
  endAtOrganizations(): void
  /**
   * With the tables of the exploration without the room: fills `before` with costs, and wipes `after` where there is no
   * door. Answers how many doors are left.
   */
  keepDoors(keep: Keep): number
  /** With the tables of the exploration through the room again: the first door from this organization on, with its path. */
  nextDoor(exploration: Exploration, organization: number): Way | null
  /** Answers what writes the least costs to the organizations (255 = none), after each exploration up to 254. */
  leastCosts(organizations: Uint32Array): (into: Uint8Array) => void
  /** Cleans the tables of people, the barred included. */
  wipe(): void
  /** Cleans the tables of organizations. */
  wipeOrganizations(): void
}
