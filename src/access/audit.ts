import { z } from 'zod'
import { action } from '../action.ts'
import { id } from '../people/shapes.ts'
import type { Id } from '../store/ids.ts'

/** The log cannot be changed or deleted by the application; what one may not know of stays out of what one reads. */
export const auditList = action({
  name: 'audit.list',
  says: 'The log: who did what when, by which door, and who read whose file; of one person or a period, the newest first.',
  kind: 'read',
  may: ['owner'],
  input: z.object({
    person: id.optional().describe('only what touched this person'),
    from: z.iso.date().optional(),
    to: z.iso.date().optional().describe('the last day'),
    top: z.coerce.number().int().min(1).max(10_000).default(200),
    before: id.optional().describe('the last entry of the page before'),
  }),
  output: z.object({
    entries: z.array(
      z.object({
        ...{ id, at: z.string(), actor: z.string(), door: z.string(), capability: z.string() },
        subject: z.record(z.string(), z.string()),
      }),
    ),
  }),
  async run({ tx }, { person, from, to, top, before }) {
    let query = tx.selectFrom('audit').select(['id', 'at', 'actor', 'door', 'capability', 'subject'])
    if (person !== undefined)
      query = query.where((eb) => eb(eb.ref('subject', '->>').key('person'), '=', person))
    if (from !== undefined) query = query.where('at', '>=', new Date(`${from}T00:00:00Z`))
    if (to !== undefined) query = query.where('at', '<', new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000))
    if (before !== undefined) query = query.where('id', '<', before as Id<'audit'>)
    const rows = await query.orderBy('id', 'desc').limit(top).execute()
    return {
      entries: rows.map(({ at, subject, ...row }) => ({
        ...{ ...row, at: at.toISOString(), subject: subject as Record<string, string> },
      })),
    }
  },
})
