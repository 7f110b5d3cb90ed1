import { createHash } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { createAdaptorServer } from '@hono/node-server'
import type { App } from './http/app.ts'

// The door for the owner's own programs: a unix socket of mode 0600 (on Windows a named pipe), with no session. Only
// the user who runs the server can open it.

/** What fits into a socket's address on every system, in bytes (macOS has the least). */
const LONGEST = 103
const isWindows = process.platform === 'win32'

const recordOf = (data: string): string => join(data, 'socket')

function plainPath(data: string): string {
  const root = resolve(data)
  if (isWindows)
    return `\\\\.\\pipe\\acquaint-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`
  return join(root, 'acquaint.sock')
}

const fits = (path: string): boolean => isWindows || Buffer.byteLength(path) <= LONGEST

/** Where the server of a data folder listens; null when it cannot be known. */
export async function socketPath(data: string): Promise<string | null> {
  const plain = plainPath(data)
  if (fits(plain)) return plain
  const recorded = (await readFile(recordOf(data), 'utf8').catch(() => '')).trim()
  return recorded !== '' && (await isOwnFolder(dirname(recorded))) ? recorded : null
}

/** A folder in the temporary directory may have become somebody else's since. */
async function isOwnFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && found.uid === process.getuid?.() && (found.mode & 0o077) === 0
}

async function pathToListenOn(data: string): Promise<string> {
  const known = await socketPath(data)
  if (known !== null) return known
  const made = join(await mkdtemp(join(tmpdir(), 'acquaint-')), 'acquaint.sock')
  await writeFile(recordOf(data), `${made}\n`, { mode: 0o600 })
  return made
}

/** Opens the local door of a data folder; nobody else may be serving it. */
export async function openLocalDoor(data: string, app: App): Promise<{ close(): Promise<void> }> {
  const path = await pathToListenOn(data)
  if (!isWindows) await rm(path, { force: true })
  const server = createAdaptorServer({ fetch: (given) => app.fetch(given, { local: true }) })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    // The socket is made within listen(), so that it is never open to others, not even for a moment.
    const before = process.umask(0o177)
    server.listen(path, done)
    process.umask(before)
  })
  if (!isWindows) chmodSync(path, 0o600)
  return {
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** The socket on which a server of this folder answers, or null. */
export async function liveSocket(data: string): Promise<string | null> {
  const path = await socketPath(data)
  if (path === null) return null
  return new Promise((done) => {
    const socket = createConnection(path)
    socket.once('connect', () => done(path))
    socket.once('error', () => done(null))
    socket.once('connect', () => socket.destroy())
  })
}

/** `fetch` through a socket. */
export async function fetchThrough(socketPath: string, given: Request): Promise<Response> {
  const { pathname, search } = new URL(given.url)
  const headers = Object.fromEntries(given.headers)
  const asked = request({ socketPath, path: pathname + search, method: given.method, headers, agent: false })
  const answered = new Promise<Response>((done, failed) => {
    asked.once('error', failed)
    asked.once('response', (message) => {
      const body = Readable.toWeb(message) as unknown as ReadableStream
      done(
        new Response(message.statusCode === 204 ? null : body, {
          status: message.statusCode ?? 500,
          headers: headersOf(message.headers),
        }),
      )
    })
  })
  if (given.body === null) asked.end()
  // A server that refuses early closes its side: then its answer counts, not the broken upload.
  else void pipeline(Readable.fromWeb(given.body as NodeStream), asked).catch(() => {})
  return answered
}

function headersOf(found: NodeJS.Dict<string | string[]>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(found)) headers.set(name, String(value))
  return headers
}

/** Who serves a folder, asked through its socket; null when nobody does. */
export async function whoServes(data: string): Promise<{ pid: number; address: string | null } | null> {
  const path = await liveSocket(data)
  if (path === null) return null
  const told = await fetchThrough(path, new Request('http://localhost/api/server'))
  return (await told.json()) as { pid: number; address: string | null }
}

/** @throws Error with a sentence when another Acquaint serves this folder. */
export async function refuseWhenServed(data: string): Promise<void> {
  const holder = await whoServes(data)
  if (holder === null) return
  const where = holder.address === null ? '' : ` at ${holder.address}`
  throw new Error(
    `Acquaint (process ${holder.pid}) serves ${resolve(data)} already${where}; \`acquaint open\` prints a link to it.`,
  )
}
