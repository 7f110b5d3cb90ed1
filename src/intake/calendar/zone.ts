/** Time zones of calendar files: names to IANA names, local times to instants. */
import { windowsZones } from './windows-zones.ts'

/** Offset from UTC in milliseconds that holds at an instant (milliseconds since 1970). */
export type Zone = (instant: number) => number

const minute = 60_000
const day = 86_400_000

export const utc: Zone = () => 0

/**
 * The instant of a local time, given as if it were UTC. A time that a change to summer repeats or leaves out is read
 * with the offset before the change (RFC 5545 3.3.5).
 */
export function toInstant(local: number, zone: Zone): number {
  const before = zone(local - day)
  const after = zone(local + day)
  if (zone(local - before) === before) return local - before
  return zone(local - after) === after ? local - after : local - before
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>()

function formatOf(name: string): Intl.DateTimeFormat | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,60}$/.test(name)) return undefined
  if (formats.has(name)) return formats.get(name)
  const format = newFormat(name)
  if (format || formats.size < 5000) formats.set(name, format)
  return format
}

function newFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  const numeric = 'numeric'
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    })
  } catch {
    return undefined
  }
}

/** The zone of an IANA name, or undefined when there is none of that name. */
export function ianaZone(name: string): Zone | undefined {
  const format = formatOf(name)
  return format && ((instant) => wallClock(format, instant) - Math.floor(instant / 1000) * 1000)
}

/** Read from "3/29/2026 AD, 02:30:00": four times as fast as `formatToParts`, and calendars have many times. */
function wallClock(format: Intl.DateTimeFormat, instant: number): number {
  const text = format.format(instant)
  const [month = 0, date = 0, year = 0, h = 0, m = 0, s = 0] = (text.match(/\d+/g) ?? []).map(Number)
  return utcTime(text.includes('BC') ? 1 - year : year, month, date, h, m, s)
}

/** Like Date.UTC, also for the years before 100. `month` from 1. */
export function utcTime(year: number, month: number, dayOfMonth: number, h = 0, m = 0, s = 0): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, dayOfMonth)
  return date.setUTCHours(h, m, s, 0)
}

export function systemZoneName(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/**
 * The IANA name meant by a TZID: the name itself, with a vendor's prefix (`/mozilla.org/20070129_1/Europe/Berlin`),
 * of Windows, or as Outlook shows it ("(UTC+01:00) Amsterdam, Berlin, Rome"). `exact`: it is the name itself.
 */
export function ianaName(tzid: string): { name: string; exact: boolean } | undefined {
  const name = tzid.replace(/^[\s"']+|[\s"']+$/g, '')
  const suffixes = name.split('/').map((_, index, parts) => parts.slice(index).join('/'))
  const exact = suffixes.slice(0, 8).find((suffix) => suffix.length > 2 && formatOf(suffix))
  if (exact) return { name: exact, exact: /\/|^(UTC|GMT)$/.test(exact) }
  const meant = windowsZones.get(name.toLowerCase()) ?? shownByOutlook(name)
  return meant && formatOf(meant) ? { name: meant, exact: false } : undefined
}

function shownByOutlook(name: string): string | undefined {
  const shown = name.replace(/^\((?:UTC|GMT)[^)]{0,10}\)\s*/i, '')
  const american = /^(Pacific|Mountain|Central|Eastern) Time \(US/i.exec(shown)?.[1]
  if (american) return windowsZones.get(`${american.toLowerCase()} standard time`)
  const cities = shown.split(',', 12).map((city) => city.trim().toLowerCase().replaceAll(' ', '_'))
  return cities.map((city) => zoneOfCity().get(city)).find((zone) => zone !== undefined)
}

let cityZones: Map<string, string> | undefined

function zoneOfCity(): Map<string, string> {
  cityZones ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [(zone.split('/').at(-1) ?? '').toLowerCase(), zone]),
  )
  return cityZones
}

/** A name that is nothing but an offset: "UTC+11", "GMT-0330", "(GMT +01:00)". */
export function fixedZone(tzid: string): Zone | undefined {
  const match = /^\(?(?:UTC|GMT)\s*([+-])(\d{1,2}):?(\d{2})?\)?/i.exec(tzid.trim())
  if (!match) return undefined
  const size = (Number(match[2]) * 60 + Number(match[3] ?? 0)) * minute
  return () => (match[1] === '-' ? -size : size)
}
