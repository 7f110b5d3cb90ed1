import type { Cut } from './cut.ts'
import { familiesOf } from './title.ts'

/**
 * What one word, pair of words or family of terms looks like to the model: 32-bit keys of rows that are added (`own`),
 * and the word whose letter sequences are averaged (`gramsOf`; none of a pair or a family). `place` chooses the learned
 * weight of that place.
 */
export type Unit = { own: number[]; word: string; place: number }

/** Last word of the first piece, another word of it, last word of a later piece, another, a pair of neighbours, one of words apart, a family. */
export const PLACES = 7

const WORD = 1
const PAIR = 2
const GRAM = 3
const HEAD = 4
const FAR = 5
const FAMILY = 6

const start = (kind: number) => Math.imul(2166136261 ^ kind, 16777619)

function mix(hash: number, text: string, from = 0, to = text.length): number {
  let h = hash
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  return h
}

const end = (hash: number) => (hash ^ (hash >>> 15)) >>> 0

const key = (kind: number, word: string) => end(mix(start(kind), word))

function pair(kind: number, a: string, b: string): number {
  return end(mix(mix(mix(start(kind), a), ' '), b))
}

/** Keys of the letter sequences of 3 to 5, the ends of the word marked. */
export function gramsOf(word: string): number[] {
  if (word === '') return []
  const text = `<${word}>`
  const out: number[] = []
  for (let n = 3; n <= 5; n++)
    for (let i = 0; i + n <= text.length; i++) out.push(end(mix(start(GRAM), text, i, i + n)))
  return out
}

/** The units of a cut title: its words, neighbouring pairs, each word beside the first head, and its families. */
export function unitsOf(title: Cut): Unit[] {
  return [...wordUnits(title), ...pairUnits(title), ...familyUnits(title)]
}

function wordUnits({ words, pieces, last }: Cut): Unit[] {
  return words.map((word, i) => ({
    own: last[i] ? [key(WORD, word), key(HEAD, word)] : [key(WORD, word)],
    word,
    place: (pieces[i] === 0 ? 0 : 2) + (last[i] ? 0 : 1),
  }))
}

function pairUnits({ words, last }: Cut): Unit[] {
  const units: Unit[] = []
  for (let i = 1; i < words.length; i++)
    units.push({ own: [pair(PAIR, words[i - 1]!, words[i]!)], word: '', place: 4 })
  const head = last.indexOf(true)
  for (let i = 0; i < words.length; i++)
    if (Math.abs(i - head) > 1) units.push({ own: [pair(FAR, words[i]!, words[head]!)], word: '', place: 5 })
  return units
}

const MOST_FAMILIES = 3

function familyUnits(title: Cut): Unit[] {
  return familiesOf(title)
    .slice(0, MOST_FAMILIES)
    .map(({ family }, i) => ({ own: [key(FAMILY + i, family.id)], word: '', place: 6 }))
}
