import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { chmod, copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { likeParent } from './folder.ts'
import { codeOf } from './server/errors.ts'

// What the database must not be able to know by itself is hashed or sealed under a key that lies beside it, in the
// data folder, and in no table.

export type Keyring = {
  /** HMAC-SHA-256 of a text. The same text under another purpose is another hash. */
  hash(purpose: string, text: string): Buffer
  /** Encrypts a text (AES-256-GCM). Only the same purpose opens it. */
  seal(purpose: string, text: string): Buffer
  /** The text; null when it was sealed for another purpose, by another key, or changed since. */
  open(purpose: string, sealed: Uint8Array): string | null
}

const BYTES = 32
const NONCE = 12
const TAG = 16

export function createKeyring(secret: Uint8Array): Keyring {
  const keyFor = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `acquaint ${purpose}`, BYTES))
  return {
    hash: (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text).digest(),
    seal(purpose, text) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
      const sealed = [cipher.update(text, 'utf8'), cipher.final()]
      return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()])
    },
    open(purpose, sealed) {
      const [nonce, rest] = [sealed.subarray(0, NONCE), sealed.subarray(NONCE)]
      try {
        const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), nonce)
        decipher.setAuthTag(rest.subarray(-TAG))
        return Buffer.concat([decipher.update(rest.subarray(0, -TAG)), decipher.final()]).toString()
      } catch {
        return null
      }
    },
  }
}

/** A key that ends with the process: for stores that keep nothing. */
export const passingKeyring = (): Keyring => createKeyring(randomBytes(BYTES))

const keyIn = (root: string): string => join(root, 'key')
const besides = (backup: string): string => `${backup}.key`

/** The key of a data folder (file `key`, mode 0600), made once. */
export async function keyringOf(root: string): Promise<Keyring> {
  const path = keyIn(root)
  await writeFile(path, `${randomBytes(BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' }).then(
    () => likeParent(path),
    (error) => {
      if (codeOf(error) !== 'EEXIST') throw error
    },
  )
  const secret = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64')
  if (secret.length === BYTES) return createKeyring(secret)
  throw new Error(
    `${path} holds no key of ${BYTES} bytes: put the right one back from where the folder is kept.`,
  )
}

/**
 * Puts the key of a data folder beside a backup of its database: apart, so that the backup alone opens nothing.
 * @returns where it lies; null when the folder has none yet
 */
export async function saveKey(root: string, backup: string): Promise<string | null> {
  return copyKey(keyIn(root), besides(backup), constants.COPYFILE_EXCL)
}

/** Takes the key beside a backup into a data folder whose database was filled from it. */
export async function bringKey(backup: string, root: string): Promise<string | null> {
  const path = await copyKey(besides(backup), keyIn(root), 0)
  if (path !== null) await likeParent(path)
  return path
}

async function copyKey(from: string, to: string, mode: number): Promise<string | null> {
  try {
    await copyFile(from, to, mode)
    await chmod(to, 0o600)
    return to
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
