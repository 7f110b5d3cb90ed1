import { monthIndex } from '../network/clock.ts'
import { toCost } from '../network/cost.ts'
import { colleaguesAt } from '../network/encounter.ts'
import { type Encounters, encounterAt } from '../network/encounters.ts'
import { packSpells } from '../network/stays.ts'
import { combine, type Evidence } from '../network/strength.ts'
import type { NetworkInput } from '../network/types.ts'
import { vetoed, weigh } from './evidence.ts'
import { type PairFacts, type PositionFacts, pairFacts } from './facts.ts'
import type { Reading } from './graph-shape.ts'
import { listUnder } from './lists.ts'
import type { PersonId } from './person.ts'
import { spellOf, type Workplaces } from './work.ts'

// All ties of a workspace with their costs, as the engine takes them.

type Weighing = { ties: NetworkInput['ties']; unused: [number, number][] }

/** Everybody with an index: how many there are, who has which; `roster`: under which key to keep who met whom. */
type Everyone = { count: number; at: ReadonlyMap<PersonId, number>; roster: string | undefined }

/** Every tie of the workspace with its cost: what is on record for a pair, and who probably crossed paths at work. */
export async function tiesOf(
  reading: Reading,
  positions: PositionFacts[],
  places: Workplaces,
  everyone: Everyone,
): Promise<Weighing> {
  const careers = careersOf(positions)
  const met = await whoMet(reading, positions, places, everyone)
  const inferred = inferredOf(met, everyone.count, reading.now)
  const recorded = await pairFacts(reading.tx)
  return weighAll(recorded, inferred, careers, everyone, reading.now)
}

/** Positions by person. */
export function careersOf(positions: readonly PositionFacts[]): Map<PersonId, PositionFacts[]> {
  const careers = new Map<PersonId, PositionFacts[]>()
  for (const position of positions) listUnder(careers, position.person, position)
  return careers
}

/** A number for two indices, whichever comes first. */
export const pairKey = (a: number, b: number, size: number): number => (a < b ? a * size + b : b * size + a)

/** Who probably crossed paths at work: computed here, never a row, so it cannot disagree with the positions. */
function whoMet(
  { now, engine }: Reading,
  positions: PositionFacts[],
  places: Workplaces,
  { count, at, roster }: Everyone,
): Promise<Encounters> {
  const spells = positions.map((position) => {
    const person = at.get(position.person)
    return person === undefined ? null : spellOf(position, person, places)
  })
  const packed = packSpells(spells.filter((spell) => spell !== null))
  const { headCounts } = places
  // In the engine's thread: a large organization takes seconds, and this one has others to answer.
  return engine.colleagues({ people: count, spells: packed, headCounts, now: monthIndex(now) }, roster)
}

/** Shared work as evidence, by pair. */
export function inferredOf(met: Encounters, size: number, now: Date): Map<number, Evidence[]> {
  const month = monthIndex(now)
  const evidence = new Map<number, Evidence[]>()
  for (let row = 0; row < met.count; row++) {
    const encounter = encounterAt(met, row)
    listUnder(evidence, pairKey(encounter.a, encounter.b, size), colleaguesAt(encounter, month))
  }
  return evidence
}

type Careers = ReadonlyMap<PersonId, PositionFacts[]>

/** Weighs what is on record of pairs together with what is inferred of these and others. */
export function weighAll(
  recorded: readonly PairFacts[],
  inferred: ReadonlyMap<number, Evidence[]>,
  careers: Careers,
  { count, at }: Pick<Everyone, 'count' | 'at'>,
  now: Date,
): Weighing {
  const evidence = new Map<number, Evidence[]>(inferred)
  const unused: [number, number][] = []
  for (const facts of recorded) {
    const [a, b] = [at.get(facts.a), at.get(facts.b)]
    if (a === undefined || b === undefined) continue
    const key = pairKey(a, b, count)
    const veto = vetoed(facts)
    if (veto === 'do-not-use') unused.push([a, b])
    if (veto === 'do-not-know') evidence.delete(key)
    else evidence.set(key, [...weighedOf(facts, careers, now), ...(inferred.get(key) ?? [])])
  }
  return { ties: packTies(evidence, count), unused }
}

const weighedOf = (facts: PairFacts, careers: Careers, now: Date): Evidence[] =>
  weigh(facts, careers.get(facts.a) ?? [], careers.get(facts.b) ?? [], now)

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
