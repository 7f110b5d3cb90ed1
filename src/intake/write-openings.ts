import type { Context } from '../action.ts'
import { addOpening, closeMissing, type OpeningId, updateOpening } from '../people/opening.ts'
import { ensureOrganization } from '../people/organization.ts'
import type { OpeningFact } from './records.ts'
import type { FactOf, Placed, Writing } from './writing.ts'

/** Writes openings down; those of a board that its full listing does not name any more are closed, never deleted. */
export async function writeOpenings(writing: Writing, batch: Placed<FactOf<'opening'>>[]): Promise<void> {
  const listed = new Map<string, OpeningId[]>()
  for (const { fact } of batch) {
    const opening = await writeOpening(writing, fact)
    if (fact.board) {
      const board = boardName(fact.board)
      listed.set(board, [...(listed.get(board) ?? []), opening])
    }
  }
  for (const [board, openings] of listed) await closeMissing(writing.context, board, openings)
}

const boardName = ({ provider, token }: NonNullable<OpeningFact['board']>): string => `${provider}:${token}`

async function writeOpening(writing: Writing, fact: OpeningFact): Promise<OpeningId> {
  const { chronicle, counted, context, origin } = writing
  const known = chronicle.subjectOf(fact.key) as OpeningId | null
  if (known !== null && chronicle.saidTheSame(fact) && (await isAsSaid(context, known, fact))) {
    counted.count('unchanged')
    return known
  }
  const { organization, kind: _, key: __, board, ...said } = fact
  const place = await ensureOrganization(context, organization, origin)
  const given = { ...said, organization: place, ...(board ? { board: boardName(board) } : {}) }
  if (known !== null) await updateOpening(context, known, given)
  const opening = known ?? (await addOpening(context, given, origin))
  counted.count(known === null ? 'created' : 'updated')
  chronicle.note(fact, opening)
  return opening
}

/** A posting that was closed because its board left it out, and is listed again in the same words, is open again. */
async function isAsSaid(
  { tx }: Context,
  opening: OpeningId,
  { closed, board }: OpeningFact,
): Promise<boolean> {
  if (closed || board === undefined) return true
  const row = await tx.selectFrom('opening').select('closed_at').where('id', '=', opening).executeTakeFirst()
  return row?.closed_at === null
}
