import type { Caller } from '../../action.ts'
import type { OpenHouse } from '../house.ts'
import type { Log } from '../log.ts'
import type { Changes } from './changes.ts'

/** What Hono hands from one step of a request to the next. */
export type AppEnv = {
  /** `local`: it came through the socket (or from this process), which only the owner's user can do. */
  Bindings: { local?: boolean }
  Variables: {
    caller: Pick<Caller, 'workspace' | 'role' | 'member' | 'person' | 'name' | 'door' | 'only' | 'invitation'>
  }
}

/** What every route stands on. */
export type Serving = {
  house: OpenHouse
  changes: Changes
  log: Log
  /** Where a browser reaches this server (`http://127.0.0.1:4747`); null when it serves the socket alone. */
  address: () => string | null
  /** `PUBLIC_URL`: the name under which a proxy offers this server to others. */
  publicUrl: URL | null
}

/** @throws Error with a sentence when `PUBLIC_URL` is none. */
export function publicUrl(set = process.env.PUBLIC_URL): URL | null {
  if (!set) return null
  if (!URL.canParse(set)) throw new Error(`PUBLIC_URL is not a URL: ${set}`)
  return new URL(set)
}
