import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'

// A search as people type it: words, "phrases", AND, OR, NOT and brackets. Words side by side must all be there.

/** Letters as they are compared: accents gone, and the ways to write an umlaut made one (Müller, Mueller, Muller). */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/([aou])e(?!e)/g, '$1')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim()
}

export type Query =
  | { kind: 'term'; text: string }
  | { kind: 'not'; of: Query }
  | { kind: 'and' | 'or'; of: Query[] }

type Token = { kind: '(' | ')' | 'and' | 'or' | 'not' } | { kind: 'term'; text: string }

const TOKENS = /"([^"]*)"|'([^']*)'|([()])|([^\s()"]+)/g

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKENS)].flatMap(([, double, single, bracket, word]): Token[] => {
    if (bracket === '(' || bracket === ')') return [{ kind: bracket }]
    if (word === 'AND' || word === 'OR' || word === 'NOT') return [{ kind: word.toLowerCase() as 'and' }]
    const term = plain(double ?? single ?? word ?? '')
    return term === '' ? [] : [{ kind: 'term', text: term }]
  })
}

/** Reads a search; null when it says nothing. @throws Refusal when brackets or connecting words do not fit. */
export function readQuery(text: string): Query | null {
  const tokens = tokensOf(text)
  if (tokens.length === 0) return null
  const reader = { tokens, at: 0 }
  const query = readOr(reader)
  if (reader.at < tokens.length) throw unfit()
  return query
}

type Reader = { tokens: Token[]; at: number }

const unfit = () =>
  new Refusal(
    'invalid-input',
    said({
      en: 'This search cannot be read: check its brackets, AND, OR and NOT.',
      de: 'Diese Suche ist nicht lesbar: Prüfen Sie Klammern, AND, OR und NOT.',
    }),
    'query',
  )

function readOr(reader: Reader): Query {
  const parts = [readAnd(reader)]
  while (reader.tokens[reader.at]?.kind === 'or') {
    reader.at++
    parts.push(readAnd(reader))
  }
  return parts.length === 1 ? parts[0]! : { kind: 'or', of: parts }
}

function readAnd(reader: Reader): Query {
  const parts = [readPart(reader)]
  for (
    let next = reader.tokens[reader.at];
    next && next.kind !== 'or' && next.kind !== ')';
    next = reader.tokens[reader.at]
  ) {
    if (next.kind === 'and') reader.at++
    parts.push(readPart(reader))
  }
  return parts.length === 1 ? parts[0]! : { kind: 'and', of: parts }
}

function readPart(reader: Reader): Query {
  const token = reader.tokens[reader.at++]
  if (token?.kind === 'term') return token
  if (token?.kind === 'not') return { kind: 'not', of: readPart(reader) }
  if (token?.kind !== '(') throw unfit()
  const inner = readOr(reader)
  if (reader.tokens[reader.at++]?.kind !== ')') throw unfit()
  return inner
}

/** The terms that a document is found by: what stands behind NOT is none. */
export function termsOf(query: Query): string[] {
  if (query.kind === 'term') return [query.text]
  return query.kind === 'not' ? [] : query.of.flatMap(termsOf)
}
