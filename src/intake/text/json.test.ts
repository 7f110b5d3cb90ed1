import { describe, expect, it } from 'vitest'
import { isoDate } from './iso-date.ts'
import { amount, list, tryJson, words } from './json.ts'
import { jsonKeys } from './json-keys.ts'

describe('broken JSON tells where', () => {
  it.each([
    ['', 'line 1, column 1'],
    ['{"a": 1,\n "b": }', 'line 2, column 7'],
    ['[1, 2', 'line 1, column 6'],
    ['{"a" 1}', 'line 1, column 6'],
    ['[1,]', 'line 1, column 4'],
    ['[1]]', 'line 1, column 4'],
    ['{"a": TRUE}', 'line 1, column 7'],
    ['["\\x"]', 'line 1, column 2'],
    ['["tab\there"]', 'line 1, column 2'],
    ['[01]', 'line 1, column 3'],
    ['{"a":1}}', 'line 1, column 8'],
    ['{]', 'line 1, column 2'],
    ['nul', 'line 1, column 1'],
  ])('%j', (text, broken) => expect(tryJson(text)).toEqual({ broken }))

  it('whole JSON is read', () => {
    expect(tryJson(' {"a": [1, "\\u00e9"]} ')).toEqual({ value: { a: [1, 'é'] } })
  })
})

describe('keys of a head', () => {
  it('are paths, also when it is cut off', () => {
    expect([
      ...jsonKeys('{"jobs": [{"id": 1, "text": "a \\" {\\"no\\": 1}", "loc": {"name": "x"}}, {"ur'),
    ]).toEqual(['jobs', 'jobs[].id', 'jobs[].text', 'jobs[].loc', 'jobs[].loc.name'])
    expect([...jsonKeys('[{"id": 1}]')]).toEqual(['[].id'])
  })

  it.each(['', 'jobs: x', '"jobs": 1', '{', '[[[[[{"a"', '{"a', '}{'])('of %j are none', (text) => {
    expect(jsonKeys(text).size).toBe(0)
  })
})

describe('values', () => {
  it('are text, or nothing', () => {
    expect([' a ', 7, '', ' ', null, {}, Number.NaN, true].map(words)).toEqual([
      'a',
      '7',
      ...Array(6).fill(undefined),
    ])
  })
  it('are amounts, or nothing', () => {
    expect(['100,000', 5.5, '1.5', 'ten', '-1', '1e5', null].map(amount)).toEqual([
      100000,
      5.5,
      1.5,
      ...Array(4).fill(undefined),
    ])
  })
  it('are lists, of one or of none', () => {
    expect([list('a'), list(null), list([1])]).toEqual([['a'], [], [1]])
  })
  it('are dates at their precision, or nothing', () => {
    const said = [
      '2014',
      '2014-06',
      '2014-06-29',
      '2014-06-29T10:00:00Z',
      '2014-6',
      '2014-02-30',
      '0014',
      'June',
    ]
    expect(said.map(isoDate)).toEqual([
      '2014',
      '2014-06',
      '2014-06-29',
      '2014-06-29',
      ...Array(4).fill(undefined),
    ])
  })
})
