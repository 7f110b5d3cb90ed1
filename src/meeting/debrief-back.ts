import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { dateInWords, said } from '../language.ts'
import { type Fallen, fallAway } from '../people/fall-away.ts'
import { id, reference } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, isId } from '../store/ids.ts'
import type { FollowUpTable } from '../store/tables.ts'
import { THANK_THEM } from './debrief-follow.ts'
import { findInvitation } from './find.ts'
import { addTakenBack, takenBackAlready } from './take-back.ts'

// A debrief is taken back whole: to be written anew, or because there was no meeting.

const who = z.string().describe('an id, or the name of somebody who is not known any more')

export const debriefTakeBack = action({
  name: 'debrief.take-back',
  says: 'Take back what was written after a meeting, with its ties, follow-ups and openings. Answers what was written, so that it can be corrected and kept again.',
  kind: 'write',
  may: STAFF,
  input: z.object({ debrief: reference('debrief, or its invitation') }),
  output: z.object({
    debrief: id,
    meeting: id,
    invitation: id,
    was: z.object({
      enthusiasm: z.number().int().nullable(),
      met: z.array(
        z.object({
          ...{ person: who, name: z.string() },
          ...{ chemistry: z.number().int().nullable(), wouldTakeCall: z.boolean().nullable() },
        }),
      ),
      note: z.string().nullable(),
      followUps: z.array(
        z.object({
          kind: z.enum(['promised-to-me', 'promised-by-me', 'thank-you']),
          ...{ says: z.string(), dueOn: z.string(), person: who.nullable() },
        }),
      ),
      openings: z.array(z.object({ title: z.string(), organization: z.string(), by: who.nullable() })),
    }),
  }),
  async run(context, input) {
    const debrief = await theDebrief(context, input.debrief)
    await refuseIfBuiltOn(context, debrief)
    const written = await writtenIn(context, debrief)
    const fallen = await takeAway(context, debrief)
    await addTakenBack(context, { debrief_id: debrief.id, fell_away: JSON.stringify(fallen) })
    const gone = new Set(fallen.map(({ row }) => row.id))
    const { id: taken, meeting_id: meeting, invitation_id: invitation } = debrief
    return { debrief: taken, meeting, invitation, was: callGoneByName(written, gone) }
  },
})

type Debrief = Awaited<ReturnType<typeof theDebrief>>
type Written = Awaited<ReturnType<typeof writtenIn>>

const debriefs = ({ tx }: Context) =>
  tx
    .selectFrom('debrief_held as debrief')
    .innerJoin('meeting', 'meeting.id', 'debrief.meeting_id')
    .select(['debrief.id', 'debrief.meeting_id', 'debrief.note', 'debrief.at', 'debrief.origin_id'])
    .select('meeting.invitation_id')
    .orderBy('debrief.at', 'desc')
    .orderBy('debrief.id', 'desc')

/** The debrief of this id, or the last one of this invitation. */
async function theDebrief(context: Context, given: string) {
  const byId = isId(given)
    ? await debriefs(context)
        .where('debrief.id', '=', given as Id<'debrief'>)
        .executeTakeFirst()
    : undefined
  if (byId) return byId
  if (isId(given) && (await isOnRecord(context, given))) throw takenBackAlready()
  const invitation = await findInvitation(context, given)
  const last = await debriefs(context).where('invitation_id', '=', invitation).executeTakeFirst()
  if (last) return last
  throw new Refusal(
    'conflict',
    said({
      en: 'Nothing is written of a meeting of this invitation: there is nothing to take back.',
      de: 'Zu keinem Treffen dieser Einladung ist etwas aufgeschrieben: Es gibt nichts zurückzunehmen.',
    }),
    'debrief',
  )
}

const isOnRecord = async ({ tx }: Context, given: string): Promise<boolean> =>
  (await tx
    .selectFrom('debrief')
    .select('id')
    .where('id', '=', given as Id<'debrief'>)
    .executeTakeFirst()) !== undefined

/** @throws Refusal with what stands on it: a later debrief, an introduction asked since, a letter, something done */
async function refuseIfBuiltOn(context: Context, debrief: Debrief): Promise<void> {
  const why =
    (await writtenSince(context, debrief)) ??
    (await askedSince(context, debrief)) ??
    (await doneSince(context, debrief))
  if (why) throw new Refusal('conflict', why, 'debrief')
}

async function writtenSince(context: Context, { id, meeting_id }: Debrief): Promise<string | null> {
  const last = await debriefs(context).where('meeting_id', '=', meeting_id).executeTakeFirstOrThrow()
  if (last.id === id) return null
  const on = dateInWords(last.at.toISOString().slice(0, 10))
  return said({
    en: `You wrote of that meeting again (${on}): take that back first.`,
    de: `Sie haben zu diesem Treffen noch einmal geschrieben (${on}): Nehmen Sie zuerst das zurück.`,
  })
}

/** Ids are in the order in which they were made. */
async function askedSince({ tx }: Context, { id, meeting_id }: Debrief): Promise<string | null> {
  const asked = await tx
    .selectFrom('introduction_held as introduction')
    .innerJoin('person', 'person.id', 'introduction.target')
    .select('person.name')
    .where('via_meeting', '=', meeting_id)
    .where('introduction.id', '>', id as string as Id<'introduction'>)
    .orderBy('introduction.id')
    .executeTakeFirst()
  if (asked === undefined) return null
  return said({
    en: `An introduction to ${asked.name} goes back to this meeting: take that back first.`,
    de: `Eine Vorstellung bei ${asked.name} geht auf dieses Treffen zurück: Nehmen Sie zuerst sie zurück.`,
  })
}

async function doneSince({ tx }: Context, { id }: Debrief): Promise<string | null> {
  const done = await tx
    .selectFrom('follow_up')
    .leftJoin('letter', 'letter.follow_up_id', 'follow_up.id')
    .leftJoin('person', 'person.id', 'follow_up.person_id')
    .select(['follow_up.says', 'person.name', 'letter.id as letter'])
    .where('debrief_id', '=', id)
    .where((eb) => eb.or([eb('done_at', 'is not', null), eb('letter.id', 'is not', null)]))
    .orderBy('letter.id')
    .orderBy('follow_up.id')
    .executeTakeFirst()
  if (done === undefined) return null
  if (done.letter === null)
    return said({
      en: `“${done.says}” is done: say first that it is not.`,
      de: `„${done.says}“ ist erledigt: Sagen Sie zuerst, dass es das nicht ist.`,
    })
  const whom = done.name ?? said({ en: 'somebody', de: 'jemanden' })
  return said({
    en: `You wrote to ${whom} after this meeting: what you wrote of it stays.`,
    de: `Sie haben nach diesem Treffen an ${whom} geschrieben: Was Sie dazu festhielten, bleibt.`,
  })
}

/** What was said in it, by the people's ids and names. A thank-you that was added by itself is again, when it is kept. */
async function writtenIn({ tx }: Context, { id, note }: Debrief) {
  const after = await tx
    .selectFrom('enthusiasm')
    .select('value')
    .where('debrief_id', '=', id)
    .executeTakeFirst()
  const met = await tx
    .selectFrom('debrief_person')
    .innerJoin('person', 'person.id', 'debrief_person.person_id')
    .select(['person.id as person', 'person.name', 'chemistry', 'would_take_call as wouldTakeCall'])
    .where('debrief_id', '=', id)
    .orderBy('person.name')
    .execute()
  const followUps = await tx
    .selectFrom('follow_up')
    .leftJoin('person', 'person.id', 'follow_up.person_id')
    .select(['kind', 'says', 'due_on as dueOn', 'person.id as person', 'person.name'])
    .where('debrief_id', '=', id)
    .where('says', 'not in', Object.values(THANK_THEM))
    // A reminder hangs on no debrief, so none is here.
    .$narrowType<{ kind: Exclude<FollowUpTable['kind'], 'reminder'> }>()
    .orderBy('follow_up.id')
    .execute()
  const openings = await tx
    .selectFrom('mention')
    .innerJoin('opening', 'opening.id', 'mention.opening_id')
    .innerJoin('organization', 'organization.id', 'opening.organization_id')
    .leftJoin('person', 'person.id', 'mention.person_id')
    .select(['opening.title', 'organization.name as organization', 'person.id as by', 'person.name'])
    .where('debrief_id', '=', id)
    .orderBy('opening.id')
    .execute()
  return { enthusiasm: after?.value ?? null, note, met, followUps, openings }
}

/** Seats that the debrief gave are free again, and whatever it was the first to tell of falls away. */
async function takeAway(context: Context, { id, origin_id }: Debrief): Promise<Fallen[]> {
  await context.tx.deleteFrom('room').where('debrief_id', '=', id).execute()
  if (origin_id === null) return []
  const isOwn = (row: Fallen['row']) => row.debrief_id === id || row.origin_id === origin_id
  return fallAway(context, origin_id, isOwn)
}

/** Whoever fell away has no id any more: their name says who they were. */
function callGoneByName({ met, followUps, openings, ...rest }: Written, gone: ReadonlySet<unknown>) {
  const known = <One extends string | null>(one: One, name: string | null) => (gone.has(one) ? name! : one)
  return {
    ...rest,
    met: met.map((one) => ({ ...one, person: known(one.person, one.name) })),
    followUps: followUps.map(({ name, ...one }) => ({ ...one, person: known(one.person, name) })),
    openings: openings.map(({ name, ...one }) => ({ ...one, by: known(one.by, name) })),
  }
}
