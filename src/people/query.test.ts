import { describe, expect, test } from 'vitest'
import { corpusOf, marked, oneAway, scores } from './matching.ts'
import { readQuery, termsOf } from './query.ts'

const finds = (query: string, name: string, text = '') =>
  scores(readQuery(query)!, corpusOf([{ name, text }]))[0]! > 0

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

describe('what is found says why', () => {
  const hits = (text: string, query: string) =>
    marked(text, termsOf(readQuery(query)!))
      .filter(({ hit }) => hit)
      .map((piece) => piece.text)

  test('the words that answer are marked as they are written, whatever way they were asked for', () => {
    expect(hits('Anna Müller, Zürich', 'mueller')).toEqual(['Müller'])
    expect(hits('Jan Kowalski', 'Kowalsky')).toEqual(['Kowalski'])
    expect(hits('Finance Director, Harbor', '"finance director"')).toEqual(['Finance', 'Director'])
  })

  test('what is excluded, and the middle of a word, are not marked', () => {
    expect(hits('CFO of a bank', 'CFO AND NOT bank')).toEqual(['CFO'])
    expect(hits('Riverbank', 'bank')).toEqual([])
  })

  test('the pieces are the whole text', () => {
    const text = '  Ada — CFO (“Northwind”)\n'
    expect(
      marked(text, ['cfo'])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })
})
