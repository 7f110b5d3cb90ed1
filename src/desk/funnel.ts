import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { listUnder } from '../people/lists.ts'
import { id, personShape, reference } from '../people/shapes.ts'
import { type Stage, stage, WAY } from '../people/stages.ts'
import { STAFF } from '../role.ts'
import { findMandate, type MandateId } from './mandate-of.ts'

// How candidacies go along the way: a count over the moves on record, and over nothing else.

const visitShape = z.object({
  ...{ candidacy: id, person: personShape, mandate: id, title: z.string(), stage },
  from: z.string(),
  to: z.string().nullable().describe('null while they stand there'),
  days: z.number().describe('with one decimal; until now while they stand there'),
})

export const funnelShow = action({
  name: 'funnel.show',
  says: 'How many candidacies reached each stage, how many went on from there, and how long they stood; of one mandate or of all, with the visits behind it.',
  kind: 'read',
  may: STAFF,
  input: z.object({ mandate: reference('mandate').optional() }),
  output: z.object({
    stages: z.array(
      z.object({
        stage,
        reached: z.number().int().describe('candidacies that ever stood there'),
        wentOn: z.number().int().describe('of them, those that later stood further along the way'),
        visits: z.number().int().describe('one for each time that a candidacy came there'),
        there: z.number().int().describe('candidacies that stand there now'),
        medianDays: z.number().nullable().describe('of the visits that ended; null when none did'),
      }),
    ),
    visits: z.array(visitShape),
  }),
  async run(context, input) {
    const mandate = input.mandate === undefined ? null : await findMandate(context, input.mandate)
    const visits = visitsOf(await movesOf(context, mandate), context.now)
    return { stages: stage.options.map((one) => countOf(one, visits)), visits: visits.map(shapeOf) }
  },
})

export type Move = {
  candidacy: string
  person_id: string
  name: string
  mandate: string
  title: string
  stage: Stage
  at: Date
}
type Visit = Move & { until: Date | null; days: number }

async function movesOf({ tx }: Context, mandate: MandateId | null): Promise<Move[]> {
  const { rows } = await sql<Move>`
    select c.id as candidacy, p.id as person_id, p.name, m.id as mandate, m.title, s.stage, s.at
    from candidacy_state s join candidacy c on c.id = s.candidacy_id
    join mandate m on m.id = c.mandate_id join person p on p.id = c.person_id
    where ${mandate}::uuid is null or m.id = ${mandate}
    order by c.added_at, c.id, s.at, s.id`.execute(tx)
  return rows
}

/** A visit lasts until the candidacy stands elsewhere: a move to where it stands begins no new one. Pure. */
export function visitsOf(moves: readonly Move[], now: Date): Visit[] {
  const all = new Map<string, Move[]>()
  for (const move of moves) listUnder(all, move.candidacy, move)
  return [...all.values()].flatMap((own) => {
    const entries = own.filter((move, at) => move.stage !== own[at - 1]?.stage)
    return entries.map((entry, at) => {
      const until = entries[at + 1]?.at ?? null
      return { ...entry, until, days: daysBetween(entry.at, until ?? now) }
    })
  })
}

const DAY = 86_400_000
const daysBetween = (from: Date, to: Date): number =>
  Math.round((to.getTime() - from.getTime()) / (DAY / 10)) / 10

/** What is counted of a stage. Pure. */
export function countOf(at: Stage, visits: readonly Visit[]) {
  const here = visits.filter((visit) => visit.stage === at)
  const reached = new Set(here.map(({ candidacy }) => candidacy))
  const ended = here.filter(({ until }) => until !== null).map(({ days }) => days)
  return {
    ...{ stage: at, reached: reached.size, visits: here.length },
    wentOn: [...reached].filter((candidacy) => wentOn(candidacy, at, visits)).length,
    there: here.filter(({ until }) => until === null).length,
    medianDays: median(ended),
  }
}

const placeOf = (at: Stage): number => (WAY as readonly Stage[]).indexOf(at)

/** Further along the way at any time after they first stood there; an end is not on the way. */
function wentOn(candidacy: string, at: Stage, visits: readonly Visit[]): boolean {
  const own = visits.filter((visit) => visit.candidacy === candidacy)
  const first = own.findIndex((visit) => visit.stage === at)
  return placeOf(at) >= 0 && own.slice(first + 1).some((visit) => placeOf(visit.stage) > placeOf(at))
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length / 2
  const mean = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2
  return Math.round(mean * 10) / 10
}

const shapeOf = ({ person_id, name, at, until, ...visit }: Visit): z.input<typeof visitShape> => ({
  ...{ candidacy: visit.candidacy, mandate: visit.mandate, title: visit.title, stage: visit.stage },
  ...{ person: { id: person_id, name }, from: at.toISOString(), to: until?.toISOString() ?? null },
  days: visit.days,
})
