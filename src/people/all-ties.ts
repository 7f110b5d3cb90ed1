import type { Context } from '../action.ts'
import { monthIndex } from '../network/clock.ts'
import { toCost } from '../network/cost.ts'
import { colleaguesAt } from '../network/encounter.ts'
import { encounterAt } from '../network/encounters.ts'
import { packSpells } from '../network/stays.ts'
import { combine, type Evidence } from '../network/strength.ts'
import type { NetworkInput } from '../network/types.ts'
import { vetoed, weigh } from './evidence.ts'
import { type PositionFacts, pairFacts } from './facts.ts'
import { listUnder } from './lists.ts'
import type { PersonId } from './person.ts'
import { spellOf, workplacesOf } from './work.ts'

// All ties of a workspace with their costs, as the engine takes them.

type Weighing = { ties: NetworkInput['ties']; unused: [number, number][] }

/** Every tie of the workspace with its cost: what is on record for a pair, and who probably crossed paths at work. */
export async function tiesOf(
  context: Context,
  positions: PositionFacts[],
  personAt: ReadonlyMap<PersonId, number>,
): Promise<Weighing> {
  const { tx, now } = context
  const careers = careersOf(positions)
  const evidence = new Map<number, Evidence[]>()
  const unused: [number, number][] = []
  const strangers = new Set<number>()
  const size = personAt.size
  for (const facts of await pairFacts(tx)) {
    const [a, b] = [personAt.get(facts.a), personAt.get(facts.b)]
    if (a === undefined || b === undefined) continue
    const key = pairKey(a, b, size)
    const veto = vetoed(facts)
    if (veto === 'do-not-know') strangers.add(key)
    if (veto === 'do-not-use') unused.push([a, b])
    evidence.set(key, weigh(facts, careers.get(facts.a) ?? [], careers.get(facts.b) ?? [], now))
  }
  await addInferred(evidence, context, positions, personAt)
  for (const key of strangers) evidence.delete(key)
  return { ties: packTies(evidence, size), unused }
}

/** Positions by person. */
export function careersOf(positions: readonly PositionFacts[]): Map<PersonId, PositionFacts[]> {
  const careers = new Map<PersonId, PositionFacts[]>()
  for (const position of positions) listUnder(careers, position.person, position)
  return careers
}

const pairKey = (a: number, b: number, size: number): number => (a < b ? a * size + b : b * size + a)

/** Adds who probably crossed paths at work: computed here, never a row, so it cannot disagree with the positions. */
async function addInferred(
  evidence: Map<number, Evidence[]>,
  { tx, now, engine }: Context,
  positions: PositionFacts[],
  personAt: ReadonlyMap<PersonId, number>,
): Promise<void> {
  const places = await workplacesOf(tx)
  const spells = positions.map((position) => {
    const person = personAt.get(position.person)
    return person === undefined ? null : spellOf(position, person, places)
  })
  const month = monthIndex(now)
  const packed = packSpells(spells.filter((spell) => spell !== null))
  const { headCounts } = places
  // In the engine's thread: a large organization takes seconds, and this one has others to answer.
  const met = await engine.colleagues({ people: personAt.size, spells: packed, headCounts, now: month })
  for (let row = 0; row < met.count; row++) {
    const encounter = encounterAt(met, row)
    listUnder(evidence, pairKey(encounter.a, encounter.b, personAt.size), colleaguesAt(encounter, month))
  }
}

function packTies(evidence: Map<number, Evidence[]>, size: number): NetworkInput['ties'] {
  const a: number[] = []
  const b: number[] = []
  const costs: number[] = []
  for (const [key, items] of evidence) {
    const cost = items.length === 0 ? null : toCost(combine(items))
    if (cost === null) continue
    a.push(Math.floor(key / size))
    b.push(key % size)
    costs.push(cost)
  }
  return { a: Uint32Array.from(a), b: Uint32Array.from(b), cost: Uint8Array.from(costs) }
}
