import { industryOf, touches } from '../../src/fit/index.ts'
import {
  type Labelled,
  ORGANIZATIONS,
  onRecord,
  TEXT_ORGANIZATIONS,
  type Touch,
} from '../../test/fixtures/organizations.ts'
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

export const isIndustryKnown = (one: Labelled): boolean => industryOf(onRecord(one)) !== null

const share = (list: readonly Labelled[], holds: (one: Labelled) => boolean) =>
  list.filter(holds).length / list.length

export function industryTable(): Table {
  const all = [...ORGANIZATIONS, ...TEXT_ORGANIZATIONS]
  const rows = [...new Set(all.map(({ kind }) => kind))].map((kind) => {
    const list = all.filter((one) => one.kind === kind)
    const known = list.filter(isIndustryKnown)
    return [
      ...[kind, list.length, share(list, isIndustryRight)],
      ...[share(known, isIndustryRight), share(list, isTouchRight)],
    ]
  })
  return {
    title: 'industries told right, by source',
    head: ['source', 'n', 'industry', 'where told', 'sector'],
    rows,
  }
}

export const isTouchRight = (one: Labelled): boolean => touchOf(one) === one.touch
export const industriesRight = (): number => share(ORGANIZATIONS, isIndustryRight)
export const touchesRight = (): number => share(ORGANIZATIONS, isTouchRight)
