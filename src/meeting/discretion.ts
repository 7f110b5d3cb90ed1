import type { Context } from '../action.ts'
import { said } from '../language.ts'
import { monthsSinceLeaving } from '../network/clock.ts'
import type { Call } from '../network/protocol.ts'
import type { FoundPath } from '../network/types.ts'
import { describePaths, organizationShapes, personShapes, type ToDescribe } from '../people/describe.ts'
import { type PositionFacts, positionFacts } from '../people/facts.ts'
import type { Graph } from '../people/graph.ts'
import type { OrganizationId } from '../people/organization.ts'
import type { PersonId } from '../people/person.ts'
import type { OrganizationShape, PathShape, PersonShape } from '../people/shapes.ts'
import { presentEmployers } from './exclusions.ts'

// Who might tell the present employer. Protects the candidate; off-limits, which protects the client, is another thing.

export type DiscretionFlag = {
  person: PersonShape
  organization: OrganizationShape
  because: string
  path: PathShape | null
}

/** Cost of a product of strengths of .05: below that, word does not travel. No loss per hop: gossip travels freely. */
const GOSSIP = 138
const NO_LOSS = [0, 0, 0] as const

type Near = { person: PersonId; organization: OrganizationId; path: FoundPath }

type Close = { there: PositionFacts[]; near: Near[] }

/** Flags for those of `people` who are, were, or are close to somebody, at the seeker's present employer. */
export async function discretionFlags(
  context: Context,
  graph: Graph,
  seeker: PersonId,
  people: readonly PersonId[],
): Promise<DiscretionFlag[]> {
  const { there, near } = await closeOf(context, graph, seeker, people)
  return there.length + near.length === 0 ? [] : told(context, graph, there, near)
}

/** The same people without the reasons. */
export async function closeToEmployer(
  context: Context,
  graph: Graph,
  seeker: PersonId,
  people: readonly PersonId[],
): Promise<Set<PersonId>> {
  const { there, near } = await closeOf(context, graph, seeker, people)
  return new Set([...there.map(({ person }) => person), ...near.map(({ person }) => person)])
}

async function closeOf(
  context: Context,
  graph: Graph,
  seeker: PersonId,
  people: readonly PersonId[],
): Promise<Close> {
  const employers = await presentEmployers(context, seeker)
  const asked = [...new Set(people)].filter((person) => person !== seeker)
  if (employers.length === 0 || asked.length === 0) return { there: [], near: [] }
  const there = (await positionFacts(context.tx, asked)).filter(({ organization }) =>
    employers.includes(organization as OrganizationId),
  )
  const inside = new Set(there.map(({ person }) => person))
  const outside = asked.filter((person) => !inside.has(person))
  return { there, near: await nearTo(context, graph, seeker, employers, outside) }
}

async function nearTo(
  { engine }: Context,
  graph: Graph,
  seeker: PersonId,
  employers: readonly OrganizationId[],
  people: readonly PersonId[],
): Promise<Near[]> {
  const self = graph.personAt.get(seeker)
  const exclude = { people: self === undefined ? [] : [self] }
  const common = { currentOnly: true, top: 1, maxTies: 2, hopCost: NO_LOSS, atMost: GOSSIP, exclude }
  const asked = employers.flatMap((organization) => {
    const place = graph.organizationAt.get(organization)
    if (place === undefined || !graph.staff.has(place)) return []
    return people.flatMap((person) => {
      const from = graph.personAt.get(person)
      return from === undefined ? [] : [{ person, organization, query: { from, organization: place } }]
    })
  })
  // One message, however many people there are.
  const calls = asked.map(({ query }): Call => ({ method: 'paths', args: [{ ...common, ...query }] }))
  const found = (await engine.calls(graph.key, calls)) as FoundPath[][]
  return asked.flatMap(({ person, organization }, index) => {
    const [path] = found[index]!
    return path ? [{ person, organization, path }] : []
  })
}

async function told(
  context: Context,
  graph: Graph,
  there: PositionFacts[],
  near: Near[],
): Promise<DiscretionFlag[]> {
  const people = await personShapes(context, [
    ...there.map(({ person }) => person),
    ...near.map(({ person }) => person),
  ])
  const places = await organizationShapes(
    context,
    [...there, ...near].map(({ organization }) => organization),
  )
  const paths = await describePaths(
    context,
    graph,
    near.map(
      ({ path, organization }): ToDescribe => ({
        path,
        organization: graph.organizationAt.get(organization)!,
        hopCost: NO_LOSS,
      }),
    ),
  )
  const inside = latestEach(there).map((position) => {
    const organization = places.get(position.organization)!
    const person = people.get(position.person)!
    return {
      person,
      organization,
      because: insideInWords(person, organization, position, context.now),
      path: null,
    }
  })
  const close = near.map((one, index) => {
    const [person, organization, path] = [
      people.get(one.person)!,
      places.get(one.organization)!,
      paths[index]!,
    ]
    return { person, organization, because: closeInWords(person, organization, path), path }
  })
  return [...inside, ...close]
}

/** One flag a person and employer: the position that lasts, or ended last. */
function latestEach(there: PositionFacts[]): PositionFacts[] {
  const latest = new Map<string, PositionFacts>()
  for (const position of there) {
    const key = position.person + position.organization
    const known = latest.get(key)
    if (!known || endOf(position) > endOf(known)) latest.set(key, position)
  }
  return [...latest.values()]
}

const endOf = ({ ended, to, seen }: PositionFacts): string => (ended ? (to ?? seen) : '9999')

function insideInWords(
  person: PersonShape,
  organization: OrganizationShape,
  { ended, to, seen }: PositionFacts,
  now: Date,
): string {
  const [who, place] = [person.name, organization.name]
  if (!ended)
    return said({
      en: `${who} is at ${place}, your present employer.`,
      de: `${who} ist bei ${place}, Ihrem jetzigen Arbeitgeber.`,
    })
  const ago = agoInWords(Math.floor(monthsSinceLeaving(to ?? seen, now) / 12))
  return said({
    en: `${who} was at ${place}, your present employer, and left ${ago}.`,
    de: `${who} war bei ${place}, Ihrem jetzigen Arbeitgeber, und ist ${ago} gegangen.`,
  })
}

function agoInWords(years: number): string {
  if (years < 1) return said({ en: 'less than a year ago', de: 'vor weniger als einem Jahr' })
  return years === 1
    ? said({ en: 'a year ago', de: 'vor einem Jahr' })
    : said({ en: `${years} years ago`, de: `vor ${years} Jahren` })
}

function closeInWords(person: PersonShape, organization: OrganizationShape, { steps }: PathShape): string {
  const [nearest, through] = [steps.at(-1)!.to.name, steps.length > 1 ? steps[0]!.to.name : null]
  const evidence = steps.flatMap(({ tie }) => tie.evidence[0]?.says ?? [])
  return said({
    en: `${person.name} is close to ${nearest} at ${organization.name}, your present employer${through ? ` through ${through}` : ''} (${evidence.join('; then ')}).`,
    de: `${person.name} steht ${nearest} bei ${organization.name}, Ihrem jetzigen Arbeitgeber,${through ? ` über ${through}` : ''} nahe (${evidence.join('; dann ')}).`,
  })
}
