import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../action.ts'
import { said } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { newId } from '../store/ids.ts'
import { answerLookAlike, pair } from './look-alike-word.ts'
import { journalled, type Merge } from './merge-journal.ts'
import { type PersonId, UNNAMED } from './person.ts'
import { mergePositions } from './position.ts'

// Two records that are one person: what was said of the one is from now on said of the other.

/** Moves every fact of one record to the other. The record stays, pointing to where its facts went; it can come back. */
export async function mergePerson(context: Context, from: PersonId, into: PersonId): Promise<void> {
  const { tx, workspace, now } = context
  await refuseMember(context, from)
  const merge: Merge = { id: newId<'person-merge'>(now.getTime()), gone: from, stays: into }
  await tx
    .insertInto('person_merge')
    .values({ ...merge, workspace_id: workspace, people: [], at: now, undone_at: null })
    .execute()
  await journalled(context, merge, () => moveAll(context, from, into))
}

/**
 * A member's own record stays: what they will not work for hangs on it, and nobody else can see that, nor move it.
 * @throws Refusal when the record that would go is a member's
 */
async function refuseMember({ tx }: Context, from: PersonId): Promise<void> {
  const member = await tx
    .selectFrom('member')
    .select('name')
    .where('person_id', '=', from)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (member === undefined) return
  const sentence = {
    en: `This record is ${member.name}'s own, who is a member here: merge the other one into it.`,
    de: `Dieser Eintrag gehört ${member.name}, Mitglied in diesem Arbeitsbereich: Führen Sie den anderen in ihn über.`,
  }
  throw new Refusal('conflict', said(sentence), 'person')
}

/** Does a merge once more that was put back: for one that came before it. */
export async function mergeAgain(context: Context, merge: Merge): Promise<void> {
  const { me } = await context.tx.selectFrom('workspace').select('me').executeTakeFirstOrThrow()
  await journalled(context, merge, () => moveAll({ ...context, me }, merge.gone, merge.stays))
}

async function moveAll(context: Context, from: PersonId, into: PersonId): Promise<void> {
  const { tx } = context
  await fillFrom(context, from, into)
  for (const holder of HOLDERS) await moveRows(context, holder, from, into)
  await mergePositions(context, from, into)
  await moveConnections(context, from, into)
  await moveWords(context, from, into)
  await moveLookAlikes(context, from, into)
  await tx
    .updateTable('introduction')
    .set({ path: sql`array_replace(path, ${from}::uuid, ${into}::uuid)` })
    .where(sql<boolean>`${from}::uuid = any(path)`)
    .execute()
  await tx.updateTable('source_record').set({ subject: into }).where('subject', '=', from).execute()
  await tx.updateTable('person').set({ merged_into: into }).where('merged_into', '=', from).execute()
  await tx.updateTable('person').set({ merged_into: into }).where('id', '=', from).execute()
  await moveMe(context, from, into)
  await answerLookAlike(context, from, into, 'same')
}

/** Whoever is "me" from now on, and does not sit in the rooms of their own invitations. */
async function moveMe(context: Context, from: PersonId, into: PersonId): Promise<void> {
  if (context.me === from) await context.tx.updateTable('workspace').set({ me: into }).execute()
  if (context.me === from || context.me === into) await leaveOwnRooms(context, into)
}

const WHICH_IS_YOU = 'which one is you?'

/** Takes "me" out of the rooms of their own invitations; who else sits there is then not "me". */
export async function leaveOwnRooms({ tx }: Context, me: PersonId): Promise<void> {
  const left = await tx
    .deleteFrom('room')
    .where('person_id', '=', me)
    .where('invitation_id', 'in', (eb) => eb.selectFrom('invitation').select('id').where('seeker', '=', me))
    .returning('invitation_id')
    .execute()
  if (left.length === 0) return
  const invitations = left.map(({ invitation_id }) => invitation_id)
  await sql`
    update look_alike set state = 'different' from room
    where because = ${WHICH_IS_YOU} and state = 'open' and invitation_id = any(${invitations}::uuid[])
      and (a, b) = (least(person_id, ${me}::uuid), greatest(person_id, ${me}::uuid))`.execute(tx)
}

/** What the record that stays does not say of itself; notes of both are kept. */
async function fillFrom({ tx }: Context, from: PersonId, into: PersonId): Promise<void> {
  await sql`
    update person set
      name = case when person.name = ${UNNAMED} or person.name like '%@%' then gone.name else person.name end,
      given_name = coalesce(person.given_name, gone.given_name),
      family_name = coalesce(person.family_name, gone.family_name),
      headline = coalesce(person.headline, gone.headline),
      summary = coalesce(person.summary, gone.summary),
      location = coalesce(person.location, gone.location),
      notes = nullif(concat_ws(E'\n', person.notes, gone.notes), ''),
      skills = person.skills || array(select unnest(gone.skills) except select unnest(person.skills)),
      tags = person.tags || array(select unnest(gone.tags) except select unnest(person.tags)),
      extra = gone.extra || person.extra
    from person as gone where gone.id = ${from} and person.id = ${into}`.execute(tx)
}

/** `same`: what makes two rows of the two people one; the row of the record that stays wins, filled from the other. */
type Holder = { table: string; column: string; same?: readonly string[]; fill?: readonly string[] }

/** Where facts hang on a person and are handed on row by row. Pairs of people are moved as pairs: see below. */
export const HOLDERS: readonly Holder[] = [
  { table: 'person_key', column: 'person_id', same: ['kind', 'value'] },
  { table: 'room', column: 'person_id', same: ['invitation_id'] },
  { table: 'round_guest', column: 'person_id', same: ['meeting_id'] },
  {
    ...{ table: 'debrief_person', column: 'person_id', same: ['debrief_id'] },
    fill: ['chemistry', 'would_take_call'],
  },
  { table: 'follow_up', column: 'person_id' },
  { table: 'note', column: 'person_id' },
  { table: 'rhythm', column: 'person_id' },
  { table: 'mention', column: 'person_id' },
  { table: 'introduction', column: 'seeker' },
  { table: 'introduction', column: 'target' },
  { table: 'invitation', column: 'seeker' },
  { table: 'value_stance', column: 'person_id' },
  { table: 'hard_limit', column: 'person_id' },
  { table: 'organization_word', column: 'person_id' },
  { table: 'document', column: 'person_id' },
  { table: 'contact', column: 'from_person' },
  { table: 'contact', column: 'to_person' },
  { table: 'recommendation', column: 'from_person' },
  { table: 'recommendation', column: 'to_person' },
  { table: 'member', column: 'person_id' },
  { table: 'client_contact', column: 'person_id', same: ['mandate_id'] },
  { table: 'candidacy', column: 'person_id' },
  { table: 'candidacy', column: 'source_person' },
  { table: 'off_limits', column: 'person_id' },
  { table: 'hirer_word', column: 'person_id' },
  { table: 'objection', column: 'person_id' },
  { table: 'erasure_wish', column: 'person_id' },
  { table: 'person_basis', column: 'person_id' },
  { table: 'person_informed', column: 'person_id' },
  { table: 'retention_step', column: 'person_id' },
  { table: 'not_to_present', column: 'person_id', same: ['organization_id'] },
]

const BETWEEN_TWO = ['contact', 'recommendation']

async function moveRows(
  { tx }: Context,
  { table, column, same = [], fill = [] }: Holder,
  from: PersonId,
  into: PersonId,
): Promise<void> {
  const [name, person] = [sql.table(table), sql.ref(column)]
  if (BETWEEN_TWO.includes(table)) {
    // What went from the one to the other went from somebody to themselves.
    await sql`delete from ${name} where from_person in (${from}, ${into}) and to_person in (${from}, ${into})`.execute(
      tx,
    )
  }
  if (same.length > 0) {
    const alike = and(same.map((field) => sql`${sql.ref(`gone.${field}`)} = ${sql.ref(`${table}.${field}`)}`))
    const both = sql`gone.${person} = ${from} and ${sql.ref(`${table}.${column}`)} = ${into} and ${alike}`
    if (fill.length > 0) {
      const set = sql.join(fill.map((field) => sql`${sql.ref(field)} = ${filled(table, field)}`))
      await sql`update ${name} set ${set} from ${name} as gone where ${both}`.execute(tx)
    }
    await sql`delete from ${name} as gone using ${name} where ${both}`.execute(tx)
  }
  await sql`update ${name} set ${person} = ${into} where ${person} = ${from}`.execute(tx)
}

const and = (parts: RawBuilder<unknown>[]) => sql.join(parts, sql` and `)
const filled = (table: string, field: string) =>
  sql`coalesce(${sql.ref(`${table}.${field}`)}, ${sql.ref(`gone.${field}`)})`

async function moveConnections({ tx, workspace }: Context, from: PersonId, into: PersonId): Promise<void> {
  const rows = await tx
    .deleteFrom('connection')
    .where((eb) => eb.or([eb('a', '=', from), eb('b', '=', from)]))
    .returningAll()
    .execute()
  const moved = rows
    .map((row) => ({ ...row, other: row.a === from ? row.b : row.a }))
    .filter(({ other }) => other !== into)
    .map(({ other, since, origin_id }) => ({
      workspace_id: workspace,
      ...pair(other, into),
      since,
      origin_id,
    }))
  if (moved.length === 0) return
  await tx
    .insertInto('connection')
    .values(moved)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Words are appended, never changed: those that count are said again, in their order, of the record that stays. */
async function moveWords({ tx, workspace }: Context, from: PersonId, into: PersonId): Promise<void> {
  const rows = await tx
    .selectFrom('tie_word_held')
    .selectAll()
    .where((eb) => eb.or([eb('a', '=', from), eb('b', '=', from)]))
    .orderBy('at')
    .orderBy('id')
    .execute()
  const said = rows
    .map((row) => ({ ...row, other: row.a === from ? row.b : row.a }))
    .filter(({ other }) => other !== into)
    .map(({ other, says, by_person, at }) => ({
      ...{ workspace_id: workspace, id: newId<'tie-word'>(at.getTime()), ...pair(other, into) },
      ...{ says, by_person: by_person === from ? into : by_person, at },
    }))
  if (said.length > 0) await tx.insertInto('tie_word').values(said).execute()
}

/** Questions about the record that goes are questions about the one that stays. */
async function moveLookAlikes({ tx, workspace }: Context, from: PersonId, into: PersonId): Promise<void> {
  const rows = await tx
    .deleteFrom('look_alike')
    .where((eb) => eb.or([eb('a', '=', from), eb('b', '=', from)]))
    .where((eb) => eb.not(eb.and([eb('a', '=', pair(from, into).a), eb('b', '=', pair(from, into).b)])))
    .returningAll()
    .execute()
  const moved = rows.map(({ a, b, because, state, at }) => {
    const other = a === from ? b : a
    return { workspace_id: workspace, ...pair(other, into), because, state, at }
  })
  if (moved.length === 0) return
  await tx
    .insertInto('look_alike')
    .values(moved)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
