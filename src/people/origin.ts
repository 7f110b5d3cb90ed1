import type { Context } from '../action.ts'
import { type Id, newId } from '../store/ids.ts'

export type OriginId = Id<'origin'>

/** Notes where the records written next come from: a file, a form, a person's own word. */
export async function addOrigin(
  { tx, workspace, now }: Context,
  kind: string,
  name: string,
): Promise<OriginId> {
  const id = newId<'origin'>(now.getTime())
  await tx.insertInto('origin').values({ workspace_id: workspace, id, kind, name, at: now }).execute()
  return id
}

/** What the user says themselves. */
export const ownWord = (context: Context): Promise<OriginId> =>
  addOrigin(context, 'own-word', context.caller.name)
