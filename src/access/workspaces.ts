import { z } from 'zod'
import { type House, perform } from '../action.ts'
import { words } from '../people/shapes.ts'
import { type Id, newId } from '../store/ids.ts'
import { memberAdd } from './members.ts'
import { theOwner } from './who.ts'

export const newWorkspace = z.strictObject({
  name: words(200),
  kind: z.enum(['firm', 'programme']).default('firm'),
  owner: z.email(),
  ownerName: words(200).optional(),
})

/** A workspace for several people, with its first owner in it. No role may do this: only who owns the machine. */
export async function makeWorkspace(
  house: House,
  { name, kind, owner, ownerName }: z.output<typeof newWorkspace>,
): Promise<{ workspace: Id<'workspace'>; member: string }> {
  const workspace = newId<'workspace'>()
  const counts = { version: 0, facts_version: 0, created_at: new Date() }
  await house.store.owner
    .insertInto('workspace')
    .values({ id: workspace, kind, name, me: null, settings: '{}', ...counts })
    .execute()
  const caller = { ...theOwner(workspace), door: 'cli' } as const
  const { member } = await perform(house, memberAdd, { email: owner, role: 'owner', name: ownerName }, caller)
  return { workspace, member }
}
