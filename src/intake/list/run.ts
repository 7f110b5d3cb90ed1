import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../action.ts'
import { said } from '../../language.ts'
import { addOrigin } from '../../people/origin.ts'
import { id } from '../../people/shapes.ts'
import { Refusal } from '../../refusal.ts'
import { type Id, isId, newId } from '../../store/ids.ts'
import { ERASED_BEFORE } from '../write/erased.ts'
import type { Tally } from '../write/tally.ts'
import type { Mapping } from './mapping.ts'

// How far the import of a long list has come: what is remembered between its parts.

export type RunId = Id<'import-run'>

export const runShape = z.object({
  id,
  name: z.string(),
  state: z
    .enum(['running', 'stopped', 'done'])
    .describe('"running" too when the program was ended in the middle'),
  done: z.number().int().describe('rows behind'),
  total: z.number().int(),
})

type Run = { id: RunId; name: string; state: 'running' | 'stopped' | 'done'; next: number; total: number }

export const shapeOf = ({ id, name, state, next, total }: Run) => ({ id, name, state, done: next, total })

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** The import of this very file that was not finished, if there is one. */
export async function unfinishedOf({ tx }: Context, bytes: Uint8Array) {
  const run = await tx
    .selectFrom('import_run')
    .select(['id', 'name', 'state', 'next', 'total'])
    .where('digest', '=', digestOf(bytes))
    .where('state', '!=', 'done')
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return run ? shapeOf(run) : null
}

type Begun = { name: string; bytes: Uint8Array; mapping: Mapping; total: number }

/** Begins the import of a list; one of the same file that was not finished is forgotten. */
export async function beginRun(context: Context, { name, bytes, mapping, total }: Begun): Promise<RunId> {
  const { tx, workspace, now } = context
  const digest = digestOf(bytes)
  await tx.deleteFrom('import_run').where('digest', '=', digest).where('state', '!=', 'done').execute()
  const run = newId<'import-run'>(now.getTime())
  const said = { name, digest, mapping: JSON.stringify(mapping), state: 'running' as const, total, at: now }
  const origin = await addOrigin(context, 'file', name)
  await tx
    .insertInto('import_run')
    .values({ workspace_id: workspace, id: run, ...said, origin_id: origin })
    .execute()
  return run
}

/**
 * The run, locked until the transaction ends: nobody else writes its rows or stops it meanwhile.
 * @throws Refusal when there is none
 */
export async function lockedRun({ tx }: Context, run: string) {
  const row = isId(run)
    ? await tx
        .selectFrom('import_run')
        .selectAll()
        .where('id', '=', run as RunId)
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (row) return row
  const sentence = {
    en: `There is no import "${run}" of a list.`,
    de: `Es gibt keinen Import „${run}“ einer Liste.`,
  }
  throw new Refusal('not-found', said(sentence), 'run')
}

/**
 * Takes a run up again.
 * @returns the mapping with which it began
 * @throws Refusal when it is done, or the file is not the one that it began with
 */
export async function reopenRun(context: Context, run: string, bytes: Uint8Array): Promise<Mapping> {
  const { id, name, state, digest, mapping } = await lockedRun(context, run)
  if (state === 'done') {
    const sentence = { en: `The import of ${name} is done.`, de: `Der Import von ${name} ist fertig.` }
    throw new Refusal('conflict', said(sentence), 'run')
  }
  if (!digest.equals(digestOf(bytes)))
    throw new Refusal(
      'invalid-input',
      said({
        en: `This is not ${name} as it was when its import began.`,
        de: `Dies ist nicht ${name}, wie es war, als der Import begann.`,
      }),
      'files',
    )
  await context.tx.updateTable('import_run').set({ state: 'running' }).where('id', '=', id).execute()
  return mapping
}

/** Notes what became of the rows up to `next`, in the transaction that wrote them. */
export async function noteRun(
  { tx }: Context,
  run: Pick<Run, 'id' | 'total'>,
  next: number,
  { created, updated, unchanged, skipped }: Pick<Tally, 'created' | 'updated' | 'unchanged' | 'skipped'>,
): Promise<void> {
  await tx
    .updateTable('import_run')
    .set((eb) => ({
      next,
      state: next >= run.total ? 'done' : 'running',
      created: eb('created', '+', created),
      updated: eb('updated', '+', updated),
      unchanged: eb('unchanged', '+', unchanged),
      erased: eb('erased', '+', skipped.get(ERASED_BEFORE) ?? 0),
    }))
    .where('id', '=', run.id)
    .execute()
}
