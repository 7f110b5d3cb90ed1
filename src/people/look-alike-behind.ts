import { z } from 'zod'
import type { EachContext } from '../action.ts'
import { countWaiting } from './look-alike.ts'
import { lookAlikeFind } from './look-alike-find.ts'

// After an import it is looked whether who came was here already: behind the answer, which says what waits so far.

export const lookAlikesShape = z.object({
  waiting: z.number().int().describe('pairs of records that may be one person and wait for a look so far'),
  seeking: z
    .boolean()
    .describe('more are being looked for, among those who came: look-alike.list shows them'),
})

type Counts = { created: number; updated: number }

export async function seekBehind(
  context: EachContext,
  files: readonly Counts[],
): Promise<z.infer<typeof lookAlikesShape>> {
  const seeking = files.some(({ created, updated }) => created + updated > 0)
  if (seeking) context.later(lookAlikeFind, { since: context.now.toISOString() })
  return { waiting: await context.each(countWaiting), seeking }
}
