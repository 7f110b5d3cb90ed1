import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../store/ids.ts'
import { careerAdd } from './career.ts'
import { lookAlikeDecide, lookAlikeList, lookAlikeTakeBack } from './look-alike.ts'
import { meSet } from './me.ts'
import { ownWord } from './origin.ts'
import { personAdd, personShow } from './people.ts'
import { matchPerson, type PersonId, queueLookAlike } from './person.ts'
import { type TestHouse, testHouse } from './testing.ts'
import { tieConfirm, tieShow } from './tie.ts'

let house: TestHouse
let me: PersonId
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.fresh()
  me = (await house.ask(meSet, { name: 'Mara Lind', email: 'mara@example.com' })).me as PersonId
})

type Given = Parameters<typeof add>[1]
const add = async (name: string, more: { email?: string; profileUrl?: string; headline?: string } = {}) =>
  (await house.ask(personAdd, { name, ...more })).person as PersonId

/** Two records of one person, and a third person whom both know. */
async function twins(kept: Given = {}, gone: Given = {}) {
  const [into, from] = [await add('Thomas Berg', kept), await add('Tom Berg', gone)]
  const [a, b] = from < into ? [from, into] : [into, from]
  await house.inside((context) => queueLookAlike(context, a, b, 'the same name'))
  return { into, from, friend: await add('Ida Brandt') }
}

const same = (from: PersonId, into: PersonId) =>
  house.ask(lookAlikeDecide, { person: from, other: into, same: true })

describe('two records are one person', () => {
  it('keys, positions, words and what was said of the person move, and no position is told twice', async () => {
    const { from, into, friend } = await twins(
      { email: 'thomas@example.com' },
      { email: 'tom@example.com', headline: 'Head of Sales' },
    )
    await house.ask(careerAdd, { person: into, at: ['Northwind:2019', 'Globex:2010..2018'] })
    await house.ask(careerAdd, { person: from, at: ['Northwind:2019-04', 'Cobalt Health:2001..2009'] })
    await house.ask(tieConfirm, { person: from, says: 'know-well' })
    await house.ask(tieConfirm, { person: friend, other: from })
    expect(await same(from, into)).toEqual({ person: into, same: true })

    const shown = await house.ask(personShow, { person: into })
    expect(shown.headline).toBe('Head of Sales')
    expect(shown.keys.map(({ value }) => value)).toEqual(['thomas@example.com', 'tom@example.com'])
    const spells = shown.positions.map(({ organization, from, to }) => [organization.name, from, to])
    expect(spells.sort()).toEqual([
      ['Cobalt Health', '2001', '2009'],
      ['Globex', '2010', '2018'],
      ['Northwind', '2019-04', null],
    ])
    expect((await house.ask(tieShow, { person: into })).tie?.evidence[0]?.kind).toBe('vouched')
    expect((await house.ask(tieShow, { person: into, other: friend })).tie).not.toBeNull()
  })

  it('the id that went still finds the person, and its name is no other person any more', async () => {
    const { from, into } = await twins({}, { email: 'tom@example.com' })
    await same(from, into)
    expect((await house.ask(personShow, { person: from })).id).toBe(into)
    await expect(house.ask(personShow, { person: 'Tom Berg' })).rejects.toMatchObject({ code: 'not-found' })
    const match = await house.inside((context) =>
      matchPerson(context, { name: 'Tom Berg', emails: ['tom@example.com'] }),
    )
    expect(match).toEqual({ how: 'same', person: into })
  })

  it('connections, messages between the two, and those with others', async () => {
    const { from, into, friend } = await twins()
    await house.inside(async (context) => {
      const origin_id = await ownWord(context)
      const common = { workspace_id: house.workspace, origin_id }
      const pairs = [
        [from, into],
        [from, friend],
        [into, friend],
      ] as const
      const rows = pairs.map(([one, other]) => (one < other ? { a: one, b: other } : { a: other, b: one }))
      await context.tx
        .insertInto('connection')
        .values(rows.map((pair) => ({ ...common, ...pair, since: '2026-01-01' })))
        .execute()
      const contacts = [
        [from, into],
        [into, from],
        [from, friend],
        [friend, from],
      ] as const
      await context.tx
        .insertInto('contact')
        .values(
          contacts.map(([from_person, to_person]) => ({
            ...{ ...common, id: newId<'contact'>(), channel: 'mail' as const },
            ...{ from_person, to_person, at: context.now },
          })),
        )
        .execute()
    })
    await same(from, into)
    const { tie } = await house.ask(tieShow, { person: into, other: friend })
    expect(tie?.evidence.map(({ kind }) => kind).sort()).toEqual(['connection', 'messages'])
    expect(tie?.evidence.find(({ kind }) => kind === 'messages')?.says).toContain('2 messages')
  })

  it('questions that wait about the record that went are asked of the one that stays', async () => {
    const { from, into, friend } = await twins()
    await house.inside((context) => queueLookAlike(context, from, friend, 'the same telephone'))
    await same(from, into)
    const { pairs } = await house.ask(lookAlikeList)
    expect(pairs.map(({ person, other }) => [person.id, other.id].sort())).toEqual([[into, friend].sort()])
  })

  it('a third record that went there before follows', async () => {
    const { from, into } = await twins()
    const first = await add('T. Berg')
    await same(first, from)
    await same(from, into)
    expect((await house.ask(personShow, { person: first })).id).toBe(into)
  })
})

describe('two records are two people', () => {
  it('nothing moves, and the question is not asked again', async () => {
    const { from, into } = await twins()
    await house.ask(lookAlikeDecide, { person: from, other: into, same: false })
    expect(await house.ask(lookAlikeList)).toEqual({ pairs: [] })
    await house.inside((context) => queueLookAlike(context, from, into, 'the same name'))
    expect(await house.ask(lookAlikeList)).toEqual({ pairs: [] })
    expect((await house.ask(personShow, { person: from })).id).toBe(from)
  })

  it('until that is taken back: the pair waits again, and can be answered again', async () => {
    const { from, into } = await twins()
    const waiting = await house.ask(lookAlikeList)
    const back = () => house.ask(lookAlikeTakeBack, { person: into, other: from })
    await expect(back()).rejects.toThrow(/not said of these two/)
    await house.ask(lookAlikeDecide, { person: from, other: into, same: false })
    expect((await house.ask(lookAlikeList, { answered: true })).pairs).toEqual(waiting.pairs)
    expect(await back()).toEqual({ person: into, other: from })
    expect(await house.ask(lookAlikeList)).toEqual(waiting)
    expect(await house.ask(lookAlikeList, { answered: true })).toEqual({ pairs: [] })
    await expect(back()).rejects.toMatchObject({ code: 'conflict' })
    await same(from, into)
    await expect(back()).rejects.toThrow(/one record; person.unmerge/)
  })

  it('what nobody asked is no question when it is taken back', async () => {
    const [one, other] = [await add('Vera Holm'), await add('Noa Stern')]
    await house.ask(lookAlikeDecide, { person: one, other, same: false })
    await house.ask(lookAlikeTakeBack, { person: one, other })
    for (const answered of [true, false])
      expect(await house.ask(lookAlikeList, { answered })).toEqual({ pairs: [] })
  })

  it('one record is no two', async () => {
    await expect(same(me, me)).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('who "me" is', () => {
  const invitation = async (...people: PersonId[]) =>
    house.inside(async (context) => {
      const origin_id = await ownWord(context)
      const id = newId<'invitation'>()
      const blank = { uid: null, organization_id: null, opening_id: null, role: null, came_from: null }
      const row = { outside_field: null, cancelled_at: null, received_at: context.now, origin_id }
      const common = { workspace_id: house.workspace }
      await context.tx
        .insertInto('invitation')
        .values({ ...common, id, seeker: context.me, ...blank, ...row })
        .execute()
      const seats = people.map((person_id) => ({
        ...{ ...common, invitation_id: id, person_id, role: 'interviewer' as const },
      }))
      await context.tx.insertInto('room').values(seats).execute()
      return id
    })
  const seated = () =>
    house
      .inside(({ tx }) => tx.selectFrom('room').select('person_id').execute())
      .then((rows) => rows.map(({ person_id }) => person_id))

  it('whoever turns out to be me leaves the room of my invitation, and the others there are not me', async () => {
    const [asAttendee, vera] = [await add('M. Lind'), await add('Vera Holm')]
    await invitation(asAttendee, vera)
    for (const person of [asAttendee, vera])
      await house.inside((context) => queueLookAlike(context, person, me, 'which one is you?'))
    await same(asAttendee, me)
    expect(await seated()).toEqual([vera])
    expect(await house.ask(lookAlikeList)).toEqual({ pairs: [] })
  })

  it('my own record may be the one that goes', async () => {
    const asAttendee = await add('M. Lind')
    await invitation(asAttendee)
    await same(me, asAttendee)
    expect(await seated()).toEqual([])
    expect((await house.ask(tieConfirm, { person: await add('Vera Holm') })).other).toBe(asAttendee)
  })

  it('an address of mine that stands at another record makes that one me, and I lose nothing', async () => {
    await house.ask(tieConfirm, { person: await add('Vera Holm') })
    const other = await add('Mara L.', { email: 'mara.lind@work.example' })
    await invitation(other)
    expect((await house.ask(meSet, { email: 'mara.lind@work.example' })).me).toBe(me)
    expect(await seated()).toEqual([])
    expect((await house.ask(tieShow, { person: 'Vera Holm' })).tie).not.toBeNull()
    expect((await house.ask(personShow, { person: other })).id).toBe(me)
  })

  it('choosing another person takes the invitations along, and the room stays as it is', async () => {
    const [vera, right] = [await add('Vera Holm'), await add('Maria Lind')]
    const id = await invitation(vera)
    await house.ask(meSet, { person: right })
    const row = await house.inside(({ tx }) =>
      tx.selectFrom('invitation').select('seeker').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(row.seeker).toBe(right)
    expect(await seated()).toEqual([vera])
  })
})
