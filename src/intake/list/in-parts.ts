import type { Context, EachContext } from '../../action.ts'
import { said } from '../../language.ts'
import { Refusal } from '../../refusal.ts'
import { type FileResult, result, whyNotKept } from '../import.ts'
import { whyInWords } from '../in-german.ts'
import type { Opened } from '../opened.ts'
import type { Item } from '../records.ts'
import { ERASED_BEFORE } from '../write/erased.ts'
import { tally } from '../write/tally.ts'
import type { Owner } from '../write/whose-export.ts'
import { sorted, write } from '../write/write.ts'
import { lockedRun, noteRun, type RunId, shapeOf } from './run.ts'

/** How many rows are written in one transaction. A list that is not longer has no parts. */
export const PART = 5000

type Long = { file: Opened; items: readonly Item[]; owner: Owner }
type Ran = Awaited<ReturnType<typeof lockedRun>>

/** Writes a list part by part, from where it stands, until it is done or somebody stops it. */
export async function writeInParts(context: EachContext, run: RunId, long: Long) {
  for (;;) {
    const { ran, isOver } = await context.each((inside) => writePart(inside, run, long))
    context.progress({ done: ran.next, total: ran.total, says: ran.name })
    if (isOver) return { file: resultOf(ran, long), run: shapeOf(ran) }
  }
}

/** The next part. Where it begins is read under the run's lock: whoever else goes on with it, no row is written twice. */
async function writePart(inside: Context, id: RunId, long: Long): Promise<{ ran: Ran; isOver: boolean }> {
  const run = await lockedRun(inside, id)
  if (run.state !== 'running') return { ran: run, isOver: true }
  const next = Math.min(run.next + PART, run.total)
  const part = { ...long.file, items: () => long.items.slice(run.next, next) }
  const counted = await write(inside, part, long.owner, run.origin_id).catch(sayingWhere(run, next))
  await noteRun(inside, run, next, counted)
  const ran = await lockedRun(inside, id)
  return { ran, isOver: ran.state !== 'running' }
}

/** A part that cannot be kept says which; those before it are. */
const sayingWhere =
  ({ name, next: from }: Ran, to: number) =>
  (error: unknown): never => {
    const why = whyNotKept({ name }, error)
    if (why === null) throw error
    throw new Refusal(
      'invalid-input',
      said({
        en: `${name}, rows ${from + 1} to ${to} below the header: ${why}`,
        de: `${name}, Zeilen ${from + 1} bis ${to} unter dem Kopf: ${whyInWords(why)}`,
      }),
      'files',
    )
  }

/** What became of all rows behind, in this run of the program or one before. */
function resultOf({ next, created, updated, unchanged, erased }: Ran, { file, items }: Long): FileResult {
  const counted = { ...tally(), created, updated, unchanged }
  for (const item of items.slice(0, next)) sorted(item, counted)
  for (let one = 0; one < erased; one++) counted.skip(ERASED_BEFORE)
  return result(file, counted)
}
