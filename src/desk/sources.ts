import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import type { PersonId } from '../people/person.ts'
import { id, personShape, reference } from '../people/shapes.ts'
import { STAFF } from '../role.ts'
import { SOURCES } from './candidacies.ts'
import { findMandate, type MandateId } from './mandate-of.ts'
import { percents } from './percent.ts'

// Who or what brought the candidates, and those who were placed: of one mandate, or of all that one may know of.

const source = z.enum(SOURCES)
const share = z.number().describe('percent of all, with one decimal; together they are 100')

export const sourceReport = action({
  name: 'source.report',
  says: 'Who or what brought the candidates, and those who were placed, in shares that sum to 100 %; with the rows behind them.',
  kind: 'read',
  may: STAFF,
  input: z.object({ mandate: reference('mandate').optional() }),
  output: z.object({
    candidates: z.number().int(),
    placed: z.number().int(),
    sources: z.array(
      z.object({
        ...{ source, person: personShape.nullable().describe('who pointed them out') },
        ...{ candidates: z.number().int(), share, placed: z.number().int(), shareOfPlaced: share },
      }),
    ),
    rows: z.array(
      z.object({
        ...{ candidacy: id, person: personShape, mandate: id, title: z.string(), source },
        ...{ by: personShape.nullable(), since: z.string(), placed: z.boolean() },
      }),
    ),
  }),
  async run(context, input) {
    const mandate = input.mandate === undefined ? null : await findMandate(context, input.mandate)
    const rows = await rowsOf(context, mandate)
    const sources = grouped(rows)
    const [shares, placed] = [percents(sources.map(of('candidates'))), percents(sources.map(of('placed')))]
    return {
      ...{ candidates: rows.length, placed: rows.filter((row) => row.placed).length, rows },
      sources: sources.map((one, at) => ({ ...one, share: shares[at]!, shareOfPlaced: placed[at]! })),
    }
  },
})

type Row = {
  candidacy: string
  mandate: MandateId
  title: string
  source: (typeof SOURCES)[number]
  person_id: PersonId
  name: string
  by_id: PersonId | null
  by_name: string | null
  since: Date
  placed: boolean
}

async function rowsOf({ tx }: Context, mandate: MandateId | null) {
  const { rows } = await sql<Row>`
    select c.id as candidacy, m.id as mandate, m.title, c.source, p.id as person_id, p.name, by.id as by_id,
      by.name as by_name, c.added_at as since,
      (select stage from candidacy_state where candidacy_id = c.id order by at desc, id desc limit 1) = 'placed' as placed
    from candidacy c join mandate m on m.id = c.mandate_id join person p on p.id = c.person_id
    left join person by on by.id = c.source_person
    where ${mandate}::uuid is null or m.id = ${mandate}
    order by c.added_at, c.id`.execute(tx)
  return rows.map(({ person_id, name, by_id, by_name, since, ...row }) => ({
    ...{ ...row, person: { id: person_id, name }, since: since.toISOString() },
    by: by_id === null ? null : { id: by_id, name: by_name! },
  }))
}

type Told = Awaited<ReturnType<typeof rowsOf>>[number]
type Group = { source: Told['source']; person: Told['by']; candidates: number; placed: number }

/** Whoever pointed somebody out stands for themselves; the most candidates first. */
function grouped(rows: readonly Told[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { source, by, placed } of rows) {
    const key = `${source} ${by?.id ?? ''}`
    const group = groups.get(key) ?? { source, person: by, candidates: 0, placed: 0 }
    groups.set(key, {
      ...group,
      candidates: group.candidates + 1,
      placed: group.placed + (placed ? 1 : 0),
    })
  }
  return [...groups.values()].sort((one, other) => other.candidates - one.candidates)
}

const of =
  (count: 'candidates' | 'placed') =>
  (group: Group): number =>
    group[count]
