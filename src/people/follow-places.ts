import { sql } from 'kysely'
import type { RosterChange, Sized } from '../network/roster.ts'
import { packSpells } from '../network/stays.ts'
import type { PositionFacts } from './facts.ts'
import type { Touched } from './graph-change.ts'
import type { Held, Reading } from './graph-shape.ts'
import type { OrganizationId } from './organization.ts'
import type { PersonId } from './person.ts'
import { spellOf, type Workplaces, workplacesOf } from './work.ts'

// What a change means for who probably crossed paths: the sizes of organizations and units, and the touched careers.

export type PlacesChange = Pick<RosterChange, 'organizationSizes' | 'unitSizes' | 'resized'>

/** Takes over the sizes of the organizations touched, and indices of new units; answers what is different. */
export async function takePlaces({ tx }: Reading, held: Held, touched: Touched): Promise<PlacesChange> {
  const organizations = placesTouched(touched)
  if (organizations.length === 0) return { organizationSizes: [], unitSizes: [], resized: [] }
  const now = await workplacesOf(tx, organizations)
  const organizationSizes = organizationsResized(held, now)
  const units = touched.units.size > 0 ? unitsResized(held, now, touched.units) : []
  const { organizationAt } = held.graph
  const resized = [...touched.units].flatMap((id) => organizationAt.get(id) ?? [])
  return {
    organizationSizes,
    unitSizes: units,
    resized: [...resized, ...organizationSizes.map(({ id }) => id)],
  }
}

function placesTouched({ organizations, units, positions }: Touched): OrganizationId[] {
  const all = new Set([...organizations, ...units])
  for (const own of positions.values()) for (const id of own) all.add(id)
  return [...all]
}

function organizationsResized({ graph, headCounts }: Held, now: Workplaces): Sized[] {
  const known = headCounts.organization as (number | null)[]
  return now.ids.flatMap((organization, at) => {
    const id = graph.organizationAt.get(organization as OrganizationId)!
    const headCount = now.headCounts.organization[at] ?? null
    if (id in known && known[id] === headCount) return []
    known[id] = headCount
    return [{ id, headCount }]
  })
}

/** Units of these organizations, and those of them that are gone. */
function unitsResized(held: Held, now: Workplaces, of: ReadonlySet<OrganizationId>): Sized[] {
  const known = held.headCounts.unit as (number | null)[]
  const sizes: Sized[] = []
  const set = (id: number, headCount: number | null) => {
    known[id] = headCount
    sizes.push({ id, headCount })
  }
  for (const [key, id] of held.units) {
    if (!of.has(key.slice(0, ID_LENGTH) as OrganizationId) || now.units.has(key)) continue
    held.units.delete(key)
    set(id, null)
  }
  for (const [key, at] of now.units) {
    if (!of.has(key.slice(0, ID_LENGTH) as OrganizationId)) continue
    const id = held.units.get(key) ?? known.length
    held.units.set(key, id)
    set(id, now.headCounts.unit?.[at] ?? null)
  }
  return sizes
}

const ID_LENGTH = 36

/** Everybody at organizations whose units changed: what their position names may be a unit now. */
export async function peopleInUnits(
  { tx }: Reading,
  units: ReadonlySet<OrganizationId>,
): Promise<PersonId[]> {
  if (units.size === 0) return []
  const { rows } = await sql<{ id: PersonId }>`
    select distinct person_id as id from position
    where unit is not null and organization_id = any(${[...units]}::uuid[])`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The spells of people who are counted, from all their positions. */
export function spellsOf({ graph, units }: Held, positions: readonly PositionFacts[]) {
  const places = { at: graph.organizationAt, units }
  const spells = positions.map((position) => {
    const person = graph.personAt.get(position.person)
    return person === undefined ? null : spellOf(position, person, places)
  })
  return packSpells(spells.filter((spell) => spell !== null))
}
