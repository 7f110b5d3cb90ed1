import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personShow } from '../people/people.ts'
import { tieConfirm } from '../people/tie.ts'
import type { IntroductionState } from '../store/tables.ts'
import { introductionList } from './introduction-list.ts'
import { introductionAdvance, introductionTakeBack } from './introduction-state.ts'
import { introductionAsk } from './introductions.ts'
import { invitationShow } from './invitations.ts'
import { lineageShow } from './lineage.ts'
import { lineageLookBack } from './look-back.ts'
import { invitationEnd, offerAdd, offerAnswer, outcomeTakeBack } from './offers.ts'
import { invitationRemove } from './remove.ts'
import { testWalk, type Walk } from './testing.ts'

let walk: Walk
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(() => walk.begin())

const rejects = (of: Promise<unknown>) => expect(of).rejects
const rows = (table: 'introduction_state' | 'outcome' | 'offer' | 'taken_back') =>
  walk.inside(({ tx }) => tx.selectFrom(table).selectAll().execute())

describe('a step of an introduction that is taken back', () => {
  /** Vera, met at Northwind, knows Tom, who is at Cobalt, and was asked to introduce. */
  async function asked(...to: IntroductionState[]): Promise<string> {
    await walk.person('Vera Holm')
    await walk.person('Tom Berg', ['Cobalt:2015'])
    await walk.meet('Northwind', ['Vera Holm=4'])
    await walk.ask(tieConfirm, { person: 'Tom Berg', other: 'Vera Holm', says: 'know-well' })
    const { introduction } = await walk.ask(introductionAsk, { target: 'Cobalt' })
    for (const state of to) await walk.ask(introductionAdvance, { introduction, to: state })
    return introduction
  }
  const back = (introduction: string, state?: IntroductionState) =>
    walk.ask(introductionTakeBack, { introduction, ...(state ? { state } : {}) })
  const told = async (introduction: string) => ({
    list: await walk.ask(introductionList, { person: 'Vera Holm' }),
    lineage: await walk.ask(lineageShow, { of: introduction }),
    vera: (await walk.ask(personShow, { person: 'Vera Holm' })).introductions,
    brought: await walk.ask(lineageLookBack),
  })

  it('leaves everything as it was before it, and itself on record', async () => {
    const introduction = await asked('asked')
    const before = await told(introduction)
    await walk.ask(introductionAdvance, { introduction, to: 'introduced', note: 'at lunch' })
    const between = await told(introduction)
    expect(between.vera.made).toBe(1)
    expect(between.lineage).not.toEqual(before.lineage)
    expect(await back(introduction)).toEqual({ introduction, takenBack: 'introduced', state: 'asked' })
    expect(await told(introduction)).toEqual(before)
    expect((await rows('introduction_state')).at(-1)).toMatchObject({ state: 'introduced', note: 'at lunch' })
    expect(await rows('taken_back')).toMatchObject([{ by_name: 'you', at: walk.now() }])
  })

  it('can be said anew, and taken back anew', async () => {
    const introduction = await asked('asked', 'declined')
    await back(introduction)
    await walk.ask(introductionAdvance, { introduction, to: 'introduced' })
    expect(await back(introduction)).toMatchObject({ takenBack: 'introduced', state: 'asked' })
    expect(await back(introduction)).toMatchObject({ takenBack: 'asked', state: 'draft' })
  })

  it('is in the timeline once, as taken back', async () => {
    const introduction = await asked('asked', 'declined')
    walk.at('2026-06-16T08:00:00Z')
    await back(introduction)
    const { timeline } = await walk.ask(personShow, { person: 'Tom Berg' })
    const steps = timeline.filter(({ kind }) => kind === 'introduction')
    expect(steps.map(({ says }) => says)).toEqual([
      'Introduction to them: "declined" taken back',
      'Introduction to them: draft',
      'Introduction to them: asked',
    ])
    expect(steps[0]!.at).toBe('2026-06-16T08:00:00.000Z')
  })

  it('is the last one only: a draft has none, and one that another followed stays', async () => {
    const introduction = await asked('asked', 'introduced')
    await rejects(back(introduction, 'asked')).toMatchObject({
      ...{ code: 'conflict', at: 'state' },
      message: 'The last step is "introduced", not "asked", and only the last one is taken back.',
    })
    await back(introduction, 'introduced')
    await rejects(back(introduction, 'introduced')).toThrow(/The last step is "asked"/)
    await back(introduction, 'asked')
    await rejects(back(introduction)).toThrow(/is a draft: there is no step to take back/)
    expect(await rows('taken_back')).toHaveLength(2)
  })

  it('may be the draft itself, by its name: the introduction is none any more', async () => {
    const introduction = await asked()
    const others = async () => ({
      lineage: (await walk.ask(lineageShow, { of: 'Northwind' })).cameOfIt.map(({ kind }) => kind),
      list: (await walk.ask(introductionList)).introductions,
    })
    expect((await others()).lineage).toContain('introduction')
    expect(await back(introduction, 'draft')).toMatchObject({ takenBack: 'draft', state: null })
    expect(await others()).toEqual({ lineage: ['meeting'], list: [] })
    await rejects(back(introduction, 'draft')).toMatchObject({ code: 'not-found' })
    const { timeline } = await walk.ask(personShow, { person: 'Tom Berg' })
    expect(timeline.filter(({ kind }) => kind === 'introduction')).toMatchObject([
      { says: 'Introduction to them: "draft" taken back', leads: null },
    ])
  })

  it('stays where an invitation came of it, unless that was a mistake', async () => {
    const introduction = await asked('asked', 'introduced')
    const invitation = await walk.invite({ organization: 'Cobalt', role: 'Head', cameFrom: introduction })
    await rejects(back(introduction)).toMatchObject({
      ...{ code: 'conflict', at: 'introduction' },
      message: 'An invitation came of this introduction (Cobalt, Head): the step stays.',
    })
    await walk.ask(introductionAdvance, { introduction, to: 'declined' })
    expect(await back(introduction)).toMatchObject({ takenBack: 'declined', state: 'introduced' })
    await walk.ask(invitationRemove, { invitation })
    expect(await back(introduction)).toMatchObject({ takenBack: 'introduced' })
  })
})

describe('the end of a process that is taken back', () => {
  const back = (invitation: string, kind?: 'offer' | 'offer-accepted' | 'rejection') =>
    walk.ask(outcomeTakeBack, { invitation, ...(kind ? { kind } : {}) })
  const told = async (invitation: string) => ({
    shown: await walk.ask(invitationShow, { invitation }),
    lineage: await walk.ask(lineageShow, { of: invitation }),
    brought: await walk.ask(lineageLookBack),
  })

  it('leaves everything as it was: a rejection, an offer and its answer, one after the other', async () => {
    const { invitation } = await walk.meet('Northwind', ['Vera Holm=4'])
    const steps = [
      () => walk.ask(invitationEnd, { invitation, how: 'rejection' as const, note: 'a form letter' }),
      () => walk.ask(offerAdd, { invitation, says: 'after all' }),
      () => walk.ask(offerAnswer, { offer: invitation, answer: 'accept' as const }),
    ]
    const before = []
    for (const step of steps) {
      before.push(await told(invitation))
      await step()
    }
    expect(before.map(({ shown }) => shown.state)).toEqual(['held', 'ended', 'offer'])
    expect((await told(invitation)).lineage.cameOfIt.map(({ kind }) => kind)).toContain('placement')
    for (const kind of ['offer-accepted', 'offer', 'rejection'] as const) {
      const was = before.pop()!
      expect(await back(invitation, kind)).toEqual({ invitation, takenBack: kind, state: was.shown.state })
      expect(await told(invitation)).toEqual(was)
    }
    expect([await rows('outcome'), await rows('offer')].map(({ length }) => length)).toEqual([2, 1])
    expect(await rows('taken_back')).toHaveLength(3)
  })

  it('stays where an offer followed, which is named; nothing said, nothing taken back', async () => {
    const { invitation } = await walk.meet('Northwind', ['Vera Holm=4'])
    await rejects(back(invitation)).toThrow(/Nothing is on record of how this ended/)
    await walk.ask(invitationEnd, { invitation, how: 'rejection' })
    await rejects(back(invitation, 'offer-accepted')).toThrow(
      'That is not on record; the last is a rejection (15 Jun 2026).',
    )
    await walk.ask(offerAdd, { invitation })
    await rejects(back(invitation, 'rejection')).toMatchObject({
      ...{ code: 'conflict', at: 'kind' },
      message: 'After it came an offer (15 Jun 2026): take that back first.',
    })
    await back(invitation)
    await back(invitation)
    await rejects(back(invitation)).toMatchObject({ code: 'conflict', at: 'invitation' })
  })

  it('is of one invitation: that of another stays', async () => {
    const [one, other] = [
      await walk.meet('Northwind', ['Vera Holm']),
      await walk.meet('Amber', ['Noa Stern']),
    ]
    for (const { invitation } of [one, other])
      await walk.ask(invitationEnd, { invitation, how: 'withdrawal' })
    await back(one.invitation)
    expect((await walk.ask(invitationShow, { invitation: other.invitation })).state).toBe('ended')
  })
})
