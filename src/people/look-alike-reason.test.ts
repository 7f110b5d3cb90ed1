import { expect, test } from 'vitest'
import { speaking } from '../language.ts'
import { reasonInWords } from './look-alike-reason.ts'

test('a reason is said as it is stored in English, and again in German', () => {
  const said = (stored: string) => [reasonInWords(stored), speaking('de', () => reasonInWords(stored))]
  expect(said('the same e-mail address, but the names differ')).toEqual([
    'the same e-mail address, but the names differ',
    'dieselbe E-Mail-Adresse, aber die Namen sind verschieden',
  ])
  expect(
    said('the same name, spelled differently in another order, and both are or were at Cobalt Health')[1],
  ).toBe(
    'derselbe Name, anders geschrieben in anderer Reihenfolge, und beide sind oder waren bei Cobalt Health',
  )
  expect(said('something new')).toEqual(['something new', 'something new'])
})
