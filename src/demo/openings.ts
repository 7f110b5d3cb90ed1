import { FIRMS } from './cast.ts'
import { INDUSTRIES } from './firms.ts'
import { LEVEL, OCCUPATIONS, type Occupation } from './occupations.ts'
import { drawBy, type Random } from './random.ts'
import type { DemoOpening, DemoOrganization } from './types.ts'

// What organizations want filled.

const WITH_OPENINGS = 0.2
const CLOSED = 0.12
const WANTED_LEVELS = drawBy([1, 5, 5, 3, 2, 1, 0.3, 0.1])

export function inventOpenings(
  random: Random,
  organizations: readonly DemoOrganization[],
  open: number,
): DemoOpening[] {
  const told = Object.values(FIRMS)
  const drawAt = new Map(
    INDUSTRIES.map(({ name, more }) => [
      name,
      drawBy(OCCUPATIONS.map(({ id, weight }) => weight * (more[id] ?? 1))),
    ]),
  )
  return organizations.flatMap((place, organization) => {
    if (organization < open) return toldOpenings(told[organization]!.openings ?? [], organization, place)
    if (!random.chance(WITH_OPENINGS)) return []
    const most = Math.min(8, 1 + Math.floor(Math.log2(1 + (place.headCount ?? 20) / 40)))
    const draw = drawAt.get(place.industry)!
    return Array.from({ length: random.between(1, most) }, () =>
      inventOpening(random, organization, place, OCCUPATIONS[draw(random)]!),
    )
  })
}

type Told = NonNullable<(typeof FIRMS)[string]['openings']>

const toldOpenings = (told: Told, organization: number, { city }: DemoOrganization): DemoOpening[] =>
  told.map(({ title, about, skills, daysAgo }) => ({
    ...{ organization, title, location: city, remote: false, posted: daysAgo, closed: null },
    description: `${about} You bring: ${skills}.`,
  }))

const TASKS = [
  'You take over a team that knows its work and wants to know where it is going.',
  'The work is half built; you decide with us what the other half looks like.',
  'You join four people who share one backlog and one coffee machine.',
  'The first months are listening; after that, much of it is yours.',
  'We replace what grew for ten years, piece by piece, without stopping.',
  'You work with customers every week, and with the people who build for them every day.',
  'Small team, short ways, real responsibility.',
  'You make sure that what we promise in spring is there in autumn.',
]

function inventOpening(
  random: Random,
  organization: number,
  { name, city }: DemoOrganization,
  { titles, skills, unit }: Occupation,
): DemoOpening {
  const title = random.pick(titles[Math.min(LEVEL.chief, WANTED_LEVELS(random))]!)
  const asked = [...skills].sort(() => random.next() - 0.5).slice(0, 4)
  const posted = random.between(2, 80)
  return {
    ...{ organization, title, location: city, posted },
    description: `${unit} at ${name}. ${random.pick(TASKS)} You bring: ${asked.join(', ')}.`,
    remote: random.chance(0.3),
    closed: random.chance(CLOSED) ? random.between(0, posted - 1) : null,
  }
}
