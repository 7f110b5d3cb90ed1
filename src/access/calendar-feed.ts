import { z } from 'zod'
import { action } from '../action.ts'
import type { Db } from '../store/db.ts'
import type { Id } from '../store/ids.ts'
import { hashOf, newToken } from './sessions.ts'

// The secret address of one's calendar: whoever has it reads the meetings, and nothing else; another is made at will.

const KEYS = 'keys are no business of an assistant'

export const calendarFeedMake = action({
  name: 'calendar-feed.make',
  says: 'Make the secret address under which a calendar program reads your meetings and reminders; the one before ends. It is shown once.',
  kind: 'write',
  secret: true,
  may: ['owner'],
  except: { mcp: KEYS },
  input: z.object({
    titles: z
      .boolean()
      .default(false)
      .describe('with organizations, roles and texts; otherwise only that you are busy'),
  }),
  output: z.object({ path: z.string().describe('below the address of this server'), titles: z.boolean() }),
  async run({ tx, workspace, now }, { titles }) {
    const secret = newToken()
    const row = { secret_hash: hashOf(secret), titles, made_at: now }
    await tx
      .insertInto('calendar_feed')
      .values({ workspace_id: workspace, ...row })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(row))
      .execute()
    return { path: `/calendar/${secret}.ics`, titles }
  },
})

export const calendarFeedShow = action({
  name: 'calendar-feed.show',
  says: 'Whether a calendar program can read your meetings, with titles or without, and since when. Never the address itself.',
  kind: 'read',
  may: ['owner'],
  except: { mcp: KEYS },
  input: z.object({}),
  output: z.object({ feed: z.object({ titles: z.boolean(), madeAt: z.string() }).nullable() }),
  async run({ tx }) {
    const row = await tx.selectFrom('calendar_feed').select(['titles', 'made_at']).executeTakeFirst()
    return { feed: row ? { titles: row.titles, madeAt: row.made_at.toISOString() } : null }
  },
})

export const calendarFeedEnd = action({
  name: 'calendar-feed.end',
  says: 'End the secret address of your calendar: it answers nobody from now on.',
  kind: 'write',
  may: ['owner'],
  except: { mcp: KEYS },
  input: z.object({}),
  output: z.object({ ended: z.boolean() }),
  async run({ tx }) {
    const { numDeletedRows } = await tx.deleteFrom('calendar_feed').executeTakeFirstOrThrow()
    return { ended: numDeletedRows > 0n }
  },
})

export type Feed = { workspace: Id<'workspace'>; titles: boolean }

/** Whose calendar a secret opens; null when it opens none. */
export async function feedOf(db: Db, secret: string): Promise<Feed | null> {
  const row = await db
    .selectFrom('calendar_feed')
    .select(['workspace_id', 'titles'])
    .where('secret_hash', '=', hashOf(secret))
    .executeTakeFirst()
  return row === undefined ? null : { workspace: row.workspace_id, titles: row.titles }
}
