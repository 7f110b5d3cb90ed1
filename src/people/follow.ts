import { monthIndex } from '../network/clock.ts'
import type { Call } from '../network/protocol.ts'
import { careersOf, inferredOf, weighAll } from './all-ties.ts'
import { type Pair, type PositionFacts, pairFacts, pairsWith, positionFacts } from './facts.ts'
import { followOpenings, followPositions, forgetFits } from './follow-around.ts'
import { peopleInUnits, spellsOf, takePlaces } from './follow-places.ts'
import { instantOf, isNothing, type Touched, touchedSince } from './graph-change.ts'
import type { Held, Reading } from './graph-shape.ts'
import { grow, indexOf } from './grow.ts'
import { newKey, roomFor } from './load.ts'
import type { PersonId } from './person.ts'

// A graph follows what has been committed since it was read: only the facts of who is touched are read again, and the
// outcome is that of loading it anew. Whoever asks it meanwhile keeps it as it was; then it is a copy that follows.

/** Half of the time for which the log is kept. */
const LOG_READ = 12 * 3600_000

/** The graph as of this transaction's instant, or null where it must be loaded anew. */
export async function follow(reading: Reading, old: Held): Promise<Held | null> {
  const { tx, now } = reading
  // Another month takes something from every tie.
  if (monthIndex(now) !== monthIndex(old.now)) return null
  const instant = await instantOf(tx)
  if (instant.readAt - old.readAt > LOG_READ) return null
  const touched = await touchedSince(tx, old.snapshot)
  if (touched === null) return null
  const isAnotherDay = now.toISOString().slice(0, 10) !== old.now.toISOString().slice(0, 10)
  if (isNothing(touched) && !isAnotherDay) return Object.assign(old, instant)
  const held: Held = { ...apart(reading, old), ...instant, now }
  const turned = await grow(reading, held.graph, touched)
  if (turned === null) return null
  await makeRoom(reading, old, held)
  const calls = await changes(reading, held, touched, turned)
  calls.push(...(await followOpenings(reading, held.graph, touched, { isAnotherDay })))
  if (calls.length > 0) await reading.engine.calls(held.graph.key, calls)
  forgetFits(held.graph, touched)
  return held
}

/** The same graph, or one of its own where somebody asks the old one. */
function apart({ workspace }: Reading, old: Held): Held {
  const common = { askedBy: new Set<object>(), isReplaced: false }
  if (old.askedBy.size === 0) return { ...old, ...common }
  const { graph } = old
  const copy = {
    key: newKey(workspace),
    people: [...graph.people],
    organizations: [...graph.organizations],
    personAt: new Map(graph.personAt),
    organizationAt: new Map(graph.organizationAt),
    openings: new Map(graph.openings),
    staff: new Map(graph.staff),
    unused: [...graph.unused],
    fits: new Map(graph.fits),
  }
  return { ...old, ...common, graph: copy }
}

/** In the engine: a copy for who is apart, and a larger one where there are too many for the room. */
async function makeRoom({ engine, workspace }: Reading, old: Held, held: Held): Promise<void> {
  const { people, organizations } = held.graph
  const isFull = people.length > held.room.people || organizations.length > held.room.organizations
  if (isFull) held.room = roomFor(people.length, organizations.length)
  if (isFull && held.graph === old.graph) held.graph = { ...held.graph, key: newKey(workspace) }
  if (held.graph !== old.graph) await engine.copy(old.graph.key, held.graph.key, held.room)
}

/** What changes in the engine by careers, and by what is on record of pairs. */
async function changes(
  reading: Reading,
  held: Held,
  touched: Touched,
  turned: ReadonlySet<PersonId>,
): Promise<Call[]> {
  const { tx } = reading
  const inUnits = await peopleInUnits(reading, touched.units)
  const careers = [...new Set([...touched.positions.keys(), ...turned, ...inUnits])]
  const positions = careers.length > 0 ? await positionFacts(tx, careers) : []
  const places = await takePlaces(reading, held, touched)
  const calls = followPositions(reading, held.graph, positions, touched, turned)
  const withThem = careers.length > 0 ? await pairsWith(tx, careers) : []
  const pairs = [...touched.pairs, ...withThem]
  if (careers.length === 0 && places.resized.length === 0 && pairs.length === 0) return calls
  const followed = await reading.engine.follow(
    held.graph.key,
    {
      people: held.graph.people.length,
      touched: indicesOf(held, careers),
      spells: spellsOf(held, positions),
      ...places,
    },
    columnsOf(held, pairs),
  )
  return [...calls, ...(await weighAgain(reading, held, followed))]
}

const indicesOf = ({ graph }: Held, people: readonly PersonId[]): Uint32Array =>
  Uint32Array.from(people, (id) => {
    const index = indexOf(graph.people, id)
    if (index === null) throw new Error(`${id} was touched, and is not known`)
    return index
  })

function columnsOf(held: Held, pairs: readonly Pair[]) {
  const [a, b] = [0, 1].map((side) =>
    indicesOf(
      held,
      pairs.map((pair) => pair[side as 0 | 1]),
    ),
  )
  return { a: a!, b: b! }
}

type Followed = Awaited<ReturnType<Reading['engine']['follow']>>

/** The costs of pairs whose evidence may be another now. */
async function weighAgain(reading: Reading, { graph }: Held, { pairs, kept }: Followed): Promise<Call[]> {
  const { tx, now } = reading
  const count = graph.people.length
  const ids = Array.from(pairs.a, (a, at): Pair => [graph.people[a]!, graph.people[pairs.b[at]!]!])
  const recorded = ids.length > 0 ? await pairFacts(tx, ids) : []
  const connected = recorded.filter(({ connection }) => connection)
  const careers = careersOf(
    await positionsOf(
      reading,
      connected.flatMap(({ a, b }) => [a, b]),
    ),
  )
  const everyone = { count, at: graph.personAt }
  const { ties, unused } = weighAll(recorded, inferredOf(kept, count, now), careers, everyone, now)
  const weighed = new Set(Array.from(pairs.a, (a, at) => a * count + pairs.b[at]!))
  graph.unused = [...graph.unused.filter(([a, b]) => !weighed.has(a * count + b)), ...unused]
  for (const [at, a] of ties.a.entries()) weighed.delete(a * count + ties.b[at]!)
  const gone = [...weighed].map(
    (key): Call => ({ method: 'removeTie', args: [Math.floor(key / count), key % count] }),
  )
  const known = Array.from(
    ties.a,
    (a, at): Call => ({ method: 'addTie', args: [a, ties.b[at]!, ties.cost[at]!] }),
  )
  return [...gone, ...known]
}

const positionsOf = async ({ tx }: Reading, people: PersonId[]): Promise<PositionFacts[]> =>
  people.length > 0 ? positionFacts(tx, [...new Set(people)]) : []
