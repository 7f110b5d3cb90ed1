import { listUnder } from './lists.ts'
import { plain, type Query } from './query.ts'

// Documents that many searches are held against. Each begins with a blank, so that "begins a word" is one look.

export type Document = { name: string; text: string }
export type Corpus = {
  documents: readonly Document[]
  /** Documents by each word of their names: a wrong letter is looked for among words, of which there are far fewer. */
  named: ReadonlyMap<string, number[]>
}

/** Takes names and texts as they came. */
export function corpusOf(given: Iterable<Document>): Corpus {
  const documents: Document[] = []
  const named = new Map<string, number[]>()
  for (const { name, text } of given) {
    const comparable = plain(name)
    for (const word of new Set(comparable.split(' '))) listUnder(named, word, documents.length)
    documents.push({ name: ` ${comparable}`, text: ` ${plain(text)}` })
  }
  return { documents, named }
}

/**
 * How well each document answers, or 0: a name before one that begins so, before one that holds the word, before the
 * text, before a name that is one letter away.
 */
export function scores(query: Query, corpus: Corpus): Float64Array {
  if (query.kind === 'term') return termScores(query.text, corpus)
  if (query.kind === 'not') return scores(query.of, corpus).map((score) => (score > 0 ? 0 : 1))
  const [first, ...rest] = query.of.map((part) => scores(part, corpus))
  const join =
    query.kind === 'or' ? Math.max : (one: number, other: number) => (one && other ? one + other : 0)
  return rest.reduce((sum, part) => sum.map((score, at) => join(score, part[at]!)), first!)
}

function termScores(term: string, corpus: Corpus): Float64Array {
  const found = new Float64Array(corpus.documents.length)
  const begins = ` ${term}`
  for (let at = 0; at < found.length; at++) found[at] = exactScore(begins, corpus.documents[at]!)
  for (const word of closeTo(term, corpus))
    for (const at of corpus.named.get(word)!) found[at] = found[at] || 1
  return found
}

function exactScore(begins: string, { name, text }: Document): number {
  const at = name.indexOf(begins)
  if (at > 0) return 3
  if (at === 0) return name.length === begins.length ? 5 : 4
  return text.includes(begins) ? 2 : 0
}

/** A wrong letter is forgiven in a word of at least four. */
const closeTo = (term: string, { named }: Corpus): string[] =>
  term.length < 4 ? [] : [...named.keys()].filter((word) => oneAway(term, word))

/** One letter changed, missing, added or swapped with its neighbour. Asked of every word: it makes no text of its own. */
export function oneAway(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  const more = long.length - short.length
  if (more > 1) return false
  let begin = 0
  while (begin < short.length && short[begin] === long[begin]) begin++
  let end = 0
  while (end < short.length - begin && short.at(-1 - end) === long.at(-1 - end)) end++
  const between = short.length - begin - end
  if (between <= 1 - more) return true
  const isSwap = between === 2 && more === 0
  return isSwap && short[begin] === long[begin + 1] && short[begin + 1] === long[begin]
}

export type Piece = { text: string; hit: boolean }

/** A text in pieces, those marked that begin with a word of the terms, or are one letter away from it. */
export function marked(text: string, terms: readonly string[]): Piece[] {
  const wanted = terms.flatMap((term) => term.split(' '))
  const pieces: Piece[] = []
  for (const piece of text.split(/((?:[\p{L}\p{N}\p{M}+#])+)/u)) {
    const word = plain(piece)
    const hit = word !== '' && wanted.some((term) => word.startsWith(term) || isMeant(term, word))
    const last = pieces.at(-1)
    if (last?.hit === hit) last.text += piece
    else if (piece !== '') pieces.push({ text: piece, hit })
  }
  return pieces
}

const isMeant = (term: string, word: string): boolean => term.length >= 4 && oneAway(term, word)
