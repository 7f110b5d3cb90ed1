/** A line of a component as name, parameters and value; also a line that the grammar does not allow. */
import ICAL from 'ical.js'
import type { Line } from './lines.ts'

/** `params` by upper-case name, without quotes. `value` is unescaped text. */
export type Property = { params: Record<string, string>; value: string; line: Line }

/** A place or a title of this length is none; what is longer is cut off, so that no line costs more than it tells. */
const maxLength = 20_000

export function property(name: string, line: Line): Property {
  const text = line.text.slice(0, maxLength)
  const parsed = parsedProperty(name, text) ?? salvaged(text)
  return { params: parsed.params, value: decoded(parsed), line }
}

function parsedProperty(name: string, text: string): Omit<Property, 'line'> | undefined {
  try {
    const [key, params, , value] = ICAL.parse.property(text) as [
      string,
      Record<string, unknown>,
      string,
      unknown,
    ]
    if (key.toUpperCase() !== name || typeof value === 'object') return undefined
    return { params: upperCased(params), value: String(value ?? '') }
  } catch {
    return undefined
  }
}

function upperCased(params: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key.toUpperCase(), String(value)]))
}

/** What can be told of a line with a missing colon or an odd quote. */
function salvaged(text: string): Omit<Property, 'line'> {
  const colon = text.indexOf(':')
  const head = colon === -1 ? text : text.slice(0, colon)
  const pairs = head.split(';').flatMap((part) => {
    const [key = '', value] = part.split('=', 2)
    return value === undefined ? [] : [[key.trim().toUpperCase(), value.replaceAll('"', '')]]
  })
  const value = /^[A-Za-z-]+=/.test(text) ? text.slice(text.indexOf('=') + 1) : text.slice(head.length + 1)
  return { params: Object.fromEntries(pairs), value }
}

/** vCalendar 1.0 writes what is not ASCII as quoted-printable. */
function decoded({ params, value }: Omit<Property, 'line'>): string {
  if (params.ENCODING?.toUpperCase() !== 'QUOTED-PRINTABLE') return value
  const bytes = value.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return charsetDecoder(params.CHARSET).decode(Buffer.from(bytes, 'latin1'))
}

function charsetDecoder(label = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}
