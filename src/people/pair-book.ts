import type { Context } from '../action.ts'
import { said } from '../language.ts'
import { monthIndex } from '../network/clock.ts'
import { toCost } from '../network/cost.ts'
import { workedTogether } from '../network/encounter.ts'
import { combine, evidence } from '../network/strength.ts'
import { careersOf } from './all-ties.ts'
import { vetoed, type Weighed, weigh } from './evidence.ts'
import { type Pair, type PairFacts, type PositionFacts, pairFacts, positionFacts } from './facts.ts'
import type { PersonId } from './person.ts'
import { colleaguesWeighed, spellOf, type Workplaces, workplacesOf } from './work.ts'

/** First meetings foreseen, for one question: the seeker with each of these people. */
export type Foreseen = { seeker: PersonId; room: ReadonlySet<PersonId> }

const pairName = (a: PersonId, b: PersonId): string => (a < b ? a + b : b + a)

/** What is on record about some pairs of people, ready to be weighed and told. */
export type PairBook = {
  /**
   * All evidence of a pair. `cost`: what the engine has for their tie (null: none), which says whether shared work is
   * among the 150 strongest of both; when absent it is taken to be.
   */
  weighed(a: PersonId, b: PersonId, asked?: { foreseen?: Foreseen; cost?: number | null }): Weighed[]
  /** The evidence with shared work, and without. */
  choices(a: PersonId, b: PersonId, foreseen?: Foreseen): Weighed[][]
  facts(a: PersonId, b: PersonId): PairFacts
  career(person: PersonId): PositionFacts[]
}

/** Reads the book of these pairs: eight queries, however many they are. */
export async function pairBook({ tx, now }: Context, pairs: readonly Pair[]): Promise<PairBook> {
  const people = [...new Set(pairs.flat())]
  const positions = await positionFacts(tx, people)
  const workplaces = await workplacesOf(tx, [...new Set(positions.map(({ organization }) => organization))])
  const careers = careersOf(positions)
  const known = new Map((await pairFacts(tx, pairs)).map((facts) => [pairName(facts.a, facts.b), facts]))
  const career = (person: PersonId) => careers.get(person) ?? []
  const facts = (a: PersonId, b: PersonId) => known.get(pairName(a, b)) ?? (a < b ? { a, b } : { a: b, b: a })
  /** Recorded, and shared work; nothing where the two do not know each other. */
  const parts = (a: PersonId, b: PersonId): [Weighed[], Weighed[]] => {
    const pair = facts(a, b)
    if (vetoed(pair) === 'do-not-know') return [[], []]
    const recorded = weigh(pair, career(pair.a), career(pair.b), now)
    return [recorded, sharedWork(career(a), career(b), workplaces, now)]
  }
  const extra = (a: PersonId, b: PersonId, foreseen: Foreseen | undefined) =>
    isForeseen(a, b, foreseen) ? [firstMeeting()] : []
  return {
    facts,
    career,
    choices(a, b, foreseen) {
      const [recorded, shared] = parts(a, b)
      const first = extra(a, b, foreseen)
      return shared.length === 0
        ? [[...recorded, ...first]]
        : [
            [...recorded, ...first, ...shared],
            [...recorded, ...first],
          ]
    },
    weighed(a, b, { foreseen, cost } = {}) {
      const [recorded, shared] = parts(a, b)
      const isKept = cost === undefined || costOf([...recorded, ...shared]) === cost
      return [...recorded, ...extra(a, b, foreseen), ...(isKept ? shared : [])]
    },
  }
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
  says: said({ en: 'you would meet in the interview', de: 'Sie würden sich im Gespräch treffen' }),
  origin: said({ en: 'this invitation', de: 'diese Einladung' }),
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
