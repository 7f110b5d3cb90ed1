import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { id, personShape, reference } from '../people/shapes.ts'
import { type Stage, stage } from '../people/stages.ts'
import { STAFF } from '../role.ts'
import { type CandidacyId, findCandidacy } from './candidacies.ts'
import { wordShape, wordsOn } from './client-words.ts'
import { findMandate } from './mandate-of.ts'
import { policiesOn } from './off-limits.ts'
import { shareOf, shareShape } from './share.ts'

// The board of a mandate, and one card of it with its whole history.

const card = z.object({
  candidacy: id,
  person: personShape.extend({ title: z.string().nullable(), organization: z.string().nullable() }),
  stage,
  reason: z.string().nullable(),
  since: z.string(),
  moves: z.number().int(),
  source: z.string(),
  told: z.boolean().describe('the candidate knows of this mandate'),
  shared: z.boolean().describe('the client is shown something of it'),
  client: z.enum(['comment', 'yes', 'no', 'more']).nullable().describe("the client's last word"),
})

type Row = {
  candidacy: CandidacyId
  person_id: string
  name: string
  headline: string | null
  title: string | null
  organization: string | null
  stage: Stage
  reason: string | null
  since: Date
  moves: number
  source: string
  told: boolean
  shared: boolean
  client: 'comment' | 'yes' | 'no' | 'more' | null
}

export const candidacyList = action({
  name: 'candidacy.list',
  says: 'Who is considered for a mandate, and where each stands: the cards of its board.',
  kind: 'read',
  may: STAFF,
  input: z.object({ mandate: reference('mandate') }),
  output: z.object({ mandate: id, candidacies: z.array(card) }),
  async run(context, { mandate }) {
    const found = await findMandate(context, mandate)
    return { mandate: found, candidacies: await cards(context, sql`c.mandate_id = ${found}`) }
  },
})

async function cards({ tx }: Context, where: ReturnType<typeof sql>): Promise<z.output<typeof card>[]> {
  const { rows } = await sql<Row>`
    select c.id as candidacy, c.person_id, p.name, p.headline, job.title, job.organization, s.stage, s.reason,
      s.at as since, c.moves, c.source, c.told_at is not null as told,
      coalesce((select fields <> '{}' from candidacy_share where candidacy_id = c.id
                order by at desc, id desc limit 1), false) as shared,
      (select kind from client_word where candidacy_id = c.id and side = 'client'
       order by at desc, id desc limit 1) as client
    from candidacy c join person p on p.id = c.person_id
    join lateral (select stage, reason, at from candidacy_state where candidacy_id = c.id
                  order by at desc, id desc limit 1) s on true
    left join lateral (
      select organization.name as organization, title from position
      join organization on organization.id = position.organization_id
      where person_id = c.person_id order by ended, coalesce(to_date, seen_on) desc, position.id limit 1) job on true
    where ${where} order by s.at, c.id`.execute(tx)
  return rows.map(({ person_id, name, headline, title, organization, since, ...row }) => ({
    ...row,
    person: { id: person_id, name, headline, title, organization },
    since: since.toISOString(),
  }))
}

export const candidacyShow = action({
  name: 'candidacy.show',
  says: 'One candidacy: where it stands, every move with its day, reason and who made it, and what is off limits.',
  kind: 'read',
  file: true,
  may: STAFF,
  input: z.object({ candidacy: id }),
  output: card.extend({
    mandate: z.object({ id, title: z.string() }),
    override: z.string().nullable(),
    offLimits: z.array(z.string()),
    share: shareShape.nullable().describe('what the client is shown, since when and by whom'),
    words: z.array(wordShape).describe('between the client and the firm'),
    history: z.array(
      z.object({
        ...{ stage, reason: z.string().nullable(), note: z.string().nullable() },
        ...{ at: z.string(), by: z.string().nullable() },
      }),
    ),
  }),
  async run(context, { candidacy }) {
    const { tx, lookedUp } = context
    const { id: found, person_id } = await findCandidacy(context, candidacy)
    lookedUp.add(person_id)
    const [one] = await cards(context, sql`c.id = ${found}`)
    const mandate = await tx
      .selectFrom('candidacy')
      .innerJoin('mandate', 'mandate.id', 'mandate_id')
      .select(['mandate.id', 'mandate.title', 'override'])
      .where('candidacy.id', '=', found)
      .executeTakeFirstOrThrow()
    const { override, ...about } = mandate
    const offLimits = (await policiesOn(context, person_id)).map(({ because }) => because)
    return {
      ...{ ...one!, mandate: about, override, offLimits, history: await historyOf(context, found) },
      ...{ share: await shareOf(context, found), words: await wordsOn(context, found) },
    }
  },
})

async function historyOf({ tx }: Context, candidacy: CandidacyId) {
  const rows = await tx
    .selectFrom('candidacy_state')
    .leftJoin('member', 'member.id', 'by_member')
    .select(['stage', 'reason', 'note', 'at', 'member.name as by'])
    .where('candidacy_id', '=', candidacy)
    .orderBy('at')
    .orderBy('candidacy_state.id')
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
