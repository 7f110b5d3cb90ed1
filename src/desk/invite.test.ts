import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkHolder } from '../access/answer-link.ts'
import { auditList } from '../access/audit.ts'
import { type Caller, perform } from '../action.ts'
import { invitationDecide } from '../meeting/decision.ts'
import { invitationList, invitationShow } from '../meeting/invitations.ts'
import { pathFind } from '../meeting/paths.ts'
import { refusalList } from '../meeting/refusals.ts'
import { invitationWorth } from '../meeting/worth.ts'
import { careerAdd } from '../people/career.ts'
import { openingAdd } from '../people/opening.ts'
import { personAdd } from '../people/people.ts'
import { tieConfirm } from '../people/tie.ts'
import { valueSet } from '../people/value.ts'
import { hirerSay, mandateMeetings } from './both-sides.ts'
import { candidacyAdd } from './candidacies.ts'
import { workspaceDisclose } from './disclosure.ts'
import { candidacyInvite, invitationSend } from './invite.ts'
import { mandateContact } from './mandate-team.ts'
import { mandateEdit, mandateOpen } from './mandates.ts'
import { offLimitsSet } from './off-limits.ts'
import { invitationPitch } from './pitch.ts'
import { portalShow } from './portal.ts'
import { portalDebrief, portalWant } from './portal-debrief.ts'
import { portalAsk, portalDoors } from './portal-doors.ts'
import { portalAnswer, portalInvitation, portalInvitations } from './portal-invitations.ts'
import { type TestFirm, testFirm } from './testing.ts'

// A consultant invites a candidate to meet the client's Gwen, who was at Farlight until lately; Farlight looks for
// somebody, too.

let firm: TestFirm
const ids: Record<string, string> = {}
const carl = () => firm.as('consultant')
const dana = () => firm.as('candidate')
const owner = () => firm.as('owner')

beforeAll(async () => {
  firm = await testFirm('2026-06-15T09:00:00Z')
  const { person: gwen } = await carl().ask(personAdd, {
    name: 'Gwen Guest',
    organization: 'Globex',
    title: 'CFO',
  })
  const { person: enid } = await carl().ask(personAdd, { name: 'Enid End', organization: 'Farlight' })
  await carl().ask(careerAdd, { person: gwen, at: ['Farlight:2019..2026-03'] })
  await carl().ask(careerAdd, {
    person: dana().person!,
    at: ['Northwind:2015'],
    title: 'Financial controller',
  })
  await carl().ask(openingAdd, { organization: 'Farlight', title: 'Finance manager' })
  const { mandate } = await carl().ask(mandateOpen, { title: 'Finance director', client: 'Globex' })
  await carl().ask(mandateContact, { mandate, person: gwen, part: 'decides' })
  const { candidacy } = await carl().ask(candidacyAdd, { mandate, person: dana().person! })
  Object.assign(ids, { gwen, enid, mandate, candidacy })
})
afterAll(() => firm.close())

const invite = async (given: object = {}) =>
  (await carl().ask(candidacyInvite, { candidacy: ids.candidacy!, at: '2026-06-20T10:00Z', ...given }))
    .invitation

describe('an invitation of a candidate', () => {
  it('is prepared with the people of the client, and not seen by the candidate before it is sent', async () => {
    ids.invitation = await invite()
    const shown = await carl().ask(invitationShow, { invitation: ids.invitation })
    expect(shown).toMatchObject({ role: 'Finance director', organization: { name: 'Globex' } })
    expect(shown.room.map(({ name }) => name)).toEqual(['Gwen Guest'])
    expect((await dana().ask(portalInvitations)).invitations).toEqual([])
    await expect(dana().ask(portalInvitation, { invitation: ids.invitation })).rejects.toThrow(
      'no such invitation',
    )
  })

  it('has a pitch drafted from its worth: only what the candidate may know, each fact beside it', async () => {
    const { draft, facts } = await carl().ask(invitationPitch, { invitation: ids.invitation! })
    expect(facts).toEqual([
      'Globex would like to meet you on 20 Jun 2026 about "Finance director".',
      'You would meet Gwen Guest (CFO).',
      'Whether or not this becomes your job, knowing them opens 1 door elsewhere (Farlight).',
    ])
    expect(draft).toMatch(/^Hello Dana,[\s\S]*Carl Consul$/)
    await owner().ask(workspaceDisclose, { level: 'counts' })
    const quiet = await carl().ask(invitationPitch, { invitation: ids.invitation! })
    expect(quiet.draft).toContain('opens 1 door elsewhere.')
    expect(quiet.draft).not.toContain('Farlight')
    await owner().ask(workspaceDisclose, { level: 'organizations' })
  })

  it('shows the candidate what it is worth to them once it is sent, and tells them of the mandate', async () => {
    const { token } = await carl().ask(invitationSend, {
      invitation: ids.invitation!,
      pitch: 'Come and see.',
    })
    ids.token = token
    const [first] = (await dana().ask(portalInvitations)).invitations
    expect(first).toMatchObject({
      id: ids.invitation,
      organization: 'Globex',
      state: 'open',
      from: 'Carl Consul',
    })
    const shown = await dana().ask(portalInvitation, { invitation: ids.invitation! })
    expect(shown).toMatchObject({ pitch: 'Come and see.', state: 'open', details: { description: null } })
    expect(shown.worth.doors).toMatchObject([
      {
        title: 'Finance manager',
        organization: 'Farlight',
        through: { people: [{ name: 'Gwen Guest', room: true }] },
      },
    ])
    expect(JSON.stringify(shown)).not.toContain('Enid')
    expect((await dana().ask(portalShow)).candidacies[0]!.mandate).toMatchObject({ client: 'Globex' })
  })

  it("equals what the consultant sees of it, without the firm's own people", async () => {
    const { totals, doors } = await carl().ask(invitationWorth, { invitation: ids.invitation! })
    const shown = await dana().ask(portalInvitation, { invitation: ids.invitation! })
    expect(shown.worth.totals).toEqual(totals)
    expect(shown.worth.doors[0]!.after).toBe(doors[0]!.after)
  })
})

describe('the answer', () => {
  const byLink = async (): Promise<Caller> => ({
    ...(await linkHolder(firm.house.store, ids.token!))!,
    door: 'http',
  })

  it('is given by the token without an account, of this invitation alone', async () => {
    const caller = await byLink()
    const seen = await perform(firm.house, portalInvitation, {}, caller)
    expect(seen).toMatchObject({ id: ids.invitation, pitch: 'Come and see.' })
    const other = await invite({ role: 'Another' })
    await carl().ask(invitationSend, { invitation: other, pitch: 'This too.' })
    await expect(perform(firm.house, portalInvitation, { invitation: other }, caller)).rejects.toThrow(
      'no such',
    )
    await expect(perform(firm.house, portalShow, {}, caller)).rejects.toThrow('may not use')
    await expect(perform(firm.house, portalInvitations, {}, caller)).rejects.toThrow('may not use')
    const taken = await perform(firm.house, portalAnswer, { verdict: 'take' }, caller)
    expect(taken).toMatchObject({ invitation: ids.invitation, told: null })
    expect((await carl().ask(invitationShow, { invitation: ids.invitation! })).state).toBe('taken')
    expect(await linkHolder(firm.house.store, 'ans_nothing')).toBeNull()
    expect((await carl().ask(invitationShow, { invitation: ids.invitation! })).decisions).toHaveLength(1)
    const later = new Date(Date.now() + 31 * 86_400_000)
    expect(await linkHolder(firm.house.store, ids.token!, later)).toBeNull()
  })

  it('keeps what is against their values from the firm, in the reason, the advice and the note', async () => {
    await dana().ask(valueSet, { sector: 'tobacco', stance: 'never' })
    const other = await invite({ role: 'Tobacco buyer' })
    await carl().ask(invitationSend, { invitation: other, pitch: 'Come.' })
    const answer = { invitation: other, verdict: 'refuse', reason: 'values', note: 'SMOKE kills' } as const
    expect((await dana().ask(portalAnswer, answer)).told).toBe('personal')
    const { decisions } = await carl().ask(invitationShow, { invitation: other })
    expect(decisions).toMatchObject([{ verdict: 'refuse', reason: 'personal', note: null }])
    const rows = await firm.house.store.inWorkspace(firm.workspace, (tx) =>
      tx.selectFrom('decision').selectAll().execute(),
    )
    expect(JSON.stringify(rows)).not.toMatch(/values|SMOKE/)
    await dana().ask(portalAnswer, { ...answer, share: true })
    const { refusals } = await carl().ask(refusalList)
    expect(refusals[0]).toMatchObject({ reason: 'values', note: 'SMOKE kills', invitation: other })
    // Cleo is not of the team: what the candidate wrote is not for her.
    const cleo = firm.as('other-consultant')
    expect((await cleo.ask(refusalList)).refusals[0]).toMatchObject({ invitation: other, note: null })
    expect(JSON.stringify(await cleo.ask(invitationShow, { invitation: other }))).not.toContain('SMOKE')
  })

  it('tells whoever holds the token nothing that is the candidate’s alone: the firm holds it too', async () => {
    const other = await invite({ role: 'Head of leaf' })
    await firm.house.store.inWorkspace(firm.workspace, (tx) =>
      tx
        .updateTable('organization')
        .set({ industry: 'Tobacco Manufacturing' })
        .where('name', '=', 'Globex')
        .execute(),
    )
    const { token } = await carl().ask(invitationSend, { invitation: other, pitch: 'Come.' })
    const holder: Caller = { ...(await linkHolder(firm.house.store, token))!, door: 'http' }
    const own = await dana().ask(portalInvitation, { invitation: other })
    expect(own.worth.advice).toMatchObject({ clause: 'values-conflict', verdict: 'may-decline' })
    const { worth } = await perform(firm.house, portalInvitation, {}, holder)
    expect(worth.advice).toMatchObject({ clause: 'default', verdict: 'take' })
    expect(JSON.stringify(worth)).not.toMatch(/tobacco/i)
  })

  it('is of the candidate alone: no other candidate, member or client sees or gives it', async () => {
    for (const who of ['member', 'client-contact'] as const) {
      const asked = firm.as(who).ask(portalAnswer, { invitation: ids.invitation!, verdict: 'refuse' })
      await expect(asked).rejects.toThrow(/no such invitation|may not use/)
    }
    await expect(
      dana().ask(invitationDecide, { invitation: ids.invitation!, verdict: 'take' }),
    ).rejects.toThrow('may not use')
  })
})

describe('both sides', () => {
  it('are shown once both have said how it was, and not before', async () => {
    const of = { invitation: ids.invitation! }
    await dana().ask(portalWant, { ...of, value: 2 })
    await carl().ask(hirerSay, { ...of, moment: 'before', enthusiasm: 5 })
    await expect(carl().ask(hirerSay, { ...of, moment: 'after', enthusiasm: 2 })).rejects.toThrow(
      'still ahead',
    )
    firm.house.at('2026-06-21T09:00:00Z')
    const debrief = { ...of, enthusiasm: 5, met: [{ person: ids.gwen!, chemistry: 5, wouldTakeCall: true }] }
    await dana().ask(portalDebrief, debrief)
    await expect(dana().ask(portalAnswer, { ...of, verdict: 'refuse' })).rejects.toThrow('has begun')
    const before = (await carl().ask(mandateMeetings, { mandate: ids.mandate! })).invitations
    expect(before.find(({ id }) => id === ids.invitation)).toMatchObject({
      said: { candidate: true, hirer: false },
      sides: null,
    })
    expect(JSON.stringify(before)).not.toMatch(/"after":/)
    await carl().ask(hirerSay, { ...of, moment: 'after', enthusiasm: 2, chemistry: 2 })
    const after = (await carl().ask(mandateMeetings, { mandate: ids.mandate! })).invitations
    expect(after.find(({ id }) => id === ids.invitation)!.sides).toEqual({
      candidate: { before: 2, after: 5, chemistry: 5, turn: 'turned keen' },
      hirer: { before: 5, after: 2, chemistry: 2, turn: 'cooled' },
    })
  })

  it('leave a tie of the candidate in the pool, by which they ask for the next introduction', async () => {
    const { doors, total } = await dana().ask(portalDoors, {})
    expect(total).toBe(1)
    expect(doors).toMatchObject([{ title: 'Finance manager', organization: 'Farlight', asked: null }])
    expect(doors[0]!.through.people.every(({ name }) => name === null)).toBe(true)
    const { introduction } = await dana().ask(portalAsk, { opening: doors[0]!.opening })
    expect(introduction).toBeTruthy()
    expect((await dana().ask(portalDoors, {})).doors[0]!.asked).not.toBeNull()
    await expect(dana().ask(portalAsk, { opening: doors[0]!.opening })).rejects.toThrow('already')
  })

  it('shows no door where only counts are disclosed, and asks for none', async () => {
    const { doors } = await dana().ask(portalDoors, {})
    await owner().ask(workspaceDisclose, { level: 'counts' })
    expect(await dana().ask(portalDoors, { search: 'Finance' })).toEqual({
      level: 'counts',
      total: 1,
      doors: [],
    })
    expect(await dana().ask(portalDoors, { search: 'nothing of that name' })).toMatchObject({ total: 1 })
    await expect(dana().ask(portalAsk, { opening: doors[0]!.opening })).rejects.toThrow('no such opening')
    await owner().ask(workspaceDisclose, { level: 'organizations' })
  })
})

describe('no connectors for a candidate', () => {
  it("are the firm's own staff and its clients' people, unless those were released", async () => {
    const { person: staff } = { person: carl().person! }
    await carl().ask(tieConfirm, { person: ids.enid!, other: staff })
    const from = dana().person!
    await carl().ask(tieConfirm, { person: staff, other: from })
    const asked = { target: 'Enid End', from }
    const through = async () =>
      (await carl().ask(pathFind, asked)).paths.flatMap(({ steps }) => steps.map(({ to }) => to.name))
    expect(await through()).not.toContain('Carl Consul')
  })
})

describe('what is not let through', () => {
  it('an invitation of somebody off limits, and of a mandate that has ended', async () => {
    const { person } = await carl().ask(personAdd, { name: 'Otto Off' })
    const { candidacy } = await carl().ask(candidacyAdd, { mandate: ids.mandate!, person })
    await carl().ask(offLimitsSet, { person, because: 'placed by us' })
    await expect(carl().ask(candidacyInvite, { candidacy })).rejects.toThrow('Off limits: placed by us')
  })

  it('a confidential mandate: its invitations, meetings, words, log and ties are there for its team alone', async () => {
    const cleo = firm.as('other-consultant')
    const list = async () => JSON.stringify((await cleo.ask(invitationList)).invitations)
    expect(await list()).toContain(ids.invitation)
    await carl().ask(mandateEdit, { mandate: ids.mandate!, confidential: true })
    expect(await list()).not.toContain(ids.invitation)
    await expect(cleo.ask(invitationShow, { invitation: ids.invitation! })).rejects.toThrow()
    await expect(cleo.ask(mandateMeetings, { mandate: ids.mandate! })).rejects.toThrow()
    expect(JSON.stringify(await owner().ask(auditList))).not.toContain(ids.invitation)
    const met = await cleo.ask(pathFind, { target: 'Gwen Guest', from: dana().person! })
    expect(JSON.stringify(met)).not.toContain('met-in-interview')
    expect(JSON.stringify((await carl().ask(invitationList)).invitations)).toContain(ids.invitation)
    expect((await dana().ask(portalInvitations)).invitations.map(({ id }) => id)).toContain(ids.invitation)
  })
})
