import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { STAFF } from '../role.ts'
import { breather } from './breath.ts'
import { findPerson } from './find.ts'
import { alikeAmong, type Pair } from './likeness.ts'
import { type Known, labelOf, likenessOf } from './likeness-of.ts'
import { listUnder } from './lists.ts'
import { groupMatch } from './organization-agree.ts'
import type { PersonId } from './person.ts'
import { reference } from './shapes.ts'

// Looks for records that may be one person; each pair waits for the user with its reason.

/** More would be no list to go through; the likeliest come first. */
const MOST = 500

export const lookAlikeFind = action({
  name: 'look-alike.find',
  says: 'Look through all people for records that may be one person. Nothing is merged: each pair waits for your word. After an import it is done by itself for who came.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    since: z.iso.datetime().optional().describe('only for those of whom something came since then'),
    person: reference('person').optional().describe('only for this one'),
  }),
  output: z.object({
    people: z.number().int().describe('for how many it was looked'),
    found: z.number().int().describe('pairs that wait now and did not before'),
  }),
  async run(context, { since, person }) {
    const only = person === undefined ? null : new Set([await findPerson(context, person)])
    const of = since === undefined ? only : await comeSince(context, since)
    if (of?.size === 0) return { people: 0, found: 0 }
    const people = await everybody(context)
    return { people: of?.size ?? people.length, found: await seekAmong(context, people, of) }
  },
})

/** Who is new since then, or of whom an address or a position is. */
async function comeSince({ tx }: Context, since: string): Promise<Set<PersonId>> {
  const { rows } = await sql<{ id: PersonId }>`
    with come as (select id from origin where at >= ${since}::timestamptz)
    select id from person where merged_into is null and (created_at >= ${since}::timestamptz
      or id in (select person_id from person_key where origin_id in (select id from come))
      or id in (select person_id from "position" where origin_id in (select id from come)))`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

async function seekAmong(
  context: Context,
  people: readonly Known<PersonId>[],
  of: ReadonlySet<PersonId> | null,
): Promise<number> {
  const asked = { ...(of ? { of } : {}), breath: breather() }
  const pairs = await alikeAmong(people.map(likenessOf), asked)
  return queueAlike(context, pairs.slice(0, MOST), organizationNames(people))
}

/** Sources that have most people once: an export, however often it comes, and each list or address book. */
const EXPORT = 'linkedin-connections'
const ONCE = [EXPORT, 'vcard', 'csv-people']

/**
 * Four questions and not one: right after an import the planner believes the tables to be empty, and would compare each
 * person with each address.
 */
async function everybody({ tx }: Context): Promise<Known<PersonId>[]> {
  const people = await sql<Pick<Known<PersonId>, 'id' | 'name' | 'location'>>`
    select id, name, location from person where merged_into is null order by id`.execute(tx)
  const work = await sql<{ person: PersonId } & Known<PersonId>['work'][number]>`
    select person_id as person, organization.name as organization, title, from_date as from, to_date as to, ended
    from "position" join organization on organization.id = organization_id
    order by ended, from_date desc nulls last, "position".id`.execute(tx)
  const keys = await sql<{ person: PersonId; kind: string; value: string }>`
    select person_id as person, kind, value from person_key order by kind, value`.execute(tx)
  const files = await sql<{ person: PersonId; file: string }>`
    select distinct subject as person, case source when ${EXPORT} then source else source || ' ' || origin_id end as file
    from source_record where subject is not null and source = any(${ONCE})`.execute(tx)
  const [worked, known, stood] = [byPerson(work.rows), byPerson(keys.rows), byPerson(files.rows)]
  return people.rows.map((person) => ({
    ...person,
    work: worked.get(person.id) ?? [],
    keys: known.get(person.id) ?? [],
    files: (stood.get(person.id) ?? []).map(({ file }) => file),
  }))
}

function byPerson<Row extends { person: PersonId }>(rows: readonly Row[]): Map<PersonId, Row[]> {
  const lists = new Map<PersonId, Row[]>()
  for (const row of rows) listUnder(lists, row.person, row)
  return lists
}

/** Companies of one group count as one employer; it is called by one of their names. */
const organizationNames = (people: readonly Known<PersonId>[]): ReadonlyMap<string, string> =>
  new Map(
    people.flatMap(({ work }) =>
      work.flatMap(({ organization }) =>
        [groupMatch(organization), labelOf(organization)].map((key) => [key, organization] as const),
      ),
    ),
  )

/** Those that were asked about before are not asked about again. */
async function queueAlike(
  { tx, workspace, now }: Context,
  pairs: readonly Pair<PersonId>[],
  names: ReadonlyMap<string, string>,
): Promise<number> {
  if (pairs.length === 0) return 0
  const rows = pairs.map((pair) => ({
    ...(pair.one < pair.other ? { a: pair.one, b: pair.other } : { a: pair.other, b: pair.one }),
    ...{ workspace_id: workspace, because: reasonOf(pair, names), state: 'open' as const, at: now },
  }))
  const added = await tx
    .insertInto('look_alike')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('a')
    .execute()
  return added.length
}

const NAMES = {
  same: 'the same name',
  spelling: 'the same name, spelled differently',
  nickname: 'one name is short for the other',
  typo: 'names one letter apart',
  initial: 'an initial that fits the name',
} as const

/** Why two records are put side by side, in a sentence. */
function reasonOf({ agreement, reason, shared }: Pair, organizations: ReadonlyMap<string, string>): string {
  const name = `${NAMES[agreement.how]}${agreement.swapped ? ' in another order' : ''}`
  const more = {
    organization: () => `both are or were at ${organizations.get(shared ?? '') ?? 'one organization'}`,
    place: () => 'both are in the same place',
    handle: () => 'both go by the same handle',
    key: () => 'both have the same telephone or address',
    title: () => 'both do the same work',
    rare: () => 'it is rare here',
  }[reason]()
  return `${name}, and ${more}`
}
