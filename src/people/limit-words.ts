import type { LimitKind, LimitRule } from '../store/tables.ts'

// A limit in words, and why something breaks it.

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const or = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`

export const dayName = (day: number): string => DAYS[day - 1]!

const SAYS: Record<LimitKind, (rule: LimitRule) => string> = {
  place: ({ places = [], remote }) => `only in ${or([...places, ...(remote ? ['remote'] : [])])}`,
  time: ({ employment = [] }) => `only ${or(employment)}`,
  days: ({ days = [] }) => `no meeting on ${or(days.map(dayName))}`,
  'present-employer': () => 'nothing at your present employer',
  pay: ({ least = 0, currency = '', per = '' }) => `at least ${least} ${currency} a ${per}`,
}

export const sayLimit = ({ kind, rule }: { kind: LimitKind; rule: LimitRule }): string => SAYS[kind](rule)

export const because = {
  place: (location: string, remoteWouldDo: boolean) =>
    `it is in ${location}${remoteWouldDo ? ', and not remote' : ''}`,
  notThere: 'it is remote',
  time: (employment: string) => `it is ${employment}`,
  days: (day: number) => `the meeting is on a ${dayName(day)}`,
  employer: (name: string) => `${name} is your present employer`,
  pay: (most: number, currency: string, per: string) => `it pays at most ${most} ${currency} a ${per}`,
}
