import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../action.ts'
import type { PersonId } from '../person.ts'
import { calledOf } from './erase.ts'
import { type Called, familyNames, loneWords, soughtOf, soughtWord } from './forms.ts'
import { countHoldings, type OwnRows, ownRows } from './holdings.ts'
import { mentionsOf, textsOf } from './mentions.ts'
import { kindInWords } from './words.ts'

// What erasing a person would do, before it is done: what goes, what stays without a name, where others mention them.
// Counted with the eyes of who asks; what they may not see is erased, too.

const counted = z.array(z.object({ kind: z.string(), rows: z.number().int() }))

export const planShape = z.object({
  goes: counted.describe('about this person alone'),
  stays: counted.describe('needed by others’ history: stays, without a name'),
  mentions: z
    .array(z.object({ kind: z.string(), rows: z.number().int(), excerpts: z.array(z.string()) }))
    .describe('in what others wrote: a mark takes the place of the name'),
  words: z
    .array(z.object({ word: z.string(), rows: z.number().int(), replaced: z.boolean() }))
    .describe('single words of the name, and whether they are replaced, too'),
  unread: z
    .number()
    .int()
    .describe('resumes that nobody has confirmed: what is in them is not looked through'),
})

export async function planOf(context: Context, people: readonly PersonId[], also: readonly string[]) {
  const { tx } = context
  const called = await calledOf(context, people)
  const words = await wordsToReplace(context, called, people, also)
  const own = await ownRows(tx, people, await textsOf(tx))
  const sought = soughtOf(called, words)
  const mentions = sought === null ? [] : await mentionsOf(tx, sought, own)
  const held = await countHoldings(tx, people)
  const listed = (goes: boolean) =>
    held.flatMap((one) => (one.goes === goes ? [{ kind: kindInWords(one.table), rows: one.rows }] : []))
  return {
    ...{ goes: listed(true), stays: listed(false) },
    mentions: mentions.map(({ table, count, excerpts }) => ({
      kind: kindInWords(table),
      rows: count,
      excerpts,
    })),
    words: await loneMentions(context, called, words, own),
    unread: await unread(context),
  }
}

/** A family name that nobody and nothing else here bears means this person; and what the user says does. */
export async function wordsToReplace(
  { tx }: Context,
  called: Called,
  people: readonly PersonId[],
  also: readonly string[],
): Promise<string[]> {
  const found: string[] = [...also]
  const certain = soughtOf(called, [])?.pattern ?? '(?!)'
  for (const word of familyNames(called)) {
    const { pattern, stems } = soughtWord(word)
    const { rows } = await sql`
      select from person where id <> all(${people}::uuid[]) and erased_at is null and name ilike any(${stems}::text[]) and name ~* ${pattern}
      union all select from organization where name ~* ${pattern} and name !~* ${certain} limit 1`.execute(tx)
    if (rows.length === 0) found.push(word)
  }
  return [...new Set(found)]
}

async function loneMentions({ tx }: Context, called: Called, replaced: readonly string[], own: OwnRows) {
  const words = [...new Set([...loneWords(called), ...replaced])]
  const listed = []
  for (const word of words) {
    const mentions = await mentionsOf(tx, soughtWord(word), own)
    const rows = mentions.reduce((sum, { count }) => sum + count, 0)
    if (rows > 0) listed.push({ word, rows, replaced: replaced.includes(word) })
  }
  return listed
}

async function unread({ tx }: Context): Promise<number> {
  const { count } = await tx
    .selectFrom('document')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
