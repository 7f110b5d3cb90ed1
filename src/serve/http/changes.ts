import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { whoIs } from '../../access/who.ts'
import type { Action } from '../../action.ts'
import { capabilities } from '../../capabilities.ts'
import { Refusal } from '../../refusal.ts'
import { type Role, STAFF } from '../../role.ts'
import type { Store } from '../../store/db.ts'
import type { Id } from '../../store/ids.ts'
import type { AppEnv, Serving } from './env.ts'

/** The newest commit of a workspace: its version and, where one is alone, the capability that wrote it. */
export type Change = { version: number; capability: string | null }

/** Tells those who follow a workspace of its commits, from this process at once, from others within a second. */
export type Changes = {
  nudge(workspace: Id<'workspace'>): void
  /** Tells the present state first; answers how to stop. */
  follow(workspace: Id<'workspace'>, listener: (change: Change) => void): () => void
  /** Called when following is over for everybody. */
  onClose(then: () => void): void
  close(): void
}

const POLL = 1000
const writes = (capabilities as readonly Action[])
  .filter((one) => one.kind === 'write')
  .map((one) => one.name)

/** A workspace that somebody follows: the version told last, and whether it is being looked at. */
type Followed = {
  version: number
  listeners: Set<(change: Change) => void>
  looking: boolean
  again: boolean
}

export function watchChanges(store: Store): Changes {
  const followed = new Map<Id<'workspace'>, Followed>()
  const closing: (() => void)[] = []
  const look = (workspace: Id<'workspace'>) => void lookAt(store, workspace, followed.get(workspace))
  const timer = setInterval(() => [...followed.keys()].forEach(look), POLL).unref()
  return {
    nudge: look,
    follow: (workspace, listener) => {
      const one = followed.get(workspace) ?? {
        version: -1,
        listeners: new Set(),
        looking: false,
        again: false,
      }
      followed.set(workspace, one)
      one.listeners.add(listener)
      // Everybody is told once more: so whoever comes later learns the present state too.
      one.version = -1
      look(workspace)
      return () => {
        one.listeners.delete(listener)
        if (one.listeners.size === 0) followed.delete(workspace)
      }
    },
    onClose: (then) => void closing.push(then),
    close: () => {
      clearInterval(timer)
      followed.clear()
      for (const then of closing.splice(0)) then()
    },
  }
}

/** One look at a time; a nudge during a look asks for another. */
async function lookAt(store: Store, workspace: Id<'workspace'>, one: Followed | undefined): Promise<void> {
  if (one === undefined) return
  one.again = one.looking
  if (one.looking) return
  one.looking = true
  // A database that is away for a moment is asked again a second later.
  await tell(store, workspace, one).catch(() => {})
  one.looking = false
  if (one.again) await lookAt(store, workspace, one)
}

async function tell(store: Store, workspace: Id<'workspace'>, one: Followed): Promise<void> {
  const change = await newest(store, workspace)
  if (change.version === one.version) return
  one.version = change.version
  for (const listener of one.listeners) listener(change)
}

function newest(store: Store, workspace: Id<'workspace'>): Promise<Change> {
  return store.inWorkspace(workspace, async (tx) => {
    const { version, kind } = await tx
      .selectFrom('workspace')
      .select(['version', 'kind'])
      .executeTakeFirstOrThrow()
    // What others do, in a mandate that one may not know of, is not told.
    if (kind !== 'personal') return { version, capability: null }
    const last = await tx
      .selectFrom('audit')
      .select('capability')
      .where('capability', 'in', writes.length > 0 ? writes : [''])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    return { version, capability: last?.capability ?? null }
  })
}

const isStaff = (role: Role): boolean => (STAFF as readonly Role[]).includes(role)

const HEARTBEAT = 15_000

/** `GET /api/changes`: server-sent events `change`, the first with the present version. */
export function streamChanges(c: Context<AppEnv>, { changes, house }: Serving): Response {
  const { workspace, only, name, role, member } = c.get('caller')
  // A token for some capabilities is for those alone, and candidates and clients see what is theirs: what others do,
  // and when, is not their business.
  if (only !== undefined || !isStaff(role))
    throw new Refusal('forbidden', `${name} may not follow the changes`)
  return streamSSE(c, async (stream) => {
    const stop = changes.follow(workspace, (change) => {
      void stream.writeSSE({ event: 'change', data: JSON.stringify(change) })
    })
    let beat: ReturnType<typeof setInterval> | undefined
    await new Promise<void>((over) => {
      const still = async () => {
        // Who was let out of the workspace hears no more of it.
        if (member && (await whoIs(house.store.owner, workspace, member)) === null) over()
        else await stream.write(': still here\n\n')
      }
      beat = setInterval(() => void still().catch(over), HEARTBEAT)
      stream.onAbort(over)
      changes.onClose(over)
    })
    clearInterval(beat)
    stop()
  })
}
