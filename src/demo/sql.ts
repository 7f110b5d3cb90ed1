import { type RawBuilder, sql } from 'kysely'
import { idPrefix, type Kind } from './ids.ts'
import type { Loading } from './load.ts'

// Values travel as array literals and become rows in the database: COPY does not work under row-level security.

type Value = string | number | boolean | null

/** An array as PostgreSQL reads it. */
function literal(values: readonly Value[]): string {
  const texts = values.map((value) => {
    if (typeof value === 'string') return `"${value.replace(/["\\]/g, '\\$&')}"`
    return value === null ? 'null' : String(value)
  })
  return `{${texts.join(',')}}`
}

type Type = 'int' | 'text' | 'boolean' | 'timestamptz'

/** Rows as a table `t` with the columns named. */
export function table(columns: Record<string, [Type, readonly Value[]]>): RawBuilder<unknown> {
  const arrays = Object.values(columns).map(([type, values]) => sql`${literal(values)}::${sql.raw(type)}[]`)
  const names = Object.keys(columns).map((name) => sql.ref(name))
  return sql`unnest(${sql.join(arrays)}) as t(${sql.join(names)})`
}

/** The id at a place, made by the database. */
export const idOf = ({ seed, data }: Loading, kind: Kind, column: string): RawBuilder<unknown> =>
  sql`(${idPrefix(kind, seed, data.now)} || lpad(to_hex(${sql.ref(column)}), 12, '0'))::uuid`

export const columnsOf = <Row, Name extends keyof Row>(rows: readonly Row[], name: Name) =>
  rows.map((row) => row[name])
