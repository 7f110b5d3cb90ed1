import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { careerAdd } from '../people/career.ts'
import { tieConfirm } from '../people/tie.ts'
import { meetingDebrief } from './debrief.ts'
import { enthusiasmSay } from './enthusiasm.ts'
import { meetingPrepare } from './prepare.ts'
import { testWalk, type Walk } from './testing.ts'

let walk: Walk
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(() => walk.begin())

const invite = (at: string | undefined, ...guests: string[]) =>
  walk.invite({
    ...{ organization: 'Northwind', role: 'Data Engineer', with: guests, timeZone: 'Europe/Oslo' },
    ...(at ? { at } : {}),
  })
const prepare = (invitation: string) => walk.ask(meetingPrepare, { invitation })
const guest = async (invitation: string) => (await prepare(invitation)).room[0]!

describe('somebody of the room, before the meeting', () => {
  it('shows where they were, the position that lasts first, as precise as known', async () => {
    await walk.person('Vera Holm', ['Cobalt:2015..2021-06'], 'Head of Data')
    const { positions } = await guest(await invite('2026-06-25 10:00', 'Vera Holm'))
    expect(positions).toMatchObject([
      { organization: { name: 'Northwind' }, current: true },
      { ...{ organization: { name: 'Cobalt' }, title: 'Head of Data' }, from: '2015', to: '2021-06' },
    ])
  })

  it('shows the tie with its evidence, and whom one knows who knows them; nobody who does not', async () => {
    await walk.person('Vera Holm')
    for (const name of ['Tom Berg', 'Una Roth', 'Ada Quist']) await walk.person(name)
    await walk.ask(tieConfirm, { person: 'Tom Berg', says: 'know-well' })
    await walk.ask(tieConfirm, { person: 'Una Roth' })
    await walk.ask(tieConfirm, { person: 'Tom Berg', other: 'Vera Holm', says: 'know-well' })
    await walk.ask(tieConfirm, { person: 'Ada Quist', other: 'Vera Holm', says: 'know-well' })
    const invitation = await invite('2026-06-25 10:00', 'Vera Holm')
    const before = await guest(invitation)
    expect(before).toMatchObject({ tie: null, common: [{ name: 'Tom Berg' }], discretion: [] })
    await walk.ask(tieConfirm, { person: 'Vera Holm' })
    const { tie } = await guest(invitation)
    expect(tie?.evidence.reduce((sum, { contributes }) => sum + contributes, 0)).toBeCloseTo(tie!.strength, 9)
  })

  it('warns when they are close to the present employer', async () => {
    await walk.person('Vera Holm', ['Globex:2010..2016'])
    const { discretion } = await guest(await invite('2026-06-25 10:00', 'Vera Holm'))
    expect(discretion).toEqual([expect.stringContaining('was at Globex, your present employer')])
  })
})

describe('the plan', () => {
  const says = async (invitation: string) => (await prepare(invitation)).plan.map((item) => item.says)

  it('comes with the date, hangs on this panel, and shrinks with the days left', async () => {
    await walk.person('Vera Holm')
    await walk.person('Tom Berg')
    await walk.ask(tieConfirm, { person: 'Tom Berg', says: 'know-well' })
    await walk.ask(tieConfirm, { person: 'Tom Berg', other: 'Vera Holm', says: 'know-well' })
    expect((await prepare(await invite(undefined, 'Vera Holm'))).plan).toEqual([])
    const invitation = await invite('2026-06-25 10:00', 'Vera Holm')
    const ask = expect.stringMatching(/^Ask Tom Berg about Vera Holm/)
    const find = expect.stringMatching(/^Find out where Vera Holm was before/)
    const ready = expect.stringMatching(/^Have this ready for Vera Holm/)
    const want = expect.stringMatching(/^Say how much you want this/)
    expect(await says(invitation)).toEqual([ask, find, ready, want])
    walk.at('2026-06-23T09:00:00Z')
    expect(await says(invitation)).toEqual([find, ready, want])
    await walk.ask(enthusiasmSay, { invitation, value: 3 })
    expect(await says(invitation)).toEqual([find, ready])
    walk.at('2026-06-25T05:00:00Z')
    expect(await says(invitation)).toEqual([ready])
    walk.at('2026-06-25T09:00:00Z')
    expect(await says(invitation)).toEqual([])
  })

  it('asks for no career that is known, and recalls where both were', async () => {
    await walk.person('Vera Holm')
    const invitation = await invite('2026-06-25 10:00', 'Vera Holm')
    await walk.ask(careerAdd, { person: 'Vera Holm', at: ['Globex:2005..2010'] })
    const plan = await says(invitation)
    expect(plan.filter((item) => item.startsWith('Find out'))).toEqual([])
    expect(plan).toContainEqual(expect.stringMatching(/^Recall your time at Globex: Vera Holm was there too/))
  })

  it('has what is owed to somebody of the room', async () => {
    const first = await invite('2026-06-14 10:00', 'Vera Holm')
    await walk.ask(meetingDebrief, {
      ...{ invitation: first, enthusiasm: 4, met: ['Vera Holm'] },
      followUps: [{ person: 'Vera Holm', says: 'Send the paper' }],
    })
    const next = await walk.invite({
      ...{ organization: 'Northwind', with: ['Vera Holm'], at: '2026-06-25 10:00' },
    })
    expect(await says(next)).toContainEqual('Keep what is owed with Vera Holm: Send the paper')
  })

  it('counts the days on the clock of the meeting', async () => {
    const invitation = await walk.invite({
      ...{ organization: 'Northwind', with: ['Vera Holm'], at: '2026-06-17 08:00' },
      timeZone: 'Pacific/Auckland',
    })
    walk.at('2026-06-16T13:00:00Z')
    expect((await prepare(invitation)).meeting.daysLeft).toBe(0)
  })
})
