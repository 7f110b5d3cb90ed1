import { readFile } from 'node:fs/promises'
import { openFolder } from '../folder.ts'
import { addressOf } from './address.ts'
import { prepareCluster, prepareFolders } from './cluster.ts'
import { messageOf } from './errors.ts'
import { externalVersion } from './external.ts'
import { identityFor } from './identity.ts'
import { bringUp, ownerUrl, type Presence, stopIfAlone } from './presence.ts'
import { type Place, stopServer } from './process.ts'
import { findRuntime } from './runtime.ts'
import type { Settings } from './settings.ts'
import { sweep } from './sweep.ts'
import { startWatchdog, type Watchdog } from './watchdog.ts'

export { StoreError } from './errors.ts'

/** What `startDatabase` may be told. */
export interface StartOptions {
  /** The data folder; made if it is missing. */
  data: string
  /** Told what happens, a sentence at a time. */
  log?: (line: string) => void
  /** Settings of the server beyond those for a laptop; they count for who starts it. */
  settings?: Settings
  /** The URL of one's own server, instead of the one in the folder: `DATABASE_URL`, unless this says otherwise. */
  external?: string
  /** Milliseconds that the server outlives its last user, when the watchdog stops it. */
  linger?: number
}

/** A database that is ready. */
export interface Database {
  /** The connection of the role `owner`, as a URL and as pg takes it. Good in this process and its threads. */
  url: string
  connection: { connectionString: string }
  /** `started` by this process, `joined` to one that ran already, or `external` (`DATABASE_URL`). */
  how: 'started' | 'joined' | 'external'
  /** PostgreSQL's version, `18.4` say. */
  version: string
  /** Leaves; the server is stopped when this process looked after it and nobody else is connected. */
  stop(): Promise<void>
}

/**
 * Makes the database ready: one's own (`DATABASE_URL`), or the one in the data folder, which is made, started or
 * joined. It never keeps the process alive, and stops soon after the last process that used it is gone.
 * @throws StoreError with a code and one plain sentence.
 */
export async function startDatabase(options: StartOptions): Promise<Database> {
  const { external = process.env.DATABASE_URL } = options
  return external ? joinExternal(external) : joinEmbedded(await preparePlace(options), options)
}

async function joinExternal(url: string): Promise<Database> {
  const version = await externalVersion(url)
  return { url, connection: { connectionString: url }, how: 'external', version, stop: async () => {} }
}

async function preparePlace({ data, settings = {} }: StartOptions): Promise<Place> {
  const folder = await openFolder(data)
  const identity = await identityFor(folder)
  await prepareFolders(folder, identity)
  const runtime = await findRuntime(folder, identity)
  await prepareCluster(folder, runtime, identity)
  const password = (await readFile(folder.password, 'utf8')).trim()
  return { folder, runtime, identity, address: addressOf(folder), password, settings }
}

async function joinEmbedded(place: Place, { log = () => {}, linger = 0 }: StartOptions): Promise<Database> {
  const presence = await bringUp(place, log)
  if (presence.started) await sweep(place)
  const stay = await keepPresence(place, presence, log, linger)
  const url = await ownerUrl(place)
  return {
    url,
    connection: { connectionString: url },
    how: presence.started ? 'started' : 'joined',
    version: presence.version,
    stop: () => {
      stay.left ??= leave(place, stay)
      return stay.left
    },
  }
}

/** This process's stay at the server. */
interface Stay {
  presence: Presence
  /** Whoever looks after the server has one. */
  watchdog: Watchdog | null
  leaving: boolean
  left?: Promise<void>
}

async function keepPresence(
  place: Place,
  presence: Presence,
  log: (line: string) => void,
  linger: number,
): Promise<Stay> {
  const stay: Stay = { presence, watchdog: null, leaving: false }
  const settle = async (current: Presence) => {
    stay.presence = current
    unref(current)
    current.client.once('end', () => void comeBack())
    if (current.started || current.first) stay.watchdog ??= await startWatchdog(place, linger)
  }
  const comeBack = async () => {
    if (stay.leaving) return
    log('The database went away; bringing it back.')
    await bringUp(place, log).then(settle, (error) => log(messageOf(error)))
    if (stay.leaving) await endPresence(stay.presence)
  }
  await settle(presence)
  return stay
}

/** pg has these methods, its types do not. */
interface Counted {
  ref(): void
  unref(): void
}

/** An idle connection must not keep the process alive. */
function unref({ client }: Presence): void {
  ;(client as unknown as Counted).unref()
}

/** Leaving must, to its end. */
async function endPresence({ client }: Presence): Promise<void> {
  ;(client as unknown as Counted).ref()
  await client.end()
}

async function leave(place: Place, stay: Stay): Promise<void> {
  stay.leaving = true
  await endPresence(stay.presence)
  if (!stay.watchdog) return
  const stopped = await stopIfAlone(place, () => stopServer(place.folder, place.runtime.bin))
  if (stopped) stay.watchdog.dismiss()
  else stay.watchdog.release()
}
