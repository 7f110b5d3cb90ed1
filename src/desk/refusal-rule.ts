import { wilson } from '../meeting/wilson.ts'

// What a firm's refusals say: rates by group with their interval, and which of brief, client, pitch or candidate the
// counts point to. Pure; docs/model.md has the rule.

export const CAUSES = ['brief', 'client', 'moment', 'pitch'] as const
export type Cause = (typeof CAUSES)[number]

export const SOON = ['same-day', 'three-days', 'week', 'later'] as const
export type Soon = (typeof SOON)[number]

/** Whom an answer is counted under; null where that is not known. */
export type Key = { id: string; name: string } | null

/** One answer to an invitation that holds now. */
export type Answer = {
  refused: boolean
  /** Null for one that was taken. */
  reason: string | null
  /** Null when nobody knows when the candidate was asked. */
  soon: Soon | null
  mandate: Key
  client: Key
  consultant: Key
  level: Key
}

/** Fewer answers than this are counted and get no rate. */
export const ENOUGH = 5

const DAY = 86_400_000

/** How soon an answer came, in spells of 24 hours: under one, up to three, up to seven, later. */
export function soonOf(sent: Date | null, at: Date): Soon | null {
  if (sent === null || at < sent) return null
  const days = (at.getTime() - sent.getTime()) / DAY
  if (days < 1) return 'same-day'
  if (days <= 3) return 'three-days'
  return days <= 7 ? 'week' : 'later'
}

const POINTS_TO: Readonly<Record<string, Cause>> = {
  ...{ pay: 'brief', place: 'brief', 'unrelated-field': 'brief' },
  ...{ 'know-the-company': 'client', personal: 'client', values: 'client' },
  ...{ timing: 'moment', 'in-process': 'moment', 'present-employer': 'moment' },
}

/** What one refusal points to; null when its reason says nothing and it did not come at once. */
export const causeOf = ({ reason, soon }: Pick<Answer, 'reason' | 'soon'>): Cause | null =>
  POINTS_TO[reason ?? 'none'] ?? (soon === 'same-day' ? 'pitch' : null)

export type Group = {
  id: string
  name: string
  refused: number
  answered: number
  /** Null below ENOUGH answers. */
  rate: { share: number; from: number; to: number } | null
  reasons: { reason: string; count: number }[]
}

/** The answers by what `keyOf` says of them, the most refused first; answers without a key are left out. */
export function grouped(answers: readonly Answer[], keyOf: (answer: Answer) => Key): Group[] {
  const groups = new Map<string, { name: string; of: Answer[] }>()
  for (const answer of answers) {
    const key = keyOf(answer)
    if (key === null) continue
    const group = groups.get(key.id) ?? { name: key.name, of: [] }
    group.of.push(answer)
    groups.set(key.id, group)
  }
  return [...groups]
    .map(([id, { name, of }]) => groupOf(id, name, of))
    .sort((one, other) => other.refused - one.refused || (one.id < other.id ? -1 : 1))
}

function groupOf(id: string, name: string, of: readonly Answer[]): Group {
  const refusals = of.filter(({ refused }) => refused)
  const [refused, answered] = [refusals.length, of.length]
  const rate = answered < ENOUGH ? null : { share: refused / answered, ...wilson(refused, answered) }
  const counts = new Map<string, number>()
  for (const { reason } of refusals) counts.set(reason ?? 'none', (counts.get(reason ?? 'none') ?? 0) + 1)
  const reasons = [...counts].map(([reason, count]) => ({ reason, count }))
  return { id, name, refused, answered, rate, reasons }
}

/** A group that is refused more than the rest, beyond chance: its lower bound lies above the rate of all others. */
export type Outlier = { group: Group; others: { refused: number; answered: number }; excess: number }

export function outlierOf(groups: readonly Group[]): Outlier | null {
  const sum = (of: readonly Group[], what: 'refused' | 'answered') =>
    of.reduce((total, each) => total + each[what], 0)
  const out = groups.flatMap((group) => {
    const rest = groups.filter((other) => other !== group)
    const others = { refused: sum(rest, 'refused'), answered: sum(rest, 'answered') }
    if (group.rate === null || others.answered < ENOUGH) return []
    const usual = others.refused / others.answered
    return group.rate.from > usual
      ? [{ group, others, excess: Math.round(group.refused - usual * group.answered) }]
      : []
  })
  return out.sort((one, other) => other.excess - one.excess)[0] ?? null
}

export type Explanation = {
  /** Null when there are too few refusals, or none of the four is ahead. */
  cause: Cause | null
  refused: number
  /** Refusals whose reason points there. */
  points: Record<Cause, number>
  outlier: Outlier | null
}

/** Reasons count one each; a mandate, client or consultant that stands out adds what it has beyond the others' rate. */
export function explain(answers: readonly Answer[]): Explanation {
  const refusals = answers.filter(({ refused }) => refused)
  const points = { brief: 0, client: 0, moment: 0, pitch: 0 }
  for (const refusal of refusals) {
    const cause = causeOf(refusal)
    if (cause !== null) points[cause] += 1
  }
  const outliers = {
    brief: outlierOf(grouped(answers, ({ mandate }) => mandate)),
    client: outlierOf(grouped(answers, ({ client }) => client)),
    moment: null,
    pitch: outlierOf(grouped(answers, ({ consultant }) => consultant)),
  }
  const weighed = CAUSES.map((cause) => ({ cause, weight: points[cause] + (outliers[cause]?.excess ?? 0) }))
  weighed.sort((one, other) => other.weight - one.weight)
  const [first, second] = [weighed[0]!, weighed[1]!]
  const cause = refusals.length < ENOUGH || first.weight === second.weight ? null : first.cause
  return { cause, refused: refusals.length, points, outlier: cause === null ? null : outliers[cause] }
}
