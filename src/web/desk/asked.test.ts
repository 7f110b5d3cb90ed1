import { describe, expect, it } from 'vitest'
import { columnsOf, type Reader, rowsOf } from './asked.ts'
import type { Card } from './stages.ts'

const UNSHARED = { shared: false, client: null }
const card = (name: string, stage: Card['stage'], more: Partial<Card> = {}): Card => ({
  ...{ candidacy: name, person: { id: name, name, headline: null, title: null, organization: null } },
  ...{
    stage,
    reason: null,
    since: '2026-06-01',
    moves: 0,
    source: 'research',
    told: false,
    ...UNSHARED,
    ...more,
  },
})
const cards = [
  card('Cora', 'shortlist'),
  card('Abel', 'longlist', { source: 'applied' }),
  card('Bela', 'longlist'),
]
const STAGES = ['longlist', 'shortlist']
const reader: Reader = { says: ({ person }) => person.name, rank: ({ stage }) => STAGES.indexOf(stage) }
const names = (asked: object) => rowsOf(cards, asked, reader).map(({ person }) => person.name)

describe('the table of a mandate', () => {
  it('is in the order that its address says, upwards and downwards', () => {
    expect(names({})).toEqual(['Abel', 'Bela', 'Cora'])
    expect(names({ sort: '-name' })).toEqual(['Cora', 'Bela', 'Abel'])
    expect(names({ sort: '-stage' })).toEqual(['Cora', 'Abel', 'Bela'])
    expect(names({ sort: 'nonsense' })).toEqual(['Abel', 'Bela', 'Cora'])
  })

  it('shows what fits all filters, and nothing else', () => {
    expect(names({ stage: 'longlist' })).toEqual(['Abel', 'Bela'])
    expect(names({ stage: 'longlist', source: 'applied' })).toEqual(['Abel'])
    expect(names({ text: ' el' })).toEqual(['Abel', 'Bela'])
    expect(names({ text: 'zz' })).toEqual([])
  })

  it('always shows the name, and no column that is not one', () => {
    expect(columnsOf({ columns: 'stage,password' })).toEqual(['name', 'stage'])
  })
})
