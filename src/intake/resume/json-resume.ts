import { type Format, IntakeError, type Item, type PersonFact, type PositionFact } from '../records.ts'
import { isoDate } from '../text/iso-date.ts'
import { compact, isRecord, type Json, readJson, record, records, words } from '../text/json.ts'
import { jsonKeys } from '../text/json-keys.ts'
import { httpUrl } from '../text/profile-url.ts'
import { europassPerson } from './europass.ts'
import { type Education, placeOf, profileOf, resumePerson, skillsOf } from './resume-person.ts'

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json'

/** Why an object is no resume, where that can be told from its fields. */
const notAResume = (value: Json): string | undefined => {
  const hasRules = isRecord(value.properties) || isRecord(value.definitions) || isRecord(value.$defs)
  if (hasRules && !isRecord(value.basics)) return 'is a JSON Schema, not a resume'
  if (words(value.title) && words(value.company) && !('basics' in value))
    return "is a job description in JSON Resume's form, not a resume"
  return 'basics' in value ? undefined : 'is no JSON Resume: it has no "basics"'
}

const readResume = (value: unknown, name: string): Item => {
  if (!isRecord(value)) throw new IntakeError(`${name} is no JSON Resume: it holds no object.`)
  const learner = record(value.SkillsPassport).LearnerInfo ?? value.LearnerInfo
  const why = isRecord(learner) ? undefined : notAResume(value)
  if (why) throw new IntakeError(`${name} ${why}.`)
  const fact = isRecord(learner) ? europassPerson(learner) : resumePerson(value)
  const at = isRecord(learner) ? 'LearnerInfo' : 'basics'
  return fact ? { at, fact } : { at, skipped: 'neither a name nor an e-mail address' }
}

const SECTIONS = [
  'work',
  'education',
  'skills',
  'volunteer',
  'awards',
  'projects',
  'publications',
  'references',
]

/** JSON Resume 1.0.0 and older, and Europass 3 in JSON: one person per file. What has no field of its own is kept in `extra.resume`. */
export const jsonResume: Format = {
  kind: 'json-resume',
  says: 'a resume (JSON Resume, Europass JSON)',
  recognizes({ text }) {
    const keys = jsonKeys(text)
    const isSchema =
      keys.has('$schema') && (keys.has('properties') || keys.has('definitions') || keys.has('$defs'))
    const isJob =
      keys.has('title') && keys.has('company') && (keys.has('responsibilities') || keys.has('qualifications'))
    const isEuropass = keys.has('LearnerInfo') || keys.has('SkillsPassport')
    const isPart = SECTIONS.filter((s) => keys.has(s)).length >= 2
    return keys.has('basics') || isSchema || isJob || isEuropass || isPart
  },
  *read(bytes, { name }) {
    yield readResume(readJson(bytes, name), name)
  },
}

/** A person to write as a resume: a `PersonFact`, or what the pool knows of somebody. */
type ResumePerson = Omit<PersonFact, 'kind' | 'key'>

type KeptResume = { basics: Json; work: Json[]; education: Json[]; skills: Json[]; rest: Json }

const keptOf = (person: ResumePerson): KeptResume => {
  const { basics, work, education, skills, $schema, ...rest } = record(person.extra?.resume)
  return {
    basics: record(basics),
    work: records(work),
    education: records(education),
    skills: records(skills),
    rest,
  }
}

const writtenPlace = (person: ResumePerson, kept: Json): Json | undefined => {
  if (placeOf(kept.location) === person.location) return isRecord(kept.location) ? kept.location : undefined
  return person.location ? { address: person.location } : undefined
}

const writtenProfiles = (person: ResumePerson, kept: Json): Json[] => {
  const before = records(kept.profiles)
  const known = new Set([...before.map(profileOf), words(kept.url)])
  const added = person.profileUrls?.filter((url) => !known.has(url)) ?? []
  return [
    ...before,
    ...added.map((url) => ({ network: httpUrl(url)?.hostname.replace(/^www\.|\.\w+$/g, ''), url })),
  ]
}

const writtenBasics = (person: ResumePerson, kept: Json): Json => {
  const email = person.emails?.find((e) => /^[^\s@]+@[^\s@]+$/.test(e))
  const { name, headline: label, summary } = person
  const same = { ...kept, email, phone: person.phones?.[0], name, label, summary }
  return compact({ ...same, location: writtenPlace(person, kept), profiles: writtenProfiles(person, kept) })
}

const writtenPosition = (position: PositionFact, before: Json[]): Json => {
  const { organization, title, site, from, to } = position
  const same = before.find(
    (w) =>
      (words(w.name) ?? words(w.company)) === organization.name &&
      isoDate(w.startDate) === from &&
      words(w.position) === title,
  )
  const { company, website, ...kept } = record(same)
  const url = organization.url && httpUrl(organization.url) ? organization.url : undefined
  return compact({
    ...kept,
    name: organization.name,
    url,
    position: title,
    location: site,
    startDate: from,
    endDate: to,
  })
}

const writtenEducation = (entry: Education, before: Json[]): Json => {
  const { institution, area, degree, from, to } = entry
  const kept = before.find((e) => words(e.institution) === institution && isoDate(e.startDate) === from)
  return compact({ ...kept, institution, area, studyType: degree, startDate: from, endDate: to })
}

/** Skills in their groups as they were read, as long as they are the same ones. */
const writtenSkills = (skills: string[], before: Json[]): Json[] =>
  skillsOf(before).join('\n') === skills.join('\n') ? before : skills.map((name) => ({ name }))

/** The person as a JSON Resume 1.0.0, dates at their precision; what was kept in `extra.resume` goes out again. */
export const writeJsonResume = (person: ResumePerson): Json => {
  const kept = keptOf(person)
  const work = person.positions?.map((p) => writtenPosition(p, kept.work))
  const education = person.education?.map((e) => writtenEducation(e, kept.education))
  const skills = writtenSkills(person.skills ?? [], kept.skills)
  return compact({
    $schema: SCHEMA,
    ...kept.rest,
    basics: writtenBasics(person, kept.basics),
    work,
    education,
    skills,
  })
}
