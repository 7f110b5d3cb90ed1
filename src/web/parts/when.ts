import { t } from '../texts/index.ts'

/** The user's own variety of the language that the texts are in: 14/03 or 3/14. */
const locale = navigator.languages.find((one) => one.startsWith(t.language)) ?? t.language
const own = Intl.DateTimeFormat().resolvedOptions().timeZone

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)

/** "14 Mar 2026" of an instant, or of a date as precise as known ("2019", "2019-04"). */
export function day(date: string): string {
  if (/^\d{4}$/.test(date)) return date
  if (/^\d{4}-\d{2}$/.test(date))
    return format({ year: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${date}-01T00:00Z`))
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date)
  return format({ dateStyle: 'medium', ...(isDay ? { timeZone: 'UTC' } : {}) }).format(new Date(date))
}

const MOMENT: Intl.DateTimeFormatOptions = {
  ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
}

/** Weekday, date and time with the zone, in the user's own zone. */
export const moment = (instant: string): string => format(MOMENT).format(new Date(instant))

/** The same instant on the meeting's clock; null when that clock shows what the user's does, or is not known. */
export function momentThere(instant: string, timeZone: string | null): string | null {
  if (timeZone === null || timeZone === own) return null
  try {
    const there = format({ ...MOMENT, timeZone }).format(new Date(instant))
    return there === moment(instant) ? null : `${there} (${timeZone})`
  } catch {
    return null
  }
}

type Times = { startsAt: string | null; onDay: string | null }

/** When a meeting is, shortly: with the time, the day alone, or null. */
export const meetingTime = ({ startsAt, onDay }: Times): string | null =>
  startsAt ? moment(startsAt) : onDay ? day(onDay) : null

/** Whether a meeting has begun; one without a time has not said so. */
export function hasBegun({ startsAt, onDay }: Times): boolean {
  if (startsAt) return Date.parse(startsAt) <= Date.now()
  return onDay !== null && onDay <= new Date().toISOString().slice(0, 10)
}

const DAY = 86_400_000

/** "2026-12-01 10:00" on the clock of a time zone: as it is typed. */
export function wallClock(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return parts.format(new Date(instant))
}

/** "in 3 days", "tomorrow", "2 days ago". */
export function fromNow(date: string): string {
  const midnight = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())
  const days = Math.round((midnight(new Date(date)) - midnight(new Date())) / DAY)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return Math.abs(days) < 60
    ? relative.format(days, 'day')
    : relative.format(Math.round(days / 30.4), 'month')
}

export const number = (value: number): string => new Intl.NumberFormat(locale).format(value)

/** A strength or fit, to two decimals. */
export const figure = (value: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)

export const listed = (names: readonly string[]): string => new Intl.ListFormat(locale).format(names)

/** 1 Monday to 7 Sunday: 1 January 2024 was a Monday. */
export const weekdayName = (day: number): string =>
  format({ weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)))

/** A share, as a whole percentage. */
export const percent = (share: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)
