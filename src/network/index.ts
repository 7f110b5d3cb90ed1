/** The network engine: who reaches whom, how strongly, and which doors a meeting opens. */
export { createEngine, type Engine } from './client.ts'
export {
  isYearOnly,
  monthIndex,
  monthsSinceLeaving,
  type PartialDate,
  parsePartialDate,
  spellFrom,
  spellTo,
  wholeMonths,
} from './clock.ts'
export { type ColleaguesInput, colleagues, MOST_COLLEAGUES } from './colleagues.ts'
export {
  type Band,
  band,
  DEAREST,
  HOP_COST,
  IN_REACH,
  MIN_GAIN,
  NONE,
  toAffiliationCost,
  toCost,
  toStrength,
} from './cost.ts'
export {
  type Colleagues,
  colleaguesAt,
  type Encounter,
  type HeadCounts,
  workedTogether,
} from './encounter.ts'
export { type Encounters, encounterAt } from './encounters.ts'
export { buildNetwork, joinNetwork, openNetwork } from './network.ts'
export { comparePaths, independent } from './order.ts'
export { type Call, EngineStopped, NotLoaded } from './protocol.ts'
export type { SharedNetwork } from './share.ts'
export { BadSnapshot } from './snapshot.ts'
export { NO_UNIT, packSpells, type Spell, type Spells } from './stays.ts'
export {
  ASSUMED_HEAD_COUNT,
  CARDS,
  type Card,
  type Cards,
  chanceOfKnowing,
  combine,
  contributions,
  decay,
  type Evidence,
  type EvidenceDetail,
  type EvidenceKind,
  evidence,
  formerAffiliation,
  isDormant,
  LEAST_KNOW,
  novelty,
  SMALL_UNIT,
  STRONGEST,
} from './strength.ts'
export type {
  Door,
  DoorQuery,
  Exclude,
  FoundPath,
  HopCost,
  Network,
  NetworkInput,
  PathQuery,
  ReachAllQuery,
  ReachQuery,
  Room,
} from './types.ts'
