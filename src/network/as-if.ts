/** What holds for one question only: its excluded people barred, its ties put in or taken out, and all as it was after. */
import { checkExclude, checkRoom } from './check.ts'
import { forwardCost, setForward } from './records.ts'
import { BARRED } from './space.ts'
import type { State } from './state.ts'
import type { Exclude, Question, Room } from './types.ts'

type Undo = () => void

/** Asks with the room's ties in the seeker's list (the stronger of both), and without the excluded ones. */
export function asIf<T>(state: State, from: number, { room = [], exclude }: Question, ask: () => T): T {
  if (room.length === 0 && !exclude) return ask()
  checkRoom(room, state.people)
  checkExclude(exclude ?? {}, state.people)
  const undo: Undo[] = []
  try {
    for (const { person, cost } of room) undo.push(strengthen(state, from, person, cost))
    for (const [a, b] of exclude?.ties ?? []) undo.push(cut(state, a, b), cut(state, b, a))
    return ask()
  } finally {
    for (const back of undo.reverse()) back()
  }
}

function strengthen(state: State, from: number, person: number, cost: number): Undo {
  const known = forwardCost(state.space, from, person)
  if (from === person || (known !== null && known <= cost)) return () => {}
  setForward(state, from, person, cost)
  return () => setForward(state, from, person, known)
}

function cut(state: State, owner: number, other: number): Undo {
  const known = forwardCost(state.space, owner, other)
  if (known === null) return () => {}
  setForward(state, owner, other, null)
  return () => setForward(state, owner, other, known)
}

/** Whom a question does not enter: the seeker, to whom no path returns, and the excluded. */
export function bar({ space }: State, tables: readonly number[], from: number, exclude: Exclude = {}): void {
  for (const table of tables) {
    space.bytes[table + from] = BARRED
    for (const person of exclude.people ?? []) space.bytes[table + person] = BARRED
  }
}

/** The people of a room who may be met, each once, with the strongest tie foreseen: cheapest first. */
export function roomOf(from: number, room: Room, exclude: Exclude = {}): { person: number; cost: number }[] {
  const out = new Set<number>([from, ...(exclude.people ?? [])])
  for (const [a, b] of exclude.ties ?? []) {
    if (a === from) out.add(b)
    if (b === from) out.add(a)
  }
  const byCost = [...room].sort((one, other) => one.cost - other.cost || one.person - other.person)
  return byCost.filter(({ person }) => {
    const isNew = !out.has(person)
    out.add(person)
    return isNew
  })
}
