import { readFileSync, writeFileSync } from 'node:fs'
import { readTitle, sharedFamilies } from '../../src/fit/title.ts'
import { type TitleModel, titleModel } from '../../src/fit/title-model.ts'
import { type Knot, recalibrated } from '../../src/fit/weights.ts'
import type { Corpus } from './corpus.ts'
import { MODEL } from './files.ts'
import { quantile } from './measure.ts'
import { type Pair, samplesOf, unseen } from './samples.ts'

/** Pairs are drawn so many times: few lie where the first knots do. */
const SEEDS = [5, 6, 7, 8]

/**
 * Lays the knots between odds and fit, on pairs of the tuning part: .15 where 3 of 1,000 related pairs lie below (of
 * other titles more do), .30 where an eighth does, .60 and .80 where less than a fifth and half of the pairs of one
 * occupation do.
 */
export function calibrate(corpus: Corpus) {
  const bytes = readFileSync(MODEL)
  const model = titleModel(bytes)
  const titles = unseen(corpus, 'tune')
  const draws = SEEDS.map((seed) => samplesOf(corpus, titles, seed))
  const odds = (kind: 'same' | 'related') =>
    oddsOf(
      model,
      draws.flatMap((samples) => samples[kind]),
    )
  writeFileSync(MODEL, recalibrated(bytes, knots(odds('same'), odds('related'))))
}

function oddsOf(model: TitleModel, pairs: Pair[]): number[] {
  return pairs
    .map(([a, b]) => [model.embed(a), model.embed(b), sharedFamilies(readTitle(a), readTitle(b))] as const)
    .filter(([a, b]) => a.length > 0 && b.length > 0)
    .map(([a, b, families]) => model.weigh(a, b, families))
}

const short = (value: number) => Math.round(value * 1e5) / 1e5

/** The fits rise with the odds. */
function knots(same: number[], related: number[]): Knot[] {
  const unrelated = quantile(related, 0.003)
  const at: Knot[] = [
    [unrelated - 1.5, 0.01],
    [unrelated, 0.15],
    [quantile(related, 1 / 8), 0.3],
    [quantile(same, 0.18), 0.6],
    [quantile(same, 0.5), 0.8],
    [quantile(same, 0.98), 0.99],
  ]
  return at.map(([odds, fit]) => [short(odds), fit])
}
