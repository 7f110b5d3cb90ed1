import type { Random } from './random.ts'

// Invented careers: who was where, as what, from when to when. Months are counted up to NOW.

/** `organization`: its rank by size; `role` and `wording` make the title. `to`: null while it lasts. */
export type Job = {
  organization: number
  role: number
  level: number
  wording: number
  from: number
  to: number | null
}

export const NOW = 12 * 2026
export const ORGANIZATIONS = 1500
export const PLACES = 120

const TRADES = `Systems Energy Foods Insurance Software Logistics Robotics Instruments Textiles Media`.split(
  ' ',
)
const STEMS = [
  'Ash Black Cran Dun Elm Fair Gold Hart Kirk Lang Mar North Oak Pem Red Stan Thorn Wake Whit Chet'.split(
    ' ',
  ),
  'worth ley ton field wick bury combe wood stead bridge ford well hurst more den'.split(' '),
] as const
const PLACE_STEMS = [
  'Alt Bir Dor Eber Gros Hag Isen Kalt Lind Moos Nieder Ober'.split(' '),
  'au fels heim furt lingen mar nitz ow rode walde'.split(' '),
] as const
const FORMS = ['GmbH', 'Inc.', 'Ltd', 'AG']

/** Titles of one role, as one source or another words it; the first roles are the most frequent. */
const ROLES = [
  ['Software Engineer', 'Software Developer', 'Backend Engineer'],
  ['Account Manager', 'Key Account Manager', 'Sales Manager'],
  ['Project Manager', 'Program Manager', 'Delivery Manager'],
  ['Consultant', 'Management Consultant', 'Business Consultant'],
  ['Product Manager', 'Product Owner', 'Digital Product Manager'],
  ['Data Scientist', 'Data Analyst', 'Machine Learning Engineer'],
  ['Recruiter', 'Talent Acquisition Partner', 'Technical Recruiter'],
  ['Marketing Manager', 'Brand Manager', 'Digital Marketing Manager'],
  ['Accountant', 'Financial Accountant', 'Bookkeeper'],
  ['Mechanical Engineer', 'Design Engineer', 'Development Engineer'],
  ['UX Designer', 'Product Designer', 'Interaction Designer'],
  ['Human Resources Manager', 'HR Business Partner', 'People Partner'],
  ['Systems Administrator', 'IT Administrator', 'Infrastructure Engineer'],
  ['Controller', 'Financial Analyst', 'Financial Controller'],
  ['Research Scientist', 'Researcher', 'Laboratory Scientist'],
  ['Supply Chain Manager', 'Logistics Manager', 'Procurement Manager'],
  ['Legal Counsel', 'Lawyer', 'Corporate Counsel'],
  ['Teacher', 'Lecturer', 'Trainer'],
  ['Physician', 'Medical Doctor', 'Clinical Physician'],
  ['Journalist', 'Editor', 'Content Writer'],
] as const
const LEVELS = ['', 'Senior ', 'Lead ', 'Principal ']

export const organizationName = (rank: number): string => {
  const [first, second] = STEMS
  const at = rank % (first.length * second.length)
  const trade = TRADES[Math.floor(rank / (first.length * second.length)) * 2 + (at % 2)]!
  return `${first[at % first.length]}${second[Math.floor(at / first.length)]} ${trade}`
}
export const hostOf = (rank: number): string =>
  `${organizationName(rank).toLowerCase().replace(/ /g, '')}.example`
export const placeName = (rank: number): string =>
  `${PLACE_STEMS[0][rank % 12]}${PLACE_STEMS[1][Math.floor(rank / 12)]}`
export const titleOf = ({ role, level, wording }: Job): string => `${LEVELS[level]}${ROLES[role]![wording]}`

/** A second source words things otherwise in so many cases out of a hundred. */
const [OTHER_FORM, OTHER_PLACE_FORM, OTHER_WORDING] = [25, 40, 25]
export const saidOrganization = (random: Random, rank: number): string =>
  random.below(100) < OTHER_FORM
    ? `${organizationName(rank)} ${FORMS[random.below(FORMS.length)]}`
    : organizationName(rank)
export const saidPlace = (random: Random, rank: number): string => {
  if (random.below(100) >= OTHER_PLACE_FORM) return placeName(rank)
  return random.below(2) ? `${placeName(rank)}, Germany` : `Greater ${placeName(rank)} Area`
}
/** The level falls away or the role is worded in another way. */
export const saidJob = (random: Random, job: Job): Job => {
  if (random.below(100) >= OTHER_WORDING) return job
  return random.below(2) ? { ...job, wording: random.below(3) } : { ...job, level: 0 }
}

/** Mean months in a job, and of a hundred moves: so many stay in their line of work. */
const [STAY, SAME_LINE, PROMOTED] = [40, 85, 30]
const TOGETHER = { organizations: ORGANIZATIONS, roles: ROLES.length }

/** Three to twenty-five years of work up to now. */
export function inventCareer(random: Random): Job[] {
  const jobs: Job[] = []
  let from = NOW - 36 - random.below(264)
  let job: Omit<Job, 'from' | 'to'> = fresh(random)
  for (;;) {
    const to = from + 3 + Math.round(-Math.log(1 - random.next()) * STAY)
    jobs.push({ ...job, from, to: to >= NOW ? null : to })
    if (to >= NOW) return jobs
    from = to
    job = next(random, job)
  }
}

const fresh = (random: Random) => ({
  organization: random.zipf(TOGETHER.organizations),
  role: random.zipf(TOGETHER.roles),
  level: random.below(2),
  wording: random.below(3),
})

/** Some move up where they are; the others go elsewhere. */
function next(random: Random, job: Omit<Job, 'from' | 'to'>): Omit<Job, 'from' | 'to'> {
  const level = Math.min(LEVELS.length - 1, job.level + random.below(2))
  if (random.below(100) < PROMOTED) return { ...job, level }
  const moved = fresh(random)
  return random.below(100) < SAME_LINE ? { ...moved, role: job.role, level } : moved
}

/** What somebody does in a month. */
export const jobIn = (jobs: readonly Job[], month: number): Job =>
  jobs.findLast(({ from }) => from <= month) ?? jobs[0]!
