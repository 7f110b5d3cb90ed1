import { industryOf, touches } from '../../src/fit/index.ts'
import { type Labelled, ORGANIZATIONS, onRecord, type Touch } from '../../test/fixtures/organizations.ts'
import type { Table } from './report.ts'

// How often the industry of an invented organization, and what a sector means for it, are told right.

export function touchOf(one: Labelled): Touch {
  const found = touches(one.sector, onRecord(one))
  if (found === null) return 'nothing'
  return found.relation === 'makes' && found.certainty !== 'guess' ? 'conflict' : 'question'
}

/** Unknown has to be told as unknown; what is known, at least as finely as it is labelled. */
export function isIndustryRight(one: Labelled): boolean {
  const found = industryOf(onRecord(one))?.naics ?? ''
  return one.naics === '' ? found === '' : found.startsWith(one.naics)
}

const share = (list: readonly Labelled[], holds: (one: Labelled) => boolean) =>
  list.filter(holds).length / list.length

export function industryTable(): Table {
  const rows = [...new Set(ORGANIZATIONS.map(({ kind }) => kind))].map((kind) => {
    const list = ORGANIZATIONS.filter((one) => one.kind === kind)
    return [kind, list.length, share(list, isIndustryRight), share(list, isTouchRight)]
  })
  return { title: 'industries told right, by source', head: ['source', 'n', 'industry', 'sector'], rows }
}

export const isTouchRight = (one: Labelled): boolean => touchOf(one) === one.touch
export const industriesRight = (): number => share(ORGANIZATIONS, isIndustryRight)
export const touchesRight = (): number => share(ORGANIZATIONS, isTouchRight)
