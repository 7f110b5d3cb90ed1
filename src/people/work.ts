import { sql } from 'kysely'
import { said } from '../language.ts'
import { isYearOnly, spellFrom, spellTo } from '../network/clock.ts'
import type { Colleagues, HeadCounts } from '../network/encounter.ts'
import type { Spell } from '../network/stays.ts'
import { ASSUMED_HEAD_COUNT } from '../network/strength.ts'
import type { Tx } from '../store/db.ts'
import type { Weighed } from './evidence.ts'
import type { PositionFacts } from './facts.ts'

// From positions to the engine's spells, and from its encounters back to words.

/** Indices and head counts of the organizations and units that some positions name. */
export type Workplaces = {
  ids: string[]
  names: string[]
  at: Map<string, number>
  units: Map<string, number>
  headCounts: HeadCounts
  /** Organizations whose size is not known, but at least that of the people seen there. */
  seen: ReadonlySet<number>
}

const unitKey = (organization: string, unit: string): string => `${organization} ${unit.trim().toLowerCase()}`

type Sized = { id: string; name: string; head_count: number | null; seen: number | null }

/** Reads the workplaces of all positions, or of these organizations. */
export async function workplacesOf(tx: Tx, organizations?: readonly string[]): Promise<Workplaces> {
  const only = organizations === undefined ? sql`` : sql`where id = any(${organizations}::uuid[])`
  const seen =
    organizations === undefined ? sql`` : sql`where organization_id = any(${organizations}::uuid[])`
  const { rows } = await sql<Sized>`
    select id, name, head_count, seen from organization
    left join (
      select organization_id, count(distinct person_id) as seen from position ${seen}
      group by 1 having count(distinct person_id) > ${ASSUMED_HEAD_COUNT}
    ) as crowd on organization_id = id and head_count is null
    ${only} order by id`.execute(tx)
  const units = await unitsOf(tx, organizations)
  return {
    ids: rows.map(({ id }) => id),
    names: rows.map(({ name }) => name),
    at: new Map(rows.map(({ id }, index) => [id, index])),
    units: new Map(units.map(({ key }, index) => [key, index])),
    headCounts: {
      organization: rows.map(({ head_count, seen }) => head_count ?? seen),
      unit: units.map(({ count }) => count),
    },
    seen: new Set(rows.flatMap(({ seen }, index) => (seen === null ? [] : [index]))),
  }
}

async function unitsOf(tx: Tx, organizations?: readonly string[]) {
  const only =
    organizations === undefined ? sql`` : sql`where organization_id = any(${organizations}::uuid[])`
  const { rows } = await sql<{ organization_id: string; name: string; head_count: number }>`
    select organization_id, name, head_count from unit ${only} order by organization_id, name`.execute(tx)
  return rows.map((row) => ({ key: unitKey(row.organization_id, row.name), count: row.head_count }))
}

/** What a position needs to be placed. */
type Placed = { at: ReadonlyMap<string, number>; units: ReadonlyMap<string, number> }

/** A position as a spell of the person with this index; null when its beginning is not known: that ties nobody. */
export function spellOf(position: PositionFacts, person: number, { at, units }: Placed): Spell | null {
  const organization = at.get(position.organization)
  if (position.from === null || organization === undefined) return null
  const until = position.to ?? position.seen
  return {
    person,
    organization,
    unit: position.unit === null ? null : (units.get(unitKey(position.organization, position.unit)) ?? null),
    from: spellFrom(position.from),
    to: spellTo(until),
    yearsOnly: isYearOnly(position.from) || isYearOnly(until),
  }
}

/** Shared work as evidence, in words: it says when the size of the place was not known. */
export function colleaguesWeighed(met: Colleagues, { names, seen, headCounts }: Workplaces): Weighed {
  const place = names[met.organization]!
  const isCrowd = seen.has(met.organization) && met.headCount === headCounts.organization[met.organization]
  const size = isCrowd ? crowdInWords(met.headCount!) : sizeInWords(met.headCount)
  return {
    ...met,
    certainty: 'inferred',
    says: said({
      en: `probably crossed paths at ${place}: ${met.months} months there together, ${size}`,
      de: `wahrscheinlich begegnet bei ${place}: ${met.months} Monate zugleich dort, ${size}`,
    }),
    last: monthName(met.ended - 1),
    origin: said({ en: 'work histories', de: 'Lebensläufe' }),
  }
}

const sizeInWords = (headCount: number | null): string =>
  headCount === null
    ? said({
        en: `size unknown, taken as ${ASSUMED_HEAD_COUNT} people`,
        de: `Größe unbekannt, angenommen ${ASSUMED_HEAD_COUNT} Personen`,
      })
    : said({ en: `among ${headCount} people`, de: `unter ${headCount} Personen` })

const crowdInWords = (headCount: number): string =>
  said({
    en: `size unknown, taken as the ${headCount} people seen there`,
    de: `Größe unbekannt, angenommen die ${headCount} Personen, die dort gesehen wurden`,
  })

const monthName = (index: number): string =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
