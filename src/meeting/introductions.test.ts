import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tieConfirm } from '../people/tie.ts'
import type { IntroductionState } from '../store/tables.ts'
import { invitationAmend } from './amend.ts'
import { meetingDebrief } from './debrief.ts'
import { invitationDecide } from './decision.ts'
import { introductionList } from './introduction-list.ts'
import { FOLLOWS, introductionAdvance, introductionWrite, states } from './introduction-state.ts'
import { introductionAsk } from './introductions.ts'
import { lineageShow } from './lineage.ts'
import { offerAdd, offerAnswer } from './offers.ts'
import { pathFind } from './paths.ts'
import { testWalk, type Walk } from './testing.ts'

let walk: Walk
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(() => walk.begin())

/** Vera, met at Northwind, knows Tom, who is at Cobalt. */
async function scene() {
  await walk.person('Vera Holm')
  await walk.person('Tom Berg', ['Cobalt:2015'])
  const met = await walk.meet('Northwind', ['Vera Holm=4'])
  await walk.ask(tieConfirm, { person: 'Tom Berg', other: 'Vera Holm', says: 'know-well' })
  return met
}
const advance = (introduction: string, ...to: IntroductionState[]) =>
  to.reduce<Promise<unknown>>(
    (before, state) => before.then(() => walk.ask(introductionAdvance, { introduction, to: state })),
    Promise.resolve(),
  )

describe('an introduction', () => {
  it('is drafted along the best path, with the meeting that made it possible', async () => {
    const { meeting } = await scene()
    const asked = await walk.ask(introductionAsk, { target: 'Cobalt' })
    expect(asked).toMatchObject({ state: 'draft', viaMeeting: meeting, discretion: [] })
    expect(asked.path.steps.map(({ to }) => to.name)).toEqual(['Vera Holm', 'Tom Berg'])
    expect(asked.draft).toContain('Hello Vera')
    expect(asked.draft).toContain('Tom Berg at Cobalt')
    expect(asked.path).toEqual((await walk.ask(pathFind, { target: 'Cobalt' })).paths[0])
  })

  it('goes through whom one names, and is refused where no path does', async () => {
    await scene()
    await walk.person('Noa Stern')
    await walk.ask(tieConfirm, { person: 'Noa Stern' })
    await walk.ask(tieConfirm, { person: 'Tom Berg', other: 'Noa Stern' })
    const through = async (...names: string[]) =>
      (await walk.ask(introductionAsk, { target: 'Tom Berg', through: names })).path.steps[0]!.to.name
    expect(await through('Noa Stern')).toBe('Noa Stern')
    expect(await through('Vera Holm')).toBe('Vera Holm')
    await walk.person('Una Roth')
    await expect(through('Una Roth')).rejects.toMatchObject({ code: 'conflict' })
    await expect(walk.ask(introductionAsk, { target: 'Una Roth' })).rejects.toThrow(
      /No path leads to Una Roth/,
    )
    expect((await walk.ask(introductionList)).introductions).toHaveLength(2)
  })

  it('keeps the very meeting that was named', async () => {
    const first = await scene()
    await walk.meet('Amber', ['Vera Holm=5'])
    const named = await walk.ask(introductionAsk, { target: 'Tom Berg', viaMeeting: first.meeting })
    expect(named.viaMeeting).toBe(first.meeting)
  })

  it('to somebody close to the present employer says so', async () => {
    await scene()
    await walk.person('Ida Brandt', ['Globex:2018'])
    await walk.ask(tieConfirm, { person: 'Tom Berg', other: 'Ida Brandt', says: 'know-well' })
    const { discretion } = await walk.ask(introductionAsk, { target: 'Tom Berg' })
    expect(discretion.map(({ person }) => person.name).sort()).toEqual(['Tom Berg', 'Vera Holm'])
  })
})

describe('the text of a request', () => {
  it('is changed until it is sent, and stays as it was sent', async () => {
    await scene()
    const { introduction } = await walk.ask(introductionAsk, { target: 'Cobalt' })
    const write = (draft: string) => walk.ask(introductionWrite, { introduction, draft })
    await write('Dear Vera,\n\nin my own words.')
    expect((await walk.ask(introductionList)).introductions[0]!.draft).toBe('Dear Vera,\n\nin my own words.')
    await expect(write(' ')).rejects.toMatchObject({ at: 'draft' })
    await advance(introduction, 'asked')
    await expect(write('Something else')).rejects.toMatchObject({ code: 'conflict' })
    expect((await walk.ask(introductionList)).introductions[0]!.draft).toContain('in my own words')
  })
})

describe('introductions of one person', () => {
  const of = (person: string) => walk.ask(introductionList, { person })

  it('say whom one met through whom, and how many led to a meeting', async () => {
    await scene()
    const { introduction } = await walk.ask(introductionAsk, { target: 'Cobalt' })
    expect((await of('Vera Holm')).person).toEqual({ metThrough: [], introduced: 0, ledToMeetings: 0 })
    await advance(introduction, 'asked', 'introduced')
    expect((await of('Vera Holm')).person).toMatchObject({ introduced: 1, ledToMeetings: 0 })
    await advance(introduction, 'met')
    expect((await of('Vera Holm')).person).toEqual({ metThrough: [], introduced: 1, ledToMeetings: 1 })
    expect((await of('Tom Berg')).person).toMatchObject({
      ...{ metThrough: [{ name: 'Vera Holm' }], introduced: 0 },
    })
  })

  it('are only those that the person is on', async () => {
    await scene()
    await walk.person('Una Roth')
    await walk.ask(introductionAsk, { target: 'Cobalt' })
    const found = async (person: string) => (await of(person)).introductions.length
    expect([await found('Vera Holm'), await found('Tom Berg'), await found('Una Roth')]).toEqual([1, 1, 0])
    const [one] = (await of('Tom Berg')).introductions
    expect(one).toMatchObject({ organization: { name: 'Cobalt' }, opening: null, invitations: [] })
  })
})

describe('the states of an introduction', () => {
  const pairs = states.options.flatMap((from) => states.options.map((to) => [from, to] as const))
  const route: Record<IntroductionState, IntroductionState[]> = {
    ...{ draft: [], asked: ['asked'], 'connector-agreed': ['asked', 'connector-agreed'] },
    'target-agreed': ['asked', 'target-agreed'],
    introduced: ['asked', 'introduced'],
    met: ['asked', 'introduced', 'met'],
    ...{ declined: ['asked', 'declined'], 'no-answer': ['asked', 'no-answer'] },
  }

  it('follow as the table says, and in no other way', async () => {
    await scene()
    for (const [from, to] of pairs) {
      const { introduction } = await walk.ask(introductionAsk, { target: 'Tom Berg' })
      await advance(introduction, ...route[from])
      const next = advance(introduction, to)
      if (FOLLOWS[from].includes(to)) await expect(next, `${from} -> ${to}`).resolves.toBeDefined()
      else await expect(next, `${from} -> ${to}`).rejects.toMatchObject({ code: 'conflict', at: 'to' })
    }
  })

  it('are all kept, in their order; ten silent days make it stale, an end does not', async () => {
    await scene()
    const { introduction } = await walk.ask(introductionAsk, { target: 'Tom Berg' })
    await advance(introduction, 'asked')
    const shown = async () => (await walk.ask(introductionList)).introductions[0]!
    expect(await shown()).toMatchObject({ state: 'asked', stale: false })
    walk.at('2026-06-26T09:00:00Z')
    expect((await shown()).stale).toBe(true)
    await advance(introduction, 'introduced', 'met')
    walk.at('2026-08-26T09:00:00Z')
    const last = await shown()
    expect(last).toMatchObject({ state: 'met', stale: false, next: [] })
    expect(last.states.map(({ state }) => state)).toEqual(['draft', 'asked', 'introduced', 'met'])
  })
})

describe('lineage', () => {
  async function story() {
    await walk.person('Vera Holm')
    await walk.person('Tom Berg', ['Cobalt:2015'])
    const first = await walk.invite({
      ...{ organization: 'Northwind', role: 'Data Engineer', with: ['Vera Holm'], at: '2026-06-15T08:00Z' },
    })
    await walk.ask(invitationDecide, { invitation: first, verdict: 'refuse', reason: 'timing' })
    await walk.ask(invitationDecide, { invitation: first, verdict: 'take' })
    const { meeting } = await walk.ask(meetingDebrief, {
      invitation: first,
      enthusiasm: 4,
      met: ['Vera Holm=4'],
    })
    await walk.ask(tieConfirm, { person: 'Tom Berg', other: 'Vera Holm', says: 'know-well' })
    walk.at('2026-06-20T09:00:00Z')
    const { introduction } = await walk.ask(introductionAsk, { target: 'Cobalt' })
    walk.at('2026-06-25T09:00:00Z')
    const second = await walk.invite({
      ...{ organization: 'Cobalt', role: 'Lead', with: ['Tom Berg'], cameFrom: introduction },
    })
    walk.at('2026-07-05T09:00:00Z')
    const { offer } = await walk.ask(offerAdd, { invitation: second })
    return { first, meeting, introduction, second, offer }
  }
  const kinds = (links: { kind: string }[]) => links.map(({ kind }) => kind)

  it('goes back from an offer to the first meeting and its invitation, marked where it was nearly refused', async () => {
    const { first, meeting, introduction, second, offer } = await story()
    const { chain, cameOfIt } = await walk.ask(lineageShow, { of: offer })
    expect(chain.map(({ id }) => id)).toEqual([offer, second, introduction, meeting, first])
    expect(chain.map(({ nearlyRefused }) => nearlyRefused)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      true,
    ])
    expect(chain[2]!.says).toContain('Vera Holm introduced you to Tom Berg at Cobalt')
    expect(cameOfIt).toEqual([])
  })

  it('goes forward from a meeting to all that came of it, in the order of time', async () => {
    const { meeting, offer } = await story()
    await walk.ask(offerAnswer, { offer, answer: 'accept' })
    const { cameOfIt } = await walk.ask(lineageShow, { of: meeting })
    expect(kinds(cameOfIt)).toEqual(['introduction', 'invitation', 'offer', 'placement'])
    await walk.ask(offerAnswer, { offer, answer: 'decline' })
    const declined = await walk.ask(lineageShow, { of: meeting })
    expect(kinds(declined.cameOfIt)).toEqual(['introduction', 'invitation', 'offer'])
  })

  it('is found by name, and of what came of nothing is short', async () => {
    const { offer } = await story()
    const { chain } = await walk.ask(lineageShow, { of: 'Cobalt' })
    expect(chain[0]!.id).toBe(offer)
    const alone = await walk.invite({ organization: 'Amber', role: 'Analyst' })
    expect(await walk.ask(lineageShow, { of: alone })).toMatchObject({ chain: [{ id: alone }], cameOfIt: [] })
    await expect(walk.ask(lineageShow, { of: 'Nowhere' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('an invitation that came by the calendar is told its introduction later', async () => {
    const { introduction } = await story()
    const late = await walk.invite({ organization: 'Cobalt', role: 'Editor' })
    await walk.ask(invitationAmend, { invitation: late, cameFrom: introduction })
    const { chain } = await walk.ask(lineageShow, { of: late })
    expect(kinds(chain)).toEqual(['invitation', 'introduction', 'meeting', 'invitation'])
  })
})
