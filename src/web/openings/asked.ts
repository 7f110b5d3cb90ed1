import { useSearch } from '@tanstack/react-router'
import type { Input } from '../client.ts'

export type Search = {
  organization?: string
  search?: string
  reach?: 'long' | 'workable' | 'warm' | 'near'
  fit?: string
  order?: 'newest' | 'reach' | 'fit'
  isNew?: string
  ended?: string
}

type Asked = Input<'opening.list'>

/** What each word of the filter for reach asks for. */
const REACHES: Record<NonNullable<Search['reach']>, Asked> = {
  long: { reachable: true },
  workable: { leastReach: 0.08 },
  warm: { leastReach: 0.2 },
  near: { reachable: true, within: 2 },
}

const WEEK = 7 * 86_400_000

/** Seven days ago: what is newer is new. */
export const lastWeek = (): string => new Date(Date.now() - WEEK).toISOString().slice(0, 10)

/** The filter of the address, as the list is asked for. */
export function askedBy({ organization, search, reach, fit, order, isNew, ended }: Search): Asked {
  return {
    ...(organization ? { organization } : {}),
    ...(search ? { search } : {}),
    ...(reach && Object.hasOwn(REACHES, reach) ? REACHES[reach] : {}),
    ...(fit ? { leastFit: Number(fit) } : {}),
    ...(order ? { order } : {}),
    ...(isNew ? { since: lastWeek() } : {}),
    ...(ended ? { closed: true } : {}),
  }
}

export const useAsked = (): Search => useSearch({ from: '/openings' }) as Search
