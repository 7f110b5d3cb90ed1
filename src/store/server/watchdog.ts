import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { serverEnvironment } from './cluster.ts'
import { MAY_STOP, ownerUrl, WATCHDOG_NAME } from './presence.ts'
import type { Place } from './process.ts'

/** What stops the server when this process is gone without having done it. */
export interface Watchdog {
  /** Not needed any more: the server is stopped. */
  dismiss(): void
  /** This process leaves: the watchdog stops the server as soon as nobody is there. */
  release(): void
}

/**
 * Runs in a Node of its own, as text, because it must outlive this program's files: an update may replace them.
 * Ends the server as soon as nobody uses it, and itself when the server is gone.
 */
const PROGRAM = `
const { pg, url, name, query, lock, stop, linger } = JSON.parse(process.env.ACQUAINT_WATCHDOG)
const { Client } = require(pg)
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const alone = async () => {
  const client = new Client({ connectionString: url, application_name: name, connectionTimeoutMillis: 10000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(query)
    if (rows[0].alone) end()
    return rows[0].alone
  } finally {
    await client.end().catch(() => {})
  }
}
const end = () => {
  if (stop.length > 0) return require('node:child_process').spawnSync(stop[0], stop.slice(1))
  process.kill(Number.parseInt(require('node:fs').readFileSync(lock, 'utf8'), 10), 'SIGINT')
}
const watch = async () => {
  await sleep(linger)
  while (!(await alone().catch((error) => error.code === 'ENOENT' || error.code === 'ECONNREFUSED'))) await sleep(2000)
}
process.stdin.on('error', () => {}).on('close', watch).resume()
`

/**
 * Starts the watchdog. Until this process is gone it is a shell that waits for the end of a pipe (1 MB), and only
 * then a Node.
 * @param linger milliseconds that the server stays up for the next who comes.
 */
export async function startWatchdog(place: Place, linger: number): Promise<Watchdog> {
  const node = [process.execPath, '-e', PROGRAM]
  const shell = ['/bin/sh', '-c', 'while read -r line; do :; done; exec "$@"', 'acquaint-watchdog', ...node]
  const [command = '', ...args] = process.platform === 'win32' ? node : shell
  const { directory } = place.address
  const child = spawn(command, args, {
    cwd: place.folder.root,
    env: { ...serverEnvironment(), ACQUAINT_WATCHDOG: JSON.stringify(await instructions(place, linger)) },
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'ignore', 'ignore', directory ?? 'ignore'],
  })
  // Without a shell there is no watchdog; the next start then finds the server and looks after it.
  child.once('error', () => {})
  child.unref()
  const pipe = child.stdin as Duplex & { unref?: () => void }
  pipe.on('error', () => {})
  pipe.unref?.()
  return {
    dismiss: () => void child.kill('SIGKILL'),
    release: () => void pipe.end(),
  }
}

async function instructions(place: Place, linger: number): Promise<Record<string, unknown>> {
  const { address, folder, runtime } = place
  // The open folder has its own number in the other process.
  const seen = address.directory === undefined ? address : { ...address, host: '/proc/self/fd/3' }
  return {
    pg: createRequire(import.meta.url).resolve('pg'),
    url: await ownerUrl({ ...place, address: seen }),
    name: WATCHDOG_NAME,
    query: MAY_STOP,
    lock: join(folder.db, 'postmaster.pid'),
    stop:
      process.platform === 'win32'
        ? [join(runtime.bin, 'pg_ctl'), 'stop', '-m', 'fast', '-D', folder.db]
        : [],
    linger,
  }
}
