import type { Context } from '../action.ts'
import { type Id, newId } from '../store/ids.ts'
import { ensureOrganization, type NewOrganization } from './organization.ts'
import type { OriginId } from './origin.ts'
import type { PersonId } from './person.ts'

export type NewPosition = {
  organization: NewOrganization
  title?: string
  unit?: string
  site?: string
  from?: string
  to?: string
  /** True: it lasts; false: it ended, unknown when. */
  current?: boolean
}

/** Adds a position. `seen`: the last day on which the source says so. */
export async function addPosition(
  context: Context,
  person: PersonId,
  given: NewPosition,
  origin: OriginId,
  seen: string = today(context),
): Promise<Id<'position'>> {
  const organization = await ensureOrganization(context, given.organization, origin)
  const id = newId<'position'>(context.now.getTime())
  await context.tx
    .insertInto('position')
    .values({
      workspace_id: context.workspace,
      id,
      person_id: person,
      organization_id: organization,
      title: given.title ?? null,
      unit: given.unit ?? null,
      site: given.site ?? null,
      from_date: given.from ?? null,
      to_date: given.to ?? null,
      ended: given.to !== undefined || given.current === false,
      seen_on: seen,
      origin_id: origin,
    })
    .execute()
  return id
}

export const today = ({ now }: Pick<Context, 'now'>): string => now.toISOString().slice(0, 10)

/**
 * Says a position once: adds it, or completes the one of the same organization and title (or of no title) whose dates
 * do not contradict. So a career typed, a resume and an export tell one history, not three.
 */
export async function sayPosition(
  context: Context,
  person: PersonId,
  given: NewPosition,
  origin: OriginId,
  seen: string = today(context),
): Promise<'created' | 'updated' | 'unchanged'> {
  const organization = await ensureOrganization(context, given.organization, origin)
  const known = await context.tx
    .selectFrom('position')
    .selectAll()
    .where('person_id', '=', person)
    .where('organization_id', '=', organization)
    .execute()
  const same = known.find(
    (row) =>
      agrees(row.title, given.title) &&
      agrees(row.from_date, given.from) &&
      agrees(row.to_date, given.to) &&
      !(row.ended && given.current === true),
  )
  if (same === undefined) {
    await addPosition(context, person, given, origin, seen)
    return 'created'
  }
  const ended = same.ended || given.to !== undefined || given.current === false
  const completed = {
    title: same.title ?? given.title ?? null,
    unit: same.unit ?? given.unit ?? null,
    site: same.site ?? given.site ?? null,
    from_date: finer(same.from_date, given.from),
    to_date: finer(same.to_date, given.to),
    ended,
    seen_on: same.seen_on > seen ? same.seen_on : seen,
  }
  const changed = Object.entries(completed).some(
    ([field, value]) => field !== 'seen_on' && value !== same[field as keyof typeof completed],
  )
  await context.tx.updateTable('position').set(completed).where('id', '=', same.id).execute()
  return changed ? 'updated' : 'unchanged'
}

/** Two words agree when one is unknown, or one is the start of the other (2019 and 2019-04). */
function agrees(known: string | null, said: string | undefined): boolean {
  if (known === null || said === undefined) return true
  const [a, b] = [known.trim().toLowerCase(), said.trim().toLowerCase()]
  return a === b || (/^\d{4}/.test(a) && (a.startsWith(b) || b.startsWith(a)))
}

const finer = (known: string | null, said: string | undefined): string | null =>
  known === null ? (said ?? null) : said !== undefined && said.length > known.length ? said : known
