import { cut } from '../../src/fit/cut.ts'
import { FAMILIES, familiesOf } from '../../src/fit/title.ts'
import { partOf } from './split.ts'

/** A term of a family that the taxonomies do not know, and the occupations of the titles they list in that family. */
export type MeantTerm = { title: string; socs: number[] }

/**
 * The terms of our own families that hold a word of no title: most are German. They are taught as one or another of
 * the occupations whose titles are of the same family.
 */
export function foreignTerms(titles: readonly { title: string; of: number }[]): MeantTerm[] {
  const words = new Set<string>()
  const socs = new Map<string, number[]>()
  for (const { title, of } of titles) {
    const pieces = cut(title)
    for (const word of pieces.words) words.add(word)
    const family = familiesOf(pieces)[0]?.family.id
    if (family) socs.set(family, [...(socs.get(family) ?? []), of])
  }
  return FAMILIES.flatMap(({ id, titles: named, fields }) =>
    [...named, ...fields]
      .filter((term) => cut(term).words.some((word) => !words.has(word)) && partOf(term) === 'train')
      .map((title) => ({ title, socs: socs.get(id) ?? [] })),
  ).filter((term) => term.socs.length > 0)
}
