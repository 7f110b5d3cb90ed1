import { AsyncLocalStorage } from 'node:async_hooks'

// The language of what is said. It belongs to the request, not to the facts: what is stored is said anew for whoever asks.

export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

const spoken = new AsyncLocalStorage<Language>()

/** Everything said while `work` runs, and in what it awaits, is said in this language. */
export const speaking = <T>(language: Language, work: () => T): T => spoken.run(language, work)

/** The language spoken here; English where nobody asked for another. */
export const language = (): Language => spoken.getStore() ?? 'en'

/** One text in each language; the one that is spoken here. A language that is left out does not compile. */
export const said = (texts: Record<Language, string>): string => texts[language()]

/**
 * The language that a reader wants, by the header `Accept-Language` (RFC 9110, 12.5.4): the one of the greatest weight
 * that there is, the first of equals; English when there is none.
 */
export function wantedLanguage(header: string | undefined): Language {
  const asked = (header ?? '').split(',').map((part) => {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean)
    return { code: range.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
  })
  const known = asked.filter(({ code, weight }) => weight > 0 && LANGUAGES.some((one) => one === code))
  known.sort((one, other) => other.weight - one.weight)
  return (known[0]?.code as Language | undefined) ?? 'en'
}

/** "1", "1 and 2", "1, 2 and 3", as the language lists. */
export const listed = (
  parts: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string => new Intl.ListFormat(language() === 'en' ? 'en-GB' : language(), { type }).format(parts)

/** A date as precise as known, as one says it: "2019", "Apr 2019", "1 Apr 2019". */
export function dateInWords(date: string): string {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(date)) return date
  const isMonth = date.length === 7
  const locale = language() === 'en' ? 'en-GB' : language()
  const day = isMonth ? {} : ({ day: 'numeric' } as const)
  const format = new Intl.DateTimeFormat(locale, { ...day, month: 'short', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(isMonth ? `${date}-01` : date))
}
