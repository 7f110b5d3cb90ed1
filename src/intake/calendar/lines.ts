/** The text of a calendar file as logical lines and components, read so that one bad line spoils nothing else. */

import { decode } from '../text/text.ts'

/** A logical line (unfolded, decoded) and the number of the physical line it starts on, from 1. */
export type Line = { text: string; line: number }

/** BEGIN ... END. `closed` is false when the END is missing: then the end of the text may be missing, too. */
export type Component = {
  name: string
  line: number
  lines: Line[]
  children: Component[]
  closed: boolean
}

/** Deeper nesting exists in no calendar, only in attacks on parsers. */
const maxDepth = 32

/** Components that stand side by side: the beginning of one ends another that was left open. */
const sideBySide = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE', 'VAVAILABILITY'])

/** UTF-8, else what a byte most often was before UTF-8. Without NUL, which no database text may hold. */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes).text.replaceAll('\0', '')
}

/** Folding is found in bytes, so that a wide file is first made UTF-8. */
function narrow(bytes: Uint8Array): Uint8Array {
  const { text, encoding } = decode(bytes.subarray(0, 4096))
  return encoding.startsWith('utf-16') && text ? Buffer.from(decode(bytes).text) : bytes
}

/**
 * Unfolds before it decodes, because RFC 5545 3.1 lets a fold fall inside a character; decodes each line for itself,
 * so that one line in another encoding spoils no other.
 */
export function logicalLines(bytes: Uint8Array): Line[] {
  const raw = Buffer.from(narrow(bytes)).toString('latin1').replace(/^ï»¿/, '')
  const out: { parts: string[]; line: number }[] = []
  raw.split(/\r\n|\n|\r/).forEach((text, index) => {
    const last = out.at(-1)
    if (last && (text.startsWith(' ') || text.startsWith('\t'))) last.parts.push(text.slice(1))
    else if (last && isSoftBreak(last.parts)) last.parts.push(`\n${text}`)
    else if (text.trim() !== '') out.push({ parts: [text], line: index + 1 })
  })
  return out.map(({ parts, line }) => ({ text: decodeLine(parts.join('').replaceAll('=\n', '')), line }))
}

/** vCalendar 1.0 breaks quoted-printable lines by `=` at their end. */
function isSoftBreak(parts: string[]): boolean {
  return (parts.at(-1) ?? '').endsWith('=') && /^[^:]{0,200}QUOTED-PRINTABLE/i.test(parts[0] ?? '')
}

function decodeLine(latin1: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII without NUL needs no decoding
  if (/^[\x01-\x7f]*$/.test(latin1)) return latin1
  return decodeText(Buffer.from(latin1, 'latin1'))
}

/** The components of the file below an unnamed root. */
export function componentTree(lines: Iterable<Line>): Component {
  const root = opened('', 0)
  root.closed = true
  let stack = [root]
  for (const line of lines) stack = take(stack, line)
  return root
}

function take(stack: Component[], line: Line): Component[] {
  const begin = boundary('BEGIN', line.text)
  if (begin) return begun(stack, begin, line.line)
  const end = boundary('END', line.text)
  if (end) return ended(stack, end)
  stack.at(-1)?.lines.push(line)
  return stack
}

function begun(stack: Component[], name: string, line: number): Component[] {
  const kept = stack.slice(0, parentDepth(stack, name))
  if (kept.length > maxDepth) return stack
  const component = opened(name, line)
  kept.at(-1)?.children.push(component)
  return [...kept, component]
}

function parentDepth(stack: Component[], name: string): number {
  if (name === 'VCALENDAR') return 1
  if (!sideBySide.has(name)) return stack.length
  const open = stack.findIndex((component) => sideBySide.has(component.name))
  return open === -1 ? stack.length : open
}

/** An END that fits nothing open is ignored. */
function ended(stack: Component[], name: string): Component[] {
  const depth = stack.findLastIndex((component) => component.name === name)
  const component = stack[depth]
  if (!component || depth === 0) return stack
  component.closed = true
  return stack.slice(0, depth)
}

function boundary(word: 'BEGIN' | 'END', text: string): string | undefined {
  if (text.length > 200) return undefined
  const [before = '', after = '', ...rest] = text.split(':')
  if (rest.length > 0 || before.trim().toUpperCase() !== word) return undefined
  return after.trim().toUpperCase() || undefined
}

function opened(name: string, line: number): Component {
  return { name, line, lines: [], children: [], closed: false }
}
