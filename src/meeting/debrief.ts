import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { peopleNamed, theOne } from '../people/find.ts'
import { personMatch } from '../people/names.ts'
import { addOrigin, type OriginId } from '../people/origin.ts'
import type { PersonId } from '../people/person.ts'
import { id, reference, text, words } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, isId, newId } from '../store/ids.ts'
import { organizationName } from './amend.ts'
import { addFollowUps, addMentions } from './debrief-follow.ts'
import { addEnthusiasm, scale } from './enthusiasm.ts'
import { heldMeetingGiven } from './held-meeting.ts'
import { isAhead, whenOf } from './meeting.ts'
import { fillRoom } from './room.ts'

// Step 5: who was met, chemistry, promises, openings mentioned. Kept whatever comes of the job; the graph follows.

const kinds = z.enum(['promised-to-me', 'promised-by-me', 'thank-you'])
const day = z.iso.date()

const debriefed = z.object({
  invitation: reference('invitation, or one of its meetings'),
  enthusiasm: scale.describe('how much you want this now, 1 to 5'),
  met: z.array(words()).default([]).describe('who was met, as PERSON or PERSON=CHEMISTRY (1 to 5)'),
  wouldTakeCall: z.array(words()).default([]).describe('who of them would take your call'),
  wouldNotTakeCall: z.array(words()).default([]).describe('who of them would not'),
  note: text().optional(),
  followUps: z
    .array(
      z.strictObject({
        person: reference('person').optional(),
        kind: kinds.default('promised-by-me'),
        says: words(2000),
        dueOn: day.optional(),
      }),
    )
    .default([]),
  openings: z
    .array(z.object({ title: words(), organization: words(), by: reference('person').optional() }))
    .default([])
    .describe('other openings that were mentioned'),
})

type Input = z.output<typeof debriefed>

export const meetingDebrief = action({
  name: 'meeting.debrief',
  says: 'The note after a meeting: who was met, the chemistry, whether they would take your call, what was promised, openings mentioned.',
  kind: 'write',
  may: STAFF,
  input: debriefed,
  output: z.object({
    debrief: id,
    meeting: id,
    met: z.array(
      z.object({ person: id, chemistry: z.number().nullable(), wouldTakeCall: z.boolean().nullable() }),
    ),
    followUps: z.number().int(),
    openings: z.array(id),
  }),
  run: (context, input) => debrief(context, input),
})

/** Keeps how a meeting was. @throws Refusal when it is still ahead. */
export async function debrief(context: Context, input: Input) {
  const meeting = await heldMeetingGiven(context, input.invitation)
  const { invitation_id: invitation } = meeting
  if (isAhead(meeting, context.now)) {
    throw new Refusal(
      'conflict',
      said({
        en: `The meeting is ${whenOf(meeting)}; debrief it afterwards.`,
        de: `Das Treffen ist ${whenOf(meeting)}; schreiben Sie danach auf, wie es war.`,
      }),
      'invitation',
    )
  }
  const origin = await addOrigin(context, 'debrief', 'your debrief')
  const told = await addDebrief(context, meeting.id, input.note, origin)
  const room = { invitation, debrief: told, origin, seated: await seatedIn(context, invitation) }
  const met = await peopleMet(context, room, input)
  await addMet(context, told, met)
  await addEnthusiasm(context, meeting.id, 'after', input.enthusiasm, told)
  const followUps = await addFollowUps(context, { debrief: told, meeting: meeting.id }, input.followUps, met)
  const openings = await addMentions(context, told, input.openings, origin)
  return { debrief: told, meeting: meeting.id, met, followUps, openings }
}

type Met = { person: PersonId; chemistry: number | null; wouldTakeCall: boolean | null }

/** Everybody named as met; whoever is only said to take a call was met as well. */
async function peopleMet(
  context: Context,
  room: Room,
  { met, wouldTakeCall, wouldNotTakeCall }: Input,
): Promise<Met[]> {
  const found = new Map<PersonId, Met>()
  for (const given of met) {
    const { name, chemistry } = withChemistry(given)
    const person = await personMet(context, room, name)
    found.set(person, { person, chemistry, wouldTakeCall: null })
  }
  for (const [names, would] of [
    [wouldTakeCall, true],
    [wouldNotTakeCall, false],
  ] as const) {
    for (const name of names) {
      const person = await personMet(context, room, name)
      found.set(person, { person, chemistry: found.get(person)?.chemistry ?? null, wouldTakeCall: would })
    }
  }
  return [...found.values()]
}

type Room = {
  invitation: Id<'invitation'>
  debrief: Id<'debrief'>
  origin: OriginId
  seated: { id: PersonId; name: string }[]
}

const seatedIn = ({ tx }: Context, invitation: Id<'invitation'>): Promise<Room['seated']> =>
  tx
    .selectFrom('room')
    .innerJoin('person', 'person.id', 'room.person_id')
    .select(['person.id', 'person.name'])
    .where('invitation_id', '=', invitation)
    .execute()

/** Somebody of the room by their name, else somebody known; else somebody new, who was in the room after all. */
async function personMet(context: Context, room: Room, given: string): Promise<PersonId> {
  const here = room.seated.filter(({ name }) => personMatch(name) === personMatch(given))
  if (here.length > 0) {
    return theOne(
      'person of that meeting',
      given,
      here.map(({ id, name }) => ({ id, says: name })),
    )
  }
  const known = await peopleNamed(context, given)
  const person =
    known.length === 0 && !isId(given) ? await newcomer(context, room, given) : theOne('person', given, known)
  if (person === context.me)
    throw new Refusal(
      'invalid-input',
      said({
        en: `"${given}" is yourself; say whom you met.`,
        de: `„${given}“ sind Sie selbst; sagen Sie, wen Sie getroffen haben.`,
      }),
      'met',
    )
  await seat(context, room, person)
  return person
}

async function newcomer(
  context: Context,
  { invitation, debrief, origin, seated }: Room,
  name: string,
): Promise<PersonId> {
  const organization = await organizationName(context, invitation)
  const email = /^\S+@\S+$/.test(name) ? { email: name } : {}
  await fillRoom(context, invitation, [{ name, ...email, role: 'interviewer' }], organization, origin)
  const now = await seatedIn(context, invitation)
  const added = now.find((person) => personMatch(person.name) === personMatch(name))!
  seated.push(added)
  await context.tx
    .updateTable('room')
    .set({ debrief_id: debrief })
    .where('invitation_id', '=', invitation)
    .where('person_id', '=', added.id)
    .execute()
  return added.id
}

/** "Vera Holm=4" is Vera Holm with a chemistry of 4. @throws Refusal when the chemistry is not 1 to 5. */
function withChemistry(given: string): { name: string; chemistry: number | null } {
  const match = /^(.*)=\s*(-?[\d.]+)$/s.exec(given)
  if (!match) return { name: given, chemistry: null }
  const chemistry = Number(match[2])
  if (Number.isInteger(chemistry) && chemistry >= 1 && chemistry <= 5)
    return { name: match[1]!.trim(), chemistry }
  throw new Refusal(
    'invalid-input',
    said({
      en: `Chemistry is a whole number from 1 to 5, not ${match[2]} (${given}).`,
      de: `Chemie ist eine ganze Zahl von 1 bis 5, nicht ${match[2]} (${given}).`,
    }),
    'met',
  )
}

/** Whoever was met was in the room, whether the invitation said so or not. */
async function seat(
  { tx, workspace }: Context,
  { invitation, debrief }: Room,
  person: PersonId,
): Promise<void> {
  await tx
    .insertInto('room')
    .values({
      ...{ workspace_id: workspace, invitation_id: invitation, debrief_id: debrief },
      ...{ person_id: person, role: 'interviewer' },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function addDebrief(
  { tx, workspace, now }: Context,
  meeting: Id<'meeting'>,
  note: string | undefined,
  origin: OriginId,
) {
  const debrief = newId<'debrief'>(now.getTime())
  await tx
    .insertInto('debrief')
    .values({
      workspace_id: workspace,
      id: debrief,
      meeting_id: meeting,
      side: 'candidate',
      note: note ?? null,
      origin_id: origin,
      at: now,
    })
    .execute()
  return debrief
}

async function addMet(
  { tx, workspace }: Context,
  debrief: Id<'debrief'>,
  met: readonly Met[],
): Promise<void> {
  if (met.length === 0) return
  const rows = met.map(({ person, chemistry, wouldTakeCall }) => ({
    workspace_id: workspace,
    debrief_id: debrief,
    person_id: person,
    chemistry,
    would_take_call: wouldTakeCall,
  }))
  await tx.insertInto('debrief_person').values(rows).execute()
}
