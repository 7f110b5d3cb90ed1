/** One VEVENT as a fact. */
import { createHash } from 'node:crypto'
import ICAL from 'ical.js'
import type { Attendee, CalendarFact } from '../records.ts'
import type { Component } from './lines.ts'
import { attendeeOf, defined } from './party.ts'
import { type Property, property } from './property.ts'
import { fixedZone, ianaName, ianaZone, toInstant, utc, utcTime, type Zone } from './zone.ts'

export type CalendarContext = {
  method?: CalendarFact['method']
  mail?: CalendarFact['mail']
  /** Zones that the calendar describes (VTIMEZONE), by TZID. */
  described: Map<string, Zone>
  /** In which times without a zone are read. */
  floating: Zone
}

/** An event of which nothing certain can be told; the message says what is wrong with which line. */
export class UnreadableEvent extends Error {
  override name = 'UnreadableEvent'
}

type Properties = Map<string, Property[]>
/** `iso` is the instant, for a whole day the day; `local` is the local time as if it were UTC. */
type When = { iso: string; local: number; allDay: boolean; timeZone?: string }

const day = 86_400_000
/** PostgreSQL's integer; no calendar gets there. */
const maxSequence = 2 ** 31 - 1

const wanted = new Set([
  ...[
    'UID',
    'SEQUENCE',
    'RECURRENCE-ID',
    'DTSTAMP',
    'STATUS',
    'SUMMARY',
    'LOCATION',
    'ORGANIZER',
    'ATTENDEE',
  ],
  ...['DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'X-MICROSOFT-CDO-ALLDAYEVENT'],
])

/** @throws UnreadableEvent */
export function readEvent(component: Component, context: CalendarContext): CalendarFact {
  const properties = propertiesOf(component)
  const text = (name: string) => properties.get(name)?.[0]?.value.trim() || undefined
  const times = timesOf(properties, context)
  const [organizer] = parties(properties.get('ORGANIZER'))
  const what = { summary: text('SUMMARY'), location: text('LOCATION') }
  const uid = text('UID') ?? hashed(JSON.stringify([what, times, organizer?.email]))
  const recurrenceId = needed(properties.get('RECURRENCE-ID')?.[0], 'the recurrence', context)?.iso
  return defined({
    kind: 'calendar',
    key: bounded(recurrenceId ? `${uid}#${recurrenceId}` : uid),
    uid: bounded(uid),
    recurrenceId,
    sequence: sequenceOf(text('SEQUENCE')),
    stamp: timeOf(properties.get('DTSTAMP')?.[0], context)?.iso,
    method: context.method,
    status: text('STATUS')?.toUpperCase(),
    ...what,
    ...times,
    recurring: properties.has('RRULE') || properties.has('RDATE') || undefined,
    organizer,
    attendees: parties(properties.get('ATTENDEE')),
    mail: context.mail,
  })
}

function propertiesOf(component: Component): Properties {
  const properties: Properties = new Map()
  for (const line of component.lines) {
    const name = (/^[A-Za-z][A-Za-z0-9-]*/.exec(line.text)?.[0] ?? '').toUpperCase()
    if (!wanted.has(name)) continue
    const same = properties.get(name) ?? []
    same.push(property(name, line))
    properties.set(name, same)
  }
  return properties
}

/** Each address once: Exchange lists the organizer and forwarded guests twice. */
function parties(properties: Property[] = []): Attendee[] {
  const found = new Map<string, Attendee>()
  for (const party of properties.flatMap((one) => attendeeOf(one) ?? [])) {
    const key = party.email ?? party.profileUrl ?? `name:${party.name}`
    if (!found.has(key)) found.set(key, party)
  }
  return [...found.values()]
}

function sequenceOf(text = '0'): number {
  const sequence = /^\d{1,10}$/.test(text) ? Number(text) : 0
  return Math.min(sequence, maxSequence)
}

/** Without a UID, the same event is known again by what it says. */
function hashed(text: string): string {
  return `content:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
}

/** Keys are indexed, and an index row has room for some 2,700 bytes. */
function bounded(key: string): string {
  return key.length <= 500 ? key : hashed(key)
}

type Times = Pick<CalendarFact, 'startsAt' | 'endsAt' | 'allDay' | 'timeZone'>

function timesOf(properties: Properties, context: CalendarContext): Times {
  const start = needed(properties.get('DTSTART')?.[0], 'the start', context)
  if (!start) return withoutStart(properties, context)
  const end = endOf(start, properties, context)
  if (start.allDay || isMarkedAllDay(start, properties)) {
    return defined({ startsAt: dayOf(start.local), endsAt: end && dayOf(end.local), allDay: true })
  }
  return defined({ startsAt: start.iso, endsAt: end?.iso, timeZone: start.timeZone })
}

/** RFC 5546 lets a cancellation or an answer go without DTSTART; an event without one is no meeting. */
function withoutStart(properties: Properties, { method }: CalendarContext): Times {
  const cancelled = properties.get('STATUS')?.[0]?.value.trim().toUpperCase() === 'CANCELLED'
  if (cancelled || method === 'CANCEL' || method === 'REPLY' || method === 'REFRESH') return {}
  throw new UnreadableEvent('the event has no start (DTSTART)')
}

/** Outlook writes some whole days as midnight to midnight. */
function isMarkedAllDay(start: When, properties: Properties): boolean {
  return (
    properties.get('X-MICROSOFT-CDO-ALLDAYEVENT')?.[0]?.value.toUpperCase() === 'TRUE' &&
    start.local % day === 0
  )
}

function dayOf(local: number): string {
  return new Date(local).toISOString().slice(0, 10)
}

/** DTEND, else DTSTART and DURATION; nothing when the end is unreadable, of another kind, or before the start. */
function endOf(start: When, properties: Properties, context: CalendarContext): When | undefined {
  const end =
    timeOf(properties.get('DTEND')?.[0], context) ?? afterDuration(start, properties.get('DURATION')?.[0])
  return end && end.allDay === start.allDay && end.iso >= start.iso ? end : undefined
}

function afterDuration(start: When, duration: Property | undefined): When | undefined {
  if (!duration || !/^\+?P[0-9WDTHMS]{1,30}$/i.test(duration.value.trim())) return undefined
  const ms = secondsOf(duration.value.trim().toUpperCase()) * 1000
  if (!(ms < 3660 * day)) return undefined
  const local = start.local + ms
  if (start.allDay) return { iso: dayOf(local), local, allDay: true }
  return { ...start, iso: new Date(Date.parse(start.iso) + ms).toISOString(), local }
}

function secondsOf(duration: string): number {
  try {
    return ICAL.Duration.fromString(duration).toSeconds()
  } catch {
    return Number.NaN
  }
}

function needed(one: Property | undefined, what: string, context: CalendarContext): When | undefined {
  if (!one) return undefined
  const when = timeOf(one, context)
  if (when) return when
  const value = one.line.text.replace(/^[^:=]*[:=]/, '').slice(-60)
  throw new UnreadableEvent(`${what} ${JSON.stringify(value)} is no date (line ${one.line.line})`)
}

const dateAtEnd =
  /:\s*(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(?:\.\d{1,9})?\s*(Z|[+-]\d\d:?\d\d)?)?[\s"]*$/i

/** Read from the line as it stands: TZIDs with colons ("(UTC-05:00) Eastern") break the grammar but not the time. */
function timeOf(one: Property | undefined, context: CalendarContext): When | undefined {
  const text = one?.line.text.slice(0, 1000) ?? ''
  const match = dateAtEnd.exec(text)
  const local = match && localOf(match)
  if (!match || typeof local !== 'number') return undefined
  if (match[4] === undefined) return { iso: dayOf(local), local, allDay: true }
  const zone = zoneOf(match[7]?.toUpperCase(), tzidIn(text.slice(0, match.index)), local, context)
  return {
    iso: new Date(toInstant(local, zone.zone)).toISOString(),
    local,
    allDay: false,
    timeZone: zone.timeZone,
  }
}

function localOf(match: RegExpExecArray): number | undefined {
  const [year = 0, month = 0, date = 0, h = 0, m = 0, s = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const local = utcTime(year, month, date)
  const exists = new Date(local).getUTCDate() === date && month >= 1 && month <= 12 && year >= 1
  return exists && h <= 24 && m <= 59 && s <= 60 ? utcTime(year, month, date, h, m, s) : undefined
}

function tzidIn(head: string): string {
  const tzid = /;\s*TZID=(?:TZID=)?(.*)$/i.exec(head)?.[1] ?? ''
  return tzid
    .replace(/;[A-Z-]+=.*$/i, '')
    .replaceAll('"', '')
    .trim()
}

/**
 * An IANA name counts as the zone database has it, as calendars show it; another name as the calendar describes it.
 * `timeZone` is named only where it gives the same time.
 */
function zoneOf(
  offset: string | undefined,
  tzid: string,
  local: number,
  { described, floating }: CalendarContext,
): { zone: Zone; timeZone?: string } {
  if (offset) return { zone: offset === 'Z' ? utc : (fixedZone(`UTC${offset}`) ?? utc) }
  const iana = ianaName(tzid)
  const known = iana && ianaZone(iana.name)
  const own = described.get(tzid)
  if (iana && known && (iana.exact || !own || toInstant(local, own) === toInstant(local, known))) {
    return { zone: known, timeZone: iana.name }
  }
  return { zone: own ?? fixedZone(tzid) ?? floating }
}
