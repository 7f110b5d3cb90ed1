// Who plays in the story, and where they were when. Months are counted back from now. The people here work nowhere
// else, so that what a meeting opens is open through it alone, however large the world around them is.

export type CastFirm = {
  name: string
  industry: string
  headCount: number
  /** Units whose size is known. */
  units?: Record<string, number>
  /** Further staff, invented. */
  staff: number
  openings?: CastOpening[]
}
export type CastOpening = { title: string; about: string; skills: string; daysAgo: number }

export type Stint = {
  /** A key of FIRMS; `*0` and up stand for firms of the invented world. */
  firm: string
  title: string
  from: number
  /** Absent while it lasts. */
  to?: number
  unit?: string
}
export type CastPerson = { name: string; career: Stint[]; location: string; skills?: string }

const stint = (firm: string, title: string, from: number, to?: number, unit?: string): Stint => ({
  ...{ firm, title, from },
  ...(to === undefined ? {} : { to }),
  ...(unit === undefined ? {} : { unit }),
})

const opening = (title: string, daysAgo: number, about: string, skills: string): CastOpening => ({
  ...{ title, daysAgo, about, skills },
})

/** Where the seeker works and worked: part of the world, with staff from all over it. */
export const OWN_FIRMS = {
  larkfield: {
    name: 'Larkfield Systems',
    industry: 'Software Development',
    headCount: 340,
    units: { 'Data Platform': 14, Engineering: 150 },
    staff: 0,
  },
  tideline: {
    name: 'Tideline Analytics',
    industry: 'Data Infrastructure and Analytics',
    headCount: 120,
    units: { Data: 24 },
    staff: 0,
  },
  penrose: {
    name: 'Penrose Freight',
    industry: 'Transportation and Logistics',
    headCount: 900,
    units: { Data: 28 },
    staff: 0,
  },
} satisfies Record<string, CastFirm>

export const CAST_FIRMS = {
  quillon: {
    name: 'Quillon Insurance',
    industry: 'Insurance',
    headCount: 2400,
    units: { Data: 45 },
    staff: 4,
  },
  cobalt: {
    ...{ name: 'Cobalt Health', industry: 'Hospitals and Health Care', headCount: 90, staff: 5 },
    openings: [
      opening(
        'Director of Data Engineering',
        175,
        'Bring the records of forty clinics together so that doctors see a patient as a whole. You build the team.',
        'SQL, Python, Airflow, data modeling, people leadership',
      ),
    ],
  },
  sablewood: {
    ...{ name: 'Sablewood Grid', industry: 'Renewable Energy Power Generation', headCount: 410, staff: 4 },
    openings: [
      opening(
        'Head of Data Engineering',
        24,
        'Forecast what wind and sun will feed into the grid, quarter hour by quarter hour.',
        'Python, Apache Spark, Kafka, time series, team leadership',
      ),
      opening(
        'Senior Data Engineer',
        12,
        'Streams from 9,000 turbines, cleaned and joined.',
        'Kafka, SQL, Python',
      ),
    ],
  },
  merrow: {
    ...{ name: 'Merrow Software', industry: 'Software Development', headCount: 60, staff: 4 },
    openings: [
      opening(
        'Data Engineering Manager',
        18,
        'A team of six that serves every product.',
        'SQL, dbt, Airflow, mentoring',
      ),
    ],
  },
  veridian: {
    ...{ name: 'Veridian Transit', industry: 'Transportation and Logistics', headCount: 140, staff: 4 },
    openings: [
      opening(
        'Head of Data Platform',
        9,
        'One platform for timetables, vehicles and riders.',
        'Kafka, Snowflake, SQL',
      ),
      opening(
        'Senior Analytics Engineer',
        31,
        'From raw trips to figures that planners trust.',
        'dbt, SQL, Looker',
      ),
    ],
  },
  fernhollow: {
    ...{ name: 'Fernhollow Media', industry: 'Media Production', headCount: 75, staff: 3 },
    openings: [
      opening(
        'Lead Data Engineer',
        14,
        'What readers finish, and what they leave.',
        'BigQuery, Airflow, Python',
      ),
    ],
  },
  ashgrove: {
    ...{ name: 'Ashgrove Biologics', industry: 'Biotechnology Research', headCount: 220, staff: 3 },
    openings: [
      opening(
        'Director of Data Platform',
        21,
        'Laboratory data that can be found again.',
        'PostgreSQL, Python, AWS',
      ),
    ],
  },
  pinecrest: {
    ...{ name: 'Pinecrest Mutual', industry: 'Insurance', headCount: 650, staff: 3 },
    openings: [
      opening(
        'Principal Data Engineer',
        6,
        'Claims in hours instead of weeks.',
        'SQL, Databricks, data modeling',
      ),
    ],
  },
  orchard: {
    ...{ name: 'Orchard & Lane', industry: 'Retail', headCount: 300, staff: 2 },
    openings: [
      opening('Data Engineering Lead', 27, 'Stock that arrives before it is missed.', 'Snowflake, dbt, SQL'),
    ],
  },
  castellan: {
    ...{ name: 'Castellan Labs', industry: 'Software Development', headCount: 85, staff: 2 },
    openings: [
      opening('Head of Data', 11, 'The first head of data of a firm that doubles each year.', 'SQL, Python'),
    ],
  },
  harrow: {
    ...{ name: 'Harrow & Vale', industry: 'Business Consulting and Services', headCount: 180, staff: 3 },
    openings: [
      opening('Practice Lead, Data Engineering', 19, 'Build the practice with clients.', 'SQL, AWS, dbt'),
    ],
  },
  solenne: {
    ...{
      name: 'Solenne Skincare',
      industry: 'Personal Care Product Manufacturing',
      headCount: 260,
      staff: 2,
    },
    openings: [
      opening('Head of Data Engineering', 40, 'Shops, web and laboratory on one page.', 'SQL, Snowflake'),
    ],
  },
  redoubt: {
    name: 'Redoubt Dynamics',
    industry: 'Defense and Space Manufacturing',
    headCount: 1200,
    staff: 2,
  },
  fennimore: { name: 'Fennimore Stores', industry: 'Retail', headCount: 520, staff: 2 },
  tamarind: {
    ...{ name: 'Tamarind Pay', industry: 'Financial Services', headCount: 110, staff: 3 },
    openings: [
      opening(
        'Head of Data Engineering',
        120,
        'Payments of a continent, explained the next morning.',
        'Kafka, SQL',
      ),
    ],
  },
  brightmoor: {
    name: 'Brightmoor Energy',
    industry: 'Renewable Energy Power Generation',
    headCount: 380,
    staff: 1,
  },
  halden: { name: 'Halden Mobility', industry: 'Transportation and Logistics', headCount: 240, staff: 1 },
  wexford: { name: 'Wexford Learning', industry: 'E-Learning Providers', headCount: 95, staff: 1 },
  aster: { name: 'Aster & Pine', industry: 'Retail', headCount: 150, staff: 1 },
  corriedale: { name: 'Corriedale Foods', industry: 'Food and Beverage Services', headCount: 700, staff: 1 },
  ombra: { name: 'Ombra Studios', industry: 'Media Production', headCount: 70, staff: 1 },
  pallas: { name: 'Pallas Diagnostics', industry: 'Biotechnology Research', headCount: 310, staff: 1 },
  kestrel: { name: 'Kestrel Rail', industry: 'Transportation and Logistics', headCount: 430, staff: 1 },
} satisfies Record<string, CastFirm>

export const FIRMS: Record<string, CastFirm> = { ...OWN_FIRMS, ...CAST_FIRMS }

/** The seeker: always the first person. */
export const ME: CastPerson = {
  name: 'Alex Reyes',
  location: 'Rotterdam',
  skills: 'SQL|Python|Airflow|dbt|Apache Spark|Kafka|Snowflake|Data modeling|PostgreSQL|Mentoring',
  career: [
    stint('larkfield', 'Data Engineering Lead', 40, undefined, 'Data Platform'),
    stint('tideline', 'Senior Data Engineer', 88, 40, 'Data'),
    stint('penrose', 'Data Engineer', 130, 88, 'Data'),
  ],
}

const person = (name: string, location: string, ...career: Stint[]): CastPerson => ({
  name,
  location,
  career,
})

export const CAST = {
  ruth: person(
    'Ruth Okafor',
    'Rotterdam',
    stint('larkfield', 'VP Engineering', 30, undefined, 'Engineering'),
    stint('merrow', 'Director of Engineering', 90, 30),
  ),
  // The meeting that was nearly refused; where Vera was before is typed in when the invitation comes.
  vera: person('Vera Holm', 'Utrecht', stint('quillon', 'VP Data and Analytics', 18, undefined, 'Data')),
  meiling: person(
    'Mei-Ling Zhou',
    'Utrecht',
    stint('quillon', 'Principal Data Engineer', 50, undefined, 'Data'),
  ),
  amara: person('Amara Nwosu', 'Amsterdam', stint('cobalt', 'Chief Technology Officer', 96)),
  henrik: person('Henrik Dahlgren', 'Amsterdam', stint('cobalt', 'VP Product', 61)),
  lucia: person('Lucia Ferrer', 'Amsterdam', stint('cobalt', 'Staff Data Engineer', 84)),
  // The open invitation, with careers known.
  ingrid: person(
    'Ingrid Falk',
    'Rotterdam',
    stint('sablewood', 'Chief Technology Officer', 14),
    stint('veridian', 'VP Engineering', 66, 14),
    stint('*0', 'Engineering Manager', 126, 66),
  ),
  tomas: person(
    'Tomas Arriaga',
    'Rotterdam',
    stint('sablewood', 'VP Engineering', 20),
    stint('merrow', 'Engineering Manager', 75, 20),
    stint('*2', 'Tech Lead', 121, 75),
  ),
  priya: person(
    'Priya Raman',
    'Eindhoven',
    stint('sablewood', 'Director of Data Science', 26),
    stint('fernhollow', 'Lead Data Scientist', 72, 26),
    stint('*1', 'Data Scientist', 118, 72),
  ),
  kofi: person(
    'Kofi Mensah-Boateng',
    'Leiden',
    stint('ashgrove', 'VP Data', 16),
    stint('veridian', 'Director of Data', 70, 16),
  ),
  noor: person(
    'Noor Haddad',
    'The Hague',
    stint('pinecrest', 'Chief Data Officer', 22),
    stint('fernhollow', 'Director of Data Science', 90, 22),
  ),
  bea: person(
    'Bea Fontaine',
    'Antwerp',
    stint('orchard', 'Head of Analytics', 19),
    stint('fernhollow', 'Analytics Manager', 66, 19),
  ),
  emil: person(
    'Emil Strandberg',
    'Delft',
    stint('castellan', 'Chief Technology Officer', 15),
    stint('veridian', 'Head of Engineering', 64, 15),
  ),
  wouter: person('Wouter Brink', 'Utrecht', stint('veridian', 'Director of Engineering', 58)),
  saskia: person('Saskia Lemmens', 'Rotterdam', stint('merrow', 'Chief Technology Officer', 82)),
  teun: person('Teun Aldenkamp', 'Hilversum', stint('fernhollow', 'VP Product', 70)),
  // The meeting to prepare: one from the seeker's own past, one met before, elsewhere (that he left is typed in).
  anneke: person(
    'Anneke de Wit',
    'Utrecht',
    stint('harrow', 'Director of Data and AI', 33),
    stint('tideline', 'Analytics Manager', 85, 33),
  ),
  rafael: person(
    'Rafael Moreno',
    'Breda',
    stint('harrow', 'Head of Engineering', 20),
    stint('kestrel', 'Engineering Manager', 70),
  ),
  // Met yesterday.
  claire: person('Claire Dubois-Renard', 'Antwerp', stint('solenne', 'Chief Data Officer', 28)),
  hiro: person('Hiro Takeda', 'Antwerp', stint('solenne', 'Data Engineering Manager', 35)),
  // Doors that were refused.
  conrad: person('Conrad Hale', 'The Hague', stint('redoubt', 'VP Engineering', 47)),
  oona: person(
    'Oona Brandt',
    'Tilburg',
    stint('fennimore', 'Chief Operating Officer', 11),
    stint('tamarind', 'VP Operations', 63, 11),
  ),
  jelle: person('Jelle Postma', 'Amsterdam', stint('tamarind', 'Chief Technology Officer', 60)),
  // Met in other rooms.
  graham: person('Graham Pelling', 'Groningen', stint('brightmoor', 'Director of Infrastructure', 57)),
  sofia: person('Sofia Lindgren', 'Arnhem', stint('halden', 'Head of Data', 39)),
  dominic: person('Dominic Ashe', 'Leiden', stint('wexford', 'Chief Technology Officer', 44)),
  leila: person('Leila Farahani', 'Leiden', stint('wexford', 'Head of Analytics', 31)),
  nkechi: person('Nkechi Abara', 'Haarlem', stint('aster', 'VP Engineering', 36)),
  bram: person('Bram van Loon', 'Wageningen', stint('corriedale', 'Head of Data Platform', 52)),
  ilaria: person('Ilaria Conti', 'Amsterdam', stint('ombra', 'Director of Data', 25)),
  stellan: person('Stellan Moberg', 'Nijmegen', stint('pallas', 'VP Data', 41)),
  yuki: person('Yuki Hayashi', 'Nijmegen', stint('pallas', 'Principal Data Engineer', 29)),
  // One Tom is a connection, the other an address in a calendar: are they one?
  tom: person('Tom Becker', 'Rotterdam', stint('tideline', 'Analytics Engineer', 76, 21)),
  tomInvited: person('Tom Becker', 'Utrecht'),
} satisfies Record<string, CastPerson>

export type CastKey = keyof typeof CAST
export type FirmKey = keyof typeof CAST_FIRMS | keyof typeof OWN_FIRMS

/** Connections of the seeker among the cast, with how many months ago. */
export const CAST_CONNECTIONS: readonly (readonly [CastKey, number])[] = [
  ['bea', 33],
  ['emil', 28],
  ['anneke', 60],
  ['tom', 44],
  ['ruth', 29],
]
