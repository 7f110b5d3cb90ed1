import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  type FileHandle,
  link,
  open,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  statfs,
} from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type DataFolder, likeParent, noSpace } from '../folder.ts'
import { type Address, listenArguments, SOCKET_PORT } from './address.ts'
import { serverEnvironment } from './cluster.ts'
import { codeOf, messageOf, StoreError } from './errors.ts'
import { cannotChangeUser, type Identity } from './identity.ts'
import { type Runtime, unsupported } from './runtime.ts'
import { laptopSettings, type Settings, settingArguments } from './settings.ts'

const run = promisify(execFile)
const LONGEST_LOG = 1_000_000

/** All that is needed to start, find and stop the server of one folder. */
export interface Place {
  folder: DataFolder
  runtime: Runtime
  identity: Identity | null
  address: Address
  password: string
  settings: Settings
}

/** A server that this process has spawned. */
export interface Postmaster {
  pid: number | undefined
  /** Set when it has ended: its own words why. */
  ended: string | null
}

/** Starts `postgres` on the folder, in a session of its own, so that it outlives this process. */
export async function spawnPostmaster(place: Place): Promise<Postmaster> {
  const { folder, identity, runtime } = place
  const log = await openLog(folder)
  const from = (await log.stat()).size
  const args = ['-D', identity ? '/proc/self/cwd' : folder.db, ...(await listenArguments(place.address))]
  args.push(...settingArguments({ ...laptopSettings(runtime.major), ...place.settings }))
  const child = spawn(join(runtime.bin, 'postgres'), args, {
    ...identity,
    cwd: folder.db,
    env: serverEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  const postmaster: Postmaster = { pid: child.pid, ended: null }
  child.once('error', (error) => {
    postmaster.ended = `${codeOf(error)} ${messageOf(error)}`
  })
  child.once('exit', async () => {
    postmaster.ended = await lastWords(folder, from, child.pid)
  })
  child.unref()
  await log.close()
  return postmaster
}

/** What the server writes of what went wrong. */
export function logFile(folder: DataFolder): string {
  return join(folder.run, 'postgres.log')
}

async function openLog(folder: DataFolder): Promise<FileHandle> {
  const path = logFile(folder)
  const { size } = await stat(path).catch(() => ({ size: 0 }))
  if (size > LONGEST_LOG) await rename(path, `${path}.old`)
  const log = await open(path, 'a', 0o600)
  await likeParent(path)
  return log
}

/** What the process `pid` wrote to the log as its reason; others may have written between. */
async function lastWords(folder: DataFolder, from: number, pid: number | undefined): Promise<string> {
  const text = (await readFile(logFile(folder)).catch(() => Buffer.alloc(0))).subarray(from).toString()
  const lines = text.split('\n').filter((line) => /FATAL|PANIC/.test(line) && line.includes(`[${pid}]`))
  if (lines.length > 0) return lines.map((line) => line.replace(/^.*?(FATAL|PANIC): +/, '')).join(' ')
  // On a full disk there is no room for the reason either.
  const { bavail, bsize } = await statfs(folder.db)
  return bavail * bsize < LONGEST_LOG ? 'No space left' : text.trim()
}

/** The sentence for a server that ended at once, from its own words. */
export function startError(place: Place, words: string): StoreError {
  const { db } = place.folder
  if (/No space left|Disk quota/i.test(words)) return noSpace(db)
  if (/^EPERM/.test(words) && place.identity) return cannotChangeUser(place.identity)
  if (/^(ENOENT|EACCES)|shared libraries|GLIBC/.test(words)) {
    return unsupported(`because its programs do not start (${words.split('\n')[0]})`)
  }
  if (/Read-only file system|Permission denied/i.test(words)) {
    return new StoreError(
      'folder-not-writable',
      `The database in ${db} cannot be written: ${words.split('\n')[0]}`,
    )
  }
  return new StoreError(
    'start-failed',
    `The database in ${db} did not start: ${words.split('\n')[0] || 'no reason given'}`,
  )
}

/** The process id in a lock file of PostgreSQL, or null. */
async function pidIn(path: string): Promise<number | null> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return Number.parseInt(text, 10) || null
}

/** Whether the process is a postgres that works on this folder. In doubt the answer is yes. */
async function isServerOf(pid: number, folder: DataFolder): Promise<boolean> {
  if (process.platform === 'win32') return true
  if (process.platform !== 'linux') {
    const { stdout } = await run('ps', ['-p', String(pid), '-o', 'comm=']).catch(() => ({ stdout: '' }))
    return stdout.includes('postgres')
  }
  try {
    const program = basename(await readlink(`/proc/${pid}/exe`))
    if (!program.startsWith('postgres')) return false
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(folder.db))
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return false
    // Root in a container may not look behind these links of another user, but may read the command.
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return basename(command.split('\0')[0] ?? '').startsWith('postgres')
  }
}

/** The running server's process id by its own lock file, if it is one of this folder. */
async function runningPid(folder: DataFolder): Promise<number | null> {
  const pid = await pidIn(join(folder.db, 'postmaster.pid'))
  return pid && (await isServerOf(pid, folder)) ? pid : null
}

/**
 * Removes the lock files of a server that is no more, when another process has taken its number.
 * A living server whose socket somebody has removed can never be reached again, and is stopped instead.
 */
export async function clearStale(place: Place, log: (line: string) => void): Promise<void> {
  const { folder, address } = place
  const socket = join(folder.run, `.s.PGSQL.${SOCKET_PORT}`)
  const pid = await runningPid(folder)
  if (pid === null) {
    for (const lock of [join(folder.db, 'postmaster.pid'), `${socket}.lock`])
      await removeStale(lock, folder, log)
    return
  }
  const starting = Date.now() - (await stat(join(folder.db, 'postmaster.pid'))).mtimeMs < 5000
  if (starting || !address.host.startsWith('/') || existsSync(socket)) return
  log(`The database server ${pid} has lost its socket; stopping it.`)
  await stopServer(folder)
}

async function removeStale(lock: string, folder: DataFolder, log: (line: string) => void): Promise<void> {
  const pid = await pidIn(lock)
  if (pid === null || (await isServerOf(pid, folder))) return
  // Another start may have put its own lock here meanwhile: take it away first, then look again.
  const taken = `${lock}.stale-${process.pid}`
  await rename(lock, taken).catch(() => {})
  if ((await pidIn(taken)) !== pid) await link(taken, lock).catch(() => {})
  else log(`Removed the stale lock ${lock} of process ${pid}.`)
  await rm(taken, { force: true })
}

/** Stops the server of this folder (transactions are rolled back, all is written) and waits until it is gone. */
export async function stopServer(folder: DataFolder, bin?: string): Promise<void> {
  const pid = await runningPid(folder)
  if (pid === null) return
  if (process.platform === 'win32' && bin) {
    // Windows has no signals; pg_ctl speaks to the server's own pipe.
    await run(join(bin, 'pg_ctl'), ['stop', '-m', 'fast', '-D', folder.db])
    return
  }
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + 60_000
  while ((await pidIn(join(folder.db, 'postmaster.pid'))) === pid) {
    if (Date.now() > deadline)
      throw new StoreError('stop-failed', `The database server ${pid} does not stop.`)
    await sleep(5)
  }
}
