import { openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { DataFolder } from '../folder.ts'
import { StoreError } from './errors.ts'

/** The port in the name of the socket; only Windows listens on a real port. */
export const SOCKET_PORT = 5432
const SOCKET_NAME = `.s.PGSQL.${SOCKET_PORT}`

/** Where the server of a folder is reached. */
export interface Address {
  /** The socket's folder, or a loopback address. */
  host: string
  /** The open `run` folder, where its own path is too long for a socket. */
  directory?: number
}

const LONGEST = process.platform === 'darwin' ? 103 : 107

/** The socket of a folder. A path that is too long for a socket is reached through an open folder (Linux). */
export function addressOf(folder: DataFolder, platform = process.platform): Address {
  if (platform === 'win32') return { host: '127.0.0.1' }
  if (Buffer.byteLength(join(folder.run, SOCKET_NAME)) <= LONGEST) return { host: folder.run }
  if (platform !== 'linux') {
    throw new StoreError(
      'path-too-long',
      `The path of the data folder ${folder.root} is too long for the database's socket: choose a shorter one.`,
    )
  }
  const directory = openSync(folder.run, 'r')
  return { host: `/proc/self/fd/${directory}`, directory }
}

/** The arguments that make `postgres`, started in `db`, listen there; relative, so that no path is too long. */
export async function listenArguments(address: Address): Promise<string[]> {
  if (address.host.startsWith('/'))
    return ['-k', '../run', '-c', 'listen_addresses=', '-p', String(SOCKET_PORT)]
  return ['-c', `listen_addresses=${address.host}`, '-p', String(await freePort(address.host))]
}

function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The port of the running server: on loopback it stands in the fourth line of `postmaster.pid`. */
export async function portOf(address: Address, folder: DataFolder): Promise<number> {
  if (address.host.startsWith('/')) return SOCKET_PORT
  const text = await readFile(join(folder.db, 'postmaster.pid'), 'utf8')
  return Number(text.split('\n')[3])
}

/** A connection URL for the role `owner`; also understood by psql. */
export function urlOf(host: string, port: number, password: string, database: string): string {
  return `postgresql://owner:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}
