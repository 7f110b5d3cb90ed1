import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Id } from '../store/ids.ts'
import { personNotToPresent } from './not-to-present.ts'
import { openingAdd } from './opening.ts'
import { personAdd } from './people.ts'
import { type TestHouse, testHouse } from './testing.ts'
import { valueList, valueSet } from './value.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const kept = async () => {
  const { rows } = await house.store.pool.query('select t::text as row from value_stance t')
  const { rows: answers } = await house.store.pool.query('select t::text as row from request_key t')
  return [...rows, ...answers].map(({ row }) => row).join('\n')
}

describe('what somebody will not work for', () => {
  it('stands in the open where one is alone, and sealed where others are', async () => {
    const { person } = await house.ask(personAdd, { name: 'Ada Quill' })
    const { person: other } = await house.ask(personAdd, { name: 'Tom Ferris' })
    await house.store.owner
      .updateTable('workspace')
      .set({ kind: 'firm' })
      .where('id', '=', house.workspace)
      .execute()
    const as = (who: string) => ({
      ...{ role: 'candidate' as const, member: who as Id<'member'>, person: who as Id<'person'> },
    })
    const held = async (who: string) =>
      (await house.ask(valueList, {}, as(who))).sectors.filter(({ stance }) => stance !== null)
    await house.ask(valueSet, { sector: 'falconry', stance: 'only if' }, as(person))
    const said = { sector: 'falconry', stance: 'never' as const }
    const first = await house.ask(valueSet, said, { ...as(person), key: 'k' })
    expect(await house.ask(valueSet, said, { ...as(person), key: 'k' })).toEqual(first)

    expect(await kept()).not.toMatch(/falconry|never/)
    expect(await held(person)).toMatchObject([{ sector: 'falconry', stance: 'never' }])
    expect(await held(other)).toEqual([])
  })

  it('is seen by others as organizations not to present, and no more', async () => {
    const { rows } = await house.store.pool.query('select person_id from value_stance limit 1')
    const person = rows[0].person_id as Id<'person'>
    const as = { role: 'candidate' as const, member: person as unknown as Id<'member'>, person }
    await house.ask(openingAdd, { title: 'Buyer', organization: 'Smoke Works' })
    await house.ask(personAdd, { name: 'Ida Brandt', organization: 'Plain Paper' })
    await house.store.pool.query(`update organization set industry = 'Tobacco' where name = 'Smoke Works'`)
    expect((await house.ask(personNotToPresent, { person })).organizations).toEqual([])
    await house.ask(valueSet, { sector: 'tobacco', stance: 'never' }, as)
    const { organizations } = await house.ask(personNotToPresent, { person })
    expect(organizations.map(({ name }) => name)).toEqual(['Smoke Works'])
    await house.ask(valueSet, { sector: 'tobacco', stance: 'fine' }, as)
    expect((await house.ask(personNotToPresent, { person })).organizations).toEqual([])
  })

  it('is not opened by another key, even for them', async () => {
    const elsewhere = house.another()
    const { rows } = await house.store.pool.query('select sealed, person_id from value_stance limit 1')
    const purpose = `values ${house.workspace} ${rows[0].person_id}`
    expect(house.store.keyring.open(purpose, rows[0].sealed)).toContain('falconry')
    expect(elsewhere.store.keyring.open(purpose, rows[0].sealed)).toBeNull()
    expect(house.store.keyring.open(`${purpose} `, rows[0].sealed)).toBeNull()
  })
})
