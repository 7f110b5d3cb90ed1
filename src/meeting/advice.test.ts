import { describe, expect, it } from 'vitest'
import { type AdviceInput, advise } from './advice.ts'

const fine: AdviceInput = {
  ...{ outsideField: null, fit: 0.8, role: 'Data Engineer', knows: null, worth: 'You would meet Vera.' },
  values: { verdict: 'none', because: '' },
}
const conflict = { verdict: 'conflict', sector: 'tobacco', because: 'Globex makes cigarettes' } as const
const perhaps = {
  verdict: 'ask',
  sector: 'tobacco',
  because: '',
  ask: 'Does Globex make cigarettes?',
} as const

describe('the rule', () => {
  it('is to take, for what the meeting is worth', () => {
    expect(advise(fine)).toEqual({ verdict: 'take', clause: 'default', because: 'You would meet Vera.' })
  })

  it.each([
    ['unrelated-field', { outsideField: true }],
    ['values-conflict', { values: conflict }],
    ['know-the-company', { knows: 'You worked at Globex' }],
  ] as const)('leaves the choice by %s, and says so', (clause, facts) => {
    const advice = advise({ ...fine, ...(facts as Partial<AdviceInput>) })
    expect(advice).toMatchObject({ verdict: 'may-decline', clause })
    expect(advice.ask).toBeUndefined()
  })

  it("a machine's doubt only asks: no fit, however low, declines", () => {
    expect(advise({ ...fine, fit: 0 })).toMatchObject({
      verdict: 'take',
      clause: 'default',
      ask: 'Is this outside your field?',
    })
  })

  it('asks below .15, and neither at .15 nor once answered nor where the fit is not known', () => {
    const asked = (facts: Partial<AdviceInput>) => advise({ ...fine, ...facts }).ask
    expect(asked({ fit: 0.149 })).toBe('Is this outside your field?')
    expect(asked({ fit: 0.15 })).toBeUndefined()
    expect(asked({ fit: 0.1, outsideField: false })).toBeUndefined()
    expect(asked({ fit: null })).toBeUndefined()
  })

  it('asks what the role is called before anything else', () => {
    expect(advise({ ...fine, role: null, fit: null, values: perhaps as never }).ask).toBe(
      'What is the role called?',
    )
  })

  it('a value that may be touched is a question, no reason', () => {
    const advice = advise({ ...fine, values: perhaps as never })
    expect(advice).toMatchObject({ verdict: 'take', ask: 'Does Globex make cigarettes?' })
  })

  it('is the same for the same input', () => expect(advise(fine)).toEqual(advise({ ...fine })))
})
