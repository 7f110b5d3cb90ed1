import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitationDecide } from '../meeting/decision.ts'
import { invitationAdd } from '../meeting/invitation.ts'
import { personAdd } from '../people/people.ts'
import type { Id } from '../store/ids.ts'
import { candidacyAdd } from './candidacies.ts'
import { mandateOpen } from './mandates.ts'
import { refusalPatterns } from './refusal-patterns.ts'
import { type TestFirm, testFirm } from './testing.ts'

let firm: TestFirm
beforeAll(async () => {
  firm = await testFirm('2026-06-15T09:00:00Z')
})
afterAll(() => firm.close())

const carl = () => firm.as('consultant')
let count = 0
const mandate = async (more: object = {}) =>
  (await carl().ask(mandateOpen, { title: 'Chief financial officer', client: 'Globex', ...more })).mandate

/** An invitation that Carl sent two days ago for a new candidate of the mandate. */
async function invited(mandate: string): Promise<string> {
  const { person } = await carl().ask(personAdd, { name: `Nadia Number ${++count}` })
  const { candidacy } = await carl().ask(candidacyAdd, { mandate, person })
  const { invitation } = await carl().ask(invitationAdd, { organization: 'Globex', role: 'CFO' })
  await firm.house.store.owner
    .updateTable('invitation')
    .set({ candidacy_id: candidacy as Id<'candidacy'>, seeker: person as Id<'person'> })
    .set({ sent_at: new Date('2026-06-13T09:00:00Z'), by_member: carl().member ?? null })
    .where('id', '=', invitation as Id<'invitation'>)
    .execute()
  return invitation
}

describe("the firm's refusals", () => {
  it('stand with their reason and who gave it, without their free text; values are personal reasons', async () => {
    const invitation = await invited(await mandate())
    const note = 'They make weapons.'
    await carl().ask(invitationDecide, { invitation, verdict: 'refuse', reason: 'values', note })
    const patterns = await firm.as('other-consultant').ask(refusalPatterns)
    expect(patterns.refusals).toMatchObject([
      {
        ...{ invitation, reason: 'personal', by: 'Carl Consul', consultant: 'Carl Consul', level: 'chief' },
        ...{ soon: 'three-days', client: { name: 'Globex' }, mandate: { title: 'Chief financial officer' } },
      },
    ])
    expect(JSON.stringify(patterns)).not.toMatch(/weapons|values/)
    expect(patterns.by.client).toMatchObject([{ name: 'Globex', refused: 1, answered: 1, rate: null }])
    expect(patterns.explanation.cause).toBeNull()
  })

  it('count an answer as it stands now: refused, then taken, is taken', async () => {
    const invitation = await invited(await mandate({ title: 'Head of Sales' }))
    await carl().ask(invitationDecide, { invitation, verdict: 'refuse', reason: 'timing' })
    await carl().ask(invitationDecide, { invitation, verdict: 'take' })
    const { by } = await carl().ask(refusalPatterns)
    expect(by.mandate.find(({ name }) => name === 'Head of Sales')).toMatchObject({ refused: 0, answered: 1 })
  })

  it('of a confidential mandate are nothing to others, in no list and no count', async () => {
    const quiet = await mandate({ title: 'Quiet chief', client: 'Hush', confidential: true })
    const invitation = await invited(quiet)
    await carl().ask(invitationDecide, { invitation, verdict: 'refuse', reason: 'pay' })
    expect(JSON.stringify(await carl().ask(refusalPatterns))).toContain('Quiet chief')
    const others = await firm.as('other-consultant').ask(refusalPatterns)
    expect(JSON.stringify(others)).not.toMatch(/Quiet chief|Hush|"pay"/)
    const { answered } = others.by.consultant.find(({ name }) => name === 'Carl Consul')!
    expect(answered).toBe(2)
  })

  it('are nothing for researchers and candidates', async () => {
    await expect(firm.as('researcher').ask(refusalPatterns)).rejects.toThrow()
    await expect(firm.as('candidate').ask(refusalPatterns)).rejects.toThrow()
  })
})
