import type { Call } from '../network/protocol.ts'
import type { PositionFacts } from './facts.ts'
import type { Touched } from './graph-change.ts'
import type { Graph, OpenOpening, Reading } from './graph-shape.ts'
import { indexOf } from './grow.ts'
import { listUnder } from './lists.ts'
import { affiliationCost, inOrder, openOpenings } from './load.ts'
import type { OrganizationId } from './organization.ts'
import type { PersonId } from './person.ts'

// What a change means for who is where, for what is open, and for the fits that are known.

/** Affiliations of who is touched with each organization touched. `positions`: all that they have now. */
export function followPositions(
  { now }: Reading,
  graph: Graph,
  positions: readonly PositionFacts[],
  touched: Touched,
  turned: ReadonlySet<PersonId>,
): Call[] {
  const held = new Map<string, PositionFacts[]>()
  for (const position of positions) listUnder(held, `${position.person} ${position.organization}`, position)
  const spots = new Set(positions.filter(({ person }) => turned.has(person)).map(spotOf))
  for (const [person, places] of touched.positions)
    for (const place of places) spots.add(`${person} ${place}`)
  return [...spots].flatMap((spot) => {
    const [person, organization] = spot.split(' ') as [PersonId, OrganizationId]
    const own = graph.personAt.has(person) ? (held.get(spot) ?? []) : []
    const index = indexOf(graph.people, person)
    const place = graph.organizationAt.get(organization)
    return index === null || place === undefined ? [] : [affiliated(graph, index, place, own, now)]
  })
}

const spotOf = ({ person, organization }: PositionFacts): string => `${person} ${organization}`

/** By the one of somebody's positions at a place that costs least. */
function affiliated(
  graph: Graph,
  person: number,
  place: number,
  own: readonly PositionFacts[],
  now: Date,
): Call {
  const others = (graph.staff.get(place) ?? []).filter((other) => other !== person)
  const staff = own.some(({ ended }) => !ended) ? inOrder([...others, person]) : others
  if (staff.length > 0) graph.staff.set(place, staff)
  else graph.staff.delete(place)
  const costs = own.map((position) => affiliationCost(position, now)).filter((cost) => cost !== null)
  return { method: 'affiliate', args: [person, place, costs.length > 0 ? Math.min(...costs) : null] }
}

/** Openings of the organizations touched; on another day of all, as some were open until the day before. */
export async function followOpenings(
  reading: Reading,
  graph: Graph,
  { openings }: Touched,
  { isAnotherDay }: { isAnotherDay: boolean },
): Promise<Call[]> {
  const organizations = isAnotherDay ? graph.organizations : [...openings.keys()]
  if (organizations.length === 0) return []
  const open = await openOpenings(reading, graph.organizationAt, isAnotherDay ? undefined : organizations)
  const calls = organizations.flatMap((id): Call[] => {
    const place = graph.organizationAt.get(id)
    if (place === undefined || open.has(place) === graph.openings.has(place)) return []
    return [{ method: 'setOpen', args: [place, open.has(place)] }]
  })
  const others = isAnotherDay
    ? []
    : [...graph.openings].filter(([place]) => !openings.has(graph.organizations[place]!))
  graph.openings = new Map([...others, ...open].sort(byFirst))
  return calls
}

const byFirst = ([, [one]]: [number, OpenOpening[]], [, [other]]: [number, OpenOpening[]]): number =>
  one!.id < other!.id ? -1 : 1

/** A fit hangs on the work of the one and on the words of the other. Its key ends with both ids. */
export function forgetFits(graph: Graph, { people, positions, openings }: Touched): void {
  const changed = new Set<string>([...people, ...positions.keys()])
  for (const own of openings.values()) for (const opening of own) changed.add(opening)
  if (changed.size === 0) return
  for (const key of graph.fits.keys()) {
    if (key.split(' ').some((id) => changed.has(id))) graph.fits.delete(key)
  }
}
