import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mandateOpen } from './mandates.ts'
import { type TestFirm, testFirm } from './testing.ts'
import { viewList, viewRemove, viewSave } from './views.ts'

let firm: TestFirm
beforeAll(async () => {
  firm = await testFirm('2026-06-15T09:00:00Z')
})
afterAll(() => firm.close())

const carl = () => firm.as('consultant')
const cleo = () => firm.as('other-consultant')
const mandate = async (more: object = {}) =>
  (await carl().ask(mandateOpen, { title: 'Head of Sales', client: 'Globex', ...more })).mandate
const query = { stage: 'shortlist', sort: '-since' }
const namesFor = async (member: ReturnType<typeof carl>, mandate: string) =>
  (await member.ask(viewList, { mandate })).views.map(({ name, yours }) => [name, yours])

describe('a view', () => {
  it('is kept for its maker, and shown to a colleague once it is shared', async () => {
    const board = await mandate()
    const { view } = await carl().ask(viewSave, { mandate: board, name: 'Mine', query })
    expect(await namesFor(carl(), board)).toEqual([['Mine', true]])
    expect(await namesFor(cleo(), board)).toEqual([])
    await carl().ask(viewSave, { view, mandate: board, name: 'Ours', query, shared: true })
    expect((await cleo().ask(viewList, { mandate: board })).views).toMatchObject([
      { name: 'Ours', query, by: 'Carl Consul', yours: false },
    ])
  })

  it('is changed and removed by nobody else', async () => {
    const board = await mandate()
    const { view } = await carl().ask(viewSave, { mandate: board, name: 'Shared', query, shared: true })
    const changed = cleo().ask(viewSave, { view, mandate: board, name: 'Taken', query: {} })
    await expect(changed).rejects.toThrow("Carl Consul's")
    await expect(cleo().ask(viewRemove, { view })).rejects.toThrow("Carl Consul's")
    expect(await namesFor(cleo(), board)).toEqual([['Shared', false]])
    await carl().ask(viewRemove, { view })
    expect(await namesFor(carl(), board)).toEqual([])
  })

  it('of a confidential mandate is not there for who does not know of it', async () => {
    const board = await mandate({ confidential: true })
    const { view } = await carl().ask(viewSave, { mandate: board, name: 'Quiet', query, shared: true })
    await expect(cleo().ask(viewRemove, { view })).rejects.toThrow('no such view')
    expect((await cleo().ask(viewList)).views.map(({ name }) => name)).not.toContain('Quiet')
  })

  it('is nothing for a candidate', async () => {
    await expect(firm.as('candidate').ask(viewList)).rejects.toThrow()
  })
})
