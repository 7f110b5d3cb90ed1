/**
 * Who was at an organization when. Months are indices (see clock.ts), spells half-open; a person's spells that
 * overlap or touch are united before anything is counted.
 */

/** A position as the engine sees it; `unit` ids are unique across organizations. */
export type Spell = {
  person: number
  organization: number
  unit?: number | null
  /** First month, or null when unknown: such a spell ties nobody. */
  from: number | null
  /** First month after it. For one that lasts, or whose end is unknown, the month after the last one seen. */
  to: number
  /** Either date is known by its year only. */
  yearsOnly?: boolean
}

/** The same as columns. */
export type Spells = {
  person: Uint32Array
  organization: Uint32Array
  /** NO_UNIT where there is none. */
  unit: Uint32Array
  from: Int32Array
  to: Int32Array
  yearsOnly: Uint8Array
}

export const NO_UNIT = 0xffffffff

/** Columns from spells; those with unknown or empty time are left out. */
export function packSpells(spells: readonly Spell[]): Spells {
  const dated = spells.filter(({ from, to }) => from !== null && to > from)
  return {
    person: Uint32Array.from(dated, ({ person }) => person),
    organization: Uint32Array.from(dated, ({ organization }) => organization),
    unit: Uint32Array.from(dated, ({ unit }) => unit ?? NO_UNIT),
    from: Int32Array.from(dated, ({ from }) => from!),
    to: Int32Array.from(dated, ({ to }) => to),
    yearsOnly: Uint8Array.from(dated, ({ yearsOnly }) => Number(yearsOnly ?? false)),
  }
}

export type Span = { from: number; to: number; yearsOnly: boolean }

/** One person's time at one organization: united spans, and the same by unit. `from` and `to` hold all of it. */
export type Stay = {
  person: number
  from: number
  to: number
  spans: Span[]
  units: { unit: number; spans: Span[] }[]
}

/** One stay per person from rows of a single organization. */
export function staysOf(spells: Spells, rows: Uint32Array): Stay[] {
  const { person, from } = spells
  const sorted = rows.slice().sort((one, other) => person[one]! - person[other]! || from[one]! - from[other]!)
  const stays: Stay[] = []
  for (let begin = 0; begin < sorted.length; ) {
    let end = begin + 1
    while (end < sorted.length && person[sorted[end]!] === person[sorted[begin]!]) end++
    stays.push(stayOf(spells, sorted.subarray(begin, end)))
    begin = end
  }
  return stays
}

/** `rows`: one person's, at one organization, by their beginning. */
function stayOf(spells: Spells, rows: Uint32Array): Stay {
  const spans = unite(spells, rows)
  const units = [...new Set(Array.from(rows, (row) => spells.unit[row]!))].filter((unit) => unit !== NO_UNIT)
  return {
    person: spells.person[rows[0]!]!,
    from: spans[0]!.from,
    to: spans.at(-1)!.to,
    spans,
    units: units.map((unit) => ({
      unit,
      spans: unite(
        spells,
        rows.filter((row) => spells.unit[row] === unit),
      ),
    })),
  }
}

function unite({ from, to, yearsOnly }: Spells, rows: Uint32Array): Span[] {
  const united: Span[] = []
  for (const row of rows) {
    const span = { from: from[row]!, to: to[row]!, yearsOnly: yearsOnly[row] === 1 }
    const last = united.at(-1)
    if (!last || span.from > last.to) united.push(span)
    else {
      last.to = Math.max(last.to, span.to)
      last.yearsOnly ||= span.yearsOnly
    }
  }
  return united
}

/** Months that two people shared; where either side is known by years only, each whole year counts as 6. */
export function sharedMonths(one: readonly Span[], other: readonly Span[]): number {
  let months = 0
  for (const a of one) for (const b of other) months += overlap(a, b)
  return months
}

function overlap(a: Span, b: Span): number {
  const months = Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
  return a.yearsOnly || b.yearsOnly ? Math.floor(months / 12) * 6 : months
}

/** The first month after they last shared one: the earlier of the two ends. */
export function lastShared(one: readonly Span[], other: readonly Span[]): number {
  let last = Number.NEGATIVE_INFINITY
  for (const a of one) {
    for (const b of other) if (overlap(a, b) > 0) last = Math.max(last, Math.min(a.to, b.to))
  }
  return last
}
