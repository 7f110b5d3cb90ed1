import { inventCareer, levelAt, type Made, type World } from './careers.ts'
import { CAST, CAST_FIRMS, type CastPerson, ME } from './cast.ts'
import { inventName } from './names.ts'
import { OCCUPATIONS, TITLES, titleAt } from './occupations.ts'
import type { Places } from './organizations.ts'
import { type PositionTable, positionTable } from './position-table.ts'
import type { Random } from './random.ts'
import type { DemoPeople } from './types.ts'

// Everybody: the seeker, who plays in the story, their colleagues, and the rest of the world.

const TOLD: readonly CastPerson[] = [ME, ...Object.values(CAST)]
/** Nobody else bears a name of the story: there it means one person. */
const RESERVED = new Set(TOLD.map(({ name }) => name))
const WITH_SKILLS = 0.3

type Making = World & { people: DemoPeople; table: PositionTable }

export function populate(world: World, count: number, core: number) {
  const people: DemoPeople = { count, given: [], family: [], headline: [], location: [], skills: [] }
  const making: Making = { ...world, people, table: positionTable(count, TITLES) }
  for (const person of TOLD) addTold(making, person)
  for (const [key, { staff }] of Object.entries(CAST_FIRMS)) {
    for (let each = 0; each < staff; each++) addStaff(making, world.places.firms[key]!)
  }
  const first = people.given.length
  const occupations = new Uint8Array(count)
  for (let person = first; person < count; person++) {
    occupations[person] = addAnybody(person < core ? making : { ...making, ownShare: 0 })
  }
  const cast = Object.fromEntries(Object.keys(CAST).map((key, index) => [key, index + 1]))
  return { people, cast, first, occupations, ...making.table.packed() }
}

function addTold(
  { places, month, table, people }: Making,
  { name, career, location, skills }: CastPerson,
): void {
  const positions = [...career].reverse().map(
    ({ firm, title, from, to, unit }): Made => ({
      organization: placeOf(places, firm),
      ...{ title: table.title(title), unit: unit ?? null, from: month - from, seen: month },
      ...{ to: to === undefined ? null : month - to, ended: to !== undefined, yearsOnly: false },
    }),
  )
  for (const position of positions) table.add(people.given.length, position)
  const cut = name.indexOf(' ')
  people.given.push(name.slice(0, cut))
  people.family.push(name.slice(cut + 1))
  people.headline.push(headlineOf(places, table, positions.at(-1)))
  people.location.push(location)
  people.skills.push(skills ?? '')
}

/** `*0` and up are firms of the world around. */
const placeOf = ({ firms, smallOnes }: Places, key: string): number =>
  key.startsWith('*') ? smallOnes[Number(key.slice(1))]! : firms[key]!

function headlineOf(
  { organizations }: Places,
  { titles }: PositionTable,
  position: Made | undefined,
): string | null {
  if (position === undefined) return null
  const { name } = organizations[position.organization]!
  return `${titles[position.title]}${position.ended ? ', formerly' : ''} at ${name}`
}

/** Somebody who works at a firm of the story, as far as known nowhere before. */
function addStaff(making: Making, organization: number): void {
  const { random, month } = making
  const { titles } = random.pick(OCCUPATIONS)
  const title = titleAt.get(random.pick(titles[levelAt(random.between(2, 16), 0)]!))!
  const from = month - random.between(6, 80)
  const lasting = { to: null, yearsOnly: false, ended: false, unit: null, seen: month }
  addPerson(making, [{ organization, title, from, ...lasting }], '')
}

function addAnybody(making: Making): number {
  const { random } = making
  const { occupation, positions } = inventCareer(making)
  addPerson(making, positions, random.chance(WITH_SKILLS) ? someSkills(random, occupation) : '')
  return occupation
}

function someSkills(random: Random, occupation: number): string {
  const { skills } = OCCUPATIONS[occupation]!
  const from = random.below(skills.length)
  return Array.from({ length: random.between(3, 6) }, (_, index) => skills[(from + index) % skills.length]!)
    .filter((skill, index, all) => all.indexOf(skill) === index)
    .join('|')
}

function addPerson(
  { random, places, people, table }: Making,
  positions: readonly Made[],
  skills: string,
): void {
  const [given, family] = inventFreeName(random)
  for (const position of positions) table.add(people.given.length, position)
  const last = positions.at(-1)
  people.given.push(given)
  people.family.push(family)
  people.headline.push(headlineOf(places, table, last))
  people.location.push(last && random.chance(0.8) ? places.organizations[last.organization]!.city : null)
  people.skills.push(skills)
}

function inventFreeName(random: Random): [string, string] {
  for (;;) {
    const name = inventName(random)
    if (!RESERVED.has(name.join(' '))) return name
  }
}
