import { describe, expect, it } from 'vitest'
import { alikeAmong, type Likeness } from './likeness.ts'
import { placeOf } from './look-alike-find.ts'

const record = (id: string, name: string, more: Partial<Likeness> = {}): Likeness => ({
  ...{ id, name, organizations: [], handles: [], keys: [], profiles: 0, place: null },
  ...more,
})

const GIVEN =
  'Anna Tom Ida Ben Mia Jan Eva Max Lea Leo Nina Paul Sara Finn Vera Nils Elsa Karl Lotte Hugo'.split(' ')
const FAMILY = 'Müller Schmidt Weber Wagner Becker Schulz Hoffmann Koch Bauer Richter'.split(' ')

/** Two hundred people of common names at fifty employers. */
const crowd = GIVEN.flatMap((given, at) =>
  FAMILY.map((family, index) =>
    record(`c${at}-${index}`, `${given} ${family}`, { organizations: [`o${(at * 7 + index * 3) % 50}`] }),
  ),
)
const found = (...records: Likeness[]) =>
  alikeAmong([...crowd, ...records])
    .filter(
      ({ one, other }) => records.some(({ id }) => id === one) && records.some(({ id }) => id === other),
    )
    .map(({ reason }) => reason)

describe('two records wait for a look', () => {
  it('when the names agree and an employer does', () => {
    const at = { organizations: ['acme'] }
    expect(found(record('1', 'Robert Holm', at), record('2', 'Bob Holm', at))).toEqual(['organization'])
    expect(found(record('1', 'Юлия Вебер', at), record('2', 'Julia Veber', at))).toEqual(['organization'])
  })

  it('when the names agree and a handle that is not the name does', () => {
    const handles = ['seagull77']
    expect(found(record('1', 'Jan Koch', { handles }), record('2', 'J. Koch', { handles }))).toEqual([
      'handle',
    ])
  })

  it('when the name is rare here', () => {
    expect(found(record('1', 'Tordis Qvale'), record('2', 'Qvale, Tordis'))).toEqual(['rare'])
  })
})

describe('two records are left alone', () => {
  it('when they share a common name and nothing else', () => {
    expect(found(record('1', 'Anna Müller'), record('2', 'Anna Müller'))).toEqual([])
  })

  it('when the address is made of the name', () => {
    const handles = ['anna.mueller']
    const [one, other] = [record('1', 'Anna Müller', { handles }), record('2', 'Anna Müller', { handles })]
    expect(found(one, other)).toEqual([])
  })

  it('when they share an employer and the family name alone', () => {
    const at = { organizations: ['acme'] }
    expect(found(record('1', 'Tordis Qvale', at), record('2', 'Asger Qvale', at))).toEqual([])
    expect(found(record('1', 'Daniel Qvale', at), record('2', 'Daniela Qvale', at))).toEqual([])
  })

  it('when a name is one word', () => {
    expect(found(record('1', 'Tordis'), record('2', 'Tordis'))).toEqual([])
  })
})

describe('a place', () => {
  it.each([
    ['Berlin, Germany', 'Greater Berlin Area', true],
    ['München', 'Munchen', true],
    ['Berlin', 'Bern', false],
  ])('%s and %s', (one, other, same) => expect(placeOf(one) === placeOf(other)).toBe(same))

  it('that says nothing is none', () => expect(placeOf(' , ')).toBeNull())
})
