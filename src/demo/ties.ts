import type { Random } from './random.ts'
import {
  type DemoConnections,
  type DemoContact,
  type DemoPositions,
  type DemoRecommendation,
  UNKNOWN,
} from './types.ts'

// Who is connected with whom, and whom the seeker wrote to.

const DAYS_A_MONTH = 30.4
const DAY = 86_400_000
/** Connections for each person of the world, besides the seeker's own. */
const CONNECTIONS_EACH = 1.5

/** Months during which both positions were held, or null. Unknown beginnings are never assumed. */
export function sharedSpan(
  { from, to, ended, seen }: DemoPositions,
  one: number,
  other: number,
): [from: number, to: number] | null {
  if (from[one] === UNKNOWN || from[other] === UNKNOWN) return null
  const last = (row: number) => (ended[row] && to[row] !== UNKNOWN ? to[row]! : seen[row]!)
  const span: [number, number] = [Math.max(from[one]!, from[other]!), Math.min(last(one), last(other))]
  return span[0] <= span[1] ? span : null
}

/** Rows of positions by organization: those of organization i are `rows[start[i]]` up to `rows[start[i + 1]]`. */
export function rowsByOrganization({ count, organization }: DemoPositions, organizations: number) {
  const start = new Uint32Array(organizations + 1)
  for (let row = 0; row < count; row++) start[organization[row]! + 1]!++
  for (let place = 0; place < organizations; place++) start[place + 1]! += start[place]!
  const next = start.slice()
  const rows = new Uint32Array(count)
  for (let row = 0; row < count; row++) rows[next[organization[row]!]!++] = row
  return { start, rows }
}

export type Linked = { a: number; b: number; since: number }

/** Colleagues who connected while at one organization, anywhere in the world from person `first` on. */
export function connectColleagues(
  random: Random,
  positions: DemoPositions,
  organizations: number,
  { first, people, month }: { first: number; people: number; month: number },
): Linked[] {
  const { start, rows } = rowsByOrganization(positions, organizations)
  const wanted = Math.round((people - first) * CONNECTIONS_EACH)
  const known = new Set<number>()
  const linked: Linked[] = []
  for (let tries = wanted * 3; tries > 0 && linked.length < wanted; tries--) {
    const one = random.below(positions.count)
    const place = positions.organization[one]!
    const other = rows[start[place]! + random.below(start[place + 1]! - start[place]!)]!
    const a = Math.min(positions.person[one]!, positions.person[other]!)
    const b = Math.max(positions.person[one]!, positions.person[other]!)
    const span = a < first || a === b || known.has(a * people + b) ? null : sharedSpan(positions, one, other)
    if (span === null) continue
    known.add(a * people + b)
    linked.push({ a, b, since: daysBefore(random, month, random.between(...span)) })
  }
  return linked
}

/** A day of a month, as days before now. */
export const daysBefore = (random: Random, month: number, at: number): number =>
  Math.max(1, Math.round((month - at + random.next()) * DAYS_A_MONTH))

/** As columns. */
export const packConnections = (linked: readonly Linked[]): DemoConnections => ({
  count: linked.length,
  a: Uint32Array.from(linked, ({ a }) => a),
  b: Uint32Array.from(linked, ({ b }) => b),
  since: Int32Array.from(linked, ({ since }) => since),
})

/** Messages with about a quarter of the connections: some lively, some fallen silent years ago. */
export function writeMessages(
  random: Random,
  me: number,
  linked: readonly Linked[],
  now: Date,
): DemoContact[] {
  return linked
    .filter(() => random.chance(0.27))
    .flatMap(({ b, since }) => {
      const count = 1 + Math.floor(Math.exp(1 + random.normal() * 1.1))
      const last = random.chance(0.35)
        ? since * (0.4 + random.next() * 0.5)
        : Math.min(since, random.below(400))
      return Array.from({ length: count }, (_, index) => exchange(random, me, b, index, since, last, now))
    })
}

function exchange(
  random: Random,
  me: number,
  other: number,
  index: number,
  since: number,
  last: number,
  now: Date,
): DemoContact {
  const days = index === 0 ? last : last + random.next() * Math.max(0, since - last)
  const mine = index < 2 ? index === 0 : random.chance(0.5)
  return {
    from: mine ? me : other,
    to: mine ? other : me,
    channel: random.chance(0.12) ? 'calendar' : 'message',
    at: Math.floor(now.getTime() - days * DAY - random.next() * DAY),
  }
}

/** A few of those with whom the seeker worked wrote a recommendation. */
export const recommend = (random: Random, me: number, colleagues: readonly number[]): DemoRecommendation[] =>
  colleagues.slice(0, 5).map((from) => ({ from, to: me, days: random.between(240, 1500) }))
