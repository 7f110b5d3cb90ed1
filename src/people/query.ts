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
  new Refusal('invalid-input', 'This search cannot be read: check its brackets, AND, OR and NOT.', 'query')

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

/** What a search is held against: the words of a name, and everything else that is said of a record. */
export type Document = { name: string; text: string }

/**
 * How well a document answers, or 0: a name that begins so before one that holds the word, before the text, before a
 * name that is one letter away.
 */
export function answers(query: Query, document: Document): number {
  if (query.kind === 'term') return termIn(query.text, document)
  if (query.kind === 'not') return answers(query.of, document) > 0 ? 0 : 1
  const each = query.of.map((part) => answers(part, document))
  if (query.kind === 'or') return Math.max(...each)
  return each.some((score) => score === 0) ? 0 : each.reduce((sum, score) => sum + score, 0) / each.length
}

function termIn(term: string, { name, text }: Document): number {
  if (name === term) return 5
  if (name.startsWith(term)) return 4
  if (` ${name}`.includes(` ${term}`)) return 3
  if (` ${text}`.includes(` ${term}`)) return 2
  return term.length >= 4 && name.split(' ').some((word) => oneAway(term, word)) ? 1 : 0
}

/** One letter changed, missing, added or swapped with its neighbour. */
export function oneAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return one === other
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const [a, b] = [one.slice(at), other.slice(at)]
  if (a.slice(1) === b || b.slice(1) === a || a.slice(1) === b.slice(1)) return true
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
}
