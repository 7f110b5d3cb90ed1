import type { Made } from './careers.ts'
import { type DemoPositions, NO_UNIT, UNKNOWN } from './types.ts'

/** Positions as columns that grow: a million people have some three million. */
export type PositionTable = {
  titles: string[]
  /** The place of a title, added when it is new. */
  title(name: string): number
  add(person: number, position: Made): void
  packed(): { positions: DemoPositions; titles: string[]; unitNames: string[] }
}

export function positionTable(people: number, known: readonly string[]): PositionTable {
  const titles = [...known]
  const unitNames: string[] = []
  const titleAt = new Map(titles.map((name, index) => [name, index]))
  const unitAt = new Map<string, number>()
  let columns = columnsFor(people * 2 + 256)
  let count = 0
  return {
    titles,
    title: (name) => placeIn(titles, titleAt, name),
    add(person, { organization, title, unit, from, to, yearsOnly, ended, seen }) {
      if (count === columns.person.length) columns = copied(columns, count * 2)
      columns.person[count] = person
      columns.organization[count] = organization
      columns.title[count] = title
      columns.unit[count] = unit === null ? NO_UNIT : placeIn(unitNames, unitAt, unit)
      columns.from[count] = from
      columns.to[count] = to ?? UNKNOWN
      columns.yearsOnly[count] = Number(yearsOnly)
      columns.ended[count] = Number(ended)
      columns.seen[count] = seen
      count++
    },
    packed: () => ({ positions: { count, ...copied(columns, count) }, titles, unitNames }),
  }
}

function placeIn(list: string[], at: Map<string, number>, name: string): number {
  const known = at.get(name)
  if (known !== undefined) return known
  at.set(name, list.length)
  return list.push(name) - 1
}

type Columns = Omit<DemoPositions, 'count'>

const columnsFor = (rows: number): Columns => ({
  person: new Uint32Array(rows),
  organization: new Uint32Array(rows),
  title: new Uint16Array(rows),
  unit: new Uint16Array(rows),
  from: new Int32Array(rows),
  to: new Int32Array(rows),
  yearsOnly: new Uint8Array(rows),
  ended: new Uint8Array(rows),
  seen: new Int32Array(rows),
})

function copied(columns: Columns, rows: number): Columns {
  const other = columnsFor(rows)
  for (const name of Object.keys(columns) as (keyof Columns)[]) {
    other[name].set(columns[name].subarray(0, Math.min(rows, columns[name].length)))
  }
  return other
}
