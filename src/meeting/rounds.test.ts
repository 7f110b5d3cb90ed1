import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { meetingDebrief } from './debrief.ts'
import { invitationDecide, invitationUndecide } from './decision.ts'
import { invitationList, invitationShow } from './invitations.ts'
import { meetingPrepare } from './prepare.ts'
import { refusalList } from './refusals.ts'
import { invitationRemove } from './remove.ts'
import { meetingAdd, meetingCancel, meetingMove } from './rounds.ts'
import { testWalk, type Walk } from './testing.ts'

let walk: Walk
let invitation: string
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(async () => {
  await walk.begin()
  invitation = await walk.invite({
    ...{ organization: 'Northwind', role: 'Data Engineer', with: ['Vera Holm'] },
    ...{ at: '2026-06-18 10:00', timeZone: 'Europe/Oslo', place: 'Harbour Street 1' },
  })
})

const shown = () => walk.ask(invitationShow, { invitation })
const decide = (verdict: 'take' | 'refuse', reason?: 'pay' | 'unrelated-field' | 'know-the-company') =>
  walk.ask(invitationDecide, { invitation, verdict, ...(reason ? { reason } : {}) })
const back = () => walk.ask(invitationUndecide, { invitation })

describe('a second round', () => {
  it('has a time, a place and a room of its own; the worth counts everybody of both', async () => {
    const added = await walk.ask(meetingAdd, {
      ...{ invitation, at: '2026-06-25 14:00', timeZone: 'Europe/Oslo', minutes: 45, place: 'Online' },
      ...{ title: 'Second round', with: ['Tom Berg'] },
    })
    expect(added.round).toBe(2)
    expect((await shown()).meetings).toMatchObject([
      { round: 1, place: 'Harbour Street 1' },
      {
        ...{ round: 2, title: 'Second round', place: 'Online', timeZone: 'Europe/Oslo' },
        ...{ startsAt: '2026-06-25T12:00:00.000Z', endsAt: '2026-06-25T12:45:00.000Z' },
      },
    ])
    expect((await walk.worth(invitation)).totals.people).toBe(2)
    const room = async () =>
      (await walk.ask(meetingPrepare, { invitation })).room.map(({ person }) => person.name)
    expect((await room()).sort()).toEqual(['Tom Berg', 'Vera Holm'])
    walk.at('2026-06-19T09:00:00Z')
    expect(await room()).toEqual(['Tom Berg'])
  })

  it('without names has the whole room, and a day alone is enough', async () => {
    await walk.ask(meetingAdd, { invitation, at: '2026-06-25' })
    walk.at('2026-06-19T09:00:00Z')
    const prepared = await walk.ask(meetingPrepare, { invitation })
    expect(prepared).toMatchObject({ meeting: { onDay: '2026-06-25', startsAt: null } })
    expect(prepared.room.map(({ person }) => person.name)).toEqual(['Vera Holm'])
  })

  it('is not written down when its time is none, or its length has nothing to count from', async () => {
    await expect(walk.ask(meetingAdd, { invitation, at: 'soon' })).rejects.toMatchObject({ at: 'at' })
    await expect(walk.ask(meetingAdd, { invitation, minutes: 45 })).rejects.toMatchObject({ at: 'minutes' })
    expect((await shown()).meetings).toHaveLength(1)
  })
})

describe('a meeting that moves', () => {
  it('keeps its length and what was not said, and reads the time on its own clock', async () => {
    const meeting = (await shown()).meetings[0]!.id
    await walk.ask(meetingMove, { meeting, minutes: 60 })
    await walk.ask(meetingMove, { meeting, at: '2026-06-19 11:30' })
    expect((await shown()).meetings).toMatchObject([
      {
        ...{ startsAt: '2026-06-19T09:30:00.000Z', endsAt: '2026-06-19T10:30:00.000Z' },
        ...{ place: 'Harbour Street 1', timeZone: 'Europe/Oslo' },
      },
    ])
    await walk.ask(meetingMove, { meeting: invitation, place: 'Online' })
    expect((await shown()).meetings).toMatchObject([
      { startsAt: '2026-06-19T09:30:00.000Z', place: 'Online' },
    ])
  })

  it('may be called off and take place after all; not once it was held', async () => {
    const { meeting } = await walk.ask(meetingAdd, { invitation, at: '2026-06-25 10:00' })
    await walk.ask(meetingCancel, { meeting })
    expect((await shown()).meetings.map(({ cancelled }) => cancelled)).toEqual([false, true])
    await walk.ask(meetingCancel, { meeting, cancelled: false })
    expect((await shown()).meetings.map(({ cancelled }) => cancelled)).toEqual([false, false])
    walk.at('2026-06-26T12:00:00Z')
    await walk.ask(meetingDebrief, { invitation, enthusiasm: 4, met: ['Vera Holm'] })
    await expect(walk.ask(meetingCancel, { meeting })).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('an invitation that was a mistake', () => {
  const listed = async (removed = false) =>
    (await walk.ask(invitationList, { removed })).invitations.map(({ id }) => id)

  it('leaves the list, answers to no name, and can be put back', async () => {
    await walk.ask(invitationRemove, { invitation })
    expect([await listed(), await listed(true)]).toEqual([[], [invitation]])
    await expect(walk.ask(invitationShow, { invitation: 'Northwind' })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await shown()).removed).toBe(true)
    await walk.ask(invitationRemove, { invitation, removed: false })
    expect([await listed(), await listed(true)]).toEqual([[invitation], []])
  })

  it('takes its refusal out of the ledger; what was held stays', async () => {
    await decide('refuse', 'pay')
    await walk.ask(invitationRemove, { invitation })
    expect((await walk.ask(refusalList)).refusals).toEqual([])
    await walk.ask(invitationRemove, { invitation, removed: false })
    expect((await walk.ask(refusalList)).refusals).toHaveLength(1)
    walk.at('2026-06-20T12:00:00Z')
    await walk.ask(meetingDebrief, { invitation, enthusiasm: 4, met: ['Vera Holm'] })
    await expect(walk.ask(invitationRemove, { invitation })).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('a decision taken back', () => {
  it('leaves the invitation as it was, and both stay on record', async () => {
    await expect(back()).rejects.toMatchObject({ code: 'conflict' })
    await decide('refuse', 'pay')
    expect((await back()).verdict).toBe(null)
    expect(await shown()).toMatchObject({
      ...{ state: 'open', nearlyRefused: false, reason: null },
      decisions: [{ verdict: 'refuse', reason: 'pay' }, { verdict: 'back' }],
    })
    expect((await walk.ask(refusalList)).refusals).toEqual([])
  })

  it('leaves the decision before it standing', async () => {
    await decide('take')
    await decide('refuse', 'pay')
    expect((await back()).verdict).toBe('take')
    expect(await shown()).toMatchObject({ state: 'taken', nearlyRefused: false })
    await back()
    expect((await shown()).state).toBe('open')
  })

  it('unsays what its reason had said of the field and the firm', async () => {
    const clause = async () => (await walk.worth(invitation)).advice.clause
    for (const [reason, held] of [
      ['unrelated-field', 'unrelated-field'],
      ['know-the-company', 'know-the-company'],
    ] as const) {
      await decide('refuse', reason)
      expect(await clause()).toBe(held)
      await back()
      expect(await clause()).toBe('default')
    }
  })
})
