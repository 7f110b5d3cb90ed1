import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { breather } from './breath.ts'
import { alikeAmong, type Pair } from './likeness.ts'
import { type Known, labelOf, likenessOf } from './likeness-of.ts'
import { groupMatch } from './organization-agree.ts'
import type { PersonId } from './person.ts'

// Looks for records that may be one person; each pair waits for the user with its reason.

/** More would be no list to go through; the likeliest come first. */
const MOST = 500

export const lookAlikeFind = action({
  name: 'look-alike.find',
  says: 'Look through all people for records that may be one person. Nothing is merged: each pair waits for your word.',
  kind: 'write',
  may: ['owner'],
  input: z.object({}),
  output: z.object({
    people: z.number().int(),
    found: z.number().int().describe('pairs that wait now and did not before'),
  }),
  async run(context) {
    const people = await everybody(context)
    return { people: people.length, found: await seekAmong(context, people) }
  },
})

/** Looks whether these records may be somebody who is here, and puts the pairs before the user. */
export async function seekAlike(context: Context, of: ReadonlySet<PersonId>): Promise<void> {
  if (of.size > 0) await seekAmong(context, await everybody(context), of)
}

async function seekAmong(
  context: Context,
  people: readonly Known<PersonId>[],
  of?: ReadonlySet<PersonId>,
): Promise<number> {
  const asked = { ...(of ? { of } : {}), breath: breather() }
  const pairs = await alikeAmong(people.map(likenessOf), asked)
  return queueAlike(context, pairs.slice(0, MOST), organizationNames(people))
}

/** Sources that have most people once: an export, however often it comes, and each list or address book. */
const EXPORT = 'linkedin-connections'
const ONCE = [EXPORT, 'vcard', 'csv-people']

async function everybody({ tx }: Context): Promise<Known<PersonId>[]> {
  const { rows } = await sql<Known<PersonId>>`
    select id, name, location, coalesce(work, '[]') as work, coalesce(keys, '[]') as keys, coalesce(files, '{}') as files
    from person
    left join (select person_id, jsonb_agg(jsonb_build_object('organization', organization.name, 'title', title,
                 'from', from_date, 'to', to_date, 'ended', ended) order by ended, from_date desc nulls last) as work
               from "position" join organization on organization.id = organization_id
               group by person_id) as worked on worked.person_id = person.id
    left join (select person_id, jsonb_agg(jsonb_build_object('kind', kind, 'value', value)) as keys
               from person_key group by person_id) as known on known.person_id = person.id
    left join (select subject, array_agg(distinct case source when ${EXPORT} then source else source || ' ' || origin_id end) as files
               from source_record where subject is not null and source = any(${ONCE})
               group by subject) as said on said.subject = person.id
    where merged_into is null order by id`.execute(tx)
  return rows
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
