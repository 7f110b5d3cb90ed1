import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openingClose } from '../people/opening.ts'
import { invitationDecide } from './decision.ts'
import { invitationShow } from './invitations.ts'
import { refusalList } from './refusals.ts'
import { testWalk, type Walk } from './testing.ts'

let walk: Walk
let invitation: string
beforeAll(async () => {
  walk = await testWalk()
})
afterAll(() => walk.close())
beforeEach(async () => {
  await walk.begin()
  await walk.person('Vera Holm', ['Cobalt:2015'])
  await walk.opening('Data Engineer', 'Cobalt')
  invitation = await walk.invite({ organization: 'Northwind', role: 'Data Engineer', with: ['Vera Holm'] })
})

const refuse = (reason?: string, note?: string) =>
  walk.ask(invitationDecide, {
    ...{ invitation, verdict: 'refuse' as const },
    ...(reason ? { reason: reason as 'other' } : {}),
    ...(note ? { note } : {}),
  })
const take = () => walk.ask(invitationDecide, { invitation, verdict: 'take' })

describe('a refusal', () => {
  it('says what it forgoes, and keeps that as it was then', async () => {
    const decided = await refuse('timing', 'Not this month')
    expect(decided).toMatchObject({
      ...{ reason: 'timing', overruled: true, advice: { verdict: 'take' } },
      forgone: { people: 1, organizations: 1, opened: 1, strengthened: 0 },
    })
    const { refusals } = await walk.ask(refusalList)
    expect(refusals).toMatchObject([
      {
        ...{ invitation, reason: 'timing', note: 'Not this month', takenLater: false, advice: 'take' },
        ...{ forgone: { opened: 1 }, people: [{ name: 'Vera Holm' }], doorsSinceClosed: [] },
      },
    ])
    await walk.ask(openingClose, { opening: 'Data Engineer' })
    const [later] = (await walk.ask(refusalList)).refusals
    expect(later).toMatchObject({ forgone: { opened: 1 }, doorsSinceClosed: [{ title: 'Data Engineer' }] })
  })

  it('without a reason says none; and taking needs none', async () => {
    expect((await refuse()).reason).toBe('none')
    const asked = walk.ask(invitationDecide, { invitation, verdict: 'take', reason: 'pay' })
    await expect(asked).rejects.toMatchObject({ code: 'invalid-input', at: 'reason' })
    expect((await walk.ask(invitationShow, { invitation })).state).toBe('refused')
  })

  it('later taken stays on record, as nearly refused', async () => {
    await refuse('pay')
    expect(await take()).toMatchObject({ overruled: false, forgone: null })
    expect((await walk.ask(refusalList)).refusals).toMatchObject([{ takenLater: true, reason: 'pay' }])
    const shown = await walk.ask(invitationShow, { invitation })
    expect(shown).toMatchObject({ nearlyRefused: true, state: 'taken' })
    expect(shown.decisions.map(({ verdict }) => verdict)).toEqual(['refuse', 'take'])
  })

  it('taken first and refused last is not nearly refused', async () => {
    await take()
    await refuse('pay')
    expect(await walk.ask(invitationShow, { invitation })).toMatchObject({
      nearlyRefused: false,
      reason: 'pay',
    })
  })
})

describe('the reasons that the rule holds good', () => {
  it('"unrelated field" is the yes to the question: the advice follows, nothing is overruled', async () => {
    expect(await refuse('unrelated-field')).toMatchObject({
      ...{ overruled: false, advice: { verdict: 'may-decline', clause: 'unrelated-field' } },
    })
  })

  it('"I know the company" is one\'s own word about it', async () => {
    expect(await refuse('know-the-company')).toMatchObject({
      ...{ overruled: false, advice: { verdict: 'may-decline', clause: 'know-the-company' } },
    })
  })

  it('"values" is nobody else\'s to judge', async () => {
    expect((await refuse('values')).overruled).toBe(false)
  })

  it.each(['timing', 'pay', 'place', 'present-employer', 'in-process', 'other', 'none'])(
    '"%s" is none of them: the refusal overrules the advice',
    async (reason) => expect((await refuse(reason)).overruled).toBe(true),
  )

  it("taking against one's own no overrules too, and is kept", async () => {
    await refuse('unrelated-field')
    expect(await take()).toMatchObject({ overruled: true, advice: { verdict: 'may-decline' } })
    const { decisions } = await walk.ask(invitationShow, { invitation })
    expect(decisions.at(-1)).toMatchObject({ verdict: 'take', advice: 'may-decline' })
  })
})
