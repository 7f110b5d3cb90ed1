import type { PersonFact, PositionFact } from '../records.ts'
import { isoDate } from '../text/iso-date.ts'
import { compact, type Json, list, record, records, words } from '../text/json.ts'
import { plainText } from '../text/plain-text.ts'
import { profileUrl } from '../text/profile-url.ts'

// The XML of europa.eu since 2020 (`Candidate`, after HR Open's), as the objects of xml-tree.ts.

type Period = { from?: string; to?: string; current?: boolean }

const dateOf = (value: unknown): string | undefined => isoDate(record(value).FormattedDateTime ?? value)

const isTrue = (value: unknown): boolean => words(value)?.toLowerCase() === 'true'

/** A period without an end lasts, where it has a beginning. */
const periodOf = (period: Json, still: unknown): Period => {
  const [from, to] = [dateOf(period.StartDate), dateOf(period.EndDate)]
  if (isTrue(still)) return compact<Period>({ from, current: true })
  return compact<Period>({ from, to, current: from && !to ? true : undefined })
}

const placeOf = (address: Json): string | undefined =>
  [words(address.CityName), words(address.CountryCode)?.toUpperCase()].filter(Boolean).join(', ') || undefined

const siteOf = (position: Json, employer: Json): string | undefined => {
  const own = [words(position.City), words(position.Country)?.toUpperCase()].filter(Boolean).join(', ')
  const [first] = records(record(employer.OrganizationContact).Communication)
  return own || placeOf(record(first?.Address))
}

/** An employer's positions; one who names no title was somewhere all the same. */
const positionsOf = (employer: Json): PositionFact[] => {
  const name = words(employer.OrganizationName)
  if (!name) return []
  const said = records(employer.PositionHistory)
  return (said.length > 0 ? said : [{}]).map((position) => {
    const period = record(position.EmploymentPeriod)
    return compact<PositionFact>({
      organization: { name },
      title: words(position.PositionTitle),
      site: siteOf(position, employer),
      ...periodOf(period, period.CurrentIndicator ?? position.CurrentIndicator),
    })
  })
}

type Education = NonNullable<PersonFact['education']>[number]

const educationOf = (entry: Json): Education[] => {
  const institution = words(entry.OrganizationName)
  if (!institution) return []
  const period = record(entry.AttendancePeriod)
  const { from, to } = periodOf(period, period.Ongoing)
  const degree = words(record(entry.EducationDegree).DegreeName) ?? words(entry.DegreeName)
  return [compact<Education>({ institution, area: words(entry.ProgramName), degree, from, to })]
}

const dialled = ({ CountryDialing, DialNumber }: Json): string | undefined => {
  const [country, number] = [words(CountryDialing)?.replace(/^\+|^00/, ''), words(DialNumber)]
  return number && country && !/^(\+|00)/.test(number) ? `+${country} ${number}` : number
}

/** Addresses of somebody by channel: mail, telephone, pages. */
const reachedAt = (communications: Json[], channel: RegExp, read: (one: Json) => string | undefined) =>
  communications
    .filter((one) => channel.test(words(one.ChannelCode) ?? ''))
    .map(read)
    .filter((found) => found !== undefined)

/** Skills by name: the digital ones, and competencies that are no language and no mere number of a taxonomy. */
const skillsOf = (profile: Json): string[] => {
  const groups = records(record(profile.DigitalSkills).DigitalSkillsGroup)
  const digital = groups.flatMap((group) => list(group.DigitalSkill).map(words))
  const named = records(record(profile.PersonQualifications).PersonCompetency)
    .filter((one) => words(one.TaxonomyID)?.toLowerCase() !== 'language')
    .map((one) => words(one.CompetencyName))
  return [...new Set([...digital, ...named].filter((skill) => skill !== undefined))]
}

/** The profile in the language of the file that says most; each holds the whole of it. */
const profileOf = (candidate: Json): Json =>
  records(candidate.CandidateProfile).toSorted(
    (a, b) => JSON.stringify(b).length - JSON.stringify(a).length,
  )[0] ?? {}

/** The person of a `Candidate`; undefined when it gives neither a name nor an e-mail address. */
export const candidatePerson = (candidate: Json): PersonFact | undefined => {
  const person = record(candidate.CandidatePerson)
  const names = record(person.PersonName)
  const [givenName, familyName] = [words(names.GivenName), words(names.FamilyName)]
  const communications = records(person.Communication)
  const emails = reachedAt(communications, /^e-?mail$/i, (one) => words(one.URI))
  const full = [givenName, familyName].filter(Boolean).join(' ') || words(names.FormattedName)
  const name = full ?? emails[0]
  if (!name) return undefined
  const profile = profileOf(candidate)
  return compact<PersonFact>({
    kind: 'person',
    key: [emails[0], full].filter(Boolean).join(' ').toLowerCase(),
    name,
    givenName,
    familyName,
    emails,
    phones: reachedAt(communications, /^telephone$/i, dialled),
    profileUrls: reachedAt(communications, /./, (one) => profileUrl(words(one.URI) ?? '')),
    location: communications.map((one) => placeOf(record(one.Address))).find(Boolean),
    summary: plainText(words(profile.ExecutiveSummary) ?? '') || undefined,
    skills: skillsOf(profile),
    positions: records(record(profile.EmploymentHistory).EmployerHistory).flatMap(positionsOf),
    education: records(record(profile.EducationHistory).EducationOrganizationAttendance).flatMap(educationOf),
  })
}
