import { type Context, type House, holdFacts } from '../action.ts'
import type { Engine } from '../network/client.ts'
import { NONE } from '../network/cost.ts'
import type { Id } from '../store/ids.ts'
import { follow } from './follow.ts'
import type { Graph, Held } from './graph-shape.ts'
import { load } from './load.ts'
import type { PersonId } from './person.ts'

// Keeps the graph of each workspace in step with its facts. PostgreSQL is the record, the graph an index of it: an
// answer is never older than the last commit that the caller could have seen.

export type { Graph, OpenOpening } from './graph-shape.ts'

/** A graph holds for the facts of a version and for a day: ages change with the month, openings end with a day. */
type Kept = { version: number; day: string; held: Promise<Held> }
const kept = new WeakMap<object, Map<string, Kept>>()

/** Who follows: a transaction that asks. */
type Asking = Pick<Context, 'engine' | 'workspace' | 'now' | 'atOneInstant'>

/** The graph that a transaction asked before: it stays the same for all of its questions. */
const asked = new WeakMap<object, Graph>()

/**
 * The graph of the workspace as committed: the one in memory, which follows what has changed since; loaded anew where it
 * cannot, or where the engine's thread was lost. A transaction that wrote facts itself gets one of its own.
 */
export async function graphOf(context: Context): Promise<Graph> {
  if (holdFacts(context.written)) return ownGraph(context)
  const known = asked.get(context.tx)
  if (known) return known
  const graph = await sharedGraph(context)
  asked.set(context.tx, graph)
  return graph
}

/** What is not committed yet is nobody else's, and changes with the next statement. */
async function ownGraph(context: Context): Promise<Graph> {
  const { engine, afterwards } = context
  const { graph } = await load(context, { follows: false })
  afterwards(() => forget(engine, graph))
  return graph
}

async function sharedGraph(context: Context): Promise<Graph> {
  const { engine, workspace, factsVersion, now } = context
  const graphs = kept.get(engine) ?? new Map<string, Kept>()
  kept.set(engine, graphs)
  let known = graphs.get(workspace)
  if (!known || known.version < factsVersion || known.day !== dayOf(now)) {
    known = renewed(context, known)
    graphs.set(workspace, known)
    await known.held
  }
  const held = await known.held.catch(() => null)
  // Another question may have begun to follow or to load while this one waited.
  if (graphs.get(workspace) !== known) return sharedGraph(context)
  if (held !== null) {
    take(context, held)
    if ((await engine.version(held.graph.key)) !== null) return held.graph
  }
  if (graphs.get(workspace) === known) graphs.delete(workspace)
  return sharedGraph(context)
}

const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

/** Follows the graph before, or loads one where that is not possible. */
function renewed(asking: Asking & { factsVersion: number }, before: Kept | undefined): Kept {
  const renewal: Kept = {
    version: asking.factsVersion,
    day: dayOf(asking.now),
    held: renew(asking, before).then((held) => {
      renewal.version = Math.max(renewal.version, held.version)
      return held
    }),
  }
  return renewal
}

async function renew({ atOneInstant, ...asking }: Asking, before: Kept | undefined): Promise<Held> {
  const old = await before?.held.catch(() => null)
  // What could not be followed to the end is no graph any more.
  const followed = old && (await atOneInstant((tx) => follow({ ...asking, tx }, old)).catch(() => null))
  const held = followed ?? (await atOneInstant((tx) => load({ ...asking, tx }, { follows: true })))
  if (old && old.graph !== held.graph) replace(asking.engine, old)
  return held
}

/**
 * Lets the graphs of this process follow each commit at once, also another process's, so that the next question need not.
 * A workspace that nobody asked about here is left alone. `told`: each time one has followed. The answer ends it.
 */
export async function followCommits(
  house: House,
  told: (workspace: Id<'workspace'>) => void = () => {},
): Promise<() => Promise<void>> {
  const waiting = new Set<string>()
  return house.store.onCommit(async (workspace) => {
    const known = kept.get(house.engine)?.get(workspace)
    // Whoever waits sees what has been committed by then: commits that come at once are followed together.
    if (!known || waiting.has(workspace)) return
    waiting.add(workspace)
    await known.held.catch(() => {})
    waiting.delete(workspace)
    await followNow(house, workspace)
    told(workspace)
  })
}

async function followNow({ store, engine, now }: House, workspace: Id<'workspace'>): Promise<void> {
  const graphs = kept.get(engine)!
  const known = graphs.get(workspace)
  if (!known) return
  const atOneInstant: Context['atOneInstant'] = (read) => store.atOneInstant(workspace, read)
  const next = renewed({ engine, workspace, now: now(), atOneInstant, factsVersion: known.version }, known)
  graphs.set(workspace, next)
  // What failed is tried again by whoever asks.
  await next.held.catch(() => {})
}

/** The transaction asks this graph until it ends. */
function take({ tx, engine, afterwards }: Context, held: Held): void {
  held.askedBy.add(tx)
  afterwards(() => {
    held.askedBy.delete(tx)
    if (held.isReplaced) replace(engine, held)
  })
}

function replace(engine: Engine, held: Held): void {
  held.isReplaced = true
  if (held.askedBy.size === 0) forget(engine, held.graph)
}

const forget = (engine: Engine, { key }: Graph): void => void engine.drop(key).catch(() => {})

/** What a person's own ties cost, by person; null where there is none. */
export async function ownTies(
  { engine }: Context,
  graph: Graph,
  person: PersonId,
): Promise<(other: PersonId) => number | null> {
  const from = graph.personAt.get(person)
  if (from === undefined) return () => null
  const costs = await engine.reach(graph.key, { from, maxTies: 1 })
  return (other) => {
    const cost = costs[graph.personAt.get(other) ?? -1] ?? NONE
    return cost === NONE ? null : cost
  }
}
