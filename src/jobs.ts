import { type Caller, type House, perform } from './action.ts'
import { erasurePurge } from './people/erasure/capabilities.ts'
import { retentionRun } from './people/retention.ts'
import type { Id } from './store/ids.ts'

// The list of what runs by the clock, without anybody asking: once a day, in each workspace whose owner switched it on.

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Does the day's work now, and each day from then on, until it is ended. */
export function everyDay(house: House): () => void {
  const work = () => house.background.start(() => inEach(house))
  work()
  const timer = setInterval(work, DAY)
  timer.unref()
  return () => clearInterval(timer)
}

/** Each workspace for itself: what fails in one is no other's matter. */
async function inEach(house: House): Promise<void> {
  for (const { id } of await house.store.owner.selectFrom('workspace').select('id').execute())
    house.background.start(() => today(house, id))
}

async function today(house: House, workspace: Id<'workspace'>): Promise<void> {
  const clock: Caller = { workspace, role: 'owner', name: 'the clock', door: 'cli' }
  const { retention, purge } = await house.store.inWorkspace(workspace, async (tx) => ({
    retention: await tx.selectFrom('retention').select('months').executeTakeFirst(),
    purge: await tx.selectFrom('erasure').select('id').where('purged_at', 'is', null).executeTakeFirst(),
  }))
  if (retention !== undefined) await perform(house, retentionRun, {}, clock)
  // What the end of the program left undone.
  if (purge !== undefined) await perform(house, erasurePurge, {}, clock)
}
