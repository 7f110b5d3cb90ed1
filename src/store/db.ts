import {
  DeleteQueryNode,
  InsertQueryNode,
  Kysely,
  type KyselyPlugin,
  MergeQueryNode,
  type OperationNode,
  PostgresDialect,
  RawNode,
  sql,
  TableNode,
  type Transaction,
  UpdateQueryNode,
} from 'kysely'
import pg from 'pg'
import { type Id, isId } from './ids.ts'
import { type Keyring, passingKeyring } from './keyring.ts'
import { listenToCommits } from './listen.ts'
import { purge } from './purge.ts'
import type { Tables } from './tables.ts'

// count(*) and bigint arrive as numbers, a day as its text: no day is moved by a time zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export type Db = Kysely<Tables>
/** A transaction in which only one workspace's rows exist. Only `inWorkspace` makes one. */
export type Tx = Transaction<Tables> & { readonly __scoped: true }

/** Who looks: their role, and who they are among the members and in the pool. */
export type Viewer = { role: string; member?: Id<'member'> | null; person?: Id<'person'> | null }

export type Store = {
  /** The owner's connection: installation-level tables and migrations only, never a tenant's rows. */
  owner: Db
  pool: pg.Pool
  /**
   * Runs `work` in one transaction, as the application's role, walled into one workspace, and within it into what the
   * viewer may see; without one, the house itself is at work.
   */
  inWorkspace<T>(
    workspace: Id<'workspace'>,
    work: (tx: Tx, written: ReadonlySet<string>) => Promise<T>,
    viewer?: Viewer,
  ): Promise<T>
  /**
   * Runs `work` on a workspace as it is at one instant: it sees what is committed, and nothing that commits meanwhile.
   * It may not write. On connections of its own, so that whoever waits for it in a transaction waits for no other.
   */
  atOneInstant<T>(workspace: Id<'workspace'>, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Does `work` in the viewer's transaction as the house itself would; what comes after it is seen by the viewer alone. */
  asHouse<T>(tx: Tx, viewer: Viewer, work: () => Promise<T>): Promise<T>
  /** Tells of each commit that touched facts, whoever made it; the answer ends it. */
  onCommit(told: (workspace: Id<'workspace'>) => void): Promise<() => Promise<void>>
  /** What the database must not know by itself is hashed and sealed with it. */
  keyring: Keyring
  /**
   * Makes what was deleted or overwritten leave the disk: dead rows, statistics, the server's log of writes and its own
   * log. @throws Error when somebody still reads what was; nothing is lost then, and it can be done again
   */
  purge(): Promise<void>
  close(): Promise<void>
}

/** @property logs of the database's server, where it is one's own */
export type StoreOptions = { keyring?: Keyring; logs?: readonly string[] }

/** Opens a pool. `connection` is pg's own configuration (a URL in `connectionString`, or a socket folder in `host`). */
export function openStore(
  connection: pg.PoolConfig,
  { keyring = passingKeyring(), logs }: StoreOptions = {},
): Store {
  const pool = poolOf(connection, 10)
  const owner = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const readers = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(connection, 2) }) })
  return {
    owner,
    pool,
    inWorkspace: async (workspace, work, viewer = THE_HOUSE) =>
      walled(owner, settingsOf(workspace, viewer), work),
    atOneInstant: (workspace, work) =>
      readers
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (plain) => work((await walledIn(plain, settingsOf(workspace, THE_HOUSE))) as Tx)),
    asHouse,
    onCommit: (told) => listenToCommits(connection, told),
    keyring,
    purge: () => purge(connection, logs),
    close: async () => {
      await readers.destroy()
      await owner.destroy()
    },
  }
}

function poolOf(connection: pg.PoolConfig, max: number): pg.Pool {
  const pool = new pg.Pool({ max, statement_timeout: 120_000, query_timeout: 150_000, ...connection })
  // An idle client whose server went away must not end the process; the next query says what is wrong.
  pool.on('error', () => {})
  return pool
}

const THE_HOUSE: Viewer = { role: 'system' }

/** Literals, not parameters: SET takes none, and set_config() is not propagated by Citus. */
function settingsOf(workspace: Id<'workspace'>, { role, member = null, person = null }: Viewer): string {
  if (!isId(workspace)) throw new TypeError(`not a workspace id: ${workspace}`)
  for (const id of [member, person]) if (id !== null && !isId(id)) throw new TypeError(`not an id: ${id}`)
  const settings = { workspace, member: member ?? '', person: person ?? '' }
  const set = Object.entries(settings).map(([name, value]) => `set local app.${name} = '${value}'`)
  return [...set, roleOf({ role })].join('; ')
}

async function asHouse<T>(tx: Tx, viewer: Viewer, work: () => Promise<T>): Promise<T> {
  await sql.raw(roleOf(THE_HOUSE)).execute(tx)
  try {
    return await work()
  } finally {
    // In a transaction that a statement broke nothing can be set, nor read by anybody.
    await sql
      .raw(roleOf(viewer))
      .execute(tx)
      .catch(() => {})
  }
}

/** Only the role is the house's: who asks remains known, and their own words remain theirs. */
const roleOf = ({ role }: Viewer): string => {
  if (!/^[a-z-]+$/.test(role)) throw new TypeError(`not a role: ${role}`)
  return `set local app.role = '${role}'`
}

async function walled<T>(
  owner: Db,
  settings: string,
  work: (tx: Tx, written: ReadonlySet<string>) => Promise<T>,
): Promise<T> {
  const written = new Set<string>()
  return owner.transaction().execute(async (plain) => {
    await walledIn(plain, settings)
    return work(plain.withPlugin(notesTables(written)) as Tx, written)
  })
}

async function walledIn(plain: Transaction<Tables>, settings: string): Promise<Transaction<Tables>> {
  await sql.raw(`set local role acquaint_app; ${settings}`).execute(plain)
  return plain
}

/** Notes which tables a transaction wrote to ("?" for one it cannot tell), so that what hangs on them can follow. */
function notesTables(written: Set<string>): KyselyPlugin {
  return {
    transformQuery({ node }) {
      for (const table of targets(node)) written.add(table)
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

function targets(node: OperationNode): string[] {
  if (RawNode.is(node)) return rawTargets(node.sqlFragments)
  const tables =
    InsertQueryNode.is(node) || MergeQueryNode.is(node)
      ? [node.into]
      : UpdateQueryNode.is(node)
        ? [node.table]
        : DeleteQueryNode.is(node)
          ? node.from.froms
          : []
  return tables.filter((table) => table !== undefined && TableNode.is(table)).map(tableName)
}

const tableName = (node: OperationNode): string => (node as TableNode).table.identifier.name

const WRITES = /\b(?:insert\s+into|update|delete\s+from|merge\s+into)\s+(?:only\s+)?("?\w+"?)?/gi

/** Tables that a statement of plain SQL writes to, with those of its WITH parts; "?" where the name is put in later. */
function rawTargets(fragments: readonly string[]): string[] {
  const text = fragments.join(' ? ')
  if (!/^\s*(insert|update|delete|merge|with)\b/i.test(text)) return []
  return [...text.matchAll(WRITES)].map(([, name]) => name?.replaceAll('"', '') ?? '?')
}
