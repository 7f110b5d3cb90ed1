import { said } from '../language.ts'
import { HOP_COST, MIN_GAIN, toStrength } from '../network/cost.ts'
import { CARDS, type EvidenceKind } from '../network/strength.ts'
import { evidenceInGerman } from '../people/evidence.ts'
import { ASK_BELOW_FIT } from './advice.ts'

/** The strength that the cost of 161 stands for. */
const IN_REACH_STRENGTH = 0.03

/** Openings that fit less are no doors. */
export const FIT_THRESHOLD = 0.3

const label = (of: 'V' | 'R' | 'D'): string =>
  ({
    V: said({ en: 'a published source', de: 'eine veröffentlichte Quelle' }),
    R: said({
      en: 'recomputed from a published source',
      de: 'nachgerechnet aus einer veröffentlichten Quelle',
    }),
    D: said({ en: 'our design choice', de: 'unsere Festlegung' }),
  })[of]

const HOPS = [
  { en: 'first', de: 'ersten' },
  { en: 'second', de: 'zweiten' },
  { en: 'third', de: 'dritten' },
]

export type Assumption = { name: string; value: number; origin: string }

/** Every number that a worth rests on, with where it comes from (docs/model.md). */
export const assumptions = (): Assumption[] => [...ofReach(), ...HOPS.map(ofHop), ...ofStrength()]

const ofReach = (): Assumption[] => [
  {
    name: said({ en: 'in reach from this strength on', de: 'in Reichweite ab dieser Stärke' }),
    value: IN_REACH_STRENGTH,
    origin: label('D'),
  },
  {
    name: said({
      en: 'least gain that strengthens, as a factor',
      de: 'kleinster Gewinn, der stärkt, als Faktor',
    }),
    value: rounded(2 ** (MIN_GAIN / 32)),
    origin: label('D'),
  },
  {
    name: said({ en: 'fit threshold', de: 'Schwelle der Passung' }),
    value: FIT_THRESHOLD,
    origin: label('D'),
  },
  {
    name: said({
      en: 'asked "Is this outside your field?" below fit',
      de: 'gefragt „Liegt das außerhalb Ihres Gebiets?“ unter der Passung',
    }),
    value: ASK_BELOW_FIT,
    origin: label('D'),
  },
]

const ofHop = (hop: { en: string; de: string }, index: number): Assumption => ({
  name: said({
    en: `willingness of the ${hop.en} hop`,
    de: `Bereitschaft beim ${hop.de} Schritt`,
  }),
  value: rounded(toStrength(HOP_COST[index]!)),
  origin: said({
    en: `${label('D')}, from the loss per hop in Travers and Milgram 1969 and Dodds et al. 2003`,
    de: `${label('D')}, nach dem Verlust je Schritt bei Travers und Milgram 1969 und Dodds et al. 2003`,
  }),
})

const ofStrength = (): Assumption[] =>
  Object.entries(CARDS).map(([kind, { p, label: source }]) => ({
    name: said({
      en: `strength, fresh: ${CARDS[kind as EvidenceKind].says}`,
      de: `Stärke, frisch: ${evidenceInGerman(kind as EvidenceKind)}`,
    }),
    value: p,
    origin: label(source),
  }))

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
