import { describe, expect, test } from 'vitest'
import { answers, oneAway, plain, readQuery } from './query.ts'

const finds = (query: string, name: string, text = '') =>
  answers(readQuery(query)!, { name: plain(name), text: plain(text) }) > 0

describe('names', () => {
  test('Müller finds Mueller and Muller, and the other way round', () => {
    for (const query of ['Müller', 'Mueller', 'muller']) {
      for (const name of ['Anna Müller', 'Anna Mueller', 'Anna Muller']) expect(finds(query, name)).toBe(true)
    }
    expect(finds('Müller', 'Anna Miller-Stone')).toBe(true) // one letter away
    expect(finds('Müller', 'Anna Milner')).toBe(false)
  })

  test('a letter wrong is forgiven in a name, not in the text, and not in a short word', () => {
    expect(finds('Kowaslki', 'Jan Kowalski')).toBe(true)
    expect(finds('Kowalsky', 'Jan Kowalski')).toBe(true)
    expect(finds('enginer', 'Jan Kowalski', 'engineer')).toBe(false)
    expect(finds('jna', 'Jan Kowalski')).toBe(false)
  })

  test.each([
    ['vera', 'vera', true],
    ['vera', 'verra', true],
    ['vera', 'vra', true],
    ['vera', 'evra', true],
    ['vera', 'mira', false],
    ['vera', 'verabo', false],
  ])('%s and %s are at most one letter apart: %s', (one, other, close) =>
    expect(oneAway(one, other)).toBe(close),
  )
})

describe('a search with AND, OR and NOT', () => {
  const query = "(CFO OR 'finance director') AND NOT bank"
  test('takes what it names and leaves what it excludes', () => {
    expect(finds(query, 'Ada Ito', 'CFO, Northwind')).toBe(true)
    expect(finds(query, 'Ada Ito', 'Finance Director, Northwind')).toBe(true)
    expect(finds(query, 'Ada Ito', 'CFO, Harbor Bank')).toBe(false)
    expect(finds(query, 'Ada Ito', 'Director of Finance, Northwind')).toBe(false)
  })

  test('words side by side must all be there', () => {
    expect(finds('ada northwind', 'Ada Ito', 'CFO, Northwind')).toBe(true)
    expect(finds('ada globex', 'Ada Ito', 'CFO, Northwind')).toBe(false)
  })

  test.each(['(', ')', 'a AND', 'OR b', 'NOT', '(a OR b'])('"%s" is refused with a sentence', (text) =>
    expect(() => readQuery(text)).toThrow('cannot be read'),
  )

  test('nothing but signs says nothing', () => expect(readQuery(' "" -- ')).toBeNull())
})
