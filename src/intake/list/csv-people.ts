/** Rows of a plain list, gathered by person: several positions of one person stand in several rows. */

import { emailMatch, personMatch, profileUrlMatch } from '../../people/names.ts'
import { fullName } from '../linkedin/connections.ts'
import { place } from '../linkedin/shape.ts'
import type { Item, PersonFact, PositionFact } from '../records.ts'
import { readDate, readPeriod, type SlashOrder, slashOrder } from '../text/written-date.ts'
import type { Field } from './columns.ts'
import type { Cell, Row, Table } from './table.ts'

/** Why a row of a list of people is left out. */
export const NOBODY = 'no name, no e-mail address and no profile'

/** Cells by field; a field without a column is blank. */
export type FieldCells = Record<Field, Cell> & { others: (row: Row) => Record<string, string> }

/**
 * An item a row: the first row of a person carries all positions, the others say where they went.
 * @param dated the rows have dates: then one name is one person; without, one name at one organization is.
 */
export function gather(table: Table, cells: FieldCells, dated: boolean): Item[] {
  const order = slashOrder(
    table.rows.flatMap((row) => [cells.from, cells.to, cells.connectedOn].map((cell) => cell(row))),
  )
  const people = new Map<string, { fact: PersonFact; first: Row }>()
  return table.rows.map((row) => {
    const fact = personOf(row, cells, order)
    if (!fact) return { at: place(row), skipped: NOBODY }
    const key = dated ? fact.key : `${fact.key}|${personMatch(fact.positions?.[0]?.organization.name ?? '')}`
    const known = people.get(key)
    if (known) return { at: place(row), skipped: addTo(known.fact, fact, known.first) }
    people.set(key, { fact: { ...fact, key }, first: row })
    return { at: place(row), fact: people.get(key)!.fact }
  })
}

/** Gives the person what a further row says; answers why that row is no person of its own. */
function addTo(person: PersonFact, more: PersonFact, first: Row): string {
  const before = JSON.stringify(person)
  for (const list of ['emails', 'phones', 'profileUrls', 'skills', 'tags'] as const) {
    const all = [...new Set([...(person[list] ?? []), ...(more[list] ?? [])])]
    if (all.length > 0) person[list] = all
  }
  const positions = new Map(
    [...(person.positions ?? []), ...(more.positions ?? [])].map((p) => [JSON.stringify(p), p]),
  )
  if (positions.size > 0) person.positions = [...positions.values()]
  const same = JSON.stringify(person) === before
  return same ? `the same as row ${first.number}` : `more about the person in row ${first.number}, kept there`
}

function personOf(row: Row, cells: FieldCells, order: SlashOrder): PersonFact | null {
  const [givenName, familyName] = [cells.givenName(row), cells.familyName(row)]
  const emails = list(cells.email(row), /[;,\s]+/).filter((email) => email.includes('@'))
  const profileUrls = list(cells.profileUrl(row), /[;,\s]+/)
  const name = cells.name(row) || fullName(givenName, familyName) || emails[0] || profileUrls[0]
  if (name === undefined) return null
  const identity = profileUrls[0] ? profileUrlMatch(profileUrls[0]) : emails[0] ? emailMatch(emails[0]) : ''
  const position = positionOf(row, cells, order)
  return {
    kind: 'person',
    key: identity ? `${identity}|${personMatch(name)}` : personMatch(name),
    name,
    ...filled({ givenName, familyName, location: cells.location(row), notes: cells.notes(row) }),
    ...filled({ headline: cells.headline(row) || (position ? '' : cells.title(row)) }),
    ...filled({ emails, profileUrls, phones: list(cells.phone(row), /[;,]/) }),
    ...filled({ skills: list(cells.skills(row), /[;,|]/), tags: list(cells.tags(row), /[;,|]/) }),
    ...(position && { positions: [position] }),
    ...connectedOf(cells.connectedOn(row), order),
    ...extraOf(cells.others(row), cells.email(row), emails),
  }
}

function positionOf(row: Row, cells: FieldCells, order: SlashOrder): PositionFact | null {
  const organization = cells.organization(row)
  if (organization === '') return null
  return {
    organization: { name: organization },
    ...filled({ title: cells.title(row), unit: cells.unit(row) }),
    ...readPeriod(cells.from(row), cells.to(row), order),
  }
}

function connectedOf(written: string, order: SlashOrder): Pick<PersonFact, 'connected'> {
  if (written === '') return {}
  const on = readDate(written, order)
  return { connected: on ? { on } : {} }
}

/** Columns without a field, and an address that is none, are kept for the way out. */
function extraOf(others: Record<string, string>, email: string, emails: string[]): Pick<PersonFact, 'extra'> {
  const columns = { ...others, ...(email !== '' && emails.length === 0 && { email }) }
  return Object.keys(columns).length > 0 ? { extra: { columns } } : {}
}

const list = (cell: string, between: RegExp): string[] =>
  cell
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Without empty texts and lists. */
function filled<T extends Record<string, string | string[]>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length > 0)) as Partial<T>
}
