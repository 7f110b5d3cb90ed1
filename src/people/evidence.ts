import { spellFrom, spellTo, wholeMonths } from '../network/clock.ts'
import { type Evidence, type EvidenceKind, evidence } from '../network/strength.ts'
import type { PairFacts, PositionFacts, Word } from './facts.ts'

// From facts about a pair to weighed evidence, by the cards of network/strength.ts. Pure.

export type Weighed = Evidence & {
  certainty: 'verified' | 'observed' | 'imported' | 'inferred' | 'foreseen'
  says: string
  since?: string
  last?: string
  origin: string
}

type Positions = readonly PositionFacts[]

/**
 * Why the tie is in no path: "do not use" until it is withdrawn; "I do not know them" until they met, or until a later
 * word says otherwise.
 */
export function vetoed({ veto, knows, call, met }: PairFacts): 'do-not-know' | 'do-not-use' | null {
  if (veto?.says === 'do-not-use') return 'do-not-use'
  if (veto?.says !== 'do-not-know') return null
  const spoke = [knows, call?.says === 'would-take-call' ? call : undefined, met]
  return spoke.some((word) => word !== undefined && word.order > veto.order) ? null : 'do-not-know'
}

/** The evidence on record for a pair. `ofA`, `ofB`: their positions, for a connection made while colleagues. */
export function weigh(facts: PairFacts, ofA: Positions, ofB: Positions, now: Date): Weighed[] {
  return [
    ...fromWords(facts, now),
    ...fromMeeting(facts, now),
    ...fromRecommendation(facts, now),
    ...fromMessages(facts, now),
    ...fromCalendar(facts, now),
    ...fromConnection(facts, ofA, ofB, now),
  ]
}

/** Own words: that they know each other well, and "would they take your call?", of a debrief too. A later no ends both. */
function fromWords({ knows, call }: PairFacts, now: Date): Weighed[] {
  const refused = call?.says === 'would-not-take-call' ? call.order : ''
  const weighed: Weighed[] = []
  if (knows && knows.order > refused) weighed.push(ownWord('vouched', 'you know each other well', knows, now))
  if (call && refused === '') weighed.push(ownWord('would-take-call', 'would take the call', call, now))
  return weighed
}

function ownWord(kind: EvidenceKind, says: string, { at }: Word, now: Date): Weighed {
  const weighed = evidence(kind, { age: wholeMonths(at, now) })
  return { ...weighed, certainty: 'verified', says, last: at, origin: 'your own word' }
}

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
