import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { toStrength } from '../network/cost.ts'
import { findOrganization } from '../people/find.ts'
import { type Graph, graphOf, type OpenOpening } from '../people/graph.ts'
import { openingShape, partialDate, pathShape, reference, text } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import { limitsShape } from './limits.ts'
import { closedOpenings } from './openings-closed.ts'
import { reachOf } from './openings-reach.ts'
import { told } from './openings-told.ts'
import { fitOf } from './work.ts'

// Network x live openings: "you know someone there".

const wantedShape = z.object({
  organization: reference('organization').optional(),
  search: text(200).default('').describe('words of the title, the organization or the place'),
  within: z.coerce.number().int().min(1).max(3).default(3).describe('reachable within so many ties'),
  reachable: z.boolean().default(false).describe('only those in reach'),
  leastReach: z.coerce.number().min(0).max(1).default(0).describe('warm: 0.2, workable: 0.08'),
  leastFit: z.coerce.number().min(0).max(1).default(0),
  since: partialDate.optional().describe('only those first seen on this day or later'),
  closed: z.boolean().default(false).describe('those that are closed or over, instead'),
  order: z.enum(['best', 'newest', 'reach', 'fit']).default('best'),
  skip: z.coerce.number().int().min(0).default(0),
  top: z.coerce.number().int().min(1).max(500).default(100),
})

type Wanted = z.output<typeof wantedShape>

export const openingList = action({
  name: 'opening.list',
  says: 'Open openings with the best path to each and how many people there you reach: "you know someone there".',
  kind: 'read',
  may: STAFF,
  input: wantedShape,
  output: z.object({
    total: z.number().int(),
    openings: z.array(
      z.object({
        opening: openingShape,
        fit: z.number().nullable(),
        fitBecause: z.string(),
        reach: z.number().nullable(),
        contacts: z
          .number()
          .int()
          .describe('people there, now or formerly, to whom you have a tie of your own'),
        contactsNow: z.number().int().describe('of these, those there now'),
        firstSeen: z.string(),
        until: z.string().nullable().describe('the last day on which it is open'),
        ended: z.enum(['closed', 'expired']).nullable(),
        limits: limitsShape,
        path: pathShape.nullable(),
      }),
    ),
  }),
  run: (context, input) => openingsFor(context, input),
})

/** A page of the openings that pass, with the best path to each from whoever seeks. */
export async function openingsFor(context: Context, input: Wanted) {
  const graph = await graphOf(context)
  const openings = await chosen(context, graph, input)
  const fits = await fitOf(context, graph, context.me, openings)
  const reach = await reachOf(context, graph, input.within)
  const listed = openings
    .map((opening) => ({
      opening,
      ...fits.get(opening.id)!,
      cost: reach.get(opening.organization) ?? null,
    }))
    .filter((one) => passes(one, input))
    .sort(ORDERS[input.order])
  const page = listed.slice(input.skip, input.skip + input.top)
  return { total: listed.length, openings: await told(context, graph, page, input.within) }
}

export type Listed = { opening: OpenOpening; fit: number | null; because: string; cost: number | null }

const strengthOf = ({ cost }: Listed): number => (cost === null ? 0 : toStrength(cost))

function passes(one: Listed, { leastFit, reachable, leastReach }: Wanted): boolean {
  if (one.fit !== null && one.fit < leastFit) return false
  return (!reachable && leastReach === 0) || (one.cost !== null && strengthOf(one) >= leastReach)
}

/** An unknown fit counts as one that just passes. */
const fitted = ({ fit }: Listed): number => fit ?? IN_DOUBT
const IN_DOUBT = 0.3
/** Out of reach, the fit alone orders. */
const NO_WAY = 0.001

/** What is near and fits. */
const worthOf = (one: Listed): number => fitted(one) * Math.max(strengthOf(one), NO_WAY)

const by =
  (...values: ((one: Listed) => number)[]) =>
  (one: Listed, other: Listed): number => {
    for (const value of values) {
      const gap = value(other) - value(one)
      if (gap !== 0) return gap
    }
    return one.opening.id < other.opening.id ? -1 : 1
  }

const ORDERS: Record<Wanted['order'], (one: Listed, other: Listed) => number> = {
  best: by(worthOf),
  reach: by(strengthOf, fitted),
  fit: by(fitted, strengthOf),
  // Ids are made in the order of time.
  newest: (one, other) => (one.opening.id < other.opening.id ? 1 : -1),
}

async function chosen(context: Context, graph: Graph, input: Wanted): Promise<OpenOpening[]> {
  const place =
    input.organization === undefined ? undefined : await findOrganization(context, input.organization)
  const at = place === undefined ? undefined : graph.organizationAt.get(place)
  const all = input.closed ? await closedOpenings(context, graph) : [...graph.openings.values()].flat()
  const here = all.filter(({ organization }) => at === undefined || organization === at)
  const wanted = await wantedIds(context, input)
  return wanted === null ? here : here.filter(({ id }) => wanted.has(id))
}

/** The openings that hold every word, and are new enough; null when nothing is asked. */
async function wantedIds({ tx }: Context, { search, since }: Wanted): Promise<Set<string> | null> {
  const words = search.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0 && since === undefined) return null
  const like = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const { rows } = await sql<{ id: string }>`
    select opening.id from opening join organization on organization.id = opening.organization_id
    where concat_ws(' ', title, organization.name, location) ilike all (${like}::text[])
      and (${since ?? null}::text is null
        or to_char(first_seen at time zone 'UTC', 'YYYY-MM-DD') >= ${since ?? ''}::text)`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}
