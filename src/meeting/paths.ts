import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { DEAREST } from '../network/cost.ts'
import { independent } from '../network/order.ts'
import type { FoundPath } from '../network/types.ts'
import { describePaths, personShapes } from '../people/describe.ts'
import {
  findPerson,
  openingsNamed,
  organizationsNamed,
  peopleNamed,
  theOne,
  whoIsMe,
} from '../people/find.ts'
import { type Graph, graphOf } from '../people/graph.ts'
import type { PersonId } from '../people/person.ts'
import { type PersonShape, pathShape, personShape, reference } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import type { Id } from '../store/ids.ts'
import { discretionFlags } from './discretion.ts'
import { exclusionsOf } from './exclusions.ts'
import { worthShape } from './worth-shape.ts'

// The best introductions now open: to a person, or to anyone at an organization or behind an opening.

export type Target =
  | { kind: 'person'; id: PersonId; name: string }
  | { kind: 'organization'; id: Id<'organization'>; name: string; opening?: Id<'opening'> }

export const pathFind = action({
  name: 'path.find',
  says: 'The best introductions to a person, an organization or an opening: who would introduce you, on what evidence. Never invents one.',
  kind: 'read',
  may: STAFF,
  input: z.object({
    target: reference('person, organization or opening'),
    from: reference('person').optional().describe('who seeks; you, when absent'),
    top: z.coerce.number().int().min(1).max(100).default(10),
    maxTies: z.coerce.number().int().min(1).max(3).default(3),
    withColleagues: z
      .boolean()
      .default(false)
      .describe('let paths lead through people at the present employer'),
    discreet: z
      .boolean()
      .default(false)
      .describe('leave out connectors who are close to the present employer'),
  }),
  output: z.object({
    paths: z.array(pathShape),
    independent: z.number().int().describe('how many share nobody but the seeker'),
    discretion: worthShape.shape.discretion,
    none: z
      .object({
        because: z.string(),
        nearest: personShape.optional(),
        person: personShape
          .optional()
          .describe('the person asked for: a line of their career may make a path'),
      })
      .optional(),
  }),
  async run(context, input) {
    const seeker = input.from === undefined ? whoIsMe(context) : await findPerson(context, input.from)
    const target = await findTarget(context, input.target)
    if (target.id === seeker) {
      const sentence = { en: 'A path leads to somebody else.', de: 'Ein Weg führt zu jemand anderem.' }
      throw new Refusal('invalid-input', said(sentence), 'target')
    }
    const graph = await graphOf(context)
    const { found, discretion } = await usablePaths(context, graph, seeker, target, input)
    const paths = await described(context, graph, target, found)
    const common = { paths, independent: independent(found), discretion }
    if (found.length > 0) return common
    return { ...common, none: await nobody(context, graph, seeker, target, input) }
  },
})

type Usable = { found: FoundPath[]; discretion: z.infer<typeof worthShape>['discretion'] }

/** The best paths with who on them is close to the present employer; discreet: until none is, the target aside. */
async function usablePaths(
  context: Context,
  graph: Graph,
  seeker: PersonId,
  target: Target,
  options: Options & { discreet: boolean },
): Promise<Usable> {
  const without = new Set<PersonId>()
  for (;;) {
    const found = await findPaths(context, graph, seeker, target, options, [...without])
    const met = new Set(found.flatMap(({ people }) => people.slice(1).map((index) => graph.people[index]!)))
    const discretion = await discretionFlags(context, graph, seeker, [...met])
    const close = discretion.map(({ person }) => person.id as PersonId).filter((id) => id !== target.id)
    if (!options.discreet || close.length === 0) return { found, discretion }
    for (const id of close) without.add(id)
  }
}

type Options = { top: number; maxTies?: number; withColleagues?: boolean }

/** The record that a text names: an opening leads to its organization. Several kinds that fit: the text is ambiguous. */
export async function findTarget(context: Context, given: string): Promise<Target> {
  const people = await peopleNamed(context, given)
  const organizations = await organizationsNamed(context, given)
  const openings = await openingsNamed(context, given)
  theOne('person, organization or opening', given, [...people, ...organizations, ...openings] as {
    id: Id<string>
    says: string
  }[])
  if (people[0]) return { kind: 'person', id: people[0].id, name: people[0].says }
  if (organizations[0]) return { kind: 'organization', id: organizations[0].id, name: organizations[0].says }
  const { organization_id, name } = await context.tx
    .selectFrom('opening')
    .innerJoin('organization', 'organization.id', 'opening.organization_id')
    .select(['organization_id', 'organization.name'])
    .where('opening.id', '=', openings[0]!.id)
    .executeTakeFirstOrThrow()
  return { kind: 'organization', id: organization_id, name, opening: openings[0]!.id }
}

/** The best paths, by the engine; nobody of `without` is on them. */
export async function findPaths(
  context: Context,
  graph: Graph,
  seeker: PersonId,
  target: Target,
  { top, maxTies = 3, withColleagues = false }: Options,
  without: readonly PersonId[] = [],
): Promise<FoundPath[]> {
  const from = graph.personAt.get(seeker)
  const end = endOf(graph, target)
  if (from === undefined || end === undefined) return []
  const exclude = await exclusionsOf(context, graph, seeker, { withColleagues })
  const more = without.map((id) => graph.personAt.get(id)!)
  return context.engine.paths(graph.key, {
    ...{ from, top, maxTies, ...end },
    exclude: { ties: exclude.ties ?? [], people: [...(exclude.people ?? []), ...more] },
  })
}

function endOf(graph: Graph, target: Target): { person: number } | { organization: number } | undefined {
  if (target.kind === 'person') {
    const person = graph.personAt.get(target.id)
    return person === undefined ? undefined : { person }
  }
  const organization = graph.organizationAt.get(target.id)
  return organization === undefined ? undefined : { organization }
}

function described(context: Context, graph: Graph, target: Target, found: FoundPath[]) {
  const organization =
    target.kind === 'organization' ? { organization: graph.organizationAt.get(target.id)! } : {}
  return describePaths(
    context,
    graph,
    found.map((path) => ({ path, ...organization })),
  )
}

const tiesInWords = (most: number): string =>
  [
    said({ en: 'one tie', de: 'einer Verbindung' }),
    said({ en: 'up to two ties', de: 'bis zu zwei Verbindungen' }),
    said({ en: 'up to three ties', de: 'bis zu drei Verbindungen' }),
  ][most - 1]!

type NoPath = { because: string; nearest?: PersonShape; person?: PersonShape }

/** Says that there is no path, who comes nearest, and what would make one. */
async function nobody(
  context: Context,
  graph: Graph,
  seeker: PersonId,
  target: Target,
  options: Options,
): Promise<NoPath> {
  const nearest = await nearestTo(context, graph, seeker, target, options)
  const because = said({
    en: `No path of ${tiesInWords(options.maxTies ?? 3)} leads to ${target.name} on what is on record. ${wouldHelp(target)}, and a path may show.`,
    de: `Nach dem, was bekannt ist, führt kein Weg mit ${tiesInWords(options.maxTies ?? 3)} zu ${target.name}. ${wouldHelp(target)}, dann zeigt sich vielleicht einer.`,
  })
  const person = target.kind === 'person' ? { person: { id: target.id, name: target.name } } : {}
  if (nearest === null) return { because, ...person }
  const shape = (await personShapes(context, [nearest])).get(nearest)!
  return {
    because: `${because} ${nearestInWords(shape.name, target)}`,
    nearest: shape,
    ...person,
  }
}

const wouldHelp = ({ kind, name }: Target): string =>
  kind === 'person'
    ? said({
        en: `Say where ${name} worked, or whom they know`,
        de: `Sagen Sie, wo ${name} gearbeitet hat oder wen ${name} kennt`,
      })
    : said({
        en: `Meet or name somebody who works or worked at ${name}`,
        de: `Treffen oder nennen Sie jemanden, der bei ${name} arbeitet oder gearbeitet hat`,
      })

const nearestInWords = (nearest: string, { kind, name }: Target): string =>
  kind === 'person'
    ? said({
        en: `The nearest whom you reach is ${nearest}, who is or was where ${name} worked.`,
        de: `Am nächsten erreichen Sie ${nearest}; dort, wo ${name} gearbeitet hat, ist oder war auch ${nearest}.`,
      })
    : said({
        en: `The nearest whom you reach is ${nearest}, who is or was there.`,
        de: `Am nächsten erreichen Sie ${nearest}, jetzt oder früher dort.`,
      })

/** Of the people who share an organization with the target, the one whom the seeker reaches best. */
async function nearestTo(
  context: Context,
  graph: Graph,
  seeker: PersonId,
  target: Target,
  { withColleagues = false }: Options,
): Promise<PersonId | null> {
  const from = graph.personAt.get(seeker)
  if (from === undefined) return null
  const exclude = await exclusionsOf(context, graph, seeker, { withColleagues })
  const reach = await context.engine.reach(graph.key, { from, exclude })
  const colleagues = await colleaguesOf(context, target)
  const reached = colleagues
    .map((id) => ({ id, cost: reach[graph.personAt.get(id) ?? -1] ?? 255 }))
    .filter(({ id, cost }) => cost <= DEAREST && id !== seeker && id !== target.id)
  reached.sort((one, other) => one.cost - other.cost || (one.id < other.id ? -1 : 1))
  return reached[0]?.id ?? null
}

async function colleaguesOf({ tx }: Context, target: Target): Promise<PersonId[]> {
  const places =
    target.kind === 'organization'
      ? [target.id]
      : (
          await tx
            .selectFrom('position')
            .select('organization_id')
            .where('person_id', '=', target.id)
            .execute()
        ).map(({ organization_id }) => organization_id)
  if (places.length === 0) return []
  const rows = await tx
    .selectFrom('position')
    .select('person_id')
    .distinct()
    .where('organization_id', 'in', places)
    .execute()
  return rows.map(({ person_id }) => person_id)
}
