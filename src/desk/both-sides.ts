import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { turnOf } from '../meeting/before-and-after.ts'
import { scale } from '../meeting/enthusiasm.ts'
import { invitationShape, invitationShapes } from '../meeting/invitations.ts'
import { heldMeeting, isAhead, isLocked, nextMeeting } from '../meeting/meeting.ts'
import { findPerson } from '../people/find.ts'
import { id, personShape, reference, text } from '../people/shapes.ts'
import { Refusal } from '../refusal.ts'
import { LEADS, STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { findSent } from './invite.ts'
import { findMandate } from './mandate-of.ts'

// Both sides of a meeting: what the client wanted before and after, beside what the candidate did. Neither is shown
// before both have said how it was, so that neither colours the other.

export const hirerSay = action({
  name: 'hirer.say',
  says: "Write down the client's word on a meeting: how keen they are before, and how keen and with what chemistry after.",
  kind: 'write',
  may: LEADS,
  input: z.object({
    invitation: id,
    moment: z.enum(['before', 'after']),
    enthusiasm: scale,
    chemistry: scale.optional().describe('after the meeting'),
    note: text(2_000).optional(),
    person: reference('person').optional().describe("whose word it is, of the client's side"),
  }),
  output: z.object({ invitation: id, mandate: id, meeting: id }),
  async run(context, { moment, enthusiasm, chemistry, note, ...input }) {
    const { tx, workspace, now, caller } = context
    const { invitation, mandate } = await findSent(context, input.invitation)
    const meeting = await meetingAt(context, invitation, moment)
    if (moment === 'before' && chemistry !== undefined) {
      throw new Refusal('invalid-input', said(NOT_MET_YET), 'chemistry')
    }
    await tx
      .insertInto('hirer_word')
      .values({
        ...{ workspace_id: workspace, id: newId(now.getTime()), meeting_id: meeting, moment, enthusiasm },
        ...{ chemistry: chemistry ?? null, note: note ?? null, by_member: caller.member ?? null, at: now },
        person_id: input.person === undefined ? null : await findPerson(context, input.person),
      })
      .execute()
    return { invitation, mandate, meeting }
  },
})

/** @throws Refusal when that moment is over, or has not come. */
async function meetingAt(
  context: Context,
  invitation: Id<'invitation'>,
  moment: 'before' | 'after',
): Promise<Id<'meeting'>> {
  const meeting = await (moment === 'before' ? nextMeeting : heldMeeting)(context, invitation)
  const isOver = moment === 'before' && (await isLocked(context, meeting))
  const isEarly = moment === 'after' && isAhead(meeting, context.now)
  if (isOver || isEarly) throw new Refusal('conflict', said(isOver ? BEGUN : AHEAD), 'moment')
  return meeting.id
}

const side = z.object({
  before: z.number().int().nullable(),
  after: z.number().int(),
  chemistry: z.number().nullable(),
  turn: z.enum(['turned keen', 'cooled', 'flip', 'steady']).nullable(),
})

const sides = z
  .object({ candidate: side, hirer: side })
  .nullable()
  .describe('once both have said how it was; null until then')

export const mandateMeetings = action({
  name: 'mandate.meetings',
  says: 'The meetings between the client and the candidates of a mandate: how each invitation stands, and both sides side by side once both are in.',
  kind: 'read',
  may: STAFF,
  input: z.object({ mandate: reference('mandate') }),
  output: z.object({
    mandate: id,
    invitations: z.array(
      invitationShape
        .pick({ id: true, role: true, state: true, reason: true, meetings: true, room: true })
        .extend({
          ...{
            candidacy: id,
            person: personShape,
            sentAt: z.string().nullable(),
            from: z.string().nullable(),
          },
          said: z.object({ candidate: z.boolean(), hirer: z.boolean() }).describe('who has said how it was'),
          sides,
        }),
    ),
  }),
  async run(context, input) {
    const mandate = await findMandate(context, input.mandate)
    const rows = await rowsOf(context, mandate)
    const shapes = await invitationShapes(
      context,
      rows.map(({ id }) => id),
    )
    const words = await wordsOf(
      context,
      rows.map(({ id }) => id),
    )
    const byId = new Map(shapes.map((shape) => [shape.id, shape]))
    return {
      mandate,
      invitations: rows.map((row) => {
        const { id, role, state, reason, meetings, room } = byId.get(row.id)!
        return {
          ...{ id, role, state, reason, meetings, room, candidacy: row.candidacy, from: row.from },
          ...{ person: { id: row.person, name: row.name }, sentAt: row.sent_at?.toISOString() ?? null },
          ...bothOf(words.get(row.id)),
        }
      }),
    }
  },
})

const rowsOf = ({ tx }: Context, mandate: Id<'mandate'>) =>
  tx
    .selectFrom('invitation')
    .innerJoin('candidacy', 'candidacy.id', 'candidacy_id')
    .innerJoin('person', 'person.id', 'candidacy.person_id')
    .leftJoin('member', 'member.id', 'by_member')
    .select(['invitation.id', 'candidacy.id as candidacy', 'person.id as person', 'person.name'])
    .select(['sent_at', 'member.name as from'])
    .where('mandate_id', '=', mandate)
    .where('removed_at', 'is', null)
    .orderBy('invitation.id', 'desc')
    .execute()

type Word = { before: number | null; after: number | null; chemistry: number | null }
type Words = { candidate: Word; hirer: Word }

/** The newest words of each side on the meeting of each invitation that was spoken of last. */
async function wordsOf({ tx }: Context, ids: readonly Id<'invitation'>[]): Promise<Map<string, Words>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string } & Record<`${'c' | 'h'}_${keyof Word}`, number | null>>`
    select distinct on (m.invitation_id) m.invitation_id as id,
      (select value from enthusiasm_held where meeting_id = m.id and moment = 'before' order by at desc, id desc limit 1) as c_before,
      after.value as c_after,
      (select avg(chemistry)::float from debrief_person where debrief_id = after.debrief_id) as c_chemistry,
      (select enthusiasm from hirer_word where meeting_id = m.id and moment = 'before' order by at desc, id desc limit 1) as h_before,
      hirer.enthusiasm as h_after, hirer.chemistry as h_chemistry
    from meeting m
    left join lateral (select value, debrief_id, at from enthusiasm_held where meeting_id = m.id and moment = 'after'
                       order by at desc, id desc limit 1) after on true
    left join lateral (select enthusiasm, chemistry, at from hirer_word where meeting_id = m.id and moment = 'after'
                       order by at desc, id desc limit 1) hirer on true
    where m.invitation_id = any(${ids}::uuid[])
    order by m.invitation_id, greatest(after.at, hirer.at) desc nulls last, m.round desc`.execute(tx)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        candidate: { before: row.c_before, after: row.c_after, chemistry: row.c_chemistry },
        hirer: { before: row.h_before, after: row.h_after, chemistry: row.h_chemistry },
      },
    ]),
  )
}

/** Nothing of either before both are in. Pure. */
export function bothOf(words: Words | undefined) {
  const [candidate, hirer] = [words?.candidate, words?.hirer]
  const said = { candidate: candidate?.after != null, hirer: hirer?.after != null }
  if (candidate?.after == null || hirer?.after == null) return { said, sides: null }
  return { said, sides: { candidate: sideOf(candidate, candidate.after), hirer: sideOf(hirer, hirer.after) } }
}

const sideOf = ({ before, chemistry }: Word, after: number) => ({
  ...{ before, after, chemistry, turn: turnOf(before, after) },
})

const NOT_MET_YET = {
  en: 'Chemistry cannot be known before the meeting; leave it out.',
  de: 'Die Chemie lässt sich vor dem Treffen nicht kennen; lassen Sie sie weg.',
}
const BEGUN = {
  en: 'The meeting has begun; what they wanted before it stands.',
  de: 'Das Treffen hat begonnen; was sie vorher wollten, steht fest.',
}
const AHEAD = {
  en: 'The meeting is still ahead; say afterwards how it was.',
  de: 'Das Treffen steht noch bevor; sagen Sie danach, wie es war.',
}
