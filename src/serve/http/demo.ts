import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { moveSession } from '../../access/sessions.ts'
import { makeDemo } from '../../demo/index.ts'
import { removeDemo } from '../../demo/remove.ts'
import { Refusal } from '../../refusal.ts'
import { answer } from './answer.ts'
import type { AppEnv, Serving } from './env.ts'
import { cookieName } from './session.ts'

// A look at the invented network: a workspace of its own, to which the session goes, and from which it comes back.

/** Large enough to have doors, small enough to be there in a moment. */
const PEOPLE = 2_000

function tokenOf(c: Context<AppEnv>): string {
  const token = getCookie(c, cookieName(c))
  // A member of a shared workspace has no way from there into anybody's own.
  if (token && !c.get('caller').member) return token
  throw new Refusal(
    'forbidden',
    'Only a browser that is signed in to its own workspace can go to the demo and back.',
  )
}

/** `POST /api/demo`: makes the demo, with its progress, and goes there. */
export async function visitDemo(c: Context<AppEnv>, { house, log }: Serving): Promise<Response> {
  const token = tokenOf(c)
  return answer(c, log, async (progress) => {
    const { workspace } = await makeDemo(house, { people: PEOPLE, beside: true, progress })
    await moveSession(house.store.owner, token, workspace)
    return { workspace }
  })
}

/** `DELETE /api/demo`: goes back to one's own workspace, and removes what was invented. */
export async function leaveDemo(c: Context<AppEnv>, { house }: Serving): Promise<Response> {
  tokenOf(c)
  const { workspace } = c.get('caller')
  const { owner } = house.store
  const row = await owner
    .selectFrom('workspace')
    .select('settings')
    .where('id', '=', workspace)
    .executeTakeFirst()
  const isVisit = (row?.settings.demo as { beside?: boolean } | undefined)?.beside === true
  if (!isVisit) throw new Refusal('conflict', 'You are in your own workspace.')
  // Every browser that looks at it comes back.
  await owner
    .updateTable('session')
    .set({ workspace_id: house.workspace })
    .where('workspace_id', '=', workspace)
    .execute()
  await removeDemo(house, workspace)
  return c.json({ workspace: house.workspace })
}
