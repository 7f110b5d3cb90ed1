import { decode } from '../text/text.ts'

/** A property of a card. `value` is decoded from quoted-printable and its charset; backslash escapes are as written. */
export type CardProperty = {
  name: string
  group?: string
  /** Parameter names in upper case; the bare ones of vCard 2.1 stand under TYPE or ENCODING. */
  params: Record<string, string[]>
  value: string
}

/** The properties of one card, or why it cannot be read. `at` tells its number and line. */
type Card = { at: string; properties: CardProperty[] } | { at: string; broken: string }

type Line = { text: string; number: number }
type OpenLine = { head: string; parts: string[]; number: number }

const PROPERTY = /^(?:[\w-]+\.)?[\w/-]+(?:;[^:]*)?:/
const FREE_TEXT = /^(?:[\w-]+\.)?(?:NOTE|LABEL)[;:]/i
const END = /^END:\s*VCARD\s*$/i
const BEGIN = /^BEGIN:\s*VCARD\s*$/i

/** Adds a physical line to the open one, if it goes on what stands there. `keepBlank`: vCard 2.1 folds between words. */
const extend = (open: OpenLine, line: string, keepBlank: boolean): boolean => {
  const last = open.parts.at(-1)!
  if (END.test(line)) return false
  if (last.endsWith('=') && /QUOTED-PRINTABLE/i.test(open.head)) {
    open.parts.splice(-1, 1, last.slice(0, -1), line.replace(/^[ \t]/, ''))
    return true
  }
  const isData = /[;=](?:BASE64|B)(?:;|$)/i.test(open.head)
  if (/^[ \t]/.test(line)) open.parts.push(line.slice(keepBlank && !isData ? 0 : 1))
  else if (isData && /^[A-Za-z0-9+/=]+\s*$/.test(line)) open.parts.push(line)
  else if (line !== '' && FREE_TEXT.test(open.head) && !PROPERTY.test(line)) open.parts.push(`\\n${line}`)
  else return false
  return true
}

/** The lines of a file, unfolded: by a blank, by soft breaks of quoted-printable, BASE64 and notes folded without a blank. */
const unfold = function* (text: string): Generator<Line> {
  let open: OpenLine | undefined
  let isOld = false
  const joined = (line: OpenLine): Line => ({ text: line.parts.join(''), number: line.number })
  for (const [index, line] of text.split(/\r+\n|\n|\r/).entries()) {
    if (open && extend(open, line, isOld)) continue
    if (open) yield joined(open)
    if (/^VERSION:/i.test(line)) isOld = /2\.1/.test(line)
    const head = line.slice(0, Math.max(line.indexOf(':'), 0)) || line
    open =
      line === '' ? undefined : { head: `${head}:`.replace(/:+$/, ':'), parts: [line], number: index + 1 }
  }
  if (open) yield joined(open)
}

/** Splits a head on a sign that is neither quoted nor escaped by a backslash. */
const splitOutside = (text: string, sign: string, quotes = true): string[] => {
  const parts: string[] = []
  let start = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (quotes && text[at] === '"') isQuoted = !isQuoted
    else if (text[at] === sign && !isQuoted) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}

/** Splits a value on a sign that is not escaped by a backslash; a quote is a sign like any other there. */
export const splitValue = (text: string, sign: string): string[] => splitOutside(text, sign, false)

const ENCODINGS = new Set(['BASE64', 'B', 'QUOTED-PRINTABLE', '8BIT', '7BIT'])

const paramsOf = (raw: string[]): Record<string, string[]> => {
  const params: Record<string, string[]> = {}
  for (const param of raw.filter((p) => p.trim() !== '')) {
    const at = param.indexOf('=')
    const bare = ENCODINGS.has(param.trim().toUpperCase()) ? 'ENCODING' : 'TYPE'
    const name = at < 0 ? bare : `${param.slice(0, at).trim().toUpperCase()}`
    const values = splitOutside(param.slice(at + 1), ',').flatMap((v) =>
      v.trim().replace(/^"|"$/g, '').split(','),
    )
    params[name] = [...(params[name] ?? []), ...values]
  }
  return params
}

/** By the charset said, where it fits; else as well as it can be told. */
const decodeBytes = (bytes: Uint8Array, charset: string | undefined): string => {
  try {
    if (charset && !/^(us-ascii|iso-8859-1|windows-1252)$/i.test(charset))
      return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    // an unknown or a wrong charset: the bytes themselves say more
  }
  return decode(bytes).text
}

const decodeValue = (value: string, params: Record<string, string[]>): string => {
  const encoding = params.ENCODING?.[0]?.toUpperCase()
  if (encoding === 'B' || encoding === 'BASE64') return ''
  const raw =
    encoding === 'QUOTED-PRINTABLE'
      ? value
          .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
          .replace(/\r\n/g, '\n')
      : value
  return /[\x80-\xff]/.test(raw) ? decodeBytes(Buffer.from(raw, 'latin1'), params.CHARSET?.[0]) : raw
}

/** Where the value begins: after the first colon that is not quoted (or, when a quote never ends, after the first). */
const colonOf = (line: string): number => {
  const at = splitOutside(line, ':')[0]!.length
  return at < line.length ? at : line.indexOf(':')
}

const propertyOf = (line: string): CardProperty | undefined => {
  const colon = colonOf(line)
  if (colon < 1) return undefined
  const [head, ...raw] = splitOutside(line.slice(0, colon), ';')
  const name = /^(?:([\w-]+)\.)?([\w/-]+)$/.exec(head!.trim())
  if (!name) return undefined
  const params = paramsOf(raw)
  return {
    name: name[2]!.toUpperCase(),
    group: name[1],
    params,
    value: decodeValue(line.slice(colon + 1), params),
  }
}

type OpenCard = { at: string; properties: CardProperty[]; broken?: string }

const addLine = (card: OpenCard, line: Line): void => {
  const property = propertyOf(line.text)
  if (property) card.properties.push(property)
  else if (line.text.trim() !== '')
    card.broken ??= `line ${line.number} is no property: "${line.text.slice(0, 60)}"`
}

const closed = ({ at, properties, broken }: OpenCard): Card => (broken ? { at, broken } : { at, properties })

/** Text as one character a byte, so that each property can be decoded by its own charset. */
const byteText = (bytes: Uint8Array): string => {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const text = Buffer.from(isUtf16 ? decode(bytes).text : bytes).toString('latin1')
  return text.replace(/^\xef\xbb\xbf/, '')
}

/** The cards of a file, one after another. Never throws: a card that cannot be read tells why. */
export const readCards = function* (bytes: Uint8Array): Generator<Card> {
  let card: OpenCard | undefined
  let nested = 0
  let number = 0
  let isStray = false
  for (const line of unfold(byteText(bytes))) {
    if (BEGIN.test(line.text)) {
      if (nested > 0 || card?.properties.at(-1)?.name === 'AGENT') nested++
      else {
        if (card) yield { at: card.at, broken: `has no END:VCARD before line ${line.number}` }
        card = { at: `card ${++number}, line ${line.number}`, properties: [] }
        isStray = false
      }
    } else if (END.test(line.text) && nested > 0) nested--
    else if (END.test(line.text) && card) {
      yield closed(card)
      card = undefined
    } else if (card && nested === 0) addLine(card, line)
    else if (!card && !isStray && line.text.trim() !== '') {
      isStray = true
      yield { at: `line ${line.number}`, broken: 'stands outside of BEGIN:VCARD and END:VCARD' }
    }
  }
  if (card) yield { at: card.at, broken: 'has no END:VCARD' }
}
