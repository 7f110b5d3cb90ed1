import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { Refusal } from '../refusal.ts'
import { newId } from '../store/ids.ts'
import { findPerson } from './find.ts'
import type { PersonId } from './person.ts'
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
  async run({ tx }) {
    const rows = await tx
      .selectFrom('look_alike')
      .innerJoin('person as one', 'one.id', 'look_alike.a')
      .innerJoin('person as other', 'other.id', 'look_alike.b')
      .select([
        'a',
        'b',
        'because',
        'one.name as aName',
        'one.headline as aHeadline',
        'other.name as bName',
        'other.headline as bHeadline',
      ])
      .where('state', '=', 'open')
      .orderBy('look_alike.at')
      .orderBy('a')
      .orderBy('b')
      .execute()
    return {
      pairs: rows.map((row) => ({
        person: { id: row.a, name: row.aName, headline: row.aHeadline },
        other: { id: row.b, name: row.bName, headline: row.bHeadline },
        because: row.because,
      })),
    }
  },
})

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
    if (from === into) throw new Refusal('invalid-input', 'These are one record already.', 'other')
    const [a, b] = from < into ? [from, into] : [into, from]
    await context.tx
      .updateTable('look_alike')
      .set({ state: input.same ? 'same' : 'different' })
      .where('a', '=', a)
      .where('b', '=', b)
      .execute()
    if (input.same) await movePerson(context, from, into)
    return { person: input.same ? into : from, same: input.same }
  },
})

/** Where facts hang on a person, and what makes two rows of them one. */
const HOLDERS = [
  { table: 'person_key', column: 'person_id', same: ['kind', 'value'] },
  { table: 'room', column: 'person_id', same: ['invitation_id'] },
  { table: 'debrief_person', column: 'person_id', same: ['debrief_id'] },
  { table: 'position', column: 'person_id', same: [] },
  { table: 'contact', column: 'from_person', same: [] },
  { table: 'contact', column: 'to_person', same: [] },
  { table: 'recommendation', column: 'from_person', same: [] },
  { table: 'recommendation', column: 'to_person', same: [] },
  { table: 'follow_up', column: 'person_id', same: [] },
  { table: 'mention', column: 'person_id', same: [] },
  { table: 'introduction', column: 'seeker', same: [] },
  { table: 'introduction', column: 'target', same: [] },
  { table: 'invitation', column: 'seeker', same: [] },
] as const

/** Moves every fact of one record to the other. The record stays, pointing to where its facts went. */
async function movePerson(context: Context, from: PersonId, into: PersonId): Promise<void> {
  const { tx } = context
  for (const { table, column, same } of HOLDERS) await moveRows(context, table, column, same, from, into)
  await moveConnections(context, from, into)
  await moveWords(context, from, into)
  await tx
    .updateTable('introduction')
    .set({ path: sql`array_replace(path, ${from}::uuid, ${into}::uuid)` })
    .execute()
  await tx.updateTable('source_record').set({ subject: into }).where('subject', '=', from).execute()
  await tx.updateTable('workspace').set({ me: into }).where('me', '=', from).execute()
  await tx.updateTable('person').set({ merged_into: into }).where('id', '=', from).execute()
}

async function moveRows(
  { tx }: Context,
  table: string,
  column: string,
  same: readonly string[],
  from: PersonId,
  into: PersonId,
): Promise<void> {
  const [name, person] = [sql.table(table), sql.ref(column)]
  if (same.length > 0) {
    const alike = sql.join(
      same.map((field) => sql`there.${sql.ref(field)} = ${name}.${sql.ref(field)}`),
      sql` and `,
    )
    await sql`delete from ${name} where ${person} = ${from}
      and exists (select from ${name} as there where there.${person} = ${into} and ${alike})`.execute(tx)
  }
  await sql`update ${name} set ${person} = ${into} where ${person} = ${from}`.execute(tx)
}

async function moveConnections({ tx, workspace }: Context, from: PersonId, into: PersonId): Promise<void> {
  const rows = await tx
    .deleteFrom('connection')
    .where((eb) => eb.or([eb('a', '=', from), eb('b', '=', from)]))
    .returningAll()
    .execute()
  const moved = rows
    .map((row) => ({ ...row, other: row.a === from ? row.b : row.a }))
    .filter(({ other }) => other !== into)
    .map(({ other, since, origin_id }) => {
      const [a, b] = other < into ? [other, into] : [into, other]
      return { workspace_id: workspace, a, b, since, origin_id }
    })
  if (moved.length === 0) return
  await tx
    .insertInto('connection')
    .values(moved)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Words are appended, never changed: they are said again of the record that stays. */
async function moveWords({ tx, workspace }: Context, from: PersonId, into: PersonId): Promise<void> {
  const rows = await tx
    .selectFrom('tie_word')
    .selectAll()
    .where((eb) => eb.or([eb('a', '=', from), eb('b', '=', from)]))
    .execute()
  const said = rows
    .map((row) => ({ ...row, other: row.a === from ? row.b : row.a }))
    .filter(({ other }) => other !== into)
    .map(({ other, ...row }) => {
      const [a, b] = other < into ? [other, into] : [into, other]
      return {
        workspace_id: workspace,
        id: newId<'tie-word'>(),
        a,
        b,
        says: row.says,
        by_person: row.by_person,
        at: row.at,
      }
    })
  if (said.length > 0) await tx.insertInto('tie_word').values(said).execute()
}
