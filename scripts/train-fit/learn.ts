import { cut } from '../../src/fit/cut.ts'
import { type Unit, unitsOf } from '../../src/fit/features.ts'
import type { Corpus } from './corpus.ts'
import { adam, type Dense, seeded } from './dense.ts'
import { classify, HEADS } from './heads.ts'
import { backward, forward, type Input, known, type Net, newNet, type Pass, type Random } from './net.ts'
import { noisy } from './noise.ts'

export type Settings = {
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
  /** How many times a title's key must be seen to be worth a row. */
  least: { word: number; pair: number; gram: number }
  seed: number
}

/** Titles of a batch: of O*NET, of ESCO, windows of descriptions, terms of our own families. */
const SOC_TITLES = 80
const ESCO_TITLES = 24
const TEXTS = 20
const TERMS = 5
const VARIANTS = 4
const DECAY = 1e-3

/** The keys worth a row: those seen in enough titles of the training part, and every word of the descriptions. */
export function rowsOf(corpus: Corpus, least: Settings['least']): Map<number, number> {
  const counts = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()]
  const count = (kind: number, key: number) => counts[kind]!.set(key, (counts[kind]!.get(key) ?? 0) + 1)
  const titles = new Map(
    [...corpus.soc, ...corpus.esco, ...corpus.terms].map(({ title }) => [cut(title).words.join(' '), title]),
  )
  for (const title of titles.values()) {
    for (const { own, grams, place } of unitsOf(cut(title))) {
      for (const each of own) count(place < 4 ? 0 : 1, each)
      for (const each of new Set(grams)) count(2, each)
    }
  }
  for (const { words } of corpus.texts) for (const word of words) count(0, windowUnits([word])[0]!.own[0]!)
  const rows = new Map<number, number>()
  for (const [kind, most] of [least.word, least.pair, least.gram].entries())
    for (const [key, n] of counts[kind]!) if (n >= most && !rows.has(key)) rows.set(key, rows.size)
  return rows
}

function windowUnits(words: string[]): Unit[] {
  return unitsOf({
    words,
    pieces: words.map(() => 0),
    last: words.map((_, i) => i === words.length - 1),
    terms: [],
    parts: [],
  })
}

/** A title and what is known of it; -1 where nothing is. */
type Said = { inputs: Input[]; soc: number; isco: number }
type Shelf = { soc: Said[]; esco: Said[]; texts: Said[]; terms: Said[] }

/** Every title as it stands and as adverts may write it, in rows of the table; windows of the descriptions. */
function shelve(corpus: Corpus, rows: Map<number, number>, random: Random): Shelf {
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

function windows({ texts }: Corpus, rows: Map<number, number>, random: Random): Said[] {
  return Array.from({ length: WINDOWS }, () => {
    const { words, soc, isco } = one(texts, random)
    const from = Math.floor(random() * words.length)
    const window = words.slice(from, from + 1 + Math.floor(random() * 5))
    return { soc, isco, inputs: [known(windowUnits(window), rows)] }
  })
}

/** Each term several times, as one or another of the occupations that its family is about. */
function meant({ terms }: Corpus, rows: Map<number, number>, random: Random): Said[] {
  return terms.flatMap(({ title, socs }) => {
    const inputs = [known(unitsOf(cut(title)), rows)]
    return Array.from({ length: MEANINGS }, () => ({ soc: one(socs, random), isco: -1, inputs }))
  })
}

const MEANINGS = 20

const one = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!

/** Trains on the training part; `after` is told each epoch. The same settings give the same net. */
export function learn(
  corpus: Corpus,
  settings: Settings,
  after: (net: Net, rows: Map<number, number>, epoch: number) => void,
) {
  const random = seeded(settings.seed)
  const rows = rowsOf(corpus, settings.least)
  const shelf = shelve(corpus, rows, random)
  const { dim, pools, hidden } = settings
  const heads = [corpus.minors.length, corpus.socs.length, corpus.iscoRange.length, corpus.iscos.length]
  const net = newNet({ rows: rows.size, dim, pools, hidden, heads }, random)
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
    if ((step + 1) % batches === 0) after(net, rows, (step + 1) / batches)
  }
  return { net, rows }
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

/** Without some words' own rows and some pairs and families, so that letters and other words learn to speak for them. */
function dropped(input: Input, share: number, random: Random): Input {
  const out: number[] = []
  for (let at = 0; at < input.length; ) {
    const [place, own, grams] = [input[at]!, input[at + 1]!, input[at + 2]!]
    const end = at + 3 + own + grams
    const isDropped = random() < share
    if (!isDropped || (grams === 0 && place < 4)) for (let i = at; i < end; i++) out.push(input[i]!)
    else if (grams > 0) {
      out.push(place, 0, grams)
      for (let i = end - grams; i < end; i++) out.push(input[i]!)
    }
    at = end
  }
  return Int32Array.from(out)
}

function learnGroups(corpus: Corpus, net: Net, pass: Pass, { soc, isco }: Said) {
  if (pass.places.length === 0) return
  if (soc >= 0) {
    const minor = corpus.minorOf[soc]!
    classify(net, pass, HEADS.minor, [0, corpus.minors.length], minor, 1)
    classify(net, pass, HEADS.occupation, corpus.range[minor]!, soc, 0.5)
  }
  if (isco >= 0) {
    const major = corpus.iscoMajor[isco]!
    classify(net, pass, HEADS.iscoMajor, [0, corpus.iscoRange.length], major, 0.7)
    classify(net, pass, HEADS.isco, corpus.iscoRange[major]!, isco, 0.7)
  }
}
