import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { groupMatch, type Kin, organizationKin } from './organization-agree.ts'

type Hard = [one: string, other: string, kin: Kin]
const HARD: Hard[] = JSON.parse(readFileSync(new URL('./organization-pairs.json', import.meta.url), 'utf8'))

describe('two names of organizations', () => {
  it.each(HARD)('%s and %s: %s', (one, other, kin) => {
    expect(organizationKin({ name: one }, { name: other })).toBe(kin)
    expect(organizationKin({ name: other }, { name: one })).toBe(kin)
  })
})

describe('a web host', () => {
  it('of both makes them one, and that of anybody does not', () => {
    const at = (name: string, domain: string) => ({ name, domain })
    expect(organizationKin(at('Acme', 'acme.example'), at('Apex', 'www.acme.example'))).toBe('same')
    expect(organizationKin(at('Acme', 'gmail.com'), at('Apex', 'gmail.com'))).toBe('different')
    expect(organizationKin(at('Acme', 'acme.example'), at('Apex', 'apex.example'))).toBe('different')
  })
})

describe('a group', () => {
  it('is its companies of all countries, and no part of a name', () => {
    expect(groupMatch('Acme Deutschland GmbH')).toBe(groupMatch('Acme Holdings plc'))
    expect(groupMatch('Plan A')).not.toBe(groupMatch('Plan'))
  })
})
