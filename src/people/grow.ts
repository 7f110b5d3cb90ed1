import type { Touched } from './graph-change.ts'
import type { Graph, Reading } from './graph-shape.ts'
import { organizationsIn, peopleIn } from './load.ts'
import type { PersonId } from './person.ts'

// Who and what is new in a graph, and who turned out to be somebody else, or not.

/**
 * Gives everybody new an index; answers who came among those who count, or left them. Null where an id belongs before
 * those that are known: all indices would move.
 */
export async function grow({ tx }: Reading, graph: Graph, touched: Touched): Promise<Set<PersonId> | null> {
  const turned = new Set<PersonId>()
  for (const { id, live } of await peopleIn(tx, [...touched.people])) {
    const index = placeOf(graph.people, id)
    if (index === null) return null
    const was = graph.personAt.has(id)
    if (live) graph.personAt.set(id, index)
    else graph.personAt.delete(id)
    if (was !== live) turned.add(id)
  }
  for (const id of await organizationsIn(tx, [...touched.organizations])) {
    const index = placeOf(graph.organizations, id)
    if (index === null) return null
    graph.organizationAt.set(id, index)
  }
  return turned
}

/** The index of an id in an ordered list, at the end of which it may be added. */
function placeOf<Id extends string>(ids: Id[], id: Id): number | null {
  const index = indexOf(ids, id)
  if (index !== null) return index
  if (ids.length > 0 && id < ids.at(-1)!) return null
  return ids.push(id) - 1
}

/** Where an id is in an ordered list. */
export function indexOf<Id extends string>(ids: readonly Id[], id: Id): number | null {
  let [from, to] = [0, ids.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (ids[middle]! < id) from = middle + 1
    else to = middle
  }
  return ids[from] === id ? from : null
}
