import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../store/ids.ts'
import { personEdit } from './edit.ts'
import { meSet } from './me.ts'
import { noteAdd, noteRemove } from './notes.ts'
import { addOrigin } from './origin.ts'
import { personAdd, personShow } from './people.ts'
import type { PersonId } from './person.ts'
import { rhythmList, rhythmSet } from './rhythm.ts'
import { type TestHouse, testHouse } from './testing.ts'

let house: TestHouse
let me: PersonId
let vera: PersonId
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.fresh()
  me = (await house.ask(meSet, { name: 'Mara Lind' })).me as PersonId
  vera = (await house.ask(personAdd, { name: 'Vera Holm' })).person as PersonId
})

const rhythm = async () => (await house.ask(rhythmList)).rhythms[0]
const imported = (at: string) =>
  house.inside(async (context) => {
    const origin_id = await addOrigin(context, 'linkedin-messages', 'messages.csv')
    const row = { workspace_id: context.workspace, id: newId<'contact'>(), origin_id, at: new Date(at) }
    await context.tx
      .insertInto('contact')
      .values({ ...row, channel: 'message', from_person: me, to_person: vera })
      .execute()
  })

describe('the keep-in-touch rhythm', () => {
  it('begins with its day where no contact is on record, and anew with each contact', async () => {
    await house.ask(rhythmSet, { person: vera, days: 30 })
    expect(await rhythm()).toMatchObject({ days: 30, last: null, nextOn: '2026-07-15', due: false })
    house.at('2026-07-15T06:00:00Z')
    expect(await rhythm()).toMatchObject({ due: true })
    await house.ask(noteAdd, { person: vera, says: 'Coffee', contact: true })
    expect(await rhythm()).toMatchObject({ last: '2026-07-15', nextOn: '2026-08-14', due: false })
  })

  it('is not pushed back by a contact of the past that is imported later', async () => {
    await house.ask(rhythmSet, { person: vera, days: 30 })
    await house.ask(noteAdd, { person: vera, says: 'Coffee', contact: true, on: '2026-06-10' })
    await imported('2024-01-05T10:00:00Z')
    expect(await rhythm()).toMatchObject({ last: '2026-06-10', nextOn: '2026-07-10' })
    await imported('2026-06-14T10:00:00Z')
    expect(await rhythm()).toMatchObject({ last: '2026-06-14', nextOn: '2026-07-14' })
  })

  it('does not count a note as a contact, nor one that was taken back', async () => {
    await house.ask(rhythmSet, { person: vera, days: 7 })
    await house.ask(noteAdd, { person: vera, says: 'Likes trains' })
    const { note } = await house.ask(noteAdd, { person: vera, says: 'Call', contact: true, on: '2026-06-14' })
    expect(await rhythm()).toMatchObject({ last: '2026-06-14' })
    await house.ask(noteRemove, { note })
    expect(await rhythm()).toMatchObject({ last: null })
    await house.ask(noteRemove, { note, removed: false })
    expect(await rhythm()).toMatchObject({ last: '2026-06-14' })
  })

  it('ends without days, and the newest holds', async () => {
    await house.ask(rhythmSet, { person: vera, days: 7 })
    await house.ask(rhythmSet, { person: vera, days: 90 })
    expect(await rhythm()).toMatchObject({ days: 90 })
    expect(await house.ask(rhythmSet, { person: vera })).toMatchObject({ days: null, nextOn: null })
    expect(await rhythm()).toBeUndefined()
  })

  it('takes no contact of a day to come', async () => {
    await expect(
      house.ask(noteAdd, { person: vera, says: 'Lunch', contact: true, on: '2026-09-01' }),
    ).rejects.toThrow('2026-09-01 is still to come')
  })
})

describe('the timeline', () => {
  it('holds each thing once, newest first, with its kind', async () => {
    await house.ask(noteAdd, { person: vera, says: 'Likes trains', on: '2026-06-12' })
    await imported('2026-05-02T10:00:00Z')
    await imported('2026-05-20T10:00:00Z')
    const { timeline } = await house.ask(personShow, { person: vera })
    expect(timeline.map(({ kind, says }) => `${kind}: ${says}`)).toEqual([
      'record: On record since (added by you)',
      'note: Likes trains',
      'contact: 2 messages',
    ])
    expect(new Set(timeline.map(({ id }) => id)).size).toBe(timeline.length)
  })

  it('holds what was corrected and how often one wants to be in touch, and nothing of somebody else', async () => {
    const { person: other } = await house.ask(personAdd, { name: 'Tom Berg' })
    house.at('2026-06-16T09:00:00Z')
    await house.ask(personEdit, { person: vera, location: 'Utrecht' })
    house.at('2026-06-17T09:00:00Z')
    await house.ask(rhythmSet, { person: vera, days: 30 })
    const saidOf = async (person: string) =>
      (await house.ask(personShow, { person })).timeline.map(({ says }) => says)
    expect(await saidOf(vera)).toEqual([
      'Keep in touch every 30 days',
      'Corrected by you',
      'On record since (added by you)',
    ])
    expect(await saidOf(other)).toEqual(['On record since (added by you)'])
  })
})
