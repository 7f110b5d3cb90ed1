import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { meetingDebrief } from '../meeting/debrief.ts'
import { debriefTakeBack } from '../meeting/debrief-back.ts'
import { invitationAdd } from '../meeting/invitation.ts'
import { careerAdd } from '../people/career.ts'
import { personAdd, personShow } from '../people/people.ts'
import { candidacyAdd, candidacyMove, candidacyTell } from './candidacies.ts'
import { candidacyList, candidacyShow } from './candidacy-list.ts'
import { organizationBelong } from './group.ts'
import { mandateList, mandateShow } from './mandate-show.ts'
import { mandateContact, mandateJoin, mandateLeave } from './mandate-team.ts'
import { mandateOpen, mandateSay } from './mandates.ts'
import { offLimitsCheck, offLimitsLift, offLimitsList, offLimitsSet } from './off-limits.ts'
import { type TestFirm, testFirm } from './testing.ts'

let firm: TestFirm
beforeAll(async () => {
  firm = await testFirm('2026-06-15T09:00:00Z')
})
afterAll(() => firm.close())

const carl = () => firm.as('consultant')
const cleo = () => firm.as('other-consultant')
let count = 0
const somebody = async (organization?: string) =>
  (
    await carl().ask(personAdd, {
      name: `Nadia Number ${++count}`,
      ...(organization ? { organization } : {}),
    })
  ).person
const mandate = async (more: object = {}) =>
  (await carl().ask(mandateOpen, { title: `CFO ${++count}`, client: 'Globex', ...more })).mandate

describe('a mandate', () => {
  it('is opened with its client, terms, team and contacts, and shown so', async () => {
    const opened = await mandate({
      title: 'Chief financial officer',
      fee: 'a third',
      brief: 'grow',
      dueOn: '2026-09',
    })
    const contact = await somebody('Globex')
    await carl().ask(mandateContact, { mandate: opened, person: contact, part: 'decides' })
    await carl().ask(mandateJoin, { mandate: opened, member: 'researcher@quill.example' })
    expect(await carl().ask(mandateShow, { mandate: 'chief financial officer' })).toMatchObject({
      ...{
        id: opened,
        client: { name: 'Globex' },
        state: 'open',
        fee: 'a third',
        brief: 'grow',
        dueOn: '2026-09',
      },
      team: [
        { name: 'Carl Consul', part: 'lead' },
        { name: 'Rita Search', part: 'team' },
      ],
      contacts: [{ person: { id: contact }, part: 'decides' }],
      history: [{ state: 'open', by: 'Carl Consul' }],
    })
    await carl().ask(mandateContact, { mandate: opened, person: contact })
    expect((await carl().ask(mandateShow, { mandate: opened })).contacts).toEqual([])
  })

  it('tells its fee to those who answer for it, not to a researcher, who may not open one either', async () => {
    const opened = await mandate({ fee: 'a third' })
    expect((await cleo().ask(mandateShow, { mandate: opened })).fee).toBe('a third')
    expect((await firm.as('researcher').ask(mandateShow, { mandate: opened })).fee).toBeNull()
    const asked = firm.as('researcher').ask(mandateOpen, { title: 'CTO', client: 'Globex' })
    await expect(asked).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('that has ended is read and not worked on, until it is opened again', async () => {
    const opened = await mandate()
    await carl().ask(mandateSay, {
      mandate: opened,
      state: 'cancelled',
      note: 'the client hired from within',
    })
    const person = await somebody()
    const adding = () => carl().ask(candidacyAdd, { mandate: opened, person })
    await expect(adding()).rejects.toThrow('has ended (cancelled)')
    expect((await carl().ask(mandateShow, { mandate: opened })).history).toMatchObject([
      { state: 'open' },
      { state: 'cancelled', note: 'the client hired from within' },
    ])
    const { mandates } = await carl().ask(mandateList, { ended: false })
    expect(mandates.map(({ id }) => id)).not.toContain(opened)
    await carl().ask(mandateSay, { mandate: opened, state: 'open' })
    await expect(adding()).resolves.toMatchObject({ person })
  })

  it('keeps somebody to work on it, and takes no candidate or client into its team', async () => {
    const opened = await mandate()
    const leaving = carl().ask(mandateLeave, { mandate: opened, member: 'Carl Consul' })
    await expect(leaving).rejects.toThrow('Nobody else works on this mandate')
    const joining = carl().ask(mandateJoin, { mandate: opened, member: 'Dana Dates' })
    await expect(joining).rejects.toThrow('no consultant here')
    await expect(carl().ask(mandateJoin, { mandate: opened, member: 'Nobody' })).rejects.toThrow(
      'Nobody in here',
    )
  })

  it('that is confidential is there for its team alone, until one joins', async () => {
    const secret = await mandate({ title: 'Successor of the chair', confidential: true })
    const { candidacy } = await carl().ask(candidacyAdd, { mandate: secret, person: await somebody() })
    for (const who of ['other-consultant', 'owner', 'researcher', 'adviser'] as const) {
      const other = firm.as(who)
      await expect(other.ask(mandateShow, { mandate: secret })).rejects.toMatchObject({ status: 404 })
      await expect(other.ask(candidacyList, { mandate: secret })).rejects.toMatchObject({ status: 404 })
      await expect(other.ask(candidacyShow, { candidacy })).rejects.toMatchObject({ status: 404 })
      await expect(other.ask(candidacyMove, { candidacy, to: 'approached', moves: 0 })).rejects.toMatchObject(
        {
          status: 404,
        },
      )
      expect(JSON.stringify(await other.ask(mandateList, {}))).not.toContain('Successor')
    }
    await carl().ask(mandateJoin, { mandate: secret, member: 'Cleo Counsel' })
    expect((await cleo().ask(mandateShow, { mandate: secret })).title).toBe('Successor of the chair')
    await carl().ask(mandateLeave, { mandate: secret, member: 'Cleo Counsel' })
    await expect(cleo().ask(mandateShow, { mandate: secret })).rejects.toMatchObject({ status: 404 })
  })
})

describe('a candidacy', () => {
  it('of one person on two mandates stands where each has it; every move is kept with its reason', async () => {
    const [one, other, person] = [await mandate(), await mandate(), await somebody('Acme')]
    const { candidacy } = await carl().ask(candidacyAdd, { mandate: one, person, source: 'network' })
    await carl().ask(candidacyAdd, { mandate: other, person })
    await carl().ask(candidacyMove, { candidacy, to: 'approached', moves: 0 })
    const bare = carl().ask(candidacyMove, { candidacy, to: 'shortlist', moves: 1 })
    await expect(bare).rejects.toThrow('Say why')
    await cleo().ask(candidacyMove, { candidacy, to: 'shortlist', moves: 1, reason: 'led two listings' })
    const stages = async (mandate: string) =>
      (await carl().ask(candidacyList, { mandate })).candidacies.map(({ stage }) => stage)
    expect([await stages(one), await stages(other)]).toEqual([['shortlist'], ['longlist']])
    expect(await carl().ask(candidacyShow, { candidacy })).toMatchObject({
      moves: 2,
      person: { id: person, organization: 'Acme' },
      history: [
        { stage: 'longlist', by: 'Carl Consul' },
        { stage: 'approached', reason: null },
        { stage: 'shortlist', reason: 'led two listings', by: 'Cleo Counsel' },
      ],
    })
  })

  it('stands in the timeline of the person, for those who may know of the mandate', async () => {
    const [secret, person] = [await mandate({ title: 'A secret seat', confidential: true }), await somebody()]
    const { candidacy } = await carl().ask(candidacyAdd, { mandate: secret, person })
    await carl().ask(candidacyMove, { candidacy, to: 'shortlist', moves: 0, reason: 'led two listings' })
    const told = async (who: typeof carl) =>
      (await who().ask(personShow, { person })).timeline.filter(({ kind }) => kind === 'candidacy')
    expect(await told(carl)).toMatchObject([
      { says: 'A secret seat: longlist, Carl Consul', leads: { to: 'mandate', id: secret } },
      { says: 'A secret seat: shortlist, led two listings, Carl Consul' },
    ])
    expect(await told(cleo)).toEqual([])
  })

  it('moved by two at once is moved by one, and the other is told', async () => {
    const { candidacy } = await carl().ask(candidacyAdd, {
      mandate: await mandate(),
      person: await somebody(),
    })
    const both = await Promise.allSettled([
      carl().ask(candidacyMove, { candidacy, to: 'approached', moves: 0 }),
      cleo().ask(candidacyMove, { candidacy, to: 'interested', moves: 0 }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const told = both.find((one) => one.status === 'rejected') as PromiseRejectedResult
    expect(told.reason).toMatchObject({ status: 409 })
    expect(told.reason.message).toMatch(/(Carl|Cleo).* has moved this card/)
    expect((await carl().ask(candidacyShow, { candidacy })).history).toHaveLength(2)
  })

  it('ends with a no that says whose it was, and is not lost without a reason', async () => {
    const { candidacy } = await carl().ask(candidacyAdd, {
      mandate: await mandate(),
      person: await somebody(),
    })
    for (const to of ['they-declined', 'we-declined', 'withdrawn'] as const) {
      await expect(carl().ask(candidacyMove, { candidacy, to, moves: 0 })).rejects.toThrow('Say why')
    }
    await carl().ask(candidacyMove, { candidacy, to: 'they-declined', moves: 0, reason: 'not given' })
    expect(await carl().ask(candidacyShow, { candidacy })).toMatchObject({
      ...{ stage: 'they-declined', reason: 'not given' },
    })
  })

  it('is one for each person and mandate', async () => {
    const [opened, person] = [await mandate(), await somebody()]
    const both = await Promise.allSettled([
      carl().ask(candidacyAdd, { mandate: opened, person }),
      cleo().ask(candidacyAdd, { mandate: opened, person }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('tells when the candidate learned of it, once', async () => {
    const opened = await mandate()
    const { candidacy } = await carl().ask(candidacyAdd, { mandate: opened, person: await somebody() })
    expect(await carl().ask(candidacyShow, { candidacy })).toMatchObject({ told: false })
    await carl().ask(candidacyTell, { candidacy })
    expect(await carl().ask(candidacyShow, { candidacy })).toMatchObject({ told: true })
  })
})

describe('a debrief that is taken back', () => {
  it('leaves whom it was the first to name, where a colleague may consider them for something confidential', async () => {
    const { invitation } = await carl().ask(invitationAdd, {
      organization: 'Hooli',
      with: [],
      at: '2026-06-14 10:00',
      timeZone: 'UTC',
    })
    const { debrief } = await carl().ask(meetingDebrief, { invitation, enthusiasm: 4, met: ['Nell Newly=4'] })
    const secret = (await cleo().ask(mandateOpen, { title: 'Hidden', client: 'Hooli', confidential: true }))
      .mandate
    const { candidacy } = await cleo().ask(candidacyAdd, { mandate: secret, person: 'Nell Newly' })
    await carl().ask(debriefTakeBack, { debrief })
    expect(await cleo().ask(candidacyShow, { candidacy })).toMatchObject({ person: { name: 'Nell Newly' } })
  })
})

describe('off limits', () => {
  const add = async (person: string, more: object = {}) =>
    carl().ask(candidacyAdd, { mandate: await mandate(), person, ...more })

  it('blocks who works at the organization now, or at one below it; not who has left, nor the day after', async () => {
    const there = await somebody('Initech')
    const below = await somebody('Initech Subsidiary')
    const left = await somebody()
    await carl().ask(careerAdd, { person: left, at: ['Initech:2019..2024'] })
    await carl().ask(organizationBelong, { organization: 'Initech Subsidiary', to: 'Initech' })
    const { policy } = await carl().ask(offLimitsSet, {
      ...{ organization: 'Initech', because: 'our client until the summer', until: '2026-06-15' },
    })
    for (const person of [there, below]) {
      await expect(add(person)).rejects.toMatchObject({
        status: 409,
        message: expect.stringContaining(policy),
      })
    }
    expect((await carl().ask(offLimitsCheck, { person: below })).policies).toMatchObject([{ policy }])
    await expect(add(left)).resolves.toMatchObject({ warnings: [] })
    firm.house.at('2026-06-16T09:00:00Z')
    await expect(add(there)).resolves.toMatchObject({ warnings: [] })
    firm.house.at('2026-06-15T09:00:00Z')
  })

  it('of the organization alone leaves those below it free; a circle of owners is refused', async () => {
    const below = await somebody('Umbrella Labs')
    await somebody('Umbrella')
    await carl().ask(organizationBelong, { organization: 'Umbrella Labs', to: 'Umbrella' })
    await carl().ask(offLimitsSet, { organization: 'Umbrella', group: false, because: 'agreed' })
    await expect(add(below)).resolves.toMatchObject({ warnings: [] })
    const circle = carl().ask(organizationBelong, { organization: 'Umbrella', to: 'Umbrella Labs' })
    await expect(circle).rejects.toThrow('circle')
  })

  it('is overridden with a reason, which is kept; a warning only warns; what is lifted holds no more', async () => {
    const person = await somebody()
    const { policy } = await carl().ask(offLimitsSet, { person, because: 'placed by us' })
    await expect(add(person)).rejects.toThrow('placed by us')
    const { candidacy, warnings } = await add(person, { override: 'she asked us to' })
    expect(warnings).toEqual(['placed by us'])
    expect(await carl().ask(candidacyShow, { candidacy })).toMatchObject({
      ...{ override: 'she asked us to', offLimits: ['placed by us'] },
    })
    await carl().ask(offLimitsLift, { policy })
    await expect(add(person)).resolves.toMatchObject({ warnings: [] })
    await expect(carl().ask(offLimitsLift, { policy })).rejects.toThrow('lifted before')
    await carl().ask(offLimitsSet, { person, because: 'ask first', effect: 'warn' })
    await expect(add(person)).resolves.toMatchObject({ warnings: ['ask first'] })
    expect((await carl().ask(offLimitsList, {})).policies.map(({ because }) => because)).toContain(
      'ask first',
    )
  })

  it('asks for one of a person and an organization', async () => {
    await expect(carl().ask(offLimitsSet, { because: 'x' })).rejects.toThrow('one of both')
  })
})
