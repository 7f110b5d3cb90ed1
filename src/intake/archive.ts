/** Zip archives, read with limits. Paths in them are ignored: an entry is a name and bytes. */

import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { IntakeError } from './records.ts'
import { decode } from './text/text.ts'

const MB = 2 ** 20

/** What is refused, so that a small file cannot fill the memory. Sizes in bytes, uncompressed. */
export const LIMITS = {
  entries: 10_000,
  entrySize: 256 * MB,
  totalSize: 1024 * MB,
  /** Uncompressed to compressed, where an entry is larger than `ratioFrom`. */
  ratio: 200,
  ratioFrom: 10 * MB,
}

/** A file of the archive, by its name without folders, or the reason why it was not read. */
export type ArchiveEntry = { name: string; bytes: Uint8Array } | { name: string; rejected: string }

/** Whether the bytes begin like a zip (also one without entries). */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, a, b] = bytes
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6))
}

/**
 * The files of a zip, one after another; folders and what macOS adds are left out.
 * @throws {IntakeError} if the archive as a whole is damaged or beyond the limits.
 */
export async function* readArchive(
  name: string,
  bytes: Uint8Array,
  limits: typeof LIMITS = LIMITS,
): AsyncGenerator<ArchiveEntry> {
  const zip = await openZip(name, bytes)
  if (zip.entryCount > limits.entries)
    throw new IntakeError(`${name}: ${zip.entryCount} files in one zip; at most ${limits.entries} are read`)
  const named = uniqueNames()
  let total = 0
  for (let i = 0; i < zip.entryCount; i++) {
    const entry = await nextEntry(name, zip, i)
    if (!entry) return
    const path = pathOf(entry)
    if (isNoise(path)) continue
    if (path === '[Content_Types].xml')
      throw new IntakeError(
        `${name}: an Office file of a kind that is not read: save the table as .xlsx or CSV first`,
      )
    const read = await readEntry(zip, entry, limits)
    total += 'bytes' in read ? read.bytes.length : 0
    if (total > limits.totalSize || isBomb(total, bytes.length, limits))
      throw new IntakeError(`${name}: ${path}: the zip unpacks to more than is read from one file`)
    yield { name: named(baseName(path)), ...read }
  }
}

/** A part of an archive, handed out piece by piece as it is unpacked. */
export type Part = { size: number; read(onPiece: (piece: Buffer) => void): Promise<void> }

/**
 * The parts of a zip by their paths, unpacked only when they are read.
 * @throws {IntakeError} if the archive is damaged or beyond the limits, here or when a part is read
 */
export async function partsOf(
  name: string,
  bytes: Uint8Array,
  limits: typeof LIMITS = LIMITS,
): Promise<Map<string, Part>> {
  const zip = await openZip(name, bytes)
  if (zip.entryCount > limits.entries)
    throw new IntakeError(`${name}: ${zip.entryCount} parts in one file; at most ${limits.entries} are read`)
  const parts = new Map<string, Part>()
  for (let i = 0; i < zip.entryCount; i++) {
    const entry = await nextEntry(name, zip, i)
    if (!entry) break
    const read = (onPiece: (piece: Buffer) => void) => readPart(name, zip, entry, limits, onPiece)
    parts.set(pathOf(entry), { size: entry.uncompressedSize, read })
  }
  return parts
}

async function readPart(
  name: string,
  zip: ZipFile,
  entry: Entry,
  limits: typeof LIMITS,
  onPiece: (piece: Buffer) => void,
): Promise<void> {
  const refused = refusal(entry, limits)
  if (refused) throw new IntakeError(`${name}: ${pathOf(entry)}: ${refused}`)
  let sum = 0
  const check = (piece: Buffer) => {
    sum = crc32(piece, sum)
    onPiece(piece)
  }
  try {
    await unpack(zip, entry, limits, check)
  } catch (error) {
    if (error instanceof IntakeError) throw error
    throw damaged(name, `in ${pathOf(entry)}`, error as Error)
  }
  if (sum !== entry.crc32) throw damaged(name, `in ${pathOf(entry)}`, new Error('the checksum does not fit'))
}

function openZip(name: string, bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // Names stay bytes: yauzl would refuse the whole archive for a `../` that is ignored here anyway.
  return new Promise((resolve, reject) =>
    yauzl.fromBuffer(buffer, { lazyEntries: true, decodeStrings: false }, (error, zip) =>
      error ? reject(damaged(name, 'at its end', error)) : resolve(zip),
    ),
  )
}

function nextEntry(name: string, zip: ZipFile, index: number): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const settle =
      <T>(done: (value: T) => void) =>
      (value: T) => {
        zip.removeAllListeners()
        done(value)
      }
    zip.on('entry', settle(resolve))
    zip.on(
      'end',
      settle(() => resolve(null)),
    )
    zip.on(
      'error',
      settle((error: Error) => reject(damaged(name, `in entry ${index + 1}`, error))),
    )
    zip.readEntry()
  })
}

type Read = { bytes: Uint8Array } | { rejected: string }

async function readEntry(zip: ZipFile, entry: Entry, limits: typeof LIMITS): Promise<Read> {
  const refused = refusal(entry, limits)
  if (refused) return { rejected: refused }
  try {
    const pieces: Buffer[] = []
    await unpack(zip, entry, limits, (piece) => pieces.push(piece))
    const bytes = Buffer.concat(pieces)
    if (isZip(bytes)) return { rejected: 'a zip inside a zip is not opened' }
    if (crc32(bytes) !== entry.crc32) return { rejected: 'damaged: the checksum does not fit' }
    return { bytes }
  } catch (error) {
    return { rejected: `damaged: ${(error as Error).message}` }
  }
}

/** Why an entry is not even unpacked, by what the archive says of it. */
function refusal(entry: Entry, limits: typeof LIMITS): string | null {
  const { uncompressedSize: size, compressedSize, compressionMethod } = entry
  if (entry.generalPurposeBitFlag & 1) return 'encrypted: unpack it first'
  if (compressionMethod !== 0 && compressionMethod !== 8)
    return `packed by method ${compressionMethod}, which is not supported: unpack it first`
  if (size > limits.entrySize)
    return `${Math.ceil(size / MB)} MB; at most ${limits.entrySize / MB} MB are read`
  if (isBomb(size, compressedSize, limits)) return `unpacks to more than ${limits.ratio} times its size`
  return null
}

const isBomb = (size: number, packed: number, { ratio, ratioFrom }: typeof LIMITS): boolean =>
  size > ratioFrom && size > packed * ratio

/** yauzl stops at the size that the entry declares; the limit here holds even if it did not. */
function unpack(
  zip: ZipFile,
  entry: Entry,
  { entrySize }: typeof LIMITS,
  onPiece: (piece: Buffer) => void,
): Promise<void> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      let size = 0
      stream.on('data', (piece: Buffer) => {
        size += piece.length
        if (size > entrySize) stream.destroy(new Error('it is larger than it says'))
        else handOn(piece)
      })
      const handOn = (piece: Buffer) => {
        try {
          onPiece(piece)
        } catch (wrong) {
          stream.destroy(wrong as Error)
        }
      }
      stream.on('error', reject)
      stream.on('end', () => resolve())
    }),
  )
}

/** Without `decodeStrings` the name is bytes, whatever the types say. */
function pathOf(entry: Entry): string {
  return decode(entry.fileName as unknown as Uint8Array).text.replaceAll('\\', '/')
}

const baseName = (path: string): string => path.split('/').at(-1) || path

function isNoise(path: string): boolean {
  return (
    path.endsWith('/') ||
    /(^|\/)__MACOSX\//.test(path) ||
    /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(path)
  )
}

/** `a.csv`, `a (2).csv`: folders being ignored, two files may have one name. */
function uniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    const [, stem = name, ending = ''] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? []
    let free = name
    for (let n = 2; taken.has(free); n++) free = `${stem} (${n})${ending}`
    taken.add(free)
    return free
  }
}

function damaged(name: string, where: string, error: Error): IntakeError {
  return new IntakeError(`${name}: the zip is damaged ${where}: ${error.message}`, { cause: error })
}
