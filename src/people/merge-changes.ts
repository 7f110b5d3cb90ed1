// What a merge changed, told from the rows before and after it. Pure: reading and writing are merge-journal's.

export type Row = Readonly<Record<string, unknown>>
/** Rows of a table that name somebody, with the columns of its primary key. */
export type Rows = { table: string; key: readonly string[]; rows: readonly Row[] }
/** `key`: of the row as it is afterwards; without `after`, as it was. Of a row that stays, only columns that changed. */
export type Change = { table: string; key: Row; before: Row | null; after: Row | null }

type Ids = { from: string; into: string }

/** What changed between two readings of one table. */
export function changesOf(before: Rows, after: Rows, ids: Ids): Change[] {
  const { table, key } = before
  const nameOf = (row: Row) => JSON.stringify(key.map((column) => row[column]))
  const [was, is] = [indexed(before.rows, nameOf), indexed(after.rows, nameOf)]
  const changes: Change[] = []
  const handedOn = new Set<string>()
  for (const [name, row] of was) {
    const moved = nameOf(is.has(name) ? row : handOn(row, key, ids))
    const now = moved === name || !was.has(moved) ? is.get(moved) : undefined
    if (now === undefined) changes.push({ table, key: only(row, key), before: row, after: null })
    else {
      handedOn.add(moved)
      const columns = Object.keys(row).filter((column) => !alike(row[column], now[column]))
      if (columns.length > 0)
        changes.push({ table, key: only(now, key), before: only(row, columns), after: only(now, columns) })
    }
  }
  for (const [name, row] of is)
    if (!was.has(name) && !handedOn.has(name))
      changes.push({ table, key: only(row, key), before: null, after: row })
  return changes
}

const indexed = (rows: readonly Row[], nameOf: (row: Row) => string) =>
  new Map(rows.map((row) => [nameOf(row), row]))
const only = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column]]))
const alike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The row's key once it names the record that stays; pairs are written with the smaller id first. */
function handOn(row: Row, key: readonly string[], { from, into }: Ids): Row {
  const moved = Object.fromEntries(
    key.map((column) => [column, row[column] === from ? into : row[column]]),
  ) as Record<string, unknown>
  const { a, b } = moved as { a?: string; b?: string }
  return a !== undefined && b !== undefined && a > b ? { ...moved, a: b, b: a } : moved
}

/** Of a field that a merge filled and that may have been edited since: what remains without the merge. */
export function takenBack(before: unknown, after: unknown, now: unknown): unknown {
  if (alike(after, now)) return before
  if (isList(before) && isList(after) && isList(now)) {
    const added = new Set(after.filter((one) => !before.includes(one)))
    return now.filter((one) => !added.has(one))
  }
  if (typeof after === 'string' && typeof now === 'string' && now.startsWith(after))
    return `${before ?? ''}${now.slice(after.length)}`.trim()
  if (isRecord(before) && isRecord(after) && isRecord(now)) {
    const kept = Object.entries(now).filter(([name, value]) => name in before || !alike(after[name], value))
    return Object.fromEntries(kept)
  }
  return now
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null
