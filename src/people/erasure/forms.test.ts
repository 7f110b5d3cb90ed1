import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHouse, testHouse } from '../testing.ts'
import { type Called, loneWords, soughtOf } from './forms.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const CALLED: Called = {
  names: ['Jörg Müller-Lüd'],
  emails: ['j.mueller@globex.example'],
  profileUrls: ['linkedin.com/in/joerg-mueller-lued-1'],
  phones: ['+4930123456'],
}

/** What becomes of a text, by PostgreSQL itself; a text without a stem is not even looked at. */
async function replacedIn(called: Called, text: string): Promise<string> {
  const { pattern, stems } = soughtOf(called, [])!
  const { rows } = await house.inside(({ tx }) =>
    sql<{ said: string }>`select case when ${text}::text ilike any(${stems}::text[])
      then regexp_replace(${text}::text, ${pattern}, '#', 'gi') else ${text}::text end as said`.execute(tx),
  )
  return rows[0]!.said
}

describe('the forms of a name', () => {
  it.each([
    ['Ask Jörg Müller-Lüd.', 'Ask #.'],
    ['JÖRG MÜLLER-LÜD', '#'],
    ['Joerg Mueller-Lued called', '# called'],
    ['Jorg Muller-Lud', '#'],
    ['Müller-Lüd, Jörg', '#'],
    ['J. Müller-Lüd', '#'],
    ['CV_Jörg_Müller-Lüd.pdf', 'CV_#.pdf'],
    ['jörgmüller-lüd', '#'],
    ['<j.mueller@globex.example>', '<#>'],
    ['https://www.linkedin.com/in/joerg-mueller-lued-1/de', 'https://www.#/de'],
    ['+49 (30) 12-34 56', '+#'],
  ])('%s', async (text, said) => {
    expect(await replacedIn(CALLED, text)).toBe(said)
  })

  it.each([
    'Jörg called',
    'Jörg Müller-Lüdtke',
    'Anna Müller-Lüd',
    'xj.mueller@globex.example',
    '4930123 4567',
  ])('are not in: %s', async (text) => {
    expect(await replacedIn(CALLED, text)).toBe(text)
  })

  it('are found of short names, and not within a longer word', async () => {
    const called = { names: ['Li Wu'], emails: [], profileUrls: [], phones: [] }
    expect(await replacedIn(called, 'Li Wu, Wu Li, liwu, Li Wurst')).toBe('#, #, liwu, Li Wurst')
    expect(loneWords(called)).toEqual([])
  })
})
