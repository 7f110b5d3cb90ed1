// The formulas of the model, written a second time from its cards and from nothing else: what the oracle counts with.

/** A position as somebody told it. `ended` without `to`: formerly, the end unknown. */
export type Job = { organization: string; from?: string; to?: string; ended: boolean }

export type Ground =
  | { kind: 'know-well' | 'would-take-call' | 'recommendation' | 'connection'; on: string }
  | { kind: 'met'; on: string; chemistry: number | null }
  | { kind: 'messages' | 'calendar'; last: string; count: number }
  | { kind: 'foreseen' }

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1) - 1
const monthOfDay = (day: Date): number => day.getUTCFullYear() * 12 + day.getUTCMonth()

/** Whole months from the first day that a date can mean up to the first of this month. */
function age(date: string, now: Date): number {
  const begun = date.length === 10 && !date.endsWith('-01') ? 1 : 0
  return Math.max(0, monthOfDay(now) - monthOf(date) - begun)
}

/** First month after the one (or the year) in which a time ended. */
const monthAfter = (date: string): number => (date.length === 4 ? monthOf(`${date}-12`) : monthOf(date)) + 1

function monthsGone({ to }: Job, now: Date): number {
  if (to === undefined) return 0
  return to.length === 10 ? age(to, now) : Math.max(0, monthOfDay(now) - monthAfter(to))
}

const decayed = (p: number, halfLife: number, rest: number, months: number): number =>
  p * (rest + (1 - rest) * 2 ** (-months / halfLife))

function told(ground: Ground, now: Date): number {
  switch (ground.kind) {
    case 'know-well':
      return decayed(0.9, 36, 0.5, age(ground.on, now))
    case 'would-take-call':
      return decayed(0.6, 24, 0.4, age(ground.on, now))
    case 'recommendation':
      return decayed(0.6, 36, 0.5, age(ground.on, now))
    case 'connection':
      return decayed(0.06, 24, 0.4, age(ground.on, now))
    case 'met':
      return decayed(0.35 + 0.1 * ((ground.chemistry ?? 3) - 3), 12, 0.3, age(ground.on, now))
    case 'messages':
      return decayed(Math.min(0.8, 0.2 + 0.15 * Math.log2(1 + ground.count)), 12, 0.2, age(ground.last, now))
    case 'calendar':
      return decayed(
        Math.min(0.85, 0.25 + 0.15 * Math.log2(1 + ground.count)),
        12,
        0.2,
        age(ground.last, now),
      )
    case 'foreseen':
      return 0.35
  }
}

type Span = { from: number; to: number; byYear: boolean }

/** A dated job as months; one that lasts, or whose end is unknown, until the month in which it was told. */
function spanOf({ from, to }: Job, now: Date): Span | null {
  if (from === undefined) return null
  return {
    from: monthOf(from),
    to: to === undefined ? monthOfDay(now) + 1 : monthAfter(to),
    byYear: from.length === 4 || to?.length === 4,
  }
}

const placesOf = (jobs: Job[]): string[] => [...new Set(jobs.map(({ organization }) => organization))]

/** Chances that two knew each other from work, place by place; each place is taken for 500 people. */
function colleagues(one: Job[], other: Job[], now: Date): number[] {
  return placesOf(one).flatMap((place) => {
    const [a, b] = [one, other].map((jobs) => jobs.filter(({ organization }) => organization === place)[0])
    const [x, y] = [a && spanOf(a, now), b && spanOf(b, now)]
    if (!x || !y) return []
    const end = Math.min(x.to, y.to)
    const shared = Math.max(0, end - Math.max(x.from, y.from))
    const months = x.byYear || y.byYear ? Math.floor(shared / 12) * 6 : shared
    const known = 1 - Math.exp((-150 * (1 - Math.exp(-months / 18))) / 499)
    return months > 0 && known >= 0.1
      ? [decayed(0.8 * known, 12, 0.2, Math.max(0, monthOfDay(now) - end))]
      : []
  })
}

/** Whether both were at one place in the month of a date. */
function together(date: string, one: Job[], other: Job[], now: Date): boolean {
  const then = (jobs: Job[]) =>
    jobs.filter((job) => {
      const span = spanOf(job, now)
      return span !== null && span.from <= monthOf(date) && monthOf(date) < span.to
    })
  return placesOf(then(one)).some((place) => placesOf(then(other)).includes(place))
}

/** Cost of a tie between two people, or null when there is none. `strangers`: "I do not know them" was said. */
export function tieCost(
  grounds: Ground[],
  one: Job[],
  other: Job[],
  now: Date,
  strangers = false,
): number | null {
  const recorded = grounds.filter(({ kind }) => !strangers || kind === 'foreseen')
  const chances = recorded.map((ground) => told(ground, now))
  const click = recorded.find(({ kind }) => kind === 'connection')
  if (click && 'on' in click && together(click.on, one, other, now)) {
    chances.push(decayed(0.35, 24, 0.4, age(click.on, now)))
  }
  if (!strangers) chances.push(...colleagues(one, other, now))
  const strength = Math.min(0.98, 1 - chances.reduce((doubt, chance) => doubt * (1 - chance), 1))
  const cost = Math.max(1, Math.round(-32 * Math.log2(strength)))
  return strength > 0 && cost <= 254 ? cost : null
}

/** Cost of belonging to an organization: nothing for who is there, or null when it is too long ago. */
export function affiliationCost(job: Job, now: Date): number | null {
  if (!job.ended) return 0
  const strength = 0.6 * 2 ** (-monthsGone(job, now) / 12 / 3)
  return strength < 0.03 ? null : Math.round(-32 * Math.log2(strength))
}

export const strengthOf = (cost: number): number => 2 ** (-cost / 32)
