import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '../../action.ts'
import { findPerson } from '../find.ts'
import { id, reference, words } from '../shapes.ts'
import { calledOf, erase, recordsOf, refuseUnlessErasable } from './erase.ts'
import { planOf, planShape, wordsToReplace } from './plan.ts'

const also = z
  .array(words(100))
  .max(20)
  .default([])
  .describe('single words that mean this person, too, wherever they stand: a nickname, a first name')

export const personErasurePlan = action({
  name: 'person.erasure-plan',
  says: 'What erasing a person would take away, what stays without a name, and where others mention them. Nothing is changed.',
  kind: 'read',
  file: true,
  may: ['owner'],
  input: z.object({ person: reference('person'), also }),
  output: planShape.extend({ person: id, name: z.string() }),
  async run(context, input) {
    const person = await findPerson(context, input.person)
    const people = await recordsOf(context, person)
    await refuseUnlessErasable(context, people)
    const { name } = await context.tx
      .selectFrom('person')
      .select('name')
      .where('id', '=', person)
      .executeTakeFirstOrThrow()
    return { person, name, ...(await planOf(context, people, input.also)) }
  },
})

export const personErase = action({
  name: 'person.erase',
  says: 'Erase a person for good: every record, note, file and mention. It cannot be undone; see person.erasure-plan first.',
  kind: 'write',
  may: ['owner'],
  input: z.object({
    person: reference('person'),
    also,
    because: z.enum(['asked', 'no-basis', 'retention', 'other']).default('asked'),
  }),
  output: z.object({
    person: id,
    erasure: id,
    gone: z.number().int().describe('rows that are no more'),
    kept: z.number().int().describe('rows that stay without a name'),
    replaced: z.number().int().describe('rows of others in which a mark stands now'),
  }),
  async run(context, input) {
    const person = await findPerson(context, input.person)
    const people = await recordsOf(context, person)
    await refuseUnlessErasable(context, people)
    const called = await calledOf(context, people)
    const alone = await wordsToReplace(context, called, people, input.also)
    const { goes, stays, mentions } = await planOf(context, people, input.also)
    const counts = { gone: sum(goes), kept: sum(stays), replaced: sum(mentions) }
    const { because } = input
    const erasure = await erase(context, { people, called, words: alone, because, counts })
    context.later(erasurePurge, {})
    return { person, erasure, ...counts }
  },
})

const sum = (kinds: readonly { rows: number }[]) => kinds.reduce((total, { rows }) => total + rows, 0)

export const erasurePurge = action({
  name: 'erasure.purge',
  says: 'Make what was erased leave the disk, too: dead rows, statistics and the log of writes. It runs by itself behind each erasure.',
  kind: 'write',
  may: ['owner'],
  transaction: 'each',
  input: z.object({}),
  output: z.object({ purged: z.number().int().describe('erasures whose bytes are gone now') }),
  async run(context) {
    const before = context.now
    const due = await context.each(async ({ tx }) => {
      const rows = await tx.selectFrom('erasure').select('id').where('purged_at', 'is', null).execute()
      return rows.map(({ id }) => id)
    })
    if (due.length === 0) return { purged: 0 }
    await context.purge()
    await context.each(({ tx }) =>
      tx.updateTable('erasure').set({ purged_at: before }).where('id', 'in', due).execute(),
    )
    return { purged: due.length }
  },
})

export const erasureList = action({
  name: 'erasure.list',
  says: 'Erasures: when, why, how much went, and whether the bytes are gone from the disk. Never who.',
  kind: 'read',
  may: ['owner'],
  input: z.object({}),
  output: z.object({
    total: z.number().int(),
    keys: z.number().int().describe('keyed hashes by which erased people are known again'),
    erasures: z.array(
      z.object({
        ...{
          id,
          at: z.string(),
          because: z.string(),
          gone: z.number(),
          kept: z.number(),
          replaced: z.number(),
        },
        purgedAt: z.string().nullable(),
      }),
    ),
  }),
  async run({ tx }) {
    const rows = await tx.selectFrom('erasure').selectAll().orderBy('id', 'desc').execute()
    const { rows: keys } = await sql<{ keys: number }>`select count(*)::int as keys from erased_key`.execute(
      tx,
    )
    return {
      total: rows.length,
      keys: keys[0]!.keys,
      erasures: rows.slice(0, 200).map(({ at, purged_at, ...row }) => ({
        ...{ id: row.id, because: row.because, gone: row.gone, kept: row.kept, replaced: row.replaced },
        ...{ at: at.toISOString(), purgedAt: purged_at?.toISOString() ?? null },
      })),
    }
  },
})
