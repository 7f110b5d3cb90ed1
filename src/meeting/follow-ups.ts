import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { id, personShape } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { Id } from '../store/ids.ts'

// What was promised, to whom, by when; done or put off. A day is a day wherever one is: no clock change moves it.

const followUpShape = z.object({
  id,
  kind: z.enum(['promised-to-me', 'promised-by-me', 'thank-you']),
  says: z.string(),
  dueOn: z.string(),
  overdue: z.boolean(),
  doneAt: z.string().nullable(),
  person: personShape.nullable(),
  invitation: id,
  organization: z.string().nullable(),
})

export const followUpList = action({
  name: 'follow-up.list',
  says: 'What you promised and were promised in meetings, the most urgent first.',
  kind: 'read',
  may: ['owner'],
  input: z.object({ done: z.boolean().default(false).describe('those that are done instead') }),
  output: z.object({ followUps: z.array(followUpShape) }),
  async run({ tx, now }, { done }) {
    const rows = await tx
      .selectFrom('follow_up')
      .innerJoin('debrief', 'debrief.id', 'follow_up.debrief_id')
      .innerJoin('meeting', 'meeting.id', 'debrief.meeting_id')
      .innerJoin('invitation', 'invitation.id', 'meeting.invitation_id')
      .leftJoin('organization', 'organization.id', 'invitation.organization_id')
      .leftJoin('person', 'person.id', 'follow_up.person_id')
      .select(['follow_up.id', 'follow_up.kind', 'says', 'due_on', 'done_at', 'invitation.id as invitation'])
      .select(['organization.name as organization', 'person.id as person', 'person.name', 'person.headline'])
      .where('done_at', done ? 'is not' : 'is', null)
      .orderBy('due_on')
      .orderBy('follow_up.id')
      .execute()
    const today = now.toISOString().slice(0, 10)
    return {
      followUps: rows.map((row) => ({
        ...{ id: row.id, kind: row.kind, says: row.says, dueOn: row.due_on, invitation: row.invitation },
        overdue: row.done_at === null && row.due_on < today,
        doneAt: row.done_at?.toISOString() ?? null,
        person: row.person ? { id: row.person, name: row.name!, headline: row.headline } : null,
        organization: row.organization,
      })),
    }
  },
})

export const followUpDone = action({
  name: 'follow-up.done',
  says: 'Mark a follow-up as done, or as not done after all.',
  kind: 'write',
  may: ['owner'],
  input: z.object({ followUp: id, done: z.boolean().default(true) }),
  output: z.object({ followUp: id, done: z.boolean() }),
  async run(context, { followUp, done }) {
    await change(context, followUp, { done_at: done ? context.now : null })
    return { followUp, done }
  },
})

export const followUpSnooze = action({
  name: 'follow-up.snooze',
  says: 'Put a follow-up off to another day.',
  kind: 'write',
  may: ['owner'],
  input: z.object({ followUp: id, until: z.iso.date() }),
  output: z.object({ followUp: id, dueOn: z.string() }),
  async run(context, { followUp, until }) {
    await change(context, followUp, { due_on: until })
    return { followUp, dueOn: until }
  },
})

async function change(
  { tx }: Context,
  followUp: string,
  set: { done_at: Date | null } | { due_on: string },
): Promise<void> {
  const changed = await tx
    .updateTable('follow_up')
    .set(set)
    .where('id', '=', followUp as Id<'follow-up'>)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw noFollowUp()
}

export const noFollowUp = (): Refusal =>
  new Refusal(
    'not-found',
    said({ en: 'There is no such follow-up.', de: 'Dieses Vorhaben gibt es nicht.' }),
    'followUp',
  )
