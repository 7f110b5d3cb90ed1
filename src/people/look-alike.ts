import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { STAFF } from '../role.ts'
import { findPerson } from './find.ts'
import { reasonInWords } from './look-alike-reason.ts'
import { answerLookAlike, unanswerLookAlike } from './look-alike-word.ts'
import { mergePerson } from './merge.ts'
import { id, personShape, reference } from './shapes.ts'

// Records that may be one person: queued with the reason, decided by a click.

export const lookAlikeList = action({
  name: 'look-alike.list',
  says: 'Records that may be one person and wait for a look, each pair with its reason; or those that you said are two people.',
  kind: 'read',
  may: STAFF,
  input: z.object({
    answered: z.boolean().default(false).describe('those that you said are two people instead'),
  }),
  output: z.object({
    pairs: z.array(z.object({ person: personShape, other: personShape, because: z.string() })),
  }),
  async run(context, { answered }) {
    const rows = await pairsIn(context, answered ? 'different' : 'open')
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
const pairsIn = ({ tx }: Context, state: 'open' | 'different') =>
  tx
    .selectFrom('look_alike')
    .innerJoin('person as one', 'one.id', 'look_alike.a')
    .innerJoin('person as other', 'other.id', 'look_alike.b')
    .where('state', '=', state)
    .where('one.merged_into', 'is', null)
    .where('other.merged_into', 'is', null)

export async function countWaiting(context: Context): Promise<number> {
  const { count } = await pairsIn(context, 'open')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const lookAlikeDecide = action({
  name: 'look-alike.decide',
  says: 'Say whether two records are the same person. The same: what was said of the one is from now on said of the other.',
  kind: 'write',
  may: STAFF,
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

export const lookAlikeTakeBack = action({
  name: 'look-alike.take-back',
  says: 'Take back that two records are two people: the pair waits for a look again. That they are one is taken back by person.unmerge.',
  kind: 'write',
  may: STAFF,
  input: z.object({ person: reference('person'), other: reference('person') }),
  output: z.object({ person: id, other: id }),
  async run(context, input) {
    const person = await findPerson(context, input.person)
    const other = await findPerson(context, input.other)
    if (person === other) throw new Refusal('conflict', said(ONE_RECORD), 'other')
    if (!(await unanswerLookAlike(context, person, other)))
      throw new Refusal('conflict', said(NOTHING_SAID), 'other')
    return { person, other }
  },
})

const ONE_RECORD = {
  en: 'These are one record; person.unmerge makes them two again.',
  de: 'Dies ist ein einziger Eintrag; person.unmerge macht wieder zwei daraus.',
}
const NOTHING_SAID = {
  en: 'You have not said of these two that they are two people.',
  de: 'Sie haben von diesen beiden nicht gesagt, dass es zwei Menschen sind.',
}
