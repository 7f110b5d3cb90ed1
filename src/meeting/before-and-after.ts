import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { id } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import type { Id } from '../store/ids.ts'
import { wilson } from './wilson.ts'

// Enthusiasm before and after each meeting, and how often it turned: counted, never forecast.

const share = z.object({
  count: z.number().int(),
  of: z.number().int(),
  interval: z
    .object({ from: z.number(), to: z.number() })
    .nullable()
    .describe('Wilson 90% interval of the share; null below five meetings'),
})

export const enthusiasmHistory = action({
  name: 'enthusiasm.history',
  says: 'How much you wanted each job before and after its meeting, and how often that turned.',
  kind: 'read',
  may: STAFF,
  input: z.object({}),
  output: z.object({
    meetings: z.array(
      z.object({
        meeting: id,
        invitation: id,
        organization: z.string().nullable(),
        role: z.string().nullable(),
        at: z.string(),
        before: z.number().int().nullable(),
        after: z.number().int().nullable(),
        chemistry: z.number().nullable().describe('mean of the people met'),
        turn: z.enum(['turned keen', 'cooled', 'flip', 'steady']).nullable(),
      }),
    ),
    flips: share.describe('after differs from before by two or more'),
    turnedKeen: share.describe('of those who came lukewarm (3 or less), left keen (4 or more)'),
    cooled: share.describe('of those who came keen (4 or more), left cool (2 or less)'),
  }),
  async run(context) {
    const meetings = await meetingsTold(context)
    return { meetings, ...counted(meetings) }
  },
})

/** Every meeting that was debriefed, with what was wanted before and after, the oldest first. */
export async function meetingsTold({ tx }: Context) {
  const rows = await tx
    .selectFrom('meeting')
    .innerJoin('invitation', 'invitation.id', 'meeting.invitation_id')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .innerJoin('debrief_held as debrief', 'debrief.meeting_id', 'meeting.id')
    .distinctOn('meeting.id')
    .select((eb) => [
      ...([
        'meeting.id',
        'meeting.invitation_id',
        'meeting.starts_at',
        'debrief.at',
        'role',
        'organization.name',
      ] as const),
      ...(['before', 'after'] as const).map((moment) =>
        eb
          .selectFrom('enthusiasm_held as enthusiasm')
          .select('value')
          .whereRef('enthusiasm.meeting_id', '=', 'meeting.id')
          .where('moment', '=', moment)
          .orderBy('enthusiasm.at', 'desc')
          .orderBy('enthusiasm.id', 'desc')
          .limit(1)
          .as(moment),
      ),
      eb
        .selectFrom('debrief_person')
        .select((inner) => inner.fn.avg<number>('chemistry').as('mean'))
        .whereRef('debrief_person.debrief_id', '=', 'debrief.id')
        .as('chemistry'),
    ])
    .orderBy('meeting.id')
    .orderBy('debrief.at', 'desc')
    .execute()
  return rows
    .map((row) => ({
      meeting: row.id as Id<'meeting'>,
      invitation: row.invitation_id,
      organization: row.name,
      role: row.role,
      at: (row.starts_at ?? row.at).toISOString(),
      before: row.before,
      after: row.after,
      chemistry: row.chemistry === null ? null : Number(row.chemistry),
      turn: turnOf(row.before, row.after),
    }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
}

type Turn = 'turned keen' | 'cooled' | 'flip' | 'steady'

/** What a meeting did to one's enthusiasm; null when it was not said before and after. */
export function turnOf(before: number | null, after: number | null): Turn | null {
  if (before === null || after === null) return null
  if (before <= 3 && after >= 4) return 'turned keen'
  if (before >= 4 && after <= 2) return 'cooled'
  return Math.abs(after - before) >= 2 ? 'flip' : 'steady'
}

type Told = { before: number | null; after: number | null; turn: Turn | null }

/** Shares with their count, and an interval from five meetings on. */
export function counted(meetings: readonly Told[]) {
  const told = meetings.filter(({ turn }) => turn !== null) as { before: number; after: number; turn: Turn }[]
  const lukewarm = told.filter(({ before }) => before <= 3)
  const keen = told.filter(({ before }) => before >= 4)
  return {
    flips: shareOf(told.filter(({ before, after }) => Math.abs(after - before) >= 2).length, told.length),
    turnedKeen: shareOf(lukewarm.filter(({ turn }) => turn === 'turned keen').length, lukewarm.length),
    cooled: shareOf(keen.filter(({ turn }) => turn === 'cooled').length, keen.length),
  }
}

const LEAST = 5
const shareOf = (count: number, of: number) => ({
  count,
  of,
  interval: of < LEAST ? null : wilson(count, of),
})
