import type { Likeness } from '../../src/people/likeness.ts'
import { type Known, likenessOf } from '../../src/people/likeness-of.ts'
import { inventCareer, type Job, PLACES } from './careers.ts'
import {
  addressName,
  drawWritten,
  inventName,
  isCommon,
  type Named,
  type Noise,
  nameOf,
} from './invented-names.ts'
import { type Random, seeded } from './random.ts'
import { FIRST, LONG, type Person, SECOND, type Seen, seenBy } from './sources.ts'

// Invented people, some of whom have a second record from another source, and strangers who share a name: with the truth
// of each pair. What the second record says is what its source says; nothing is put in for the pair to be found by.

/** `file`: which long file it stands in. */
export type Told = { name: string; named: Named; seen: Seen; noise: Noise; file: string | null }
export type Doubles = {
  people: Likeness[]
  /** What each record tells, in the generator's own terms. */
  told: ReadonlyMap<string, Told>
  /** Pairs that are one person. */
  truth: ReadonlySet<string>
}

const PEOPLE = 4000
export const SECOND_RECORDS = 400
const STRANGERS = 150
const STRANGERS_AT_ONE = 12
/** Of a hundred second records of people of a list or an address book, so many stand in the same one. */
const TWICE = 20
/** Out of a hundred people: a second profile, a second address, a second number, a handle that is not the name. */
const [TWO_PROFILES, TWO_EMAILS, TWO_PHONES, HANDLE] = [2, 15, 8, 15]

type Invented = { named: Named; person: Person }

export const pairName = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`

/** A world of its own for each seed. */
export function doublesOf(seed: number): Doubles {
  const random = seeded(seed)
  const people = Array.from({ length: PEOPLE }, (_, at) => invent(random, at))
  callAlike(random, people)
  const told = new Map<string, Told>()
  for (const [at, { named, person }] of people.entries()) {
    const seen = seenBy(random, drawn(random, FIRST), person)
    const file = LONG.includes(seen.source) ? `first ${seen.source}` : null
    told.set(`p${at}`, { ...firstName(random, named), named, seen, file })
  }
  const truth = new Set<string>()
  while (truth.size < SECOND_RECORDS) {
    const at = random.below(PEOPLE)
    const id = `p${at}x`
    if (told.has(id)) continue
    told.set(id, second(random, people[at]!, told.get(`p${at}`)!))
    truth.add(pairName(`p${at}`, id))
  }
  return { people: [...told].map(([id, one]) => likenessOf(recordOf(id, one))), told, truth }
}

/** Of a hundred first records, so many are written plainly; the others as second ones are. */
const PLAIN = 85
const firstName = (random: Random, named: Named): Pick<Told, 'name' | 'noise'> => {
  const { text, noise } = drawWritten(random, named)
  return random.below(100) < PLAIN ? { name: nameOf(named), noise: 'plain' } : { name: text, noise }
}

/** From another file; in some cases the list or the address book has somebody twice. An export has everybody once. */
function second(random: Random, { named, person }: Invented, first: Told): Told {
  const { text, noise } = drawWritten(random, named)
  if (first.file !== null && first.seen.source !== 'linkedin' && random.below(100) < TWICE)
    return { name: text, named, seen: seenBy(random, first.seen.source, person), noise, file: first.file }
  let source = drawn(random, SECOND)
  while (source === 'linkedin' && first.seen.source === 'linkedin') source = drawn(random, SECOND)
  const file = !LONG.includes(source) ? null : source === 'linkedin' ? `first ${source}` : `second ${source}`
  return { name: text, named, seen: seenBy(random, source, person), noise, file }
}

function drawn<Name extends string>(random: Random, shares: Partial<Record<Name, number>>): Name {
  let left = random.below(100)
  for (const [name, share] of Object.entries(shares) as [Name, number][]) {
    if (left < share) return name
    left -= share
  }
  return Object.keys(shares)[0] as Name
}

function invent(random: Random, at: number): Invented {
  const named = inventName(random)
  const place = random.zipf(PLACES)
  return { named, person: { jobs: inventCareer(random), place, ...contactsOf(random, named, at) } }
}

function contactsOf(random: Random, named: Named, at: number) {
  const mailbox = addressName(named)
  const own = random.below(100) < HANDLE ? `${mailbox.slice(0, 3)}gull${at}` : `${mailbox}${at}`
  const two = (percent: number, first: string, other: string) =>
    random.below(100) < percent ? [first, other] : [first]
  const page = `linkedin.com/in/${own.includes('gull') ? own : `${mailbox.replace('.', '-')}-${at.toString(36)}x`}`
  return {
    // An address is one person's: who comes second gets a number.
    mailbox: `${mailbox}${at % 3 === 0 && !isCommon(named) ? '' : at}`,
    elsewhere: random.zipf(PLACES),
    profiles: two(TWO_PROFILES, page, `${page}-2`),
    emails: two(TWO_EMAILS, `${own}@mail.test`, `${mailbox}.${at}@post.test`),
    phones: two(TWO_PHONES, `+49555${at}`, `+49777${at}`),
  }
}

/**
 * Strangers of one name, in pairs; some at one large employer, half of these in one line of work. Strangers share common
 * names: whoever shares a rare one is no stranger.
 */
function callAlike(random: Random, people: Invented[]): void {
  const common = people.filter(({ named }) => isCommon(named))
  for (let at = 0; at < STRANGERS; at++) {
    const [one, other] = [common[at * 2]!, common[at * 2 + 1]!]
    const index = people.indexOf(other)
    one.named = { ...one.named, middle: null }
    other.named = one.named
    other.person = { ...other.person, ...contactsOf(random, one.named, index) }
    if (at >= STRANGERS_AT_ONE) continue
    const organization = random.below(3)
    one.person = { ...one.person, jobs: one.person.jobs.map((job) => ({ ...job, organization })) }
    const role = at % 2 ? one.person.jobs[0]!.role : null
    const moved = (job: Job) => ({ ...job, organization, ...(role === null ? {} : { role }) })
    other.person = { ...other.person, jobs: other.person.jobs.map(moved) }
  }
}

/** The record as it stands in the database. */
function recordOf(id: string, { name, seen, file }: Told): Known<string> {
  const { says, jobs, isDated } = seen
  const dateOf = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  return {
    ...{ id, name, location: says.place, files: file === null ? [] : [file] },
    work: jobs.map(({ from, to }, at) => ({
      organization: says.organizations[at]!,
      title: says.titles[at]!,
      from: isDated ? dateOf(from) : null,
      to: isDated && to !== null ? dateOf(to) : null,
      ended: isDated && to !== null,
    })),
    keys: [
      ...seen.emails.map((value) => ({ kind: 'email', value })),
      ...seen.phones.map((value) => ({ kind: 'phone', value })),
      ...seen.profiles.map((value) => ({ kind: 'profile-url', value })),
    ],
  }
}
