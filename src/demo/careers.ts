import { LEVEL, OCCUPATIONS, titleAt } from './occupations.ts'
import type { Places } from './organizations.ts'
import { drawBy, type Random } from './random.ts'
import { UNKNOWN } from './types.ts'

// One career: from organization to organization along an occupation, rising with the years.

/** A position while it is made; months as in types.ts, `to` null while it lasts. */
export type Made = {
  organization: number
  title: number
  unit: string | null
  from: number
  to: number | null
  yearsOnly: boolean
  ended: boolean
  seen: number
}

/** Levels by years of work and luck: from this much on, the next one. */
const RISES = [0.25, 1.1, 2.1, 3, 3.9, 4.7, 5.4]
const YEARS_A_RISE = 7
const LEAST_MONTHS = 5
const MOST_SHOWN = 4

const drawOccupation = drawBy(OCCUPATIONS.map(({ weight }) => weight))

export type World = {
  random: Random
  places: Places
  /** Index of the current month. */
  month: number
  hasUnits: ReadonlySet<number>
  /** Share of stints that are at one of the seeker's own organizations. */
  ownShare: number
}

export type Career = { occupation: number; positions: Made[] }

export function inventCareer(world: World): Career {
  const { random, month } = world
  const occupation = drawOccupation(random)
  // Few begin, few are about to retire: the larger of two throws is rarer than the smaller.
  const years = 1 + Math.min(random.next(), random.next()) * 36
  const luck = random.normal() * 0.6
  const stints = stintsSince(world, occupation, month - Math.round(years * 12))
  const positions = stints.flatMap((stint) => rising(world, occupation, luck, month - years * 12, stint))
  const shown = positions.slice(-random.between(1, MOST_SHOWN))
  return { occupation, positions: shown.map((position) => asTold(world, position)) }
}

type Stint = { organization: number; from: number; to: number | null }

function stintsSince(world: World, occupation: number, begin: number): Stint[] {
  const { random, places, month, ownShare } = world
  const stints: Stint[] = []
  let near: number | null = null
  for (let from = begin; from < month; ) {
    const organization: number = random.chance(ownShare)
      ? random.pick(places.own)
      : places.draw(random, occupation, near)
    near = organization
    const to = from + LEAST_MONTHS + Math.round(-Math.log(1 - random.next()) * 34)
    stints.push({ organization, from, to: to >= month ? null : to })
    from = to + (random.chance(0.75) ? 1 : random.between(2, 9))
  }
  return stints
}

/** One position a stint, or two where somebody rose in between. */
function rising(
  { random, month, hasUnits }: World,
  occupation: number,
  luck: number,
  begin: number,
  stint: Stint,
): Made[] {
  const { organization, from, to } = stint
  const { titles, unit } = OCCUPATIONS[occupation]!
  const titled = (at: number) => titleAt.get(random.pick(titles[levelAt((at - begin) / 12, luck)]!))!
  const common = {
    ...{ organization, yearsOnly: false, seen: month },
    unit: hasUnits.has(organization) && random.chance(0.4) ? unit : null,
  }
  const end = to ?? month
  const last = { ...common, title: titled(end), from, to, ended: to !== null }
  if (end - from < 30 || !random.chance(0.4)) return [last]
  const rise = from + Math.round((end - from) * (0.3 + 0.4 * random.next()))
  const first = { ...common, title: titled(from), from, to: rise - 1, ended: true }
  return first.title === last.title ? [last] : [first, { ...last, from: rise }]
}

export function levelAt(years: number, luck: number): number {
  const rise = years / YEARS_A_RISE + luck
  const level = RISES.findIndex((bound) => rise < bound)
  return level < 0 ? LEVEL.chief : level
}

/** Sources are not perfect: some give years, some no dates, some no end, some are old. */
function asTold({ random, month }: World, position: Made): Made {
  const precision = random.next()
  if (precision < 0.14) return { ...position, yearsOnly: true }
  if (position.ended && precision < 0.18) return { ...position, to: null, seen: position.to! }
  if (!position.ended && precision < 0.36) return { ...position, from: UNKNOWN }
  if (!position.ended && precision < 0.46) {
    return { ...position, seen: Math.max(position.from, month - random.between(2, 20)) }
  }
  return position
}
