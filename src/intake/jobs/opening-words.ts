import type { OpeningFact } from '../records.ts'
import { words } from '../text/json.ts'

const EMPLOYMENT: [RegExp, string][] = [
  [/^full[ _-]?time/i, 'full-time'],
  [/^part[ _-]?time/i, 'part-time'],
  [/^(contract|contractor|freelance|per[ _-]?diem|fixed[ _-]?term)\b/i, 'contract'],
  [/^temp(orary)?\b/i, 'temporary'],
  [/^intern(ship)?\b/i, 'internship'],
  [/^volunteer/i, 'volunteer'],
]

/** Employment types, one word for each across all sources (`full-time`, `part-time`, `contract`, `temporary`, `internship`); others as written. */
export const employmentType = (...values: unknown[]): string | undefined => {
  const said = values.map(words).filter((v) => v !== undefined)
  const same = said.map((v) => EMPLOYMENT.find(([pattern]) => pattern.test(v))?.[1] ?? v)
  return [...new Set(same)].join(', ') || undefined
}

const PERIODS = ['year', 'month', 'week', 'day', 'hour'] as const
const ADVERBS: Record<string, string> = {
  annual: 'year',
  yearly: 'year',
  monthly: 'month',
  weekly: 'week',
  daily: 'day',
  hourly: 'hour',
}

/** What a salary is paid for: `year`, `month`, `week`, `day` or `hour` ("1 YEAR", "per-year-salary", "HOUR"); undefined for anything else. */
export const payPeriod = (value: unknown): string | undefined => {
  const text = words(value)?.toLowerCase() ?? ''
  if (/\b(bi|semi|half)-/.test(text)) return undefined
  return PERIODS.find((p) => new RegExp(`\\b${p}\\b|^p1${p[0]}$`).test(text)) ?? ADVERBS[text]
}

/** Whether a posting whose last day is `until` is over on the day of `now` (UTC). */
export const isOver = (until: string | undefined, now: Date): boolean =>
  until !== undefined && until < now.toISOString().slice(0, until.length)

/** A salary, if it says an amount above zero. */
export const salaryOf = (salary: NonNullable<OpeningFact['salary']>): OpeningFact['salary'] =>
  (salary.min ?? 0) > 0 || (salary.max ?? 0) > 0 ? salary : undefined
