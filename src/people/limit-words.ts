import { language, listed, said } from '../language.ts'
import type { LimitKind, LimitRule } from '../store/tables.ts'

// A limit in words, and why something breaks it.

const MONDAY = Date.UTC(2024, 0, 1)

/** 1 Monday to 7 Sunday. */
export const dayName = (day: number): string =>
  new Intl.DateTimeFormat(language(), { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + (day - 1) * 86_400_000,
  )

const or = (parts: readonly string[]): string => listed(parts, 'disjunction')

const IN_GERMAN: Readonly<Record<string, string>> = {
  'full-time': 'Vollzeit',
  'part-time': 'Teilzeit',
  contract: 'auf Vertrag',
  temporary: 'befristet',
  internship: 'Praktikum',
  year: 'Jahr',
  month: 'Monat',
  week: 'Woche',
  day: 'Tag',
  hour: 'Stunde',
}

/** A kind of employment or a period, for a reader. */
const named = (term: string): string => said({ en: term, de: IN_GERMAN[term] ?? term })

const SAYS: Record<LimitKind, (rule: LimitRule) => string> = {
  place({ places = [], remote }) {
    const where = or([...places, ...(remote ? ['remote'] : [])])
    return said({ en: `only in ${where}`, de: `nur in ${where}` })
  },
  time({ employment = [] }) {
    const kinds = or(employment.map(named))
    return said({ en: `only ${kinds}`, de: `nur ${kinds}` })
  },
  days({ days = [] }) {
    const names = or(days.map(dayName))
    return said({ en: `no meeting on ${names}`, de: `kein Treffen am ${names}` })
  },
  'present-employer': () =>
    said({ en: 'nothing at your present employer', de: 'nichts bei Ihrem jetzigen Arbeitgeber' }),
  pay: ({ least = 0, currency = '', per = '' }) =>
    said({
      en: `at least ${least} ${currency} a ${per}`,
      de: `mindestens ${least} ${currency} je ${named(per)}`,
    }),
}

export const sayLimit = ({ kind, rule }: { kind: LimitKind; rule: LimitRule }): string => SAYS[kind](rule)

export const because = {
  place: (location: string, remoteWouldDo: boolean) =>
    said({
      en: `it is in ${location}${remoteWouldDo ? ', and not remote' : ''}`,
      de: `es ist in ${location}${remoteWouldDo ? ' und nicht remote' : ''}`,
    }),
  notThere: () => said({ en: 'it is remote', de: 'es ist remote' }),
  time: (employment: string) => said({ en: `it is ${employment}`, de: `es ist ${named(employment)}` }),
  days: (day: number) =>
    said({ en: `the meeting is on a ${dayName(day)}`, de: `das Treffen ist an einem ${dayName(day)}` }),
  employer: (name: string) =>
    said({ en: `${name} is your present employer`, de: `${name} ist Ihr jetziger Arbeitgeber` }),
  pay: (most: number, currency: string, per: string) =>
    said({
      en: `it pays at most ${most} ${currency} a ${per}`,
      de: `es bringt höchstens ${most} ${currency} je ${named(per)}`,
    }),
}
