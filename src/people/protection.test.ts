import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personAllData } from './all-data.ts'
import { basisDue, basisInform, basisSet, basisShow } from './basis.ts'
import { personEdit } from './edit.ts'
import { meSet } from './me.ts'
import { noteAdd } from './notes.ts'
import { personAdd, personList } from './people.ts'
import { retentionAsk, retentionKeep, retentionList, retentionRun, retentionSet } from './retention.ts'
import { type TestHouse, testHouse } from './testing.ts'
import { tieConfirm } from './tie.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse('2026-06-15T09:00:00Z')
})
afterAll(() => house.close())
beforeEach(() => house.fresh())

const add = async (name: string, more = {}) => (await house.ask(personAdd, { name, ...more })).person

const asFirm = () =>
  house.store.owner.updateTable('workspace').set({ kind: 'firm' }).where('id', '=', house.workspace).execute()

describe('the ground on which somebody is on record', () => {
  it('follows from the origin, until somebody says otherwise', async () => {
    await asFirm()
    const person = await add('Vera Holm')
    expect(await house.ask(basisShow, { person })).toMatchObject({
      ...{
        applies: true,
        basis: 'legitimate-interest',
        byDefault: true,
        informBy: '2026-07-15',
        informed: null,
      },
    })
    await house.ask(basisSet, { person, basis: 'consent', purpose: 'One search.' })
    expect(await house.ask(basisShow, { person })).toMatchObject({
      ...{ basis: 'consent', purpose: 'One search.', byDefault: false },
    })
  })

  it('lists whom to tell this week, and nobody who was told', async () => {
    await asFirm()
    const person = await add('Vera Holm')
    expect(await house.ask(basisDue)).toMatchObject({ total: 0 })
    house.at('2026-07-09T09:00:00Z')
    await add('Tom Ferris')
    expect((await house.ask(basisDue)).people).toMatchObject([
      { person: { name: 'Vera Holm' }, overdue: false },
    ])
    house.at('2026-07-16T09:00:00Z')
    expect((await house.ask(basisDue)).people).toMatchObject([{ overdue: true }])
    await house.ask(basisInform, { person, says: 'You are on record with us.' })
    expect(await house.ask(basisDue)).toMatchObject({ total: 0 })
    expect((await house.ask(basisShow, { person })).informed?.says).toBe('You are on record with us.')
  })

  it('is left alone in a personal workspace', async () => {
    await add('Vera Holm')
    house.at('2027-06-15T09:00:00Z')
    expect(await house.ask(basisDue)).toEqual({ applies: false, total: 0, people: [] })
  })
})

describe('retention', () => {
  it('is off, and then erases nobody', async () => {
    await add('Vera Holm')
    house.at('2036-06-15T09:00:00Z')
    await expect(house.ask(retentionRun)).rejects.toThrow(/switched off/)
    expect(await house.ask(retentionList)).toMatchObject({ rule: null, people: [] })
    expect(await house.ask(retentionList, { months: 24 })).toMatchObject({ rule: null, total: 1 })
  })

  it('asks, waits, and erases on the day; whatever happens begins the time anew', async () => {
    const [vera, tom, ida] = [await add('Vera Holm'), await add('Tom Ferris'), await add('Ida Brandt')]
    await house.ask(retentionSet, { months: 24, silentDays: 30 })
    house.at('2028-06-20T09:00:00Z')
    for (const person of [vera, tom, ida]) await house.ask(retentionAsk, { person, says: 'May we keep you?' })
    house.at('2028-07-01T09:00:00Z')
    await house.ask(noteAdd, { person: tom, says: 'Called.' })
    await house.ask(retentionKeep, { person: ida, because: 'She said yes.' })
    expect((await house.ask(retentionList)).people).toMatchObject([
      { person: { name: 'Vera Holm' }, state: 'asked', erasedOn: '2028-07-20' },
    ])
    expect(await house.ask(retentionRun)).toMatchObject({ queued: 0 })
    house.at('2028-07-21T09:00:00Z')
    expect(await house.ask(retentionRun, { dryRun: true })).toEqual({ queued: 1, dryRun: true })
    expect((await house.ask(personList)).people).toHaveLength(3)
    await house.ask(retentionRun)
    await house.background.settled()
    const left = await house.ask(personList)
    expect(left.people.map(({ name }) => name)).toEqual(['Ida Brandt', 'Tom Ferris'])
  })
})

describe('all data about one person', () => {
  it('tells everything, and nobody else', async () => {
    await house.ask(meSet, { name: 'Ada Quill' })
    const vera = await add('Vera Holm', { email: 'vera@northwind.example', organization: 'Northwind' })
    const tom = await add('Tom Ferris', { email: 'tom@globex.example' })
    await house.ask(tieConfirm, { person: vera })
    await house.ask(noteAdd, { person: vera, says: 'Knows Tom Ferris (tom@globex.example).' })
    await house.ask(personEdit, { person: tom, notes: 'Vera Holm and Ada Quill sent him.' })
    const told = await house.ask(personAllData, { person: vera })
    const text = JSON.stringify(told)
    expect(text).toContain('vera@northwind.example')
    expect(text).toContain('Northwind')
    expect(text).toContain('Knows another person (another person).')
    expect(text).toContain('Vera Holm and another person sent him')
    for (const other of ['Tom', 'Ferris', 'Quill', 'tom@globex', tom]) expect(text).not.toContain(other)
    expect(told.sections.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['person', 'person_key', 'position', 'note', 'tie_word']),
    )
    expect(told.readings.map(({ what }) => what)).toContain('note.add')
  })
})
