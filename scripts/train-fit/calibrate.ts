import { readFileSync, writeFileSync } from 'node:fs'
import { readTitle, sharedFamilies } from '../../src/fit/title.ts'
import { type TitleModel, titleModel } from '../../src/fit/title-model.ts'
import { type Knot, recalibrated } from '../../src/fit/weights.ts'
import type { Corpus } from './corpus.ts'
import { MODEL } from './files.ts'
import { quantile } from './measure.ts'
import { type Pair, samplesOf, unseen } from './samples.ts'

const SEED = 5

/**
 * Lays the knots between odds and fit, on pairs of the tuning part: .15 where 4 of 1,000 related pairs
 * lie below, .30 where a tenth does, .60 and .80 where less than a fifth and half of the pairs of one occupation do.
 */
export function calibrate(corpus: Corpus) {
  const bytes = readFileSync(MODEL)
  const model = titleModel(bytes)
  const samples = samplesOf(corpus, unseen(corpus, 'tune'), SEED)
  writeFileSync(
    MODEL,
    recalibrated(bytes, knots(oddsOf(model, samples.same), oddsOf(model, samples.related))),
  )
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
  const unrelated = quantile(related, 0.004)
  const at: Knot[] = [
    [unrelated - 3, 0.02],
    [unrelated, 0.15],
    [quantile(related, 0.1), 0.3],
    [quantile(same, 0.18), 0.6],
    [quantile(same, 0.5), 0.8],
    [quantile(same, 0.98), 0.99],
  ]
  return at.map(([odds, fit]) => [short(odds), fit])
}
