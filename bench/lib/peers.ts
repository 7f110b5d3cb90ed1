import { spawnSync } from 'node:child_process'
import { DuckDBInstance } from '@duckdb/node-api'
import Database from 'better-sqlite3'
import Graph from 'graphology'
import { comparePaths } from '../../src/network/order.ts'
import type { FoundPath, NetworkInput } from '../../src/network/types.ts'
import { ROOT } from './report.ts'

/** Another way to answer the same `paths` questions. */
export type Peer = {
  name: string
  paths(from: number, organization: number): FoundPath[] | Promise<FoundPath[]>
  close(): void
}

type Row = { cost: number; ties: number; a: number; b: number | null; c: number | null }

/** From the seeker one tie forwards, from the ends one tie backwards, and for three ties the one in the middle. */
const PATHS = `
  with
    ends as materialized (select person, cost from affiliation where organization = ?2 and person <> ?1),
    first as materialized (select b as person, cost from tie where a = ?1),
    before_last as materialized (
      select tie.b as person, ends.person as last, tie.cost + ends.cost as cost
      from ends join tie on tie.a = ends.person
      where tie.b <> ?1 and tie.cost + ends.cost <= 254)
  select first.cost + ends.cost as cost, 1 as ties, first.person as a, null as b, null as c
  from first join ends on ends.person = first.person
  union all
  select first.cost + 16 + before_last.cost, 2, first.person, last, null
  from first join before_last on before_last.person = first.person
  where first.cost + 16 + before_last.cost <= 254
  union all
  select first.cost + 49 + tie.cost + before_last.cost, 3, first.person, before_last.person, last
  from first
  join tie on tie.a = first.person
  join before_last on before_last.person = tie.b
  where last <> first.person and first.cost + 49 + tie.cost + before_last.cost <= 254
  order by 1, 2, 3, 4, 5 limit 10`

function pathOf(from: number, { cost, a, b, c }: Row): FoundPath {
  return { cost: Number(cost), people: [from, a, b, c].filter((id) => id !== null).map(Number) }
}

/** Ties of both directions, of parallel ones the cheapest: what the peers are filled with. */
function* tiesOf({ ties: { a, b, cost } }: NetworkInput): Generator<[number, number, number]> {
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue
    yield [a[at]!, b[at]!, cost[at]!]
    yield [b[at]!, a[at]!, cost[at]!]
  }
}

function* affiliationsOf({ affiliations }: NetworkInput): Generator<[number, number, number]> {
  const { person, organization, cost } = affiliations
  for (let at = 0; at < person.length; at++) yield [organization[at]!, person[at]!, cost[at]!]
}

const CHEAPEST = 'do update set cost = min(cost, excluded.cost)'

/** SQLite in memory, its tables clustered as the covering indexes that the query wants. */
export function sqlite(input: NetworkInput): Peer {
  const database = openSqlite()
  database.exec(`
    create table tie (a integer, b integer, cost integer, primary key (a, b)) without rowid;
    create table affiliation (organization integer, person integer, cost integer,
      primary key (organization, person)) without rowid;`)
  const fill = database.transaction(() => {
    const tie = database.prepare(`insert into tie values (?, ?, ?) on conflict ${CHEAPEST}`)
    for (const row of tiesOf(input)) tie.run(...row)
    const affiliation = database.prepare(`insert into affiliation values (?, ?, ?) on conflict ${CHEAPEST}`)
    for (const row of affiliationsOf(input)) affiliation.run(...row)
  })
  fill()
  database.exec('analyze')
  // Left to choose the order of joins, it reads all ties.
  const ordered = PATHS.replaceAll(/\bjoin\b/g, 'cross join')
  const text = ordered.replaceAll('?1', '@from').replaceAll('?2', '@organization')
  const query = database.prepare<{ from: number; organization: number }, Row>(text)
  return {
    name: 'SQLite',
    paths: (from, organization) => query.all({ from, organization }).map((row) => pathOf(from, row)),
    close: () => database.close(),
  }
}

/** Installed without scripts, better-sqlite3 is not compiled yet. */
function openSqlite(): Database.Database {
  try {
    return new Database(':memory:')
  } catch {
    spawnSync('npm', ['rebuild', 'better-sqlite3', '--ignore-scripts=false'], { cwd: ROOT, shell: true })
    return new Database(':memory:')
  }
}

/** DuckDB in memory, on one thread, its rows sorted so that it reads few of them. */
export async function duckdb(input: NetworkInput): Promise<Peer> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run('create table drawn (a integer, b integer, cost integer)')
  await append('drawn', tiesOf(input))
  await connection.run('create table entered (a integer, b integer, cost integer)')
  await append('entered', affiliationsOf(input))
  await connection.run(`
    create table tie as select a, b, min(cost) as cost from drawn group by a, b order by a, b;
    create table affiliation as
      select a as organization, b as person, min(cost) as cost from entered group by a, b order by a, b;
    drop table drawn; drop table entered;`)
  const query = await connection.prepare(PATHS.replaceAll('?', '$'))
  return {
    name: 'DuckDB',
    paths: async (from, organization) => {
      query.bindInteger(1, from)
      query.bindInteger(2, organization)
      const rows = await (await query.runAndReadAll()).getRowObjectsJS()
      return rows.map((row) => pathOf(from, row as Row))
    },
    close: () => connection.closeSync(),
  }

  async function append(table: string, rows: Iterable<[number, number, number]>): Promise<void> {
    const appender = await connection.createAppender(table)
    for (const row of rows) {
      for (const value of row) appender.appendInteger(value)
      appender.endRow()
    }
    appender.closeSync()
  }
}

/** graphology, with the same meeting in the middle: one step back from the ends, then forwards. */
export function graphology(input: NetworkInput): Peer {
  const graph = new Graph({ type: 'undirected', multi: false, allowSelfLoops: false })
  for (let person = 0; person < input.people; person++) graph.addNode(person)
  const { a, b, cost } = input.ties
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) addCheapest(graph, a[at]!, b[at]!, cost[at]!)
  const staff = new Map<number, Map<number, number>>()
  for (const [organization, person, cost] of affiliationsOf(input)) {
    const people = staff.get(organization) ?? new Map<number, number>()
    people.set(person, Math.min(cost, people.get(person) ?? 254))
    staff.set(organization, people)
  }
  return {
    name: 'graphology',
    paths: (from, organization) => meet(graph, from, new Map(staff.get(organization))),
    close: () => graph.clear(),
  }
}

function addCheapest(graph: Graph, a: number, b: number, cost: number): void {
  graph.updateEdge(a, b, ({ cost: known }) => ({ cost: Math.min(known ?? 254, cost) }))
}

function meet(graph: Graph, from: number, ends: Map<number, number>): FoundPath[] {
  ends.delete(from)
  const found: FoundPath[] = []
  const beforeLast = new Map<number, [number, number][]>()
  const offer = (cost: number, people: number[]) => {
    if (cost <= 254) found.push({ cost, people })
  }
  for (const [end, cost] of ends) {
    eachTie(graph, end, (person, tie) => {
      if (person === from || cost + tie > 254) return
      const known = beforeLast.get(person)
      if (known) known.push([end, cost + tie])
      else beforeLast.set(person, [[end, cost + tie]])
    })
  }
  eachTie(graph, from, (first, one) => {
    if (ends.has(first)) offer(one + ends.get(first)!, [from, first])
    for (const [end, rest] of beforeLast.get(first) ?? []) offer(one + 16 + rest, [from, first, end])
    eachTie(graph, first, (second, two) => {
      for (const [end, rest] of beforeLast.get(second) ?? []) {
        if (end !== first) offer(one + 49 + two + rest, [from, first, second, end])
      }
    })
  })
  return found.sort(comparePaths).slice(0, 10)
}

function eachTie(graph: Graph, person: number, act: (other: number, cost: number) => void): void {
  const self = String(person)
  graph.forEachEdge(person, (_edge, { cost }, source, target) => {
    act(Number(source === self ? target : source), cost as number)
  })
}
