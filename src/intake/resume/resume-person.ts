import type { PersonFact, PositionFact } from '../records.ts'
import { isoDate } from '../text/iso-date.ts'
import { compact, isRecord, type Json, list, record, records, words } from '../text/json.ts'
import { profileUrl } from '../text/profile-url.ts'

/** Where a network that is named without an address keeps its profiles. */
const NETWORKS: Record<string, string> = {
  linkedin: 'https://www.linkedin.com/in/',
  github: 'https://github.com/',
  gitlab: 'https://gitlab.com/',
  twitter: 'https://x.com/',
  x: 'https://x.com/',
  xing: 'https://www.xing.com/profile/',
}

/** A date that says "still": an open end, in words. */
const isPresent = (value: unknown): boolean =>
  /^(present|current|now|today|ongoing)$/i.test(words(value) ?? '')

/** The address of a profile in `basics.profiles`, if it is one that tells who a person is. */
export const profileOf = (profile: Json): string | undefined => {
  const url = words(profile.url)
  const known = url && profileUrl(url)
  const start = NETWORKS[words(profile.network)?.toLowerCase() ?? '']
  const name = words(profile.username)?.replace(/^@/, '')
  return known ?? (start && name && /^[\w.-]+$/.test(name) ? start + name : undefined)
}

/** `basics.location` in one line. */
export const placeOf = (location: unknown): string | undefined => {
  if (!isRecord(location)) return words(location)
  const { city, region, countryCode } = location
  return [city, region, countryCode].map(words).filter(Boolean).join(', ') || undefined
}

const positionOf = (work: Json): PositionFact | undefined => {
  const name = words(work.name) ?? words(work.company)
  if (!name) return undefined
  const [from, to] = [isoDate(work.startDate), isoDate(work.endDate)]
  const isOpen = isPresent(work.endDate) || (from !== undefined && (work.endDate ?? '') === '')
  return compact({
    organization: compact({ name, url: words(work.url) ?? words(work.website) }),
    title: words(work.position),
    site: words(work.location),
    from,
    to,
    current: isOpen ? true : undefined,
  })
}

export type Education = NonNullable<PersonFact['education']>[number]

const educationOf = (entry: Json): Education | undefined => {
  const institution = words(entry.institution)
  if (!institution) return undefined
  const [from, to] = [isoDate(entry.startDate), isoDate(entry.endDate)]
  return compact({ institution, area: words(entry.area), degree: words(entry.studyType), from, to })
}

/** Names and keywords of all skills, each once. */
export const skillsOf = (skills: unknown): string[] => {
  const all = records(skills).flatMap((s) => [words(s.name), ...list(s.keywords).map(words)])
  return [...new Set(all.filter((s) => s !== undefined))]
}

const present = <T>(values: (T | undefined)[]): T[] => values.filter((v) => v !== undefined)

const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((v) => v !== null).map(withoutNulls)
  if (!isRecord(value)) return value
  const some = Object.entries(value).filter(([, v]) => v !== null)
  return Object.fromEntries(some.map(([key, v]) => [key, withoutNulls(v)]))
}

/** The person of a resume; undefined when it gives neither a name nor an e-mail address. */
export const resumePerson = (resume: Json): PersonFact | undefined => {
  const basics = record(resume.basics)
  const email = words(basics.email)
  const name = words(basics.name) ?? email
  if (!name) return undefined
  return compact<PersonFact>({
    kind: 'person',
    key: [email, words(basics.name)].filter(Boolean).join(' ').toLowerCase(),
    name,
    emails: present([email]),
    profileUrls: present([profileUrl(words(basics.url) ?? ''), ...records(basics.profiles).map(profileOf)]),
    phones: present([words(basics.phone)]),
    headline: words(basics.label),
    summary: words(basics.summary),
    location: placeOf(basics.location),
    skills: skillsOf(resume.skills),
    positions: present(records(resume.work).map(positionOf)),
    education: present(records(resume.education).map(educationOf)),
    extra: { resume: withoutNulls(resume) },
  })
}
