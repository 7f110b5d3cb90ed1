import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditList } from '../access/audit.ts'
import { careerAdd } from '../people/career.ts'
import { personEdit } from '../people/edit.ts'
import { noteAdd } from '../people/notes.ts'
import { personShow } from '../people/people.ts'
import { valueList, valueSet } from '../people/value.ts'
import { candidacyAdd, candidacyMove, candidacyTell } from './candidacies.ts'
import { candidacyShow } from './candidacy-list.ts'
import { mandateOpen } from './mandates.ts'
import { objectionAnswer, objectionList } from './objections.ts'
import { portalContest, portalCorrect, portalShow, portalWithdraw } from './portal.ts'
import { type TestFirm, testFirm } from './testing.ts'

let firm: TestFirm
let candidacy: string
const carl = () => firm.as('consultant')
const dana = () => firm.as('candidate')
beforeAll(async () => {
  firm = await testFirm()
  const person = dana().person!
  await carl().ask(careerAdd, { person, at: ['Northwind:2019-03..2024'] })
  await carl().ask(personEdit, {
    person,
    notes: 'INTERNAL difficult in the second round',
    headline: 'Controller',
  })
  await carl().ask(noteAdd, { person, says: 'INTERNAL asks for too much' })
  const { mandate } = await carl().ask(mandateOpen, { title: 'Head of finance', client: 'Globex' })
  candidacy = (await carl().ask(candidacyAdd, { mandate, person })).candidacy
  const move = {
    candidacy,
    to: 'shortlist',
    moves: 0,
    reason: 'led two listings',
    note: 'INTERNAL cheap',
  } as const
  await carl().ask(candidacyMove, move)
})
afterAll(() => firm.close())

describe('a candidate', () => {
  it('sees every field and reason held about them, and no internal note', async () => {
    const seen = await dana().ask(portalShow)
    expect(seen).toMatchObject({
      ...{ name: 'Dana Dates', headline: 'Controller' },
      keys: [{ kind: 'email', value: 'candidate@quill.example' }],
      positions: [{ organization: 'Northwind', from: '2019-03', to: '2024' }],
      candidacies: [
        {
          stage: 'shortlist',
          mandate: null,
          history: [{ stage: 'longlist' }, { reason: 'led two listings' }],
        },
      ],
    })
    expect(JSON.stringify(seen)).not.toContain('INTERNAL')
  })

  it('learns for what, once they were told', async () => {
    expect(JSON.stringify(await dana().ask(portalShow))).not.toMatch(/Head of finance|Globex/)
    await carl().ask(candidacyTell, { candidacy })
    expect((await dana().ask(portalShow)).candidacies).toMatchObject([
      { mandate: { title: 'Head of finance', client: 'Globex' } },
    ])
  })

  it('corrects what is held, of themselves alone', async () => {
    await dana().ask(portalCorrect, {
      headline: 'Finance director',
      location: 'Hamburg',
      email: 'dana@example.org',
    })
    expect(await carl().ask(personShow, { person: dana().person! })).toMatchObject({
      ...{ headline: 'Finance director', location: 'Hamburg' },
      keys: [{ value: 'candidate@quill.example' }, { value: 'dana@example.org' }],
    })
    await dana().ask(portalCorrect, { location: ' ' })
    expect((await dana().ask(portalShow)).location).toBeNull()
    await expect(dana().ask(personEdit, { person: carl().person!, name: 'X' })).rejects.toThrow('may not use')
  })

  it('contests, and is answered once', async () => {
    const { objection } = await dana().ask(portalContest, { about: 'led two listings', says: 'it was three' })
    expect((await carl().ask(objectionList)).objections).toMatchObject([
      { id: objection, person: { name: 'Dana Dates' }, says: 'it was three', answer: null },
    ])
    await carl().ask(objectionAnswer, { objection, says: 'Three it is.' })
    expect((await dana().ask(portalShow)).objections).toMatchObject([{ answer: 'Three it is.' }])
    await expect(carl().ask(objectionAnswer, { objection, says: 'again' })).rejects.toThrow(
      'waits for an answer',
    )
  })

  it('withdraws, once, from what is theirs', async () => {
    await dana().ask(portalWithdraw, { candidacy })
    expect(await carl().ask(candidacyShow, { candidacy })).toMatchObject({
      ...{ stage: 'withdrawn', reason: 'not given', moves: 2 },
      history: [{}, {}, { by: 'Dana Dates' }],
    })
    await expect(dana().ask(portalWithdraw, { candidacy })).rejects.toThrow('ended already')
    await expect(firm.as('member').ask(portalWithdraw, { candidacy })).rejects.toMatchObject({ status: 404 })
  })

  it('keeps what they will not work for to themselves: no role of the firm reads it', async () => {
    await dana().ask(valueSet, { sector: 'tobacco', stance: 'never' })
    const stance = async (who: 'candidate' | 'owner') =>
      JSON.stringify(await firm.as(who).ask(valueList)).includes('"never"')
    expect([await stance('candidate'), await stance('owner')]).toEqual([true, false])
  })
})

describe('the log', () => {
  it('says who read whose file, however they were named', async () => {
    await carl().ask(personShow, { person: 'Dana Dates' })
    await dana().ask(portalShow)
    const { entries } = await firm.as('owner').ask(auditList, { person: dana().person!, top: 2 })
    expect(entries).toMatchObject([
      { actor: 'Dana Dates', capability: 'portal.show' },
      { actor: 'Carl Consul', capability: 'person.show' },
    ])
    expect(JSON.stringify(entries)).not.toContain('INTERNAL')
    await expect(carl().ask(auditList)).rejects.toThrow('may not use')
  })

  it('is told by period and page by page', async () => {
    const owner = firm.as('owner')
    const day = firm.house.now().toISOString().slice(0, 10)
    const { entries } = await owner.ask(auditList, { from: day, to: day, top: 3 })
    expect(entries).toHaveLength(3)
    const next = await owner.ask(auditList, { before: entries[2]!.id, top: 1 })
    expect(next.entries[0]!.id < entries[2]!.id).toBe(true)
    expect((await owner.ask(auditList, { to: '2020-01-01' })).entries).toEqual([])
  })
})
