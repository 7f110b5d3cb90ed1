import { describe, expect, it } from 'vitest'
import { seeded } from './cases.ts'
import { colleagues, keptOf, rosterOf } from './colleagues.ts'
import type { Encounters } from './encounters.ts'
import { encounterAt } from './encounters.ts'
import { followColleagues } from './follow-colleagues.ts'
import type { RosterChange } from './roster.ts'
import { packSpells, type Spell } from './stays.ts'

const now = 1000
const MOST = 3
const UNITS = 6

type World = { people: number; spells: Spell[]; organization: (number | null)[]; unit: (number | null)[] }
type Random = ReturnType<typeof seeded>

const rowsOf = (table: Encounters): string[] =>
  Array.from({ length: table.count }, (_, row) => JSON.stringify(encounterAt(table, row))).sort()

const inputOf = ({ people, spells, organization, unit }: World) => ({
  people,
  spells: packSpells(spells),
  headCounts: { organization: [...organization], unit: [...unit] },
  now,
  most: MOST,
})

const none = { a: new Uint32Array(), b: new Uint32Array() }
const nothing = (people: number): RosterChange => ({
  people,
  touched: new Uint32Array(),
  spells: packSpells([]),
  organizationSizes: [],
  unitSizes: [],
  resized: [],
})

function spellOf(draw: Random, person: number): Spell {
  const [organization, from] = [draw.below(3), 900 + draw.below(60)]
  const unit = draw.chance(0.5) ? organization * 2 + draw.below(2) : null
  const to = from + 1 + draw.below(60)
  return { person, organization, unit, from: draw.chance(0.1) ? null : from, to, yearsOnly: draw.chance(0.2) }
}

const careerOf = (draw: Random, person: number): Spell[] =>
  Array.from({ length: draw.below(4) }, () => spellOf(draw, person))

function worldOf(draw: Random): World {
  const people = 4 + draw.below(12)
  return {
    people,
    spells: Array.from({ length: people }, (_, person) => careerOf(draw, person)).flat(),
    organization: [draw.pick([null, 20]), 300, 9000],
    unit: [8, null, 150, 2000, 12, 60],
  }
}

/** Changes the world, and says what changed. */
function changeOf(draw: Random, world: World): RosterChange {
  if (draw.chance(0.2)) world.people++
  const touched = Array.from({ length: world.people }, (_, person) => person).filter(() => draw.chance(0.15))
  const spells = touched.flatMap((person) => careerOf(draw, person))
  world.spells = [...world.spells.filter(({ person }) => !touched.includes(person)), ...spells]
  const change = { ...nothing(world.people), touched: Uint32Array.from(touched), spells: packSpells(spells) }
  if (draw.chance(0.6)) return change
  const [id, unit] = [draw.below(3), draw.below(UNITS)]
  world.organization[id] = draw.pick([null, 15, 400, 9000])
  world.unit[unit] = draw.pick([null, 5, 200])
  return {
    ...change,
    organizationSizes: [{ id, headCount: world.organization[id]! }],
    unitSizes: [{ id: unit, headCount: world.unit[unit]! }],
    resized: [id, Math.floor(unit / 2)],
  }
}

/** What is kept of each pair. */
function byPair(table: Encounters): Map<string, string> {
  const pairs = new Map<string, string>()
  for (let row = 0; row < table.count; row++) {
    const key = `${table.a[row]} ${table.b[row]}`
    const said = rowsOf(table).filter((text) => text.startsWith(`{"a":${table.a[row]},"b":${table.b[row]},`))
    pairs.set(key, said.join())
  }
  return pairs
}

describe('colleagues that are followed', () => {
  it('are those of all careers read anew, after 10 changes of each of 60 worlds', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const draw = seeded(seed)
      const world = worldOf(draw)
      const roster = rosterOf(inputOf(world))
      for (let step = 1; step <= 10; step++) {
        const before = byPair(keptOf(roster))
        const { pairs, kept } = followColleagues(roster, changeOf(draw, world), none)
        const fresh = colleagues(inputOf(world))
        expect(rowsOf(keptOf(roster)), `seed ${seed}, step ${step}`).toEqual(rowsOf(fresh))
        // Whatever differs is told, with what is kept of it now.
        const [after, told] = [byPair(fresh), byPair(kept)]
        const named = new Set([...pairs.a].map((a, at) => `${a} ${pairs.b[at]}`))
        for (const key of new Set([...before.keys(), ...after.keys()])) {
          if (before.get(key) !== after.get(key)) expect(named.has(key), `${key} of seed ${seed}`).toBe(true)
        }
        for (const key of named) expect(told.get(key)).toBe(after.get(key))
      }
    }
  })

  it('of a pair that is asked about are told, and of no other, when nothing changed', () => {
    const team = [0, 1, 2].map((person): Spell => ({ person, organization: 0, from: 900, to: 990 }))
    const roster = rosterOf(inputOf({ people: 3, spells: team, organization: [20], unit: [] }))
    const asked = { a: Uint32Array.of(0), b: Uint32Array.of(2) }
    const { pairs, kept } = followColleagues(roster, nothing(3), asked)
    expect([...pairs.a, ...pairs.b]).toEqual([0, 2])
    expect(kept.count).toBe(1)
    expect(followColleagues(roster, nothing(3), none).kept.count).toBe(0)
  })

  it('make room for a stronger one: who fell out of the strongest comes back when that one goes', () => {
    // 0 has place for one: 1, with whom the time was longer; then 2 was there longest.
    const spells = [0, 1, 2].map((person): Spell => ({ person, organization: 0, from: 900, to: 990 }))
    spells[1] = { ...spells[1]!, to: 960 }
    spells[2] = { ...spells[2]!, to: 905 }
    const roster = rosterOf({
      ...inputOf({ people: 3, spells, organization: [50], unit: [] }),
      most: 1,
    })
    const partners = () => [...keptOf(roster).a].map((a, at) => [a, keptOf(roster).b[at]])
    expect(partners()).toEqual([[0, 1]])
    const longer: RosterChange = {
      ...nothing(3),
      touched: Uint32Array.of(2),
      spells: packSpells([{ ...spells[2]!, to: 990 }]),
    }
    expect(followColleagues(roster, longer, none).pairs.a.length).toBe(2)
    expect(partners()).toEqual([[0, 2]])
    followColleagues(roster, { ...nothing(3), touched: Uint32Array.of(2), spells: packSpells([]) }, none)
    expect(partners()).toEqual([[0, 1]])
  })
})
