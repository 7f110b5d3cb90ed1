// An invented jobseeker with an export, a job board, and a message that invites her. Dates follow the clock, so that
// what is recent stays recent.

export type FixtureFile = { name: string; mimeType: string; text: string }

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const ago = (months: number): Date => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 12))
}
const day = (date: Date): string =>
  `${String(date.getUTCDate()).padStart(2, '0')} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
const month = (date: Date): string => `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
const csv = (rows: string[][]): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
    )
    .join('\n')

/** [first name, last name, organization, title, months since connected] */
const CONNECTIONS: [string, string, string, string, number][] = [
  ['Ida', 'Sand', 'Harbor Analytics', 'Head of Data', 40],
  ['Marek', 'Nowak', 'Harbor Analytics', 'Data Engineer', 30],
  ['Lucia', 'Ferro', 'Fjord Systems', 'Engineering Manager', 70],
  ['Tom', 'Reyes', 'Northwind Robotics', 'Staff Engineer', 20],
  ['Amara', 'Okafor', 'Quill Software', 'Principal Engineer', 5],
  ['Jonas', 'Weber', 'Meridian Freight', 'Director of Engineering', 14],
  ['Yuki', 'Tanaka', 'Meridian Freight', 'Product Manager', 90],
  ['Elif', 'Demir', 'Lantern Energy', 'Data Scientist', 3],
  ['Petra', 'Novák', 'Basalt Bank', 'Chief Technology Officer', 26],
  ['Oskar', 'Lindqvist', 'Fjord Systems', 'Software Engineer', 66],
]

const connections = (): string =>
  [
    'Notes:',
    '"When exporting your connection data, you may notice that some of the email addresses are missing."',
    '',
    csv([
      ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'],
      ...CONNECTIONS.map(([first, last, company, title, months]) => [
        ...[first, last, `https://www.linkedin.com/in/${first}-${last}-example`.toLowerCase(), ''],
        ...[company, title, day(ago(months))],
      ]),
      ['', '', '', '', '', '', day(ago(9))],
      [
        'Late',
        'Date',
        'https://www.linkedin.com/in/late-date-example',
        '',
        'Basalt Bank',
        'Clerk',
        '31 Feb 2024',
      ],
    ]),
  ].join('\n')

const profile = (): string =>
  csv([
    ['First Name', 'Last Name', 'Maiden Name', 'Address', 'Birth Date', 'Headline', 'Summary', 'Industry'],
    ['Nora', 'Lind', '', '', '', 'Data engineering lead', 'Data platforms, from sensors to boards.', ''],
  ])

const positions = (): string =>
  csv([
    ['Company Name', 'Title', 'Description', 'Location', 'Started On', 'Finished On'],
    [
      'Harbor Analytics',
      'Data Engineering Lead',
      'Data platform, streaming, SQL',
      'Bergen',
      month(ago(44)),
      '',
    ],
    ['Fjord Systems', 'Senior Data Engineer', 'Pipelines, Python', 'Bergen', month(ago(110)), month(ago(45))],
  ])

const addresses = (): string =>
  csv([
    ['Email Address', 'Confirmed', 'Primary', 'Updated On'],
    ['nora.lind@example.com', 'Yes', 'Yes', 'Not Available'],
  ])

/** The export as LinkedIn hands it out, file by file. */
export const exportFiles = (): FixtureFile[] =>
  Object.entries({
    'Profile.csv': profile(),
    'Positions.csv': positions(),
    'Connections.csv': connections(),
    'Email Addresses.csv': addresses(),
  }).map(([name, text]) => ({ name, mimeType: 'text/csv', text }))

/** [title, organization, place] */
const OPENINGS: [string, string, string][] = [
  ['Data Platform Manager', 'Cobalt Health', 'Oslo'],
  ['Senior Data Engineer', 'Cobalt Health', 'Remote'],
  ['Lead Data Engineer', 'Meridian Freight', 'Rotterdam'],
  ['Director of Data Engineering', 'Basalt Bank', 'Prague'],
  ['Data Engineering Manager', 'Quill Software', 'Remote'],
  ['Analytics Engineer', 'Northwind Robotics', 'Aarhus'],
  ['Pastry Chef', 'Grand Hotel Example', 'Bergen'],
  ['Staff Data Engineer', 'Tern Mobility', 'Helsinki'],
]

/** A page of job postings, as search engines read them. */
export const jobsPage = (): FixtureFile => {
  const postings = OPENINGS.map(([title, organization, place], index) => ({
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    ...{ title, identifier: `J-${index}`, datePosted: ago(1).toISOString().slice(0, 10) },
    description: `We look for somebody as ${title}. You know data platforms, SQL and streaming.`,
    hiringOrganization: { '@type': 'Organization', name: organization },
    jobLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: place } },
    url: `https://jobs.example.com/${index}`,
  }))
  const text = `<!doctype html><html><head><title>Jobs</title><script type="application/ld+json">${JSON.stringify(postings)}</script></head><body></body></html>`
  return { name: 'jobs.html', mimeType: 'text/html', text }
}

/** A message as a recruiter of the firm would write it. */
export const MESSAGE = `Hello Nora,

we would like to invite you to an interview for the role of Data Platform Lead at Northwind Robotics.
You would meet Vera Holm, VP Engineering, and Tom Reyes, Staff Engineer.

Best regards
Lea Brandt
Talent Partner, Northwind Robotics`

/** Names somebody of her connections, at a firm where that connection does not work. */
export const NAMESAKE = `Hi Nora,

we would like to invite you to an interview for the role of Data Engineer at Basalt Bank.
You would meet Oskar Lindqvist, Head of Data.

Best regards
Mira Stone
Basalt Bank`
