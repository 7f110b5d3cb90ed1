import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lookAlikeList } from '../people/look-alike.ts'
import { personShow } from '../people/people.ts'
import { tieConfirm, tieShow, tieVeto } from '../people/tie.ts'
import { invitationAmend } from './amend.ts'
import { meetingDebrief } from './debrief.ts'
import { enthusiasmSay } from './enthusiasm.ts'
import { addMeeting } from './invitation.ts'
import { invitationShow } from './invitations.ts'
import { invitationEnd } from './offers.ts'
import { pathFind } from './paths.ts'
import { meetingPrepare } from './prepare.ts'
import { testWalk, type Walk } from './testing.ts'

let walk: Walk
let invitation: string
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(async () => {
  await walk.begin()
  await walk.person('Vera Holm', ['Cobalt:2015..2024'])
  invitation = await walk.invite({
    ...{ organization: 'Northwind', role: 'Data Engineer', with: ['Vera Holm'], at: '2026-06-15T12:00Z' },
  })
})

const AFTER = '2026-06-15T14:00:00Z'
type Input = Parameters<typeof walk.ask<typeof meetingDebrief.input, typeof meetingDebrief.output>>[1]
const debrief = (more: Partial<Input> = {}) =>
  walk.ask(meetingDebrief, { invitation, enthusiasm: 4, ...more } as never)
const tieTo = async (person: string) => (await walk.ask(tieShow, { person })).tie
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error) => error,
  )

describe('before the meeting', () => {
  it('there is nothing to debrief, by the hour or by the day', async () => {
    expect(await refused(debrief())).toMatchObject({ code: 'conflict' })
    await walk.ask(invitationAmend, { invitation, at: '2026-06-16' })
    expect(await refused(debrief())).toMatchObject({ message: expect.stringContaining('on 2026-06-16') })
    walk.at('2026-06-16T08:00:00Z')
    expect(await refused(debrief())).toBeNull()
  })

  it('one says how much one wants it, until it starts', async () => {
    await walk.ask(enthusiasmSay, { invitation, value: 2 })
    await walk.ask(enthusiasmSay, { invitation, value: 3 })
    const enthusiasm = async () => (await walk.ask(meetingPrepare, { invitation })).enthusiasm
    expect(await enthusiasm()).toEqual({ before: 3, locked: false })
    walk.at('2026-06-15T12:00:00Z')
    expect(await refused(walk.ask(enthusiasmSay, { invitation, value: 5 }))).toMatchObject({
      code: 'conflict',
    })
    expect(await enthusiasm()).toEqual({ before: 3, locked: true })
    expect(await refused(walk.ask(enthusiasmSay, { invitation, value: 6 }))).toMatchObject({ at: 'value' })
  })

  it('without a time it locks with the debrief', async () => {
    const other = await walk.invite({ organization: 'Amber', role: 'Data Engineer' })
    await walk.ask(enthusiasmSay, { invitation: other, value: 2 })
    await walk.ask(meetingDebrief, { invitation: other, enthusiasm: 5 })
    const late = walk.ask(enthusiasmSay, { invitation: other, value: 5 })
    expect(await refused(late)).toMatchObject({ code: 'conflict' })
  })

  it('one page says who is there, what to ask each and what is owed', async () => {
    await walk.meet('Northwind', ['Vera Holm=4'])
    const page = await walk.ask(meetingPrepare, { invitation })
    expect(page.room).toMatchObject([{ person: { name: 'Vera Holm' }, known: true }])
    expect(page.room[0]!.career[0]).toContain('was at Cobalt until 2024')
    expect(page.room[0]!.ask.join(' ')).toContain('Cobalt')
    expect(page.owed).toMatchObject([{ person: { name: 'Vera Holm' }, dueOn: '2026-06-16' }])
  })
})

describe('after it', () => {
  beforeEach(() => walk.at(AFTER))

  it('who was met is tied at once, by chemistry, and a path appears', async () => {
    expect((await walk.ask(pathFind, { target: 'Cobalt' })).paths).toEqual([])
    const { followUps } = await debrief({ met: ['Vera Holm=5'], note: 'Warm.' })
    const tie = await tieTo('Vera Holm')
    expect(tie).toMatchObject({
      certainty: 'observed',
      evidence: [{ says: 'met in an interview, chemistry 5 of 5' }],
    })
    expect(tie!.strength).toBeCloseTo(0.55, 1)
    expect(followUps).toBe(1)
    expect((await walk.ask(pathFind, { target: 'Cobalt' })).paths).toHaveLength(1)
    const { timeline } = await walk.ask(personShow, { person: 'Vera Holm' })
    expect(timeline.filter(({ kind }) => kind === 'meeting')).toMatchObject([
      { says: 'Met at Northwind, chemistry 5 of 5', leads: { to: 'invitation' } },
    ])
  })

  it('low chemistry is a weak tie, and unknown chemistry is the middle', async () => {
    await debrief({ met: ['Vera Holm=1', 'Tom Berg'] })
    expect((await tieTo('Vera Holm'))!.strength).toBeCloseTo(0.15, 2)
    expect((await tieTo('Tom Berg'))!.strength).toBeCloseTo(0.35, 1)
  })

  it('"would they take your call?" is evidence of its own; a no is none', async () => {
    await debrief({
      met: ['Vera Holm=3', 'Tom Berg=3'],
      wouldTakeCall: ['Vera Holm'],
      wouldNotTakeCall: ['Tom Berg'],
    })
    const kinds = async (name: string) => (await tieTo(name))!.evidence.map(({ kind }) => kind)
    expect(await kinds('Vera Holm')).toEqual(['would-take-call', 'met-in-interview'])
    expect(await kinds('Tom Berg')).toEqual(['met-in-interview'])
  })

  it('a second debrief that leaves something open keeps what the first one told', async () => {
    await debrief({ met: ['Vera Holm=5'], wouldTakeCall: ['Vera Holm'] })
    const before = await tieTo('Vera Holm')
    const again = await debrief({ met: ['Vera Holm'] })
    expect(again.followUps).toBe(0)
    expect(await tieTo('Vera Holm')).toEqual(before)
  })

  it('somebody who was not on the list was in the room, known or new', async () => {
    const noa = await walk.person('Noa Stern', ['Amber:2019'])
    const { met } = await debrief({ met: ['Noa Stern=4', 'Ida Brandt=2'] })
    expect(met.map(({ chemistry }) => chemistry)).toEqual([4, 2])
    expect(met[0]!.person).toBe(noa)
    const { room } = await walk.ask(invitationShow, { invitation })
    expect(room.map(({ name }) => name)).toEqual(['Ida Brandt', 'Noa Stern', 'Vera Holm'])
    const ida = await walk.ask(personShow, { person: 'Ida Brandt' })
    expect(ida.positions).toMatchObject([{ organization: { name: 'Northwind' }, ended: false }])
  })

  it('a name that others bear too means the one who sat there', async () => {
    const seated = (await walk.ask(invitationShow, { invitation })).room[0]!.id
    await walk.person('Vera Holm')
    expect((await debrief({ met: ['vera holm=4'] })).met[0]!.person).toBe(seated)
    expect((await walk.ask(lookAlikeList)).pairs).toEqual([])
  })

  it('writes all of it or nothing', async () => {
    const wrong: [string, Partial<Input>][] = [
      ['chemistry 7', { met: ['Vera Holm=7'] }],
      ['an id of nobody', { met: ['Vera Holm', '00000000-0000-7000-8000-000000000000'] }],
      ['oneself', { met: ['Vera Holm', 'Mara Lind'] }],
      [
        'a promise to nobody',
        { met: ['Vera Holm'], followUps: [{ says: 'Send it', person: 'Nobody There' }] },
      ],
      ['a field that there is not', { followUps: [{ says: 'Send it', persn: 'Vera Holm' } as never] }],
    ]
    for (const [what, input] of wrong) expect(await refused(debrief(input)), what).not.toBeNull()
    expect(await tieTo('Vera Holm')).toBeNull()
    expect((await walk.ask(invitationShow, { invitation })).state).toBe('open')
  })

  it('promises get a day, and an opening that was mentioned is not written down twice', async () => {
    const known = await walk.opening('Head of Data', 'Amber')
    const said = await debrief({
      ...{
        met: ['Vera Holm'],
        followUps: [{ says: 'Send the talk', person: 'Vera Holm', dueOn: '2026-06-18' }],
      },
      openings: [
        { title: 'head of data', organization: 'Amber', by: 'Vera Holm' },
        { title: 'Analyst', organization: 'Amber' },
      ],
    })
    expect(said.openings[0]).toBe(known)
    expect(said.openings).toHaveLength(2)
    const { owed } = await walk.ask(meetingPrepare, { invitation })
    expect(owed.map(({ dueOn }) => dueOn)).toEqual(['2026-06-16', '2026-06-18'])
  })

  it('a rejection leaves the people met and the path to where they were', async () => {
    await debrief({ met: ['Vera Holm=4'] })
    await walk.ask(invitationEnd, { invitation, how: 'rejection' })
    expect((await walk.ask(pathFind, { target: 'Cobalt' })).paths).toHaveLength(1)
  })

  it('"I do not know them" ends with the meeting; "do not use" does not', async () => {
    await walk.ask(tieVeto, { person: 'Vera Holm' })
    await debrief({ met: ['Vera Holm=4', 'Tom Berg=4'] })
    expect(await tieTo('Vera Holm')).not.toBeNull()
    await walk.ask(tieVeto, { person: 'Tom Berg', says: 'do-not-use' })
    await walk.ask(tieConfirm, { person: 'Tom Berg' })
    expect((await walk.ask(pathFind, { target: 'Tom Berg' })).paths).toEqual([])
  })

  it('of a first round can be told while the second is to come', async () => {
    await walk.inside((context) =>
      addMeeting(context, invitation as never, 2, { startsAt: '2026-06-20T10:00:00Z' }),
    )
    const { meetings } = await walk.ask(invitationShow, { invitation })
    expect((await debrief({ met: ['Vera Holm=4'] })).meeting).toBe(meetings[0]!.id)
    expect((await walk.ask(meetingPrepare, { invitation })).meeting.id).toBe(meetings[1]!.id)
    expect((await walk.ask(enthusiasmSay, { invitation, value: 5 })).meeting).toBe(meetings[1]!.id)
  })

  it('met yesterday outweighs a click of the same age; a year later it has faded', async () => {
    await debrief({ met: ['Vera Holm=3'] })
    const fresh = (await tieTo('Vera Holm'))!.strength
    walk.at('2027-07-15T09:00:00Z')
    const faded = (await tieTo('Vera Holm'))!.strength
    expect(faded).toBeCloseTo(0.35 * 0.65, 2)
    expect(faded).toBeLessThan(fresh)
    expect(faded).toBeGreaterThan(0.06)
  })
})
