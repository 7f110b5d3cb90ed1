import type { PartialDate } from '../records.ts'
import { words } from './json.ts'

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** An ISO date at the precision it is written with (`2014`, `2014-06`, `2014-06-29`; a time is cut off); undefined when it is none. */
export const isoDate = (value: unknown): PartialDate | undefined => {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$/.exec(words(value) ?? '')
  if (!match) return undefined
  const [, year, month, day] = match
  if (Number(year) < 1000 || (month && !isDay(Number(year), Number(month), Number(day ?? 1))))
    return undefined
  return [year, month, day].filter(Boolean).join('-')
}
