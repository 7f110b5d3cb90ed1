import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { FoundPath, NetworkInput } from '../../src/network/types.ts'
import { startDatabase } from '../../src/store/server/index.ts'

/**
 * The ten best paths to an organization, in SQL, as DESIGN defines them: from the seeker one tie forwards, from those
 * who stand for the organization one tie backwards, and for three ties the one in the middle. Each step is a join on
 * a covering index.
 */
const PATHS = `
  with
    ends as materialized (
      select person, cost from affiliation where organization = $2 and person <> $1),
    first as materialized (
      select b as person, cost from tie where a = $1),
    before_last as materialized (
      select tie.b as person, ends.person as last, tie.cost + ends.cost as cost
      from ends join tie on tie.a = ends.person
      where tie.b <> $1 and tie.cost + ends.cost <= 254),
    paths as (
      select first.cost + ends.cost as cost, array[$1, first.person] as people
      from first join ends using (person)
      union all
      select first.cost + 16 + before_last.cost, array[$1, first.person, last]
      from first join before_last using (person)
      where first.cost + 16 + before_last.cost <= 254
      union all
      select first.cost + 16 + tie.cost + 33 + before_last.cost,
             array[$1, first.person, before_last.person, last]
      from first
      join tie on tie.a = first.person
      join before_last on before_last.person = tie.b
      where last <> first.person
        and first.cost + 16 + tie.cost + 33 + before_last.cost <= 254)
  select cost, people from paths order by cost, cardinality(people), people limit 10`

const TABLES = `
  create table tie (a integer, b integer, cost integer);
  create table affiliation (organization integer, person integer, cost integer);`

const INDEXES = `
  create index tie_out on tie (a) include (b, cost);
  create index affiliation_of on affiliation (organization) include (person, cost);`

export type SqlNetwork = { paths(from: number, organization: number): Promise<FoundPath[]> }

/** Works with the network in tables of an embedded PostgreSQL of its own, which is gone afterwards. */
export async function withSqlNetwork<T>(
  input: NetworkInput,
  work: (network: SqlNetwork) => Promise<T>,
): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), 'acquaint-bench-'))
  const database = await startDatabase({ data, external: '' })
  const client = new pg.Client(database.connection)
  await client.connect()
  try {
    await fill(client, input)
    return await work({ paths: (from, organization) => pathsOf(client, from, organization) })
  } finally {
    await client.end()
    await database.stop()
    await rm(data, { recursive: true, force: true })
  }
}

async function pathsOf(client: pg.Client, from: number, organization: number): Promise<FoundPath[]> {
  const { rows } = await client.query<FoundPath>({ name: 'paths', text: PATHS, values: [from, organization] })
  return rows
}

async function fill(client: pg.Client, { ties, affiliations }: NetworkInput): Promise<void> {
  await client.query(TABLES)
  await copy(client, 'tie', [ties.a, ties.b, ties.cost])
  // Both directions, and of parallel ties the cheapest, as the engine keeps them.
  await client.query(`
    create table both_ways as
      select a, b, min(cost) as cost
      from (select a, b, cost from tie union all select b, a, cost from tie) as each
      where a <> b group by a, b;
    drop table tie;
    alter table both_ways rename to tie;`)
  await copy(client, 'affiliation', [affiliations.organization, affiliations.person, affiliations.cost])
  await client.query(`
    create table cheapest as
      select organization, person, min(cost) as cost from affiliation group by organization, person;
    drop table affiliation;
    alter table cheapest rename to affiliation;`)
  await client.query(INDEXES)
  await client.query('vacuum analyze')
}

const ROWS_AT_ONCE = 20_000

async function copy(client: pg.Client, table: string, columns: ArrayLike<number>[]): Promise<void> {
  const into = client.query(copyFrom(`copy ${table} from stdin`))
  const rows = columns[0]!.length
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    const lines = Array.from({ length: Math.min(ROWS_AT_ONCE, rows - from) }, (_, at) =>
      columns.map((column) => column[from + at]!).join('\t'),
    )
    if (!into.write(`${lines.join('\n')}\n`)) await once(into, 'drain')
  }
  into.end()
  await once(into, 'finish')
}
