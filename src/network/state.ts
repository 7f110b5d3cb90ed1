/** A network in memory: three sets of packed lists and the scratch space of one question at a time. */
import { checkHopCost, checkInput, checkRoom } from './check.ts'
import { HOP_COST, NONE } from './cost.ts'
import { emptyLayers, type Layers } from './explore.ts'
import { buildLists, ID_MASK, type Lists, listOf, pack } from './lists.ts'
import { createSkip, type Skip } from './skip.ts'
import type { HopCost, NetworkInput, Room } from './types.ts'

export type State = {
  people: number
  organizations: number
  ties: Lists
  /** Organization -> the people affiliated with it. */
  members: Lists
  /** Person -> the organizations they are affiliated with. */
  affiliations: Lists
  open: Uint8Array
  hopCost: HopCost
  version: number
  skip: Skip
  layers: Layers
}

export function createState(input: NetworkInput): State {
  checkInput(input)
  const { people, organizations, affiliations, ties } = input
  const open = new Uint8Array(organizations)
  for (const organization of input.open ?? []) open[organization] = 1
  return {
    people,
    organizations,
    ties: tieLists(people, ties),
    ...affiliationLists(people, organizations, affiliations),
    open,
    hopCost: [...(input.hopCost ?? HOP_COST)],
    version: 0,
    skip: createSkip(people),
    layers: emptyLayers(people),
  }
}

function tieLists(people: number, { a, b, cost }: NetworkInput['ties']): Lists {
  const directions = [
    { owner: a, id: b },
    { owner: b, id: a },
  ]
  return buildLists({ owners: people, ids: people, cost, directions }, true)
}

function affiliationLists(people: number, organizations: number, columns: NetworkInput['affiliations']) {
  const { person, organization, cost } = columns
  const byOrganization = [{ owner: organization, id: person }]
  const byPerson = [{ owner: person, id: organization }]
  return {
    members: buildLists({ owners: organizations, ids: people, cost, directions: byOrganization }, false),
    affiliations: buildLists({ owners: people, ids: organizations, cost, directions: byPerson }, false),
  }
}

/** The hop costs of a question: its own, or the network's. */
export function hopCostOf(state: State, own: HopCost | undefined): HopCost {
  return own ? checkHopCost(own) : state.hopCost
}

/** The seeker's ties with those of the room, the stronger of both, cheapest first. */
export function firstTies(state: State, from: number, room: Room = []): Uint32Array {
  const own = listOf(state.ties, from)
  if (room.length === 0) return own
  return sortedTies([...own, ...roomWords(state, room)])
}

/** The seeker's ties with the people of the room alone, as foreseen. */
export function roomTies(state: State, room: Room): Uint32Array {
  return sortedTies(roomWords(state, room))
}

function roomWords(state: State, room: Room): number[] {
  checkRoom(room, state.people)
  return room.map(({ person, cost }) => pack(person, cost))
}

/** Cheapest first, each person once. */
function sortedTies(words: number[]): Uint32Array {
  const cheapest = new Map<number, number>()
  for (const word of words.sort((one, other) => one - other)) {
    const id = word & ID_MASK
    if (!cheapest.has(id)) cheapest.set(id, word)
  }
  return Uint32Array.from(cheapest.values())
}

/** A row of answers, all "none". */
export function noCosts(length: number): Uint8Array {
  return new Uint8Array(length).fill(NONE)
}
