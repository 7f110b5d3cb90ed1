import { cut } from '../../src/fit/cut.ts'
import { gramsOf, type Unit, unitsOf } from '../../src/fit/features.ts'
import type { Corpus } from './corpus.ts'

/** Where the row of a key lies in the table. The first `alone` rows are words that speak for themselves. */
export type Rows = { at: Map<number, number>; alone: number }

/**
 * Rows of a title that the table knows, one unit after the other: its place (with ALONE for a word that speaks for
 * itself), how many rows are added and how many are averaged, then these rows.
 */
export type Input = Int32Array

export const ALONE = 16

/** How many times a key must be seen to be worth a row, and a word to speak for itself. */
export type Least = { word: number; pair: number; gram: number; alone: number }

/** The keys worth a row: those seen in enough titles of the training part, and every word of the descriptions. */
export function rowsOf(corpus: Corpus, least: Least): Rows {
  const counts = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()]
  const count = (kind: number, key: number) => counts[kind]!.set(key, (counts[kind]!.get(key) ?? 0) + 1)
  const titles = new Map(
    [...corpus.soc, ...corpus.esco, ...corpus.terms].map(({ title }) => [cut(title).words.join(' '), title]),
  )
  for (const title of titles.values()) {
    for (const { own, word, place } of unitsOf(cut(title))) {
      for (const each of own) count(place < 4 ? 0 : 1, each)
      for (const each of new Set(gramsOf(word))) count(2, each)
    }
  }
  for (const { words } of corpus.texts) for (const word of words) count(0, windowUnits([word])[0]!.own[0]!)
  return numbered(counts, least)
}

function numbered(counts: Map<number, number>[], { word, pair, gram, alone }: Least): Rows {
  const at = new Map<number, number>()
  const add = (kind: number, most: number) => {
    for (const [key, n] of counts[kind]!) if (n >= most && !at.has(key)) at.set(key, at.size)
  }
  add(0, alone)
  const first = at.size
  for (const [kind, most] of [word, pair, gram].entries()) add(kind, most)
  return { at, alone: first }
}

/** The units of some words of a text, as if they were a title. */
export function windowUnits(words: string[]): Unit[] {
  return unitsOf({
    words,
    pieces: words.map(() => 0),
    last: words.map((_, i) => i === words.length - 1),
    terms: [],
    parts: [],
  })
}

/** Of a title's units what the table knows; a unit with nothing known is left out. */
export function known(units: Unit[], rows: Rows): Input {
  const out: number[] = []
  for (const { own, word, place } of units) {
    const added = rowsFor(own, rows)
    const averaged = rowsFor(gramsOf(word), rows)
    const mark = word !== '' && added.length > 0 && added[0]! < rows.alone ? ALONE : 0
    if (added.length + averaged.length > 0)
      out.push(place | mark, added.length, averaged.length, ...added, ...averaged)
  }
  return Int32Array.from(out)
}

function rowsFor(keys: number[], { at }: Rows): number[] {
  return keys.flatMap((key) => at.get(key) ?? [])
}
