import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { wholeMonths } from '../network/clock.ts'
import { Refusal } from '../refusal.ts'
import { newId } from '../store/ids.ts'
import type { TieSays } from '../store/tables.ts'
import { personShapes, tieShape } from './describe.ts'
import { vetoed } from './evidence.ts'
import { findPerson, whoIsMe } from './find.ts'
import { graphOf } from './graph.ts'
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
  if (one === two) throw new Refusal('invalid-input', 'A tie is between two people; this is one.', 'person')
  return [one, two]
}

/** Months of silence, as eight of the usual gaps, after which a tie of at least 4 messages is dormant (Navarro 2017). */
const DORMANT_AFTER_MONTHS = 12

export const tieShow = action({
  name: 'tie.show',
  says: 'A tie opened to its inputs: each piece of evidence, what it contributes, and how the strength comes about.',
  kind: 'read',
  may: ['owner'],
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
    const cost = await engineCost(context, pair)
    const items = book.weighed(from, to, cost === null ? {} : { cost })
    const { messages } = book.facts(from, to)
    const silent = messages ? wholeMonths(messages.last, context.now) : 0
    return {
      from: people.get(from)!,
      to: people.get(to)!,
      tie: costOf(items) === null ? null : tieShape(items),
      veto: vetoed(book.facts(from, to)),
      reconnect: messages !== undefined && messages.ab + messages.ba >= 4 && silent > DORMANT_AFTER_MONTHS,
    }
  },
})

async function engineCost(context: Context, [from, to]: [PersonId, PersonId]): Promise<number | null> {
  const graph = await graphOf(context)
  const [a, b] = [graph.personAt.get(from), graph.personAt.get(to)]
  if (a === undefined || b === undefined) return null
  const [path] = await context.engine.paths(graph.key, { from: a, person: b, maxTies: 1, top: 1 })
  return path?.cost ?? null
}

const saidOutput = z.object({ person: id, other: id, says: z.string() })

export const tieConfirm = action({
  name: 'tie.confirm',
  says: 'Say how well two people know each other: "know-well", or "would-take-call". Your word makes a probable tie a verified one.',
  kind: 'write',
  may: ['owner'],
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
  may: ['owner'],
  input: z.object({
    ...pairInput,
    says: z.enum(['do-not-know', 'do-not-use', 'veto-withdrawn']).default('do-not-know'),
  }),
  output: saidOutput,
  run: async (context, input) => say(context, await pairOf(context, input), input.says),
})

async function say(context: Context, [other, person]: [PersonId, PersonId], says: TieSays) {
  const { tx, workspace, me, now } = context
  const [a, b] = other < person ? [other, person] : [person, other]
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
})

/** Fifty people whom a minute of "would they take your call?" would tell most about: the likeliest not yet spoken of. */
export const tieLikely = action({
  name: 'tie.likely',
  says: 'The people nearest to you of whom you have not said yet whether they would take your call.',
  kind: 'read',
  may: ['owner'],
  input: z.object({ top: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({ people: z.array(likelyShape) }),
  async run(context, { top }) {
    const me = whoIsMe(context)
    const graph = await graphOf(context)
    const from = graph.personAt.get(me)
    const reach =
      from === undefined ? new Uint8Array() : await context.engine.reach(graph.key, { from, maxTies: 1 })
    const near = [...reach.keys()]
      .filter((index) => reach[index]! < 255)
      .sort((a, b) => reach[a]! - reach[b]! || a - b)
    const ids = near.slice(0, top * 3).map((index) => graph.people[index]!)
    const book = await pairBook(
      context,
      ids.map((person) => [me, person] as const),
    )
    const people = await personShapes(context, ids)
    const unspoken = ids.filter(
      (person) => !book.facts(me, person).warmth && book.facts(me, person).met?.wouldTakeCall == null,
    )
    const rows = unspoken.slice(0, top).map((person) => {
      const { strength, certainty, evidence } = tieShape(book.weighed(me, person))
      return { person: people.get(person)!, strength, certainty, says: evidence[0]?.says ?? '' }
    })
    return { people: rows }
  },
})
