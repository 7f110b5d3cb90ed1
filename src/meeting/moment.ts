import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/

/**
 * A time as a person types it: an instant with its offset, a local time in `timeZone` (the machine's own when absent),
 * or a bare day.
 * @throws Refusal when it is none of them, or the zone does not exist.
 */
export function momentOf(given: string, timeZone?: string): { startsAt?: string; onDay?: string } {
  const text = given.trim()
  if (timeZone !== undefined) checkZone(timeZone)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text)) return { onDay: text }
  const local = LOCAL.exec(text)
  const instant = local ? localInstant(local.slice(1, 7).map(Number), timeZone) : withOffset(text)
  if (Number.isNaN(instant)) {
    throw new Refusal(
      'invalid-input',
      said({
        en: `"${given}" is not a time such as 2026-12-01 10:00 or 2026-12-01T10:00+01:00.`,
        de: `„${given}“ ist keine Zeit wie 2026-12-01 10:00 oder 2026-12-01T10:00+01:00.`,
      }),
      'at',
    )
  }
  return { startsAt: new Date(instant).toISOString() }
}

/** A day of the calendar: Date.parse takes the 31st of February for the 3rd of March. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i

function withOffset(text: string): number {
  const day = INSTANT.exec(text)?.[1]
  return day !== undefined && isDay(day) ? Date.parse(text.replace(' ', 'T')) : Number.NaN
}

function localInstant(parts: number[], timeZone: string | undefined): number {
  const [year, month, day, hour, minute, second] = parts
  const wall = Date.UTC(year!, month! - 1, day!, hour!, minute!, second || 0)
  const read = new Date(wall)
  // Date.UTC carries over: month 13 is January, minute 75 the next hour.
  const kept = [read.getUTCMonth() + 1, read.getUTCDate(), read.getUTCHours(), read.getUTCMinutes()]
  if ([month, day, hour, minute].some((part, index) => part !== kept[index])) return Number.NaN
  // Twice, because the offset that holds at the guess may not hold at the time meant (daylight saving).
  const guess = wall - offsetAt(wall, timeZone)
  return wall - offsetAt(guess, timeZone)
}

/** Milliseconds by which the zone's wall clock is ahead of UTC at an instant. */
export function offsetAt(instant: number, timeZone: string | undefined): number {
  const parts = Object.fromEntries(
    format(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const wall = Date.UTC(
    parts.year!,
    parts.month! - 1,
    parts.day,
    parts.hour! % 24,
    parts.minute,
    parts.second,
  )
  return wall - Math.floor(instant / 1000) * 1000
}

/** @throws Refusal when there is no such zone. */
export function checkZone(timeZone: string): void {
  format(timeZone)
}

function format(timeZone: string | undefined): Intl.DateTimeFormat {
  const numeric = 'numeric'
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...(timeZone === undefined ? {} : { timeZone }),
      ...{ year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric },
      hourCycle: 'h23',
    })
  } catch {
    throw new Refusal(
      'invalid-input',
      said({
        en: `"${timeZone}" is not a time zone such as Europe/Berlin.`,
        de: `„${timeZone}“ ist keine Zeitzone wie Europe/Berlin.`,
      }),
      'timeZone',
    )
  }
}
