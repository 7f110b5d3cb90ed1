import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { STAFF } from '../role.ts'
import { alikeAmong, type Likeness, type Pair } from './likeness.ts'
import { personMatch } from './names.ts'
import { groupMatch } from './organization-agree.ts'
import type { PersonId } from './person.ts'

// Looks for records that may be one person, among all; each pair waits for the user with its reason.

/** More would be no list to go through; the likeliest come first. */
const MOST = 500

export const lookAlikeFind = action({
  name: 'look-alike.find',
  says: 'Look through all people for records that may be one person. Nothing is merged: each pair waits for your word.',
  kind: 'write',
  may: STAFF,
  input: z.object({}),
  output: z.object({
    people: z.number().int(),
    found: z.number().int().describe('pairs that wait now and did not before'),
  }),
  async run(context) {
    const people = await everybody(context)
    const pairs = alikeAmong(people.map(likenessOf)).slice(0, MOST)
    return { people: people.length, found: await queueAlike(context, pairs, organizationNames(people)) }
  },
})

type Read = {
  id: PersonId
  name: string
  location: string | null
  organizations: string[]
  keys: { kind: string; value: string }[]
}

async function everybody({ tx }: Context): Promise<Read[]> {
  const { rows } = await sql<Read>`
    select id, name, location, coalesce(organizations, '{}') as organizations, coalesce(keys, '[]') as keys
    from person
    left join (select person_id, array_agg(distinct organization.name) as organizations
               from "position" join organization on organization.id = organization_id
               group by person_id) as worked on worked.person_id = person.id
    left join (select person_id, jsonb_agg(jsonb_build_object('kind', kind, 'value', value)) as keys
               from person_key group by person_id) as known on known.person_id = person.id
    where merged_into is null order by id`.execute(tx)
  return rows
}

/** Companies of one group count as one employer; it is called by one of their names. */
const organizationNames = (people: readonly Read[]): ReadonlyMap<string, string> =>
  new Map(
    people.flatMap(({ organizations }) => organizations.map((name) => [groupMatch(name), name] as const)),
  )

/** Boxes that several people read are nobody's handle. */
const SHARED_BOX = /^(info|contact|kontakt|hello|office|hr|jobs|mail|sales|team|support|careers?|recruiting)$/

function likenessOf({ id, name, location, organizations, keys }: Read): Likeness<PersonId> {
  const handles = keys.flatMap(({ kind, value }) =>
    kind === 'email'
      ? value.split('@').slice(0, 1)
      : kind === 'profile-url'
        ? value.split('/').slice(-1)
        : [],
  )
  return {
    ...{ id, name, organizations: [...new Set(organizations.map(groupMatch))] },
    handles: handles.filter((handle) => !SHARED_BOX.test(handle)),
    keys: keys.map(({ kind, value }) => `${kind} ${value}`),
    profiles: keys.filter(({ kind }) => kind === 'profile-url').length,
    place: placeOf(location),
  }
}

/** "Berlin", "Berlin, Germany" and "Greater Berlin Area" are one place. */
export function placeOf(location: string | null): string | null {
  const [city = ''] = (location ?? '').split(',')
  const place = personMatch(city.replace(/^\s*greater\s+|\s+(metropolitan\s+)?(area|region)\s*$/gi, ''))
  return place === '' ? null : place
}

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
    rare: () => 'it is rare here',
  }[reason]()
  return `${name}, and ${more}`
}
