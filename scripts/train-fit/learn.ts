import { cut } from '../../src/fit/cut.ts'
import { unitsOf } from '../../src/fit/features.ts'
import type { Corpus } from './corpus.ts'
import { adam, type Dense, seeded } from './dense.ts'
import { classify, HEADS } from './heads.ts'
import { backward, forward, type Net, newNet, type Pass, type Random } from './net.ts'
import { noisy } from './noise.ts'
import { ALONE, type Input, known, type Least, type Rows, rowsOf, windowUnits } from './rows.ts'

export type Settings = Least & {
  dim: number
  pools: number
  hidden: number
  epochs: number
  /** Steps of the table (Adagrad) and of the dense layers (Adam); both fall to 0. */
  rate: number
  dense: number
  /** Share of hidden units kept, of titles as an advert writes them, of rows and units dropped. */
  keep: number
  noise: number
  drop: number
  seed: number
}

/** Titles of a batch: of O*NET, of ESCO, windows of descriptions, terms of our own families. */
const SOC_TITLES = 80
const ESCO_TITLES = 24
const TEXTS = 20
const TERMS = 5
const VARIANTS = 4
const DECAY = 1e-3

/** A title and what is known of it; -1 where nothing is. */
type Said = { inputs: Input[]; soc: number; isco: number }
type Shelf = { soc: Said[]; esco: Said[]; texts: Said[]; terms: Said[] }

/** Every title as it stands and as adverts may write it, in rows of the table; windows of the descriptions. */
function shelve(corpus: Corpus, rows: Rows, random: Random): Shelf {
  const inputs = (title: string) =>
    Array.from({ length: VARIANTS }, (_, i) =>
      known(unitsOf(cut(i === 0 ? title : noisy(title, random))), rows),
    )
  return {
    soc: corpus.soc.map(({ title, of }) => ({ soc: of, isco: -1, inputs: inputs(title) })),
    esco: corpus.esco.map(({ title, of }) => ({ soc: -1, isco: of, inputs: inputs(title) })),
    texts: windows(corpus, rows, random),
    terms: meant(corpus, rows, random),
  }
}

const WINDOWS = 90_000

function windows({ texts }: Corpus, rows: Rows, random: Random): Said[] {
  return Array.from({ length: WINDOWS }, () => {
    const { words, soc, isco } = one(texts, random)
    const from = Math.floor(random() * words.length)
    const window = words.slice(from, from + 1 + Math.floor(random() * 5))
    return { soc, isco, inputs: [known(windowUnits(window), rows)] }
  })
}

/** Each term several times, as one or another of the occupations that its family is about. */
function meant({ terms }: Corpus, rows: Rows, random: Random): Said[] {
  return terms.flatMap(({ title, socs }) => {
    const inputs = [known(unitsOf(cut(title)), rows)]
    return Array.from({ length: MEANINGS }, () => ({ soc: one(socs, random), isco: -1, inputs }))
  })
}

const MEANINGS = 20

const one = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!

/** Trains one net on the training part; `after` is told each epoch. The same settings give the same net. */
export function learn(corpus: Corpus, settings: Settings, after: (epoch: number) => void): Net {
  const random = seeded(settings.seed)
  const rows = rowsOf(corpus, settings)
  const shelf = shelve(corpus, rows, random)
  const { dim, pools, hidden } = settings
  const heads = [corpus.minors.length, corpus.socs.length, corpus.iscoRange.length, corpus.iscos.length]
  const net = newNet({ rows: rows.at.size, dim, pools, hidden, heads }, random)
  const batches = Math.ceil(corpus.soc.length / (SOC_TITLES / 2))
  const total = batches * settings.epochs
  for (let step = 0; step < total; step++) {
    const fade = 1 - step / total
    for (const said of draw(shelf, random)) {
      const pass = passOf(net, said, settings, random)
      learnGroups(corpus, net, pass, said)
      backward(net, pass, settings.rate * fade)
    }
    for (const each of denseOf(net)) adam(each, settings.dense * fade, step + 1, DECAY)
    if ((step + 1) % batches === 0) after((step + 1) / batches)
  }
  return net
}

function denseOf(net: Net): Dense[] {
  const { query, place, inner, innerBias, heads } = net
  return [query, place, inner, innerBias, ...heads.flatMap((head) => [head.weight, head.bias])]
}

function draw({ soc, esco, texts, terms }: Shelf, random: Random): Said[] {
  const some = (n: number, list: Said[]) => Array.from({ length: n }, () => one(list, random))
  return [...some(SOC_TITLES, soc), ...some(ESCO_TITLES, esco), ...some(TEXTS, texts), ...some(TERMS, terms)]
}

function passOf(net: Net, { inputs }: Said, { noise, drop, keep }: Settings, random: Random): Pass {
  const at = inputs.length > 1 && random() < noise ? 1 + Math.floor(random() * (inputs.length - 1)) : 0
  return forward(net, dropped(inputs[at]!, drop, random), keep, random)
}

/**
 * What is learned of a title: some words are read by their letters alone, and some pairs and families are left out, so
 * that letters and other words learn to speak for them. Words that speak for themselves are read by themselves.
 */
function dropped(input: Input, share: number, random: Random): Input {
  const out: number[] = []
  for (let at = 0; at < input.length; ) {
    const [mark, own, grams] = [input[at]!, input[at + 1]!, input[at + 2]!]
    const place = mark & ~ALONE
    const first = at + 3
    const isDropped = random() < share && (grams > 0 || place >= 4)
    const letters = isDropped || !(mark & ALONE) ? grams : 0
    const words = isDropped ? 0 : own
    if (words + letters > 0) out.push(place, words, letters)
    for (let i = 0; i < words; i++) out.push(input[first + i]!)
    for (let i = 0; i < letters; i++) out.push(input[first + own + i]!)
    at = first + own + grams
  }
  return Int32Array.from(out)
}

function learnGroups(corpus: Corpus, net: Net, pass: Pass, { soc, isco }: Said) {
  if (pass.places.length === 0) return
  if (soc >= 0) {
    const minor = corpus.minorOf[soc]!
    classify(net, pass, HEADS.minor, [0, corpus.minors.length], minor, 1)
    classify(net, pass, HEADS.occupation, corpus.range[minor]!, soc, 1)
  }
  if (isco >= 0) {
    const major = corpus.iscoMajor[isco]!
    classify(net, pass, HEADS.iscoMajor, [0, corpus.iscoRange.length], major, 0.7)
    classify(net, pass, HEADS.isco, corpus.iscoRange[major]!, isco, 0.7)
  }
}
