// Two queries of the LDBC Social Network Benchmark over the public interface, held against the same in SQL: IC11 (job
// referral: who of the friends and their friends works in a country since before a year) and IC13 (single shortest path).
import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../store/migrate.ts'
import { testDatabase } from '../store/testing.ts'
import { seeded } from './cases.ts'
import { NONE } from './cost.ts'
import { buildNetwork } from './network.ts'
import type { Network } from './types.ts'

const FOLDER = '../shared/data/networks/ldbc-snb-sf0.1'
const QUESTIONS = 40
const LIMIT = 10

type Referral = { person: string; organization: string; since: number }

function rowsOf(file: string): string[][] {
  const [, ...lines] = readFileSync(`${FOLDER}/${file}.csv`, 'utf8').trim().split('\n')
  return lines.map((line) => line.split('|'))
}

class Society {
  readonly ids = rowsOf('Person').map(([id]) => id!)
  readonly jobs = rowsOf('Person_workAt_Organisation')
  readonly knows = ['Person_knows_Person', 'Person_knows_Person_1'].flatMap(rowsOf)
  readonly countries = new Map(rowsOf('Organisation_isLocatedIn_Place').map(([id, place]) => [id!, place!]))
  readonly names = new Map(rowsOf('Organisation').map(([id, , name]) => [id!, name!]))
  readonly places = new Map(this.ids.map((id, place) => [id, place]))
  readonly network: Network = buildNetwork({
    people: this.ids.length,
    organizations: 0,
    hopCost: [0, 0, 0],
    ties: {
      a: Uint32Array.from(this.knows, ([a]) => this.places.get(a!)!),
      b: Uint32Array.from(this.knows, ([, b]) => this.places.get(b!)!),
      cost: new Uint8Array(this.knows.length).fill(1),
    },
    affiliations: { person: new Uint32Array(), organization: new Uint32Array(), cost: new Uint8Array() },
  })

  referrals(person: string, country: string, before: number): Referral[] {
    const near = this.network.reach({ from: this.places.get(person)!, maxTies: 2 })
    return this.jobs
      .filter(
        ([who, at, since]) =>
          near[this.places.get(who!)!]! < NONE && this.isThere(at!, country, +since!, before),
      )
      .map(([who, at, since]) => ({ person: who!, organization: this.names.get(at!)!, since: Number(since) }))
      .sort(inOrder)
      .slice(0, LIMIT)
  }

  isThere(organization: string, country: string, since: number, before: number): boolean {
    return since < before && this.countries.get(organization) === country
  }

  /** In strides of three ties; -1 when nobody leads there. */
  distance(one: string, other: string): number {
    const target = this.places.get(other)!
    const known = new Map([[this.places.get(one)!, 0]])
    for (let depth = 0; ; depth += 3) {
      const distance = known.get(target)
      if (distance !== undefined) return distance
      const edge = [...known].filter(([, distance]) => distance === depth)
      if (edge.length === 0) return -1
      for (const [from] of edge) this.stride(from, depth, known)
    }
  }

  stride(from: number, depth: number, known: Map<number, number>): void {
    for (const [person, ties] of this.network.reach({ from }).entries()) {
      if (ties < NONE) known.set(person, Math.min(depth + ties, known.get(person) ?? NONE))
    }
  }
}

function inOrder(one: Referral, other: Referral): number {
  const byPerson = Number(BigInt(one.person) - BigInt(other.person))
  return one.since - other.since || byPerson || (one.organization < other.organization ? 1 : -1)
}

const REFERRALS = `
  with friends as (
    select b as person from knows where a = $1
    union select two.b from knows one join knows two on two.a = one.b where one.a = $1)
  select job.person::text, organization.name as organization, job.since
  from friends join job using (person) join organization on organization.id = job.organization
  where job.person <> $1 and organization.place = $2 and job.since < $3
  order by job.since, job.person, organization.name collate "C" desc limit ${LIMIT}`

const DISTANCE = `
  with recursive reached(person, depth) as (
    values ($1::bigint, 0)
    union select knows.b, depth + 1 from reached join knows on knows.a = reached.person where depth < 8)
  select coalesce(min(depth), -1)::int as depth from reached where person = $2`

describe.skipIf(!existsSync(FOLDER))('the Social Network Benchmark', () => {
  const society = existsSync(FOLDER) ? new Society() : (undefined as never)
  const draw = seeded(11)
  let client: pg.Client
  let drop: () => Promise<void>

  beforeAll(async () => {
    const database = await testDatabase((url) => migrate({ connectionString: url }))
    drop = database.drop
    client = new pg.Client(database.connection)
    await client.connect()
    await fill(client, society)
  })

  afterAll(async () => {
    await client.end()
    await drop()
  })

  it('IC11: the same referrals, in the same order', async () => {
    let found = 0
    for (let question = 0; question < QUESTIONS; question++) {
      const person = draw.pick(society.ids)
      const country = society.countries.get(draw.pick(society.jobs)[1]!)!
      const year = 2000 + draw.below(14)
      const { rows } = await client.query(REFERRALS, [person, country, year])
      expect(society.referrals(person, country, year)).toEqual(rows)
      found += rows.length
    }
    expect(found).toBeGreaterThan(QUESTIONS)
  })

  it('IC13: the same lengths, and -1 for whom nobody knows', async () => {
    const lengths = new Set<number>()
    for (let question = 0; question < QUESTIONS / 2; question++) {
      const [one, other] = [draw.pick(society.ids), draw.pick(society.ids)]
      const { rows } = await client.query(DISTANCE, [one, other])
      expect(society.distance(one, other)).toBe(rows[0].depth)
      lengths.add(rows[0].depth)
    }
    expect(lengths.size).toBeGreaterThan(2)
    expect(society.distance(society.ids[0]!, society.ids[0]!)).toBe(0)
  })
})

async function fill(client: pg.Client, { knows, jobs, countries, names }: Society): Promise<void> {
  await client.query(`
    create temporary table knows (a bigint, b bigint);
    create temporary table job (person bigint, organization bigint, since int);
    create temporary table organization (id bigint, name text, place bigint);`)
  const both = knows.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ])
  await insert('knows', ['bigint', 'bigint'], both)
  await insert('job', ['bigint', 'bigint', 'int'], jobs)
  await insert(
    'organization',
    ['bigint', 'text', 'bigint'],
    [...names].map(([id, name]) => [id, name, countries.get(id)]),
  )
  await client.query('create index on knows (a)')

  async function insert(table: string, types: string[], rows: (string | undefined)[][]): Promise<void> {
    const columns = types.map((_, at) => rows.map((row) => row[at]))
    const unnested = types.map((type, at) => `$${at + 1}::${type}[]`).join(', ')
    await client.query(`insert into ${table} select * from unnest(${unnested})`, columns)
  }
}
