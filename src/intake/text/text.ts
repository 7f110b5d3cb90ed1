/** Bytes to text: byte order marks, UTF-8, UTF-16, and the Windows-1252 that spreadsheets save. */

import { type Head, IntakeError } from '../records.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** `malformed` says where the first byte stands that the encoding does not allow; `text` then has U+FFFD there. */
export type Decoded = { text: string; encoding: Encoding; malformed?: { byte: number; line: number } }

/** What the formats look at to recognise a file. */
const HEAD_BYTES = 65_536

/** Windows-1252 from 0x80 to 0x9F; the five gaps stand for bytes that it does not have. */
const CP1252 = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ'

/** Decodes as well as possible and never throws. */
export function decode(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes)
  if (wide) return { text: decodeWide(bytes.subarray(2), wide), encoding: wide }
  const body = withoutMark(bytes)
  const skipped = bytes.length - body.length
  const text = strictUtf8(body)
  if (text !== null) return { text, encoding: 'utf-8' }
  return decodeDamaged(body, skipped)
}

/**
 * The text of a file.
 * @throws {IntakeError} where its bytes are no text, with the line and the byte.
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  const { text, encoding, malformed } = decode(bytes)
  if (!malformed) return text
  const { line, byte } = malformed
  throw new IntakeError(`${name}: malformed ${encoding.toUpperCase()} at line ${line} (byte ${byte})`)
}

/** The first bytes of a file, decoded, for recognition by content. */
export function head(name: string, bytes: Uint8Array): Head {
  const first = bytes.subarray(0, HEAD_BYTES)
  const cut = first.length < bytes.length ? first.subarray(0, lastBoundary(first)) : first
  return { name, bytes: first, text: decode(cut).text }
}

/** The line of an offset, from 1; CRLF, LF and CR each end one. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length
}

/** UTF-16 by its mark. Old LinkedIn exports put the mark before plain ASCII, without a zero byte: that is not UTF-16. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe
  const big = bytes[0] === 0xfe && bytes[1] === 0xff
  if (!(little || big) || !bytes.subarray(2, 4096).includes(0)) return null
  return little ? 'utf-16le' : 'utf-16be'
}

function decodeWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1))
  return (encoding === 'utf-16be' ? even.swap16() : even).toString('utf16le')
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3)
  const wide = bytes[0] === 0xff ? bytes[1] === 0xfe : bytes[0] === 0xfe && bytes[1] === 0xff
  return wide ? bytes.subarray(2) : bytes
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Without a sequence of several bytes, and without a byte that Windows-1252 lacks, it is that; else damaged UTF-8. */
function decodeDamaged(bytes: Uint8Array, skipped: number): Decoded {
  const { sequences, bad, firstBad } = countUtf8(bytes)
  const saved = sequences < bad ? decodeCp1252(bytes) : null
  if (saved !== null) return { text: saved, encoding: 'windows-1252' }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return { text, encoding: 'utf-8', malformed: placeOf(bytes, firstBad, skipped) }
}

function decodeCp1252(bytes: Uint8Array): string | null {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const text = latin.replace(/[\u0080-\u009f]/g, (c) => CP1252[c.charCodeAt(0) - 0x80] ?? c)
  return text.includes('\uFFFD') ? null : text
}

function placeOf(bytes: Uint8Array, at: number, skipped: number): { byte: number; line: number } {
  const before = Buffer.from(bytes.subarray(0, at)).toString('latin1')
  return { byte: at + skipped, line: lineAt(before, before.length) }
}

function countUtf8(bytes: Uint8Array): { sequences: number; bad: number; firstBad: number } {
  const count = { sequences: 0, bad: 0, firstBad: -1 }
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i)
    if (length > 1) count.sequences++
    if (length === 0 && count.bad++ === 0) count.firstBad = i
    i += length || 1
  }
  return count
}

/** Length of the UTF-8 sequence at `i`, or 0 if it is malformed (Unicode 16, table 3-7). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0
  if (lead < 0x80) return 1
  const length = lead >= 0xf5 ? 0 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  if (length === 0) return 0
  const second = bytes[i + 1] ?? 0
  if (second < (SECOND_FROM[lead] ?? 0x80) || second > (SECOND_TO[lead] ?? 0xbf)) return 0
  for (let k = 2; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

const SECOND_FROM: Record<number, number> = { 224: 0xa0, 240: 0x90 }
const SECOND_TO: Record<number, number> = { 237: 0x9f, 244: 0x8f }

/** Where the last whole character of a cut text ends, so that the cut itself does not look malformed. */
function lastBoundary(bytes: Uint8Array): number {
  let end = bytes.length
  while (end > bytes.length - 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--
  return (bytes[end - 1] ?? 0) >= 0xc0 ? end - 1 : bytes.length
}
