import type { Context } from '../../action.ts'
import { addOpening, closeMissing, type OpeningId, updateOpening } from '../../people/opening.ts'
import { ensureOrganization } from '../../people/organization.ts'
import type { OpeningFact } from '../records.ts'
import type { FactOf, Placed, Writing } from './writing.ts'

/** Writes openings down, and notes which of them its board lists. */
export async function writeOpenings(writing: Writing, batch: Placed<FactOf<'opening'>>[]): Promise<void> {
  for (const { fact } of batch) {
    const opening = await writeOpening(writing, fact)
    if (!fact.board) continue
    const board = boardName(fact.board)
    const listed = writing.listed.get(board)
    if (listed) listed.push(opening)
    else writing.listed.set(board, [opening])
  }
}

/** Once the whole file was read: openings of a board that its full listing does not name any more are closed. */
export async function closeMissingOpenings({ context, listed }: Writing): Promise<void> {
  for (const [board, openings] of listed) await closeMissing(context, board, openings)
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
