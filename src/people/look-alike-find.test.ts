import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { findOrganization } from './find.ts'
import { lookAlikeDecide, lookAlikeList } from './look-alike.ts'
import { lookAlikeFind } from './look-alike-find.ts'
import { meSet } from './me.ts'
import { personAdd, personShow } from './people.ts'
import { type TestHouse, testHouse } from './testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.fresh()
  await house.ask(meSet, { name: 'Mara Lind', email: 'mara@example.com' })
})

const add = async (name: string, organization: string) =>
  (await house.ask(personAdd, { name, organization })).person

/** Enough other people that an employer says something. */
async function crowd(): Promise<void> {
  for (const [at, name] of ['Ida Brandt', 'Vera Holm', 'Nils Aker', 'Lotte Quist', 'Paul Stern'].entries())
    await add(name, `Employer ${at}`)
}

it('two spellings of a name at two companies of one group wait for a look, and are not merged', async () => {
  await crowd()
  const [one, other] = [
    await add('Jürgen Rautenkranz', 'Acme GmbH'),
    await add('Rautenkranz, Juergen', 'Acme UK Ltd'),
  ]
  expect((await house.ask(lookAlikeFind)).found).toBe(1)
  const { pairs } = await house.ask(lookAlikeList)
  expect(pairs.map(({ because }) => because)).toEqual([expect.stringMatching(/both are or were at Acme/)])
  expect((await house.ask(personShow, { person: one })).id).not.toBe(
    (await house.ask(personShow, { person: other })).id,
  )
})

it('a pair that was answered is not asked about again, and others are left alone', async () => {
  await crowd()
  const [one, other] = [await add('Jürgen Rautenkranz', 'Acme'), await add('Juergen Rautenkranz', 'Acme')]
  await add('Daniela Rautenkranz', 'Acme')
  await house.ask(lookAlikeFind)
  await house.ask(lookAlikeDecide, { person: one, other, same: false })
  expect((await house.ask(lookAlikeFind)).found).toBe(0)
  expect((await house.ask(lookAlikeList)).pairs).toEqual([])
})

it('an organization is found by its short name, and not by a part of its name', async () => {
  await add('Ida Brandt', 'Northern Business Lending')
  await add('Vera Holm', 'Plan A')
  const found = (name: string) => house.inside((context) => findOrganization(context, name))
  expect(await found('NBL')).toBe(await found('Northern Business Lending Ltd'))
  await expect(found('Plan')).rejects.toMatchObject({ code: 'not-found' })
})
