import { sql } from 'kysely'
import type { Context } from '../../action.ts'
import { emailMatch, personMatch } from '../../people/names.ts'
import {
  addKeys,
  fillPerson,
  isOnes,
  type Key,
  keysOf,
  type PersonId,
  queueLookAlike,
  sameName,
  UNNAMED,
} from '../../people/person.ts'
import { sayPosition } from '../../people/position.ts'
import { isId, newId } from '../../store/ids.ts'
import type { PersonFact, PositionFact } from '../records.ts'
import { addPeople, newPerson } from './add-people.ts'
import { inTurns } from './line.ts'
import { giveName } from './owner.ts'
import type { Outcome } from './tally.ts'
import type { Bearer, FactOf, Placed, Writing } from './writing.ts'

// People of a connections file, a card, a list: in batches, because an export has tens of thousands of them.

type Look = { one: PersonId; other: PersonId; because: string }

/**
 * Writes people down: those already here are completed, new ones added, doubtful ones queued for a look. New ones go
 * down in the line, while the next are made ready.
 */
export async function writePeople(writing: Writing, batch: Placed<FactOf<'person'>>[]): Promise<void> {
  const { chronicle, counted, context, line } = writing
  const fresh = batch.filter(({ fact }) => !chronicle.saidTheSame(fact))
  counted.count('unchanged', batch.length - fresh.length)
  if (fresh.length === 0) return
  const added: { fact: PersonFact; id: PersonId }[] = []
  const looks: Look[] = []
  for await (const { fact } of inTurns(fresh)) {
    const known = await knownPerson(writing, fact)
    const id = known ?? newId<'person'>(context.now.getTime())
    if (known === null) {
      added.push({ fact, id })
      looks.push(...looksOf(fact, id, writing.bearers))
      counted.count('created')
    } else counted.count(await complete(writing, fact, known, added))
    remember(writing.bearers, fact, id)
    chronicle.note(fact, id)
  }
  if (added.length > 0) void addPeople(writing, added)
  void line.add(async () => {
    for (const { one, other, because } of looks) await queueLookAlike(context, one, other, because)
  })
}

const keyName = (kind: string, value: string): string => `${kind} ${value}`

/** Looks up everybody here who bears a profile URL or e-mail of the batch, or whom one of our own cards names. */
export async function lookUpBearers(writing: Writing, batch: Placed<PersonFact>[]): Promise<void> {
  const { context, bearers } = writing
  if (writing.chronicle.source === 'vcard') await lookUpOwnCards(writing, batch)
  const keys = batch.flatMap(({ fact }) => exactKeys(fact))
  if (keys.length === 0) return
  const of = (kind: Key['kind']) => keys.filter((key) => key.kind === kind).map(({ value }) => value)
  // A list of values for each kind: what the index of the table is made for.
  const found = await sql<Key & { person_id: PersonId }>`
    select kind, value, person_id from person_key where kind = 'profile-url' and value = any(${of('profile-url')}::text[])
    union all
    select kind, value, person_id from person_key where kind = 'email' and value = any(${of('email')}::text[])
    order by person_id`.execute(context.tx)
  const people = await peopleHere(context, [...new Set(found.rows.map(({ person_id }) => person_id))])
  for (const { kind, value, person_id } of found.rows) {
    const person = people.get(person_id)
    if (person) bear(bearers, { kind, value }, person)
  }
}

const OWN_CARD = 'own-card'

/** A card that we wrote is called by its record's id, which nobody else makes: it is the record, or what that became. */
async function lookUpOwnCards({ context, bearers }: Writing, batch: Placed<PersonFact>[]): Promise<void> {
  const ids = batch.map(({ fact }) => fact.key.toLowerCase()).filter(isId)
  if (ids.length === 0) return
  const { rows } = await sql<Bearer & { card: string }>`
    select person.id as card, stays.id, stays.name from person
    join person as stays on stays.id = coalesce(person.merged_into, person.id)
    where person.id = any(${ids}::uuid[])`.execute(context.tx)
  for (const { card, ...person } of rows) bearers.set(keyName(OWN_CARD, card), [person])
}

/**
 * Those of these people who were not merged into others. Not joined with their keys: in a table that
 * grows as it is asked, the planner believes in one row, and compares each key with each person.
 */
async function peopleHere({ tx }: Context, ids: PersonId[]): Promise<Map<PersonId, Bearer>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Bearer>`
    select id, name from person where id = any(${ids}::uuid[]) and merged_into is null`.execute(tx)
  return new Map(rows.map((person) => [person.id, person]))
}

function bear(bearers: Map<string, Bearer[]>, { kind, value }: Key, bearer: Bearer): void {
  const name = keyName(kind, value)
  const known = bearers.get(name) ?? []
  if (known.some(({ id }) => id === bearer.id)) return
  bearers.set(name, [...known, bearer])
}

const keysKnown = new WeakMap<PersonFact, Key[]>()

/** A telephone may be a switchboard: it identifies nobody. Worked out once a fact, for all who ask. */
function exactKeys(fact: PersonFact): Key[] {
  const keys = keysKnown.get(fact) ?? keysOf(fact).filter(({ kind }) => kind !== 'phone')
  keysKnown.set(fact, keys)
  return keys
}

function remember(bearers: Map<string, Bearer[]>, fact: PersonFact, id: PersonId): void {
  for (const key of exactKeys(fact)) bear(bearers, key, { id, name: fact.name })
}

const bearersOf = (fact: PersonFact, bearers: Map<string, Bearer[]>) =>
  exactKeys(fact).flatMap((key) =>
    (bearers.get(keyName(key.kind, key.value)) ?? []).map((known) => ({ ...known, key })),
  )

/** The record that this source meant last time, or that our own card names; else the owner; else who has the same address and the same name. */
async function knownPerson(writing: Writing, fact: PersonFact): Promise<PersonId | null> {
  const before = writing.chronicle.subjectOf(fact.key) as PersonId | null
  if (before !== null) return before
  const [own] = writing.bearers.get(keyName(OWN_CARD, fact.key.toLowerCase())) ?? []
  if (own) return own.id
  if (fact.me || (await isOwn(writing, fact))) return named(writing, fact)
  if (fact.extra?.sharedUrl) return null
  return bearersOf(fact, writing.bearers).find(({ name }) => sameName(name, fact.name))?.id ?? null
}

/** The owner, who goes by the name of the fact where none is known yet. */
async function named({ context, me, line }: Writing, { name }: PersonFact): Promise<PersonId> {
  await line.settled()
  await giveName(context, me, name)
  return me
}

/** Who shares an address with somebody of another name, or a profile within one file, waits for a look. */
function looksOf(fact: PersonFact, id: PersonId, bearers: Map<string, Bearer[]>): Look[] {
  const other = bearersOf(fact, bearers).find(({ key }) => isOnes(key))
  if (other === undefined) return []
  const what = other.key.kind === 'email' ? 'e-mail address' : 'profile URL'
  const differ = sameName(other.name, fact.name) ? 'but other employers or dates' : 'but the names differ'
  return [{ one: id, other: other.id, because: `the same ${what}, ${differ}` }]
}

/** Files that state whose resume they are, field by field. */
const RESUMES: ReadonlySet<string> = new Set(['json-resume', 'europass-xml'])

/** A resume in a personal workspace is the owner's when the name or an address is theirs, or they have no name yet. */
async function isOwn({ context, me, chronicle, line }: Writing, fact: PersonFact): Promise<boolean> {
  if (!RESUMES.has(chronicle.source)) return false
  await line.settled()
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
  const { context, origin, me, line } = writing
  await line.settled()
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
