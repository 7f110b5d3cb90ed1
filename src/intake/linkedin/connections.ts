/** LinkedIn Connections.csv: the people one is connected with. */

import { personMatch, profileUrlMatch } from '../../people/names.ts'
import { fold, LINKEDIN } from '../list/columns.ts'
import { column, type Row, type Table, textColumn } from '../list/table.ts'
import type { Item, PersonFact } from '../records.ts'
import { readDate, type SlashOrder, slashOrder } from '../text/written-date.ts'
import { fileNamed, hasAll, hasAny, linkedInFormat, numbering, place, shifted } from './shape.ts'

export const linkedinConnections = linkedInFormat({
  kind: 'linkedin-connections',
  says: 'LinkedIn Connections.csv',
  named: fileNamed('connections'),
  expects: LINKEDIN.connections,
  needs: [
    ['First Name', 'Last Name', 'URL'],
    ['Connected On', 'Company', 'Position', 'URL'],
  ],
  fits: (header, name) =>
    hasAny(header, 'Connected On')
      ? hasAny(header, 'First Name', 'Last Name', 'URL', 'Company', 'Position')
      : /connections/i.test(name) &&
        hasAll(header, 'First Name', 'Last Name') &&
        hasAny(header, 'Company', 'URL'),
  rows: (table) => {
    const cells = cellsOf(table)
    const identify = identities()
    const order = slashOrder(table.rows.map(cells.connectedOn))
    return (row) => connection(table, row, readRow(cells, row), { identify, order })
  },
})

type Cells = ReturnType<typeof cellsOf>
type Read = { [K in keyof Cells]: ReturnType<Cells[K]> }
type Told = { identify: Identify; order: SlashOrder }

function cellsOf(table: Table) {
  return {
    first: textColumn(table, 'First Name'),
    last: textColumn(table, 'Last Name'),
    url: column(table, 'URL', 'Profile URL'),
    email: column(table, 'Email Address', 'Email'),
    company: textColumn(table, 'Company'),
    title: textColumn(table, 'Position'),
    connectedOn: column(table, 'Connected On'),
    location: textColumn(table, 'Location'),
    others: otherColumns(table),
  }
}

function readRow(cells: Cells, row: Row): Read {
  return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell(row)])) as Read
}

function connection(table: Table, row: Row, read: Read, { identify, order }: Told): Item {
  const at = place(row)
  const name = fullName(read.first, read.last) || nameInUrl(read.url)
  if (name === '') return { at, skipped: 'no name and no profile' }
  const on = readDate(read.connectedOn, order)
  const garbled = on === null && read.connectedOn !== '' ? shifted(table, row) : null
  if (garbled) return { at, rejected: garbled }
  const { key, sharedUrl, repeats } = identify(row, { ...read, name, on: on ?? '' })
  if (repeats !== null) return { at, skipped: `the same as row ${repeats}` }
  const extra = { ...read.others, ...(sharedUrl && { sharedUrl }), ...undated(read, on) }
  return { at, fact: { ...person(read, name, on), key, ...(Object.keys(extra).length > 0 && { extra }) } }
}

function person(read: Read, name: string, on: string | null): Omit<PersonFact, 'key'> {
  const { first, last, url, email, company, title, location } = read
  return {
    kind: 'person',
    name,
    ...(first && { givenName: first }),
    ...(last && { familyName: last }),
    ...(url && { profileUrls: [url] }),
    ...(email && { emails: [email] }),
    ...(location && { location }),
    ...(company && {
      positions: [{ organization: { name: company }, ...(title && { title }), current: true }],
    }),
    ...(title && !company && { headline: title }),
    connected: on ? { on } : {},
  }
}

/** A date that nobody can read costs the date, not the person. */
function undated({ connectedOn, first, last }: Read, on: string | null): Record<string, unknown> {
  return {
    ...(on === null && connectedOn && { connectedOn }),
    ...(!first && !last && { nameFromUrl: true }),
  }
}

type Identity = { key: string; sharedUrl: boolean; repeats: number | null }
type Identify = (row: Row, read: Read & { name: string; on: string }) => Identity

/**
 * The key of each row. A profile URL with the same name is one person, with another name another person: an export
 * has each profile once, so whoever shares a URL, or has another employer or date under it, is marked for a look.
 */
function identities(): Identify {
  const urls = new Set<string>()
  const rows = new Map<string, number>()
  const keys = new Set<string>()
  const distinct = numbering()
  return (row, { url, name, on, company }) => {
    const whole = row.cells.join('\0')
    const repeats = rows.get(whole) ?? null
    if (repeats !== null) return { key: '', sharedUrl: false, repeats }
    rows.set(whole, row.number)
    const profile = profileUrlMatch(url)
    const sharedUrl = url !== '' && urls.has(profile)
    urls.add(profile)
    const base = url ? `${profile}|${personMatch(name)}` : `${personMatch(name)}|${on}`
    const key = distinct(keys.has(base) ? `${base}|${on}|${personMatch(company)}` : base)
    keys.add(base)
    return { key, sharedUrl, repeats }
  }
}

/** Space around the parts goes, as it would be doubled in between. */
export function fullName(first: string, last: string): string {
  if (first === '' || last === '') return first || last
  return `${first.replace(/^ +| +$/g, '')} ${last.replace(/^ +| +$/g, '')}`
}

/** The last part of a profile's path: all that is known of somebody without a name. */
function nameInUrl(url: string): string {
  return (
    url
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? ''
  )
}

/** Columns that LinkedIn does not write, kept for the way out. */
function otherColumns(table: Table): (row: Row) => Record<string, unknown> {
  const known = new Set([...LINKEDIN.connections, 'Location', 'Email', 'Profile URL'].map(fold))
  const others = table.header
    .filter((name) => name !== '' && !known.has(fold(name)))
    .map((name) => [name, textColumn(table, name)] as const)
  return (row) => {
    const filled = others
      .map(([name, cell]) => [name, cell(row)] as const)
      .filter(([, value]) => value !== '')
    return filled.length > 0 ? { columns: Object.fromEntries(filled) } : {}
  }
}
