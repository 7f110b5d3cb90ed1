import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './report.ts'

/** The program as it is built; `bin/acquaint` looks first whether it is. */
export const MAIN = join(ROOT, 'dist', 'serve', 'main.js')
export const BIN = join(ROOT, 'bin', 'acquaint')

/** A server in a process of its own. */
export type Server = {
  pid: number
  address: string
  /** The one-time token of the printed link. */
  token: string
  stop(): Promise<void>
}

/** Fetches from a server, with the cookie of a session. @throws Error when the answer is not 2xx */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>

const LINK = /(http:\/\/\S+)\/#start=(\S+)/
const PATIENCE = 600_000

/** Starts `acquaint serve` (or another command that serves) and waits for its link. */
export async function serve(data: string, program = MAIN, args: string[] = ['serve']): Promise<Server> {
  const child = spawn(process.execPath, [program, ...args, '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Requests are not the output that one wants to read here.
    env: { ...process.env, LOG_LEVEL: 'error', DATABASE_URL: '' },
  })
  const [, address, token] = await linkOf(child)
  return { pid: child.pid!, address: address!, token: token!, stop: () => stopped(child) }
}

async function linkOf(child: ChildProcess): Promise<RegExpExecArray> {
  let said = ''
  const timer = setTimeout(() => child.kill(), PATIENCE)
  try {
    for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false })) {
      said += chunk
      const link = LINK.exec(said)
      if (link) return link
    }
  } finally {
    clearTimeout(timer)
    // What it says later must not fill the pipe.
    child.stdout!.resume()
  }
  throw new Error(`the server ended without a link; it said: ${said.trim() || 'nothing'}`)
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** Exchanges the token for a session. */
export async function signIn({ address, token }: Server): Promise<Ask> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`no session: ${answer.status} ${await answer.text()}`)
  return async (path, init = {}) => {
    const told = await fetch(address + path, { ...init, headers: { cookie, ...init.headers } })
    if (!told.ok) throw new Error(`${path}: ${told.status} ${await told.text()}`)
    return told
  }
}

/** Works with a fresh data folder, which is gone afterwards. */
export async function withFolder<T>(work: (data: string) => Promise<T>): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), 'acquaint-bench-'))
  try {
    return await work(data)
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

/** Runs one command to its end. @throws Error with what it said when it fails */
export async function command(args: string[], program = MAIN): Promise<string> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${args.join(' ')}: ${said.trim()}`)
  return said
}
