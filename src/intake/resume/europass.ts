import type { PartialDate, PersonFact, PositionFact } from '../records.ts'
import { isoDate } from '../text/iso-date.ts'
import { compact, type Json, list, record, records, words } from '../text/json.ts'

const two = (value: unknown): string | undefined => words(value)?.replace(/^-+/, '').padStart(2, '0')

/** Europass writes parts of a date in XML's way: `{ Year: 2020, Month: "--01", Day: "---15" }`. */
const dateOf = (value: unknown): PartialDate | undefined => {
  const { Year, Month, Day } = record(value)
  const [year, month, day] = [words(Year), two(Month), two(Day)]
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
  const current = Current === true || (from && !to) ? true : undefined
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
  [skills.Computer, skills.Other, skills.Organisational]
    .flatMap((s) => label(record(s).Description)?.split(/[,;\n]/) ?? [])
    .map((s) => s.trim())
    .filter(Boolean)

/** The person of a Europass CV (3.3, 3.4 in JSON); undefined when it gives neither a name nor an e-mail address. */
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
