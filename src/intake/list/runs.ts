import { z } from 'zod'
import { action } from '../../action.ts'
import { words } from '../../people/shapes.ts'
import { STAFF } from '../../role.ts'
import { lockedRun, runShape, shapeOf } from './run.ts'

// Imports of long lists that are under way, were stopped, or were broken off.

const which = z.object({ run: words(100).describe('its id: list.unfinished') })

export const listUnfinished = action({
  name: 'list.unfinished',
  says: 'Imports of long lists that are under way, were stopped, or were broken off: list.resume goes on with one.',
  kind: 'read',
  may: STAFF,
  input: z.object({}),
  output: z.object({ runs: z.array(runShape) }),
  async run({ tx }) {
    const runs = await tx
      .selectFrom('import_run')
      .select(['id', 'name', 'state', 'next', 'total'])
      .where('state', '!=', 'done')
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return { runs: runs.map(shapeOf) }
  },
})

export const listStop = action({
  name: 'list.stop',
  says: 'Stop the import of a long list after the part that it is at. What was written stays; list.resume goes on.',
  kind: 'write',
  may: STAFF,
  input: which,
  output: z.object({ run: runShape }),
  async run(context, { run }) {
    const found = await lockedRun(context, run)
    if (found.state !== 'running') return { run: shapeOf(found) }
    await context.tx.updateTable('import_run').set({ state: 'stopped' }).where('id', '=', found.id).execute()
    return { run: shapeOf({ ...found, state: 'stopped' }) }
  },
})

export const listForget = action({
  name: 'list.forget',
  says: 'Forget that the import of a long list was not finished. What was written stays.',
  kind: 'write',
  may: STAFF,
  input: which,
  output: z.object({ run: runShape }),
  async run(context, { run }) {
    const found = await lockedRun(context, run)
    await context.tx.deleteFrom('import_run').where('id', '=', found.id).execute()
    return { run: shapeOf(found) }
  },
})
