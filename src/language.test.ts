import { describe, expect, test } from 'vitest'
import { dateInWords, language, listed, said, speaking, wantedLanguage } from './language.ts'

const text = () => said({ en: 'a door', de: 'eine Tür' })

describe('what is said', () => {
  test('is English where nobody asked for another language', () => {
    expect(language()).toBe('en')
    expect(text()).toBe('a door')
  })

  test('is in the language of the request, also after it waited, and not in that of another beside it', async () => {
    const later = async () => {
      await new Promise((resolve) => setImmediate(resolve))
      return text()
    }
    expect(await Promise.all([speaking('de', later), speaking('en', later), later()])).toEqual([
      'eine Tür',
      'a door',
      'a door',
    ])
  })

  test('lists as the language does', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
    expect(speaking('de', () => listed(['a', 'b', 'c'], 'disjunction'))).toBe('a, b oder c')
    expect(listed(['a'])).toBe('a')
  })
})

test('a date is said as precisely as it is known', () => {
  expect(['2019', '2019-04', '2019-04-01', 'about 2019'].map(dateInWords)).toEqual([
    '2019',
    'Apr 2019',
    '1 Apr 2019',
    'about 2019',
  ])
  expect(speaking('de', () => dateInWords('2019-05'))).toBe('Mai 2019')
})

describe('the language that a browser asks for', () => {
  test.each([
    ['de', 'de'],
    ['de-AT, en;q=0.5', 'de'],
    ['en-US,en;q=0.9,de;q=0.8', 'en'],
    ['fr, de;q=0.7, en;q=0.3', 'de'],
    ['en;q=0.2, de;q=0.9', 'de'],
    ['de;q=0, fr', 'en'],
    ['fr-FR', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    ['*', 'en'],
  ])('%s is %s', (header, expected) => {
    expect(wantedLanguage(header)).toBe(expected)
  })
})
