import { cut } from '../../src/fit/cut.ts'
import { plain, wordsOf } from '../../src/fit/words.ts'
import { normal, partOf } from './split.ts'
import * as taxonomy from './taxonomy.ts'
import { foreignTerms, type MeantTerm } from './terms.ts'

/** A training title and its class: an O*NET occupation, or an ESCO unit group. */
export type Example = { title: string; of: number }

/** Everything that is learned from, in numbers: classes are indexes, groups of occupations stand side by side. */
export type Corpus = {
  socs: string[]
  minors: string[]
  /** For each occupation its minor group, and for each minor group the range of its occupations. */
  minorOf: number[]
  range: [from: number, to: number][]
  related: Map<number, number>[]
  iscos: string[]
  /** For each ESCO unit group its sub-major group, and for each sub-major group the range of its unit groups. */
  iscoMajor: number[]
  iscoRange: [from: number, to: number][]
  soc: Example[]
  esco: Example[]
  terms: MeantTerm[]
  texts: { words: string[]; soc: number; isco: number }[]
}

export function readCorpus(): Corpus {
  const all = [...taxonomy.alternateTitles(), ...taxonomy.shortTitles(), ...taxonomy.occupations()]
  const socs = [...new Set(all.map(({ soc }) => soc))].sort()
  const minors = [...new Set(socs.map(taxonomy.minorOf))]
  const minorOf = socs.map((soc) => minors.indexOf(taxonomy.minorOf(soc)))
  const socAt = new Map(socs.map((soc, i) => [soc, i]))
  const escoRows = taxonomy.escoTitles()
  const iscos = [...new Set(escoRows.map(({ isco }) => isco))].sort()
  const majors = [...new Set(iscos.map((isco) => isco.slice(0, 2)))]
  const iscoMajor = iscos.map((isco) => majors.indexOf(isco.slice(0, 2)))
  const iscoAt = new Map(iscos.map((isco, i) => [isco, i]))
  const soc = unique(
    all.flatMap(({ title, soc }) => spellings(title).map((t) => ({ title: t, of: socAt.get(soc)! }))),
  )
  return {
    socs,
    minors,
    minorOf,
    range: rangesOf(minorOf),
    iscos,
    iscoMajor,
    iscoRange: rangesOf(iscoMajor),
    related: relatedOf(socAt),
    soc,
    esco: unique(escoRows.map(({ title, isco }) => ({ title, of: iscoAt.get(isco)! }))),
    terms: foreignTerms(soc),
    texts: textsOf(socAt, iscoAt),
  }
}

/** From which to which index (not included) each group stands; the groups are numbered in their order. */
function rangesOf(groups: number[]): [number, number][] {
  return [...new Set(groups)].map((group) => [groups.indexOf(group), groups.lastIndexOf(group) + 1])
}

/** "Chief Financial Officer (CFO)" is three titles. */
function spellings(title: string): string[] {
  const both = /^(.+?)\s*\((.+)\)$/.exec(title)
  return both ? [title, both[1]!, both[2]!] : [title]
}

/** Only titles of the training part, each spelling once a class. */
function unique(examples: Example[]): Example[] {
  const out = new Map<string, Example>()
  for (const example of examples) {
    if (partOf(example.title) !== 'train' || cut(example.title).words.length === 0) continue
    out.set(`${normal(example.title)}|${example.of}`, example)
  }
  return [...out.values()]
}

/** For each occupation those related to it, either way, and how near (1 nearest, .5 the twentieth). */
function relatedOf(at: Map<string, number>): Map<number, number>[] {
  const out = Array.from({ length: at.size }, () => new Map<number, number>())
  for (const { from, to, index } of taxonomy.relatedOccupations()) {
    const a = at.get(from)
    const b = at.get(to)
    if (a === undefined || b === undefined || a === b) continue
    const near = 1 - 0.5 * ((index - 1) / 19)
    join(out, a, b, near)
  }
  addNew(out, [...at.keys()])
  return out
}

/** Occupations newer than the list of related ones take those of their broad group of the SOC, a little farther off. */
function addNew(related: Map<number, number>[], socs: string[]) {
  const broad = (soc: string) => soc.slice(0, 6)
  const isNew = related.map(({ size }) => size === 0)
  for (const [a, soc] of socs.entries()) {
    for (const [b, other] of socs.entries()) {
      if (!isNew[a] || a === b || broad(other) !== broad(soc)) continue
      const found: [number, number][] = [
        [b, 0.9],
        ...[...related[b]!].map(([c, near]): [number, number] => [c, near * 0.8]),
      ]
      for (const [c, near] of found) if (c !== a) join(related, a, c, near)
    }
  }
}

function join(related: Map<number, number>[], a: number, b: number, near: number) {
  related[a]!.set(b, Math.max(near, related[a]!.get(b) ?? 0))
  related[b]!.set(a, Math.max(near, related[b]!.get(a) ?? 0))
}

function textsOf(socAt: Map<string, number>, iscoAt: Map<string, number>): Corpus['texts'] {
  const texts: taxonomy.Text[] = [
    ...taxonomy.occupations(),
    ...taxonomy.escoTexts(),
    ...taxonomy.iscoTexts().filter(({ isco }) => isco!.length === 4),
  ]
  const cutTexts = texts.map(({ text, soc, isco }) => ({
    words: wordsOf(plain(text)),
    soc: socAt.get(soc ?? '') ?? -1,
    isco: iscoAt.get(isco ?? '') ?? -1,
  }))
  const common = commonWords(cutTexts.map(({ words }) => words))
  return cutTexts.map((each) => ({ ...each, words: each.words.filter((word) => !common.has(word)) }))
}

/** Words of more than a sixth of all texts say nothing about one of them. */
function commonWords(texts: string[][]): Set<string> {
  const counts = new Map<string, number>()
  for (const words of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Set(
    [...counts].filter(([word, n]) => n > texts.length / 6 || word.length < 2).map(([word]) => word),
  )
}
