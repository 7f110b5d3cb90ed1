import type { OpeningFact, OrganizationName } from '../records.ts'
import { amount, compact, isRecord, type Json, list, record, words } from '../text/json.ts'
import { oneLine, plainText, TEXT_LIMIT } from '../text/plain-text.ts'
import { httpUrl } from '../text/profile-url.ts'
import { payPeriod, salaryOf } from './opening-words.ts'

/** First text of a value: itself, its first, its `@value`, or the name of what it describes. */
export const text = (value: unknown): string | undefined => {
  for (const one of list(value)) {
    const said = isRecord(one) ? words(list(one['@value'] ?? one.name ?? one.value)[0]) : words(one)
    if (said) return said
  }
  return undefined
}

/** All texts of a value. */
export const texts = (value: unknown): string[] =>
  list(value)
    .map(text)
    .filter((t) => t !== undefined)

/** The first object of a value. */
export const first = (value: unknown): Json => record(list(value)[0])

/** Pages about an organization that are not its own. */
const NOT_ITS_OWN =
  /(^|\.)(linkedin|facebook|twitter|x|instagram|youtube|glassdoor|indeed|xing|crunchbase|wikipedia|wikidata|google)\.\w+$/

/** Who is hiring: `hiringOrganization`, else the name that goes with the identifier. */
export const organizationOf = (posting: Json): OrganizationName | undefined => {
  const hiring = first(posting.hiringOrganization)
  const name = text(posting.hiringOrganization) ?? text(hiring.legalName)
  const identifier = first(posting.identifier)
  const called = name ?? (text(identifier.value) ? text(identifier.name) : undefined)
  if (!called || httpUrl(called)) return undefined
  const urls = [...texts(hiring.url), ...texts(hiring.sameAs)].map(httpUrl).filter((u) => u !== null)
  const own = urls.find((u) => !NOT_ITS_OWN.test(u.hostname))
  const industry = text(posting.industry)
  return compact({
    name: oneLine(called),
    domain: own?.hostname.replace(/^www\./, ''),
    industry,
    url: own?.href,
  })
}

const placeOf = (place: unknown): string | undefined => {
  const address = isRecord(place) ? first(place.address ?? place) : {}
  const { addressLocality, addressRegion, addressCountry } = address
  const parts = [addressLocality, addressRegion, addressCountry].map(text).filter(Boolean)
  const said = isRecord(place) ? (text(place.address) ?? text(place)) : words(place)
  return parts.length > 0 ? [...new Set(parts)].join(', ') : said
}

/** Places in one line, at most ten. */
export const placesOf = (places: unknown): string | undefined => {
  const named = list(places)
    .map(placeOf)
    .filter((p) => p !== undefined)
  return [...new Set(named)].slice(0, 10).join('; ') || undefined
}

/** `baseSalary` as a number, a text, a MonetaryAmount or a range of one; else `estimatedSalary`. */
export const salaryFrom = (posting: Json): OpeningFact['salary'] => {
  const said = list(posting.baseSalary)[0] ?? list(posting.estimatedSalary)[0]
  const base = record(said)
  const range = isRecord(list(base.value)[0]) ? first(base.value) : base
  const exact = amount(text(range.value)) ?? amount(text(said))
  const min = amount(text(range.minValue)) ?? exact
  const max = amount(text(range.maxValue)) ?? exact
  const currency = text(base.currency) ?? text(range.currency) ?? text(posting.salaryCurrency)
  return salaryOf(
    compact({
      min,
      max,
      currency,
      per: payPeriod(text(range.unitText) ?? text(base.unitText) ?? text(base.duration)),
    }),
  )
}

const DETAILS: [string, string][] = [
  ['responsibilities', 'Responsibilities'],
  ['qualifications', 'Qualifications'],
  ['experienceRequirements', 'Experience'],
  ['skills', 'Skills'],
]

/** The description and what the posting says beside it about the work, as plain text. */
export const descriptionOf = (posting: Json): string | undefined => {
  const details = DETAILS.map(([field, title]) => {
    const said = texts(posting[field]).map((t) => plainText(t))
    return said.length > 0 ? `${title}: ${said.join('; ')}` : ''
  })
  const whole = [...texts(posting.description).map((t) => plainText(t)), ...details]
    .filter(Boolean)
    .join('\n\n')
  return whole.slice(0, TEXT_LIMIT) || undefined
}
