import { afterAll, beforeAll, expect, it } from 'vitest'
import { meSet } from './me.ts'
import { personAdd } from './people.ts'
import { type TestHouse, testHouse } from './testing.ts'
import { tieShow } from './tie.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

it('smoke', async () => {
  await house.ask(meSet, { name: 'Mara Lind', email: 'mara@example.com' })
  const { person } = await house.ask(personAdd, { name: 'Vera Holm' })
  expect(await house.ask(tieShow, { person })).toMatchObject({ tie: null })
})
