import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who and what the story is told with: real files where they are, invented ones of the same kinds elsewhere. */
export type Cast = {
  exportFolder: string
  connections: number
  boards: [string, string, string]
  calendarMail: string
  /** An organization of a board, and an opening there that fits. */
  door: { organization: string; opening: string }
  /** Another one, where the introduction leads. */
  target: { organization: string; opening: string }
}

const DATA = '../shared/data'
const BOARDS = join(DATA, 'jobs/omoji-personal__careerkit/tests/fixtures')

export const castIn = (folder: string): Cast => (existsSync(DATA) ? REAL : invented(folder))

const REAL: Cast = {
  exportFolder: join(DATA, 'linkedin/YANG-DB__linked-knowledge_synthetic'),
  connections: 1869,
  boards: [join(BOARDS, 'greenhouse.json'), join(BOARDS, 'lever.json'), join(BOARDS, 'ashby.json')],
  calendarMail: join(DATA, 'ical/mozilla__comm-central/outlook-test-invite.eml'),
  door: { organization: 'Amplitude', opening: 'Customer Data Scientist - Experimentation' },
  target: { organization: 'HighlightTA', opening: 'Senior Site Reliability Engineer' },
}

function invented(folder: string): Cast {
  const put = (name: string, text: string): string => {
    const path = join(folder, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
    return path
  }
  for (const [name, lines] of Object.entries(EXPORT)) put(`export/${name}`, `${lines.join('\n')}\n`)
  return {
    exportFolder: join(folder, 'export'),
    connections: EXPORT['Connections.csv']!.length - 4,
    boards: [
      put('greenhouse.json', greenhouse('brightmetric', 'Customer Data Scientist')),
      put('lever.json', lever('gentle-cloud', 'Solution Architect')),
      put('ashby.json', ashby('StaffingHarbour', 'Site Reliability Engineer')),
    ],
    calendarMail: put('invite.eml', MAIL.join('\r\n')),
    door: { organization: 'Brightmetric', opening: 'Customer Data Scientist' },
    target: { organization: 'StaffingHarbour', opening: 'Site Reliability Engineer' },
  }
}

const EXPORT: Record<string, string[]> = {
  'Connections.csv': [
    'Notes:',
    '"When exporting your connection data, you may notice that some of the email addresses are missing."',
    '',
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    'Lena,Abt,https://www.linkedin.com/in/lena-abt-example,,Globex,Web Developer,21 Jan 2019',
    'Noor,Basri,https://www.linkedin.com/in/noor-basri-example,,Initech,Engineering Manager,3 Feb 2024',
    'Piet,de Vries,https://www.linkedin.com/in/piet-example,,Hooli,Recruiter,30 Nov 2025',
  ],
  'Positions.csv': [
    'Company Name,Title,Description,Location,Started On,Finished On',
    'Umbrella Works,Senior Software Engineer,"Search, Kafka and Python at scale",Berlin,Mar 2021,',
    'Globex,Software Engineer,"Python, machine learning pipelines",Berlin,Jun 2016,Feb 2021',
  ],
  'Skills.csv': ['Name', 'Python', 'Kubernetes', 'SQL', 'Terraform', 'Machine Learning'],
}

const greenhouse = (token: string, title: string): string =>
  JSON.stringify({
    jobs: [
      {
        ...{ id: 4101, internal_job_id: 77, title, location: { name: 'Remote' } },
        absolute_url: `https://boards.greenhouse.io/${token}/jobs/4101`,
        content: '&lt;p&gt;Python, SQL and experiments.&lt;/p&gt;',
      },
    ],
    meta: { total: 1 },
  })

const lever = (token: string, text: string): string =>
  JSON.stringify([
    {
      ...{ id: '5d54d69b-0000-4000-8000-000000000001', text, descriptionPlain: 'Python and Terraform.' },
      categories: { location: 'Remote', team: 'Delivery' },
      hostedUrl: `https://jobs.lever.co/${token}/5d54d69b-0000-4000-8000-000000000001`,
    },
  ])

const ashby = (token: string, title: string): string =>
  JSON.stringify({
    jobs: [
      {
        ...{ id: 'fc2f1f85-0000-4000-8000-000000000002', title, isListed: true, isRemote: true },
        jobUrl: `https://jobs.ashbyhq.com/${token}/fc2f1f85-0000-4000-8000-000000000002`,
        descriptionPlain: 'Kubernetes, Terraform, Python.',
      },
    ],
    apiVersion: '1',
  })

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'METHOD:REQUEST',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'ORGANIZER;CN=Marge:mailto:marge@example.org',
  'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=Homer:mailto:homer@example.org',
  'UID:040000008200E00074C5B7101A82E008-example',
  'SUMMARY:Testaus',
  'DTSTART;TZID=FLE Standard Time:20211127T090000',
  'DTEND;TZID=FLE Standard Time:20211127T093000',
  'DTSTAMP:20211119T200029Z',
  'SEQUENCE:0',
  'END:VEVENT',
  'END:VCALENDAR',
]

const MAIL = [
  'From: Marge <marge@example.org>',
  'To: Homer <homer@example.org>',
  'Subject: Testaus',
  'Date: Fri, 19 Nov 2021 20:00:31 +0000',
  'MIME-Version: 1.0',
  'Content-Type: text/calendar; charset="utf-8"; method=REQUEST',
  '',
  ...CALENDAR,
  '',
]
