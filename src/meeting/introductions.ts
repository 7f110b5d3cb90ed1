import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { describePaths } from '../people/describe.ts'
import { findPerson, whoIsMe } from '../people/find.ts'
import { type Graph, graphOf } from '../people/graph.ts'
import type { PersonId } from '../people/person.ts'
import { id, pathShape, reference } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { discretionFlags } from './discretion.ts'
import { draftOf } from './draft.ts'
import { heldMeetingGiven } from './held-meeting.ts'
import { addState, states } from './introduction-state.ts'
import { findPaths, findTarget, type Target } from './paths.ts'
import { worthShape } from './worth-shape.ts'

// Step 6: a request along a path. Drafted here, sent by the user; its states are appended.

export const introductionAsk = action({
  name: 'introduction.ask',
  says: 'Draft a request for an introduction along the best path (or the one you name), to a person, an organization or an opening.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    target: reference('person, organization or opening'),
    through: z
      .array(reference('person'))
      .optional()
      .describe('the connectors, in order; the best path when absent'),
    viaMeeting: reference('meeting or its invitation')
      .optional()
      .describe('the meeting that made it possible; found when absent'),
  }),
  output: z.object({
    introduction: id,
    state: states,
    path: pathShape,
    viaMeeting: id.nullable(),
    draft: z.string().describe('text to forward; nothing is sent'),
    discretion: worthShape.shape.discretion,
  }),
  run: (context, input) => draftIntroduction(context, input),
})

type Asked = { target: string; through?: string[] | undefined; viaMeeting?: string | undefined }

/** Writes a request down, with the path, the text to forward and who might talk. Nothing is sent. */
export async function draftIntroduction(context: Context, input: Asked) {
  const seeker = whoIsMe(context)
  const target = await findTarget(context, input.target)
  const graph = await graphOf(context)
  const found = await chosenPath(context, graph, seeker, target, input.through)
  const people = found.path.people.map((index) => graph.people[index]!)
  const [path] = await describePaths(context, graph, [found])
  const via = input.viaMeeting
    ? (await heldMeetingGiven(context, input.viaMeeting)).id
    : await meetingWith(context, people.slice(1))
  const draft = draftOf(path!, target.name, await roleOf(context, target))
  const introduction = await addIntroduction(context, { seeker, target, people, via, draft })
  const discretion = await discretionFlags(context, graph, seeker, people.slice(1))
  return { introduction, state: 'draft' as const, path: path!, viaMeeting: via, draft, discretion }
}

type Chosen = { path: { cost: number; people: number[] }; organization?: number }

/** The best path, or the best one through the people named. */
async function chosenPath(
  context: Context,
  graph: Graph,
  seeker: PersonId,
  target: Target,
  through: readonly string[] | undefined,
): Promise<Chosen> {
  const paths = await findPaths(context, graph, seeker, target, { top: through ? 1000 : 1 })
  const wanted: PersonId[] = []
  for (const text of through ?? []) wanted.push(await findPerson(context, text))
  const fits = ({ people }: { people: number[] }) =>
    wanted.every((id, at) => graph.people[people[at + 1]!] === id)
  const path = paths.find(fits)
  if (path === undefined) {
    const names = through?.join(said({ en: ' and ', de: ' und ' }))
    const along = names ? said({ en: ` through ${names}`, de: ` über ${names}` }) : ''
    throw new Refusal(
      'conflict',
      said({
        en: `No path leads to ${target.name}${along} on what is on record.`,
        de: `Nach dem, was bekannt ist, führt kein Weg${along} zu ${target.name}.`,
      }),
      'target',
    )
  }
  const organization =
    target.kind === 'organization' ? { organization: graph.organizationAt.get(target.id)! } : {}
  return { path, ...organization }
}

async function roleOf({ tx }: Context, target: Target): Promise<string | null> {
  if (target.kind === 'person' || target.opening === undefined) return null
  const row = await tx
    .selectFrom('opening')
    .select('title')
    .where('id', '=', target.opening)
    .executeTakeFirst()
  return row?.title ?? null
}

/** The first meeting in which one of these people was met, by the debriefs. */
async function meetingWith({ tx }: Context, people: readonly PersonId[]): Promise<Id<'meeting'> | null> {
  const row = await tx
    .selectFrom('debrief_person')
    .innerJoin('debrief_held as debrief', 'debrief.id', 'debrief_person.debrief_id')
    .select('meeting_id')
    .where('person_id', 'in', [...people])
    .orderBy(sql`array_position(${people}::uuid[], person_id)`)
    .orderBy('debrief.at')
    .executeTakeFirst()
  return row?.meeting_id ?? null
}

type NewIntroduction = {
  seeker: PersonId
  target: Target
  people: PersonId[]
  via: Id<'meeting'> | null
  draft: string
}

async function addIntroduction(
  context: Context,
  { seeker, target, people, via, draft }: NewIntroduction,
): Promise<Id<'introduction'>> {
  const { tx, workspace, now } = context
  const introduction = newId<'introduction'>(now.getTime())
  await tx
    .insertInto('introduction')
    .values({
      workspace_id: workspace,
      id: introduction,
      seeker,
      target: people.at(-1)!,
      organization_id: target.kind === 'organization' ? target.id : null,
      opening_id: target.kind === 'organization' ? (target.opening ?? null) : null,
      via_meeting: via,
      path: people,
      draft,
      at: now,
    })
    .execute()
  await addState(context, introduction, 'draft')
  return introduction
}
