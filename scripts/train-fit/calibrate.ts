import { readFileSync, writeFileSync } from 'node:fs'
import { type TitleModel, titleModel } from '../../src/fit/title-model.ts'
import { type Calibration, recalibrated } from '../../src/fit/weights.ts'
import type { Corpus } from './corpus.ts'
import { MODEL } from './files.ts'
import { quantile } from './measure.ts'
import { type Pair, samplesOf, unseen } from './samples.ts'

/** A row to learn from: what the model says of a pair, whether it is related, and what the row weighs. */
type Row = { evidence: number[]; target: number; weight: number }

const SEED = 5
const STEPS = 600
const RATE = 1.5

/**
 * Weighs the model's evidence by logistic regression on pairs of the tuning part (related or of one occupation against
 * unrelated), then lays the knots: .15 where less than 1 % of the related pairs lie below, .30 where a twelfth does,
 * .75 at the median of pairs of one occupation.
 */
export function calibrate(corpus: Corpus) {
  const bytes = readFileSync(MODEL)
  const model = titleModel(bytes)
  const samples = samplesOf(corpus, unseen(corpus, 'tune'), SEED)
  const same = evidenceOf(model, samples.same)
  const related = evidenceOf(model, samples.related)
  const weights = regress([
    ...related.map((evidence) => ({ evidence, target: 1, weight: 1 })),
    ...same.map((evidence) => ({ evidence, target: 1, weight: 0.5 })),
    ...evidenceOf(model, samples.unrelated).map((evidence) => ({ evidence, target: 0, weight: 1.5 })),
  ])
  const score = (evidence: number[]) => sum(weights, evidence)
  const calibration = { weights: weights.map(short), knots: knots(same.map(score), related.map(score)) }
  writeFileSync(MODEL, recalibrated(bytes, calibration))
  return calibration
}

const short = (value: number) => Math.round(value * 1e5) / 1e5

function evidenceOf(model: TitleModel, pairs: Pair[]): number[][] {
  return pairs
    .map(([a, b]) => [model.embed(a), model.embed(b)] as const)
    .filter(([a, b]) => a.length > 0 && b.length > 0)
    .map(([a, b]) => model.evidence(a, b))
}

function sum(weights: number[], evidence: number[]): number {
  return evidence.reduce((total, each, i) => total + each * weights[i]!, weights[evidence.length]!)
}

function regress(rows: Row[]): number[] {
  const n = rows[0]!.evidence.length
  const means = Array.from(
    { length: n },
    (_, i) => rows.reduce((s, r) => s + r.evidence[i]!, 0) / rows.length,
  )
  const spreads = means.map((mean, i) =>
    Math.sqrt(rows.reduce((s, r) => s + (r.evidence[i]! - mean) ** 2, 0) / rows.length),
  )
  const even = rows.map((row) => ({
    ...row,
    evidence: row.evidence.map((v, i) => (v - means[i]!) / spreads[i]!),
  }))
  const weights = new Array<number>(n + 1).fill(0)
  for (let step = 0; step < STEPS; step++) descend(weights, even)
  const own = weights.slice(0, n).map((w, i) => w / spreads[i]!)
  return [...own, weights[n]! - own.reduce((s, w, i) => s + w * means[i]!, 0)]
}

function descend(weights: number[], rows: Row[]) {
  const slope = weights.map(() => 0)
  for (const { evidence, target, weight } of rows) {
    const off = (1 / (1 + Math.exp(-sum(weights, evidence))) - target) * weight
    for (const [i, each] of evidence.entries()) slope[i]! += off * each
    slope[evidence.length]! += off
  }
  for (const [i, each] of slope.entries()) weights[i]! -= (RATE * each) / rows.length
}

/** Scores and what they come to; the fits rise with the scores. */
function knots(same: number[], related: number[]): Calibration['knots'] {
  const at: [number, number][] = [
    [quantile(related, 0.004) - 3, 0.02],
    [quantile(related, 0.004), 0.15],
    [quantile(related, 0.08), 0.3],
    [quantile(same, 0.5), 0.75],
    [quantile(same, 0.98), 0.99],
  ]
  return at.map(([score, fit]) => [short(score), fit])
}
