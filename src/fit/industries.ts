import { readFileSync } from 'node:fs'
import type { Language } from './german.ts'
import { industryName } from './mention.ts'

// The tables of industries that come with the product: `industries/*.txt`, a code and what belongs to it a line.

type Line = [code: string, rest: string]

function linesOf(file: string): Line[] {
  const text = readFileSync(new URL(`./industries/${file}.txt`, import.meta.url), 'utf8')
  return text.split('\n').flatMap((line): Line[] => {
    const [, code, rest] = /^(\w[\w-]*) (.+)$/.exec(line) ?? []
    return code && rest ? [[code, rest]] : []
  })
}

/** Read when first asked for, once. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const namesInEnglish = once(() => new Map(linesOf('naics')))
const namesInGerman = once(() => new Map(linesOf('german')))
const fromIsic = once(() => new Map(linesOf('isic')))

/** The first line that claims a name keeps it: LinkedIn's lists, then the groups of funds, German, then NAICS itself. */
const codesOfNames = once(() => {
  const listed = linesOf('names').flatMap(([code, names]) =>
    names.split(';').map((name): Line => [name, code]),
  )
  const titles = linesOf('naics').map(([code, title]): Line => [title, code])
  const found = new Map<string, string>()
  for (const [name, code] of [...listed, ...titles]) {
    const key = industryName(name)
    if (!found.has(key)) found.set(key, code)
  }
  return found
})

const RANGES: Readonly<Record<string, string>> = {
  ...{ 31: '31-33', 32: '31-33', 33: '31-33', 44: '44-45', 45: '44-45', 48: '48-49', 49: '48-49' },
}

/** The name of a NAICS 2022 code, or of the nearest broader one that has a name; null for no such code. */
export function naicsName(code: string, language: Language): string | null {
  const names = language === 'de' ? namesInGerman() : namesInEnglish()
  for (let length = code.length; length > 2; length--) {
    const name = names.get(code.slice(0, length))
    if (name) return name
  }
  return names.get(RANGES[code.slice(0, 2)] ?? code.slice(0, 2)) ?? null
}

/** The NAICS code of an industry by its name, as LinkedIn (old and new, and in German), funds or NAICS itself have it. */
export const naicsOfName = (name: string): string | null => codesOfNames().get(industryName(name)) ?? null

/** The NAICS code that corresponds to a code of ISIC Rev. 4 ("C12", "1200", "12"), or to the nearest broader one. */
export function naicsOfIsic(given: string): string | null {
  const code = given.toUpperCase().replace(/[\s.]/g, '')
  const digits = code.replace(/^[A-U](?=\d)/, '')
  for (let length = digits.length; length > 1; length--) {
    const naics = fromIsic().get(digits.slice(0, length))
    if (naics) return naics
  }
  return fromIsic().get(code) ?? null
}

type Term = { code: string; term: string; isEnd: boolean }

const termsOf = (file: string): Term[] =>
  linesOf(file).flatMap(([code, list]) =>
    list.split(';').map((raw) => ({ code, term: raw.trim().replace('~', ''), isEnd: raw.includes('~') })),
  )

/** Terms that hint at an industry: whose code each is, how many words those that begin so have, and ends of words. */
export type Hints = {
  codes: ReadonlyMap<string, string>
  lengths: ReadonlyMap<string, number>
  ends: readonly string[]
}

function hintsOf(terms: Term[]): Hints {
  const lengths = new Map<string, number>()
  for (const { term } of terms) {
    const [first = '', ...rest] = term.split(' ')
    if (rest.length > 0) lengths.set(first, Math.max(lengths.get(first) ?? 0, rest.length + 1))
  }
  return {
    codes: new Map(terms.map(({ term, code }) => [term, code])),
    lengths,
    ends: terms.filter(({ isEnd }) => isEnd).map(({ term }) => term),
  }
}

/** Strong enough for a name and a posting. */
export const hints = once(() => hintsOf(termsOf('words')))
/** With those that only a description, which tells of the organization alone, may be judged by. */
export const textHints = once(() => hintsOf([...termsOf('text-words'), ...termsOf('words')]))
