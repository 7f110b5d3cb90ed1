import { CAST_CONNECTIONS } from './cast.ts'
import { OCCUPATIONS } from './occupations.ts'
import type { Random } from './random.ts'
import { daysBefore, type Linked, sharedSpan } from './ties.ts'
import type { DemoPositions } from './types.ts'

// The seeker's own connections: most of the colleagues, and others, rather of the same field.

const LEAST = 150
const MOST = 800
const SHARE = 0.2
const FIELD = new Set(
  ['data', 'software', 'infrastructure', 'product'].map((id) =>
    OCCUPATIONS.findIndex((each) => each.id === id),
  ),
)

export type Circle = {
  positions: DemoPositions
  occupations: Uint8Array
  cast: Record<string, number>
  /** The first person who is not of the story, and the first outside the core. */
  first: number
  core: number
  /** How many people there are. */
  count: number
  month: number
}

/** Connections of person 0, and who of them were colleagues. */
export function ownConnections(random: Random, circle: Circle): { linked: Linked[]; colleagues: number[] } {
  const { first, core, count, cast, month, occupations } = circle
  const wanted = Math.min(MOST, Math.max(LEAST, Math.round(count * SHARE)))
  const shared = colleaguesOf(circle)
  const drawn = Array.from({ length: core - first }, (_, index) => {
    const person = first + index
    const likely = shared.has(person) ? 8 : FIELD.has(occupations[person]!) ? 2.5 : 1
    return { person, order: random.next() ** (1 / likely) }
  })
  drawn.sort((one, other) => other.order - one.order)
  const linked = drawn.slice(0, wanted).map(({ person }) => {
    const span = shared.get(person)
    const at = span ? random.between(...span) : month - 1 - Math.floor(random.next() ** 2 * 120)
    return { a: 0, b: person, since: daysBefore(random, month, at) }
  })
  const told = CAST_CONNECTIONS.map(([key, months]) => ({
    a: 0,
    b: cast[key]!,
    since: Math.round(months * 30.4),
  }))
  return {
    linked: [...told, ...linked],
    colleagues: linked.map(({ b }) => b).filter((person) => shared.has(person)),
  }
}

/** People of the core who were somewhere with person 0, and when. */
function colleaguesOf({ positions, first, core }: Circle): Map<number, [from: number, to: number]> {
  const mine: number[] = []
  const found = new Map<number, [from: number, to: number]>()
  for (let row = 0; row < positions.count && positions.person[row]! < core; row++) {
    const person = positions.person[row]!
    if (person === 0) mine.push(row)
    if (person < first) continue
    for (const own of mine) {
      if (positions.organization[own] !== positions.organization[row]) continue
      const span = sharedSpan(positions, own, row)
      if (span) found.set(person, span)
    }
  }
  return found
}
