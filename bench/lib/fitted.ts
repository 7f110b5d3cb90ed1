import { SECOND_RECORDS, weighedPairs } from '../../src/people/likeness.ts'
import { type EvidenceKind, WEIGHTS } from '../../src/people/likeness-evidence.ts'
import { doublesOf, pairName } from './doubles.ts'

// The weights that explain the truth of some worlds best: a logistic regression of "are one person" on the evidence, so
// that what says the same twice is not counted twice. `npm run bench -- identity` never sees these worlds.

const KINDS = Object.keys(WEIGHTS) as EvidenceKind[]
type Row = { times: number[]; prior: number; isOne: boolean }

/** Pairs that the names alone already rule out teach nothing, and are many. */
const LEAST = -14
const ROUNDS = 40
/** In bits: far from the best weights the curve misleads. */
const LONGEST_STEP = 2
/** Pulls weights towards those that are set, where few pairs speak. */
const CALM = 0.5

export async function fittedWeights(seeds: readonly number[]): Promise<Record<EvidenceKind, number>> {
  const rows: Row[] = []
  for (const seed of seeds) rows.push(...(await rowsOf(seed)))
  let weights = KINDS.map((kind) => WEIGHTS[kind])
  for (let round = 0; round < ROUNDS; round++) weights = newton(rows, weights)
  return Object.fromEntries(KINDS.map((kind, at) => [kind, weights[at]!])) as Record<EvidenceKind, number>
}

async function rowsOf(seed: number): Promise<Row[]> {
  const { people, truth } = doublesOf(seed)
  const prior = Math.log2(SECOND_RECORDS / people.length)
  const pairs = await weighedPairs(people, {}, LEAST)
  return pairs.map(({ one, other, evidence }) => ({
    times: KINDS.map((kind) => evidence.filter((e) => e.kind === kind).reduce((sum, e) => sum + e.times, 0)),
    prior,
    isOne: truth.has(pairName(one, other)),
  }))
}

/** One step of Newton's method, in bits. */
function newton(rows: readonly Row[], weights: readonly number[]): number[] {
  const slope = weights.map((weight, at) => CALM * (WEIGHTS[KINDS[at]!] - weight))
  const curve = weights.map((_, at) => weights.map((__, index) => (at === index ? CALM : 0)))
  for (const { times, prior, isOne } of rows) {
    const bits = times.reduce((sum, one, at) => sum + one * weights[at]!, prior)
    const chance = 1 / (1 + 2 ** -bits)
    const spread = Math.max(chance * (1 - chance), 1e-9) * Math.LN2 * Math.LN2
    for (const [at, one] of times.entries()) {
      if (one === 0) continue
      slope[at]! += ((isOne ? 1 : 0) - chance) * one * Math.LN2
      for (const [index, other] of times.entries()) curve[at]![index]! += spread * one * other
    }
  }
  const step = solved(curve, slope)
  const longest = Math.max(...step.map(Math.abs))
  return weights.map((weight, at) => weight + step[at]! * Math.min(1, LONGEST_STEP / longest))
}

/** Gauss, with the largest pivot. */
function solved(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (const at of rows.keys()) {
    const pivot = rows
      .slice(at)
      .reduce((best, row, index) => (Math.abs(row[at]!) > Math.abs(rows[best]![at]!) ? at + index : best), at)
    ;[rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!]
    for (const row of rows) {
      if (row === rows[at]) continue
      const times = row[at]! / rows[at]![at]!
      for (let column = at; column < row.length; column++) row[column]! -= times * rows[at]![column]!
    }
  }
  return rows.map((row, at) => row.at(-1)! / row[at]!)
}
