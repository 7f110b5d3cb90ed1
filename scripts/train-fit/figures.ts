import { fit as relatedness, shippedModel } from '../../src/fit/index.ts'
import { type Corpus, readCorpus } from './corpus.ts'
import { seeded } from './dense.ts'
import { auc } from './measure.ts'
import { noisy } from './noise.ts'
import { type Pair, type Samples, samplesOf, type Unseen, unseen } from './samples.ts'

/** What is measured on titles that were never trained on. Shares and areas from 0 to 1. */
export type Figures = {
  titles: number
  /** The minor group of the SOC: by title (any of its own), and by row of the list (each of its own). */
  groups: { first: number; five: number; firstByRow: number; fiveByRow: number }
  auc: Record<
    | 'related'
    | 'nearest'
    | 'same'
    | 'relatedToElsewhere'
    | 'relatedToUnrelated'
    | 'sameToUnrelated'
    | 'sameAsAdverts',
    number
  >
  /** The area that whoever knows the occupations of every title reaches: random pairs are related now and then. */
  ceiling: Record<'related' | 'nearest' | 'same' | 'relatedToElsewhere', number>
  /** Shares below the advice threshold of .15. */
  below: Record<'same' | 'related' | 'random' | 'unrelated', number>
  /** Share of pairs for which nothing can be told; they count as .15. */
  unknown: number
}

const SEED = 11
const ASK = 0.15

/** Measures the shipped model and the fit made of it. Needs the taxonomies. */
export function figuresOf(): Figures {
  const corpus = readCorpus()
  const titles = unseen(corpus, 'test')
  const samples = samplesOf(corpus, titles, SEED)
  const { same, related, nearest, random, unrelated, elsewhere } = each(samples, valuesOf)
  const below = (list: Value[]) => rounded(list.filter((v) => v !== null && v < ASK).length / list.length)
  return {
    titles: titles.length,
    groups: groupsOf(titles, corpus.minorOf),
    auc: {
      related: area(related, random),
      nearest: area(nearest, random),
      same: area(same, random),
      relatedToElsewhere: area(related, elsewhere),
      relatedToUnrelated: area(related, unrelated),
      sameToUnrelated: area(same, unrelated),
      sameAsAdverts: area(adverts(samples.same), adverts(samples.random)),
    },
    ceiling: ceilingOf(corpus, titles, samples),
    below: {
      same: below(same),
      related: below(related),
      random: below(random),
      unrelated: below(unrelated),
    },
    unknown: rounded(random.filter((v) => v === null).length / random.length),
  }
}

type Value = number | null

const each = <T>(samples: Samples, of: (pairs: Pair[]) => T): Record<keyof Samples, T> =>
  Object.fromEntries(Object.entries(samples).map(([name, pairs]) => [name, of(pairs)])) as Record<
    keyof Samples,
    T
  >

function ceilingOf({ related }: Corpus, titles: Unseen[], samples: Samples): Figures['ceiling'] {
  const socs = new Map(titles.map((title) => [title.title, title.socs]))
  const nearness = (a: number, b: number) => (a === b ? 2 : (related[a]!.get(b) ?? 0))
  const known = each(samples, (pairs) =>
    pairs.map(([one, other]) =>
      Math.max(...socs.get(one)!.flatMap((a) => socs.get(other)!.map((b) => nearness(a, b)))),
    ),
  )
  return {
    related: area(known.related, known.random),
    nearest: area(known.nearest, known.random),
    same: area(known.same, known.random),
    relatedToElsewhere: area(known.related, known.elsewhere),
  }
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000
const area = (high: Value[], low: Value[]) =>
  rounded(
    auc(
      high.map((v) => v ?? ASK),
      low.map((v) => v ?? ASK),
    ),
  )

function valuesOf(pairs: Pair[]): Value[] {
  return pairs.map(([mine, wanted]) => relatedness({ titles: [mine] }, { title: wanted }).fit)
}

function adverts(pairs: Pair[]): Value[] {
  const random = seeded(SEED)
  return valuesOf(pairs.slice(0, 3000).map(([a, b]): Pair => [noisy(a, random), noisy(b, random)]))
}

function groupsOf(titles: Unseen[], minorOf: number[]): Figures['groups'] {
  const model = shippedModel()
  const [first, five, firstByRow, fiveByRow] = [0, 1, 2, 3].map(() => 0)
  const out = { first, five, firstByRow, fiveByRow } as Record<keyof Figures['groups'], number>
  let rows = 0
  for (const { title, socs } of titles) {
    const shares = model.groupShares(title) ?? new Float32Array()
    const best = [...shares.keys()].sort((a, b) => shares[b]! - shares[a]!).slice(0, 5)
    const own = socs.map((soc) => minorOf[soc]!)
    rows += own.length
    out.first += own.includes(best[0]!) ? 1 : 0
    out.five += own.some((group) => best.includes(group)) ? 1 : 0
    out.firstByRow += own.filter((group) => group === best[0]).length
    out.fiveByRow += own.filter((group) => best.includes(group)).length
  }
  return {
    first: rounded(out.first / titles.length),
    five: rounded(out.five / titles.length),
    firstByRow: rounded(out.firstByRow / rows),
    fiveByRow: rounded(out.fiveByRow / rows),
  }
}
