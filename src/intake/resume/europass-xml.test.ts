import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { workspaceShow } from '../../access/workspace.ts'
import { personList, personShow } from '../../people/people.ts'
import { type TestHouse, testHouse } from '../../people/testing.ts'
import { detect } from '../formats.ts'
import { fileImport } from '../import.ts'
import { IntakeError, type Item, type PersonFact } from '../records.ts'
import { head } from '../text/text.ts'
import { europassXml } from './europass-xml.ts'
import { personResume } from './resume-out.ts'

const V3 = `<?xml version="1.0" encoding="UTF-8"?>
<!-- of a test <SkillsPassport -->
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://europass.cedefop.europa.eu/Europass http://europass.cedefop.europa.eu/xml/v3.3.0/EuropassSchema.xsd" locale="en">
  <DocumentInfo><DocumentType>ECV</DocumentType><XSDVersion>V3.3</XSDVersion></DocumentInfo>
  <LearnerInfo>
    <Identification>
      <PersonName><FirstName>Mira</FirstName><Surname>Sandoval &amp; Ek</Surname></PersonName>
      <ContactInfo>
        <Address><Contact><AddressLine>Main Street 1</AddressLine><Municipality>Lund</Municipality>
          <Country><Code>SE</Code><Label>Sweden</Label></Country></Contact></Address>
        <Email><Contact>mira@example.com</Contact></Email>
        <TelephoneList>
          <Telephone><Contact>+46 8 555 0100</Contact><Use><Code>mobile</Code></Use></Telephone>
          <Telephone><Contact>+46 8 555 0101</Contact></Telephone>
        </TelephoneList>
        <WebsiteList><Website><Contact>https://www.linkedin.com/in/mira-sandoval</Contact></Website></WebsiteList>
      </ContactInfo>
    </Identification>
    <Headline><Type><Code>job_applied_for</Code></Type><Description><Label>Data engineer</Label></Description></Headline>
    <WorkExperienceList>
      <WorkExperience>
        <Period><From year="2021" month="--01"/><Current>true</Current></Period>
        <Position><Label>Head of Data</Label></Position>
        <Activities>&lt;p&gt;Led a team&lt;/p&gt;</Activities>
        <Employer><Name>Cobalt Health</Name><ContactInfo><Address><Contact><Municipality>Malmö</Municipality>
          <Country><Label>Sweden</Label></Country></Contact></Address></ContactInfo></Employer>
      </WorkExperience>
      <WorkExperience>
        <Period><From year="2016" month="--03" day="---15"/><To year="2020"/></Period>
        <Position><Label>Data Engineer</Label></Position>
        <Employer><Name>Northwind Robotics</Name></Employer>
      </WorkExperience>
    </WorkExperienceList>
    <EducationList>
      <Education><Period><From year="2010"/><To year="2015"/></Period><Title>MSc Physics</Title>
        <Organisation><Name>Test University</Name></Organisation></Education>
    </EducationList>
    <Skills>
      <JobRelated><Description>&lt;ul&gt;&lt;li&gt;Data warehouses&lt;/li&gt;&lt;li&gt;Hiring&lt;/li&gt;&lt;/ul&gt;</Description></JobRelated>
      <Computer><Description>Python, SQL</Description></Computer>
    </Skills>
  </LearnerInfo>
</SkillsPassport>`

const CANDIDATE = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9"
  xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3">
  <hr:DocumentID schemeID="Test-0001" schemeAgencyName="EUROPASS" schemeVersionID="4.0"/>
  <CandidateSupplier><PersonContact><PersonName><oa:GivenName>Nobody</oa:GivenName></PersonName></PersonContact></CandidateSupplier>
  <CandidatePerson>
    <PersonName><oa:GivenName>Mira</oa:GivenName><hr:FamilyName>Sandoval</hr:FamilyName></PersonName>
    <Communication><ChannelCode>Email</ChannelCode><oa:URI>mira@example.com</oa:URI></Communication>
    <Communication><ChannelCode>Telephone</ChannelCode><CountryDialing>46</CountryDialing><oa:DialNumber>85550100</oa:DialNumber></Communication>
    <Communication><ChannelCode>Web</ChannelCode><oa:URI>https://github.com/mira-sandoval</oa:URI></Communication>
    <Communication><UseCode>home</UseCode><Address type="home"><oa:CityName>Lund</oa:CityName><CountryCode>se</CountryCode></Address></Communication>
    <hr:BirthDate>1985-01-01</hr:BirthDate>
  </CandidatePerson>
  <CandidateProfile languageCode="sv"><hr:ExecutiveSummary>Kort</hr:ExecutiveSummary></CandidateProfile>
  <CandidateProfile languageCode="en">
    <hr:ExecutiveSummary>&lt;p&gt;Builds data teams.&lt;/p&gt;</hr:ExecutiveSummary>
    <EmploymentHistory>
      <EmployerHistory>
        <hr:OrganizationName>Cobalt Health</hr:OrganizationName>
        <OrganizationContact><Communication><Address><oa:CityName>Malmö</oa:CityName><CountryCode>se</CountryCode></Address></Communication></OrganizationContact>
        <PositionHistory>
          <PositionTitle typeCode="FREETEXT">Head of Data</PositionTitle>
          <eures:EmploymentPeriod>
            <eures:StartDate><hr:FormattedDateTime>2021-01</hr:FormattedDateTime></eures:StartDate>
            <hr:CurrentIndicator>true</hr:CurrentIndicator>
          </eures:EmploymentPeriod>
        </PositionHistory>
      </EmployerHistory>
      <EmployerHistory>
        <hr:OrganizationName>Northwind Robotics</hr:OrganizationName>
        <PositionHistory>
          <PositionTitle>Data Engineer</PositionTitle>
          <eures:EmploymentPeriod>
            <eures:StartDate><hr:FormattedDateTime>2016-03-15</hr:FormattedDateTime></eures:StartDate>
            <eures:EndDate><hr:FormattedDateTime>2020</hr:FormattedDateTime></eures:EndDate>
            <hr:CurrentIndicator>false</hr:CurrentIndicator>
          </eures:EmploymentPeriod>
        </PositionHistory>
      </EmployerHistory>
    </EmploymentHistory>
    <EducationHistory>
      <EducationOrganizationAttendance>
        <hr:OrganizationName>Test University</hr:OrganizationName>
        <AttendancePeriod>
          <StartDate><hr:FormattedDateTime>2010</hr:FormattedDateTime></StartDate>
          <EndDate><hr:FormattedDateTime>2015</hr:FormattedDateTime></EndDate>
          <Ongoing>false</Ongoing>
        </AttendancePeriod>
        <EducationDegree><hr:DegreeName>MSc Physics</hr:DegreeName></EducationDegree>
      </EducationOrganizationAttendance>
    </EducationHistory>
    <PersonQualifications>
      <PersonCompetency><CompetencyID schemeName="NORMAL">eng</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID></PersonCompetency>
      <PersonCompetency><hr:TaxonomyID>Digital_Skill</hr:TaxonomyID><hr:CompetencyName>Python</hr:CompetencyName></PersonCompetency>
      <PersonCompetency><hr:TaxonomyID>Digital_Skill</hr:TaxonomyID><hr:CompetencyName>SQL</hr:CompetencyName></PersonCompetency>
    </PersonQualifications>
  </CandidateProfile>
</Candidate>`

const read = (text: string): Item[] => [
  ...(europassXml.read(Buffer.from(text), { name: 'cv.xml', now: new Date('2026-04-15') }) as Iterable<Item>),
]
const person = (text: string): PersonFact => {
  const [item] = read(text)
  if (!item || !('fact' in item) || item.fact.kind !== 'person') throw new Error(JSON.stringify(item))
  return item.fact
}
const COMMON = {
  emails: ['mira@example.com'],
  education: [{ institution: 'Test University', degree: 'MSc Physics', from: '2010', to: '2015' }],
}

describe('a Europass CV in XML', () => {
  it('of version 3 is read for who, where, when, education and skills', () => {
    expect(person(V3)).toEqual({
      ...COMMON,
      kind: 'person',
      key: 'mira@example.com mira sandoval & ek',
      name: 'Mira Sandoval & Ek',
      givenName: 'Mira',
      familyName: 'Sandoval & Ek',
      phones: ['+46 8 555 0100', '+46 8 555 0101'],
      profileUrls: ['https://www.linkedin.com/in/mira-sandoval'],
      headline: 'Data engineer',
      location: 'Lund, Sweden',
      skills: ['Python', 'SQL', 'Data warehouses', 'Hiring'],
      positions: [
        {
          ...{ organization: { name: 'Cobalt Health' }, title: 'Head of Data', site: 'Malmö, Sweden' },
          ...{ from: '2021-01', current: true },
        },
        {
          ...{ organization: { name: 'Northwind Robotics' }, title: 'Data Engineer' },
          ...{ from: '2016-03-15', to: '2020' },
        },
      ],
    })
  })

  it('of europa.eu (Candidate) likewise, in the language that says most', () => {
    expect(person(CANDIDATE)).toEqual({
      ...COMMON,
      kind: 'person',
      key: 'mira@example.com mira sandoval',
      name: 'Mira Sandoval',
      givenName: 'Mira',
      familyName: 'Sandoval',
      phones: ['+46 85550100'],
      profileUrls: ['https://github.com/mira-sandoval'],
      location: 'Lund, SE',
      summary: 'Builds data teams.',
      skills: ['Python', 'SQL'],
      positions: [
        {
          ...{ organization: { name: 'Cobalt Health' }, title: 'Head of Data', site: 'Malmö, SE' },
          ...{ from: '2021-01', current: true },
        },
        {
          ...{ organization: { name: 'Northwind Robotics' }, title: 'Data Engineer' },
          ...{ from: '2016-03-15', to: '2020' },
        },
      ],
    })
  })

  it('is told by its content, and no other XML is one', () => {
    for (const text of [V3, CANDIDATE]) expect(detect('x.txt', Buffer.from(text))?.kind).toBe('europass-xml')
    const knows = (text: string) => europassXml.recognizes(head('cv.xml', Buffer.from(text)))
    expect(knows('<Candidate><name>A</name></Candidate>')).toBe(false)
    expect(knows('<html><!-- <SkillsPassport> europass --></html>')).toBe(false)
    expect(knows(`${'<!-- a -->'.repeat(3000)}<a>europass</a>`)).toBe(false)
  })

  it.each([
    [V3.slice(0, 2000), 'cv.xml is no whole XML: an element is not closed.'],
    ['', 'cv.xml is no whole XML: an element is not closed.'],
    [
      '<SkillsPassport><a/></SkillsPassport>',
      'cv.xml is a Europass document without a CV in it (no LearnerInfo).',
    ],
    [`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`, 'cv.xml is nested deeper than 100 levels.'],
  ])('that is none is refused with a sentence (%#)', (text, sentence) => {
    expect(() => read(text)).toThrow(new IntakeError(sentence))
  })

  it('without anybody in it is told, not invented', () => {
    const skipped = 'neither a name nor an e-mail address'
    expect(read('<Candidate><CandidatePerson/></Candidate>')).toEqual([{ at: 'Candidate', skipped }])
    const nobody = '<SkillsPassport><LearnerInfo><Headline/></LearnerInfo></SkillsPassport>'
    expect(read(nobody)).toEqual([{ at: 'LearnerInfo', skipped: 'neither a name nor an e-mail address' }])
  })

  it('cannot reach outside: what a document type declares is not read', () => {
    const text = V3.replace(
      '<!-- of',
      '<!DOCTYPE SkillsPassport [<!ENTITY x SYSTEM "file:///etc/passwd">]><!-- of',
    ).replace('Head of Data', '&x;')
    expect(JSON.stringify(read(text))).not.toContain('root:')
  })
})

describe('imported', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await testHouse()
  })
  afterAll(() => house.close())
  beforeEach(() => house.fresh())
  const bring = (text: string) =>
    house.ask(fileImport, {}, { files: [{ name: 'cv.xml', bytes: Buffer.from(text) }] })

  it.each([
    ['version 3', V3],
    ['Candidate', CANDIDATE],
  ])('%s is one’s own where nobody is known yet, and changes nothing the second time', async (_, text) => {
    expect((await bring(text)).files[0]).toMatchObject({ kind: 'europass-xml', created: 0, updated: 1 })
    const { me } = await house.ask(workspaceShow)
    const shown = await house.ask(personShow, { person: me!.id })
    expect(shown.name).toMatch(/^Mira Sandoval/)
    expect(shown.positions.map(({ title, from, to, ended }) => [title, from, to, ended])).toEqual([
      ['Head of Data', '2021-01', null, false],
      ['Data Engineer', '2016-03-15', '2020', true],
    ])
    expect((await bring(text)).files[0]).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
    expect((await house.ask(personList)).people.map(({ id, name }) => [id, name])).toEqual([
      [me!.id, shown.name],
    ])
    const { education } = await house.ask(personResume, { person: me!.id })
    expect(education).toMatchObject([{ institution: 'Test University', studyType: 'MSc Physics' }])
  })
})

const DATA = '../shared/data/resumes'

describe.skipIf(!existsSync(DATA))('Europass files of the real world', () => {
  it('are all read, or refused with a sentence', () => {
    const files = readdirSync(DATA, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => /LearnerInfo|SkillsPassport|europass\.eu\/1\.0/.test(readFileSync(file, 'latin1')))
    const told = files.map((file) => {
      const bytes = readFileSync(file)
      const format = detect(file, bytes)
      if (format === null) return 'unknown'
      try {
        const items = [...(format.read(bytes, { name: file, now: new Date() }) as Iterable<Item>)]
        return items.every((item) => 'fact' in item) ? 'read' : 'skipped'
      } catch (error) {
        if (!(error instanceof IntakeError)) throw error
        return 'refused'
      }
    })
    expect(told).toContain('read')
    expect(told.filter((one) => one === 'unknown' || one === 'skipped')).toEqual([])
  })
})
