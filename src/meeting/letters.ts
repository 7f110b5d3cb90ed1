import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { language, said } from '../language.ts'
import { personShapes } from '../people/describe.ts'
import { id, personShape, words } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import type { FollowUpTable } from '../store/tables.ts'
import { markDone, noFollowUp } from './follow-ups.ts'
import { type Cited, letterOf } from './letter.ts'

// After a meeting: a thank-you or a reminder that cites one fact of the debrief. Nothing is sent by the product.

const followUp = id.describe('the follow-up it is for')

export const followUpLetter = action({
  name: 'follow-up.letter',
  says: 'A text for a follow-up, citing one fact of the debrief, to change and to send yourself; and what was sent already.',
  kind: 'read',
  may: STAFF,
  input: z.object({ followUp }),
  output: z.object({
    person: personShape.nullable(),
    email: z.string().nullable().describe('where to send it, if an address is known'),
    draft: z.string(),
    cites: z.enum(['promised-to-me', 'promised-by-me', 'opening', 'role', 'meeting']),
    sent: z.array(z.object({ says: z.string(), at: z.string() })).describe('the newest last'),
  }),
  async run(context, input) {
    const row = await followUpRow(context, input.followUp as Id<'follow-up'>)
    const person = row.person_id && (await personShapes(context, [row.person_id])).get(row.person_id)
    const cited = await citedFor(context, row)
    return {
      person: person || null,
      email: await addressOf(context, row),
      draft: letterOf({
        ...{ kind: row.kind, name: person ? person.name : null, organization: row.organization, cited },
        on: dayInWords(row, context.now),
      }),
      cites: cited.kind,
      sent: await sentFor(context, row.id),
    }
  },
})

export const followUpSent = action({
  name: 'follow-up.sent',
  says: 'Note that you sent this text: the follow-up is done, and what was said stays on record.',
  kind: 'write',
  may: STAFF,
  input: z.object({ followUp, says: words(20_000) }),
  output: z.object({ followUp: id, letter: id }),
  async run(context, { says, ...input }) {
    const { tx, workspace, now } = context
    const row = await followUpRow(context, input.followUp as Id<'follow-up'>)
    const letter = newId<'letter'>(now.getTime())
    await tx
      .insertInto('letter')
      .values({ workspace_id: workspace, id: letter, follow_up_id: row.id, says, at: now })
      .execute()
    await markDone(context, row.id, true)
    return { followUp: row.id, letter }
  },
})

type Row = Awaited<ReturnType<typeof followUpRow>>

async function followUpRow({ tx }: Context, followUpId: Id<'follow-up'>) {
  const row = await tx
    .selectFrom('follow_up_held as follow_up')
    .innerJoin('debrief_held as debrief', 'debrief.id', 'follow_up.debrief_id')
    .innerJoin('meeting', 'meeting.id', 'debrief.meeting_id')
    .innerJoin('invitation', 'invitation.id', 'meeting.invitation_id')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .select(['follow_up.id', 'follow_up.kind', 'follow_up.says', 'follow_up.person_id'])
    .select(['debrief.meeting_id', 'debrief.at', 'starts_at', 'meeting.time_zone', 'role'])
    .select('organization.name as organization')
    .where('follow_up.id', '=', followUpId)
    // A reminder hangs on no debrief, so none is here.
    .$narrowType<{ kind: Exclude<FollowUpTable['kind'], 'reminder'> }>()
    .executeTakeFirst()
  if (row === undefined) throw noFollowUp()
  return row
}

/** The follow-up itself, when something was promised; else what else the debrief knows of this person. */
async function citedFor(context: Context, row: Row): Promise<Cited> {
  if (row.kind !== 'thank-you') return { kind: row.kind, says: row.says }
  const promise = await promiseOf(context, row)
  if (promise) return promise
  const mention = await mentionBy(context, row)
  if (mention) return { kind: 'opening', ...mention }
  return row.role === null ? { kind: 'meeting' } : { kind: 'role', role: row.role }
}

/** What was promised in that meeting between the two: theirs before one's own. */
async function promiseOf({ tx }: Context, { meeting_id, person_id }: Row): Promise<Cited | undefined> {
  const found = await tx
    .selectFrom('follow_up')
    .innerJoin('debrief_held as debrief', 'debrief.id', 'follow_up.debrief_id')
    .select(['kind', 'says'])
    .where('meeting_id', '=', meeting_id)
    .where('person_id', '=', person_id)
    .where('kind', '<>', 'thank-you')
    .orderBy('kind', 'desc')
    .orderBy('follow_up.id')
    .executeTakeFirst()
  return found as Cited | undefined
}

const mentionBy = ({ tx }: Context, { meeting_id, person_id }: Row) =>
  tx
    .selectFrom('mention')
    .innerJoin('debrief_held as debrief', 'debrief.id', 'mention.debrief_id')
    .innerJoin('opening', 'opening.id', 'mention.opening_id')
    .innerJoin('organization', 'organization.id', 'opening.organization_id')
    .select(['opening.title', 'organization.name as organization'])
    .where('meeting_id', '=', meeting_id)
    .where('mention.person_id', '=', person_id)
    .orderBy('opening.id')
    .executeTakeFirst()

async function addressOf({ tx }: Context, { person_id }: Row): Promise<string | null> {
  const row = await tx
    .selectFrom('person_key')
    .select('value')
    .where('person_id', '=', person_id)
    .where('kind', '=', 'email')
    .orderBy('value')
    .executeTakeFirst()
  return row?.value ?? null
}

async function sentFor({ tx }: Context, followUpId: Id<'follow-up'>) {
  const rows = await tx
    .selectFrom('letter')
    .select(['says', 'at'])
    .where('follow_up_id', '=', followUpId)
    .orderBy('id')
    .execute()
  return rows.map(({ says, at }) => ({ says, at: at.toISOString() }))
}

/** "yesterday", "on Thursday", "on 3 June": the day of the meeting on its own clock. */
function dayInWords({ starts_at, at, time_zone }: Row, now: Date): string {
  const when = starts_at ?? at
  const timeZone = time_zone ?? 'UTC'
  const day = (date: Date) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(date)
  const days = Math.round((Date.parse(day(now)) - Date.parse(day(when))) / 86_400_000)
  if (days === 0) return said({ en: 'today', de: 'heute' })
  if (days === 1) return said({ en: 'yesterday', de: 'gestern' })
  const locale = language() === 'en' ? 'en-GB' : language()
  const dated = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(when)
  const date = days < 7 ? dated({ weekday: 'long' }) : dated({ day: 'numeric', month: 'long' })
  return said({ en: `on ${date}`, de: `am ${date}` })
}
