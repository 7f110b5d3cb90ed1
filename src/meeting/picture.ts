import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { NONE, toStrength } from '../network/cost.ts'
import type { Call } from '../network/protocol.ts'
import type { FoundPath } from '../network/types.ts'
import { findPerson, whoIsMe } from '../people/find.ts'
import { type Graph, graphOf } from '../people/graph.ts'
import type { PersonId } from '../people/person.ts'
import { id, organizationShape, personShape, reference } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import { exclusionsOf } from './exclusions.ts'

// The network as a picture draws it: somebody in the middle, whom they reach, how well, through whom, and who works where.

const seenShape = z.object({
  id,
  name: z.string(),
  title: z.string().nullable(),
  organization: z.number().int().nullable().describe('place in the list of organizations'),
  strength: z.number().describe('of the best path to them'),
  via: z.array(z.number().int()).describe('the connectors of that path, as places in the list of people'),
})

export const networkPicture = action({
  name: 'network.picture',
  says: 'The network around a person, the nearest first: who is within reach, through whom, and where each works.',
  kind: 'read',
  may: STAFF,
  input: z.object({
    around: reference('person').optional().describe('who stands in the middle; you, when absent'),
    maxTies: z.coerce.number().int().min(1).max(3).default(3).describe('1: only whom they know themselves'),
    top: z.coerce.number().int().min(1).max(10_000).default(5_000),
  }),
  output: z.object({
    middle: personShape,
    people: z.array(seenShape),
    organizations: z.array(organizationShape),
    total: z.number().int().describe('people within reach, shown or not'),
  }),
  async run(context, { around, maxTies, top }) {
    const middle = around === undefined ? whoIsMe(context) : await findPerson(context, around)
    const graph = await graphOf(context)
    const { total, shown } = await reachedFrom(context, graph, middle, { maxTies, top })
    const rows = await rowsOf(context, [middle, ...shown.map(({ index }) => graph.people[index]!)])
    return {
      middle: rows.get(middle)!,
      ...drawn(graph, shown, rows),
      total,
    }
  },
})

type Reached = { index: number; cost: number; via: number[] }

/** Everybody within reach, the nearest first. One's own ties are always shown; paths leave out what every path does. */
async function reachedFrom(
  context: Context,
  graph: Graph,
  middle: PersonId,
  { maxTies, top }: { maxTies: number; top: number },
): Promise<{ total: number; shown: Reached[] }> {
  const from = graph.personAt.get(middle)
  if (from === undefined) return { total: 0, shown: [] }
  const { engine } = context
  const exclude = await exclusionsOf(context, graph, middle, { withColleagues: false })
  const own = await engine.reach(graph.key, { from, maxTies: 1, exclude: { ties: graph.unused } })
  const far = maxTies === 1 ? own : await engine.reach(graph.key, { from, maxTies, exclude })
  const reached = [...own.keys()]
    .map((index) => ({ index, cost: Math.min(own[index]!, far[index]!), via: [] as number[] }))
    .filter(({ cost }) => cost !== NONE)
    .sort((one, other) => one.cost - other.cost || one.index - other.index)
  const shown = reached.slice(0, top)
  const indirect = shown.filter(({ index, cost }) => cost < own[index]!)
  const paths = await pathsTo(context, graph, indirect, { from, maxTies, exclude })
  indirect.forEach((one, at) => {
    one.via = paths[at]?.people.slice(1, -1) ?? []
  })
  return { total: reached.length, shown }
}

type From = { from: number; maxTies: number; exclude: Awaited<ReturnType<typeof exclusionsOf>> }

async function pathsTo({ engine }: Context, graph: Graph, to: readonly Reached[], from: From) {
  const calls = to.map(({ index }): Call => ({ method: 'paths', args: [{ ...from, person: index, top: 1 }] }))
  const found = (await engine.calls(graph.key, calls)) as FoundPath[][]
  return found.map(([best]) => best)
}

type Row = {
  id: PersonId
  name: string
  headline: string | null
  title: string | null
  organization: string | null
  place: string | null
}

/** People with where they work now, or did last. */
async function rowsOf({ tx }: Context, people: readonly PersonId[]): Promise<Map<PersonId, Row>> {
  const { rows } = await sql<Row>`
    select person.id, person.name, headline, job.title, job.organization, job.place
    from person left join (
      select distinct on (person_id) person_id, title, organization.id as organization, organization.name as place
      from position join organization on organization.id = organization_id
      order by person_id, ended, coalesce(to_date, seen_on) desc, position.id
    ) as job on job.person_id = person.id
    where person.id = any(${people}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** From the engine's indices to places in the lists that are shown. A connector is nearer than whom they lead to. */
function drawn(graph: Graph, shown: readonly Reached[], rows: ReadonlyMap<PersonId, Row>) {
  const placeOf = new Map(shown.map(({ index }, place) => [index, place]))
  const organizations = new Map<string, { id: string; name: string; at: number }>()
  const people = shown.map(({ index, cost, via }) => {
    const { id, name, headline, title, organization, place } = rows.get(graph.people[index]!)!
    const known = organization === null ? null : organizations.get(organization)
    const at = known?.at ?? organizations.size
    if (organization !== null && !known)
      organizations.set(organization, { id: organization, name: place!, at })
    return {
      ...{ id, name, title: title ?? headline, organization: organization === null ? null : at },
      ...{ strength: toStrength(cost), via: via.flatMap((one) => placeOf.get(one) ?? []) },
    }
  })
  return { people, organizations: [...organizations.values()].map(({ id, name }) => ({ id, name })) }
}
