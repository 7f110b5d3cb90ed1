import { once } from 'node:events'
import { createReadStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { codeOf, messageOf, StoreError } from './server/errors.ts'

/**
 * A backup file is a gzip stream of frames: one letter, the length (32 bits, big-endian), the content.
 * H the head (JSON), then for each table T (JSON) and its rows D ... as PostgreSQL's COPY text, at last M (JSON).
 */
export interface Frame {
  kind: 'H' | 'T' | 'D' | 'M'
  content: Buffer
}

const FORMAT = 'acquaint-backup'
const VERSION = 1
const LONGEST = 1 << 20
const KINDS = 'HTDM'

/** What stands first in a backup. */
export interface Head {
  format: typeof FORMAT
  version: number
  /** The version of the program that wrote it. */
  program: string
  /** The number of the newest schema step. */
  schema: number
  /** When, ISO 8601. */
  at: string
}

/** The head of a new backup. */
export function headOf(program: string, schema: number): Head {
  return { format: FORMAT, version: VERSION, program, schema, at: new Date().toISOString() }
}

/** One frame, or several where the content is long. */
export function* framesOf(kind: Frame['kind'], content: Buffer | object): Generator<Buffer> {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content))
  if (kind !== 'D' && bytes.length > LONGEST) throw new RangeError(`a frame ${kind} of ${bytes.length} bytes`)
  for (let from = 0; from < bytes.length; from += LONGEST) {
    const part = bytes.subarray(from, from + LONGEST)
    const start = Buffer.alloc(5, kind)
    start.writeUInt32BE(part.length, 1)
    yield start
    yield part
  }
}

/**
 * Writes frames to a new file, readable for its owner alone. It appears under its name only when it is whole.
 * @throws StoreError `backup-exists`, `no-space`, `file`.
 */
export async function writeFrames(file: string, frames: AsyncIterable<Buffer>): Promise<void> {
  if (existsSync(file)) {
    throw new StoreError('backup-exists', `${file} exists already: choose another name for the backup.`)
  }
  const making = `${file}.part-${process.pid}`
  try {
    const handle = await open(making, 'wx', 0o600)
    await pipeline(frames, createGzip({ level: 4 }), handle.createWriteStream({ flush: true }))
    await rename(making, file)
  } catch (error) {
    throw fileError(error, file)
  } finally {
    await rm(making, { force: true })
  }
}

/**
 * Reads a backup frame by frame; the first is a head that this program understands.
 * @throws StoreError `backup-foreign`, `backup-newer`, `backup-torn`, `file`.
 */
export async function* readFrames(file: string): AsyncGenerator<Frame, void> {
  let known = false
  try {
    for await (const frame of parse(file)) {
      if (!known) checkHead(file, frame)
      known = true
      yield frame
    }
  } catch (error) {
    if (error instanceof StoreError) throw error
    if (!known && /header check|JSON/.test(messageOf(error))) throw foreign(file, error)
    throw codeOf(error).startsWith('Z_') ? torn(file, messageOf(error)) : fileError(error, file)
  }
  if (!known) throw foreign(file)
}

async function* parse(file: string): AsyncGenerator<Frame> {
  const source = createReadStream(file)
  const unpacked = source.pipe(createGunzip())
  source.once('error', (error) => unpacked.destroy(error))
  // A generator that is left early would leave the file open.
  try {
    let rest: Buffer = Buffer.alloc(0)
    for await (const chunk of unpacked) {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      rest = yield* wholeFrames(file, rest)
    }
    if (rest.length > 0) throw torn(file, 'it ends within a frame')
  } finally {
    source.destroy()
    if (!source.closed) await once(source, 'close')
  }
}

function* wholeFrames(file: string, bytes: Buffer): Generator<Frame, Buffer> {
  let from = 0
  while (bytes.length - from >= 5) {
    const kind = String.fromCharCode(bytes[from] ?? 0) as Frame['kind']
    const length = bytes.readUInt32BE(from + 1)
    if (!KINDS.includes(kind) || length > LONGEST) throw foreign(file)
    if (bytes.length - from - 5 < length) break
    yield { kind, content: bytes.subarray(from + 5, from + 5 + length) }
    from += 5 + length
  }
  return bytes.subarray(from)
}

function checkHead(file: string, { kind, content }: Frame): void {
  const head = kind === 'H' ? (JSON.parse(content.toString()) as Partial<Head>) : {}
  if (head.format !== FORMAT) throw foreign(file)
  if (Number(head.version) <= VERSION) return
  throw new StoreError(
    'backup-newer',
    `${file} was written by a newer Acquaint (${head.program}, file version ${head.version}; this one reads up to ` +
      `${VERSION}): update Acquaint first.`,
  )
}

function foreign(file: string, cause?: unknown): StoreError {
  return new StoreError('backup-foreign', `${file} is not a backup of Acquaint.`, { cause })
}

/** The sentence for a file that is not whole. */
export function torn(file: string, why: string): StoreError {
  return new StoreError('backup-torn', `${file} is torn or damaged (${why}): nothing was restored.`)
}

function fileError(error: unknown, file: string): unknown {
  const reasons: Record<string, string> = {
    ENOENT: 'no such file or folder',
    EISDIR: 'it is a folder',
    ENOTDIR: 'its folder is none',
    EACCES: 'not allowed for this user',
    EPERM: 'not allowed for this user',
    EROFS: 'the disk is read-only',
    ENOSPC: 'no space left on the disk',
    EDQUOT: 'no space left on the disk',
  }
  const reason = reasons[codeOf(error)]
  // A database has codes of its own; only what the file system said is about the file.
  if (!reason) return error
  return new StoreError('file', `${file} cannot be read or written: ${reason}.`, { cause: error })
}
