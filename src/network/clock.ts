/**
 * The clock of every age: whole months up to the first day of the current UTC month.
 * Months are counted by an index, year x 12 + (month - 1), so that 2021-06 is 24257.
 */

/** A date as precise as known: 'YYYY', 'YYYY-MM', 'YYYY-MM-DD', or a full ISO time (read in UTC). */
export type PartialDate = string

type Parts = { year: number; month: number | null; day: number | null }

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Splits a partial date. @throws RangeError when it is not one, or names no month or day that exists. */
export function parsePartialDate(date: PartialDate): Parts {
  const match = SHAPE.exec(date.length > 10 ? utcDay(date) : date)
  if (!match) throw new RangeError(`date "${date}" is not YYYY, YYYY-MM or YYYY-MM-DD`)
  const part = (index: number) => (match[index] === undefined ? null : Number(match[index]))
  const parts = { year: Number(match[1]), month: part(2), day: part(3) }
  if (outside(parts.month, 12) || outside(parts.day, 31))
    throw new RangeError(`date "${date}" does not exist`)
  return parts
}

function outside(value: number | null, most: number): boolean {
  return value !== null && (value < 1 || value > most)
}

function utcDay(time: string): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) throw new RangeError(`date "${time}" is not a date`)
  return date.toISOString().slice(0, 10)
}

/** Index of the UTC month that `now` falls in. */
export function monthIndex(now: Date): number {
  return now.getUTCFullYear() * 12 + now.getUTCMonth()
}

/** Index of the first month of a spell that begins on `date`; a bare year begins in January. */
export function spellFrom(date: PartialDate): number {
  const { year, month } = parsePartialDate(date)
  return year * 12 + (month ?? 1) - 1
}

/** Index of the first month after a spell that ends on `date`: its end month (or year) is included. */
export function spellTo(date: PartialDate): number {
  const { year, month } = parsePartialDate(date)
  return year * 12 + (month ?? 12)
}

/** True when the date says no more than the year. */
export function isYearOnly(date: PartialDate): boolean {
  return parsePartialDate(date).month === null
}

/**
 * Whole months from `date` up to the first day of the month of `now`; never negative.
 * A partial date counts from the first day that it can mean, so nothing looks fresher than it is known to be.
 */
export function wholeMonths(date: PartialDate, now: Date): number {
  const partial = parsePartialDate(date).day !== null && !isFirstOfMonth(date) ? 1 : 0
  return Math.max(0, monthIndex(now) - spellFrom(date) - partial)
}

function isFirstOfMonth(date: PartialDate): boolean {
  return parsePartialDate(date).day === 1
}

/** Whole months since leaving on `date`: '2021-06' counts from 2021-07-01, '2021' from 2022-01-01, a day from itself. */
export function monthsSinceLeaving(date: PartialDate, now: Date): number {
  if (parsePartialDate(date).day !== null) return wholeMonths(date, now)
  return Math.max(0, monthIndex(now) - spellTo(date))
}
