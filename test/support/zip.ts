import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import type { GivenFile } from '../../src/action.ts'

/** A zip of these files. */
export async function zipOf(name: string, files: readonly GivenFile[]): Promise<GivenFile> {
  const zip = new yazl.ZipFile()
  for (const { name: path, bytes } of files) zip.addBuffer(Buffer.from(bytes), path)
  zip.end()
  return { name, bytes: new Uint8Array(await buffer(zip.outputStream)) }
}
