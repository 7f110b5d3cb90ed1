import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Place } from './process.ts'

const AN_HOUR = 3_600_000

/** Removes what broken starts have left, and the programs of earlier versions. For who has just started the server. */
export async function sweep({ folder, runtime }: Place): Promise<void> {
  for (const parent of [folder.root, folder.runtime]) {
    for (const name of await names(parent)) {
      const path = join(parent, name)
      const unused = parent === folder.runtime && path !== dirname(runtime.bin) && !name.includes('.new-')
      if (unused || (name.includes('.new-') && (await isOld(path))))
        await rm(path, { recursive: true, force: true })
    }
  }
}

async function names(parent: string): Promise<string[]> {
  return readdir(parent).catch(() => [])
}

/** A young one may belong to a start that is at work. */
async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs > AN_HOUR
}
