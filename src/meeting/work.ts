import { sql } from 'kysely'
import type { Context } from '../action.ts'
import { fit, type Work } from '../fit/index.ts'
import { language, said } from '../language.ts'
import type { Graph } from '../people/graph.ts'
import type { PersonId } from '../people/person.ts'

/** A person's work as the fit sees it: titles, the latest first, skills and the profile's own summary. */
export async function workOf({ tx }: Context, person: PersonId): Promise<Work> {
  const positions = await tx
    .selectFrom('position')
    .select('title')
    .where('person_id', '=', person)
    .where('title', 'is not', null)
    .orderBy('ended')
    .orderBy(sql`coalesce(to_date, seen_on)`, 'desc')
    .orderBy('from_date', (order) => order.desc().nullsLast())
    .execute()
  const own = await tx
    .selectFrom('person')
    .select(['headline', 'summary', 'skills'])
    .where('id', '=', person)
    .executeTakeFirst()
  const titles = positions.map(({ title }) => title!)
  return {
    titles: titles.length > 0 || !own?.headline ? titles : [own.headline],
    skills: own?.skills ?? [],
    ...(own?.summary ? { summary: own.summary } : {}),
  }
}

export type Fitted = { fit: number | null; because: string }

const unknownWork = (): Fitted => ({
  fit: null,
  because: said({
    en: 'nothing of your work is known yet',
    de: 'von Ihrer Arbeit ist noch nichts bekannt',
  }),
})

/** The reason of a fit is kept in words, so each language has its own. */
const keyOf = (seeker: PersonId, opening: string): string => `${language()} ${seeker} ${opening}`

/** How related the seeker's work is to each of these openings. Kept beside the graph: it changes only with the facts. */
export async function fitOf(
  context: Context,
  graph: Graph,
  seeker: PersonId | null,
  openings: readonly { id: string; title: string }[],
): Promise<Map<string, Fitted>> {
  if (seeker === null) return new Map(openings.map(({ id }) => [id, unknownWork()]))
  const missing = openings.filter(({ id }) => !graph.fits.has(keyOf(seeker, id)))
  if (missing.length > 0) await addFits(context, graph, seeker, missing)
  return new Map(openings.map(({ id }) => [id, graph.fits.get(keyOf(seeker, id))!]))
}

async function addFits(
  context: Context,
  graph: Graph,
  seeker: PersonId,
  openings: readonly { id: string; title: string }[],
): Promise<void> {
  const work = await workOf(context, seeker)
  const { rows } = await sql<{ id: string; description: string | null }>`
    select id, description from opening where id = any(${openings.map(({ id }) => id)}::uuid[])`.execute(
    context.tx,
  )
  const descriptions = new Map(rows.map(({ id, description }) => [id, description]))
  for (const { id, title } of openings) {
    const description = descriptions.get(id)
    const opening = { title, ...(description ? { description } : {}) }
    graph.fits.set(keyOf(seeker, id), fit(work, opening, language()))
  }
}
