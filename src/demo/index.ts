import { sql } from 'kysely'
import type { Caller, House, Progress } from '../action.ts'
import { type Id, newId } from '../store/ids.ts'
import { demoId } from './ids.ts'
import { addOrigins, type Loading, loadCore, loadRest } from './load.ts'
import { removeDemo } from './remove.ts'
import { tellStory } from './story.ts'
import type { DemoData, DemoOptions } from './types.ts'
import { checkedOptions, generate } from './world.ts'

export type { DemoOptions } from './types.ts'

/** What a workspace keeps of the demo that is in it; `told` once the story is whole. */
type Mark = { people: number; seed: number; told?: string; beside?: boolean }
type Made = { id: Id<'workspace'>; mark: Mark }

/** After so many days what was to come is past, and the story is told anew. */
const FRESH_DAYS = 1
const DAY = 86_400_000

/**
 * Fills a workspace of its own with an invented world and a story around now. The demo of the same size and seed that
 * is already here is answered as it is, as long as its next meeting is still to come; any other is replaced.
 * `beside`: for a look from one's own workspace, which stays the one where one is.
 * @throws Refusal when the size or the seed is none.
 */
export async function makeDemo(
  house: House,
  options: DemoOptions & { progress?: (step: Progress) => void; beside?: boolean } = {},
): Promise<{ workspace: Id<'workspace'> }> {
  const wanted = checkedOptions(options)
  const now = house.now()
  const { beside = false, progress = () => {} } = options
  const here = (await demosIn(house)).filter(({ mark }) => (mark.beside ?? false) === beside)
  const same = here.find(({ mark }) => isSame(mark, wanted, now))
  if (same) return { workspace: same.id }
  for (const { id } of here) await removeDemo(house, id)
  return { workspace: await make(house, { ...wanted, beside }, now, progress) }
}

async function demosIn({ store }: House): Promise<Made[]> {
  const rows = await store.owner
    .selectFrom('workspace')
    .select(['id', 'settings'])
    .where('kind', '=', 'personal')
    .execute()
  return rows.flatMap(({ id, settings }) => (settings.demo ? [{ id, mark: settings.demo as Mark }] : []))
}

function isSame({ people, seed, told }: Mark, wanted: Required<DemoOptions>, now: Date): boolean {
  if (people !== wanted.people || seed !== wanted.seed || told === undefined) return false
  const age = now.getTime() - Date.parse(told)
  return age >= 0 && age <= FRESH_DAYS * DAY
}

async function make(
  house: House,
  { people, seed, beside }: Required<DemoOptions> & { beside: boolean },
  now: Date,
  progress: (step: Progress) => void,
): Promise<Id<'workspace'>> {
  const data = generate({ people, seed, now })
  const mark = { people, seed, ...(beside ? { beside } : {}) }
  const workspace = await addWorkspace(house, mark)
  const origins = await addOrigins(house, workspace, now)
  const loading: Loading = { house, workspace, data, seed, origins, progress }
  await loadCore(loading)
  await setMe(house, workspace, data, seed)
  // Told before the many come: the seeker's network is whole already, and each step then costs little.
  await tellStory({ house, data, seed, caller: callerIn(workspace) })
  await loadRest(loading)
  await finish(house, workspace, { ...mark, told: now.toISOString() })
  return workspace
}

const callerIn = (workspace: Id<'workspace'>): Caller => ({
  workspace,
  role: 'owner',
  name: 'demo',
  door: 'demo',
})

async function addWorkspace({ store }: House, mark: Mark): Promise<Id<'workspace'>> {
  const id = newId<'workspace'>()
  const settings = JSON.stringify({ demo: mark })
  const row = { id, kind: 'personal', name: 'Demo', me: null, settings } as const
  await store.owner
    .insertInto('workspace')
    // By the real clock: a set one must not make it older than the user's own workspace, which is the first.
    .values({ ...row, version: 0, facts_version: 0, created_at: new Date() })
    .execute()
  return id
}

async function setMe(
  { store }: House,
  workspace: Id<'workspace'>,
  { me, now }: DemoData,
  seed: number,
): Promise<void> {
  await store.owner
    .updateTable('workspace')
    .set({ me: demoId('person', seed, now, me) })
    .where('id', '=', workspace)
    .execute()
}

/** The whole is there: whoever looks from now on must not see the small graph of the story. */
async function finish({ store }: House, workspace: Id<'workspace'>, mark: Mark): Promise<void> {
  await store.owner
    .updateTable('workspace')
    .set({
      settings: JSON.stringify({ demo: mark }),
      version: sql`version + 1`,
      facts_version: sql`facts_version + 1`,
    })
    .where('id', '=', workspace)
    .execute()
}
