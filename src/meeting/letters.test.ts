import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { meetingDebrief } from './debrief.ts'
import { followUpList } from './follow-ups.ts'
import { followUpLetter, followUpSent } from './letters.ts'
import { testWalk, type Walk } from './testing.ts'

let walk: Walk
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(() => walk.begin())

async function debriefed(more: object = {}) {
  const invitation = await walk.invite({
    ...{ organization: 'Northwind', role: 'Data Engineer', with: ['vera.holm@example.com', 'Tom Berg'] },
    at: '2026-06-14T08:00Z',
  })
  await walk.ask(meetingDebrief, {
    ...{ invitation, enthusiasm: 4, met: ['vera.holm@example.com', 'Tom Berg'] },
    ...more,
  })
  const { followUps } = await walk.ask(followUpList)
  const of = (kind: string, name = 'vera.holm@example.com') =>
    followUps.find((one) => one.kind === kind && one.person?.name === name)!.id
  return of
}
const letter = (followUp: string) => walk.ask(followUpLetter, { followUp })

describe('a letter after a meeting', () => {
  it('cites what they promised, else what was promised to them, else an opening, else the role', async () => {
    const vera = 'vera.holm@example.com'
    const of = await debriefed({
      followUps: [{ person: vera, kind: 'promised-to-me', says: 'Send me the reading list.' }],
      openings: [{ title: 'Head of Data', organization: 'Cobalt', by: 'Tom Berg' }],
      note: 'She seemed tired',
    })
    const thanks = await letter(of('thank-you'))
    expect(thanks).toMatchObject({ cites: 'promised-to-me', email: vera, sent: [] })
    expect(thanks.draft).toContain('Thank you for your time yesterday at Northwind.')
    expect(thanks.draft).toContain('"Send me the reading list".')
    expect(thanks.draft).not.toContain('tired')
    const tom = await letter(of('thank-you', 'Tom Berg'))
    expect(tom).toMatchObject({ cites: 'opening', email: null })
    expect(tom.draft).toContain('Hello Tom,')
    expect(tom.draft).toContain('the opening "Head of Data" at Cobalt')
    expect(tom.draft).not.toContain('reading list')
    walk.at('2026-06-30T09:00:00Z')
    const reminder = await letter(of('promised-to-me'))
    expect(reminder.draft).toContain('on 14 June')
    expect(reminder.draft).toContain('how it stands')
  })

  it('without anything else on record thanks for what was said of the role', async () => {
    const of = await debriefed()
    expect(await letter(of('thank-you'))).toMatchObject({ cites: 'role' })
  })

  it('that was sent is kept as it was, and its follow-up is done; nothing is sent twice by itself', async () => {
    const of = await debriefed()
    const followUp = of('thank-you')
    await walk.ask(followUpSent, { followUp, says: 'Thank you, Vera!' })
    expect((await letter(followUp)).sent).toEqual([
      { says: 'Thank you, Vera!', at: '2026-06-15T09:00:00.000Z' },
    ])
    const open = (await walk.ask(followUpList)).followUps.map(({ id }) => id)
    expect(open).not.toContain(followUp)
    const done = (await walk.ask(followUpList, { done: true })).followUps
    expect(done.map(({ id }) => id)).toEqual([followUp])
  })

  it('of no follow-up is refused', async () => {
    const followUp = '018f0000-0000-7000-8000-000000000000'
    await expect(letter(followUp)).rejects.toMatchObject({ code: 'not-found' })
    await expect(walk.ask(followUpSent, { followUp, says: 'x' })).rejects.toMatchObject({ code: 'not-found' })
  })
})
