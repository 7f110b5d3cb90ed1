import { HOP_COST, MIN_GAIN, toStrength } from '../network/cost.ts'
import { CARDS } from '../network/strength.ts'
import { ASK_BELOW_FIT } from './advice.ts'

/** The strength that the cost of 161 stands for. */
const IN_REACH_STRENGTH = 0.03

/** Openings that fit less are no doors. */
export const FIT_THRESHOLD = 0.3

const LABELS = { V: 'a published source', R: 'recomputed from a published source', D: 'our design choice' }

/** Every number that a worth rests on, with where it comes from (docs/model.md). */
export const ASSUMPTIONS: { name: string; value: number; origin: string }[] = [
  { name: 'in reach from this strength on', value: IN_REACH_STRENGTH, origin: LABELS.D },
  {
    name: 'least gain that strengthens, as a factor',
    value: rounded(2 ** (MIN_GAIN / 32)),
    origin: LABELS.D,
  },
  { name: 'fit threshold', value: FIT_THRESHOLD, origin: LABELS.D },
  { name: 'asked "Is this outside your field?" below fit', value: ASK_BELOW_FIT, origin: LABELS.D },
  ...['first', 'second', 'third'].map((hop, index) => ({
    name: `willingness of the ${hop} hop`,
    value: rounded(toStrength(HOP_COST[index]!)),
    origin: `${LABELS.D}, from the loss per hop in Travers and Milgram 1969 and Dodds et al. 2003`,
  })),
  ...Object.values(CARDS).map(({ says, p, label }) => ({
    name: `strength, fresh: ${says}`,
    value: p,
    origin: LABELS[label],
  })),
]

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
