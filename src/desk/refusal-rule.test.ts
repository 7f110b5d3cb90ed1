import { describe, expect, it } from 'vitest'
import { explainedInWords } from './refusal-explained.ts'
import { type Answer, causeOf, explain, grouped, soonOf } from './refusal-rule.ts'

const key = (id: string) => ({ id, name: id })
const answer = (more: Partial<Answer> = {}): Answer => ({
  ...{ refused: false, reason: null, soon: 'later', mandate: key('CFO'), client: key('Globex') },
  ...{ consultant: key('Carl'), level: key('chief') },
  ...more,
})
const no = (reason: string, more: Partial<Answer> = {}) => answer({ refused: true, reason, ...more })
const times = (count: number, one: Answer) => Array.from({ length: count }, () => one)

describe('how soon an answer came', () => {
  const sent = new Date('2026-06-01T09:00:00Z')
  it.each([
    ['2026-06-02T08:59:59Z', 'same-day'],
    ['2026-06-02T09:00:00Z', 'three-days'],
    ['2026-06-04T09:00:01Z', 'week'],
    ['2026-06-08T09:00:01Z', 'later'],
  ])('at %s is %s', (at, soon) => expect(soonOf(sent, new Date(at))).toBe(soon))

  it('is not known when nobody knows when it was sent, or it was answered before', () => {
    expect(soonOf(null, sent)).toBeNull()
    expect(soonOf(sent, new Date('2026-05-01T00:00:00Z'))).toBeNull()
  })
})

describe('a rate', () => {
  it('comes with its Wilson interval from five answers on, and not before', () => {
    const [group] = grouped([...times(4, answer()), no('pay')], ({ client }) => client)
    expect(group).toMatchObject({ refused: 1, answered: 5, reasons: [{ reason: 'pay', count: 1 }] })
    expect(group!.rate!.share).toBe(0.2)
    expect(group!.rate!.from).toBeLessThan(0.2)
    expect(group!.rate!.to).toBeGreaterThan(0.2)
    expect(grouped(times(4, no('pay')), ({ client }) => client)[0]!.rate).toBeNull()
  })

  it('counts nobody under a group that is not known', () => {
    expect(grouped([answer({ level: null })], ({ level }) => level)).toEqual([])
  })
})

describe('what explains refusals', () => {
  it('no reason points to the pitch when given within a day, and to nothing later', () => {
    expect(causeOf({ reason: 'none', soon: 'same-day' })).toBe('pitch')
    expect(causeOf({ reason: 'other', soon: 'three-days' })).toBeNull()
    expect(causeOf({ reason: 'timing', soon: 'same-day' })).toBe('moment')
  })

  it('is too few to say below five refusals', () => {
    const explained = explain(times(4, no('pay')))
    expect(explained.cause).toBeNull()
    expect(explainedInWords(explained)).toBe('Refused so far: 4. Too few to say what explains it.')
  })

  it('is what most reasons point to, with the counts', () => {
    const explained = explain([...times(4, no('pay')), ...times(2, no('timing'))])
    expect(explained).toMatchObject({ cause: 'brief', outlier: null })
    expect(explainedInWords(explained)).toBe(
      'The brief is what most points to: 4 of 6 refusals do by their reason.',
    )
  })

  it('is nothing when two are equally ahead', () => {
    expect(explain([...times(3, no('pay')), ...times(3, no('timing'))]).cause).toBeNull()
  })

  it('is the client when one is refused more than the others beyond chance', () => {
    const mandates = ['A', 'B', 'C'].map((mandate) => ({ mandate: key(mandate), client: key('Initech') }))
    const initech = mandates.flatMap((where) => times(3, no('other', { ...where, soon: 'later' })))
    const explained = explain([...initech, ...times(9, answer())])
    expect(explained).toMatchObject({ cause: 'client', outlier: { group: { id: 'Initech' } } })
    expect(explainedInWords(explained)).toContain('Initech stands out: 9 of 9 refused, elsewhere 0 of 9.')
  })

  it('is no client that stands out by two refusals of two', () => {
    const explained = explain([...times(2, no('other', { client: key('Initech') })), ...times(9, answer())])
    expect(explained).toMatchObject({ cause: null, outlier: null })
  })
})
