import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import copyStreams from 'pg-copy-streams'
import { type Frame, framesOf, type Head, headOf, readFrames, torn, writeFrames } from './backup-file.ts'
import {
  analyze,
  inTransaction,
  type Sequence,
  schemaOf,
  storedTables,
  sumOf,
  type Table,
  target,
  usedSequences,
} from './backup-tables.ts'
import { StoreError } from './server/errors.ts'

/** What a backup says of one table. */
interface TableSum {
  name: string
  rows: number
  /** SHA-256 of its rows as they stand in the file. */
  sha256: string
  /** Of its rows in any order, computed by the database. */
  fingerprint: string
}

/** The last word of a backup. */
interface Manifest {
  tables: TableSum[]
  /** The last value of each sequence that was used. */
  sequences: Sequence[]
}

/** What was saved or brought back. */
export interface BackupResult extends Head {
  tables: number
  rows: number
}

const SNAPSHOT = 'begin isolation level repeatable read read only'
const CHUNK = 1 << 16

/**
 * Writes all tables of schema `public` to a new file, as they were at one moment, while others go on working.
 * @param connection of the role `owner`.
 * @param program the version of the program, for the file's head.
 * @throws StoreError `backup-exists`, `not-migrated`, `not-allowed`, `no-space`, `file`.
 */
export async function backup(
  connection: pg.ClientConfig,
  file: string,
  program: string,
): Promise<BackupResult> {
  return inTransaction(connection, SNAPSHOT, async (client) => {
    const head = headOf(program, await schemaOf(client))
    const manifest: Manifest = { tables: [], sequences: await usedSequences(client) }
    await writeFrames(file, allFrames(client, head, manifest))
    return resultOf(head, manifest)
  })
}

async function* allFrames(client: pg.Client, head: Head, manifest: Manifest): AsyncGenerator<Buffer> {
  yield* framesOf('H', head)
  for (const table of await storedTables(client)) {
    yield* framesOf('T', table)
    manifest.tables.push(yield* tableFrames(client, table))
  }
  yield* framesOf('M', manifest)
}

async function* tableFrames(client: pg.Client, table: Table): AsyncGenerator<Buffer, TableSum> {
  const hash = createHash('sha256')
  const rows = client.query(copyStreams.to(`copy ${target(table)} to stdout`))
  for await (const chunk of gather(rows)) {
    hash.update(chunk)
    yield* framesOf('D', chunk)
  }
  return { name: table.name, sha256: hash.digest('hex'), ...(await sumOf(client, table)) }
}

/** COPY hands over row by row; frames of some size cost less. */
async function* gather(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    size += chunk.length
    if (size < CHUNK) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}

/**
 * Fills an empty, migrated database from a backup: all of it, verified, or nothing.
 * @param connection of the role `owner`.
 * @throws StoreError `backup-foreign`, `backup-torn`, `backup-newer`, `backup-older`, `not-empty`, `not-migrated`,
 * `not-allowed`, `file`.
 */
export async function restore(connection: pg.ClientConfig, file: string): Promise<BackupResult> {
  const frames = readFrames(file)
  try {
    const head: Head = contentOf((await nextFrame(frames, file)).content)
    const result = await inTransaction(connection, 'begin', (client) => fill(client, file, head, frames))
    await analyze(connection)
    return result
  } finally {
    await frames.return()
  }
}

/** What the head of a backup says, read without touching a database. */
export async function backupHead(file: string): Promise<Head> {
  for await (const { content } of readFrames(file)) return contentOf(content)
  throw torn(file, 'it has no head')
}

async function fill(client: pg.Client, file: string, head: Head, frames: AsyncGenerator<Frame, void>) {
  checkSchema(file, head, await schemaOf(client))
  const tables = await storedTables(client)
  await requireEmpty(client, tables)
  // Neither foreign keys nor triggers now: the tables come in the order of their names.
  await client.query('set local session_replication_role = replica')
  const loaded = new Map<string, { table: Table; sha256: string }>()
  let frame = await nextFrame(frames, file)
  while (frame.kind === 'T') {
    const table = knownTable(file, tables, contentOf<Table>(frame.content))
    const { sha256, next } = await loadTable(client, file, table, frames)
    loaded.set(table.name, { table, sha256 })
    frame = next
  }
  const manifest = contentOf<Manifest>(frame.content)
  if (frame.kind !== 'M' || !(await frames.next()).done) throw torn(file, 'its parts are out of order')
  await verify(client, file, manifest, loaded)
  for (const { name, value } of manifest.sequences) await client.query('select setval($1, $2)', [name, value])
  return resultOf(head, manifest)
}

function checkSchema(file: string, head: Head, schema: number): void {
  if (head.schema === schema) return
  const newer = head.schema > schema
  throw new StoreError(
    newer ? 'backup-newer' : 'backup-older',
    `${file} has schema ${head.schema} (Acquaint ${head.program}), ${newer ? 'newer' : 'older'} than schema ${schema} ` +
      `of this database: ${newer ? 'update Acquaint first' : `restore it into a database of schema ${head.schema}`}.`,
  )
}

/** Locks the tables too, so that nobody writes between the look and the rows. */
async function requireEmpty(client: pg.Client, tables: Table[]): Promise<void> {
  const names = tables.map(({ name }) => client.escapeIdentifier(name))
  if (names.length > 0) await client.query(`lock table ${names.join(', ')} in share row exclusive mode`)
  for (const name of names) {
    const { rowCount } = await client.query(`select from ${name} limit 1`)
    if (!rowCount) continue
    throw new StoreError(
      'not-empty',
      `The database is not empty (table ${name} has rows): restore into a new data folder; nothing was changed.`,
    )
  }
}

function knownTable(file: string, tables: Table[], found: Table): Table {
  const known = tables.find(({ name }) => name === found.name)
  const columns = new Set(known?.columns)
  // The names go into SQL: only those that this database itself has.
  if (known && found.columns.every((column) => columns.has(column))) return found
  throw torn(file, `its table ${found.name} is not as in this database`)
}

async function loadTable(client: pg.Client, file: string, table: Table, frames: AsyncGenerator<Frame, void>) {
  const hash = createHash('sha256')
  const state: { next?: Frame } = {}
  const rows = async function* () {
    for (;;) {
      const frame = await nextFrame(frames, file)
      if (frame.kind !== 'D') {
        state.next = frame
        return
      }
      hash.update(frame.content)
      yield frame.content
    }
  }
  await pipeline(
    Readable.from(rows(), { objectMode: false }),
    client.query(copyStreams.from(`copy ${target(table)} from stdin`)),
  )
  return { sha256: hash.digest('hex'), next: state.next as Frame }
}

async function verify(
  client: pg.Client,
  file: string,
  manifest: Manifest,
  loaded: Map<string, { table: Table; sha256: string }>,
): Promise<void> {
  if (manifest.tables.length !== loaded.size) throw torn(file, 'tables are missing')
  for (const expected of manifest.tables) {
    const found = loaded.get(expected.name)
    if (found?.sha256 !== expected.sha256)
      throw torn(file, `table ${expected.name} does not match its SHA-256`)
    const sum = await sumOf(client, found.table)
    if (sum.rows !== expected.rows || sum.fingerprint !== expected.fingerprint) {
      throw torn(
        file,
        `table ${expected.name} came back with ${sum.rows} rows of ${expected.rows}, or changed`,
      )
    }
  }
}

async function nextFrame(frames: AsyncGenerator<Frame, void>, file: string): Promise<Frame> {
  const { value, done } = await frames.next()
  if (done || !value) throw torn(file, 'its end is missing')
  return value
}

function contentOf<T>(content: Buffer): T {
  return JSON.parse(content.toString())
}

function resultOf(head: Head, { tables }: Manifest): BackupResult {
  return { ...head, tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) }
}
