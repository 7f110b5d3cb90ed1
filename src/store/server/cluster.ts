import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type DataFolder, folderError, likeParent, noSpace } from '../folder.ts'
import { codeOf, messageOf, StoreError } from './errors.ts'
import { give, giveAll, type Identity } from './identity.ts'
import { type Runtime, unsupported } from './runtime.ts'
import { initdbArguments } from './settings.ts'

const run = promisify(execFile)

/** Makes what a start needs around the cluster: `run`, the password, and a way through for the database's user. */
export async function prepareFolders(folder: DataFolder, identity: Identity | null): Promise<void> {
  try {
    await mkdir(folder.run, { recursive: true, mode: 0o700 })
    await give(folder.run, identity)
    await makePassword(folder)
    // The database's user goes from `db` to `run` through the data folder, of which it may see nothing else.
    const { mode } = await stat(folder.root)
    if (identity && !(mode & 0o001)) await chmod(folder.root, (mode & 0o777) | 0o001)
  } catch (error) {
    throw folderError(error, folder.root)
  }
}

/**
 * Makes the database cluster if there is none, and checks that these programs may open the one that is there.
 * Several may do this at once: each makes its own, the first rename wins and the others drop theirs.
 * @throws StoreError `database-newer`, `database-older`, `not-a-database`, `folder-of-another-user`, `no-space`,
 * `initdb`, `no-user-name`, `platform`.
 */
export async function prepareCluster(
  folder: DataFolder,
  runtime: Runtime,
  identity: Identity | null,
): Promise<void> {
  try {
    if (!(await hasCluster(folder.db))) await makeCluster(folder, runtime, identity)
    await checkVersion(folder.db, runtime.major)
    await giveAll(folder.db, identity)
  } catch (error) {
    throw folderError(error, folder.root)
  }
}

/** One password for all who start at the same time: the first link wins. */
async function makePassword(folder: DataFolder): Promise<void> {
  if (existsSync(folder.password)) return
  if (existsSync(join(folder.db, 'PG_VERSION'))) throw passwordMissing(folder)
  const making = `${folder.password}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  await writeFile(making, randomBytes(24).toString('hex'), { mode: 0o600, flush: true })
  await likeParent(making)
  await link(making, folder.password).catch((error) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
  await rm(making)
}

function passwordMissing({ db, password }: DataFolder): StoreError {
  const message = `The database in ${db} is there, but the file ${password} that opens it is missing: put it back.`
  return new StoreError('wrong-password', message)
}

/** Whether `db` holds a cluster; an empty folder does not, and anything else is refused. */
async function hasCluster(db: string): Promise<boolean> {
  const entries = await readdir(db).catch((error): string[] => {
    if (codeOf(error) === 'EACCES') throw ofAnotherUser(db, error)
    if (codeOf(error) !== 'ENOENT') throw error
    return []
  })
  if (entries.length === 0) return false
  if (entries.includes('PG_VERSION')) return true
  throw new StoreError(
    'not-a-database',
    `The folder ${db} holds no database: move it away or choose another folder.`,
  )
}

async function makeCluster(folder: DataFolder, runtime: Runtime, identity: Identity | null): Promise<void> {
  const name = `${process.pid}-${randomBytes(4).toString('hex')}`
  const making = join(folder.root, `db.new-${name}`)
  const pwfile = join(folder.run, `initdb-${name}`)
  try {
    await mkdir(making, { mode: 0o700 })
    await give(making, identity)
    await writeFile(pwfile, await readFile(folder.password), { mode: 0o600 })
    await give(pwfile, identity)
    await initdb(runtime, making, `../run/initdb-${name}`, identity)
    await rename(making, folder.db).catch((error) => {
      if (!['EEXIST', 'ENOTEMPTY', 'EPERM'].includes(codeOf(error))) throw error
    })
  } finally {
    await rm(pwfile, { force: true })
    await rm(making, { recursive: true, force: true })
  }
}

async function initdb(
  runtime: Runtime,
  db: string,
  pwfile: string,
  identity: Identity | null,
): Promise<void> {
  const program = join(runtime.bin, 'initdb')
  const args = [
    '-D',
    identity ? '/proc/self/cwd' : db,
    `--pwfile=${pwfile}`,
    ...initdbArguments(runtime.major),
  ]
  const options = { ...identity, cwd: db, env: serverEnvironment() }
  try {
    await run(program, args, options)
  } catch (error) {
    if (!/user does not exist|effective user ID/i.test(messageOf(error))) throw initdbError(error, db)
    // initdb wants a name for its user id; inside a user namespace the same user is called nobody.
    await run('unshare', ['--user', program, ...args], options).catch((cause) => {
      throw noUserName(identity?.uid ?? process.getuid?.(), cause)
    })
  }
}

/** Nothing of the user's environment reaches the database, except what Windows programs need. */
export function serverEnvironment(): Record<string, string | undefined> {
  return process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot, PATH: process.env.PATH } : {}
}

function noUserName(uid: number | undefined, cause: unknown): StoreError {
  return new StoreError(
    'no-user-name',
    `User id ${uid} has no entry in /etc/passwd, which making a database needs: add one, run as another user, ` +
      'or set DATABASE_URL.',
    { cause },
  )
}

function initdbError(error: unknown, db: string): unknown {
  const text = String((error as { stderr?: string }).stderr || messageOf(error))
  if (/No space left|Disk quota/i.test(text)) return noSpace(dirname(db), error)
  if (codeOf(error) === 'ENOENT' || /shared libraries|GLIBC/.test(text)) {
    return unsupported(`because its programs do not start (${firstLine(text)})`, error)
  }
  const line = text.split('\n').find((each) => /FATAL|error:/.test(each)) ?? firstLine(text)
  return new StoreError('initdb', `The database in ${db} could not be made: ${line.trim()}`, { cause: error })
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}

async function checkVersion(db: string, supported: number): Promise<void> {
  const found = Number.parseInt(await readFile(join(db, 'PG_VERSION'), 'utf8').catch(foreignUser(db)), 10)
  if (found === supported) return
  const newer = found > supported
  throw new StoreError(
    newer ? 'database-newer' : 'database-older',
    `The database in ${db} is of PostgreSQL ${found}, ${newer ? 'newer' : 'older'} than the PostgreSQL ${supported} of ` +
      `this program: ${newer ? 'update Acquaint' : `restore a backup into a new folder`}, or set ACQUAINT_POSTGRES ` +
      `to a PostgreSQL ${found}.`,
  )
}

function foreignUser(db: string): (error: unknown) => never {
  return (error) => {
    throw codeOf(error) === 'EACCES' ? ofAnotherUser(db, error) : error
  }
}

/** The sentence for a folder that another user's database holds. */
export function ofAnotherUser(path: string, cause?: unknown): StoreError {
  return new StoreError(
    'folder-of-another-user',
    `The database in ${path} belongs to another user: run Acquaint as that user or choose another data folder.`,
    { cause },
  )
}
