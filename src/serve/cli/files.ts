import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { GivenFile } from '../../action.ts'
import { LIMITS } from '../http/body.ts'

/**
 * Reads files, and folders with all in them but hidden files; named from the path given on.
 * @throws Error with a sentence that names the file that is missing or not readable, or when it is too much at once.
 */
export async function readFiles(paths: string[]): Promise<GivenFile[]> {
  const found = (await Promise.all(paths.map((path) => filesAt(path, basename(path))))).flat()
  const size = found.reduce((sum, one) => sum + one.size, 0)
  if (size > LIMITS.upload) {
    throw new Error(
      `${paths.join(', ')}: ${Math.ceil(size / 2 ** 20)} MB at once; at most ${LIMITS.upload / 2 ** 20} MB go.`,
    )
  }
  return Promise.all(
    found.map(async ({ path, name }) => ({ name, bytes: await sayingWhere(path, readFile(path)) })),
  )
}

type Found = { path: string; name: string; size: number }

async function filesAt(path: string, name: string): Promise<Found[]> {
  const { size, isFolder, isFile } = await kindOf(path)
  if (isFile) return [{ path, name, size }]
  if (!isFolder) return []
  const entries = await sayingWhere(path, readdir(path, { withFileTypes: true }))
  // Links are left out: one to a folder may lead in a circle.
  const inside = entries.filter((entry) => !entry.name.startsWith('.') && !entry.isSymbolicLink())
  const names = inside.map((entry) => entry.name).sort()
  const deeper = names.map((each) => filesAt(join(path, each), `${name}/${each}`))
  return (await Promise.all(deeper)).flat()
}

async function kindOf(path: string): Promise<{ size: number; isFolder: boolean; isFile: boolean }> {
  const found = await sayingWhere(path, stat(path))
  return { size: found.size, isFolder: found.isDirectory(), isFile: found.isFile() }
}

async function sayingWhere<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EACCES' ? 'may not be read' : message
    throw new Error(`${path}: ${why}.`, { cause: error })
  }
}

export async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ?? false
}

/** The text of a file, or of standard input for `-`. */
export async function readText(path: string): Promise<string> {
  if (path === '-') return text(process.stdin)
  const bytes = await sayingWhere(path, readFile(path))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new Error(`${path}: is not UTF-8 text.`, { cause: error })
  }
}
