import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { personShapes } from '../people/describe.ts'
import { listUnder } from '../people/lists.ts'
import type { PersonId } from '../people/person.ts'
import { id, openingShape, personShape } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import type { Id } from '../store/ids.ts'
import { openingShapes } from './doors.ts'
import { holding } from './state.ts'
import { forTeamAlone } from './team-alone.ts'

// Refusals with their reason and what was forgone then. Later facts attach to them; they are no reproach.

const totals = z.object({
  people: z.number(),
  organizations: z.number(),
  opened: z.number(),
  strengthened: z.number(),
})

type Forgone = { totals: z.infer<typeof totals>; people: string[]; openings: string[] }

export const refusalList = action({
  name: 'refusal.list',
  says: 'Invitations that were refused: when, why, what was forgone at that time, and whether it was taken later.',
  kind: 'read',
  may: STAFF,
  input: z.object({}),
  output: z.object({
    refusals: z.array(
      z.object({
        id,
        invitation: id,
        organization: z.string().nullable(),
        role: z.string().nullable(),
        reason: z.string(),
        note: z.string().nullable(),
        advice: z.string(),
        at: z.string(),
        takenLater: z.boolean(),
        forgone: totals.nullable(),
        people: z.array(personShape),
        doorsSinceClosed: z.array(openingShape).describe('doors of that meeting that have closed since'),
      }),
    ),
  }),
  async run(context) {
    const rows = await refusals(context)
    const teams = await forTeamAlone(
      context,
      rows.map((row) => row.invitation_id),
    )
    const forgone = rows.map((row) => row.forgone as Forgone | null)
    const people = await personShapes(
      context,
      forgone.flatMap((one) => (one?.people ?? []) as PersonId[]),
    )
    const openings = await openingShapes(
      context,
      forgone.flatMap((one) => (one?.openings ?? []).map((opening) => ({ id: opening as Id<'opening'> }))),
    )
    return {
      refusals: rows.map((row, index) => ({
        ...{ id: row.id, invitation: row.invitation_id, organization: row.name, role: row.role },
        ...{
          reason: row.reason ?? 'none',
          note: teams.has(row.invitation_id) ? null : row.note,
          advice: row.advice,
          at: row.at.toISOString(),
        },
        takenLater: row.takenLater,
        forgone: forgone[index]?.totals ?? null,
        people: (forgone[index]?.people ?? []).flatMap((each) => people.get(each as PersonId) ?? []),
        doorsSinceClosed: (forgone[index]?.openings ?? []).flatMap((each) => {
          const opening = openings.get(each)
          return opening?.closed ? [opening] : []
        }),
      })),
    }
  },
})

/** The refusals that were not taken back, the newest first. */
async function refusals({ tx }: Context) {
  const rows = await tx
    .selectFrom('decision')
    .innerJoin('invitation', 'invitation.id', 'decision.invitation_id')
    .leftJoin('organization', 'organization.id', 'invitation.organization_id')
    .selectAll('decision')
    .select(['invitation.role', 'organization.name'])
    .where('invitation.removed_at', 'is', null)
    .orderBy('decision.at')
    .orderBy('decision.id')
    .execute()
  const byInvitation = new Map<Id<'invitation'>, typeof rows>()
  for (const row of rows) listUnder(byInvitation, row.invitation_id, row)
  return [...byInvitation.values()]
    .flatMap((said) => refusedOf(holding(said)))
    .sort((one, other) => (one.id < other.id ? 1 : -1))
}

const refusedOf = <D extends { verdict: 'take' | 'refuse' }>(hold: readonly D[]) =>
  hold.flatMap((one, at) =>
    one.verdict === 'refuse'
      ? [{ ...one, takenLater: hold.slice(at).some(({ verdict }) => verdict === 'take') }]
      : [],
  )
