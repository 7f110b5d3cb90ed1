import { checkId, checkWhole } from './check.ts'
import { copyState } from './copy.ts'
import { DEAREST } from './cost.ts'
import { findDoors, findReach, findReachAll } from './doors.ts'
import { findPaths } from './paths.ts'
import { setBackward, setForward } from './records.ts'
import { joinState, type SharedNetwork, shareState, whileAsking, whileChanging } from './share.ts'
import { openSnapshot, saveSnapshot } from './snapshot.ts'
import { AT, recordOf } from './space.ts'
import { createState, type State } from './state.ts'
import type { Exclude, Network, NetworkInput, Room } from './types.ts'

/** Packs a network into memory. The input arrays are read, not kept. @throws RangeError naming argument and index */
export function buildNetwork(input: NetworkInput): Network {
  return networkOver(createState(input))
}

/** The network of a snapshot. @throws BadSnapshot when the file is torn, changed or not a snapshot */
export function openNetwork(path: string, { kernel }: Pick<NetworkInput, 'kernel'> = {}): Network {
  return networkOver(openSnapshot(path, kernel))
}

/** A network that another thread shares, for asking and changing it here. `thread`: 1 up to its `threads` - 1. */
export function joinNetwork(shared: SharedNetwork, thread: number): Network {
  return networkOver(joinState(shared, thread))
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
    copy: (room) => whileChanging(space, () => networkOver(copyState(state, room))),
    share: () => shareState(state),
    save: (path) => whileChanging(space, () => saveSnapshot(state, path)),
    paths: (query) => asking(state, query, () => findPaths(state, query)),
    doors: (query) => asking(state, { exclude: query.exclude }, () => findDoors(state, query)),
    reachAll: (query) => asking(state, query, () => findReachAll(state, query)),
    reach: (query) => asking(state, query, () => findReach(state, query)),
    addTie: (a, b, cost) => setTie(state, a, b, checkWhole('cost', cost, 1, DEAREST)),
    removeTie: (a, b) => setTie(state, a, b, null),
    affiliate: (person, organization, cost) => setAffiliation(state, person, organization, cost),
    setOpen: (organization, open) => setOpen(state, organization, open),
  }
}

/** What a question adds or excludes of ties is put into the network while it is asked, so nobody else may ask. */
function asking<T>(
  { space }: State,
  { room, exclude }: { room?: Room | undefined; exclude?: Exclude | undefined },
  ask: () => T,
): T {
  return room?.length || exclude?.ties?.length ? whileChanging(space, ask) : whileAsking(space, ask)
}

function changing({ space }: State, change: () => void): void {
  whileChanging(space, () => {
    change()
    space.words[AT.version]!++
  })
}

function setTie(state: State, a: number, b: number, cost: number | null): void {
  checkId('a', a, state.people)
  checkId('b', b, state.people)
  changing(state, () => {
    if (a === b) return
    setForward(state, a, b, cost)
    setForward(state, b, a, cost)
  })
}

function setAffiliation(state: State, person: number, organization: number, cost: number | null): void {
  checkId('person', person, state.people)
  checkId('organization', organization, state.organizations)
  if (cost !== null) checkWhole('cost', cost, 0, DEAREST)
  changing(state, () => {
    setForward(state, recordOf(state.space.layout, organization), person, cost)
    setBackward(state, person, organization, cost)
  })
}

function setOpen(state: State, organization: number, open: boolean): void {
  checkId('organization', organization, state.organizations)
  changing(state, () => {
    state.space.bytes[state.space.layout.open + organization] = open ? 1 : 0
  })
}
