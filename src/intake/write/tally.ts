export type Outcome = 'created' | 'updated' | 'unchanged'

/** What became of each item of a file. read = created + updated + unchanged + skipped + rejected, always. */
export type Tally = Record<Outcome, number> & {
  skipped: Map<string, number>
  rejected: { at: string; why: string }[]
  invitations: Set<string>
  documents: Set<string>
  count(outcome: Outcome, by?: number): void
  skip(why: string): void
  reject(at: string, why: string): void
}

export function tally(): Tally {
  const counted: Tally = {
    created: 0,
    updated: 0,
    unchanged: 0,
    skipped: new Map(),
    rejected: [],
    invitations: new Set(),
    documents: new Set(),
    count(outcome, by = 1) {
      counted[outcome] += by
    },
    skip(why) {
      counted.skipped.set(why, (counted.skipped.get(why) ?? 0) + 1)
    },
    reject(at, why) {
      counted.rejected.push({ at, why })
    },
  }
  return counted
}
