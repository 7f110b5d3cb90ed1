import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { IntakeError, type Item, type PersonFact } from '../records.ts'
import { head } from '../text/text.ts'
import { jsonResume, writeJsonResume } from './json-resume.ts'

const read = (value: unknown): Item => {
  const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
  return [...(jsonResume.read(bytes, { name: 'cv.json', now: new Date('2026-04-15') }) as Iterable<Item>)][0]!
}
const person = (value: unknown): PersonFact => {
  const item = read(value)
  if (!('fact' in item) || item.fact.kind !== 'person') throw new Error(JSON.stringify(item))
  return item.fact
}

const resume = {
  $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
  basics: {
    name: 'Ines Moreau',
    label: 'Process engineer',
    email: 'ines@example.com',
    phone: '+33 555 0100',
    url: 'https://ines.example.com',
    summary: 'Makes plants run.',
    location: { city: 'Lyon', countryCode: 'FR' },
    profiles: [{ network: 'LinkedIn', username: 'ines-moreau' }],
  },
  work: [
    { name: 'Ferro Works', position: 'Lead', startDate: '2019-04-01', highlights: ['Cut waste'] },
    { name: 'Cobalt', position: 'Engineer', startDate: '2012-02', endDate: '2019' },
  ],
  education: [
    {
      institution: 'ENS Test',
      area: 'Chemistry',
      studyType: 'Master',
      startDate: '2007',
      endDate: '2012-06',
      score: '1',
    },
  ],
  skills: [{ name: 'Chemistry', level: 'High', keywords: ['HPLC', 'Safety'] }],
  languages: [{ language: 'French', fluency: 'Native' }],
}

describe('a JSON Resume becomes one person', () => {
  it('with positions and education at the precision of their dates', () => {
    const fact = person(resume)
    expect(fact.positions).toEqual([
      { organization: { name: 'Ferro Works' }, title: 'Lead', from: '2019-04-01', current: true },
      { organization: { name: 'Cobalt' }, title: 'Engineer', from: '2012-02', to: '2019' },
    ])
    expect(fact.education?.[0]).toEqual({
      institution: 'ENS Test',
      area: 'Chemistry',
      degree: 'Master',
      from: '2007',
      to: '2012-06',
    })
    expect(fact).toMatchObject({
      key: 'ines@example.com ines moreau',
      location: 'Lyon, FR',
      skills: ['Chemistry', 'HPLC', 'Safety'],
    })
    expect(fact.profileUrls).toEqual(['https://www.linkedin.com/in/ines-moreau'])
  })

  it('also in the older form, with company and website', () => {
    const work = [
      { company: 'Cobalt', website: 'https://cobalt.example', position: 'Engineer', endDate: 'Present' },
    ]
    expect(person({ basics: { name: 'A B' }, work }).positions).toEqual([
      { organization: { name: 'Cobalt', url: 'https://cobalt.example' }, title: 'Engineer', current: true },
    ])
  })

  it.each(['2013-12-021', '2013-02-30', '2013-13', 'soon', null, 7])(
    'a date that is none (%s) is left out, the position stays',
    (startDate) => {
      expect(person({ basics: { name: 'A B' }, work: [{ name: 'Cobalt', startDate }] }).positions).toEqual([
        { organization: { name: 'Cobalt' } },
      ])
    },
  )

  it('a work entry without an organization is no position', () => {
    expect(
      person({ basics: { name: 'A B' }, work: [{ position: 'Lead' }, null, 'x'] }).positions,
    ).toBeUndefined()
  })

  it.each([{ basics: {} }, { basics: null }, { basics: [], work: [] }, { basics: { name: ' ' } }])(
    'nobody is in %j',
    (value) => {
      expect(read(value)).toEqual({ at: 'basics', skipped: 'neither a name nor an e-mail address' })
    },
  )
})

describe('Europass', () => {
  it('is read for name, work and education', () => {
    const period = { From: { Year: 2020, Month: '--01' }, To: { Year: 2024, Month: '--10', Day: '---12' } }
    const fact = person({
      LearnerInfo: {
        Identification: {
          PersonName: { FirstName: 'Jo', Surname: 'Test' },
          ContactInfo: { Email: { Contact: 'jo@example.com' } },
        },
        WorkExperience: [{ Period: period, Position: { Label: 'Developer' }, Employer: { Name: 'Cobalt' } }],
        Education: [
          { Title: 'BSc', Organisation: { Name: 'Test University' }, Period: { From: { Year: 2014 } } },
        ],
      },
    })
    expect(fact).toMatchObject({ name: 'Jo Test', familyName: 'Test', emails: ['jo@example.com'] })
    expect(fact.positions).toEqual([
      { organization: { name: 'Cobalt' }, title: 'Developer', from: '2020-01', to: '2024-10-12' },
    ])
    expect(fact.education).toEqual([{ institution: 'Test University', degree: 'BSc', from: '2014' }])
  })
})

describe('what is no resume is refused with a sentence', () => {
  it.each([
    ['{"$schema":"x","properties":{}}', 'cv.json is a JSON Schema, not a resume.'],
    [
      '{"title":"Dev","company":"Cobalt","skills":[]}',
      "cv.json is a job description in JSON Resume's form, not a resume.",
    ],
    ['{"work":[]}', 'cv.json is no JSON Resume: it has no "basics".'],
    ['[1]', 'cv.json is no JSON Resume: it holds no object.'],
    ['{"basics": {"name": "A",}}', 'cv.json is not valid JSON: it breaks at line 1, column 25.'],
    [`${'['.repeat(300)}${']'.repeat(300)}`, 'cv.json is nested deeper than 200 levels.'],
  ])('%s', (text, sentence) => {
    expect(() => read(text)).toThrow(new IntakeError(sentence))
  })
})

describe('recognition', () => {
  const recognized = (value: unknown): boolean =>
    jsonResume.recognizes(head('x', Buffer.from(JSON.stringify(value))))
  it('is by content, of a head that may be cut off', () => {
    expect(recognized(resume)).toBe(true)
    expect(jsonResume.recognizes(head('x', Buffer.from(JSON.stringify(resume).slice(0, 100))))).toBe(true)
    expect(recognized({ jobs: [{ basics: 1 }] })).toBe(false)
    expect(jsonResume.recognizes(head('cv.json', Buffer.from('basics: work')))).toBe(false)
  })
})

describe('the way out', () => {
  it('round-trips a resume with all that it holds, dates at their precision', () => {
    const out = writeJsonResume(person(resume))
    expect(out).toEqual({ ...resume, skills: resume.skills })
    expect(person(out)).toEqual(person(resume))
  })

  it('writes what was changed since', () => {
    const fact = person(resume)
    const out = writeJsonResume({
      ...fact,
      positions: fact.positions?.slice(1),
      skills: ['Chess'],
      emails: ['i@example.com'],
    })
    expect(out).toMatchObject({
      basics: { email: 'i@example.com' },
      work: [{ name: 'Cobalt' }],
      skills: [{ name: 'Chess' }],
    })
  })

  const schema = '../shared/data/resumes/jsonresume__resume-schema/schema.json'
  it.skipIf(!existsSync(schema))('is valid JSON Resume 1.0.0, whoever it is written for', () => {
    const ajv = new Ajv({ strict: false })
    addFormats.default(ajv)
    const isValid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')))
    const bare = {
      name: 'A B',
      emails: ['no address'],
      positions: [{ organization: { name: 'X', url: 'no url' } }],
      profileUrls: ['https://github.com/ab'],
    }
    for (const someone of [person(resume), { name: 'A B' }, bare])
      expect(isValid(writeJsonResume(someone)), ajv.errorsText(isValid.errors)).toBe(true)
    expect(isValid({ basics: { name: null } })).toBe(false)
  })
})
