import { chown, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DataFolder } from '../folder.ts'
import { codeOf, StoreError } from './errors.ts'

/** The user that the database runs as, where that is not the user of this process. */
export interface Identity {
  uid: number
  gid: number
}

const NOBODY: Identity = { uid: 65534, gid: 65534 }

/**
 * PostgreSQL refuses to run as root. For root the answer is another user: the one who owns the database already,
 * else who owns the data folder, else `postgres` or `nobody`. For everybody else `null`: run as oneself.
 */
export async function identityFor(folder: DataFolder): Promise<Identity | null> {
  if (process.getuid?.() !== 0) return null
  for (const path of [folder.db, folder.root]) {
    const owner = await stat(path).catch(() => null)
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return passwdEntry(passwd, 'postgres') ?? passwdEntry(passwd, 'nobody') ?? NOBODY
}

/** The user and group of `name` in the text of /etc/passwd. */
export function passwdEntry(passwd: string, name: string): Identity | null {
  const fields = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .find((entry) => entry[0] === name)
  const uid = Number(fields?.[2])
  const gid = Number(fields?.[3])
  return uid > 0 && gid >= 0 ? { uid, gid } : null
}

/** Gives one path to the database's user; nothing to do when that is ourselves. */
export async function give(path: string, identity: Identity | null): Promise<void> {
  if (!identity) return
  await chown(path, identity.uid, identity.gid).catch((error) => {
    throw codeOf(error) === 'EINVAL' || codeOf(error) === 'EPERM' ? cannotChangeUser(identity) : error
  })
}

/** Gives a folder and all in it to the database's user, when root owns it: a copy made by root, say. */
export async function giveAll(path: string, identity: Identity | null): Promise<void> {
  if (!identity || (await stat(path)).uid !== 0) return
  const entries = await readdir(path, { recursive: true })
  for (const entry of entries) await give(join(path, entry), identity)
  // The folder itself last: if this is interrupted, the next start does it again.
  await give(path, identity)
}

/** The sentence for a root that may not become anybody else (a user namespace with one user, say). */
export function cannotChangeUser(identity: Identity): StoreError {
  return new StoreError(
    'cannot-change-user',
    `PostgreSQL does not run as root, and this root may not run it as user id ${identity.uid}: ` +
      'run Acquaint as an ordinary user, or set DATABASE_URL.',
  )
}

/** Whether the database's user may pass through `path` and all folders above it. */
export async function mayEnter(path: string, identity: Identity): Promise<boolean> {
  const { mode, uid, gid } = await stat(path)
  const bit = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001
  if (!(mode & bit)) return false
  return dirname(path) === path || mayEnter(dirname(path), identity)
}
