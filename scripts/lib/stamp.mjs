// Freshness by content. A stamp remembers a set of files twice: as a listing (size and time of change, read in
// milliseconds) and as a hash of the contents. Only when the listing differs are the contents read, so a fresh
// checkout or a `touch` costs one hash and no rebuild.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** All files below the given paths (files or folders, relative to root; absent ones are left out), sorted. */
export function filesUnder(root, paths, keep = () => true) {
  return paths
    .map((path) => join(root, path))
    .filter((path) => existsSync(path))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]))
    .map((file) => relative(root, file).split(sep).join('/'))
    .filter(keep)
    .sort()
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : [path]
  })
}

/** What a stamp says of these files now. `salt` is anything else the result depends on. */
export function stampOf(root, files, salt = '') {
  return { listing: listingOf(root, files, salt), contents: contentsOf(root, files, salt) }
}

function listingOf(root, files, salt) {
  const hash = createHash('sha256').update(salt)
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`\n${file} ${size} ${mtimeMs}`)
  }
  return hash.digest('hex')
}

function contentsOf(root, files, salt) {
  const hash = createHash('sha256').update(salt)
  for (const file of files) {
    const bytes = readFileSync(join(root, file))
    hash.update(`\n${file} ${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

/** True when the stamp stored in stampFile still describes the files. */
export function isFresh(stampFile, root, files, salt = '') {
  const stored = readStamp(stampFile)
  if (!stored) return false
  const listing = listingOf(root, files, salt)
  if (stored.listing === listing) return true
  if (stored.contents !== contentsOf(root, files, salt)) return false
  writeIfAllowed(stampFile, { ...stored, listing })
  return true
}

export function writeStamp(stampFile, stamp) {
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, JSON.stringify(stamp))
}

/** A project installed by somebody else may be read-only for this user: then the stamp stays as it is. */
export function writeIfAllowed(stampFile, stamp) {
  try {
    writeStamp(stampFile, stamp)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error
  }
}

function readStamp(stampFile) {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return undefined
  }
}
