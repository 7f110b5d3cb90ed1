/** A second memory with the same network: one is changed while the other still answers, or has room for more. */
import { AT, createSpace, END, FREE, layoutOf, type Space } from './space.ts'
import { type State, stateOver } from './state.ts'

type Room = { people: number; organizations: number }

/** Words of an empty record: an END before it, its own, and some to grow into. */
const PLACE = 8

/** A copy with place for so many people and organizations. @throws RangeError when that is less than there are */
export function copyState(state: State, room: Room): State {
  const { space: old, hopCost, kernel } = state
  const { layout } = old
  if (room.people < layout.people || room.organizations < layout.organizations)
    throw new RangeError('a copy has room for no less than the network itself')
  const added = room.people + room.organizations - layout.people - layout.organizations
  const [first, used] = [layout.records >>> 2, old.words[AT.used]!]
  const space = createSpace(layoutOf({ ...room, threads: layout.threads }), used - first + added * PLACE)
  const by = (space.layout.records >>> 2) - first
  space.words.set(old.words.subarray(first, used), first + by)
  space.bytes.set(old.bytes.subarray(layout.open, layout.open + layout.organizations), space.layout.open)
  space.words[AT.version] = old.words[AT.version]!
  space.words[AT.used] = used + by
  space.words[AT.packed] = old.words[AT.packed]! + by
  copyHeads(old, space, by)
  const copy = stateOver(space, hopCost, kernel.name)
  for (const [size, places] of state.places)
    copy.places.set(
      size,
      places.map((place) => place + by),
    )
  return copy
}

function copyHeads({ layout: from, words: old }: Space, space: Space, by: number): void {
  const { layout: to, words } = space
  const [oldHeads, heads] = [from.heads >>> 2, to.heads >>> 2]
  const moved = (record: number) => old[oldHeads + record]! + by * 4
  for (let person = 0; person < to.people; person++)
    words[heads + person] = person < from.people ? moved(person) : emptyRecord(space)
  for (let organization = 0; organization < to.organizations; organization++)
    words[heads + to.people + organization] =
      organization < from.organizations ? moved(from.people + organization) : emptyRecord(space)
}

/** Makes one behind all others; answers its head. */
function emptyRecord({ words }: Space): number {
  const place = words[AT.used]!
  words.fill(FREE, place, place + PLACE)
  words[place] = END
  words[place + 1] = END
  words[AT.used] = place + PLACE
  return (place + 1) * 4
}
