import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { emptied } from '../people/edit.ts'
import { addOrigin } from '../people/origin.ts'
import { addKeys, type PersonId } from '../people/person.ts'
import { id, text, words } from '../people/shapes.ts'
import { isEnd, NOT_GIVEN, type Stage, stage } from '../people/stages.ts'
import { Refusal } from '../refusal.ts'
import type { Role } from '../role.ts'
import { newId } from '../store/ids.ts'
import { countMove, findCandidacy, sayStage } from './candidacies.ts'

// What is held about oneself in a firm or a programme: seen, corrected, contested, withdrawn from. Internal notes are
// the firm's own and are not here; everything that is said as a reason is.

export const OWN_FILE = ['candidate', 'member'] as const satisfies readonly Role[]

const from = z.object({ kind: z.string(), at: z.string() }).describe('how it came here, and when')

const candidacyShape = z.object({
  candidacy: id,
  mandate: z.object({ title: z.string(), client: z.string() }).nullable().describe('once you were told'),
  stage,
  since: z.string(),
  history: z.array(z.object({ stage, reason: z.string().nullable(), at: z.string() })),
})

export const portalShow = action({
  name: 'portal.show',
  says: 'Everything that is held about you here, where it came from, for what you are considered, and each reason given.',
  kind: 'read',
  file: true,
  may: OWN_FILE,
  input: z.object({}),
  output: z.object({
    person: id,
    name: z.string(),
    headline: z.string().nullable(),
    summary: z.string().nullable(),
    location: z.string().nullable(),
    skills: z.array(z.string()),
    tags: z.array(z.string()),
    from,
    keys: z.array(z.object({ kind: z.string(), value: z.string(), from })),
    positions: z.array(
      z.object({
        ...{ id, organization: z.string(), title: z.string().nullable(), from: z.string().nullable() },
        ...{ to: z.string().nullable(), ended: z.boolean(), origin: from },
      }),
    ),
    candidacies: z.array(candidacyShape),
    objections: z.array(
      z.object({ id, about: z.string(), says: z.string(), at: z.string(), answer: z.string().nullable() }),
    ),
  }),
  async run(context) {
    const person = oneself(context)
    const { originKind, originAt, ...about } = await aboutOneself(context, person)
    return {
      ...{ person, ...about, from: { kind: originKind, at: originAt.toISOString() } },
      ...{ keys: await ownKeys(context, person), positions: await ownPositions(context, person) },
      candidacies: await ownCandidacies(context, person),
      objections: await ownObjections(context, person),
    }
  },
})

export function oneself({ me, lookedUp }: Context): PersonId {
  if (me === null) throw new Refusal('not-found', said(NO_RECORD))
  lookedUp.add(me)
  return me
}

const aboutOneself = ({ tx }: Context, person: PersonId) =>
  tx
    .selectFrom('person')
    .innerJoin('origin', 'origin.id', 'person.origin_id')
    .select(['person.name', 'headline', 'summary', 'location', 'skills', 'tags'])
    .select(['origin.kind as originKind', 'origin.at as originAt'])
    .where('person.id', '=', person)
    .executeTakeFirstOrThrow()

async function ownKeys({ tx }: Context, person: PersonId) {
  const rows = await tx
    .selectFrom('person_key')
    .innerJoin('origin', 'origin.id', 'origin_id')
    .select(['person_key.kind', 'value', 'origin.kind as how', 'at'])
    .where('person_id', '=', person)
    .orderBy('person_key.kind')
    .orderBy('value')
    .execute()
  return rows.map(({ how, at, ...key }) => ({ ...key, from: { kind: how, at: at.toISOString() } }))
}

async function ownPositions({ tx }: Context, person: PersonId) {
  const rows = await tx
    .selectFrom('position')
    .innerJoin('organization', 'organization.id', 'organization_id')
    .innerJoin('origin', 'origin.id', 'position.origin_id')
    .select([
      'position.id',
      'organization.name as organization',
      'title',
      'from_date as from',
      'to_date as to',
    ])
    .select(['ended', 'origin.kind as how', 'origin.at'])
    .where('person_id', '=', person)
    .orderBy('ended')
    .orderBy(sql`coalesce(to_date, from_date, seen_on)`, 'desc')
    .orderBy('position.id')
    .execute()
  return rows.map(({ how, at, ...row }) => ({ ...row, origin: { kind: how, at: at.toISOString() } }))
}

type Move = {
  candidacy: string
  title: string | null
  client: string | null
  stage: Stage
  reason: string | null
  at: Date
}

/** The mandate's own wall decides whether they were told: without, it is not there to be joined. */
async function ownCandidacies({ tx }: Context, person: PersonId): Promise<z.output<typeof candidacyShape>[]> {
  const { rows } = await sql<Move>`
    select c.id as candidacy, m.title, app_client_of(m.id) as client, s.stage, s.reason, s.at
    from candidacy c join candidacy_state s on s.candidacy_id = c.id left join mandate m on m.id = c.mandate_id
    where c.person_id = ${person} order by c.added_at, c.id, s.at, s.id`.execute(tx)
  const all = [...new Set(rows.map(({ candidacy }) => candidacy))]
  return all.map((candidacy) => {
    const moves = rows.filter((row) => row.candidacy === candidacy)
    const [first, last] = [moves[0]!, moves.at(-1)!]
    const history = moves.map(({ stage, reason, at }) => ({ stage, reason, at: at.toISOString() }))
    const mandate = first.title === null ? null : { title: first.title, client: first.client ?? '' }
    return { candidacy, mandate, stage: last.stage, since: last.at.toISOString(), history }
  })
}

async function ownObjections({ tx }: Context, person: PersonId) {
  const rows = await tx
    .selectFrom('objection')
    .select(['id', 'about', 'says', 'at', 'answer'])
    .where('person_id', '=', person)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

export const portalCorrect = action({
  name: 'portal.correct',
  says: 'Correct what is held about you: name, headline, summary, place, skills; or add an address. An empty text removes it.',
  kind: 'write',
  may: OWN_FILE,
  input: z.object({
    name: words().optional(),
    headline: text(500).optional(),
    summary: text().optional(),
    location: text(500).optional(),
    skills: z.array(words(100)).max(200).optional().describe('all of them'),
    email: z.email().optional().describe('one more address'),
  }),
  output: z.object({ person: id }),
  async run(context, { email, name, skills, ...texts }) {
    const person = oneself(context)
    const set = {
      ...(name === undefined ? {} : { name: name.trim() }),
      ...(skills === undefined ? {} : { skills }),
      ...emptied(texts),
    }
    if (Object.keys(set).length > 0)
      await context.tx.updateTable('person').set(set).where('id', '=', person).execute()
    if (email !== undefined)
      await addKeys(
        context,
        person,
        { emails: [email] },
        await addOrigin(context, 'own-word', 'their own word'),
      )
    return { person }
  },
})

export const portalContest = action({
  name: 'portal.contest',
  says: 'Contest something that is held about you, or a reason given: the firm is told, and answers.',
  kind: 'write',
  may: OWN_FILE,
  input: z.object({ about: words().describe('what is not right'), says: words(20_000).describe('why') }),
  output: z.object({ objection: id, person: id }),
  async run(context, { about, says }) {
    const { tx, workspace, now } = context
    const person = oneself(context)
    const objection = newId<'objection'>(now.getTime())
    await tx
      .insertInto('objection')
      .values({ workspace_id: workspace, id: objection, person_id: person, about, says, at: now })
      .execute()
    return { objection, person }
  },
})

export const portalWithdraw = action({
  name: 'portal.withdraw',
  says: 'Withdraw from something you are considered for, with a reason or without one.',
  kind: 'write',
  may: OWN_FILE,
  input: z.object({ candidacy: id, reason: words().default(NOT_GIVEN) }),
  output: z.object({ candidacy: id, person: id }),
  async run(context, { candidacy, reason }) {
    const person = oneself(context)
    const found = await findCandidacy(context, candidacy)
    const own = await ownCandidacies(context, person)
    if (isEnd(own.find((one) => one.candidacy === found.id)!.stage)) {
      throw new Refusal('conflict', said(ENDED), 'candidacy')
    }
    await countMove(context, found.id, found.moves)
    await sayStage(context, found.id, { stage: 'withdrawn', reason })
    return { candidacy, person }
  },
})

const NO_RECORD = {
  en: 'There is no record of you here.',
  de: 'Hier gibt es keinen Eintrag von Ihnen.',
}
const ENDED = {
  en: 'This has ended already.',
  de: 'Das ist schon beendet.',
}
