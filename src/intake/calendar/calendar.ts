/** iCalendar files (RFC 5545, RFC 5546; vCalendar 1.0 as far as it is the same), read component by component. */

import {
  type CalendarFact,
  type Format,
  type Head,
  IntakeError,
  type Item,
  type ReadContext,
} from '../records.ts'
import { type CalendarContext, readEvent, UnreadableEvent } from './event.ts'
import { type Component, componentTree, logicalLines } from './lines.ts'
import { describedZone } from './vtimezone.ts'
import { ianaName, ianaZone, systemZoneName, utc, type Zone } from './zone.ts'

export const icalendar: Format = {
  kind: 'icalendar',
  says: 'a calendar file (.ics) with invitations or meetings',
  recognizes,
  read: readCalendar,
}

/** What the mail around a calendar adds; its METHOD counts where the calendar has none. */
export type Envelope = { method?: string; mail?: CalendarFact['mail'] }

const methods = [
  'REQUEST',
  'CANCEL',
  'PUBLISH',
  'REPLY',
  'COUNTER',
  'DECLINECOUNTER',
  'REFRESH',
  'ADD',
] as const

const notMeetings: Record<string, string> = {
  VTODO: 'a task, not a meeting',
  VJOURNAL: 'a journal entry, not a meeting',
  VFREEBUSY: 'times when somebody is free or busy, not a meeting',
  VTIMEZONE: 'a time zone, not a meeting',
  VAVAILABILITY: 'hours of availability, not a meeting',
  VALARM: 'an alarm without a meeting',
}

function recognizes({ text }: Head): boolean {
  const begin =
    /^[\uFEFF\uFFFD \t]*BEGIN[ \t]*:[ \t]*(VCALENDAR|VEVENT|VTODO|VJOURNAL|VFREEBUSY|VTIMEZONE|VAVAILABILITY|VALARM|VCARD)[ \t]*\r?$/im
  const match = begin.exec(text.replaceAll('\0', ''))
  if (!match || match[1]?.toUpperCase() === 'VCARD') return false
  return text.slice(0, match.index).replace(/[\uFEFF\uFFFD\s]/g, '') === ''
}

/**
 * One item for each component of a calendar: an event, or why it is none. Time zones are no items of their own,
 * unless nothing else is there. @throws IntakeError when there is no component at all.
 */
export function* readCalendar(
  bytes: Uint8Array,
  { name }: ReadContext,
  envelope: Envelope = {},
): Generator<Item> {
  const root = componentTree(logicalLines(bytes))
  if (root.children.length === 0)
    throw new IntakeError(`${name}: holds no calendar (no line BEGIN:VCALENDAR)`)
  const counts = new Map<string, number>()
  for (const calendar of calendarsOf(root)) yield* calendarItems(calendar, envelope, counts)
}

/** The calendars in their order; components that stand outside of any are taken as a calendar of their own. */
function calendarsOf(root: Component): Component[] {
  const loose = root.children.filter((child) => child.name !== 'VCALENDAR')
  const calendars = root.children.filter((child) => child.name === 'VCALENDAR')
  return loose.length > 0 ? [...calendars, { ...root, name: 'VCALENDAR', children: loose }] : calendars
}

function* calendarItems(
  calendar: Component,
  envelope: Envelope,
  counts: Map<string, number>,
): Generator<Item> {
  const context = contextOf(calendar, envelope)
  const listed = calendar.children.filter((child) => child.name !== 'VTIMEZONE')
  const children = listed.length > 0 ? listed : calendar.children
  if (children.length === 0) yield { at: place(calendar, counts), skipped: 'an empty calendar' }
  for (const child of children) yield calendarItem(child, place(child, counts), context)
}

/** "VEVENT 2, line 40" */
function place({ name, line }: Component, counts: Map<string, number>): string {
  const count = (counts.get(name) ?? 0) + 1
  counts.set(name, count)
  return `${name.slice(0, 40)} ${count}, line ${line}`
}

function calendarItem(component: Component, at: string, context: CalendarContext): Item {
  if (component.name !== 'VEVENT') return { at, skipped: notMeetings[component.name] ?? 'not a meeting' }
  if (!component.closed) return { at, rejected: 'the event has no end (END:VEVENT is missing)' }
  try {
    return { at, fact: readEvent(component, context) }
  } catch (error) {
    if (error instanceof UnreadableEvent) return { at, rejected: error.message }
    throw error
  }
}

function contextOf(calendar: Component, envelope: Envelope): CalendarContext {
  const method = (firstValue(calendar, 'METHOD') ?? envelope.method ?? '').toUpperCase()
  return {
    method: methods.find((known) => known === method),
    mail: envelope.mail,
    described: describedZones(calendar),
    floating: floatingZone(firstValue(calendar, 'X-WR-TIMEZONE')),
  }
}

function firstValue(component: Component, name: string): string | undefined {
  const line = component.lines.find(({ text }) => text.slice(0, name.length + 1).toUpperCase() === `${name}:`)
  return line?.text.slice(name.length + 1).trim() || undefined
}

function describedZones(calendar: Component): Map<string, Zone> {
  const zones = new Map<string, Zone>()
  for (const child of calendar.children) {
    const tzid = child.name === 'VTIMEZONE' ? firstValue(child, 'TZID') : undefined
    const zone = tzid ? describedZone(child) : undefined
    if (tzid && zone) zones.set(tzid, zone)
  }
  return zones
}

function floatingZone(calendarZone: string | undefined): Zone {
  const name = calendarZone && ianaName(calendarZone)?.name
  return ianaZone(name ?? systemZoneName()) ?? utc
}
