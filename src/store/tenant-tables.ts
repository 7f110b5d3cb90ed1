import { sql } from 'kysely'
import type { Tx } from './db.ts'

/** A foreign key to another table of the workspace; `optional` when one of its columns may be null. */
export type Reference = { to: string; columns: string[]; optional: boolean }

/** A table whose rows belong to workspaces. Columns and key are without `workspace_id`. */
export type TenantTable = { name: string; columns: string[]; key: string[]; references: Reference[] }

/** All tables with a `workspace_id` that the application may read, by name. */
export async function tenantTables(tx: Tx): Promise<TenantTable[]> {
  const { rows } = await sql<TenantTable>`
    with col as (
      select attrelid, attnum, attname, attnotnull from pg_attribute
      where attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'workspace_id')
    select c.relname as name,
      (select json_agg(attname order by attnum) from col where attrelid = c.oid) as columns,
      (select coalesce(json_agg(attname order by place), '[]')
         from pg_index i, unnest(i.indkey::int2[]) with ordinality as k (attnum, place) join col using (attnum)
         where i.indrelid = c.oid and i.indisprimary and col.attrelid = c.oid) as key,
      (select coalesce(json_agg(json_build_object('to', target.relname, 'columns', said.names, 'optional', said.optional)
                                order by f.conname), '[]')
         from pg_constraint f join pg_class target on target.oid = f.confrelid,
           lateral (select json_agg(attname) as names, bool_or(not attnotnull) as optional
                    from col where attrelid = c.oid and attnum = any(f.conkey)) as said
         where f.conrelid = c.oid and f.contype = 'f' and said.names is not null and f.confrelid <> c.oid) as references
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege(c.oid, 'select')
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'workspace_id')
    order by c.relname collate "C"`.execute(tx)
  return rows
}

/** A table to fill, and the columns that are filled afterwards: what they point to does not stand yet. */
export type Filling = { table: TenantTable; later: string[] }

/**
 * Tables in the order in which they can be filled. Where they point to each other in a circle, an optional reference
 * waits.
 * @throws Error when a circle has none
 */
export function fillingOrder(tables: readonly TenantTable[]): Filling[] {
  const order: Filling[] = []
  let left = [...tables]
  while (left.length > 0) {
    const open = new Map(left.map((table) => [table.name, table]))
    const waiting = ({ references }: TenantTable) => references.filter(({ to }) => open.has(to))
    const mayWait = (table: TenantTable) =>
      waiting(table).every(({ to, optional }) => optional && needs(open, to, table.name))
    const next = left.find((table) => waiting(table).length === 0) ?? left.find(mayWait)
    if (!next) throw new Error(`tables that need each other: ${[...open.keys()].join(', ')}`)
    order.push({ table: next, later: waiting(next).flatMap(({ columns }) => columns) })
    left = left.filter((table) => table !== next)
  }
  return order
}

/** Whether a table needs another, itself or by way of those that it needs. */
function needs(open: ReadonlyMap<string, TenantTable>, name: string, other: string): boolean {
  const seen = new Set([name])
  for (const each of seen) for (const { to } of open.get(each)?.references ?? []) seen.add(to)
  return seen.has(other)
}
