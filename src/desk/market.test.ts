import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organizationList } from '../meeting/organizations.ts'
import { careerAdd } from '../people/career.ts'
import { personAdd } from '../people/people.ts'
import { candidacyAdd, candidacyMove } from './candidacies.ts'
import { organizationBelong } from './group.ts'
import { mandateOpen, mandateSay } from './mandates.ts'
import { marketAdd, marketRemove, marketShow } from './market.ts'
import { offLimitsSet } from './off-limits.ts'
import { type TestFirm, testFirm } from './testing.ts'

let firm: TestFirm
let mandate: string
let count = 0
const carl = () => firm.as('consultant')
const cleo = () => firm.as('other-consultant')
const worker = async (organization: string) =>
  (await carl().ask(personAdd, { name: `Nadia Number ${++count}`, organization })).person
const searched = async (more: object = {}) =>
  (await carl().ask(mandateOpen, { title: `CFO ${++count}`, client: 'Globex', ...more })).mandate
const listOf = async (who = carl()) => (await who.ask(marketShow, { mandate })).entries

beforeAll(async () => {
  firm = await testFirm('2026-06-15T09:00:00Z')
  mandate = await searched()
  const [ada, bea, cid] = [await worker('Northwind'), await worker('Northwind'), await worker('Northwind')]
  const gone = await worker('Fjord Systems')
  await carl().ask(careerAdd, { person: gone, at: ['Northwind:2010..2015'] })
  // Two positions at one place are one person.
  await carl().ask(careerAdd, { person: ada, at: ['Northwind:2024'] })
  for (const person of [ada, bea, gone]) await carl().ask(candidacyAdd, { mandate, person })
  const other = await searched()
  const { candidacy } = await carl().ask(candidacyAdd, { mandate: other, person: cid })
  await carl().ask(candidacyMove, { candidacy, to: 'approached', moves: 0 })
  const asked = await carl().ask(candidacyAdd, { mandate, person: cid })
  await carl().ask(candidacyMove, { candidacy: asked.candidacy, to: 'approached', moves: 0 })
  await carl().ask(candidacyMove, { candidacy: asked.candidacy, to: 'we-declined', moves: 1, reason: 'no' })
  await carl().ask(offLimitsSet, { person: bea, because: 'agreed', effect: 'warn' })
  for (const organization of ['Northwind', 'Fjord Systems']) {
    await carl().ask(marketAdd, { mandate, organization })
  }
})
afterAll(() => firm.close())

describe('the market map', () => {
  it('counts who works there now: known, considered, approached for this mandate, off limits today', async () => {
    expect(await listOf()).toMatchObject([
      { organization: { name: 'Northwind' }, known: 3, considered: 3, approached: 1, offLimits: 1 },
      { organization: { name: 'Fjord Systems' }, known: 1, considered: 1, approached: 0, offLimits: 0 },
    ])
  })

  it('counts a group that is off limits, and nothing when it no longer belongs to it', async () => {
    const { organizations } = await carl().ask(organizationList, {})
    const globex = organizations.find(({ name }) => name === 'Globex')!.id
    await carl().ask(organizationBelong, { organization: 'Fjord Systems', to: globex })
    await carl().ask(offLimitsSet, { organization: globex, because: 'client' })
    expect((await listOf())[1]).toMatchObject({ known: 1, offLimits: 1 })
    await carl().ask(organizationBelong, { organization: 'Fjord Systems' })
    expect((await listOf())[1]).toMatchObject({ known: 1, offLimits: 0 })
  })

  it('has each organization once, until it is taken off', async () => {
    const again = carl().ask(marketAdd, { mandate, organization: 'Northwind' })
    await expect(again).rejects.toMatchObject({ code: 'conflict', at: 'organization' })
    await worker('Basalt Bank')
    const { entry } = await carl().ask(marketAdd, { mandate, organization: 'Basalt Bank', note: 'ask Ole' })
    expect(await listOf()).toHaveLength(3)
    await carl().ask(marketRemove, { entry })
    expect(await listOf()).toHaveLength(2)
    await expect(carl().ask(marketRemove, { entry })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of a mandate that ended is read, and not changed', async () => {
    const [first] = await listOf()
    await carl().ask(mandateSay, { mandate, state: 'cancelled' })
    const removed = carl().ask(marketRemove, { entry: first!.entry })
    await expect(removed).rejects.toMatchObject({ code: 'conflict' })
    expect(await listOf()).toHaveLength(2)
    await carl().ask(mandateSay, { mandate, state: 'open' })
  })

  it('of a confidential mandate is not there for others, by row or by capability', async () => {
    const hidden = await searched({ confidential: true })
    const { entry } = await carl().ask(marketAdd, { mandate: hidden, organization: 'Northwind' })
    await expect(cleo().ask(marketShow, { mandate: hidden })).rejects.toMatchObject({ code: 'not-found' })
    await expect(cleo().ask(marketRemove, { entry })).rejects.toMatchObject({ code: 'not-found' })
    const rows = await firm.house.store.inWorkspace(
      firm.workspace,
      (tx) =>
        tx
          .selectFrom('target_organization')
          .select('id')
          .where('id', '=', entry as never)
          .execute(),
      cleo(),
    )
    expect(rows).toEqual([])
    expect(await listOf(cleo())).toHaveLength(2)
  })
})
