import { checkId, checkWhole } from './check.ts'
import { DEAREST } from './cost.ts'
import { findDoors, findReach, findReachAll } from './doors.ts'
import { setEntry } from './lists.ts'
import { findPaths } from './search.ts'
import { createState, type State } from './state.ts'
import type { Network, NetworkInput } from './types.ts'

/** Packs a network into memory. The input arrays are read, not kept. @throws RangeError naming argument and index */
export function buildNetwork(input: NetworkInput): Network {
  const state = createState(input)
  return {
    people: state.people,
    organizations: state.organizations,
    get version() {
      return state.version
    },
    paths: (query) => findPaths(state, query),
    doors: (query) => findDoors(state, query),
    reachAll: (query) => findReachAll(state, query),
    reach: (query) => findReach(state, query),
    addTie: (a, b, cost) => setTie(state, a, b, checkWhole('cost', cost, 1, DEAREST)),
    removeTie: (a, b) => setTie(state, a, b, null),
    affiliate: (person, organization, cost) => setAffiliation(state, person, organization, cost),
    setOpen: (organization, open) => setOpen(state, organization, open),
  }
}

function setTie(state: State, a: number, b: number, cost: number | null): void {
  checkId('a', a, state.people)
  checkId('b', b, state.people)
  if (a !== b) {
    setEntry(state.ties, a, b, cost)
    setEntry(state.ties, b, a, cost)
  }
  state.version++
}

function setAffiliation(state: State, person: number, organization: number, cost: number | null): void {
  checkId('person', person, state.people)
  checkId('organization', organization, state.organizations)
  if (cost !== null) checkWhole('cost', cost, 0, DEAREST)
  setEntry(state.members, organization, person, cost)
  setEntry(state.affiliations, person, organization, cost)
  state.version++
}

function setOpen(state: State, organization: number, open: boolean): void {
  checkId('organization', organization, state.organizations)
  state.open[organization] = open ? 1 : 0
  state.version++
}
