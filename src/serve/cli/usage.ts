/** Wrong usage: exit code 2, with one sentence that says what to write instead. */
export class Usage extends Error {}

/** The known word that was probably meant, or null: at most two letters (a third of the word) away. */
export function nearest(given: string, known: readonly string[]): string | null {
  const most = Math.max(1, Math.min(2, Math.floor(given.length / 3)))
  const ranked = known.map((word) => ({ word, away: distance(given, word) })).sort((a, b) => a.away - b.away)
  const best = ranked[0]
  return best !== undefined && best.away <= most ? best.word : null
}

export function didYouMean(given: string, known: readonly string[]): string {
  const meant = nearest(given, known)
  return meant === null ? '' : ` Did you mean ${meant}?`
}

/** Letters to insert, drop, change, or swap with a neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        rows[i - 1]![j]! + 1,
        row[j - 1]! + 1,
        changed,
        swapped ? rows[i - 2]![j - 2]! + 1 : changed,
      )
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
