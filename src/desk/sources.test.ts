import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personAdd } from '../people/people.ts'
import { candidacyAdd, candidacyMove, SOURCES } from './candidacies.ts'
import { mandateOpen } from './mandates.ts'
import { sourceReport } from './sources.ts'
import { type TestFirm, testFirm } from './testing.ts'

let firm: TestFirm
let mandate: string
let vera: string
let count = 0
const carl = () => firm.as('consultant')
const somebody = async () => (await carl().ask(personAdd, { name: `Nadia Number ${++count}` })).person
const add = async (to: string, more: object = {}) =>
  (await carl().ask(candidacyAdd, { mandate: to, person: await somebody(), ...more })).candidacy

beforeAll(async () => {
  firm = await testFirm('2026-06-15T09:00:00Z')
  vera = (await carl().ask(personAdd, { name: 'Vera Holm' })).person
  mandate = (await carl().ask(mandateOpen, { title: 'Head of finance', client: 'Globex' })).mandate
  await add(mandate)
  await add(mandate, { source: 'applied' })
  const recommended = await add(mandate, { source: 'recommended', sourcePerson: vera })
  await carl().ask(candidacyMove, { candidacy: recommended, to: 'placed', moves: 0 })
  const other = (await carl().ask(mandateOpen, { title: 'Controller', client: 'Globex' })).mandate
  for (const source of SOURCES) await add(other, { source })
})
afterAll(() => firm.close())

const sum = (shares: number[]) => shares.reduce((all, share) => all + Math.round(share * 10), 0) / 10

describe('the sources of candidates', () => {
  it('sum to 100 % for a mandate, with the time, and lead to the person who is one', async () => {
    const { sources, rows, ...all } = await carl().ask(sourceReport, { mandate })
    expect(all).toEqual({ candidates: 3, placed: 1 })
    expect(sum(sources.map(({ share }) => share))).toBe(100)
    expect(sources.find(({ source }) => source === 'recommended')).toMatchObject({
      ...{ person: { id: vera, name: 'Vera Holm' }, candidates: 1, placed: 1, shareOfPlaced: 100 },
    })
    expect(rows.map(({ source, by, since }) => [source, by?.id, since.slice(0, 10)])).toEqual([
      ['research', undefined, '2026-06-15'],
      ['applied', undefined, '2026-06-15'],
      ['recommended', vera, '2026-06-15'],
    ])
  })

  it('sum to 100 % for the firm, each candidacy counted once', async () => {
    const { candidates, sources, rows } = await carl().ask(sourceReport)
    expect(candidates).toBe(3 + SOURCES.length)
    expect(rows.length).toBe(candidates)
    expect(sources.reduce((all, one) => all + one.candidates, 0)).toBe(candidates)
    expect(sum(sources.map(({ share }) => share))).toBe(100)
    expect(sum(sources.map(({ shareOfPlaced }) => shareOfPlaced))).toBe(100)
  })

  it('count nothing of a confidential mandate for those who do not know of it', async () => {
    const before = await firm.as('other-consultant').ask(sourceReport)
    const hidden = { title: 'Chair', client: 'Globex', confidential: true }
    await add((await carl().ask(mandateOpen, hidden)).mandate)
    expect(await firm.as('other-consultant').ask(sourceReport)).toEqual(before)
    expect((await carl().ask(sourceReport)).candidates).toBe(before.candidates + 1)
  })

  it('are none where nobody is considered', async () => {
    const { mandate: empty } = await carl().ask(mandateOpen, { title: 'Nobody', client: 'Globex' })
    expect(await carl().ask(sourceReport, { mandate: empty })).toEqual({
      ...{ candidates: 0, placed: 0, sources: [], rows: [] },
    })
  })
})
