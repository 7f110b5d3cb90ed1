import { sql } from 'kysely'
import { z } from 'zod'
import { action, type Context } from '../action.ts'
import { STAFF } from '../role.ts'
import { isId } from '../store/ids.ts'
import { refuseErased } from './erasure/known-again.ts'
import { findOrganization, findPerson } from './find.ts'
import { metThrough, metThroughShape } from './met-through.ts'
import { addOrigin, originInWords } from './origin.ts'
import { addKeys, addPerson, fillPerson, matchPerson, type PersonId, queueLookAlike } from './person.ts'
import { sayPosition } from './position.ts'
import { id, organizationShape, partialDate, personShape, reference, text, words } from './shapes.ts'
import { timelineOf } from './timeline.ts'
import { timelineShape } from './timeline-item.ts'

// People: found, shown with what is on record, added by hand.

type Listed = {
  id: PersonId
  name: string
  headline: string | null
  organization: string | null
  title: string | null
}

export const personList = action({
  name: 'person.list',
  says: 'People of your network, found by part of a name, organization or title.',
  kind: 'read',
  may: STAFF,
  input: z.object({
    search: text(200).default(''),
    top: z.coerce.number().int().min(1).max(500).default(50),
    after: text(300)
      .optional()
      .describe('the last person of the page before: their id, or a name to go on after'),
  }),
  output: z.object({
    people: z.array(
      personShape.extend({ organization: z.string().nullable(), title: z.string().nullable() }),
    ),
  }),
  async run({ tx }, { search, top, after }) {
    const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`
    const matches =
      search.trim() === ''
        ? sql`true`
        : sql`(person.name ilike ${like} or person.id in (
            select person_id from position join organization on organization.id = organization_id
            where title ilike ${like} or organization.name ilike ${like}))`
    const next = pageAfter(after)
    // The page first, then what each does: not what everybody does.
    const { rows } = await sql<Listed>`
      select page.id, page.name, headline, job.organization, job.title
      from (
        select id, name, headline, ${SORT} as sort from person
        where merged_into is null and ${matches} and ${next}
        order by sort, id limit ${top}
      ) as page left join lateral (
        select organization.name as organization, title from position
        join organization on organization.id = position.organization_id
        where person_id = page.id order by ended, coalesce(to_date, seen_on) desc, position.id limit 1
      ) as job on true
      order by sort, page.id`.execute(tx)
    return { people: rows }
  },
})

/** As a reader sorts: accents and capitals beside their letter. */
const SORT = sql`person.name collate "und-x-icu"`

/** An id goes on behind that very person, so that nobody of the same name is left out between two pages. */
function pageAfter(after: string | undefined) {
  if (after === undefined) return sql`true`
  if (!isId(after)) return sql`${SORT} > ${after}`
  return sql`(${SORT}, person.id) > (select ${SORT}, id from person where id = ${after})`
}

const positionShape = z.object({
  id,
  organization: organizationShape,
  title: z.string().nullable(),
  unit: z.string().nullable(),
  site: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  ended: z.boolean(),
  seen: z.string(),
  origin: z.string(),
})

export const personShow = action({
  name: 'person.show',
  says: 'Everything on record about a person: identity, work history with dates as precise as known, meetings, introductions, and where it came from.',
  kind: 'read',
  file: true,
  may: STAFF,
  input: z.object({ person: reference('person') }),
  output: personShape.extend({
    summary: z.string().nullable(),
    location: z.string().nullable(),
    notes: z.string().nullable(),
    skills: z.array(z.string()),
    tags: z.array(z.string()),
    keys: z.array(z.object({ kind: z.string(), value: z.string() })),
    positions: z.array(positionShape),
    introductions: metThroughShape,
    timeline: z.array(timelineShape).describe('what happened, the newest first'),
    origin: z.object({ name: z.string(), at: z.string() }),
  }),
  async run(context, input) {
    const person = await findPerson(context, input.person)
    const row = await context.tx
      .selectFrom('person')
      .innerJoin('origin', 'origin.id', 'person.origin_id')
      .selectAll('person')
      .select(['origin.name as originName', 'origin.at as originAt'])
      .where('person.id', '=', person)
      .executeTakeFirstOrThrow()
    const { name, headline, summary, location, notes, skills, tags } = row
    return {
      ...{ id: person, name, headline, summary, location, notes, skills, tags },
      keys: await keysOf(context, person),
      positions: await positionsOf(context, person),
      introductions: await metThrough(context, person),
      timeline: await timelineOf(context, person),
      origin: { name: originInWords(row.originName), at: row.originAt.toISOString() },
    }
  },
})

const keysOf = ({ tx }: Context, person: PersonId) =>
  tx
    .selectFrom('person_key')
    .select(['kind', 'value'])
    .where('person_id', '=', person)
    .orderBy('kind')
    .orderBy('value')
    .execute()

async function positionsOf({ tx }: Context, person: PersonId) {
  const rows = await tx
    .selectFrom('position')
    .innerJoin('organization', 'organization.id', 'position.organization_id')
    .innerJoin('origin', 'origin.id', 'position.origin_id')
    .selectAll('position')
    .select(['organization.name as place', 'origin.name as origin'])
    .where('person_id', '=', person)
    .orderBy('ended')
    .orderBy(sql`coalesce(to_date, from_date, seen_on)`, 'desc')
    .orderBy('position.id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, unit: row.unit, site: row.site, ended: row.ended, seen: row.seen_on },
    ...{ from: row.from_date, to: row.to_date, origin: originInWords(row.origin) },
    organization: { id: row.organization_id, name: row.place },
  }))
}

export const personAdd = action({
  name: 'person.add',
  says: 'Add a person by hand, with where they work.',
  kind: 'write',
  may: STAFF,
  input: z.object({
    name: words(),
    email: z.email().optional(),
    profileUrl: z.url({ protocol: /^https?$/ }).optional(),
    headline: text(500).optional(),
    notes: text().optional(),
    organization: words().optional(),
    title: words().optional(),
    from: partialDate.optional(),
    to: partialDate.optional(),
    despiteErasure: words().optional().describe('why somebody who was erased here is kept again'),
  }),
  output: z.object({
    person: id,
    known: z.boolean().describe('somebody of that name and address was here already'),
  }),
  async run(context, input) {
    const { despiteErasure: why } = input
    const how = why === undefined ? 'added by you' : `kept again after an erasure: ${why}`
    const origin = await addOrigin(context, 'form', how)
    const given = {
      name: input.name,
      ...(input.email ? { emails: [input.email] } : {}),
      ...(input.profileUrl ? { profileUrls: [input.profileUrl] } : {}),
      ...(input.headline ? { headline: input.headline } : {}),
      ...(input.notes ? { notes: input.notes } : {}),
    }
    const organizations = input.organization ? [input.organization] : []
    await refuseErased(context, { ...given, organizations }, why)
    const match = await matchPerson(context, given)
    const person = match.how === 'same' ? match.person : await addPerson(context, given, origin)
    if (match.how === 'look') await queueLookAlike(context, person, match.person, match.because)
    if (match.how === 'same') {
      await fillPerson(context, person, given)
      await addKeys(context, person, given, origin)
    }
    if (input.organization) {
      const { title, from, to } = input
      const said = { ...(title ? { title } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) }
      await sayPosition(context, person, { organization: { name: input.organization }, ...said }, origin)
    }
    return { person, known: match.how === 'same' }
  },
})

/** Whoever was at an organization in a month, by the dates as far as known; unknown dates are never assumed. */
export const personAt = action({
  name: 'person.at',
  says: 'Who was at an organization in a given month or year, as far as dates are known.',
  kind: 'read',
  may: STAFF,
  input: z.object({ organization: reference('organization'), when: partialDate }),
  output: z.object({ people: z.array(personShape.extend({ title: z.string().nullable() })) }),
  async run(context, input) {
    const organization = await findOrganization(context, input.organization)
    const rows = await context.tx
      .selectFrom('position')
      .innerJoin('person', 'person.id', 'position.person_id')
      .distinctOn(['person.name', 'person.id'])
      .select(['person.id', 'person.name', 'person.headline', 'position.title'])
      .where('organization_id', '=', organization)
      .where('from_date', 'is not', null)
      .where(
        sql<boolean>`substr(from_date, 1, ${input.when.length}) <= substr(${input.when}, 1, length(from_date))`,
      )
      .where(
        sql<boolean>`substr(coalesce(to_date, seen_on), 1, ${input.when.length}) >= substr(${input.when}, 1, length(coalesce(to_date, seen_on)))`,
      )
      .orderBy('person.name')
      .orderBy('person.id')
      .execute()
    return { people: rows }
  },
})
