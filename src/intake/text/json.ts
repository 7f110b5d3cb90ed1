import { IntakeError } from '../records.ts'
import { decode, lineAt } from './text.ts'

export type Json = Record<string, unknown>

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value as an object; an empty one when it is anything else. */
export const record = (value: unknown): Json => (isRecord(value) ? value : {})

/** The value as a list: a single value becomes a list of one, nothing an empty one. */
export const list = (value: unknown): unknown[] => {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** The objects of a list. */
export const records = (value: unknown): Json[] => list(value).filter(isRecord)

/** Text without blanks around it; a number as its text; undefined for anything else, and for nothing. */
export const words = (value: unknown): string | undefined => {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}

/** A finite number, also one written as text ("100,000"); undefined for anything else. */
export const amount = (value: unknown): number | undefined => {
  const text = words(value)?.replace(/,(?=\d{3}\b)/g, '')
  return text !== undefined && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

/** An object without the fields that are undefined or empty lists. */
export const compact = <T extends object>(value: T): T =>
  Object.fromEntries(
    Object.entries(value).filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0)),
  ) as T

/** A sign, a text, or a number or word, with the blanks before it. */
const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*)*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y

type Expect = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing'

const close = (stack: string[]): Expect => {
  stack.pop()
  return stack.length > 0 ? 'comma or end' : 'nothing'
}

/** What may follow the token, or undefined when the token may not stand here. */
const next = (
  expect: Expect,
  sign: string | undefined,
  isText: boolean,
  stack: string[],
): Expect | undefined => {
  const wantsValue = expect.startsWith('value')
  if (wantsValue && (sign === '{' || sign === '[')) {
    stack.push(sign)
    return sign === '{' ? 'key or }' : 'value or ]'
  }
  if (wantsValue && !sign) return stack.length > 0 ? 'comma or end' : 'nothing'
  if (expect.startsWith('key') && isText) return 'colon'
  if (expect === 'colon' && sign === ':') return 'value'
  if (expect === 'comma or end' && sign === ',') return stack.at(-1) === '{' ? 'key' : 'value'
  const ends = sign === '}' ? 'key or }' : 'value or ]'
  const opened = sign === '}' ? '{' : '['
  if (
    (sign === '}' || sign === ']') &&
    stack.at(-1) === opened &&
    (expect === ends || expect === 'comma or end')
  )
    return close(stack)
  return undefined
}

/** Where a text stops being JSON: the offset of the first token that may not stand there. */
const breaksAt = (text: string): number => {
  const stack: string[] = []
  let expect: Expect = 'value'
  let at = 0
  while (at < text.length) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)
    const after: Expect | undefined = token
      ? next(expect, token[1], token[2] !== undefined, stack)
      : undefined
    if (!after) break
    expect = after
    at = TOKEN.lastIndex
  }
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0)
}

/** "line 3, column 7" of an offset in a text. */
const placeIn = (text: string, offset: number): string => {
  const before = text.slice(0, offset)
  return `line ${before.split('\n').length}, column ${offset - before.lastIndexOf('\n')}`
}

/** Parses JSON, or tells where it is broken. */
export const tryJson = (text: string): { value: unknown } | { broken: string } => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { broken: placeIn(text, breaksAt(text)) }
  }
}

/** Nothing that anybody wrote is nested deeper; what is would exhaust the stack of whoever walks it. */
const DEEPEST = 200

const isTooDeep = (value: unknown): boolean => {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    level = level.flatMap((v) => (typeof v === 'object' && v !== null ? Object.values(v) : []))
  }
  return false
}

/** JSON is Unicode (RFC 8259); what only Windows-1252 could read is damaged. */
const unicode = (name: string, bytes: Uint8Array): string => {
  const { text, encoding } = decode(bytes)
  if (encoding !== 'windows-1252') return text
  const loose = new TextDecoder().decode(bytes)
  throw new IntakeError(`${name}: malformed UTF-8 at line ${lineAt(loose, loose.indexOf('\uFFFD'))}`)
}

/** The value of a JSON file. Throws `IntakeError` with the place where it is no text or no JSON. */
export const readJson = (bytes: Uint8Array, name: string): unknown => {
  const parsed = tryJson(unicode(name, bytes))
  if ('broken' in parsed) throw new IntakeError(`${name} is not valid JSON: it breaks at ${parsed.broken}.`)
  if (isTooDeep(parsed.value)) throw new IntakeError(`${name} is nested deeper than ${DEEPEST} levels.`)
  return parsed.value
}
