import { sql } from 'kysely'
import type { Context } from '../../action.ts'
import { said } from '../../language.ts'
import { Refusal } from '../../refusal.ts'
import { type Id, newId } from '../../store/ids.ts'
import type { ErasureTable } from '../../store/tables.ts'
import type { PersonId } from '../person.ts'
import type { Called } from './forms.ts'
import { soughtOf } from './forms.ts'
import { dropHoldings, silence } from './holdings.ts'
import { rememberErased, toldOf } from './known-again.ts'
import { MARK, replaceMentions } from './mentions.ts'

// Forgetting a person for good, in one transaction.

/** What stands where an erased person's name was. */
export const ERASED = 'Erased person'

/** A person and the records that went into theirs. */
export async function recordsOf({ tx }: Context, person: PersonId): Promise<PersonId[]> {
  const rows = await tx.selectFrom('person').select('id').where('merged_into', '=', person).execute()
  return [person, ...rows.map(({ id }) => id)]
}

/** By what they are called, on their records and at the door. */
export async function calledOf({ tx }: Context, people: readonly PersonId[]): Promise<Called> {
  const records = await tx.selectFrom('person').selectAll().where('id', 'in', people).execute()
  const keys = await tx.selectFrom('person_key').selectAll().where('person_id', 'in', people).execute()
  const members = await tx.selectFrom('member').selectAll().where('person_id', 'in', people).execute()
  const names = records.flatMap(({ name, given_name, family_name }) => [
    name,
    ...(given_name && family_name ? [`${given_name} ${family_name}`] : []),
  ])
  const of = (kind: string) => keys.flatMap((key) => (key.kind === kind ? [key.value] : []))
  const isAddress = (name: string) => name.includes('@')
  return {
    names: [...new Set([...names, ...members.map(({ name }) => name)])].filter((name) => !isAddress(name)),
    emails: [...new Set([...of('email'), ...members.map(({ email }) => email), ...names.filter(isAddress)])],
    profileUrls: of('profile-url'),
    phones: of('phone'),
  }
}

export type Erasing = {
  people: PersonId[]
  called: Called
  /** Single words that mean this person, too. */
  words: readonly string[]
  because: ErasureTable['because']
  /** Rows as who asks may know of them: no count tells of what they may not see. */
  counts: { gone: number; kept: number; replaced: number }
}

/** Erases a person: what is about them goes, what others' history needs stays without a name. */
export async function erase(context: Context, erasing: Erasing): Promise<Id<'erasure'>> {
  const { people, called, words, because, counts } = erasing
  const { tx, workspace, now, caller } = context
  for (const one of people) await rememberErased(context, [await toldOf(context, one)])
  await asEraser(context, async () => {
    await dropHoldings(tx, people)
    await silence(tx, people)
    await forgetMembers(context, people)
    await forgetTakenBack(context, people)
    await forgetRecords(context, people)
    const sought = soughtOf(called, words)
    if (sought !== null) await replaceMentions(tx, sought)
  })
  const erasure = newId<'erasure'>(now.getTime())
  const row = { workspace_id: workspace, id: erasure, because, at: now, ...counts }
  await tx
    .insertInto('erasure')
    .values({ ...row, by_member: caller.member ?? null })
    .execute()
  return erasure
}

/** Does `work` as the one role that may change history, for the house; then the transaction is the viewer's again. */
const asEraser = (context: Context, work: () => Promise<void>): Promise<void> =>
  context.asHouse(async ({ tx }) => {
    await sql`set local role acquaint_eraser`.execute(tx)
    await work()
    await sql`set local role acquaint_app`.execute(tx)
  })

/** Who was a member did things here: they were done by somebody without a name. */
async function forgetMembers({ tx }: Context, people: readonly PersonId[]): Promise<void> {
  const members = sql`select id from member where person_id = any(${people}::uuid[])`
  await sql`update audit set actor = ${ERASED} where member_id in (${members})`.execute(tx)
  await sql`delete from request_key where sender in (${members})`.execute(tx)
  await sql`update member set name = ${ERASED}, email = ${MARK} where id in (${members})`.execute(tx)
}

/** Of what went with a debrief that was taken back: the rows that name them. */
const forgetTakenBack = ({ tx }: Context, people: readonly PersonId[]) =>
  sql`update taken_back set fell_away = (
      select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(fell_away) as one
      where not one::text ~ any(${people}::text[]))
    where fell_away::text ~ any(${people}::text[])`.execute(tx)

/** The records lead to nobody from now on. */
const forgetRecords = ({ tx, now }: Context, people: readonly PersonId[]) =>
  sql`update person set name = ${ERASED}, given_name = null, family_name = null, headline = null, summary = null,
      location = null, notes = null, skills = '{}', tags = '{}', extra = '{}', merged_into = id, erased_at = ${now}
    where id = any(${people}::uuid[])`.execute(tx)

/** @throws Refusal when the record is the jobseeker's own, or of somebody who still comes in here */
export async function refuseUnlessErasable({ tx, me }: Context, people: readonly PersonId[]): Promise<void> {
  if (me !== null && people.includes(me)) throw new Refusal('conflict', said(YOURSELF), 'person')
  const member = await tx
    .selectFrom('member')
    .select('name')
    .where('person_id', 'in', people)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (member === undefined) return
  const sentence = {
    en: `${member.name} is a member here: end the membership first.`,
    de: `${member.name} ist hier Mitglied: Beenden Sie zuerst die Mitgliedschaft.`,
  }
  throw new Refusal('conflict', said(sentence), 'person')
}

const YOURSELF = {
  en: 'This record is your own: to take yourself out, remove the workspace.',
  de: 'Dieser Eintrag ist Ihr eigener: Um sich selbst zu entfernen, löschen Sie den Arbeitsbereich.',
}
