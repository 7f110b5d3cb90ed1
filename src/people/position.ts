import type { Selectable } from 'kysely'
import type { Context } from '../action.ts'
import { type Id, newId } from '../store/ids.ts'
import type { PositionTable } from '../store/tables.ts'
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
    .orderBy('id')
    .execute()
  const said = saidOf(given, seen)
  const same = nearest(known, said, given.current === true)
  if (same === undefined) {
    await addPosition(context, person, given, origin, seen)
    return 'created'
  }
  return (await complete(context, same, said)) ? 'updated' : 'unchanged'
}

type Row = Selectable<PositionTable>
type Said = Pick<Row, 'title' | 'unit' | 'site' | 'from_date' | 'to_date' | 'ended' | 'seen_on'>

const saidOf = ({ title, unit, site, from, to, current }: NewPosition, seen: string): Said => ({
  ...{ title: title ?? null, unit: unit ?? null, site: site ?? null },
  ...{ from_date: from ?? null, to_date: to ?? null },
  ended: to !== undefined || current === false,
  seen_on: seen,
})

/** Of the positions that what is said may complete, the one that it changes least. */
function nearest(known: readonly Row[], said: Said, isCurrent: boolean): Row | undefined {
  const fitting = known.filter((row) => completes(row, said) && !(row.ended && isCurrent))
  const news = (row: Row) => changedFields(row, completed(row, said)).length
  return fitting.sort((one, other) => news(one) - news(other))[0]
}

function completes(row: Said, said: Said): boolean {
  const fields = ['title', 'from_date', 'to_date'] as const
  if (!fields.every((field) => agrees(row[field], said[field]))) return false
  const { from_date, to_date } = completed(row, said)
  return from_date === null || to_date === null || from_date.slice(0, to_date.length) <= to_date
}

const completed = (row: Said, said: Said): Said => ({
  title: row.title ?? said.title,
  unit: row.unit ?? said.unit,
  site: row.site ?? said.site,
  from_date: finer(row.from_date, said.from_date),
  to_date: finer(row.to_date, said.to_date),
  ended: row.ended || said.ended,
  seen_on: row.seen_on > said.seen_on ? row.seen_on : said.seen_on,
})

const changedFields = (row: Said, after: Said) =>
  Object.keys(after).filter(
    (field) => field !== 'seen_on' && after[field as keyof Said] !== row[field as keyof Said],
  )

/** Whether anything but the day last seen was new. */
async function complete({ tx }: Context, row: Row, said: Said): Promise<boolean> {
  const after = completed(row, said)
  const isNew = changedFields(row, after).length > 0
  if (isNew || after.seen_on !== row.seen_on)
    await tx.updateTable('position').set(after).where('id', '=', row.id).execute()
  return isNew
}

/** Two records are one person: positions that both tell become one, the others move. */
export async function mergePositions(context: Context, from: PersonId, into: PersonId): Promise<void> {
  const { tx } = context
  const rows = await tx
    .selectFrom('position')
    .selectAll()
    .where('person_id', 'in', [from, into])
    .orderBy('id')
    .execute()
  const kept = rows.filter(({ person_id }) => person_id === into)
  for (const row of rows.filter(({ person_id }) => person_id === from)) {
    const there = kept.filter(({ organization_id }) => organization_id === row.organization_id)
    const same = nearest(there, row, !row.ended)
    if (same === undefined) {
      await tx.updateTable('position').set({ person_id: into }).where('id', '=', row.id).execute()
      continue
    }
    await complete(context, same, row)
    Object.assign(same, completed(same, row))
    await tx.deleteFrom('position').where('id', '=', row.id).execute()
  }
}

/** Two words agree when one is unknown, or one is the start of the other (2019 and 2019-04). */
function agrees(known: string | null, said: string | null): boolean {
  if (known === null || said === null) return true
  const [a, b] = [known.trim().toLowerCase(), said.trim().toLowerCase()]
  return a === b || (/^\d{4}/.test(a) && (a.startsWith(b) || b.startsWith(a)))
}

const finer = (known: string | null, said: string | null): string | null =>
  known === null ? said : said !== null && said.length > known.length ? said : known
