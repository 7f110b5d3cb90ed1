// An invented world: columns where there are many rows, plain objects where there are few. People, organizations and
// openings are named by their place. Months are counted as in network/clock.ts: year x 12 + (month - 1).

export type DemoOrganization = {
  name: string
  industry: string
  /** How many really work there; more than are known here. Null: nobody said. */
  headCount: number | null
  city: string
}

export type DemoUnit = { organization: number; name: string; headCount: number }

export type DemoPeople = {
  count: number
  given: string[]
  family: string[]
  /** What they do at the latest, as a headline; null where no position is known. */
  headline: (string | null)[]
  location: (string | null)[]
  /** Skills, joined by `|`; empty for most. */
  skills: string[]
}

/** Sorted by person. */
export type DemoPositions = {
  count: number
  person: Uint32Array
  organization: Uint32Array
  /** A place in `titles`. */
  title: Uint16Array
  /** A place in `unitNames`; NO_UNIT: not known. */
  unit: Uint16Array
  /** First month; UNKNOWN: nobody said. */
  from: Int32Array
  /** Last month, included; UNKNOWN while it lasts, or when the end is not known. */
  to: Int32Array
  /** 1: both dates are known by their year only. */
  yearsOnly: Uint8Array
  ended: Uint8Array
  /** The month in which a source said so last. */
  seen: Int32Array
}

export const UNKNOWN = -1
export const NO_UNIT = 0xffff

/** `a` < `b`. `since`: days before now. */
export type DemoConnections = { count: number; a: Uint32Array; b: Uint32Array; since: Int32Array }

/** Messages between the seeker and others. `at`: milliseconds since 1970. */
export type DemoContact = { from: number; to: number; channel: 'message' | 'calendar'; at: number }

/** `days`: before now. */
export type DemoRecommendation = { from: number; to: number; days: number }

export type DemoOpening = {
  organization: number
  title: string
  description: string
  location: string
  remote: boolean
  /** Days before now. */
  posted: number
  closed: number | null
}

export type DemoData = {
  people: DemoPeople
  organizations: DemoOrganization[]
  units: DemoUnit[]
  positions: DemoPositions
  titles: string[]
  unitNames: string[]
  connections: DemoConnections
  contacts: DemoContact[]
  recommendations: DemoRecommendation[]
  openings: DemoOpening[]
  lookAlikes: { a: number; b: number; because: string }[]
  /** The seeker's place. */
  me: number
  /** So many people, from the first, hold the seeker's whole network: the story is told among them. */
  core: number
  /** The places of those who play in the story. */
  cast: Record<string, number>
  firms: Record<string, number>
  now: Date
}

export type DemoOptions = {
  /** 200 to 1,000,000; 2,000 when absent. */
  people?: number
  seed?: number
}
