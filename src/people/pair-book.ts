import type { Context } from '../action.ts'
import { monthIndex } from '../network/clock.ts'
import { toCost } from '../network/cost.ts'
import { workedTogether } from '../network/encounter.ts'
import { combine, evidence } from '../network/strength.ts'
import { vetoed, type Weighed, weigh } from './evidence.ts'
import { type Pair, type PairFacts, type PositionFacts, pairFacts, positionFacts } from './facts.ts'
import { careersOf } from './graph.ts'
import type { PersonId } from './person.ts'
import { colleaguesWeighed, spellOf, type Workplaces, workplacesOf } from './work.ts'

/** First meetings foreseen, for one question: the seeker with each of these people. */
export type Foreseen = { seeker: PersonId; room: ReadonlySet<PersonId> }

const pairName = (a: PersonId, b: PersonId): string => (a < b ? a + b : b + a)

/** What is on record about some pairs of people, ready to be weighed and told. */
export type PairBook = {
  /** All evidence of a pair; `cost`, where the engine told it, says whether shared work was among the 150 strongest. */
  weighed(a: PersonId, b: PersonId, asked?: { foreseen?: Foreseen; cost?: number }): Weighed[]
  facts(a: PersonId, b: PersonId): PairFacts
  career(person: PersonId): PositionFacts[]
}

/** Reads the book of these pairs: four queries, however many they are. */
export async function pairBook({ tx, now }: Context, pairs: readonly Pair[]): Promise<PairBook> {
  const people = [...new Set(pairs.flat())]
  const positions = await positionFacts(tx, people)
  const workplaces = await workplacesOf(tx, [...new Set(positions.map(({ organization }) => organization))])
  const careers = careersOf(positions)
  const known = new Map((await pairFacts(tx, pairs)).map((facts) => [pairName(facts.a, facts.b), facts]))
  const career = (person: PersonId) => careers.get(person) ?? []
  const facts = (a: PersonId, b: PersonId) => known.get(pairName(a, b)) ?? (a < b ? { a, b } : { a: b, b: a })
  const weighed: PairBook['weighed'] = (a, b, { foreseen, cost } = {}) => {
    const pair = facts(a, b)
    const extra = isForeseen(a, b, foreseen) ? [firstMeeting()] : []
    if (vetoed(pair) === 'do-not-know') return extra
    const recorded = [...weigh(pair, career(pair.a), career(pair.b), now), ...extra]
    const all = [...recorded, ...sharedWork(career(a), career(b), workplaces, now)]
    return cost === undefined || costOf(all) === cost ? all : recorded
  }
  return { weighed, facts, career }
}

/** The cost of evidence as the engine has it: null when there is none, or too little. */
export const costOf = (items: readonly Weighed[]): number | null =>
  items.length === 0 ? null : toCost(combine(items))

function isForeseen(a: PersonId, b: PersonId, foreseen: Foreseen | undefined): boolean {
  if (foreseen === undefined) return false
  const { seeker, room } = foreseen
  return (a === seeker && room.has(b)) || (b === seeker && room.has(a))
}

const firstMeeting = (): Weighed => ({
  ...evidence('foreseen'),
  certainty: 'foreseen',
  says: 'you would have met in the interview',
  origin: 'this invitation',
})

function sharedWork(
  one: readonly PositionFacts[],
  other: readonly PositionFacts[],
  places: Workplaces,
  now: Date,
): Weighed[] {
  const spells = (career: readonly PositionFacts[], person: number) =>
    career.map((position) => spellOf(position, person, places)).filter((spell) => spell !== null)
  return workedTogether(spells(one, 0), spells(other, 1), places.headCounts, monthIndex(now)).map((met) =>
    colleaguesWeighed(met, places),
  )
}
