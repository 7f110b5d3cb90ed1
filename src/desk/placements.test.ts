import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followUpList } from '../meeting/follow-ups.ts'
import { lineageShow } from '../meeting/lineage.ts'
import { outcomeTakeBack } from '../meeting/offers.ts'
import { personAdd } from '../people/people.ts'
import { candidacyAdd } from './candidacies.ts'
import { candidacyShow } from './candidacy-list.ts'
import { candidacyInvite } from './invite.ts'
import { mandateShow } from './mandate-show.ts'
import { mandateOpen, mandateSay } from './mandates.ts'
import { candidacyDecline, candidacyOffer, placementList, placementMake } from './placements.ts'
import { type TestFirm, testFirm } from './testing.ts'

let firm: TestFirm
let count = 0
const carl = () => firm.as('consultant')
const cleo = () => firm.as('other-consultant')
beforeAll(async () => {
  firm = await testFirm('2026-06-15T09:00:00Z')
})
afterAll(() => firm.close())

async function considered(more: object = {}) {
  const title = `Head of finance ${++count}`
  const { mandate } = await carl().ask(mandateOpen, { title, client: 'Globex', fee: 'a third', ...more })
  const { person } = await carl().ask(personAdd, { name: `Vera Number ${count}` })
  const { candidacy } = await carl().ask(candidacyAdd, { mandate, person })
  return { mandate, person, candidacy }
}
const offered = async (more: object = {}) => {
  const made = await considered(more)
  const { offer } = await carl().ask(candidacyOffer, { candidacy: made.candidacy, moves: 0 })
  return { ...made, offer }
}
const AGREED = { moves: 1, startsOn: '2026-09-01', guaranteeUntil: '2027-02-28' }
const remindersOf = async (who: ReturnType<typeof carl>, person: string) =>
  (await who.ask(followUpList, { person })).followUps

describe('an offer that is accepted', () => {
  it('makes a placement with start, fee and guarantee; the mandate is placed', async () => {
    const { mandate, person, candidacy } = await offered()
    const { placement, followUp } = await carl().ask(placementMake, { candidacy, ...AGREED })
    expect((await carl().ask(placementList, { mandate })).placements).toEqual([
      {
        ...{ placement, candidacy, person: { id: person, name: `Vera Number ${count}` }, mandate },
        ...{ title: `Head of finance ${count}`, client: 'Globex', startsOn: '2026-09-01', fee: 'a third' },
        ...{ guaranteeUntil: '2027-02-28', at: expect.any(String) },
      },
    ])
    expect(await carl().ask(mandateShow, { mandate })).toMatchObject({ state: 'placed' })
    expect(await carl().ask(candidacyShow, { candidacy })).toMatchObject({ stage: 'placed', moves: 2 })
    expect(await remindersOf(carl(), person)).toMatchObject([
      { id: followUp, kind: 'reminder', dueOn: '2027-02-28', due: false },
    ])
    // What has ended is not worked on.
    const again = carl().ask(candidacyOffer, { candidacy, moves: 2 })
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
  })

  it('goes back in its lineage over the offer to the invitation, in the third person', async () => {
    const { candidacy } = await considered()
    const { invitation } = await carl().ask(candidacyInvite, { candidacy })
    const { offer } = await carl().ask(candidacyOffer, { candidacy, moves: 0 })
    const { placement } = await carl().ask(placementMake, { candidacy, ...AGREED })
    const { chain } = await carl().ask(lineageShow, { of: placement })
    expect(chain).toMatchObject([
      { kind: 'placement', id: placement, says: `Vera Number ${count} accepted: Globex` },
      { kind: 'offer', id: offer },
      { kind: 'invitation', id: invitation },
    ])
    expect(chain[1]!.says).toContain(`Globex made Vera Number ${count} an offer`)
    expect(chain[2]!.says).toContain(`Globex invited Vera Number ${count}`)
  })

  it('has a fee of its own, which a researcher is not told, and needs no guarantee', async () => {
    const { mandate, candidacy } = await offered()
    const given = { candidacy, moves: 1, startsOn: '2026-09-01', fee: '60,000' }
    expect((await carl().ask(placementMake, given)).followUp).toBeNull()
    const feeFor = async (who: 'owner' | 'researcher') =>
      (await firm.as(who).ask(placementList, { mandate })).placements[0]!.fee
    expect(await feeFor('owner')).toBe('60,000')
    expect(await feeFor('researcher')).toBeNull()
  })

  it('is no placement any more when the answer was taken back', async () => {
    const { mandate, candidacy } = await considered()
    const { invitation } = await carl().ask(candidacyInvite, { candidacy })
    await carl().ask(candidacyOffer, { candidacy, moves: 0 })
    await carl().ask(placementMake, { candidacy, ...AGREED })
    await carl().ask(outcomeTakeBack, { invitation, kind: 'offer-accepted' })
    expect((await carl().ask(placementList, { mandate })).placements).toEqual([])
    await carl().ask(mandateSay, { mandate, state: 'open' })
  })

  it('is refused without an offer, twice, backwards in time, and when somebody moved the card meanwhile', async () => {
    const { candidacy } = await considered()
    const ask = (more: object = {}) => carl().ask(placementMake, { candidacy, ...AGREED, moves: 0, ...more })
    await expect(ask()).rejects.toMatchObject({ code: 'conflict', at: 'candidacy' })
    await carl().ask(candidacyOffer, { candidacy, moves: 0 })
    await expect(ask()).rejects.toMatchObject({ code: 'conflict', at: 'moves' })
    const backwards = ask({ moves: 1, guaranteeUntil: '2026-08-31' })
    await expect(backwards).rejects.toMatchObject({ code: 'invalid-input', at: 'guaranteeUntil' })
    // Nothing of it was kept.
    await ask({ moves: 1 })
    await expect(ask({ moves: 2 })).rejects.toMatchObject({ code: 'conflict', at: 'mandate' })
    for (const who of ['researcher', 'candidate', 'client-contact'] as const) {
      const asked = firm.as(who).ask(placementMake, { candidacy, ...AGREED })
      await expect(asked).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

describe('an offer that is declined', () => {
  it('keeps its reason and its lineage, and the mandate stays open', async () => {
    const { mandate, candidacy, offer } = await offered()
    await carl().ask(candidacyDecline, { candidacy, moves: 1, reason: 'stays for the family' })
    const shown = await carl().ask(candidacyShow, { candidacy })
    expect(shown).toMatchObject({ stage: 'they-declined', reason: 'stays for the family' })
    expect((await carl().ask(mandateShow, { mandate })).state).toBe('open')
    expect((await carl().ask(placementList, { mandate })).placements).toEqual([])
    const { chain, cameOfIt } = await carl().ask(lineageShow, { of: offer })
    expect(chain.map(({ kind }) => kind)).toEqual(['offer', 'invitation'])
    expect(cameOfIt).toEqual([])
    const { rows } = await firm.house.store.pool.query('select kind, note from outcome where offer_id = $1', [
      offer,
    ])
    expect(rows).toEqual([{ kind: 'offer-declined', note: 'stays for the family' }])
    // A second offer begins anew.
    await carl().ask(candidacyOffer, { candidacy, moves: 2 })
    await carl().ask(placementMake, { candidacy, ...AGREED, moves: 3 })
  })
})

describe('a placement of a confidential mandate', () => {
  it('is there for its team alone: neither listed, nor among what is to do, nor in the lineage', async () => {
    const { mandate, person, candidacy, offer } = await offered({ confidential: true })
    const { placement, followUp } = await carl().ask(placementMake, { candidacy, ...AGREED })
    expect((await remindersOf(carl(), person)).map(({ id }) => id)).toEqual([followUp])
    expect(await remindersOf(cleo(), person)).toEqual([])
    const others = (await cleo().ask(placementList)).placements
    expect(others.filter((one) => one.mandate === mandate)).toEqual([])
    for (const of of [placement, offer]) {
      await expect(cleo().ask(lineageShow, { of })).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})
