import type { Answer } from '../client.ts'
import { reachWord } from '../parts/reach.tsx'
import type { Label, Layout, Point } from './layout.ts'

// What is drawn, as text of paths: thousands of dots are one element for each warmth.

export type Picture = Answer<'network.picture'>
export const WARMTHS = ['warm', 'workable', 'long', 'far'] as const
export type Warmth = (typeof WARMTHS)[number]

export const warmthOf = (strength: number): Warmth => reachWord(strength) ?? 'far'

const round = (value: number): string => String(Math.round(value * 100) / 100)

/** Dots as lines of no length, which a round line cap makes visible. */
export function dotsOf({ people }: Picture, { people: at }: Layout): Record<Warmth, string> {
  const dots: Record<Warmth, string[]> = { warm: [], workable: [], long: [], far: [] }
  people.forEach(({ strength }, person) => {
    dots[warmthOf(strength)].push(dot(at[person]!))
  })
  return {
    ...{ warm: dots.warm.join(''), workable: dots.workable.join('') },
    ...{ long: dots.long.join(''), far: dots.far.join('') },
  }
}

export const dot = ({ x, y }: Point): string => `M${round(x)} ${round(y)}h0`

/** The rings of organizations with several people, as one path. */
export function ringsOf({ discs }: Layout): string {
  return discs
    .filter(({ people }) => people.length > 1)
    .map(({ x, y, r }) => {
      const [d, half] = [round(2 * r), round(r)]
      return `M${round(x - r)} ${round(y)}a${half} ${half} 0 1 0 ${d} 0a${half} ${half} 0 1 0 -${d} 0`
    })
    .join('')
}

/** You, the connectors, the person. */
export const alongOf = ({ people }: Picture, person: number): number[] => [...people[person]!.via, person]

export function lineOf(picture: Picture, { people: at }: Layout, person: number): string {
  const stops = alongOf(picture, person).map((stop) => `L${round(at[stop]!.x)} ${round(at[stop]!.y)}`)
  return `M0 0${stops.join('')}`
}

type Seen = { scale: number; chosen: number | null; isVisible(point: Point): boolean }

/** What could be written beside what, the weightiest first: who is chosen, organizations by size, people by nearness. */
export function* labelsOf(
  picture: Picture,
  layout: Layout,
  { scale, chosen, isVisible }: Seen,
): Generator<Label> {
  const { people, organizations } = picture
  const named = (person: number, size: number): Label => {
    const { x, y } = layout.people[person]!
    return { x, y: y + 0.7 + size / scale, text: people[person]!.name, size, person }
  }
  if (chosen !== null) for (const stop of alongOf(picture, chosen)) yield named(stop, 13)
  const large = layout.discs
    .filter((disc) => disc.organization !== null && disc.people.length > 1 && isVisible(disc))
    .sort((one, other) => other.people.length - one.people.length)
  for (const { x, y, r, organization } of large)
    yield {
      x,
      y: y - r - 4 / scale,
      text: organizations[organization!]!.name,
      size: 12,
      organization: organization!,
    }
  if (scale < NAMES_FROM) return
  for (const [person, point] of layout.people.entries()) if (isVisible(point)) yield named(person, 11)
}

/** Pixels a unit from which there is room for names of people. */
const NAMES_FROM = 6
