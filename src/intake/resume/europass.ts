import type { PartialDate, PersonFact, PositionFact } from '../records.ts'
import { isoDate } from '../text/iso-date.ts'
import { compact, type Json, list, record, records, words } from '../text/json.ts'
import { plainText } from '../text/plain-text.ts'
import { profileUrl } from '../text/profile-url.ts'

const two = (value: unknown): string | undefined => words(value)?.replace(/^-+/, '').padStart(2, '0')

/** Parts of a date in XML's way: `{ Year: 2020, Month: "--01", Day: "---15" }`; in XML they are attributes, in lower case. */
const dateOf = (value: unknown): PartialDate | undefined => {
  const said = record(value)
  const [year, month, day] = [
    words(said.Year ?? said.year),
    two(said.Month ?? said.month),
    two(said.Day ?? said.day),
  ]
  return isoDate([year, month, month && day].filter(Boolean).join('-'))
}

/** A text, also when it stands under `Label`, `Description.Label` or `Contact`. */
const label = (value: unknown): string | undefined => {
  const { Label, Description, Contact } = record(value)
  return (
    words(value) ??
    words(Label) ??
    words(Contact) ??
    (Description === undefined ? undefined : label(Description))
  )
}

const contacts = (value: unknown): string[] =>
  list(value)
    .map(label)
    .filter((v) => v !== undefined)

const place = (contactInfo: unknown): string | undefined => {
  const contact = record(record(record(contactInfo).Address).Contact)
  return [words(contact.Municipality), label(contact.Country)].filter(Boolean).join(', ') || undefined
}

const positionOf = (work: Json): PositionFact | undefined => {
  const employer = record(work.Employer)
  const name = words(employer.Name)
  if (!name) return undefined
  const { From, To, Current } = record(work.Period)
  const [from, to] = [dateOf(From), dateOf(To)]
  const current = String(Current) === 'true' || (from && !to) ? true : undefined
  return compact({
    organization: { name },
    title: label(work.Position),
    site: place(employer.ContactInfo),
    from,
    to,
    current,
  })
}

type Education = NonNullable<PersonFact['education']>[number]

const educationOf = (entry: Json): Education | undefined => {
  const institution = words(record(entry.Organisation).Name)
  const { From, To } = record(entry.Period)
  return institution
    ? compact({ institution, degree: words(entry.Title), from: dateOf(From), to: dateOf(To) })
    : undefined
}

const skillsOf = (skills: Json): string[] =>
  [skills.Computer, skills.JobRelated, skills.Other, skills.Organisational]
    .flatMap((s) => plainText(label(record(s).Description) ?? '').split(/[,;\n]/))
    .map((s) => s.replace(/^- /, '').trim())
    .filter(Boolean)

/** The person of a Europass CV (3.x; JSON, or XML as such); undefined when it gives neither a name nor an e-mail address. */
export const europassPerson = (learner: Json): PersonFact | undefined => {
  const identification = record(learner.Identification)
  const { FirstName, Surname } = record(identification.PersonName)
  const contact = record(identification.ContactInfo)
  const emails = contacts(contact.Email)
  const [givenName, familyName] = [words(FirstName), words(Surname)]
  const full = [givenName, familyName].filter(Boolean).join(' ')
  const name = full || emails[0]
  if (!name) return undefined
  return compact<PersonFact>({
    kind: 'person',
    key: [emails[0], full].filter(Boolean).join(' ').toLowerCase(),
    name,
    givenName,
    familyName,
    emails,
    phones: contacts(contact.Telephone),
    profileUrls: contacts(contact.Website)
      .map(profileUrl)
      .filter((url) => url !== undefined),
    headline: label(learner.Headline),
    location: place(contact),
    skills: skillsOf(record(learner.Skills)),
    positions: records(learner.WorkExperience)
      .map(positionOf)
      .filter((p) => p !== undefined),
    education: records(learner.Education)
      .map(educationOf)
      .filter((e) => e !== undefined),
  })
}
