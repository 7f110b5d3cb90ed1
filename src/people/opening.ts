import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import { findOpening } from './find.ts'
import { ensureOrganization, type OrganizationId } from './organization.ts'
import { addOrigin, type OriginId } from './origin.ts'
import { id, partialDate, reference, text, words } from './shapes.ts'

export type OpeningId = Id<'opening'>

export type NewOpening = {
  organization: OrganizationId
  title: string
  description?: string
  department?: string
  location?: string
  remote?: boolean
  employmentType?: string
  salary?: { min?: number; max?: number; currency?: string; per?: string }
  url?: string
  board?: string
  postedOn?: string
  until?: string
  closed?: boolean
}

/** The columns that a posting fills, as it says them today. */
const columnsOf = (given: NewOpening, now: Date) => ({
  organization_id: given.organization,
  title: given.title,
  description: given.description ?? null,
  department: given.department ?? null,
  location: given.location ?? null,
  remote: given.remote ?? null,
  employment_type: given.employmentType ?? null,
  salary: given.salary === undefined ? null : JSON.stringify(given.salary),
  url: given.url ?? null,
  board: given.board ?? null,
  posted_on: given.postedOn ?? null,
  until_date: given.until ?? null,
  closed_at: given.closed || isOver(given.until, now) ? now : null,
})

/** An opening is over on the day after its last. */
const isOver = (until: string | undefined, now: Date): boolean =>
  until !== undefined && until.length >= 10 && until.slice(0, 10) < now.toISOString().slice(0, 10)

export async function addOpening(context: Context, given: NewOpening, origin: OriginId): Promise<OpeningId> {
  const opening = newId<'opening'>(context.now.getTime())
  await context.tx
    .insertInto('opening')
    .values({
      ...columnsOf(given, context.now),
      workspace_id: context.workspace,
      id: opening,
      first_seen: context.now,
      origin_id: origin,
    })
    .execute()
  return opening
}

/** A posting as it says it now; one that came back is open again. */
export async function updateOpening(
  { tx, now }: Context,
  opening: OpeningId,
  given: NewOpening,
): Promise<void> {
  await tx.updateTable('opening').set(columnsOf(given, now)).where('id', '=', opening).execute()
}

/** Closes the openings of a board that its newest full listing does not name any more. They are never deleted. */
export async function closeMissing(
  { tx, now }: Context,
  board: string,
  listed: readonly OpeningId[],
): Promise<number> {
  const closed = await tx
    .updateTable('opening')
    .set({ closed_at: now })
    .where('board', '=', board)
    .where('closed_at', 'is', null)
    .$if(listed.length > 0, (query) => query.where('id', 'not in', [...listed]))
    .executeTakeFirst()
  return Number(closed.numUpdatedRows)
}

export const openingAdd = action({
  name: 'opening.add',
  says: 'Write down an opening: a position that somebody wants filled.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    title: words(),
    organization: words(),
    description: text().optional(),
    location: words().optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    until: partialDate.optional().describe('the last day on which it is open'),
  }),
  output: z.object({ opening: id }),
  async run(context, { organization, ...given }) {
    const origin = await addOrigin(context, 'form', 'opening written down by you')
    const place = await ensureOrganization(context, { name: organization }, origin)
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    return {
      opening: await addOpening(context, { ...said, title: given.title, organization: place }, origin),
    }
  },
})

export const openingClose = action({
  name: 'opening.close',
  says: 'Mark an opening as closed. It stays on record.',
  kind: 'write',
  may: STAFF,
  input: z.object({ opening: reference('opening') }),
  output: z.object({ opening: id }),
  async run(context, input) {
    const opening = await findOpening(context, input.opening)
    await context.tx
      .updateTable('opening')
      .set({ closed_at: context.now })
      .where('id', '=', opening)
      .execute()
    return { opening }
  },
})
