import { expect, it } from 'vitest'
import { criteriaOf, linesOf } from './criteria-lines.ts'

it('reads a weight behind a name, and takes what is none for part of the name', () => {
  expect(criteriaOf('Leads people 3\n\n French \nISO 9001\n4\nTop 7')).toEqual([
    { name: 'Leads people', weight: 3 },
    { name: 'French', weight: 1 },
    { name: 'ISO 9001', weight: 1 },
    { name: '4', weight: 1 },
    { name: 'Top 7', weight: 1 },
  ])
})

it('reads what it wrote', () => {
  const criteria = [
    { name: 'Leads people', weight: 3 },
    { name: 'Level 4', weight: 1 },
  ]
  expect(criteriaOf(linesOf(criteria))).toEqual(criteria)
})
