import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditList } from '../access/audit.ts'
import { memberEnd } from '../access/members.ts'
import { type Action, perform } from '../action.ts'
import { capabilities } from '../capabilities.ts'
import { careerAdd } from '../people/career.ts'
import { personEdit } from '../people/edit.ts'
import { noteAdd } from '../people/notes.ts'
import { personAdd, personShow } from '../people/people.ts'
import { Refusal } from '../refusal.ts'
import type { Id } from '../store/ids.ts'
import { tenantTables } from '../store/tenant-tables.ts'
import { candidacyAdd, candidacyMove, candidacyTell } from './candidacies.ts'
import { candidacyList, candidacyShow } from './candidacy-list.ts'
import { clientCandidacy, clientDocument, clientSay, clientShow } from './client.ts'
import { candidacyAnswer } from './client-words.ts'
import { mandateContact } from './mandate-team.ts'
import { mandateOpen, mandateSay } from './mandates.ts'
import { portalShow } from './portal.ts'
import { candidacyShare, SHARE_FIELDS } from './share.ts'
import { type TestFirm, testFirm } from './testing.ts'

let firm: TestFirm
let person: string
let mandate: string
let candidacy: string
let document: string
const carl = () => firm.as('consultant')
const clive = () => firm.as('client-contact')

beforeAll(async () => {
  firm = await testFirm()
  const added = { name: 'Vera Holm', headline: 'INTERNAL HEADLINE', notes: 'INTERNAL loud' }
  person = (await carl().ask(personAdd, added)).person
  await carl().ask(careerAdd, { person, at: ['Northwind:2015..2019'] })
  await carl().ask(noteAdd, { person, says: 'INTERNAL asks for too much' })
  await carl().ask(careerAdd, { person, at: ['Fjord Systems:2020'] })
  mandate = (await carl().ask(mandateOpen, { title: 'Head of finance', client: 'Globex' })).mandate
  await carl().ask(mandateContact, { mandate, person: clive().person!, part: 'decides' })
  candidacy = (await carl().ask(candidacyAdd, { mandate, person })).candidacy
  const move = { candidacy, to: 'shortlist', moves: 0, reason: 'INTERNAL r', note: 'INTERNAL n' } as const
  await carl().ask(candidacyMove, move)
  document = await addDocument(person)
})
afterAll(() => firm.close())

async function addDocument(whose: string): Promise<string> {
  const { rows } = await firm.house.store.pool.query(
    `insert into document (workspace_id, id, name, kind, bytes, digest, person_id, confirmed_at, origin_id)
     select workspace_id, gen_random_uuid(), 'vera-holm.pdf', 'pdf', 'the resume', decode(md5($2), 'hex'), $2::uuid, now(), origin_id
     from person where workspace_id = $1 and id = $2::uuid returning id`,
    [firm.workspace, whose],
  )
  return rows[0].id
}

const TEXTS = { summary: 'Built two finance teams.', salary: '180 to 200' }
const share = (fields: (typeof SHARE_FIELDS)[number][], more: object = {}) =>
  carl().ask(candidacyShare, {
    ...{ candidacy, fields, ...TEXTS, documents: fields.includes('documents') ? [document] : [], ...more },
  })
const seen = () => clive().ask(clientCandidacy, { candidacy })
const notThere = { code: 'not-found' }

/** What each field would give away. */
const MARKS = {
  name: 'Vera Holm',
  work: 'Fjord Systems',
  career: 'Northwind',
  summary: 'Built two finance teams.',
  salary: '180 to 200',
  documents: '"document"',
} as const

describe('a client', () => {
  beforeEach(() => share([]))

  it('sees nothing by default: the mandate, and nobody in it', async () => {
    expect(await clive().ask(clientShow)).toEqual({
      mandates: [{ mandate, title: 'Head of finance', state: 'open', candidates: [] }],
    })
    await expect(seen()).rejects.toMatchObject(notThere)
    await expect(clive().ask(clientSay, { candidacy, kind: 'yes' })).rejects.toMatchObject(notThere)
    await expect(clive().ask(clientDocument, { candidacy, document })).rejects.toMatchObject(notThere)
  })

  it.each(SHARE_FIELDS)('sees exactly %s when it alone is shared', async (field) => {
    await share([field])
    const told = JSON.stringify([await seen(), await clive().ask(clientShow)])
    for (const one of SHARE_FIELDS) {
      // The career names where they work now, too.
      const isTold = one === field || (field === 'career' && one === 'work')
      expect([one, told.includes(MARKS[one])]).toEqual([one, isTold])
    }
    expect((await seen()).called).toBe(field === 'name' ? 'Vera Holm' : 'Candidate 1')
    expect(Object.keys(await seen()).filter((key) => SHARE_FIELDS.some((one) => one === key))).toEqual([
      field,
    ])
  })

  it('sees the fields as they stand now, not as they stood', async () => {
    await share(['name'])
    await carl().ask(personEdit, { person, name: 'Vera Holm-Sand' })
    expect((await seen()).name).toBe('Vera Holm-Sand')
    await carl().ask(personEdit, { person, name: 'Vera Holm' })
  })

  it('opens a document whose name says whose it is only with the name', async () => {
    await share(['documents'])
    const opened = await clive().ask(clientDocument, { candidacy, document })
    expect(opened).toMatchObject({ name: 'document-1.pdf', kind: 'pdf' })
    expect(Buffer.from(opened.base64, 'base64').toString()).toBe('the resume')
    await share(['documents', 'name'])
    expect((await clive().ask(clientDocument, { candidacy, document })).name).toBe('vera-holm.pdf')
    await share(['name'])
    await expect(clive().ask(clientDocument, { candidacy, document })).rejects.toMatchObject(notThere)
  })

  it('says yes, no or more please; the card, the timeline and the answer have it, marked as theirs', async () => {
    await share(['name', 'summary'])
    await clive().ask(clientSay, { candidacy, kind: 'more', says: 'Which systems?' })
    await carl().ask(candidacyAnswer, { candidacy, says: 'Two of them.' })
    await clive().ask(clientSay, { candidacy, kind: 'yes' })
    expect(await seen()).toMatchObject({
      verdict: 'yes',
      words: [
        { side: 'client', kind: 'more', says: 'Which systems?', by: 'Clive Ent' },
        { side: 'firm', kind: 'comment', says: 'Two of them.', by: 'Carl Consul' },
        { side: 'client', kind: 'yes', says: null },
      ],
    })
    const { candidacies } = await carl().ask(candidacyList, { mandate })
    expect(candidacies[0]).toMatchObject({ shared: true, client: 'yes' })
    const { timeline } = await carl().ask(personShow, { person })
    const said = timeline.map(({ says }) => says)
    expect(said).toContain('Head of finance, the client (Clive Ent): more, please, Which systems?')
    expect(said).toContain('Head of finance, to the client (Carl Consul): Two of them.')
  })

  it('comments in words, or not at all', async () => {
    await share(['name'])
    const asked = clive().ask(clientSay, { candidacy })
    await expect(asked).rejects.toMatchObject({ code: 'invalid-input', at: 'says' })
  })

  it('says nothing more once the search has ended', async () => {
    await share(['name'])
    await carl().ask(mandateSay, { mandate, state: 'cancelled' })
    await expect(clive().ask(clientSay, { candidacy, kind: 'no' })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await seen()).name).toBe('Vera Holm')
    await expect(share(['work'])).rejects.toMatchObject({ code: 'conflict' })
    // Taking back is possible all the same.
    await share([])
    await expect(seen()).rejects.toMatchObject(notThere)
    await carl().ask(mandateSay, { mandate, state: 'open' })
  })

  it('is in the log with whose file was read, for those who may know of the mandate', async () => {
    await share(['summary'])
    await seen()
    const { entries } = await firm.as('owner').ask(auditList, { person })
    expect(entries.map(({ capability, actor }) => [capability, actor])).toContainEqual([
      'client.candidacy',
      'Clive Ent',
    ])
  })
})

describe('what is internal', () => {
  it('reaches a client by no capability, whatever is shared', async () => {
    await share([...SHARE_FIELDS])
    for (const one of capabilities as readonly Action[]) {
      if (one.kind !== 'read' || !one.may.includes('client-contact')) continue
      const input = { candidacy, document, mandate, text: 'INTERNAL', search: 'INTERNAL' }
      const fields = Object.keys(one.input.shape)
      const given = Object.fromEntries(Object.entries(input).filter(([name]) => fields.includes(name)))
      const told = await perform(firm.house, one, given, clive()).catch((error: unknown) => {
        if (error instanceof Refusal) return error.message
        throw error
      })
      expect([one.name, JSON.stringify(told)]).toEqual([one.name, expect.not.stringContaining('INTERNAL')])
    }
  })

  it('is in no row that the database shows them, nor is anything of the person', async () => {
    const { store } = firm.house
    for (const { name } of await store.inWorkspace(firm.workspace, tenantTables)) {
      const { rows } = await store.inWorkspace(
        firm.workspace,
        (tx) => sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(tx),
        clive(),
      )
      const told = rows.map(({ row }) => row).join('\n')
      expect([name, told]).toEqual([name, expect.not.stringMatching(/INTERNAL|Vera|Northwind|180 to 200/)])
      if (name !== 'client_word') expect([name, told]).toEqual([name, expect.not.stringContaining(candidacy)])
    }
  })

  it('cannot be asked of the functions behind it: neither the person nor what is not shared', async () => {
    await share(['work'])
    const asked = (query: string) =>
      firm.house.store.inWorkspace(
        firm.workspace,
        (tx) => sql<{ row: string }>`select t::text as row from ${sql.raw(query)} t`.execute(tx),
        clive(),
      )
    await expect(asked('app_shares()')).rejects.toThrow(/permission denied/)
    const told = JSON.stringify([
      (await asked('app_shared_candidacies()')).rows,
      (await asked('app_shared_positions()')).rows,
      (await asked('app_shared_documents()')).rows,
    ])
    expect(told).toContain('Fjord Systems')
    for (const mark of [person, 'Vera', 'Northwind', TEXTS.summary, TEXTS.salary, 'resume']) {
      expect(told).not.toContain(mark)
    }
  })
})

describe('who is somebody else', () => {
  it('sees nothing of it: a contact of another mandate, a candidate, a member', async () => {
    await share([...SHARE_FIELDS])
    const { person: other } = await carl().ask(personAdd, { name: 'Ole Other' })
    const stranger = { ...clive(), person: other as Id<'person'> }
    const ask = (one: Action, input: object) => perform(firm.house, one, input, stranger)
    expect(await ask(clientShow as unknown as Action, {})).toEqual({ mandates: [] })
    await expect(ask(clientCandidacy as unknown as Action, { candidacy })).rejects.toMatchObject(notThere)
    await expect(ask(clientSay as unknown as Action, { candidacy, kind: 'no' })).rejects.toMatchObject(
      notThere,
    )
    for (const who of ['candidate', 'member', 'researcher', 'owner'] as const) {
      await expect(firm.as(who).ask(clientShow)).rejects.toMatchObject({ code: 'forbidden' })
    }
    const { store } = firm.house
    for (const who of ['candidate', 'member'] as const) {
      const told = await store.inWorkspace(
        firm.workspace,
        (tx) => tx.selectFrom('client_word').selectAll().execute(),
        firm.as(who),
      )
      expect(told).toEqual([])
    }
  })

  it('may not share: a researcher, a candidate, the client', async () => {
    for (const who of ['researcher', 'candidate', 'client-contact'] as const) {
      const asked = firm.as(who).ask(candidacyShare, { candidacy, fields: ['name'] })
      await expect(asked).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('does not speak for the other side, in plain SQL either', async () => {
    await share(['name'])
    const write = (side: 'client' | 'firm', who = clive()) =>
      firm.house.store.inWorkspace(
        firm.workspace,
        (tx) =>
          sql`insert into client_word (workspace_id, id, candidacy_id, side, kind, says, by_name, by_member, at)
              values (${firm.workspace}, gen_random_uuid(), ${candidacy}, ${side}, 'comment', 'x', 'x', ${who.member}, now())`.execute(
            tx,
          ),
        who,
      )
    await write('client')
    await expect(write('firm')).rejects.toThrow(/row-level security/)
    await expect(write('client', carl())).rejects.toThrow(/row-level security/)
    await share([])
    await expect(write('client')).rejects.toThrow(/row-level security/)
  })
})

describe('sharing', () => {
  it('is refused for a field in which nothing stands, and for a document of somebody else', async () => {
    const { person: other } = await carl().ask(personAdd, { name: 'Otto Other' })
    const { candidacy: empty } = await carl().ask(candidacyAdd, { mandate, person: other })
    const ask = (more: object) => carl().ask(candidacyShare, { candidacy: empty, fields: [], ...more })
    await expect(ask({ fields: ['summary'] })).rejects.toMatchObject({ at: 'summary' })
    await expect(ask({ fields: ['salary'], salary: ' ' })).rejects.toMatchObject({ at: 'salary' })
    await expect(ask({ fields: ['documents'] })).rejects.toMatchObject({ at: 'documents' })
    await expect(ask({ fields: ['documents'], documents: [document] })).rejects.toMatchObject(notThere)
  })

  it('is shown to the candidate once they were told of the mandate, and never before', async () => {
    const dana = firm.as('candidate')
    const own = await carl().ask(candidacyAdd, { mandate, person: dana.person! })
    await carl().ask(candidacyShare, { candidacy: own.candidacy, fields: ['name', 'summary'], ...TEXTS })
    expect((await dana.ask(portalShow)).candidacies[0]).toMatchObject({ shared: null })
    await carl().ask(candidacyTell, { candidacy: own.candidacy })
    expect((await dana.ask(portalShow)).candidacies[0]!.shared).toMatchObject({
      fields: ['name', 'summary'],
      summary: TEXTS.summary,
    })
  })

  it('is kept with its history, and shown on the card with who did it', async () => {
    await share(['name', 'work'])
    expect(await carl().ask(candidacyShow, { candidacy })).toMatchObject({
      share: { fields: ['name', 'work'], by: 'Carl Consul', ...TEXTS },
    })
  })

  it('ends with the member: they are somebody without a way in', async () => {
    await share(['name'])
    await firm.as('owner').ask(memberEnd, { member: clive().member! })
    const { rows } = await firm.house.store.pool.query(
      'select count(*) as n from session where workspace_id = $1 and member_id = $2',
      [firm.workspace, clive().member],
    )
    expect(Number(rows[0].n)).toBe(0)
  })
})
