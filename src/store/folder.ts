import { access, chmod, chown, constants, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, posix, resolve, win32 } from 'node:path'
import { codeOf, StoreError } from './server/errors.ts'

/** Bumped when the layout of the data folder changes so that an older program must keep away. */
export const FOLDER_FORMAT = 1

/** The data folder and its parts, all absolute paths. */
export interface DataFolder {
  root: string
  /** The database's programs, one folder a version. */
  runtime: string
  /** The database cluster. */
  db: string
  /** The socket and the log of the running database. */
  run: string
  /** The password of the role `owner`, mode 0600. */
  password: string
}

type Env = Record<string, string | undefined>

/** The paths below a data folder; nothing is created. */
export function folderAt(data: string): DataFolder {
  const root = resolve(data)
  return {
    root,
    runtime: join(root, 'runtime'),
    db: join(root, 'db'),
    run: join(root, 'run'),
    password: join(root, 'password'),
  }
}

/** Where the data of this user lie: `ACQUAINT_DATA`, else the platform's own place. */
export function defaultDataFolder(
  env: Env = process.env,
  platform = process.platform,
  home = homedir(),
): string {
  if (env.ACQUAINT_DATA) return resolve(env.ACQUAINT_DATA)
  if (platform === 'win32') {
    return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'Acquaint')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Acquaint')
  const xdg = env.XDG_DATA_HOME
  // The XDG specification says that a relative path is to be ignored.
  return posix.join(xdg?.startsWith('/') ? xdg : posix.join(home, '.local', 'share'), 'acquaint')
}

/**
 * Makes the data folder if it is missing (mode 0700) and checks that this program may use it.
 * @throws StoreError `folder-not-a-directory`, `folder-not-writable`, `no-space`, `folder-newer`.
 */
export async function openFolder(data: string): Promise<DataFolder> {
  const folder = folderAt(data)
  try {
    await makeDirectory(folder.root)
    await checkFormat(folder.root)
    await access(folder.root, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw folderError(error, folder.root)
  }
  return folder
}

async function makeDirectory(path: string): Promise<void> {
  const created = await mkdir(path, { recursive: true, mode: 0o700 })
  if (created) await chmod(path, 0o700)
  if (!(await stat(path)).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' })
}

async function checkFormat(root: string): Promise<void> {
  const marker = join(root, 'format')
  const found = await readFile(marker, 'utf8').catch((error) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  // Empty: another start is writing it at this moment, or the disk was full then.
  if (!found?.trim()) {
    await writeFile(marker, `${FOLDER_FORMAT}\n`, { mode: 0o600 })
    return likeParent(marker)
  }
  if (Number(found) <= FOLDER_FORMAT) return
  throw new StoreError(
    'folder-newer',
    `The data folder ${root} has format ${found.trim()}, written by a newer Acquaint; this one supports up to ` +
      `format ${FOLDER_FORMAT}: update Acquaint or choose another folder.`,
  )
}

/** What root makes in another user's folder must be that user's, or only root could open the folder ever after. */
export async function likeParent(path: string): Promise<void> {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = await stat(dirname(path))
  await chown(path, uid, gid)
}

/** Turns an error of the file system about `path` into a sentence. */
export function folderError(error: unknown, path: string): unknown {
  switch (codeOf(error)) {
    case 'ENOTDIR':
    case 'EEXIST':
      return new StoreError(
        'folder-not-a-directory',
        `${path} is not a folder: choose another data folder.`,
        {
          cause: error,
        },
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StoreError(
        'folder-not-writable',
        `The data folder ${path} is not writable for this user: change its owner or permissions, or choose another.`,
        { cause: error },
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return noSpace(path, error)
    default:
      return error
  }
}

/** The sentence for a full disk. */
export function noSpace(path: string, cause?: unknown): StoreError {
  return new StoreError(
    'no-space',
    `There is no space left on the disk of ${path}: free some and start again.`,
    {
      cause,
    },
  )
}
