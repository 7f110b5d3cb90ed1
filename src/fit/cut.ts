import { plain, wordsOf } from './words.ts'

/**
 * A title cut into pieces at commas, brackets, prepositions and "and". `words` are the telling words in order, with the
 * piece each stands in and whether it is that piece's last; `terms` are all words with the marks between the pieces,
 * for terms that may hold a preposition but never reach across a comma.
 */
export type Cut = {
  words: string[]
  pieces: number[]
  last: boolean[]
  terms: string[]
  parts: { at: number; joined: boolean }[]
}

// what follows names the employer, not the work: "Developer at a recruiting firm"
const EMPLOYER = /\s(?:at|@|bei|chez)\s.*$|@.*$/
const SEPARATOR =
  /\s*[,|;/•·(){}[\]:–—]\s*|\s+-+\s+|\s*[-]+\s+|\b(of|for|to|in|with|von|fuer|im|within)\b|(\s&\s|\band\b|\bund\b)/
const EMPTY = new Set(
  'a an and the of for to in with on or und oder der die das im am zur zum von de la le et m f d w x'.split(
    ' ',
  ),
)
const MOST_WORDS = 24
const MOST_LETTERS = 200

/** Cuts a title; what is longer than any title is left out. */
export function cut(title: string): Cut {
  const out: Cut = { words: [], pieces: [], last: [], terms: [], parts: [] }
  const pieces = plain(title.slice(0, MOST_LETTERS)).replace(EMPLOYER, '').split(SEPARATOR)
  let piece = 0
  for (let i = 0; i < pieces.length && out.words.length < MOST_WORDS; i += 3) {
    const words = wordsOf(pieces[i] ?? '')
    mark(out, i, pieces[i - 2], Boolean(pieces[i - 1]))
    out.terms.push(...words)
    if (tell(out, words, piece)) piece++
  }
  return out
}

function mark({ terms, parts }: Cut, i: number, preposition: string | undefined, joined: boolean) {
  parts.push({ at: terms.length, joined })
  // a bar keeps terms from reaching across a comma
  if (preposition) terms.push(preposition)
  else if (joined) terms.push('and')
  else if (i > 0) terms.push('|')
}

function tell(out: Cut, all: string[], piece: number): boolean {
  const words = all.filter((word) => !EMPTY.has(word))
  for (const [i, word] of words.entries()) {
    out.words.push(word)
    out.pieces.push(piece)
    out.last.push(i === words.length - 1)
  }
  return words.length > 0
}
