const GAP = '  '

/** Rows of text under each other; the last column may be as long as it likes. */
export function columns(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? ''))))
  const line = (row: string[]) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : cell + ' '.repeat(widths[at]! - width(cell))))
      .join(GAP)
  return rows.map((row) => line(row).trimEnd()).join('\n')
}

/** Characters, not code units: names are not all Latin. */
const width = (text: string): number => [...text].length

/** Every line moved to the right. */
export const indented = (text: string, by = '  '): string => text.replace(/^(?=.)/gm, by)

/** At most `most` of a list, and a line that says how many there are beyond. */
export function firstOf<T>(items: T[], most: number, line: (item: T) => string): string[] {
  const shown = items.slice(0, most).map(line)
  const more = items.length - shown.length
  return more > 0 ? [...shown, `... and ${more} more (--json lists them)`] : shown
}

/** Parts with an empty line between them; what has nothing to say is left out. */
export const blocks = (parts: (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n\n')

/** A heading with its lines under it, or nothing when there are none. */
export const section = (title: string, lines: string[]): string | null =>
  lines.length === 0 ? null : `${title}\n${indented(lines.join('\n'))}`

export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
