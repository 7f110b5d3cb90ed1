import { spellFrom, spellTo, wholeMonths } from '../network/clock.ts'
import { type Evidence, evidence } from '../network/strength.ts'
import type { PairFacts, PositionFacts } from './facts.ts'

// From facts about a pair to weighed evidence, by the cards of network/strength.ts. Pure.

export type Weighed = Evidence & {
  certainty: 'verified' | 'observed' | 'imported' | 'inferred' | 'foreseen'
  says: string
  since?: string
  last?: string
  origin: string
}

type Positions = readonly PositionFacts[]

/** True when the user took the tie out: "I do not know them" ends it, "do not use" keeps it out of paths. */
export const vetoed = ({ veto }: PairFacts): 'do-not-know' | 'do-not-use' | null =>
  veto?.says === 'do-not-know' || veto?.says === 'do-not-use' ? veto.says : null

/** The evidence on record for a pair. `ofA`, `ofB`: their positions, for a connection made while colleagues. */
export function weigh(facts: PairFacts, ofA: Positions, ofB: Positions, now: Date): Weighed[] {
  return [
    ...fromWarmth(facts, now),
    ...fromMeeting(facts, now),
    ...fromRecommendation(facts, now),
    ...fromMessages(facts, now),
    ...fromCalendar(facts, now),
    ...fromConnection(facts, ofA, ofB, now),
  ]
}

/** Own words, and "would they take your call?" of a debrief; the newest of the two counts. */
function fromWarmth({ warmth, met }: PairFacts, now: Date): Weighed[] {
  const debriefed = met?.wouldTakeCall == null ? null : { says: callWord(met.wouldTakeCall), at: met.at }
  const newest = !warmth || (debriefed && debriefed.at > warmth.at) ? debriefed : warmth
  if (!newest) return []
  const age = wholeMonths(newest.at, now)
  const common = { certainty: 'verified', last: newest.at, origin: 'your own word' } as const
  if (newest.says === 'know-well')
    return [{ ...evidence('vouched', { age }), ...common, says: 'you know each other well' }]
  if (newest.says === 'would-take-call')
    return [{ ...evidence('would-take-call', { age }), ...common, says: 'would take the call' }]
  return []
}

const callWord = (would: boolean) => (would ? 'would-take-call' : 'would-not-take-call')

function fromMeeting({ met }: PairFacts, now: Date): Weighed[] {
  if (!met) return []
  const weighed = evidence('met-in-interview', { age: wholeMonths(met.at, now), chemistry: met.chemistry })
  const chemistry = met.chemistry === null ? '' : `, chemistry ${met.chemistry} of 5`
  const says = `met in an interview${chemistry}`
  return [{ ...weighed, certainty: 'observed', says, last: met.at, origin: 'your debrief' }]
}

function fromRecommendation({ recommendation }: PairFacts, now: Date): Weighed[] {
  if (!recommendation) return []
  const { on, origin } = recommendation
  const weighed = evidence('recommendation', { age: ageOrOld(on, now) })
  return [{ ...weighed, certainty: 'imported', says: 'one recommended the other', ...dated(on), origin }]
}

function fromMessages({ messages }: PairFacts, now: Date): Weighed[] {
  if (!messages || messages.ab === 0 || messages.ba === 0) return []
  const { ab, ba, first, last, origin } = messages
  const weighed = evidence('messages', { age: wholeMonths(last, now), count: ab + ba })
  const says = `${ab + ba} messages, in both directions`
  return [{ ...weighed, certainty: 'observed', says, since: first, last, origin }]
}

function fromCalendar({ calendar }: PairFacts, now: Date): Weighed[] {
  if (!calendar) return []
  const { count, first, last, origin } = calendar
  const weighed = evidence('calendar', { age: wholeMonths(last, now), count })
  const says = count === 1 ? 'a meeting in the calendar' : `${count} meetings in the calendar`
  return [{ ...weighed, certainty: 'observed', says, since: first, last, origin }]
}

function fromConnection({ connection }: PairFacts, ofA: Positions, ofB: Positions, now: Date): Weighed[] {
  if (!connection) return []
  const { since, origin } = connection
  const age = ageOrOld(since, now)
  const common = { certainty: 'imported', ...dated(since), origin } as const
  const click = { ...evidence('connection', { age }), ...common, says: 'connected on LinkedIn' }
  if (since === null || !colleaguesOn(since, ofA, ofB)) return [click]
  const says = 'connected while at the same organization'
  return [{ ...evidence('connected-at-same-organization', { age }), ...common, says }, click]
}

/** A day that nobody noted is taken as long ago: it must not look fresh. */
const LONG_AGO = 240
const ageOrOld = (date: string | null, now: Date): number =>
  date === null ? LONG_AGO : wholeMonths(date, now)
const dated = (date: string | null) => (date === null ? {} : { since: date, last: date })

/** Both known to have been at one organization in the month of `date`. Unknown dates are never assumed. */
function colleaguesOn(date: string, ofA: Positions, ofB: Positions): boolean {
  const month = spellFrom(date)
  const there = (positions: Positions) =>
    positions.filter((position) => covers(position, month)).map(({ organization }) => organization)
  const ofBThen = new Set(there(ofB))
  return there(ofA).some((organization) => ofBThen.has(organization))
}

function covers({ from, to, seen }: PositionFacts, month: number): boolean {
  return from !== null && spellFrom(from) <= month && month < spellTo(to ?? seen)
}
