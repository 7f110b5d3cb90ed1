import { said } from '../language.ts'
import { spellFrom, spellTo, wholeMonths } from '../network/clock.ts'
import { type Evidence, type EvidenceKind, evidence } from '../network/strength.ts'
import type { PairFacts, PositionFacts, Word } from './facts.ts'
import { originInWords } from './origin.ts'

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
  if (knows && knows.order > refused) weighed.push(ownWord('vouched', knowWell(), knows, now))
  if (call && refused === '') weighed.push(ownWord('would-take-call', takesCall(), call, now))
  return weighed
}

const knowWell = () => said({ en: 'you know each other well', de: 'Sie kennen einander gut' })
const takesCall = () => said({ en: 'would take the call', de: 'würde ans Telefon gehen' })

function ownWord(kind: EvidenceKind, says: string, { at }: Word, now: Date): Weighed {
  const weighed = evidence(kind, { age: wholeMonths(at, now) })
  return {
    ...weighed,
    certainty: 'verified',
    says,
    last: at,
    origin: said({ en: 'your own word', de: 'Ihr eigenes Wort' }),
  }
}

function fromMeeting({ met }: PairFacts, now: Date): Weighed[] {
  if (!met) return []
  const weighed = evidence('met-in-interview', { age: wholeMonths(met.at, now), chemistry: met.chemistry })
  const origin = said({ en: 'your debrief', de: 'Ihre Nachbesprechung' })
  return [{ ...weighed, certainty: 'observed', says: metInWords(met.chemistry), last: met.at, origin }]
}

const metInWords = (chemistry: number | null): string =>
  said({
    en: `met in an interview${chemistry === null ? '' : `, chemistry ${chemistry} of 5`}`,
    de: `in einem Gespräch getroffen${chemistry === null ? '' : `, Chemie ${chemistry} von 5`}`,
  })

function fromRecommendation({ recommendation }: PairFacts, now: Date): Weighed[] {
  if (!recommendation) return []
  const { on, origin } = recommendation
  const weighed = evidence('recommendation', { age: ageOrOld(on, now) })
  const says = said({
    en: 'one recommended the other',
    de: 'eine Empfehlung der einen für die andere Person',
  })
  return [{ ...weighed, certainty: 'imported', says, ...dated(on), origin: originInWords(origin) }]
}

function fromMessages({ messages }: PairFacts, now: Date): Weighed[] {
  if (!messages || messages.ab === 0 || messages.ba === 0) return []
  const { ab, ba, first, last, origin } = messages
  const weighed = evidence('messages', { age: wholeMonths(last, now), count: ab + ba })
  const says = said({
    en: `${ab + ba} messages, in both directions`,
    de: `${ab + ba} Nachrichten, in beide Richtungen`,
  })
  return [{ ...weighed, certainty: 'observed', says, since: first, last, origin: originInWords(origin) }]
}

function fromCalendar({ calendar }: PairFacts, now: Date): Weighed[] {
  if (!calendar) return []
  const { count, first, last, origin } = calendar
  const weighed = evidence('calendar', { age: wholeMonths(last, now), count })
  const says =
    count === 1
      ? said({ en: 'a meeting in the calendar', de: 'ein Termin im Kalender' })
      : said({ en: `${count} meetings in the calendar`, de: `${count} Termine im Kalender` })
  return [{ ...weighed, certainty: 'observed', says, since: first, last, origin: originInWords(origin) }]
}

function fromConnection({ connection }: PairFacts, ofA: Positions, ofB: Positions, now: Date): Weighed[] {
  if (!connection) return []
  const { since, origin } = connection
  const age = ageOrOld(since, now)
  const common = { certainty: 'imported', ...dated(since), origin: originInWords(origin) } as const
  const click = { ...evidence('connection', { age }), ...common, says: clicked() }
  if (since === null || !colleaguesOn(since, ofA, ofB)) return [click]
  const says = said({
    en: 'connected while at the same organization',
    de: 'vernetzt, während beide bei derselben Organisation waren',
  })
  return [{ ...evidence('connected-at-same-organization', { age }), ...common, says }, click]
}

const clicked = () => said({ en: 'connected on LinkedIn', de: 'auf LinkedIn vernetzt' })

const IN_GERMAN: Record<EvidenceKind, string> = {
  vouched: 'kennen einander gut',
  'would-take-call': 'würde ans Telefon gehen',
  recommendation: 'Empfehlung',
  'met-in-interview': 'in einem Gespräch getroffen',
  foreseen: 'erstes Treffen, das bevorsteht',
  'worked-together': 'wahrscheinlich begegnet',
  'connected-at-same-organization': 'vernetzt bei derselben Organisation',
  messages: 'Nachrichten in beide Richtungen',
  calendar: 'Termine im Kalender',
  connection: 'Kontakt auf LinkedIn',
}

/** What a card of network/strength.ts says, in German. */
export const evidenceInGerman = (kind: EvidenceKind): string => IN_GERMAN[kind]

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
