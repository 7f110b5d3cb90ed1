/**
 * A network in a file: a line that says what it is, then the memory as it lies, without the scratch. The checksum covers
 * both, so that a torn, changed or foreign file is refused.
 */
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { AT, createSpace, layoutOf, type Space } from './space.ts'
import { type State, stateOver } from './state.ts'
import type { HopCost, NetworkInput } from './types.ts'

const MAGIC = 'acquaint-network-1'
const HEAD_BYTES = 1024
const CHUNK = 64 * 2 ** 20

type Head = {
  is: string
  people: number
  organizations: number
  threads: number
  hopCost: HopCost
  version: number
  used: number
  packed: number
  bytes: number
}

/** The file is no snapshot, is not whole, or was changed. */
export class BadSnapshot extends Error {
  override readonly name = 'BadSnapshot'
  readonly code = 'bad-snapshot'
}

/** Written aside and moved, so that the file is the old one or the new one whole. */
export function saveSnapshot({ space, hopCost }: State, path: string): void {
  const aside = `${path}.${process.pid}.part`
  const file = openSync(aside, 'w')
  try {
    const body = bodyOf(space)
    const head = JSON.stringify(headOf(space, hopCost, body.length))
    writeAll(file, Buffer.alloc(HEAD_BYTES), 0)
    const sum = eachChunk(body, Buffer.from(head), (chunk, at) => writeAll(file, chunk, HEAD_BYTES + at))
    writeAll(file, Buffer.from(`${head}\n${sum}\n`), 0)
    fsyncSync(file)
  } catch (error) {
    rmSync(aside, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  renameSync(aside, path)
}

function headOf({ layout, words }: Space, hopCost: HopCost, bytes: number): Head {
  const { people, organizations, threads } = layout
  const [version, used, packed] = [words[AT.version]!, words[AT.used]!, words[AT.packed]!]
  return { is: MAGIC, people, organizations, threads, hopCost, version, used, packed, bytes }
}

/** Everything but the header and the scratches. */
function bodyOf({ layout, bytes, words }: Space): Uint8Array {
  return bytes.subarray(layout.open, words[AT.used]! * 4)
}

function eachChunk(body: Uint8Array, head: Buffer, act: (chunk: Uint8Array, at: number) => void): number {
  let sum = crc32(head)
  for (let at = 0; at < body.length; at += CHUNK) {
    const chunk = body.subarray(at, at + CHUNK)
    act(chunk, at)
    sum = crc32(chunk, sum)
  }
  return sum
}

function writeAll(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, bytes.length - done, at + done)
}

/** @throws BadSnapshot */
export function openSnapshot(path: string, kernel?: NetworkInput['kernel']): State {
  const file = openSync(path, 'r')
  try {
    const { head, text, sum } = readHead(file, path)
    const layout = layoutOf(head)
    const space = createSpace(layout, Math.ceil((head.used * 4 - layout.records) / 4))
    Object.assign(space.words.subarray(0, 3), [head.version, head.used, head.packed])
    const body = bodyOf(space)
    const found = eachChunk(body, Buffer.from(text), (chunk, at) =>
      readAll(file, chunk, HEAD_BYTES + at, path),
    )
    if (found !== sum) throw new BadSnapshot(`${path} was changed after it was written`)
    return stateOver(space, head.hopCost, kernel)
  } finally {
    closeSync(file)
  }
}

function readHead(file: number, path: string): { head: Head; text: string; sum: number } {
  const bytes = Buffer.alloc(HEAD_BYTES)
  readSync(file, bytes, 0, HEAD_BYTES, 0)
  const [text = '', sum = ''] = bytes.toString('utf8').split('\n')
  const head = parsed(text)
  if (head?.is !== MAGIC) throw new BadSnapshot(`${path} is not a network's snapshot`)
  const { size } = fstatSync(file)
  const whole = HEAD_BYTES + head.bytes
  if (size !== whole) throw new BadSnapshot(`${path} has ${size} bytes of ${whole}: it is not whole`)
  if (head.bytes !== head.used * 4 - layoutOf(head).open) throw new BadSnapshot(`${path} contradicts itself`)
  return { head, text, sum: Number(sum) }
}

function parsed(text: string): Head | null {
  try {
    return JSON.parse(text) as Head
  } catch {
    return null
  }
}

function readAll(file: number, into: Uint8Array, at: number, path: string): void {
  for (let done = 0; done < into.length; ) {
    const read = readSync(file, into, done, into.length - done, at + done)
    if (read === 0) throw new BadSnapshot(`${path} ends too early`)
    done += read
  }
}
