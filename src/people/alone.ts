import type { Context } from '../action.ts'

/** Whether the workspace is one person's: everything in it is theirs, and nobody else looks. */
export async function isAlone({ tx }: Pick<Context, 'tx'>): Promise<boolean> {
  const { kind } = await tx.selectFrom('workspace').select('kind').executeTakeFirstOrThrow()
  return kind === 'personal'
}
