import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { NONE } from '../network/cost.ts'
import { isDormant } from '../network/strength.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { type Id, newId } from '../store/ids.ts'
import type { TieSays } from '../store/tables.ts'
import { personShapes, tieShape } from './describe.ts'
import { vetoed } from './evidence.ts'
import { findPerson, whoIsMe } from './find.ts'
import { graphOf, ownTies } from './graph.ts'
import { costOf, pairBook } from './pair-book.ts'
import type { PersonId } from './person.ts'
import { certaintyShape, id, personShape, reference, tieShape as tieSchema } from './shapes.ts'

// A tie: opened to its inputs, confirmed, corrected, vetoed. What the user says is appended and counts at once.

const pairInput = {
  person: reference('person'),
  other: reference('person').optional().describe('the other person; you, when absent'),
}

type PairInput = { person: string; other?: string | undefined }

async function pairOf(context: Context, { person, other }: PairInput): Promise<[PersonId, PersonId]> {
  const one = other === undefined ? whoIsMe(context) : await findPerson(context, other)
  const two = await findPerson(context, person)
  if (one === two) {
    const sentence = {
      en: 'A tie is between two people; this is one.',
      de: 'Eine Verbindung ist zwischen zwei Menschen; dies ist einer.',
    }
    throw new Refusal('invalid-input', said(sentence), 'person')
  }
  return [one, two]
}

export const tieShow = action({
  name: 'tie.show',
  says: 'A tie opened to its inputs: each piece of evidence, what it contributes, and how the strength comes about.',
  kind: 'read',
  may: STAFF,
  input: z.object(pairInput),
  output: z.object({
    from: personShape,
    to: personShape,
    tie: tieSchema.nullable(),
    veto: z.enum(['do-not-know', 'do-not-use']).nullable(),
    reconnect: z.boolean().describe('dormant: advice from dormant ties is as good, once renewed'),
  }),
  async run(context, input) {
    const pair = await pairOf(context, input)
    const [from, to] = pair
    const people = await personShapes(context, pair)
    const book = await pairBook(context, [pair])
    const cost = (await ownTies(context, await graphOf(context), from))(to)
    const items = book.weighed(from, to, { cost })
    return {
      from: people.get(from)!,
      to: people.get(to)!,
      tie: costOf(items) === null ? null : tieShape(items),
      veto: vetoed(book.facts(from, to)),
      reconnect: await isSilent(context, pair),
    }
  },
})

/** Silent for more than eight of their usual gaps. */
async function isSilent({ tx, now }: Context, [from, to]: [PersonId, PersonId]): Promise<boolean> {
  const { rows } = await sql<{ count: number; silence: number; gap: number | null }>`
    select count(*) as count, coalesce(extract(epoch from ${now}::timestamptz - max(at)), 0)::float8 as silence,
           percentile_cont(0.5) within group (order by gap)::float8 as gap
    from (
      select at, extract(epoch from at - lag(at) over (order by at)) as gap from contact
      where channel in ('message', 'mail')
        and least(from_person, to_person) = least(${from}::uuid, ${to}::uuid)
        and greatest(from_person, to_person) = greatest(${from}::uuid, ${to}::uuid)
    ) as spaced`.execute(tx)
  const { count, silence, gap } = rows[0]!
  return gap !== null && isDormant(count, silence, gap)
}

const saidOutput = z.object({ person: id, other: id, says: z.string() })

export const tieConfirm = action({
  name: 'tie.confirm',
  says: 'Say how well two people know each other: "know-well", or "would-take-call". Your word makes a probable tie a verified one.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    ...pairInput,
    says: z.enum(['know-well', 'would-take-call', 'would-not-take-call']).default('would-take-call'),
  }),
  output: saidOutput,
  run: async (context, input) => say(context, await pairOf(context, input), input.says),
})

export const tieVeto = action({
  name: 'tie.veto',
  says: 'Take a tie out of every path: "do-not-know" when it is none, "do-not-use" when it is nobody\'s business, "veto-withdrawn" to let it count again.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    ...pairInput,
    says: z.enum(['do-not-know', 'do-not-use', 'veto-withdrawn']).default('do-not-know'),
  }),
  output: saidOutput,
  run: async (context, input) => say(context, await pairOf(context, input), input.says),
})

export const tieUnsay = action({
  name: 'tie.unsay',
  says: 'Take your last word about a tie back: it is as it was before you said it. Both stay on record.',
  kind: 'write',
  may: STAFF,
  input: z.object(pairInput),
  output: saidOutput.describe('the word that does not count any more'),
  async run(context, input) {
    const [other, person] = await pairOf(context, input)
    const { tx, workspace, me, now } = context
    const { a, b } = inOrder(other, person)
    const last = await tx
      .selectFrom('tie_word_held')
      .select(['id', 'says', 'at'])
      .where('a', '=', a)
      .where('b', '=', b)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    if (last === undefined) throw new Refusal('conflict', said(NOTHING_SAID), 'person')
    const words = await wordsBehind(context, { ...last, a, b })
    const rows = words.map((word) => ({
      ...{ workspace_id: workspace, id: newId<'tie-word'>(now.getTime()), a: word.a, b: word.b },
      ...{ says: 'unsaid' as const, by_person: me, at: now, takes_back: word.id },
    }))
    await tx.insertInto('tie_word').values(rows).execute()
    return { person, other, says: last.says }
  },
})

type Word = { id: Id<'tie-word'>; a: PersonId; b: PersonId; says: TieSays; at: Date }

/** The word itself, and where it is a merge's repetition the words that it repeats: they would come back with an unmerge. */
async function wordsBehind(
  { tx }: Context,
  { a, b, says, at }: Word,
): Promise<Pick<Word, 'id' | 'a' | 'b'>[]> {
  const { rows } = await sql<Pick<Word, 'id' | 'a' | 'b'>>`
    with word as (
      select tie_word_held.id, a, b, coalesce(one.merged_into, a) as one, coalesce(other.merged_into, b) as other
      from tie_word_held join person as one on one.id = a join person as other on other.id = b
      where says = ${says} and at = ${at})
    select distinct on (a, b) id, a, b from word
    where least(one, other) = ${a}::uuid and greatest(one, other) = ${b}::uuid order by a, b, id desc`.execute(
    tx,
  )
  return rows
}

const NOTHING_SAID = {
  en: 'You have said nothing about this tie so far.',
  de: 'Über diese Verbindung haben Sie bisher nichts gesagt.',
}

const inOrder = (one: PersonId, other: PersonId) =>
  one < other ? { a: one, b: other } : { a: other, b: one }

async function say(context: Context, [other, person]: [PersonId, PersonId], says: TieSays) {
  const { tx, workspace, me, now } = context
  const { a, b } = inOrder(other, person)
  await tx
    .insertInto('tie_word')
    .values({ workspace_id: workspace, id: newId(now.getTime()), a, b, says, by_person: me, at: now })
    .execute()
  return { person, other, says }
}

const likelyShape = z.object({
  person: personShape,
  certainty: certaintyShape,
  strength: z.number(),
  says: z.string(),
  work: z
    .object({ title: z.string().nullable(), organization: z.string() })
    .nullable()
    .describe('where they are now, as far as known'),
})

/** Fifty people whom a minute of "would they take your call?" would tell most about: the likeliest not yet spoken of. */
export const tieLikely = action({
  name: 'tie.likely',
  says: 'The people nearest to you of whom you have not said yet whether they would take your call.',
  kind: 'read',
  may: STAFF,
  input: z.object({ top: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({ people: z.array(likelyShape) }),
  async run(context, { top }) {
    const me = whoIsMe(context)
    const graph = await graphOf(context)
    const costTo = await ownTies(context, graph, me)
    const spoken = await spokenOf(context, me)
    const near = graph.people
      .map((person) => ({ person, cost: costTo(person) ?? NONE }))
      .filter(({ person, cost }) => cost !== NONE && !spoken.has(person))
      .sort((one, other) => one.cost - other.cost || (one.person < other.person ? -1 : 1))
      .slice(0, top)
    const book = await pairBook(
      context,
      near.map(({ person }) => [me, person] as const),
    )
    const people = await personShapes(
      context,
      near.map(({ person }) => person),
    )
    const work = await workNow(
      context,
      near.map(({ person }) => person),
    )
    const rows = near.map(({ person, cost }) => {
      const { strength, certainty, evidence } = tieShape(book.weighed(me, person, { cost }))
      return {
        person: people.get(person)!,
        strength,
        certainty,
        says: evidence[0]?.says ?? '',
        work: work.get(person) ?? null,
      }
    })
    return { people: rows }
  },
})

/** Each person's present work, the newest where there are several. */
async function workNow({ tx }: Context, people: readonly PersonId[]) {
  const { rows } = await sql<{ person: PersonId; title: string | null; organization: string }>`
    select distinct on (person_id) person_id as person, title, organization.name as organization
    from position join organization on organization.id = organization_id
    where person_id = any(${people}::uuid[]) and not ended
    order by person_id, from_date desc nulls last, seen_on desc, position.id`.execute(tx)
  return new Map(rows.map(({ person, title, organization }) => [person, { title, organization }]))
}

/** Of whom something was said already: how well they are known, the call, or a veto. */
async function spokenOf({ tx }: Context, me: PersonId): Promise<Set<PersonId>> {
  const { rows } = await sql<{ person: PersonId }>`
    select case when a = ${me} then b else a end as person from tie_word_held where ${me} in (a, b)
    union
    select person_id from debrief_person
    join debrief_held as debrief on debrief.id = debrief_id join meeting on meeting.id = meeting_id
    join invitation on invitation.id = invitation_id
    where would_take_call is not null and seeker = ${me}`.execute(tx)
  return new Set(rows.map(({ person }) => person))
}
