import { checkId, checkWhole } from './check.ts'
import { DEAREST } from './cost.ts'
import { findDoors, findReach, findReachAll } from './doors.ts'
import { findPaths } from './paths.ts'
import { setBackward, setForward } from './records.ts'
import { openSnapshot, saveSnapshot } from './snapshot.ts'
import { AT, recordOf } from './space.ts'
import { createState, type State } from './state.ts'
import type { Network, NetworkInput } from './types.ts'

/** Packs a network into memory. The input arrays are read, not kept. @throws RangeError naming argument and index */
export function buildNetwork(input: NetworkInput): Network {
  return networkOver(createState(input))
}

/** The network of a snapshot. @throws BadSnapshot when the file is torn, changed or not a snapshot */
export function openNetwork(path: string, { kernel }: Pick<NetworkInput, 'kernel'> = {}): Network {
  return networkOver(openSnapshot(path, kernel))
}

export function networkOver(state: State): Network {
  const { space } = state
  return {
    people: state.people,
    organizations: state.organizations,
    kernel: state.kernel.name,
    get version() {
      return space.words[AT.version]!
    },
    get bytes() {
      return space.memory.buffer.byteLength
    },
    save: (path) => saveSnapshot(state, path),
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

function changed({ space }: State): void {
  space.words[AT.version]!++
}

function setTie(state: State, a: number, b: number, cost: number | null): void {
  checkId('a', a, state.people)
  checkId('b', b, state.people)
  if (a !== b) {
    setForward(state, a, b, cost)
    setForward(state, b, a, cost)
  }
  changed(state)
}

function setAffiliation(state: State, person: number, organization: number, cost: number | null): void {
  checkId('person', person, state.people)
  checkId('organization', organization, state.organizations)
  if (cost !== null) checkWhole('cost', cost, 0, DEAREST)
  setForward(state, recordOf(state.space.layout, organization), person, cost)
  setBackward(state, person, organization, cost)
  changed(state)
}

function setOpen(state: State, organization: number, open: boolean): void {
  const { bytes, layout } = state.space
  bytes[layout.open + checkId('organization', organization, state.organizations)] = open ? 1 : 0
  changed(state)
}
