import type { Card } from './stages.ts'

// What the table of a mandate shows, from its address: the same address shows the same rows in the same order.

export type Asked = {
  text?: string | undefined
  stage?: string | undefined
  source?: string | undefined
  /** A column; "-" before it: downwards. */
  sort?: string | undefined
  columns?: string | undefined
}

export const COLUMNS = ['name', 'title', 'organization', 'stage', 'source', 'since', 'reason'] as const
export type ColumnKey = (typeof COLUMNS)[number]
const SHOWN: readonly ColumnKey[] = ['name', 'title', 'organization', 'stage', 'source', 'since']

export const columnsOf = ({ columns }: Asked): ColumnKey[] => {
  if (columns === undefined) return [...SHOWN]
  const named = columns.split(',')
  return COLUMNS.filter((key) => key === 'name' || named.includes(key))
}

export const sortOf = ({ sort = 'name' }: Asked): { by: ColumnKey; isDown: boolean } => {
  const isDown = sort.startsWith('-')
  const by = COLUMNS.find((key) => key === (isDown ? sort.slice(1) : sort)) ?? 'name'
  return { by, isDown }
}

/** `says`: what a cell reads, in the reader's language. `rank`: where a stage stands on the way. */
export type Reader = { says: (card: Card, key: ColumnKey) => string; rank: (card: Card) => number }

export function rowsOf(cards: readonly Card[], asked: Asked, { says, rank }: Reader): Card[] {
  const text = asked.text?.trim().toLowerCase() ?? ''
  const { by, isDown } = sortOf(asked)
  const hasText = (card: Card) => COLUMNS.some((key) => says(card, key).toLowerCase().includes(text))
  const rows = cards.filter(
    (card) =>
      (!asked.stage || card.stage === asked.stage) &&
      (!asked.source || card.source === asked.source) &&
      (text === '' || hasText(card)),
  )
  const order = (one: Card, other: Card) => {
    if (by === 'stage') return rank(one) - rank(other)
    if (by === 'since') return one.since < other.since ? -1 : Number(one.since > other.since)
    // By code point, not by the reader's locale: two colleagues see one order.
    const [a, b] = [keyOf(one, by), keyOf(other, by)]
    return a < b ? -1 : Number(a > b)
  }
  const way = isDown ? -1 : 1
  return rows.sort((one, other) => way * order(one, other) || (one.candidacy < other.candidacy ? -1 : 1))
}

function keyOf({ person, source, reason }: Card, by: Exclude<ColumnKey, 'stage' | 'since'>): string {
  const texts = {
    name: person.name,
    title: person.title ?? person.headline,
    organization: person.organization,
    source,
    reason,
  }
  return (texts[by] ?? '').toLowerCase()
}
