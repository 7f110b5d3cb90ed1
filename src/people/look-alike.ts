import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { findPerson } from './find.ts'
import { reasonInWords } from './look-alike-reason.ts'
import { answerLookAlike, mergePerson } from './merge.ts'
import { id, personShape, reference } from './shapes.ts'

// Records that may be one person: queued with the reason, decided by a click.

export const lookAlikeList = action({
  name: 'look-alike.list',
  says: 'Records that may be one person and wait for a look, each pair with its reason.',
  kind: 'read',
  may: ['owner'],
  input: z.object({}),
  output: z.object({
    pairs: z.array(z.object({ person: personShape, other: personShape, because: z.string() })),
  }),
  async run(context) {
    const rows = await waitingPairs(context)
      .select([
        'a',
        'b',
        'because',
        'one.name as aName',
        'one.headline as aHeadline',
        'other.name as bName',
        'other.headline as bHeadline',
      ])
      .orderBy('look_alike.at')
      .orderBy('a')
      .orderBy('b')
      .execute()
    return {
      pairs: rows.map((row) => ({
        person: { id: row.a, name: row.aName, headline: row.aHeadline },
        other: { id: row.b, name: row.bName, headline: row.bHeadline },
        because: reasonInWords(row.because),
      })),
    }
  },
})

/** Pairs that wait for a look, both of them still here. */
const waitingPairs = ({ tx }: Context) =>
  tx
    .selectFrom('look_alike')
    .innerJoin('person as one', 'one.id', 'look_alike.a')
    .innerJoin('person as other', 'other.id', 'look_alike.b')
    .where('state', '=', 'open')
    .where('one.merged_into', 'is', null)
    .where('other.merged_into', 'is', null)

export async function countWaiting(context: Context): Promise<number> {
  const { count } = await waitingPairs(context)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const lookAlikeDecide = action({
  name: 'look-alike.decide',
  says: 'Say whether two records are the same person. The same: what was said of the one is from now on said of the other.',
  kind: 'write',
  may: ['owner'],
  input: z.object({
    person: reference('person').describe('the record that turns out to be the other'),
    other: reference('person').describe('the record that stays'),
    same: z.boolean(),
  }),
  output: z.object({ person: id, same: z.boolean() }),
  async run(context, input) {
    const [from, into] = [await findPerson(context, input.person), await findPerson(context, input.other)]
    if (from === into) {
      const sentence = { en: 'These are one record already.', de: 'Dies ist schon ein einziger Eintrag.' }
      throw new Refusal('invalid-input', said(sentence), 'other')
    }
    if (input.same) await mergePerson(context, from, into)
    else await answerLookAlike(context, from, into, 'different')
    return { person: input.same ? into : from, same: input.same }
  },
})
