import { describe, expect, it } from 'vitest'
import { alikeAmong, type Likeness } from './likeness.ts'
import { type Known, likenessOf, placeOf } from './likeness-of.ts'

type More = Partial<Omit<Known<string>, 'keys'>> & { keys?: string[] }
type Job = Known<string>['work'][number]
const job = (organization: string, more: Partial<Job> = {}): Job => ({
  ...{ organization, title: null, from: null, to: null, ended: false },
  ...more,
})
const at = (organization: string, title: string | null = null) => ({ work: [job(organization, { title })] })

/** Keys are written `kind value`. */
const record = (id: string, name: string, { keys = [], ...more }: More = {}): Likeness =>
  likenessOf({
    ...{ id, name, location: null, work: [], files: [] },
    keys: keys.map((key) => ({ kind: key.split(' ')[0]!, value: key.split(' ')[1]! })),
    ...more,
  })

const GIVEN =
  'Anna Tom Ida Ben Mia Jan Eva Max Lea Leo Nina Paul Sara Finn Vera Nils Elsa Karl Lotte Hugo'.split(' ')
const FAMILY = 'Müller Schmidt Weber Wagner Becker Schulz Hoffmann Koch Bauer Richter'.split(' ')

/** Four hundred people of common names, one of each, at fifty employers. */
const crowd = GIVEN.flatMap((given, at) =>
  [...FAMILY, ...FAMILY.map((family) => `${family}mann`)].map((family, index) =>
    record(`c${at}-${index}`, `${given} ${family}`, { work: [job(`Firm ${(at * 7 + index * 3) % 50}`)] }),
  ),
)
const found = async (...records: Likeness[]) =>
  (await alikeAmong([...crowd, ...records]))
    .filter(
      ({ one, other }) => records.some(({ id }) => id === one) && records.some(({ id }) => id === other),
    )
    .map(({ reason }) => reason)

describe('two records wait for a look', () => {
  it('when the names agree and an employer does', async () => {
    const acme = at('Acme')
    expect(await found(record('1', 'Robert Holm', acme), record('2', 'Bob Holm', acme))).toEqual([
      'organization',
    ])
    expect(await found(record('1', 'Юлия Вебер', acme), record('2', 'Julia Veber', acme))).toEqual([
      'organization',
    ])
  })

  it('when an address at work names the employer', async () => {
    const guest = record('2', 'T. Qvale', { keys: ['email tq@nordic-tidal.test'] })
    expect(await found(record('1', 'Tordis Qvale', at('Nordic Tidal AS')), guest)).toEqual(['organization'])
  })

  it('by the employer, where the address is a box that many read', async () => {
    const keys = ['email info@firm.test']
    expect(await found(record('1', 'Tordis Qvale', { keys }), record('2', 'Tordis Qvale', { keys }))).toEqual(
      ['organization'],
    )
  })

  it('when the names agree and a handle that is not the name does', async () => {
    const [one, other] = [['email seagull77@mail.test'], ['profile-url linkedin.com/in/seagull77']]
    expect(
      await found(record('1', 'Jan Koch', { keys: one }), record('2', 'J. Koch', { keys: other })),
    ).toEqual(['handle'])
  })

  it('when a telephone is the same, whatever the place', async () => {
    const keys = ['phone +4955512']
    const [one, other] = [
      record('1', 'Jan Koch', { keys, location: 'Berlin' }),
      record('2', 'Koch, Jan', { keys, location: 'Bern' }),
    ]
    expect(await found(one, other)).toEqual(['key'])
  })

  it('when the name is rare here', async () => {
    expect(await found(record('1', 'Tordis Qvale'), record('2', 'Qvale, Tordis'))).toEqual(['rare'])
  })

  it('when three of them are one person: three pairs', async () => {
    const acme = at('Acme')
    const three = ['1', '2', '3'].map((id) => record(id, 'Tordis Qvale', acme))
    expect(await found(...three)).toHaveLength(3)
  })
})

describe('two records are left alone', () => {
  it('when they share a common name and nothing else', async () => {
    expect(await found(record('1', 'Anna Müller'), record('2', 'Anna Müller'))).toEqual([])
  })

  it('when the address is made of the name', async () => {
    const [one, other] = [['email anna.mueller@a.test'], ['email anna.mueller@b.test']]
    expect(
      await found(record('1', 'Anna Müller', { keys: one }), record('2', 'Anna Müller', { keys: other })),
    ).toEqual([])
  })

  it('when they share an employer and the family name alone', async () => {
    const acme = at('Acme')
    expect(await found(record('1', 'Tordis Qvale', acme), record('2', 'Asger Qvale', acme))).toEqual([])
    expect(await found(record('1', 'Daniel Qvale', acme), record('2', 'Daniela Qvale', acme))).toEqual([])
  })

  it('when they have two profiles, or two kinds of work at one employer', async () => {
    const [one, other] = [['profile-url linkedin.com/in/aqvale'], ['profile-url linkedin.com/in/qvale-t']]
    expect(
      await found(record('1', 'Tordis Qvale', { keys: one }), record('2', 'Tordis Qvale', { keys: other })),
    ).toEqual([])
    const acme = (title: string) => at('Firm 1', title)
    const two = [
      record('1', 'Anna Müller', acme('Accountant')),
      record('2', 'Anna Müller', acme('Backend Engineer')),
    ]
    expect(await found(...two)).toEqual([])
  })

  it('when a name is one word', async () => {
    expect(await found(record('1', 'Tordis'), record('2', 'Tordis'))).toEqual([])
  })

  it('when two who are not one person might each be the third', async () => {
    const [here, there] = [at('Firm 1', 'Accountant'), at('Firm 1', 'Backend Engineer')]
    const both = [record('1', 'Karl Uwe Weber', here), record('2', 'Karl Uwe Weber', there)]
    const either = record('3', 'Karl Uwe Weber', at('Firm 1'))
    expect(await found(both[0]!, either)).toEqual(['organization'])
    expect(await found(...both, either)).toEqual([])
  })
})

it('only pairs with those who are asked about are looked for', async () => {
  const acme = at('Acme')
  const people = [
    record('1', 'Tordis Qvale', acme),
    record('2', 'Tordis Qvale', acme),
    record('3', 'Ida Holm', acme),
  ]
  expect(await alikeAmong([...crowd, ...people], { of: new Set(['3']) })).toEqual([])
  expect(await alikeAmong([...crowd, ...people], { of: new Set(['2']) })).toHaveLength(1)
})

describe('a place', () => {
  it.each([
    ['Berlin, Germany', 'Greater Berlin Area', true],
    ['München', 'Munchen', true],
    ['Berlin', 'Bern', false],
  ])('%s and %s', (one, other, same) => expect(placeOf(one) === placeOf(other)).toBe(same))

  it('that says nothing is none', () => expect(placeOf(' , ')).toBeNull())
})
