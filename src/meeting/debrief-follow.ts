import type { Context } from '../action.ts'
import { said } from '../language.ts'
import { findPerson } from '../people/find.ts'
import { addOpening } from '../people/opening.ts'
import { ensureOrganization } from '../people/organization.ts'
import type { OriginId } from '../people/origin.ts'
import type { PersonId } from '../people/person.ts'
import { type Id, newId } from '../store/ids.ts'
import type { FollowUpTable } from '../store/tables.ts'
import { openingOfRole } from './invitation.ts'

// What follows from a meeting: promises, a thank-you to each person met, openings that were mentioned.

const DAY = 86_400_000

type Promised = {
  kind: Exclude<FollowUpTable['kind'], 'reminder'>
  says: string
  person?: string | undefined
  dueOn?: string | undefined
}
type Mentioned = { title: string; organization: string; by?: string | undefined }

/** What a thank-you says that nobody wrote down: each person met gets one. */
export const THANK_THEM = {
  en: 'Thank them, with one thing that was said.',
  de: 'Danken, mit einem Satz, der gesagt wurde.',
}

/** What was said to follow, and a thank-you for tomorrow to each person met, once a meeting. */
export async function addFollowUps(
  context: Context,
  { debrief, meeting }: { debrief: Id<'debrief'>; meeting: Id<'meeting'> },
  given: readonly Promised[],
  met: readonly { person: PersonId }[],
): Promise<number> {
  const { tx, workspace, now } = context
  const due = (days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)
  const thanked = await thankedFor(context, meeting)
  const rows = []
  for (const { person, kind, says, dueOn } of given) {
    const person_id = person === undefined ? null : await findPerson(context, person)
    rows.push({ person_id, kind, says, due_on: dueOn ?? due(7) })
  }
  const thanks = met
    .filter(({ person }) => !thanked.has(person))
    .map(({ person }) => ({
      person_id: person,
      kind: 'thank-you' as const,
      says: said(THANK_THEM),
      due_on: due(1),
    }))
  const all = [...rows, ...thanks].map((row) => ({
    ...row,
    workspace_id: workspace,
    id: newId<'follow-up'>(now.getTime()),
    debrief_id: debrief,
    ...{ due_time: null, time_zone: null, added_at: now, done_at: null },
  }))
  if (all.length > 0) await tx.insertInto('follow_up').values(all).execute()
  return all.length
}

async function thankedFor({ tx }: Context, meeting: Id<'meeting'>): Promise<Set<PersonId | null>> {
  const rows = await tx
    .selectFrom('follow_up')
    .innerJoin('debrief_held as debrief', 'debrief.id', 'follow_up.debrief_id')
    .select('person_id')
    .where('meeting_id', '=', meeting)
    .where('kind', '=', 'thank-you')
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

export async function addMentions(
  context: Context,
  debrief: Id<'debrief'>,
  openings: readonly Mentioned[],
  origin: OriginId,
): Promise<Id<'opening'>[]> {
  const added: Id<'opening'>[] = []
  for (const { title, organization, by } of openings) {
    const place = await ensureOrganization(context, { name: organization }, origin)
    const opening =
      (await openingOfRole(context, place, title)) ??
      (await addOpening(context, { organization: place, title }, origin))
    const person = by === undefined ? null : await findPerson(context, by)
    await context.tx
      .insertInto('mention')
      .values({
        workspace_id: context.workspace,
        debrief_id: debrief,
        opening_id: opening,
        person_id: person,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    added.push(opening)
  }
  return added
}
