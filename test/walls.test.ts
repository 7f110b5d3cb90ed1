import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memberAdd } from '../src/access/members.ts'
import { tokenCreate } from '../src/access/tokens.ts'
import { theOwner, whoHas } from '../src/access/who.ts'
import { makeWorkspace } from '../src/access/workspaces.ts'
import { type Action, type Caller, perform } from '../src/action.ts'
import { capabilities } from '../src/capabilities.ts'
import { ROLES, type Role, STAFF } from '../src/role.ts'
import { methodOf, offered, routeOf } from '../src/serve/http/routes.ts'
import { mcpServer } from '../src/serve/mcp/server.ts'
import { toolName } from '../src/serve/mcp/tools.ts'
import { postOf, type TestServer, testServer } from '../src/serve/testing.ts'
import { findWay, type Way } from '../src/serve/way.ts'
import type { Id } from '../src/store/ids.ts'
import { tenantTables } from '../src/store/tenant-tables.ts'
import { capabilityNamed } from './support/house.ts'
import { type Ids, namesOneOf, sampleFor } from './support/samples.ts'

// Every capability, asked by every role, with the ids of what they may not know of: another firm's records, and a
// confidential mandate's. No answer, count, hit, path or error may give anything away, and nothing may be changed.
// Whatever is told of a secret carries its mark.

const LONG = { timeout: 600_000 }
const SECRET = 'Zyzzogeton'
const ELSEWHERE = 'Quokkaville'
/** Goes out to the web, or is about the sender's own files. */
const NOT_WALKED = new Set(['board.fetch', 'board.look', 'board.guess'])
const all = (capabilities as readonly Action[]).filter(({ name }) => !NOT_WALKED.has(name))
const reads = all.filter(({ kind, files }) => kind === 'read' && files === undefined)
const isStaff = (role: Role) => (STAFF as readonly Role[]).includes(role)

type Firm = {
  workspace: Id<'workspace'>
  owner: Caller
  lead: Caller
  tokens: Record<Role, string>
  ids: Ids
}

let server: TestServer
let way: Way
let ours: Firm
let theirs: Firm
let secret: Ids

beforeAll(async () => {
  // Time stands still: what is told twice is told alike.
  process.env.ACQUAINT_NOW = '2026-06-15T09:00:00Z'
  server = await testServer()
  way = await findWay(server.data)
  ours = await firm('Ours', 'ours.example', 'Plainly')
  theirs = await firm('Theirs', 'theirs.example', ELSEWHERE)
}, 120_000)
afterAll(async () => {
  delete process.env.ACQUAINT_NOW
  await way.close()
  await server.close()
})

const act = (caller: Caller, name: string, input: object): Promise<Record<string, string>> =>
  perform(server.house, capabilityNamed(name), input, caller) as Promise<Record<string, string>>

/** A firm with a member of every role, and a record of each kind whose texts carry its mark. */
async function firm(name: string, domain: string, mark: string): Promise<Firm> {
  const lead = `lead@${domain}`
  const { workspace } = await makeWorkspace(server.house, {
    name: `${mark} ${name}`,
    kind: 'firm',
    owner: lead,
  })
  const { owner: db } = server.house.store
  const callerOf = async (email: string): Promise<Caller> => ({
    ...(await whoHas(db, workspace, email))!,
    door: 'http',
  })
  const local: Caller = { ...theOwner(workspace), door: 'cli' }
  const tokens: Partial<Record<Role, string>> = {}
  for (const role of ROLES) {
    const email = `${role}@${domain}`
    await perform(server.house, memberAdd, { email, role, name: `${mark} ${role}` }, local)
    tokens[role] = (await perform(server.house, tokenCreate, { name: 'walk', email }, local)).token
  }
  const owner = await callerOf(lead)
  return {
    workspace,
    owner,
    lead: owner,
    tokens: tokens as Record<Role, string>,
    ids: await records(owner, mark),
  }
}

async function records(owner: Caller, mark: string): Promise<Ids> {
  const { person } = await act(owner, 'person.add', {
    ...{ name: `${mark} Vera`, organization: `${mark} Works`, title: `${mark} CFO`, notes: `${mark} note` },
  })
  const { organizations } = (await act(owner, 'organization.list', {})) as unknown as {
    organizations: { id: string }[]
  }
  const organization = organizations[0]!.id
  await act(owner, 'tie.confirm', { person })
  const { opening } = await act(owner, 'opening.add', { title: `${mark} controller`, organization })
  const { invitation } = await act(owner, 'invitation.add', { organization: `${mark} Board`, with: [person] })
  const { introduction } = await act(owner, 'introduction.ask', { target: person })
  const { offer } = await act(owner, 'offer.add', { invitation, says: `${mark} offer` })
  const { note } = await act(owner, 'note.add', { person, says: `${mark} note` })
  const { followUp } = await act(owner, 'follow-up.add', { says: `${mark} call`, dueOn: '2026-06-20' })
  const { policy } = await act(owner, 'off-limits.set', { person, because: `${mark} agreed`, effect: 'warn' })
  const { mandate } = await act(owner, 'mandate.open', { title: `${mark} search`, client: `${mark} Works` })
  const { candidacy } = await act(owner, 'candidacy.add', { mandate, person })
  // To a client nobody of whom is a contact of any other.
  await act(owner, 'candidacy.share', { candidacy, fields: ['name', 'work'], summary: `${mark} summary` })
  await act(owner, 'candidacy.answer', { candidacy, says: `${mark} answer` })
  const { report } = await act(owner, 'report.make', { mandate })
  return {
    ...{ person, organization, opening, invitation, introduction, offer, note, followUp, policy, mandate },
    ...{ candidacy, report, meeting: invitation, member: owner.member! },
  } as Ids
}

type Answer = { status: number; body: string }

async function ask(token: string, one: Action, input: Record<string, unknown>): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}` }
  const query = new URLSearchParams(
    Object.entries(input).flatMap(([field, value]) =>
      (Array.isArray(value) ? value : [value]).map((each): [string, string] => [
        field,
        typeof each === 'object' ? JSON.stringify(each) : String(each),
      ]),
    ),
  )
  const response =
    methodOf(one) === 'GET'
      ? await server.fetch(`${routeOf(one.name)}?${query}`, { headers })
      : await server.fetch(routeOf(one.name), postOf(input, headers))
  return { status: response.status, body: await response.text() }
}

/** Everything that is read by a role, in words, without the number of commits, which counts what others do too. */
async function everythingRead(role: Role): Promise<Record<string, string>> {
  const told: Record<string, string> = {}
  for (const one of reads.filter(({ name }) => offered.some((other) => other.name === name))) {
    const { status, body } = await ask(ours.tokens[role], one, sampleFor(one, ours.ids))
    const text = one.name === 'workspace.export' ? exported(body) : body
    // The log is part of all data about a person, and grows by this very walk.
    const still = text.replace(/"version":\d+/, '"version":0').replace(/"readings":\[[^\]]*\]/, '')
    told[one.name] = `${status} ${still}`
  }
  return told
}

/** The files of an export by their sums, but for those that tell of every reading and of every commit. */
function exported(body: string): string {
  const { files = [] } = JSON.parse(body) as { files?: { path: string; sha256: string }[] }
  const counting = ['data/audit.json', 'data/workspace.json', 'data/origin.json']
  return files.flatMap(({ path, sha256 }) => (counting.includes(path) ? [] : `${path} ${sha256}`)).join('\n')
}

async function addSecret(): Promise<Ids> {
  const { lead, ids } = ours
  const { mandate } = await act(lead, 'mandate.open', {
    ...{
      title: `${SECRET} chair`,
      client: 'Plainly Works',
      brief: `${SECRET} brief`,
      confidential: true,
    },
  })
  await act(lead, 'mandate.contact', { mandate, person: ids.person!, part: `${SECRET} decides` })
  const { candidacy } = await act(lead, 'candidacy.add', { mandate, person: ids.person! })
  await act(lead, 'candidacy.move', { candidacy, to: 'shortlist', moves: 0, reason: `${SECRET} reason` })
  await act(lead, 'candidacy.share', { candidacy, fields: ['summary'], summary: `${SECRET} summary` })
  await act(lead, 'candidacy.answer', { candidacy, says: `${SECRET} answer` })
  const { report } = await act(lead, 'report.make', { mandate })
  const note = `${SECRET} note`
  const { entry } = await act(lead, 'market.add', { mandate, organization: ids.organization!, note })
  const { criteria } = (await act(lead, 'scorecard.set', {
    ...{ mandate, criteria: [{ name: `${SECRET} criterion` }] },
  })) as unknown as { criteria: { criterion: string }[] }
  const marks = criteria.map(({ criterion }) => ({ criterion, mark: 4 }))
  const { scorecard } = await act(lead, 'scorecard.fill', { candidacy, marks, note })
  const { offer } = await act(lead, 'candidacy.offer', { candidacy, moves: 1, says: `${SECRET} offer` })
  const { placement } = await act(lead, 'placement.make', {
    ...{ candidacy, moves: 2, startsOn: '2026-07-01', guaranteeUntil: '2026-07-31', fee: `${SECRET} fee` },
  })
  return { mandate, candidacy, report, entry, scorecard, offer, placement } as Ids
}

/** Rows of a workspace, but for what is written of every question. */
async function contents(workspace: string): Promise<string> {
  const { rows: tables } = await server.house.store.pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public'
     and column_name = 'workspace_id' and table_name not in ('audit', 'origin', 'session', 'start_link') order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await server.house.store.pool.query(
      `select md5(string_agg(t::text, ' ' order by t::text)) as sum from ${name} t where workspace_id = $1`,
      [workspace],
    )
    found.push(`${name} ${rows[0].sum}`)
  }
  return found.join('\n')
}

const walked = ROLES.map((role) => [role] as const)

describe("another firm's records", LONG, () => {
  it.each(walked)('are not there for a %s, by HTTP', async (role) => {
    const before = await contents(theirs.workspace)
    const wrong: unknown[] = []
    for (const one of all.filter((each) => namesOneOf(each, theirs.ids))) {
      const { status, body } = await ask(ours.tokens[role], one, sampleFor(one, theirs.ids))
      const mayAsk = one.may.includes(role)
      if (body.includes(ELSEWHERE) || (!mayAsk && status !== 403 && status !== 400))
        wrong.push([one.name, status, body])
    }
    expect(wrong).toEqual([])
    expect(await contents(theirs.workspace)).toBe(before)
  })

  it.each(walked)('are not there for a %s, by MCP', async (role) => {
    const before = await contents(theirs.workspace)
    const [here, there] = InMemoryTransport.createLinkedPair()
    const assistant = mcpServer(way, { token: ours.tokens[role], write: true })
    const client = new Client({ name: 'walk', version: '1' })
    await Promise.all([assistant.connect(there), client.connect(here)])
    const wrong: unknown[] = []
    for (const one of all.filter((each) => !each.except?.mcp && namesOneOf(each, theirs.ids))) {
      const call = { name: toolName(one.name), arguments: sampleFor(one, theirs.ids) }
      const answer = JSON.stringify(await client.callTool(call).catch((error: Error) => error.message))
      if (answer.includes(ELSEWHERE)) wrong.push([one.name, answer])
    }
    await client.close()
    expect(wrong).toEqual([])
    expect(await contents(theirs.workspace)).toBe(before)
  })
})

/** Every row that the database itself shows to a role, in plain SQL, by its table. */
async function rowsSeen(role: Role): Promise<Record<string, string>> {
  const { store } = server.house
  const who = (await whoHas(store.owner, ours.workspace, `${role}@ours.example`))!
  const seen: Record<string, string> = {}
  for (const { name } of await store.inWorkspace(ours.workspace, tenantTables)) {
    const rows = await store.inWorkspace(
      ours.workspace,
      (tx) => sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(tx),
      who,
    )
    seen[name] = rows.rows.map(({ row }) => row).join('\n')
  }
  return seen
}

describe('who is no consultant', LONG, () => {
  it.each(walked.filter(([role]) => !isStaff(role)))(
    'is shown nothing by the database as %s',
    async (role) => {
      const seen = await rowsSeen(role)
      expect(Object.keys(seen).length).toBeGreaterThan(40)
      for (const [table, rows] of Object.entries(seen)) {
        const others = rows.replaceAll(`Plainly ${role}`, '')
        expect([table, others]).toEqual([table, expect.not.stringContaining('Plainly')])
      }
      // What is theirs is there: the wall is no empty room.
      expect(seen.person).toContain(`Plainly ${role}`)
      expect((await rowsSeen('consultant')).person).toContain('Plainly Vera')
    },
  )

  it.each(walked.filter(([role]) => !isStaff(role)))('reads nothing of the pool as %s', async (role) => {
    const own = `Plainly ${role}`
    for (const [name, told] of Object.entries(await everythingRead(role))) {
      expect([name, told.replaceAll(own, '').replaceAll('Plainly Ours', '')]).toEqual([
        name,
        expect.not.stringContaining('Plainly'),
      ])
    }
    const changes = await server.fetch('/api/changes', {
      headers: { authorization: `Bearer ${ours.tokens[role]}` },
    })
    expect(changes.status).toBe(403)
  })
})

describe('a confidential mandate', LONG, () => {
  it('changes nothing of what anybody reads who is not of its team: no row, count, hit, path or entry', async () => {
    const before = new Map<Role, Record<string, string>>()
    for (const role of ROLES) before.set(role, await everythingRead(role))
    secret = await addSecret()
    const marks = [SECRET, ...Object.values(secret)]
    for (const role of ROLES) {
      const after = await everythingRead(role)
      for (const [name, told] of Object.entries(after)) {
        expect([role, name, marks.filter((mark) => told.includes(mark))]).toEqual([role, name, []])
        // The log tells of every reading of a file, and so of this walk.
        if (name !== 'audit.list') expect([role, name, told]).toEqual([role, name, before.get(role)![name]])
      }
    }
    expect(Object.keys(before.get('owner')!).length).toBeGreaterThan(40)
    // Who is of its team sees it.
    expect(JSON.stringify(await act(ours.lead, 'mandate.list', {}))).toContain(SECRET)
  })

  it.each(walked)('is not shown to a %s by the database', async (role) => {
    for (const [table, rows] of Object.entries(await rowsSeen(role))) {
      const found = [SECRET, ...Object.values(secret)].filter((mark) => rows.includes(mark))
      expect([table, found]).toEqual([table, []])
    }
  })

  it.each(walked)('answers 404 to a %s by every route that can name it', async (role) => {
    const before = await contents(ours.workspace)
    for (const one of all.filter((each) => namesOneOf(each, secret))) {
      const { status, body } = await ask(ours.tokens[role], one, sampleFor(one, { ...ours.ids, ...secret }))
      expect([one.name, body]).toEqual([one.name, expect.not.stringContaining(SECRET)])
      expect([one.name, status]).toEqual([one.name, one.may.includes(role) ? 404 : 403])
    }
    expect(await contents(ours.workspace)).toBe(before)
  })
})
