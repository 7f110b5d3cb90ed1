import type { CardProperty } from './lines.ts'

// How one property is written: escaped, quoted and folded, so that any address book reads it.

export type Version = '3.0' | '4.0'

/** A property to write; `value` is escaped already. */
export type WrittenProperty = Omit<CardProperty, 'params'> & { params?: Record<string, string[]> }

/** Free text as a value (RFC 6350, 3.4): backslash, comma, semicolon and line end are escaped. */
export const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

/** Components of a structured value; those at the end that say nothing are left out. */
export const structured = (parts: readonly (string | undefined)[]): string =>
  parts
    .map((part) => escaped(part ?? ''))
    .join(';')
    .replace(/;+$/, '')

/** A value of a parameter can hold neither a quote nor a line end, however written. */
const paramValue = (text: string): string => {
  const bare = text.replace(/"/g, "'").replace(/[\r\n]+/g, ' ')
  return /[:;,\s]/.test(bare) ? `"${bare}"` : bare
}

const paramsOf = (params: Record<string, string[]>): string =>
  Object.entries(params)
    .map(([name, values]) => `;${name}=${values.map(paramValue).join(',')}`)
    .join('')

const LONGEST = 75

/** Lines of at most 75 octets; those that go on begin with a blank. No character is cut in two. */
const folded = (line: string): string => {
  const lines: string[] = []
  let open = ''
  let size = 0
  for (const sign of line) {
    const octets = Buffer.byteLength(sign)
    if (size + octets > LONGEST) {
      lines.push(open)
      open = ' '
      size = 1
    }
    open += sign
    size += octets
  }
  return [...lines, open].join('\r\n')
}

/** One property as its line or lines, with the line end. */
export const writeProperty = ({ group, name, params = {}, value }: WrittenProperty): string =>
  `${folded(`${group ? `${group}.` : ''}${name}${paramsOf(params)}:${value}`)}\r\n`
