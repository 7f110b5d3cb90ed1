import { describe, expect, it } from 'vitest'
import { type Format, IntakeError, type Item, type OpeningFact } from '../records.ts'
import { head } from '../text/text.ts'
import { nameOfToken } from './board-address.ts'
import { ashby, boardAddress, greenhouse, lever } from './boards.ts'
import { otherBoards } from './other-boards.ts'

const NOW = new Date('2026-04-15T12:00:00Z')
const read = (format: Format, value: unknown, name = 'board.json'): Item[] => {
  const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
  return [...(format.read(bytes, { name, now: NOW }) as Iterable<Item>)]
}
const openings = (format: Format, value: unknown, name?: string): OpeningFact[] =>
  read(format, value, name).flatMap((i) => ('fact' in i && i.fact.kind === 'opening' ? [i.fact] : []))
const kinds = (value: unknown): string[] => {
  const file = head('x.json', Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)))
  return [greenhouse, lever, ashby, otherBoards].filter((f) => f.recognizes(file)).map((f) => f.kind)
}

const greenhouseJob = {
  id: 101,
  title: 'Head of R&amp;D',
  absolute_url: 'https://job-boards.greenhouse.io/acme-robotics/jobs/101',
  location: { name: 'Remote, Sweden' },
  content:
    '&lt;p&gt;Build &amp;amp; lead.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Robots&lt;/li&gt;&lt;/ul&gt;&lt;script&gt;alert(1)&lt;/script&gt;',
  departments: [{ name: 'Research' }],
  metadata: [{ name: 'Employment Type', value: 'Full time' }],
  pay_input_ranges: [{ min_cents: 9000000, max_cents: 12000000, currency_type: 'EUR' }],
  first_published: '2026-03-01T11:55:32-04:00',
  application_deadline: null,
}
const leverJob = {
  id: 'a1',
  text: 'Controller',
  hostedUrl: 'https://jobs.lever.co/cobalt/a1',
  categories: { team: 'Finance', commitment: 'Part-time', location: 'Lund', allLocations: ['Lund', 'Oslo'] },
  createdAt: Date.UTC(2026, 1, 3),
  description: '<div>Keep the <b>books</b></div>',
  lists: [{ text: 'You bring', content: '<li>Care</li>' }],
  workplaceType: 'hybrid',
  salaryRange: { min: 50000, max: 60000, currency: 'EUR', interval: 'per-year-salary' },
}
const ashbyJob = {
  id: 'b2',
  title: 'Designer',
  jobUrl: 'https://jobs.ashbyhq.com/Ferro%20Works/b2',
  isListed: true,
  isRemote: true,
  workplaceType: 'Remote',
  employmentType: 'FullTime',
  department: 'Design',
  location: 'Oslo',
  secondaryLocations: [{ location: 'Bergen' }],
  publishedAt: '2026-02-01T00:00:00.000+00:00',
  descriptionHtml: '<h2>About</h2><p>Draw.</p>',
  compensation: {
    summaryComponents: [
      { compensationType: 'Salary', interval: '1 HOUR', currencyCode: 'NOK', minValue: 300, maxValue: 400 },
    ],
  },
}

describe('the three boards become openings of one shape', () => {
  it('Greenhouse', () => {
    expect(openings(greenhouse, { jobs: [greenhouseJob], meta: { total: 1 } })).toEqual([
      {
        kind: 'opening',
        key: 'greenhouse:acme-robotics:101',
        board: { provider: 'greenhouse', token: 'acme-robotics' },
        organization: { name: 'Acme Robotics' },
        title: 'Head of R&D',
        description: 'Build & lead.\n\n- Robots',
        department: 'Research',
        location: 'Remote, Sweden',
        remote: true,
        employmentType: 'full-time',
        salary: { min: 90000, max: 120000, currency: 'EUR' },
        url: 'https://job-boards.greenhouse.io/acme-robotics/jobs/101',
        postedOn: '2026-03-01',
      },
    ])
  })

  it('Lever', () => {
    expect(openings(lever, [leverJob])).toEqual([
      {
        kind: 'opening',
        key: 'lever:cobalt:a1',
        board: { provider: 'lever', token: 'cobalt' },
        organization: { name: 'Cobalt' },
        title: 'Controller',
        description: 'Keep the books\n\nYou bring\n\n- Care',
        department: 'Finance',
        location: 'Lund; Oslo',
        remote: false,
        employmentType: 'part-time',
        salary: { min: 50000, max: 60000, currency: 'EUR', per: 'year' },
        url: 'https://jobs.lever.co/cobalt/a1',
        postedOn: '2026-02-03',
      },
    ])
  })

  it('Ashby', () => {
    expect(openings(ashby, { apiVersion: '1', jobs: [ashbyJob] })).toEqual([
      {
        kind: 'opening',
        key: 'ashby:Ferro Works:b2',
        board: { provider: 'ashby', token: 'Ferro Works' },
        organization: { name: 'Ferro Works' },
        title: 'Designer',
        description: 'About\n\nDraw.',
        department: 'Design',
        location: 'Oslo; Bergen',
        remote: true,
        employmentType: 'full-time',
        salary: { min: 300, max: 400, currency: 'NOK', per: 'hour' },
        url: 'https://jobs.ashbyhq.com/Ferro%20Works/b2',
        postedOn: '2026-02-01',
      },
    ])
  })
})

describe('what a board says is taken as it is said', () => {
  it('the name of the company goes before the token', () => {
    const jobs = [{ ...greenhouseJob, company_name: 'Acme Robotics AB ' }]
    expect(openings(greenhouse, { jobs })[0]?.organization).toEqual({ name: 'Acme Robotics AB' })
  })

  it('on a domain of its own, the token comes from the address it was fetched from', () => {
    const jobs = [{ ...greenhouseJob, absolute_url: 'https://careers.cobalt.example/jobs?gh_jid=101' }]
    expect(openings(greenhouse, { jobs })[0]).toMatchObject({
      key: 'greenhouse:careers.cobalt.example:101'.replace('careers.', ''),
      organization: { name: 'Cobalt', domain: 'cobalt.example' },
    })
    const api = 'https://boards-api.greenhouse.io/v1/boards/cobalt/jobs?content=true'
    expect(openings(greenhouse, { jobs }, api)[0]).toMatchObject({
      key: 'greenhouse:cobalt:101',
      board: { token: 'cobalt' },
    })
  })

  it('one job, or those of one department, are no full listing: they close nothing', () => {
    expect(openings(greenhouse, greenhouseJob)[0]).toMatchObject({ key: 'greenhouse:acme-robotics:101' })
    expect(openings(greenhouse, greenhouseJob)[0]?.board).toBeUndefined()
    expect(openings(greenhouse, { id: 7, name: 'Research', jobs: [greenhouseJob] })[0]?.board).toBeUndefined()
    expect(openings(lever, leverJob)[0]?.board).toBeUndefined()
  })

  it('a deadline that has passed closes, one to come does not', () => {
    const of = (application_deadline: string) =>
      openings(greenhouse, { jobs: [{ ...greenhouseJob, application_deadline }] })[0]
    expect(of('2026-04-14T23:00:00Z')).toMatchObject({ until: '2026-04-14', closed: true })
    expect(of('2026-04-15')?.closed).toBeUndefined()
  })

  it('hybrid is not remote, and pay that is not to be shown is not read', () => {
    const job = { ...ashbyJob, workplaceType: 'Hybrid', shouldDisplayCompensationOnJobPostings: false }
    expect(openings(ashby, { jobs: [job] })[0]).toMatchObject({ remote: false })
    expect(openings(ashby, { jobs: [job] })[0]?.salary).toBeUndefined()
  })

  it('descriptions are cut at 20,000 characters', () => {
    const jobs = [{ ...greenhouseJob, content: `<p>${'word '.repeat(20_000)}</p>` }]
    expect(openings(greenhouse, { jobs })[0]?.description).toHaveLength(20_000)
  })
})

describe('one bad job does not spoil the others', () => {
  it('each is counted once, with its place', () => {
    const jobs = [
      greenhouseJob,
      { id: 2 },
      null,
      { ...greenhouseJob },
      { title: 'x' },
      { id: 3, title: 'Free', absolute_url: '' },
    ]
    expect(
      read(greenhouse, { jobs }).map((i) => ('fact' in i ? 'fact' : Object.values(i).join(': '))),
    ).toEqual([
      'fact',
      'jobs[1]: has no title',
      'jobs[2]: is no job: an object was expected',
      'jobs[3]: the same job stands above',
      'jobs[4]: has no id',
      'fact',
    ])
  })

  it('a job that is not listed is skipped', () => {
    expect(read(ashby, { jobs: [{ ...ashbyJob, isListed: false }] })).toEqual([
      { at: 'jobs[0]', skipped: 'not listed on the board' },
    ])
  })

  it('without a company, a token and an address nobody is hiring', () => {
    expect(read(greenhouse, { jobs: [{ id: 3, title: 'Free' }] })).toEqual([
      { at: 'jobs[0]', rejected: 'does not say which organization is hiring' },
    ])
  })

  it('an empty board says so', () => {
    expect(read(greenhouse, { jobs: [], meta: { total: 0 } })).toEqual([
      { at: 'jobs', skipped: 'the board lists no openings' },
    ])
  })

  it.each([greenhouse, lever, ashby])('another file is refused as a whole', (format) => {
    expect(() => read(format, { data: [] })).toThrow(IntakeError)
    expect(() => read(format, '{"jobs": [')).toThrow(
      'board.json is not valid JSON: it breaks at line 1, column 11.',
    )
  })
})

describe('boards are recognised by their shape', () => {
  it.each([
    ['greenhouse', { jobs: [greenhouseJob], meta: { total: 1 } }],
    ['greenhouse', { jobs: [], meta: { total: 0 } }],
    ['greenhouse', greenhouseJob],
    ['lever', [leverJob]],
    ['ashby', { apiVersion: '1', jobs: [ashbyJob] }],
    ['other-board', { total: 1, jobPostings: [{ title: 'x', externalPath: '/x' }] }],
    ['other-board', { name: 'Cobalt', jobs: [{ title: 'x', shortcode: 'AB' }] }],
    ['other-board', { id: 1, application_ids: [2], email_addresses: [] }],
    ['other-board', { departments: [{ id: 1, jobs: [] }] }],
    ['other-board', '<workzag-jobs><position/></workzag-jobs>'],
  ])('%s', (kind, value) => expect(kinds(value)).toEqual([kind]))

  it.each([
    { jobs: [{ title: 'x' }] },
    { jobs: ['a'] },
    [{ text: 'x' }],
    {},
    'jobs: [absolute_url]',
    '# iCIMS_Job',
  ])('nothing is made of %j', (value) => expect(kinds(value)).toEqual([]))

  it('also when the head is cut off within the first job', () => {
    const long = JSON.stringify([{ additionalPlain: 'x'.repeat(80_000), ...leverJob }]).replace(
      '{',
      '{"categories":{},',
    )
    expect(kinds(long)).toEqual(['lever'])
  })

  it('systems that are not read are refused by name', () => {
    expect(() => read(otherBoards, { jobPostings: [{ externalPath: '/x' }] }, 'feed.json')).toThrow(
      /^feed\.json is a Workday job feed, which is not read/,
    )
  })
})

describe('the address of a board', () => {
  it.each([
    ['https://boards.greenhouse.io/acme-robotics', 'greenhouse', 'acme-robotics'],
    ['job-boards.greenhouse.io/acme/jobs/101?gh_src=x', 'greenhouse', 'acme'],
    ['https://job-boards.eu.greenhouse.io/acme', 'greenhouse', 'acme'],
    ['https://boards.greenhouse.io/embed/job_board?for=acme&b=x', 'greenhouse', 'acme'],
    ['https://boards-api.greenhouse.io/v1/boards/acme/jobs', 'greenhouse', 'acme'],
    ['https://jobs.lever.co/cobalt/a1/apply', 'lever', 'cobalt'],
    ['https://api.lever.co/v0/postings/cobalt?mode=json', 'lever', 'cobalt'],
    ['https://jobs.ashbyhq.com/Ferro%20Works/b2', 'ashby', 'Ferro Works'],
    ['https://api.ashbyhq.com/posting-api/job-board/ferro', 'ashby', 'ferro'],
  ])('%s', (url, provider, token) => {
    const address = boardAddress(url)
    expect(address).toMatchObject({ provider, token })
    expect(boardAddress(address!.api)).toEqual(address)
  })

  it('of a European Lever board stays in Europe', () => {
    expect(boardAddress('https://jobs.eu.lever.co/cobalt')?.api).toBe(
      'https://api.eu.lever.co/v0/postings/cobalt?mode=json',
    )
  })

  it.each([
    'https://boards.greenhouse.io/',
    'https://boards.greenhouse.io/embed/job_board',
    'https://boards.greenhouse.io.example/acme',
    'https://example.com/boards.greenhouse.io/acme',
    'https://jobs.lever.co@example.com/cobalt',
    'https://user@jobs.lever.co/cobalt',
    'https://jobs.lever.co:8443/cobalt',
    'https://jobs.lever.co/..%2f..%2fadmin',
    'ftp://jobs.lever.co/cobalt',
    'javascript:alert(1)',
    'https://www.lever.co/cobalt',
    'not an address',
    '',
  ])('%s is none', (url) => expect(boardAddress(url)).toBeNull())

  it('gives a name to show', () => {
    expect(['acme-robotics', 'cobalt_health', 'HighlightTA', 'The Lab'].map(nameOfToken)).toEqual([
      'Acme Robotics',
      'Cobalt Health',
      'HighlightTA',
      'The Lab',
    ])
  })
})
