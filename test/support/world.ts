import { fileImport } from '../../src/intake/import.ts'
import { meetingDebrief } from '../../src/meeting/debrief.ts'
import { invitationAdd } from '../../src/meeting/invitation.ts'
import { careerAdd } from '../../src/people/career.ts'
import { meSet } from '../../src/people/me.ts'
import { openingAdd } from '../../src/people/opening.ts'
import { personAdd } from '../../src/people/people.ts'
import { tieConfirm, tieVeto } from '../../src/people/tie.ts'
import { file, NOW, type Tenant, type TestHouse } from './house.ts'
import type { Ground, Job } from './tie-model.ts'

// A small invented world: what is true of it is drawn by seed, told to the product through its capabilities and
// imports, and kept here as it was told.

export type Veto = 'do-not-know' | 'do-not-use'
export type Person = { id: string; name: string; jobs: Job[] }

export type World = {
  tenant: Tenant
  people: Person[]
  /** Organization's name -> id, of those with openings. */
  openings: { id: string; organization: string }[]
  /** By pair of places in `people`, the lower first: "0-3". */
  grounds: Map<string, Ground[]>
  vetoes: Map<string, Veto>
}

export type Dice = { below(n: number): number; chance(p: number): boolean; pick<T>(list: readonly T[]): T }

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return { below, chance: (p) => next() < p, pick: (list) => list[below(list.length)]! }
}

export const pairKey = (a: number, b: number): string => (a < b ? `${a}-${b}` : `${b}-${a}`)

const FROM = ['2012', '2014-03', '2016', '2017-09', '2019-01', '2020']
const TO = ['2021-12', '2022', '2023-06', '2024-11', '2025', '2026-02']
const DAYS = ['2015-05-20', '2019-02-01', '2022-07-14', '2024-10-05', '2025-11-30', '2026-04-02']

export async function drawWorld(house: TestHouse, random: Dice): Promise<World> {
  const tenant = await house.tenant()
  const world: World = { tenant, people: [], openings: [], grounds: new Map(), vetoes: new Map() }
  house.setNow(NOW)
  await addPeople(world, random)
  await addTraffic(world, random)
  await addWords(house, world, random)
  await addInterview(house, world, random)
  house.setNow(NOW)
  await addVetoes(world, random)
  await addOpenings(world, random)
  return world
}

const PLACES = ['Ember Works', 'Falcon Mills', 'Granite Bank', 'Heron Labs', 'Ivory Press', 'Juniper Rail']

async function addPeople({ tenant, people }: World, random: Dice): Promise<void> {
  const count = 6 + random.below(7)
  const places = PLACES.slice(0, 3 + random.below(4))
  for (let at = 0; at < count; at++) {
    const name = at === 0 ? 'Ada Quill' : `Given${at} Family${at}`
    const about = at === 0 ? { email: 'ada@example.com' } : contactOf(at)
    const { person } = await tenant.run(personAdd, { name, ...about })
    const jobs = jobsAt(places, random)
    if (jobs.length > 0) await tenant.run(careerAdd, { person, at: jobs.map(inALine) })
    people.push({ id: person, name, jobs })
  }
  await tenant.run(meSet, { person: people[0]!.id })
}

const urlOf = (at: number) => `https://www.linkedin.com/in/given${at}-example`
const contactOf = (at: number) => ({ email: `given${at}@example.com`, profileUrl: urlOf(at) })

/** One job a place at most: now, formerly, or formerly with no dates. */
function jobsAt(places: string[], random: Dice): Job[] {
  return places
    .filter(() => random.chance(0.35))
    .map((organization): Job => {
      if (random.chance(0.15)) return { organization, ended: true }
      const from = random.pick(FROM)
      return random.chance(0.4)
        ? { organization, from, ended: false }
        : { organization, from, to: random.pick(TO), ended: true }
    })
}

const inALine = ({ organization, from, to }: Job): string =>
  from === undefined
    ? organization
    : to === undefined
      ? `${organization}:${from}`
      : `${organization}:${from}..${to}`

function ground({ grounds }: World, a: number, b: number, one: Ground): void {
  const key = pairKey(a, b)
  grounds.set(key, [...(grounds.get(key) ?? []), one])
}

const others = ({ people }: World): number[] => people.map((_, at) => at).slice(1)

/** Connections, messages, calendar entries and recommendations, as the files tell them. */
async function addTraffic(world: World, random: Dice): Promise<void> {
  const { tenant } = world
  const files = [
    connections(world, random),
    messages(world, random),
    calendar(world, random),
    praise(world, random),
  ]
  const { files: results } = await tenant.run(fileImport, {}, files)
  const wrong = results.filter(({ read, created, updated }) => created + updated < read)
  if (wrong.length > 0) throw new Error(`the world was not told: ${JSON.stringify(wrong)}`)
}

/** Some of the others, at least one. */
const some = (world: World, random: Dice, p: number): number[] => {
  const found = others(world).filter(() => random.chance(p))
  return found.length > 0 ? found : [1]
}

function connections(world: World, random: Dice) {
  const rows = some(world, random, 0.5).map((at) => {
    const on = random.pick(DAYS)
    ground(world, 0, at, { kind: 'connection', on })
    return `Given${at},Family${at},${urlOf(at)},,,,${on}`
  })
  const head = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'
  return file('Connections.csv', [head, ...rows].join('\n'))
}

function messages(world: World, random: Dice) {
  const rows = some(world, random, 0.25).flatMap((at) => {
    const days = DAYS.slice(random.below(3), 3 + random.below(3))
    const bothWays = days.length > 1 && random.chance(0.7)
    if (bothWays) ground(world, 0, at, { kind: 'messages', last: days.at(-1)!, count: days.length })
    return days.map((day, index) => {
      const mine = bothWays && index % 2 === 1
      const [from, to] = mine
        ? ['Ada Quill', `Given${at} Family${at}`]
        : [`Given${at} Family${at}`, 'Ada Quill']
      const [fromUrl, toUrl] = mine ? ['', urlOf(at)] : [urlOf(at), '']
      return `c${at},,${from},${fromUrl},${to},${toUrl},${day} 10:00:00 UTC,,Hello,INBOX`
    })
  })
  const head =
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER'
  return file('messages.csv', [head, ...rows].join('\n'))
}

function calendar(world: World, random: Dice) {
  const events = some(world, random, 0.2).flatMap((at) => {
    const days = DAYS.slice(random.below(3), 3 + random.below(3))
    ground(world, 0, at, { kind: 'calendar', last: days.at(-1)!, count: days.length })
    return days.map((day) =>
      [
        ...['BEGIN:VEVENT', `UID:${at}-${day}@example.com`, `DTSTART:${day.replaceAll('-', '')}T100000Z`],
        ...['SUMMARY:Coffee', 'ORGANIZER;CN=Ada Quill:mailto:ada@example.com'],
        ...[`ATTENDEE;CN=Given${at} Family${at}:mailto:given${at}@example.com`, 'END:VEVENT'],
      ].join('\r\n'),
    )
  })
  return file(
    'past.ics',
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:PUBLISH', ...events, 'END:VCALENDAR', ''].join('\r\n'),
  )
}

function praise(world: World, random: Dice) {
  const rows = some(world, random, 0.15).map((at) => {
    const on = random.pick(DAYS)
    ground(world, 0, at, { kind: 'recommendation', on })
    return `Given${at},Family${at},,,Good.,${on},VISIBLE`
  })
  const head = 'First Name,Last Name,Company,Job Title,Text,Creation Date,Status'
  return file('Recommendations_Received.csv', [head, ...rows].join('\n'))
}

/** Words about pairs, at most one each, said at different times. */
async function addWords(house: TestHouse, world: World, random: Dice): Promise<void> {
  const { people, tenant } = world
  for (const [a, one] of people.entries()) {
    for (const [b, other] of people.entries()) {
      if (b <= a || !random.chance(a === 0 ? 0.2 : 0.3)) continue
      const says = random.pick(['know-well', 'would-take-call'] as const)
      const on = random.pick(DAYS)
      house.setNow(`${on}T12:00:00Z`)
      await tenant.run(tieConfirm, { person: one.id, other: other.id, says })
      ground(world, a, b, { kind: says, on })
    }
  }
}

/** An interview of the past, with a chemistry for some. Whoever was in the room is at the firm that invited. */
async function addInterview(house: TestHouse, world: World, random: Dice): Promise<void> {
  const { tenant, people } = world
  const met = some(world, random, 0.2)
  const on = random.pick(DAYS.slice(2))
  house.setNow(NOW)
  const { invitation } = await tenant.run(invitationAdd, {
    organization: 'Kestrel Foods',
    with: met.map((at) => people[at]!.id),
    at: `${on}T09:00Z`,
  })
  const told = met.map((at) => {
    const chemistry = random.chance(0.7) ? 1 + random.below(5) : null
    ground(world, 0, at, { kind: 'met', on, chemistry })
    people[at]!.jobs.push({ organization: 'Kestrel Foods', ended: false })
    return chemistry === null ? people[at]!.id : `${people[at]!.id}=${chemistry}`
  })
  await tenant.run(meetingDebrief, { invitation, enthusiasm: 3, met: told })
}

async function addVetoes({ tenant, people, grounds, vetoes }: World, random: Dice): Promise<void> {
  for (const key of grounds.keys()) {
    if (!random.chance(0.12)) continue
    const [a, b] = key.split('-').map((at) => people[Number(at)]!.id)
    const says = random.pick(['do-not-know', 'do-not-use'] as const)
    await tenant.run(tieVeto, { person: a!, other: b!, says })
    vetoes.set(key, says)
  }
}

/** Somebody whom nobody here knows, who was at a place where nobody else was, with something open there. */
export async function addStranger({ tenant, people, openings }: World, random: Dice): Promise<number> {
  const [name, organization] = [`Newcomer${people.length} Stranger`, 'Maple Foundry']
  const { person } = await tenant.run(personAdd, { name })
  const jobs: Job[] = [{ organization, from: '2012', to: random.pick(TO), ended: true }]
  await tenant.run(careerAdd, { person, at: jobs.map(inALine) })
  const { opening } = await tenant.run(openingAdd, { organization, title: 'Opening here' })
  openings.push({ id: opening, organization })
  return people.push({ id: person, name, jobs }) - 1
}

async function addOpenings({ tenant, people, openings }: World, random: Dice): Promise<void> {
  const places = new Set(people.flatMap(({ jobs }) => jobs.map(({ organization }) => organization)))
  for (const organization of [...places].sort()) {
    for (let count = random.below(3); count > 0; count--) {
      const { opening } = await tenant.run(openingAdd, { organization, title: `Opening ${count}` })
      openings.push({ id: opening, organization })
    }
  }
}
