/** What the LinkedIn formats have in common: a known header, then an item a row. */

import { fold } from '../list/columns.ts'
import { overflows, peekHeader, type Row, readTable, shownHeader, type Table } from '../list/table.ts'
import { type Format, type Head, IntakeError, type Item, type ReadContext } from '../records.ts'

export type Shape = {
  kind: string
  says: string
  /** The file's name in the export; where the header tells nothing, the name does. */
  named: RegExp
  /** The columns of the export, for the sentence that says what was expected. */
  expects: readonly string[]
  /** Of each group at least one column must be there. */
  needs: readonly (readonly string[])[]
  /** Whether a header is of this kind (folded names). */
  fits(header: ReadonlySet<string>, name: string): boolean
  rows(table: Table, context: ReadContext): (row: Row) => Item
}

export type LinkedInFormat = Format & { named: RegExp }

export function linkedInFormat(shape: Shape): LinkedInFormat {
  const { kind, says, named } = shape
  return {
    kind,
    says,
    named,
    recognizes: (head) => shape.fits(headerSet(head), head.name),
    *read(bytes, context) {
      const table = readTable(context.name, bytes)
      refuseUnknownHeader(shape, table)
      const read = shape.rows(table, context)
      for (const row of table.rows) yield read(row)
    },
  }
}

/** Matches `Skills.csv`, `linkedin_skills.csv`, `Skills (2).csv`; not `skillsHierarchy.csv`. */
export const fileNamed = (pattern: string): RegExp =>
  new RegExp(`^(?:linkedin[ _-]?)?(?:${pattern})(?:[ _-]?\\(?\\d+\\)?)?\\.(?:csv|tsv|txt)$`, 'i')

const sets = new WeakMap<Head, ReadonlySet<string>>()

/** The folded names of a file's columns; empty if it is no delimited text. */
export function headerSet(head: Head): ReadonlySet<string> {
  const known =
    sets.get(head) ??
    new Set(
      peekHeader(head)
        ?.header.map(fold)
        .filter((name) => name !== ''),
    )
  sets.set(head, known)
  return known
}

/** Whether all (or one) of these columns are in the header. */
export const hasAll = (header: ReadonlySet<string>, ...names: string[]): boolean =>
  names.every((name) => header.has(fold(name)))
export const hasAny = (header: ReadonlySet<string>, ...names: string[]): boolean =>
  names.some((name) => header.has(fold(name)))

/** A reason for a row with more cells than the header has, where what was read from it makes no sense. */
export function shifted(table: Table, row: Row): string | null {
  if (!overflows(table, row)) return null
  return `the row has ${row.cells.length} cells where the header has ${table.header.length}: a comma without quotes?`
}

/** Distinguishes what an export repeats: the first gets the key as it is, the next ones a number. */
export function numbering(): (key: string) => string {
  const seen = new Map<string, number>()
  return (key) => {
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key}#${count}`
  }
}

export const place = (row: Row): string => `row ${row.number}`

function refuseUnknownHeader({ needs, expects }: Shape, table: Table): void {
  const header = new Set(table.header.map(fold))
  const missing = needs.filter((group) => !hasAny(header, ...group))
  if (missing.length === 0) return
  const lacks = missing.map((group) => group.join(' or ')).join(', ')
  throw new IntakeError(
    `${table.name}: line ${table.line}: no column ${lacks}; expected ${expects.join(', ')}; found ${shownHeader(table)}`,
  )
}
