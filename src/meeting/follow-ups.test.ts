import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { speaking } from '../language.ts'
import { personShow } from '../people/people.ts'
import {
  followUpAdd,
  followUpDone,
  followUpList,
  followUpRemove,
  followUpSnooze,
  followUpTold,
} from './follow-ups.ts'
import { testWalk, type Walk } from './testing.ts'

let walk: Walk
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(() => walk.begin())

const berlin = (dueOn: string, dueTime = '09:00') =>
  walk.ask(followUpAdd, { says: 'Call Vera', dueOn, dueTime, timeZone: 'Europe/Berlin' })
const listed = async (done = false) => (await walk.ask(followUpList, { done })).followUps
const told = async (followUp: string) => (await walk.ask(followUpTold, { followUp })).first

describe('a reminder with a time', () => {
  it('stays at nine on its own clock, before and after the clocks are put forward and back', async () => {
    expect((await berlin('2026-03-28')).dueAt).toBe('2026-03-28T08:00:00.000Z')
    expect((await berlin('2026-03-29')).dueAt).toBe('2026-03-29T07:00:00.000Z')
    expect((await berlin('2026-10-24')).dueAt).toBe('2026-10-24T07:00:00.000Z')
    expect((await berlin('2026-10-25')).dueAt).toBe('2026-10-25T08:00:00.000Z')
  })

  it('put off by a day across the change keeps its hour', async () => {
    const { followUp } = await berlin('2026-10-24')
    await walk.ask(followUpSnooze, { followUp, until: '2026-10-25' })
    expect(await listed()).toMatchObject([{ dueTime: '09:00', dueAt: '2026-10-25T08:00:00.000Z' }])
  })

  it('is told of once, not before it is due, and anew after it was put off', async () => {
    const { followUp } = await berlin('2026-10-25')
    walk.at('2026-10-25T07:59:59Z')
    expect(await told(followUp)).toBe(false)
    expect(await listed()).toMatchObject([{ due: false, told: false }])
    walk.at('2026-10-25T08:00:00Z')
    expect([await told(followUp), await told(followUp)]).toEqual([true, false])
    expect(await listed()).toMatchObject([{ due: true, told: true }])
    await walk.ask(followUpSnooze, {
      followUp,
      until: '2026-10-26',
      time: '10:30',
      timeZone: 'Europe/Berlin',
    })
    expect(await listed()).toMatchObject([{ due: false, told: false, dueAt: '2026-10-26T09:30:00.000Z' }])
    walk.at('2026-10-26T09:30:00Z')
    expect([await told(followUp), await told(followUp)]).toEqual([true, false])
  })

  it('is told of once, however many tabs say so at the same time', async () => {
    const { followUp } = await berlin('2026-06-01')
    const firsts = await Promise.all([1, 2, 3, 4].map(() => told(followUp)))
    expect(firsts.filter(Boolean)).toHaveLength(1)
  })

  it('needs a zone that exists', async () => {
    const add = (more: object) => walk.ask(followUpAdd, { says: 'x', dueOn: '2026-07-01', ...more })
    await expect(add({ dueTime: '09:00' })).rejects.toThrow('A time needs its time zone')
    await expect(add({ dueTime: '09:00', timeZone: 'Europe/Nowhere' })).rejects.toThrow('is not a time zone')
    await expect(add({ dueTime: '9 am', timeZone: 'Europe/Berlin' })).rejects.toThrow('is not a time such as')
    expect(await listed()).toEqual([])
  })
})

describe('a reminder for a day', () => {
  it('is due that day and overdue the next, wherever it lies', async () => {
    await walk.ask(followUpAdd, { says: 'Write', dueOn: '2026-06-16' })
    expect(await listed()).toMatchObject([{ due: false, overdue: false, dueAt: null }])
    walk.at('2026-06-16T00:00:00Z')
    expect(await listed()).toMatchObject([{ due: true, overdue: false }])
    walk.at('2026-06-17T00:00:00Z')
    expect(await listed()).toMatchObject([{ due: true, overdue: true }])
  })

  it('can be taken back; a promise of a meeting cannot', async () => {
    const { followUp } = await walk.ask(followUpAdd, { says: 'Write', dueOn: '2026-06-16' })
    await walk.ask(followUpRemove, { followUp })
    await expect(walk.ask(followUpRemove, { followUp })).rejects.toThrow('no such follow-up')
    await walk.person('Vera Holm')
    await walk.meet('Northwind', ['Vera Holm=4'])
    const [thanks] = await listed()
    await expect(walk.ask(followUpRemove, { followUp: thanks!.id })).rejects.toThrow('no such follow-up')
    expect(await listed()).toHaveLength(1)
  })
})

describe('in the timeline of the person', () => {
  it('stands that it was added, put off and done, each once; that the user was told does not', async () => {
    const person = await walk.person('Vera Holm')
    const { followUp } = await walk.ask(followUpAdd, { says: 'Call her', person, dueOn: '2026-06-10' })
    walk.at('2026-06-16T09:00:00Z')
    await told(followUp)
    await walk.ask(followUpSnooze, { followUp, until: '2026-06-20' })
    walk.at('2026-06-20T09:00:00Z')
    await walk.ask(followUpDone, { followUp })
    const of = async () =>
      (await walk.ask(personShow, { person })).timeline.filter(({ kind }) => kind === 'follow-up')
    expect((await of()).map(({ says }) => says)).toEqual([
      'Done: Call her',
      'Put off to 20 Jun 2026: Call her',
      'To do by 20 Jun 2026: Call her',
    ])
    const german = await speaking('de', of)
    expect(german[0]!.says).toBe('Erledigt: Call her')
    expect((await listed(true)).map(({ says }) => says)).toEqual(['Call her'])
  })
})
