import type { Hints } from './industries.ts'
import { type Hit, isBeside, isDenied } from './mention.ts'

/** A term that hints at an industry, and that industry's NAICS code. */
export type Hint = { code: string; term: string }

/** What most sentences hint at, each once; of equals the first. What they deny or only serve does not count. */
export function hintIn(sentences: readonly string[], by: Hints, least = 1): Hint | null {
  const counts = new Map<string, { hint: Hint; count: number }>()
  for (const sentence of sentences) {
    for (const hint of new Map(hintsIn(sentence, by).map((one) => [one.code, one])).values()) {
      const known = counts.get(hint.code) ?? { hint, count: 0 }
      counts.set(hint.code, { ...known, count: known.count + 1 })
    }
  }
  const [most] = [...counts.values()].toSorted((one, other) => other.count - one.count)
  return most !== undefined && most.count >= least ? most.hint : null
}

function hintsIn(sentence: string, hints: Hints): Hint[] {
  return hitsIn(sentence, hints).flatMap((hit) => {
    const code = isDenied(sentence, hit) || isBeside(sentence, hit) ? undefined : hints.codes.get(hit.term)
    return code ? [{ code, term: hit.term }] : []
  })
}

/** From left to right the longest term at each word, none within another. */
function hitsIn(sentence: string, hints: Hints): Hit[] {
  const tokens = sentence.split(' ')
  const hits: Hit[] = []
  let at = 0
  for (let place = 0; place < tokens.length; ) {
    const found = termAt(tokens, place, hints)
    if (found) hits.push({ term: found.term, at: at + found.skipped })
    const next = place + (found?.words ?? 1)
    at += tokens.slice(place, next).join(' ').length + 1
    place = next
  }
  return hits
}

type Found = { term: string; words: number; skipped: number }

function termAt(tokens: readonly string[], place: number, { codes, lengths, ends }: Hints): Found | null {
  const token = tokens[place]!
  for (let words = lengths.get(token) ?? 1; words > 0; words--) {
    const term = singular(tokens.slice(place, place + words).join(' '), codes)
    if (term !== null) return { term, words, skipped: 0 }
  }
  const end = ends.find(
    (one) => token.length > one.length && (token.endsWith(one) || token.replace(PLURAL, '').endsWith(one)),
  )
  return end ? { term: end, words: 1, skipped: token.lastIndexOf(end) } : null
}

const PLURAL = /e?[sn]$/

/** The term as the list has it, though the text has its plural. */
function singular(text: string, codes: ReadonlyMap<string, string>): string | null {
  if (codes.has(text)) return text
  if (!/[sn]$/.test(text)) return null
  return [text.slice(0, -1), text.replace(PLURAL, '')].find((form) => codes.has(form)) ?? null
}
