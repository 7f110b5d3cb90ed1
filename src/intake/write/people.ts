import { sql } from 'kysely'
import type { Context } from '../../action.ts'
import { ensureMe, UNNAMED } from '../../people/me.ts'
import { emailMatch, personMatch } from '../../people/names.ts'
import { addKeys, fillPerson, keysOf, type PersonId, queueLookAlike, sameName } from '../../people/person.ts'
import { sayPosition } from '../../people/position.ts'
import { newId } from '../../store/ids.ts'
import type { PersonFact, PositionFact } from '../records.ts'
import { addPeople, newPerson } from './add-people.ts'
import type { Outcome } from './tally.ts'
import type { FactOf, Placed, Writing } from './writing.ts'

// People of a connections file, a card, a list: in batches, because an export has tens of thousands of them.

type Known = { id: PersonId; name: string }
type Look = { one: PersonId; other: PersonId; because: string }

/** Writes people down: those already here are completed, new ones added, doubtful ones queued for a look. */
export async function writePeople(writing: Writing, batch: Placed<FactOf<'person'>>[]): Promise<void> {
  const { chronicle, counted, context } = writing
  const fresh = batch.filter(({ fact }) => !chronicle.saidTheSame(fact))
  counted.count('unchanged', batch.length - fresh.length)
  if (fresh.length === 0) return
  const byKey = await peopleByKey(context, fresh)
  const added: { fact: PersonFact; id: PersonId }[] = []
  const looks: Look[] = []
  for (const { fact } of fresh) {
    const known = await knownPerson(writing, fact, byKey)
    const id = known ?? newId<'person'>(context.now.getTime())
    if (known === null) {
      added.push({ fact, id })
      looks.push(...looksOf(fact, id, byKey))
      counted.count('created')
    } else counted.count(await complete(writing, fact, known, added))
    remember(byKey, fact, id)
    chronicle.note(fact, id)
  }
  await addPeople(writing, added)
  for (const { one, other, because } of looks) await queueLookAlike(context, one, other, because)
}

const keyName = (kind: string, value: string): string => `${kind} ${value}`

/** Everybody here who bears a profile URL or e-mail of the batch. */
async function peopleByKey({ tx }: Context, batch: Placed<PersonFact>[]): Promise<Map<string, Known[]>> {
  const keys = batch.flatMap(({ fact }) => exactKeys(fact))
  const { rows } = await sql<Known & { kind: string; value: string }>`
    select person.id, person.name, person_key.kind, person_key.value
    from person_key join person on person.id = person_key.person_id
    where merged_into is null and (person_key.kind, person_key.value) in (
      select * from unnest(${keys.map(({ kind }) => kind)}::text[], ${keys.map(({ value }) => value)}::text[]))
    order by person.id`.execute(tx)
  const found = new Map<string, Known[]>()
  for (const { kind, value, id, name } of rows) list(found, keyName(kind, value)).push({ id, name })
  return found
}

/** A telephone may be a switchboard: it identifies nobody. */
const exactKeys = (fact: PersonFact) => keysOf(fact).filter(({ kind }) => kind !== 'phone')

function list<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const known = lists.get(key)
  if (known) return known
  const made: Value[] = []
  lists.set(key, made)
  return made
}

function remember(byKey: Map<string, Known[]>, fact: PersonFact, id: PersonId): void {
  for (const { kind, value } of exactKeys(fact))
    list(byKey, keyName(kind, value)).push({ id, name: fact.name })
}

const bearersOf = (fact: PersonFact, byKey: Map<string, Known[]>) =>
  exactKeys(fact).flatMap((key) =>
    (byKey.get(keyName(key.kind, key.value)) ?? []).map((known) => ({ ...known, key })),
  )

/** The record that this source meant last time; else the owner; else who has the same address and the same name. */
async function knownPerson(
  writing: Writing,
  fact: PersonFact,
  byKey: Map<string, Known[]>,
): Promise<PersonId | null> {
  const before = writing.chronicle.subjectOf(fact.key) as PersonId | null
  if (before !== null) return before
  if (fact.me || (await isOwn(writing, fact)))
    return ensureMe(writing.context, newPerson(fact), writing.origin)
  if (fact.extra?.sharedUrl) return null
  return bearersOf(fact, byKey).find(({ name }) => sameName(name, fact.name))?.id ?? null
}

/** Who shares an address with somebody of another name, or a profile within one file, waits for a look. */
function looksOf(fact: PersonFact, id: PersonId, byKey: Map<string, Known[]>): Look[] {
  const [other] = bearersOf(fact, byKey)
  if (other === undefined) return []
  const what = other.key.kind === 'email' ? 'e-mail address' : 'profile URL'
  const differ = sameName(other.name, fact.name) ? 'but other employers or dates' : 'but the names differ'
  return [{ one: id, other: other.id, because: `the same ${what}, ${differ}` }]
}

/** A resume in a personal workspace is the owner's when the name or an address is theirs, or they have no name yet. */
async function isOwn({ context, me, chronicle }: Writing, fact: PersonFact): Promise<boolean> {
  if (chronicle.source !== 'json-resume') return false
  const own = await context.tx
    .selectFrom('person')
    .select('name')
    .where('id', '=', me)
    .executeTakeFirstOrThrow()
  if (own.name === UNNAMED || personMatch(own.name) === personMatch(fact.name)) return true
  const keys = await context.tx
    .selectFrom('person_key')
    .select('value')
    .where('person_id', '=', me)
    .where('kind', '=', 'email')
    .execute()
  const emails = new Set((fact.emails ?? []).map(emailMatch))
  return keys.some(({ value }) => emails.has(value))
}

/** Says of somebody already here what a source says of them. */
async function complete(
  writing: Writing,
  fact: PersonFact,
  id: PersonId,
  added: { fact: PersonFact; id: PersonId }[],
): Promise<Outcome> {
  // Twice in one batch: the first is not written yet.
  if (added.some((one) => one.id === id)) return 'unchanged'
  const { context, origin, me } = writing
  await fillPerson(context, id, newPerson(fact))
  await addKeys(context, id, fact, origin)
  await endReplaced(writing, fact, id)
  for (const position of fact.positions ?? []) await sayPosition(context, id, position, origin)
  if (fact.connected && id !== me) await connect(writing, id, fact.connected.on ?? null)
  return 'updated'
}

/** Where the source named an employer last time and names another now, the old position ended: kept, not overwritten. */
async function endReplaced({ context, chronicle }: Writing, fact: PersonFact, id: PersonId): Promise<void> {
  if (chronicle.source !== 'linkedin-connections' || chronicle.subjectOf(fact.key) === null) return
  const { tx } = context
  const rows = await tx
    .selectFrom('position')
    .innerJoin('origin', 'origin.id', 'position.origin_id')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .select(['position.id', 'position.title', 'organization.name'])
    .where('person_id', '=', id)
    .where('ended', '=', false)
    .where('origin.kind', '=', 'file')
    .execute()
  const still = (row: { name: string; title: string | null }) =>
    (fact.positions ?? []).some((said) => isSame(row, said))
  const over = rows.filter((row) => !still(row)).map((row) => row.id)
  if (over.length > 0) await tx.updateTable('position').set({ ended: true }).where('id', 'in', over).execute()
}

const isSame = (row: { name: string; title: string | null }, said: PositionFact): boolean =>
  row.name === said.organization.name && (row.title ?? undefined) === said.title

async function connect(
  { context, origin, me }: Writing,
  person: PersonId,
  since: string | null,
): Promise<void> {
  const [a, b] = me < person ? [me, person] : [person, me]
  await context.tx
    .insertInto('connection')
    .values({ workspace_id: context.workspace, a, b, since, origin_id: origin })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'a', 'b']).doUpdateSet({ since }))
    .execute()
}
