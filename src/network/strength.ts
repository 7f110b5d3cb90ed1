/**
 * How strong a tie is, from its evidence: `1 - prod(1 - p x decay(age))`, at most .98.
 * The numbers are assumptions with a label each: V read in a published source, D our design choice.
 */

export type Card = {
  /** Chance, when fresh, that the one would help the other when asked. */
  p: number
  /** Half-life in months of the part that fades. */
  halfLife: number
  /** The part that never fades, 0..1. */
  floor: number
  label: 'V' | 'R' | 'D'
  says: string
  /** How it fades for those who worked closely. */
  close?: { halfLife: number; floor: number }
  /** What one more (a chemistry point, a doubling of the count) adds to p. */
  step?: number
  /** Where p stops growing. */
  most?: number
}

export const CARDS = {
  vouched: { p: 0.9, halfLife: 36, floor: 0.5, label: 'D', says: 'vouched for' },
  'would-take-call': { p: 0.6, halfLife: 24, floor: 0.4, label: 'D', says: 'would take a call' },
  recommendation: { p: 0.6, halfLife: 36, floor: 0.5, label: 'D', says: 'recommendation' },
  'met-in-interview': {
    p: 0.35,
    step: 0.1,
    halfLife: 12,
    floor: 0.3,
    label: 'D',
    says: 'met in an interview',
  },
  foreseen: { p: 0.35, step: 0.1, halfLife: 12, floor: 0.3, label: 'D', says: 'first meeting foreseen' },
  'worked-together': {
    p: 0.8,
    halfLife: 12,
    floor: 0.2,
    close: { halfLife: 36, floor: 0.5 },
    label: 'D',
    says: 'probably crossed paths',
  },
  'connected-at-same-organization': {
    p: 0.35,
    halfLife: 24,
    floor: 0.4,
    label: 'D',
    says: 'connected while at the same organization',
  },
  messages: {
    p: 0.2,
    step: 0.15,
    most: 0.8,
    halfLife: 12,
    floor: 0.2,
    label: 'D',
    says: 'messages both ways',
  },
  calendar: {
    p: 0.25,
    step: 0.15,
    most: 0.85,
    halfLife: 12,
    floor: 0.2,
    label: 'D',
    says: 'calendar meetings',
  },
  connection: { p: 0.06, halfLife: 24, floor: 0.4, label: 'D', says: 'LinkedIn connection' },
} as const satisfies Record<string, Card>

export type EvidenceKind = keyof typeof CARDS
/** The cards in use: the published ones, or those re-estimated from a workspace's own outcomes. */
export type Cards = Readonly<Record<EvidenceKind, Card>>

/** One reason to believe in a tie. `age`: whole months since it was last renewed. */
export type Evidence = { kind: EvidenceKind; p: number; halfLife: number; floor: number; age: number }

export type EvidenceDetail = {
  /** Whole months since last renewed; 0 when absent. */
  age?: number
  /** 1..5, for met-in-interview; unknown counts as 3. */
  chemistry?: number | null
  /** Messages in both directions, or calendar meetings together. */
  count?: number
  /** Months of overlap, for worked-together. */
  months?: number
  /** Known to have been in one team. */
  sameTeam?: boolean
  /** Head count of the smallest unit shared; unknown counts as 500. */
  headCount?: number | null
}

/** No tie is ever certain. */
export const STRONGEST = 0.98
/** Head count taken for a unit of unknown size; whoever shows the tie says so. */
export const ASSUMED_HEAD_COUNT = 500
/** Head count up to which a unit is a team. */
export const SMALL_UNIT = 30
/** Below this chance of knowing each other, shared work makes no tie. */
export const LEAST_KNOW = 0.1

/** What is left of evidence `age` months old: `rho + (1 - rho) 2^(-age / halfLife)`. */
export function decay(halfLife: number, floor: number, age: number): number {
  return floor + (1 - floor) * 2 ** (-age / halfLife)
}

/** Chance that two who overlapped for `months` in a unit of `headCount` people know each other. */
export function chanceOfKnowing(months: number, headCount: number | null): number {
  const acquaintances = 150 * (1 - Math.exp(-months / 18))
  return 1 - Math.exp(-acquaintances / (Math.max(2, headCount ?? ASSUMED_HEAD_COUNT) - 1))
}

/** Evidence of a kind, with p from its card. @throws RangeError on a chemistry outside 1..5 or a negative age or count. */
export function evidence(kind: EvidenceKind, detail: EvidenceDetail = {}, cards: Cards = CARDS): Evidence {
  const card = cards[kind]
  const { halfLife, floor } = kind === 'worked-together' && isClose(detail) ? (card.close ?? card) : card
  const age = atLeastZero('age', kind === 'foreseen' ? 0 : (detail.age ?? 0))
  return { kind, p: fresh(kind, detail, card), halfLife, floor, age }
}

function fresh(kind: EvidenceKind, detail: EvidenceDetail, card: Card): number {
  if (kind === 'met-in-interview') return card.p + (card.step ?? 0) * (chemistryOf(detail) - 3)
  if (kind === 'messages' || kind === 'calendar')
    return byCount(card, atLeastZero('count', detail.count ?? 0))
  if (kind === 'worked-together') {
    return card.p * chanceOfKnowing(atLeastZero('months', detail.months ?? 0), detail.headCount ?? null)
  }
  return card.p
}

/** Strength today of a tie from shared work alone: `combine` of that one piece of evidence, for millions of pairs. */
export function workStrength(
  months: number,
  headCount: number | null,
  sameTeam: boolean,
  age: number,
): number {
  const card = CARDS['worked-together']
  const { halfLife, floor } = isClose({ months, headCount, sameTeam }) ? card.close : card
  return Math.min(STRONGEST, card.p * chanceOfKnowing(months, headCount) * decay(halfLife, floor, age))
}

/** In one team, or for 12 months among at most 30 people. */
export function isClose({ sameTeam, months = 0, headCount }: EvidenceDetail): boolean {
  return sameTeam === true || (months >= 12 && (headCount ?? ASSUMED_HEAD_COUNT) <= SMALL_UNIT)
}

function byCount(card: Card, count: number): number {
  if (count === 0) return 0
  return Math.min(card.most ?? STRONGEST, card.p + (card.step ?? 0) * Math.log2(1 + count))
}

function chemistryOf({ chemistry }: EvidenceDetail): number {
  const value = chemistry ?? 3
  if (!(value >= 1 && value <= 5)) throw new RangeError(`chemistry ${value} is not within 1..5`)
  return value
}

function atLeastZero(name: string, value: number): number {
  if (!(value >= 0)) throw new RangeError(`${name} ${value} is not a number from 0 up`)
  return value
}

/** What one piece of evidence says by itself, today. Clamped, which changes no combination: that has the same cap. */
function alone({ p, halfLife, floor, age }: Evidence): number {
  return Math.min(STRONGEST, p * decay(halfLife, floor, age))
}

/** Strength of a tie, 0 (no evidence) to .98. */
export function combine(items: readonly Evidence[]): number {
  const doubt = items.reduce((rest, item) => rest * (1 - alone(item)), 1)
  return Math.min(STRONGEST, 1 - doubt)
}

/**
 * What each piece of evidence contributes, in the order given; the sum is `combine(items)`.
 * Doubts multiply, so their logarithms add: each gets its share of the sum of -log(1 - p d), scaled to the strength.
 */
export function contributions(items: readonly Evidence[]): number[] {
  const weights = items.map((item) => -Math.log1p(-alone(item)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return items.map(() => 0)
  const strength = combine(items)
  return weights.map((weight) => (strength * weight) / total)
}

/** Silent for longer than 8 of its usual gaps, after at least 4 messages (Navarro 2017): "reconnect". Any one unit of time. */
export function isDormant(count: number, silence: number, medianGap: number): boolean {
  return count >= 4 && silence > 8 * medianGap
}

/** Strength of the affiliation with an organization left `months` ago, or null when too long ago to count. */
export function formerAffiliation(months: number): number | null {
  const strength = 0.6 * 2 ** (-months / 12 / 3)
  return strength < 0.03 ? null : strength
}

/** How new what a tie brings is, given its mutual acquaintances: most at 10 (shape: Rajkumar et al. 2022). For ordering only. */
export function novelty(mutual: number): number {
  return 0.35 + 0.65 * (mutual / 10) * Math.exp(1 - mutual / 10)
}
