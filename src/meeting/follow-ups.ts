import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { findPerson } from '../people/find.ts'
import { id, personShape, reference, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import type { FollowUpEventTable } from '../store/tables.ts'
import { type Due, dueAt, dueOf, dueText, isDue } from './due.ts'

// What is to be done: what was promised in a meeting, to whom, by when; and reminders of one's own. Done, put off, told
// of: each is appended to what happened.

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
    error: () => said({ en: 'is not a time such as 09:00', de: 'ist keine Uhrzeit wie 09:00' }),
  })
  .describe('HH:MM on the clock of timeZone')

const followUpShape = z.object({
  id,
  kind: z.enum(['promised-to-me', 'promised-by-me', 'thank-you', 'reminder']),
  says: z.string(),
  dueOn: z.string(),
  dueTime: z.string().nullable(),
  timeZone: z.string().nullable(),
  dueAt: z.string().nullable().describe('the instant, where a time was said'),
  due: z.boolean().describe('now, or before'),
  overdue: z.boolean(),
  told: z.boolean().describe('the user was told that it fell due'),
  doneAt: z.string().nullable(),
  person: personShape.nullable(),
  invitation: id.nullable(),
  organization: z.string().nullable(),
})

export const followUpList = action({
  name: 'follow-up.list',
  says: 'What is to be done: what you promised and were promised in meetings and your own reminders, the most urgent first.',
  kind: 'read',
  may: STAFF,
  input: z.object({
    done: z.boolean().default(false).describe('those that are done instead, the newest first'),
    person: reference('person').optional().describe('only those about this person'),
  }),
  output: z.object({ followUps: z.array(followUpShape) }),
  async run(context, { done, ...input }) {
    const person = input.person === undefined ? null : await findPerson(context, input.person)
    const rows = await followUpRows(context, done)
    const wanted = rows.filter((row) => person === null || row.person === person)
    return { followUps: wanted.map((row) => shapeOf(row, context.now)) }
  },
})

const followUpRows = ({ tx }: Context, done: boolean) =>
  tx
    .selectFrom('follow_up_held as follow_up')
    .leftJoin('debrief', 'debrief.id', 'follow_up.debrief_id')
    .leftJoin('meeting', 'meeting.id', 'debrief.meeting_id')
    .leftJoin('invitation', 'invitation.id', 'meeting.invitation_id')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .leftJoin('person', 'person.id', 'follow_up.person_id')
    .select([
      'follow_up.id',
      'follow_up.kind',
      'says',
      'due_on',
      'due_time',
      'follow_up.time_zone',
      'done_at',
    ])
    .select(['invitation.id as invitation', 'organization.name as organization'])
    .select(['person.id as person', 'person.name', 'person.headline'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('follow_up_event')
            .select('follow_up_event.id')
            .whereRef('follow_up_event.follow_up_id', '=', 'follow_up.id')
            .where('what', '=', 'told')
            .where((told) =>
              told('due', '=', told.fn<string>('concat_ws', [told.val(' '), 'due_on', 'due_time'])),
            ),
        )
        .as('told'),
    )
    .where('done_at', done ? 'is not' : 'is', null)
    .$if(done, (query) => query.orderBy('done_at', 'desc'))
    .orderBy('due_on')
    .orderBy('due_time', (order) => order.asc().nullsFirst())
    .orderBy('follow_up.id')
    .execute()

type Row = Awaited<ReturnType<typeof followUpRows>>[number]

function shapeOf(row: Row, now: Date): z.input<typeof followUpShape> {
  const at = dueAt(row)
  const isOpen = row.done_at === null
  const isLate = at ? at.getTime() < now.getTime() : row.due_on < now.toISOString().slice(0, 10)
  return {
    ...{ id: row.id, kind: row.kind, says: row.says, invitation: row.invitation },
    ...{ dueOn: row.due_on, dueTime: row.due_time, timeZone: row.time_zone },
    dueAt: at?.toISOString() ?? null,
    due: isOpen && isDue(row, now),
    overdue: isOpen && isLate,
    told: Boolean(row.told),
    doneAt: row.done_at?.toISOString() ?? null,
    person: row.person ? { id: row.person, name: row.name!, headline: row.headline } : null,
    organization: row.organization,
  }
}

export const followUpAdd = action({
  name: 'follow-up.add',
  says: 'Remind yourself of something, on a day or at a time of it, about somebody or not.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    says: words(2000),
    person: reference('person').optional(),
    dueOn: z.iso.date(),
    dueTime: time.optional(),
    timeZone: words(100).optional().describe('such as Europe/Berlin; needed with a time'),
  }),
  output: z.object({ followUp: id, dueOn: z.string(), dueAt: z.string().nullable() }),
  async run(context, { says, dueOn, dueTime, timeZone, ...input }) {
    const { tx, workspace, now } = context
    const due = dueOf(dueOn, dueTime, timeZone)
    const person_id = input.person === undefined ? null : await findPerson(context, input.person)
    const followUp = newId<'follow-up'>(now.getTime())
    await tx
      .insertInto('follow_up')
      .values({
        ...{ workspace_id: workspace, id: followUp, debrief_id: null, person_id, kind: 'reminder', says },
        ...{ ...due, added_at: now, done_at: null },
      })
      .execute()
    return { followUp, dueOn, dueAt: dueAt(due)?.toISOString() ?? null }
  },
})

export const followUpRemove = action({
  name: 'follow-up.remove',
  says: 'Take back a reminder of your own. What was promised in a meeting stays on record: mark it as done.',
  kind: 'write',
  may: STAFF,
  input: z.object({ followUp: id }),
  output: z.object({ followUp: id }),
  async run({ tx }, input) {
    const gone = await tx
      .deleteFrom('follow_up')
      .where('id', '=', input.followUp as Id<'follow-up'>)
      .where('kind', '=', 'reminder')
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw noFollowUp()
    return input
  },
})

export const followUpDone = action({
  name: 'follow-up.done',
  says: 'Mark a follow-up as done, or as not done after all.',
  kind: 'write',
  may: STAFF,
  input: z.object({ followUp: id, done: z.boolean().default(true) }),
  output: z.object({ followUp: id, done: z.boolean() }),
  async run(context, { followUp, done }) {
    await markDone(context, followUp as Id<'follow-up'>, done)
    return { followUp, done }
  },
})

export async function markDone(context: Context, followUp: Id<'follow-up'>, done: boolean): Promise<void> {
  const due = await change(context, followUp, { done_at: done ? context.now : null })
  await addEvent(context, followUp, done ? 'done' : 'reopened', due)
}

export const followUpSnooze = action({
  name: 'follow-up.snooze',
  says: 'Put a follow-up off to another day, or to a time of it. Without a time, the one it had stays.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    followUp: id,
    until: z.iso.date(),
    time: time.optional(),
    timeZone: words(100).optional(),
  }),
  output: z.object({ followUp: id, dueOn: z.string(), dueTime: z.string().nullable() }),
  async run(context, { until, time: hour, timeZone, ...input }) {
    const followUp = input.followUp as Id<'follow-up'>
    const set = hour === undefined ? { due_on: until } : dueOf(until, hour, timeZone)
    const due = await change(context, followUp, set)
    await addEvent(context, followUp, 'put-off', due)
    return { followUp, dueOn: due.due_on, dueTime: due.due_time }
  },
})

export const followUpTold = action({
  name: 'follow-up.told',
  says: 'Note that the user was told that a follow-up fell due. The first to say so of each due time tells the user; the others need not.',
  kind: 'write',
  may: STAFF,
  input: z.object({ followUp: id }),
  output: z.object({ followUp: id, first: z.boolean() }),
  async run(context, input) {
    const followUp = input.followUp as Id<'follow-up'>
    const due = await dueNow(context, followUp)
    const first = isDue(due, context.now) && (await addEvent(context, followUp, 'told', due))
    return { followUp, first }
  },
})

async function dueNow({ tx }: Context, followUp: Id<'follow-up'>): Promise<Due> {
  const due = await tx
    .selectFrom('follow_up_held')
    .select(['due_on', 'due_time', 'time_zone'])
    .where('id', '=', followUp)
    .executeTakeFirst()
  if (due === undefined) throw noFollowUp()
  return due
}

async function change(
  { tx }: Context,
  followUp: Id<'follow-up'>,
  set: { done_at: Date | null } | Partial<Due>,
): Promise<Due> {
  const due = await tx
    .updateTable('follow_up')
    .set(set)
    .where('id', '=', followUp)
    .where('id', 'in', (eb) => eb.selectFrom('follow_up_held').select('id'))
    .returning(['due_on', 'due_time', 'time_zone'])
    .executeTakeFirst()
  if (due === undefined) throw noFollowUp()
  return due
}

/** Whether it was added: a user is told once of each due time. */
async function addEvent(
  { tx, workspace, now }: Context,
  followUp: Id<'follow-up'>,
  what: FollowUpEventTable['what'],
  due: Due,
): Promise<boolean> {
  const added = await tx
    .insertInto('follow_up_event')
    .values({
      ...{ workspace_id: workspace, id: newId<'follow-up-event'>(now.getTime()) },
      ...{ follow_up_id: followUp, what, due: dueText(due), at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export const noFollowUp = (): Refusal =>
  new Refusal(
    'not-found',
    said({ en: 'There is no such follow-up.', de: 'Dieses Vorhaben gibt es nicht.' }),
    'followUp',
  )
