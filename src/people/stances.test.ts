import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Id } from '../store/ids.ts'
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

  it('is not opened by another key, even for them', async () => {
    const elsewhere = house.another()
    const { rows } = await house.store.pool.query('select sealed, person_id from value_stance limit 1')
    const purpose = `values ${house.workspace} ${rows[0].person_id}`
    expect(house.store.keyring.open(purpose, rows[0].sealed)).toContain('falconry')
    expect(elsewhere.store.keyring.open(purpose, rows[0].sealed)).toBeNull()
    expect(house.store.keyring.open(`${purpose} `, rows[0].sealed)).toBeNull()
  })
})
