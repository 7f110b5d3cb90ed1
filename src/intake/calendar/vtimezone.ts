/** What a VTIMEZONE component says about offsets. */
import type { Component } from './lines.ts'
import { utcTime, type Zone } from './zone.ts'

const minute = 60_000
const day = 86_400_000

/** The longest history of a zone has some 180. */
const maxObservances = 200

/** STANDARD or DAYLIGHT. `onset` and `days` are local times as if they were UTC; offsets in milliseconds. */
type Observance = { kind: string; onset: number; from: number; to: number; days: number[]; rule?: YearlyRule }
/** `until` is an instant; Infinity when the rule has no end. */
type YearlyRule = { month: number; until: number; weekday?: number; nth?: number; monthDays: number[] }
type Change = { at: number; to: number }

/**
 * The zone that a VTIMEZONE describes; undefined when it describes none. Written here because ical.js expands every
 * change since 1601 (30 ms a zone) and does not come back from FREQ=SECONDLY; this looks at three years only.
 */
export function describedZone(component: Component): Zone | undefined {
  const observances = component.children.slice(0, maxObservances).flatMap((child) => observance(child) ?? [])
  endEras(observances)
  const first = observances.toSorted((a, b) => a.onset - b.onset)[0]
  if (!first) return undefined
  const listed = inOrder(observances.flatMap(listedChanges))
  const years = new Map<number, Change[]>()
  return (instant) => {
    const year = new Date(instant).getUTCFullYear()
    const ruled = years.get(year) ?? inOrder(observances.flatMap((one) => ruledChanges(year, one)))
    years.set(year, ruled)
    const last = [listed, ruled].flatMap((changes) => changes.findLast(({ at }) => at <= instant) ?? [])
    return inOrder(last).at(-1)?.to ?? first.from
  }
}

function inOrder(changes: Change[]): Change[] {
  return changes.sort((a, b) => a.at - b.at)
}

/** Outlook writes each era as a rule without end: the beginning of the next of its kind is the end. */
function endEras(observances: Observance[]): void {
  const ruled = observances.filter(({ rule }) => rule).toSorted((a, b) => b.onset - a.onset)
  const next = new Map<string, number>()
  for (const { kind, onset, from, rule } of ruled) {
    if (rule) rule.until = Math.min(rule.until, next.get(kind) ?? Number.POSITIVE_INFINITY)
    next.set(kind, onset - from - 1)
  }
}

function listedChanges({ onset, days, from, to }: Observance): Change[] {
  return [onset, ...days].map((local) => ({ at: local - from, to }))
}

/** In the year before (what holds at its beginning), and in the year after (where the local year has begun). */
function ruledChanges(year: number, { rule, onset, from, to }: Observance): Change[] {
  if (!rule) return []
  return [year - 1, year, year + 1]
    .map((y) => onsetIn(y, rule, onset) ?? Number.NEGATIVE_INFINITY)
    .filter((local) => local >= onset && local - from <= rule.until)
    .map((local) => ({ at: local - from, to }))
}

function onsetIn(year: number, rule: YearlyRule, onset: number): number | undefined {
  const time = onset - Math.floor(onset / day) * day
  const date = dayIn(year, rule)
  return date && utcTime(year, rule.month, date) + time
}

function dayIn(year: number, rule: YearlyRule): number | undefined {
  const length = new Date(utcTime(year, rule.month + 1, 0)).getUTCDate()
  const all = Array.from({ length }, (_, index) => index + 1)
  const days = all.filter(
    (date) =>
      (rule.weekday === undefined ||
        new Date(utcTime(year, rule.month, date)).getUTCDay() === rule.weekday) &&
      (rule.monthDays.length === 0 ||
        rule.monthDays.includes(date) ||
        rule.monthDays.includes(date - length - 1)),
  )
  const nth = rule.nth ?? 1
  return nth > 0 ? days[nth - 1] : days.at(nth)
}

function observance(component: Component): Observance | undefined {
  const value = (name: string) =>
    component.lines.find(({ text }) => nameOf(text) === name)?.text.replace(/^[^:]*:/, '')
  const onset = localTime(value('DTSTART') ?? '')
  const from = offset(value('TZOFFSETFROM') ?? '')
  const to = offset(value('TZOFFSETTO') ?? '') ?? from
  if (onset === undefined || to === undefined) return undefined
  const days = (value('RDATE') ?? '').split(',', 50).flatMap((text) => localTime(text) ?? [])
  return {
    kind: component.name,
    onset,
    from: from ?? to,
    to,
    days,
    rule: yearlyRule(value('RRULE') ?? '', onset),
  }
}

function nameOf(text: string): string {
  return (/^[A-Za-z-]+/.exec(text)?.[0] ?? '').toUpperCase()
}

function localTime(text: string): number | undefined {
  const match = /^\s*(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?/.exec(text)
  if (!match) return undefined
  const [year = 0, month = 0, date = 0, h = 0, m = 0, s = 0] = match.slice(1).map((part) => Number(part ?? 0))
  return utcTime(year, month, date, h, m, s)
}

function offset(text: string): number | undefined {
  const match = /^\s*([+-]?)(\d\d):?(\d\d)(\d\d)?\s*$/.exec(text)
  if (!match) return undefined
  const size = Number(match[2]) * 60 * minute + Number(match[3]) * minute + Number(match[4] ?? 0) * 1000
  return match[1] === '-' ? -size : size
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

function yearlyRule(text: string, onset: number): YearlyRule | undefined {
  const part = new Map(
    text
      .toUpperCase()
      .split(';', 20)
      .map((pair) => pair.trim().split('=', 2) as [string, string]),
  )
  if (part.get('FREQ') !== 'YEARLY') return undefined
  const start = new Date(onset)
  const byDay = /^([+-]?\d)?(SU|MO|TU|WE|TH|FR|SA)$/.exec(part.get('BYDAY') ?? '')
  const monthDays = (part.get('BYMONTHDAY') ?? '').split(',', 31).map(Number).filter(Boolean)
  return {
    month: Number(part.get('BYMONTH')) || start.getUTCMonth() + 1,
    until: localTime(part.get('UNTIL') ?? '') ?? Number.POSITIVE_INFINITY,
    weekday: byDay ? weekdays.indexOf(byDay[2] ?? '') : undefined,
    nth: byDay?.[1] ? Number(byDay[1]) : undefined,
    monthDays: monthDays.length > 0 || byDay ? monthDays : [start.getUTCDate()],
  }
}
