import { cut } from '../../src/fit/cut.ts'
import type { Corpus } from './corpus.ts'
import { seeded } from './dense.ts'
import { normal, type Part, partOf } from './split.ts'
import { alternateTitles } from './taxonomy.ts'

/** A title that was not trained on, and the occupations it is listed under. */
export type Unseen = { title: string; socs: number[] }
export type Pair = [a: string, b: string]

/**
 * Pairs of unseen titles: of one occupation, of related ones (and of the five nearest), drawn at random (a tenth of
 * these are related or of one occupation all the same), and those of them that are unrelated. `elsewhere` draws its second
 * title as `related` does, the occupation first: of any occupation.
 */
export type Samples = Record<'same' | 'related' | 'nearest' | 'random' | 'unrelated' | 'elsewhere', Pair[]>

const PAIRS = 3000
/** Nearness of the fifth of an occupation's related ones. */
const FIFTH = 1 - (0.5 * 4) / 19

/** O*NET's alternate titles of a part, each spelling once. */
export function unseen(corpus: Corpus, part: Part): Unseen[] {
  const at = new Map(corpus.socs.map((soc, i) => [soc, i]))
  const out = new Map<string, Unseen>()
  for (const { title, soc } of alternateTitles()) {
    if (partOf(title) !== part || cut(title).words.length === 0) continue
    const known = out.get(normal(title)) ?? { title, socs: [] }
    if (!known.socs.includes(at.get(soc)!)) known.socs.push(at.get(soc)!)
    out.set(normal(title), known)
  }
  return [...out.values()]
}

export function samplesOf(corpus: Corpus, titles: Unseen[], seed: number): Samples {
  const random = seeded(seed)
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const of = new Map<number, Unseen[]>()
  for (const title of titles) for (const soc of title.socs) of.set(soc, [...(of.get(soc) ?? []), title])
  const occupations = [...of.keys()]
  const near = (soc: number, least: number) =>
    [...corpus.related[soc]!]
      .filter(([other, value]) => value >= least && of.has(other))
      .map(([other]) => other)
  const drawn = (other: (soc: number) => Unseen | undefined) => {
    const out: Pair[] = []
    while (out.length < PAIRS) {
      const first = one(titles)
      const second = other(one(first.socs))
      if (second && second !== first) out.push([first.title, second.title])
    }
    return out
  }
  const ofNear = (least: number) => (soc: number) => {
    const others = near(soc, least)
    return others.length > 0 ? one(of.get(one(others))!) : undefined
  }
  return {
    same: drawn((soc) => one(of.get(soc)!)),
    related: drawn(ofNear(0)),
    nearest: drawn(ofNear(FIFTH - 1e-9)),
    random: drawn(() => one(titles)),
    unrelated: drawn((soc) => {
      const other = one(titles)
      return other.socs.some((b) => b === soc || corpus.related[soc]!.has(b)) ? undefined : other
    }),
    elsewhere: drawn(() => one(of.get(one(occupations))!)),
  }
}
