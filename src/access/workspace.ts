import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '../action.ts'
import { ROLES } from '../role.ts'

const countAll = sql<number>`count(*)`.as('n')

/** Where one stands: the workspace, who "me" is, and how much is in it. */
export const workspaceShow = action({
  name: 'workspace.show',
  says: 'The workspace you are in: its kind, who you are in it, and how much it holds.',
  kind: 'read',
  may: ROLES,
  input: z.object({}),
  output: z.object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(['personal', 'firm', 'programme']),
    visit: z.boolean().describe("the invented network, looked at beside one's own"),
    version: z.number().int(),
    role: z.enum(ROLES).describe('what you are in it'),
    disclosure: z
      .enum(['counts', 'organizations', 'names'])
      .describe('how much of the network candidates and members are shown'),
    you: z.string().describe('by which name you are in the log'),
    me: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    counts: z.object({
      people: z.number(),
      organizations: z.number(),
      openings: z.number(),
      invitations: z.number(),
    }),
  }),
  async run({ tx, me: own, caller }) {
    const workspace = await tx.selectFrom('workspace').selectAll().executeTakeFirstOrThrow()
    const me = await tx.selectFrom('person').select(['id', 'name']).where('id', '=', own).executeTakeFirst()
    const counts = await tx
      .selectNoFrom((eb) => [
        eb.selectFrom('person').where('merged_into', 'is', null).select(countAll).as('people'),
        eb.selectFrom('organization').select(countAll).as('organizations'),
        eb.selectFrom('opening').where('closed_at', 'is', null).select(countAll).as('openings'),
        eb.selectFrom('invitation').select(countAll).where('removed_at', 'is', null).as('invitations'),
      ])
      .executeTakeFirstOrThrow()
    const { id, name, kind, version, settings, disclosure } = workspace
    const visit = (settings.demo as { beside?: boolean } | undefined)?.beside === true
    return {
      ...{ id, name, kind, visit, version, disclosure },
      ...{ role: caller.role, you: caller.name, me: me ?? null },
      counts: counts as Record<keyof typeof counts, number>,
    }
  },
})
