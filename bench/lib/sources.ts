import {
  hostOf,
  type Job,
  jobIn,
  NOW,
  organizationName,
  saidJob,
  saidOrganization,
  saidPlace,
  titleOf,
} from './careers.ts'
import type { Random } from './random.ts'

// What a source says of somebody: which fields it has, how often, and how old it is. The shares are ours: they stand for
// a LinkedIn export (no place, hardly an address), a list, a card of an address book, a resume, a line typed by hand and
// the guest of a calendar entry.

export type Source = 'linkedin' | 'list' | 'card' | 'resume' | 'typed' | 'guest'
type Fields = Record<'profile' | 'employer' | 'title' | 'place' | 'own' | 'work' | 'phone', number>

/** Of a hundred records of a source, so many have the field. `own`, `work`: an e-mail address of either kind. */
const FIELDS: Readonly<Record<Source, Fields>> = {
  linkedin: { profile: 100, employer: 97, title: 97, place: 0, own: 4, work: 1, phone: 0 },
  list: { profile: 30, employer: 95, title: 85, place: 60, own: 15, work: 40, phone: 30 },
  card: { profile: 5, employer: 70, title: 55, place: 25, own: 35, work: 40, phone: 85 },
  resume: { profile: 50, employer: 100, title: 100, place: 85, own: 95, work: 0, phone: 85 },
  typed: { profile: 5, employer: 85, title: 60, place: 20, own: 5, work: 5, phone: 3 },
  guest: { profile: 0, employer: 0, title: 0, place: 0, own: 15, work: 85, phone: 0 },
}
/** Where records come from, of a hundred: the first of somebody, and a second one. */
export const FIRST: Partial<Record<Source, number>> = {
  linkedin: 55,
  list: 25,
  card: 12,
  resume: 3,
  typed: 5,
}
export const SECOND: Readonly<Record<Source, number>> = {
  ...{ linkedin: 10, list: 35, card: 20, resume: 15, typed: 12, guest: 8 },
}
/** Of these a file has many; each of the others comes alone. */
export const LONG: readonly Source[] = ['linkedin', 'list', 'card']
/** Months by which a source is behind, in the mean; an export is as of today. */
const BEHIND = 18
/** Out of a hundred: the telephone of a list is the firm's, its address a box of the firm's; somebody moved house. */
const [SWITCHBOARD, BOX, MOVED] = [20, 3, 10]
/** Out of a hundred lines of a list: it says since when. */
const DATED_LIST = 20

/** What all sources draw from. A second profile, address or number: `other`. */
export type Person = {
  jobs: readonly Job[]
  place: number
  elsewhere: number
  profiles: readonly string[]
  emails: readonly string[]
  phones: readonly string[]
  /** The part before the @ at work. */
  mailbox: string
}

/** What a record tells, in the generator's own terms, and as it is written. */
export type Seen = {
  source: Source
  jobs: readonly Job[]
  isDated: boolean
  titled: boolean
  /** Employers that addresses at work name. */
  works: readonly number[]
  place: number | null
  profiles: readonly string[]
  emails: readonly string[]
  phones: readonly string[]
  says: { organizations: readonly string[]; titles: readonly (string | null)[]; place: string | null }
}

export function seenBy(random: Random, source: Source, person: Person): Seen {
  const has = (field: keyof Fields) => random.below(100) < FIELDS[source][field]
  const month = source === 'linkedin' ? NOW : NOW - Math.floor(-Math.log(1 - random.next()) * BEHIND)
  const now = jobIn(person.jobs, month)
  const isCareer = source === 'resume'
  const isDated = isCareer || (source === 'list' && random.below(100) < DATED_LIST)
  const known = isCareer
    ? person.jobs.filter(({ from }) => from <= month).slice(-5)
    : has('employer')
      ? [now]
      : []
  const jobs = known.map((job) => ({ ...saidJob(random, job), ...(isDated ? ended(job, month) : {}) }))
  const titled = has('title')
  const isWork = has('work')
  const place = has('place') ? (random.below(100) < MOVED ? person.elsewhere : person.place) : null
  return {
    ...{ source, jobs, isDated, titled, place, works: isWork ? [now.organization] : [] },
    profiles: has('profile') ? [one(random, person.profiles)] : [],
    emails: [
      ...(has('own') ? [one(random, person.emails)] : []),
      ...(isWork ? [workAddress(random, source, person, now)] : []),
    ],
    phones: has('phone') ? [telephone(random, source, person, now)] : [],
    says: {
      organizations: jobs.map(({ organization }) => saidOrganization(random, organization)),
      titles: jobs.map((job) => (titled ? titleOf(job) : null)),
      place: place === null ? null : saidPlace(random, place),
    },
  }
}

const ended = ({ to }: Job, month: number) => ({ to: to !== null && to <= month ? to : null })
/** Mostly the first: who has a second one seldom gives it. */
const one = (random: Random, list: readonly string[]): string =>
  list[random.below(100) < 90 ? 0 : list.length - 1]!

const workAddress = (random: Random, source: Source, { mailbox }: Person, { organization }: Job): string =>
  `${source === 'list' && random.below(100) < BOX ? 'info' : mailbox}@${hostOf(organization)}`

const telephone = (random: Random, source: Source, { phones }: Person, { organization }: Job): string =>
  source === 'list' && random.below(100) < SWITCHBOARD
    ? `switchboard of ${organizationName(organization)}`
    : one(random, phones)
