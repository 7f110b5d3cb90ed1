import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { portOf, urlOf } from './address.ts'
import { ofAnotherUser } from './cluster.ts'
import { codeOf, messageOf, StoreError } from './errors.ts'
import {
  clearStale,
  type Place,
  type Postmaster,
  spawnPostmaster,
  startError,
  stopServer,
} from './process.ts'

/** The database that holds everything. */
export const DATABASE = 'acquaint'
/** The name under which the watchdog connects; it does not count as somebody who uses the database. */
export const WATCHDOG_NAME = 'acquaint watchdog'

/**
 * Who uses the server holds this lock shared, for as long as it does. Who wants to stop it takes it alone: that
 * fails while anybody is there, and who comes meanwhile waits, loses the connection, and starts the server again.
 */
const PRESENCE_LOCK = 4747_0001
const NOBODY_ELSE = `not exists (select from pg_stat_activity where backend_type = 'client backend'
  and pid <> pg_backend_pid() and application_name <> '${WATCHDOG_NAME}')`
/** Answers whether the server may be stopped now (`alone`). */
export const MAY_STOP = `select pg_try_advisory_lock(${PRESENCE_LOCK}) and ${NOBODY_ELSE} as alone`

const PATIENCE = 60_000
const GONE = ['ENOENT', 'ECONNREFUSED']
const RETRY = [
  '',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  'ECONNRESET',
  'EPIPE',
  '42P04',
  '23505',
  '55006',
  '3D000',
]

/** This process's own place at the server. */
export interface Presence {
  client: pg.Client
  version: string
  /** True when this process has started the server. */
  started: boolean
  /** True when nobody else was there: who comes first looks after it. */
  first: boolean
}

/** The URL of the role `owner` for one database of the server. */
export async function ownerUrl(place: Place, database = DATABASE): Promise<string> {
  const { address, folder, password } = place
  return urlOf(address.host, await portOf(address, folder), password, database)
}

/**
 * Connects to the server of a folder; starts it if nobody answers. Several may do this at once.
 * @throws StoreError `start-failed`, `wrong-password`, `no-answer`, `folder-of-another-user`, `no-space` and others.
 */
export async function bringUp(place: Place, log: (line: string) => void): Promise<Presence> {
  const start: Start = { place, log, postmaster: null, deadline: Date.now() + PATIENCE }
  try {
    for (;;) {
      const attempt = await tryConnect(place)
      if (!('failed' in attempt)) return { ...attempt, started: start.postmaster?.ended === null }
      await help(start, attempt.failed)
      await sleep(10)
    }
  } catch (error) {
    // Nobody would look after a server that was started and cannot be used.
    if (start.postmaster?.ended === null) await stopServer(place.folder, place.runtime.bin)
    throw error
  }
}

/** One attempt to get a server. */
interface Start {
  place: Place
  log: (line: string) => void
  postmaster: Postmaster | null
  deadline: number
}

/** Does what may make the next connection succeed, or throws when nothing can. */
async function help(start: Start, error: unknown): Promise<void> {
  const { place, log } = start
  const code = codeOf(error)
  const gone = GONE.includes(code)
  if (!gone && !RETRY.includes(code)) throw connectError(place, error)
  // A server that says it is recovering after a crash may take its time.
  if (code === '57P03') start.deadline = Date.now() + PATIENCE
  if (Date.now() > start.deadline) throw noAnswer(place, error)
  if (start.postmaster?.ended) await understandEnd(place, start.postmaster.ended, log)
  if (!gone || start.postmaster?.ended === null) return
  log('Starting the database.')
  start.postmaster = await spawnPostmaster(place)
}

/** A server that ended because another one is there is no failure; everything else is. */
async function understandEnd(place: Place, words: string, log: (line: string) => void): Promise<void> {
  if (!/lock file|already in use|still in use|Address already/i.test(words)) throw startError(place, words)
  await clearStale(place, log)
  await sleep(100)
}

async function tryConnect(place: Place): Promise<Omit<Presence, 'started'> | { failed: unknown }> {
  try {
    return await enter(place)
  } catch (error) {
    if (codeOf(error) !== '3D000') return { failed: error }
    return createDatabase(place).then(
      () => ({ failed: error }),
      (failed) => ({ failed }),
    )
  }
}

/** A client that never throws out of nowhere and is given up after a while. */
async function newClient(place: Place, database: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: await ownerUrl(place, database),
    application_name: 'acquaint',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {})
  return client
}

async function enter(place: Place): Promise<Omit<Presence, 'started'>> {
  const client = await newClient(place, DATABASE)
  try {
    await client.connect()
    await client.query(`select pg_advisory_lock_shared(${PRESENCE_LOCK})`)
    const { rows } = await client.query(
      `select split_part(current_setting('server_version'), ' ', 1) as version, ${NOBODY_ELSE} as first`,
    )
    return { client, ...rows[0] }
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

async function createDatabase(place: Place): Promise<void> {
  const client = await newClient(place, 'postgres')
  try {
    await client.connect()
    await client.query(`create database ${DATABASE} template template0`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether the server may be stopped; asked for a moment, because who has just left is still seen. */
export async function stopIfAlone(place: Place, stop: () => Promise<void>): Promise<boolean> {
  const client = await newClient(place, DATABASE)
  try {
    await client.connect()
    for (let attempt = 0; attempt < 20; attempt++) {
      const { rows } = await client.query(MAY_STOP)
      if (rows[0].alone) return await stop().then(() => true)
      await sleep(10)
    }
    return false
  } catch (error) {
    // Somebody else has stopped it.
    if (GONE.includes(codeOf(error)) || RETRY.includes(codeOf(error))) return true
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

function connectError(place: Place, error: unknown): StoreError {
  const { db, password } = place.folder
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return new StoreError(
        'wrong-password',
        `The password in ${password} does not open the database in ${db}: put the right one back.`,
        { cause: error },
      )
    case 'EACCES':
    case 'EPERM':
      return ofAnotherUser(db, error)
    default:
      return new StoreError('connect-failed', `The database in ${db} cannot be opened: ${messageOf(error)}`, {
        cause: error,
      })
  }
}

function noAnswer(place: Place, error: unknown): StoreError {
  return new StoreError(
    'no-answer',
    `The database in ${place.folder.db} does not answer (${messageOf(error)}): see postgres.log in ${place.folder.run}.`,
    { cause: error },
  )
}
