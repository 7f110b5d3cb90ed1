import { type CastFirm, FIRMS, OWN_FIRMS } from './cast.ts'
import { CITIES, INDUSTRIES, inventFirm } from './firms.ts'
import { OCCUPATIONS } from './occupations.ts'
import { drawBy, type Random } from './random.ts'
import type { DemoOrganization, DemoUnit } from './types.ts'

// Organizations of realistic sizes: few large ones, many small, by Zipf's law.

/** About so many people of the world for each organization. */
const PEOPLE_EACH = 9
/** How many really work somewhere for each who is known here: the middle of what is drawn. */
const UNKNOWN_FOR_KNOWN = 5
const NO_HEAD_COUNT = 0.2
/** Of so many of the largest it is always known. */
const WELL_KNOWN = 10
const LEAST_WITH_UNITS = 150
const EVERYBODY_KNOWN = 70

export type Places = {
  organizations: DemoOrganization[]
  units: DemoUnit[]
  firms: Record<string, number>
  /** The first organization that is not of the story. */
  open: number
  own: number[]
  /** Software firms of a size at which everybody knows everybody. */
  smallOnes: number[]
  /** Somebody of this occupation finds a place; `near`, an organization whose industry is likely again. */
  draw(random: Random, occupation: number, near: number | null): number
}

export function inventPlaces(random: Random, people: number): Places {
  const keys = Object.keys(FIRMS)
  const firms = Object.fromEntries(keys.map((key, index) => [key, index]))
  const cast = keys.map((key) => castOrganization(random, FIRMS[key]!))
  const open = openOrganizations(random, people)
  const organizations = [...cast, ...open.organizations]
  return {
    organizations,
    units: unitsOf(random, organizations),
    firms,
    open: cast.length,
    own: Object.keys(OWN_FIRMS).map((key) => firms[key]!),
    smallOnes: nearestTo(EVERYBODY_KNOWN, organizations, cast.length),
    draw: drawing(organizations, cast.length, open.weights),
  }
}

/** A few software firms of about that head count, among those of the world around. */
function nearestTo(wanted: number, organizations: readonly DemoOrganization[], first: number): number[] {
  const off = (place: number) =>
    Math.abs((organizations[place]!.headCount ?? Number.POSITIVE_INFINITY) - wanted)
  const technical = organizations.map(({ industry }) => industry === INDUSTRIES[0]!.name)
  const places = organizations.map((_, place) => place).filter((place) => place >= first && technical[place])
  return places.sort((one, other) => off(one) - off(other) || one - other).slice(0, 4)
}

const castOrganization = (random: Random, firm: CastFirm): DemoOrganization => ({
  ...{ name: firm.name, industry: firm.industry, headCount: firm.headCount },
  city: random.pick(['Rotterdam', 'Utrecht', 'Amsterdam']),
})

function openOrganizations(random: Random, people: number) {
  const count = Math.max(24, Math.round(people / PEOPLE_EACH))
  const weights = Float64Array.from({ length: count }, (_, rank) => 1 / (rank + 3))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const drawIndustry = drawBy(INDUSTRIES.map(({ weight }) => weight))
  const taken = new Set(Object.values(FIRMS).map(({ name }) => name.toLowerCase()))
  const organizations = Array.from(weights, (weight, rank): DemoOrganization => {
    const industry = INDUSTRIES[drawIndustry(random)]!
    const known = (people * weight) / sum
    const headCount = Math.max(4, Math.round(known * UNKNOWN_FOR_KNOWN * Math.exp(random.normal() * 0.6)))
    return {
      name: inventFirm(random, industry, taken),
      industry: industry.name,
      headCount: rank > WELL_KNOWN && random.chance(NO_HEAD_COUNT) ? null : headCount,
      city: random.pick(CITIES),
    }
  })
  return { organizations, weights }
}

/** Each unit of a large organization, named for the work that is done there. */
function unitsOf(random: Random, organizations: readonly DemoOrganization[]): DemoUnit[] {
  const told = Object.values(FIRMS)
  const all = OCCUPATIONS.reduce((sum, { weight }) => sum + weight, 0)
  return organizations.flatMap(({ headCount }, organization) => {
    const firm = told[organization]
    const said = Object.entries(firm?.units ?? {})
    if (firm) return said.map(([name, headCount]) => ({ organization, name, headCount }))
    if (headCount === null || headCount < LEAST_WITH_UNITS) return []
    return OCCUPATIONS.map(({ unit, weight }) => ({
      ...{ organization, name: unit },
      headCount: Math.max(3, Math.round(((headCount * weight) / all) * (0.6 + 0.8 * random.next()))),
    }))
  })
}

/** Most go on in an industry that they know; what they do makes some industries likelier than others. */
function drawing(
  organizations: readonly DemoOrganization[],
  first: number,
  weights: Float64Array,
): Places['draw'] {
  const industryOf = new Map(INDUSTRIES.map(({ name }, index) => [name, index]))
  const members = INDUSTRIES.map((): number[] => [])
  for (let place = first; place < organizations.length; place++) {
    members[industryOf.get(organizations[place]!.industry)!]!.push(place)
  }
  const inIndustry = members.map((places) => drawBy(places.map((place) => weights[place - first]!)))
  const industryFor = OCCUPATIONS.map(({ id }) =>
    drawBy(
      INDUSTRIES.map(({ weight, more }, index) => (members[index]!.length ? weight * (more[id] ?? 1) : 0)),
    ),
  )
  return (random, occupation, near) => {
    const known = near === null ? undefined : industryOf.get(organizations[near]!.industry)
    const again = known !== undefined && members[known]!.length > 0 && random.chance(0.55)
    const industry = again ? known : industryFor[occupation]!(random)
    return members[industry]![inIndustry[industry]!(random)]!
  }
}
