import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { lookAlikeDecide, lookAlikeList } from '../people/look-alike.ts'
import { lookAlikeFind } from '../people/look-alike-find.ts'
import { meSet } from '../people/me.ts'
import { personAdd, personList } from '../people/people.ts'
import { type TestHouse, testHouse } from '../people/testing.ts'
import { fileImport } from './import.ts'
import { listImport } from './list/import-list.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.fresh()
  await house.ask(meSet, { name: 'Mara Lind', email: 'mara@example.com' })
})

const GIVEN =
  'Anna Tom Ida Ben Mia Jan Eva Max Lea Leo Nina Paul Sara Finn Vera Nils Elsa Karl Lotte Hugo'.split(' ')
const FAMILY = 'Müller Schmidt Weber Wagner Becker Schulz Hoffmann Koch'.split(' ')
const crowd = GIVEN.flatMap((given, at) =>
  FAMILY.map((family, index) => [given, family, `Firm ${(at * 7 + index) % 40}`]),
)

const connections = (rows: readonly (readonly string[])[]) =>
  [
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    ...rows.map(([given, family, company], at) =>
      [given, family, `https://www.linkedin.com/in/one-${at}-x`, '', company, '', '01 Feb 2024'].join(','),
    ),
  ].join('\n')
const list = (rows: readonly (readonly string[])[]) =>
  ['Name,Company', ...rows.map((row) => row.join(','))].join('\n')
const bring = (name: string, text: string) =>
  house.ask(fileImport, {}, { files: [{ name, bytes: Buffer.from(text) }] })
const waiting = async () => {
  await house.background.settled()
  return (await house.ask(lookAlikeList)).pairs.map(({ person, other }) =>
    [person.name, other.name].sort().join(' | '),
  )
}

it('after an import, who may be here already waits for a look, and the answer did not wait for that', async () => {
  await bring('Connections.csv', connections([...crowd, ['Tordis', 'Qvale', 'Acme GmbH']]))
  expect(await waiting()).toEqual([])
  const { files, lookAlikes } = await bring(
    'crm.csv',
    list([
      ['Qvale Tordis', 'Acme'],
      ['Ida Rask', 'Acme'],
    ]),
  )
  expect(files[0]).toMatchObject({ created: 2 })
  expect(lookAlikes).toEqual({ waiting: 0, seeking: true })
  expect(await waiting()).toEqual(['Qvale Tordis | Tordis Qvale'])
  expect((await bring('more.csv', list([['Leif Rask', 'Globex']]))).lookAlikes).toEqual({
    waiting: 1,
    seeking: true,
  })
})

it('a common name alone is neither merged nor put before anybody; a rare one is only asked about', async () => {
  await bring('Connections.csv', connections([...crowd, ['Tordis', 'Qvale', 'Acme']]))
  const { files } = await house
    .ask(
      listImport,
      {},
      {
        files: [
          {
            name: 'crm.csv',
            bytes: Buffer.from(
              list([
                ['Anna Müller', ''],
                ['Tordis Qvale', ''],
              ]),
            ),
          },
        ],
      },
    )
    .then(({ file, lookAlikes }) => ({ files: [file], lookAlikes }))
  expect(files[0]).toMatchObject({ created: 2 })
  expect(await waiting()).toEqual(['Tordis Qvale | Tordis Qvale'])
  const named = async (search: string) => (await house.ask(personList, { search })).people.length
  expect([await named('Anna Müller'), await named('Tordis Qvale')]).toEqual([2, 2])
})

it('an import that brings nothing new looks for nothing', async () => {
  const text = list([['Tordis Qvale', 'Acme']])
  await bring('crm.csv', text)
  await waiting()
  await house.ask(personAdd, { name: 'Tordis Qvale', organization: 'Acme' })
  expect((await bring('crm.csv', text)).lookAlikes).toEqual({ waiting: 0, seeking: false })
  expect(await waiting()).toEqual([])
})

it('only who came is held against the others, and an answer is not asked for again', async () => {
  const [one, other] = [
    (await house.ask(personAdd, { name: 'Tordis Qvale', organization: 'Acme' })).person,
    (await house.ask(personAdd, { name: 'Tordis Qvale', organization: 'Acme' })).person,
  ]
  house.at('2026-07-01T09:00:00Z')
  await bring('crm.csv', list([['Ida Rask', 'Acme']]))
  expect(await waiting()).toEqual([])
  expect(await house.ask(lookAlikeFind, { person: one })).toEqual({ people: 1, found: 1 })
  await house.ask(lookAlikeDecide, { person: one, other, same: false })
  expect(await house.ask(lookAlikeFind, { since: '2026-06-15T09:00:00Z' })).toMatchObject({ found: 0 })
})
