import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { id, words } from '../people/shapes.ts'
import { LEADS } from '../role.ts'
import { newId } from '../store/ids.ts'
import type { ClientWordTable } from '../store/tables.ts'
import { type CandidacyId, findCandidacy } from './candidacies.ts'
import { refuseClosed } from './mandate-of.ts'

// What is said between the client and the firm about a candidacy. Internal notes stand elsewhere, and stay there.

export const wordShape = z.object({
  id,
  side: z.enum(['client', 'firm']),
  kind: z.enum(['comment', 'yes', 'no', 'more']).describe('more: they ask for more before they say'),
  says: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})

export const candidacyAnswer = action({
  name: 'candidacy.answer',
  says: "Write to the client's people about a candidacy that is shared with them: they read it where they read the candidacy.",
  kind: 'write',
  may: LEADS,
  input: z.object({ candidacy: id, says: words(20_000) }),
  output: z.object({ candidacy: id, mandate: id, person: id }),
  async run(context, { candidacy, says }) {
    const { id: found, mandate_id: mandate, person_id: person } = await findCandidacy(context, candidacy)
    await refuseClosed(context, mandate)
    await addWord(context, found, { side: 'firm', kind: 'comment', says })
    return { candidacy, mandate, person }
  },
})

export async function addWord(
  { tx, workspace, now, caller }: Context,
  candidacy: CandidacyId,
  word: Pick<ClientWordTable, 'side' | 'kind' | 'says'>,
): Promise<void> {
  const whose = { workspace_id: workspace, by_member: caller.member ?? null, by_name: caller.name }
  await tx
    .insertInto('client_word')
    .values({ ...whose, id: newId(now.getTime()), candidacy_id: candidacy, ...word, at: now })
    .execute()
}

/** All that was said of a candidacy, the oldest first. */
export async function wordsOn(
  { tx }: Context,
  candidacy: CandidacyId,
): Promise<z.output<typeof wordShape>[]> {
  const rows = await tx
    .selectFrom('client_word')
    .select(['id', 'side', 'kind', 'says', 'by_name as by', 'at'])
    .where('candidacy_id', '=', candidacy)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
