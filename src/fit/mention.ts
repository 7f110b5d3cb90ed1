// Where a term stands in a text, and whether the text means it.

/** Before a sector's word, these say that the organization stands beside it: sells to it, serves it, fights it. */
export const SERVES =
  /\b(?:for|to|serv(?:e|es|ing|ices? (?:to|for))|suppl(?:y|ies|ier|iers|ying)|clients?|customers?|consult\w*|advis\w*|software|audits?|about|against|insur\w*|banks?|helps?|fuer|beliefert|kunden)\b/
const DENIES =
  /\b(?:no|not|non|never|without|anti|quit|ex|former|formerly|free of|kein|keine|nicht|ohne)\W+(?:\w+\W+){0,3}$/
const DENIED_BEHIND =
  /^[\s-]*(?:free|cessation|prevention|control|addiction|regulator|safety|alternatives?|substitutes?|recycling)\b/
export const BESIDE_BEHIND =
  /^[\s-]*(?:software|consult\w*|analytics|industry (?:software|customers|clients)|customers|clients|compan(?:y|ies) (?:as|use))\b/

/** A term and where it begins in a text made plain by `words`. */
export type Hit = { term: string; at: number }

export function isDenied(text: string, { term, at }: Hit): boolean {
  return DENIES.test(text.slice(0, at)) || DENIED_BEHIND.test(text.slice(at + term.length))
}

/** The words just before a term that can still say what it is there for. */
const NEAR = /(?:\S+ +){0,4}$/

/** "Software for breweries", "brewery software": the term names others, not the organization. */
export function isBeside(text: string, { term, at }: Hit): boolean {
  const before = NEAR.exec(text.slice(0, at))?.[0] ?? ''
  return SERVES.test(before) || BESIDE_BEHIND.test(text.slice(at + term.length))
}

/** Lower case, umlauts as two letters, every run of other characters but the hyphen a single space. */
export function words(text: string): string {
  const lower = text.normalize('NFC').toLowerCase()
  return lower
    .replace(/[äöüß]/g, (c) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[c] ?? 'ss')
    .replace(/[^\p{L}\p{N}&-]+/gu, ' ')
    .trim()
}

/** "Oil & Gas industry" and "oil and gas" are one name. */
export function industryName(text: string): string {
  return words(text.replaceAll('&', ' and '))
    .replace(/ (?:industry|sector|companies|company|producers?|products)$/, '')
    .trim()
}

/** The same few terms are looked for in every text. */
const plain = new Map<string, string>()

function plainTerm(raw: string): string {
  const known = plain.get(raw)
  if (known !== undefined) return known
  const term = words(raw)
  plain.set(raw, term)
  return term
}

/** The first of the terms that stands in the text as whole words; "Gunn" does not hold "gun". */
export function findTerm(terms: readonly string[], text: string, counts = (_hit: Hit) => true): Hit | null {
  for (const raw of terms) {
    const term = plainTerm(raw)
    for (let at = text.indexOf(term); at >= 0 && term; at = text.indexOf(term, at + 1)) {
      if (!/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + term.length))) {
        if (counts({ term, at })) return { term, at }
      }
    }
  }
  return null
}

/** What adverts say of the workplace and the law, not of what the organization does. */
const BOILERPLATE =
  /equal[- ]opportunit|regardless|discriminat|veteran|protected|disabilit|accommodation|benefits?\b|insurance|401|leave\b|drug[- ]|background check|smoke|tobacco-free|perks|chancengleich|zuschuss|schwerbehind/i

/** The sentences of postings that may tell what the organization does, each plain. */
export function tellingSentences(postings: readonly string[]): string[] {
  const sentences = postings.flatMap((text) => text.split(/[.!?:;•]\s|\n/))
  return sentences.filter((sentence) => !BOILERPLATE.test(sentence)).map(words)
}
