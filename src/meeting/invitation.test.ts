import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personShow } from '../people/people.ts'
import { invitationAmend } from './amend.ts'
import { meetingDebrief } from './debrief.ts'
import { invitationDecide } from './decision.ts'
import { addMeeting, invitationAdd } from './invitation.ts'
import { invitationList, invitationShow } from './invitations.ts'
import { invitationEnd, offerAdd, offerAnswer } from './offers.ts'
import { openingList } from './openings.ts'
import { organizationShow } from './organizations.ts'
import { testWalk, type Walk } from './testing.ts'

let walk: Walk
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(() => walk.begin())

const show = (invitation: string) => walk.ask(invitationShow, { invitation })
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error) => error,
  )

describe('an invitation before any calendar entry', () => {
  it('by organization and role, names optional; whoever is named is at the organization', async () => {
    const invitation = await walk.invite({
      ...{ organization: 'Northwind Inc.', role: 'Data Engineer', with: ['Vera Holm', 'tom@example.com'] },
      ...{ at: '2026-07-01 10:00', timeZone: 'Europe/Berlin', place: 'Room 4' },
    })
    const shown = await show(invitation)
    expect(shown).toMatchObject({
      state: 'open',
      role: 'Data Engineer',
      organization: { name: 'Northwind Inc.' },
    })
    expect(shown.room.map(({ name }) => name)).toEqual(['Vera Holm', 'tom@example.com'])
    expect(shown.meetings).toMatchObject([
      { startsAt: '2026-07-01T08:00:00.000Z', timeZone: 'Europe/Berlin', place: 'Room 4', round: 1 },
    ])
    const vera = await walk.ask(personShow, { person: 'Vera Holm' })
    expect(vera.positions).toMatchObject([{ organization: { name: 'Northwind Inc.' }, ended: false }])
    const there = await walk.ask(organizationShow, { organization: 'Northwind GmbH' })
    expect([there.now.length, there.formerly.length]).toEqual([2, 0])
  })

  it('of nothing at all is refused, and so are a time or a zone that there is not', async () => {
    expect(await refused(walk.ask(invitationAdd, {}))).toMatchObject({ code: 'invalid-input' })
    const input = { organization: 'Northwind' }
    expect(await refused(walk.ask(invitationAdd, { ...input, at: '2026-02-31' }))).toMatchObject({ at: 'at' })
    expect(await refused(walk.ask(invitationAdd, { ...input, timeZone: 'Mars' }))).toMatchObject({
      at: 'timeZone',
    })
    expect((await walk.ask(invitationList)).invitations).toEqual([])
  })

  it('takes a name for the one person who bears it, and for somebody new where two do', async () => {
    const vera = await walk.person('Vera Holm')
    for (let twin = 0; twin < 2; twin++) await walk.person('Tom Berg')
    const { room } = await show(
      await walk.invite({ organization: 'Northwind', with: ['Vera Holm', 'Tom Berg'] }),
    )
    expect(room.find(({ name }) => name === 'Vera Holm')!.id).toBe(vera)
    expect(await refused(walk.ask(personShow, { person: 'Tom Berg' }))).toMatchObject({
      code: 'ambiguous',
      message: expect.stringContaining('3 records'),
    })
  })

  it('is found by its id, role, organization or its meeting, and by nothing else', async () => {
    const invitation = await walk.invite({ organization: 'Northwind', role: 'Data Engineer' })
    const { meetings } = await show(invitation)
    for (const given of [invitation.toUpperCase(), 'data engineer', 'Northwind Ltd', meetings[0]!.id])
      expect((await show(given)).id).toBe(invitation)
    expect(await refused(show('Data'))).toMatchObject({ code: 'not-found' })
    await walk.invite({ organization: 'Northwind', role: 'Analyst' })
    expect(await refused(show('Northwind'))).toMatchObject({ code: 'ambiguous' })
  })
})

describe('completing it', () => {
  it('with the organization puts the people of the room there, and finds the opening', async () => {
    const opening = await walk.opening('Data Engineer', 'Northwind')
    const invitation = await walk.invite({ role: 'data engineer', with: ['Vera Holm'] })
    expect((await show(invitation)).opening).toBeNull()
    await walk.ask(invitationAmend, { invitation, organization: 'Northwind' })
    expect((await show(invitation)).opening).toBe(opening)
    const vera = await walk.ask(personShow, { person: 'Vera Holm' })
    expect(vera.positions.map(({ organization }) => organization.name)).toEqual(['Northwind'])
    await walk.ask(invitationAmend, {
      invitation,
      role: 'Editor',
      with: ['Tom Berg'],
      without: ['Vera Holm'],
    })
    const shown = await show(invitation)
    expect([shown.role, shown.room.map(({ name }) => name)]).toEqual(['Editor', ['Tom Berg']])
  })

  it('moves the meeting that comes next, never one that was held', async () => {
    const invitation = await walk.invite({ organization: 'Northwind', at: '2026-06-10T10:00Z' })
    await walk.inside((context) =>
      addMeeting(context, invitation as never, 2, {
        ...{ startsAt: '2026-06-20T10:00:00Z', endsAt: '2026-06-20T11:30:00Z' },
      }),
    )
    await walk.ask(invitationAmend, { invitation, at: '2026-06-22T14:00Z' })
    expect((await show(invitation)).meetings).toMatchObject([
      { round: 1, startsAt: '2026-06-10T10:00:00.000Z' },
      { round: 2, startsAt: '2026-06-22T14:00:00.000Z', endsAt: '2026-06-22T15:30:00.000Z' },
    ])
  })
})

describe('where it stands', () => {
  type Step = (invitation: string) => Promise<unknown>
  const take: Step = (invitation) => walk.ask(invitationDecide, { invitation, verdict: 'take' })
  const refuse: Step = (invitation) =>
    walk.ask(invitationDecide, { invitation, verdict: 'refuse', reason: 'timing' })
  const debrief: Step = (invitation) => walk.ask(meetingDebrief, { invitation, enthusiasm: 3 })
  const offer: Step = (invitation) => walk.ask(offerAdd, { invitation })
  const answer =
    (kind: 'accept' | 'decline'): Step =>
    (invitation) =>
      walk.ask(offerAnswer, { offer: invitation, answer: kind })
  const end =
    (how: 'rejection' | 'withdrawal'): Step =>
    (invitation) =>
      walk.ask(invitationEnd, { invitation, how })

  it.each<[string, Step[], boolean]>([
    ['open', [], false],
    ['taken', [take], false],
    ['refused', [refuse], false],
    ['taken', [refuse, take], true],
    ['refused', [take, refuse], false],
    ['held', [take, debrief], false],
    ['held', [refuse, take, debrief], true],
    ['offer', [take, debrief, offer], false],
    ['accepted', [take, debrief, offer, answer('accept')], false],
    ['ended', [take, debrief, offer, answer('decline')], false],
    ['ended', [take, debrief, end('rejection')], false],
    ['ended', [take, end('withdrawal')], false],
    ['offer', [take, debrief, end('rejection'), offer], false],
    ['ended', [take, offer, answer('accept'), answer('decline')], false],
  ])('%s after %# steps', async (state, steps, nearlyRefused) => {
    const invitation = await walk.invite({ organization: 'Northwind', role: 'Data Engineer' })
    for (const step of steps) await step(invitation)
    expect(await show(invitation)).toMatchObject({ state, nearlyRefused })
    const { invitations } = await walk.ask(invitationList, { state: state as never })
    expect(invitations.map(({ id }) => id)).toEqual([invitation])
  })

  it('an answer to an offer that was never made is refused', async () => {
    const invitation = await walk.invite({ organization: 'Northwind', role: 'Data Engineer' })
    expect(await refused(answer('accept')(invitation))).toMatchObject({ code: 'not-found', at: 'offer' })
  })
})

describe('openings of the network', () => {
  it('carry the best path and how many people there one knows; out of reach they have none', async () => {
    await walk.meet('Northwind', ['Vera Holm=4'])
    await walk.opening('Data Engineer', 'Northwind')
    await walk.opening('Data Engineer, Cobalt', 'Cobalt')
    const { openings } = await walk.ask(openingList, { within: 2 })
    expect(
      openings.map(({ opening, contacts, path }) => [opening.title, contacts, path?.steps.length]),
    ).toEqual([
      ['Data Engineer', 1, 1],
      ['Data Engineer, Cobalt', 0, undefined],
    ])
    const reachable = await walk.ask(openingList, { reachable: true })
    expect(reachable).toMatchObject({ total: 1, openings: [{ opening: { title: 'Data Engineer' } }] })
  })
})
