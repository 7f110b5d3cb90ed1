export type Criterion = { name: string; weight: number }

/** Criteria as lines of text, each with its weight behind it, read and written. Without a weight it is 1. */
export const criteriaOf = (text: string): Criterion[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, name, weight] = /^(.*\S)\s+([1-5])$/.exec(line) ?? []
      return name === undefined ? { name: line, weight: 1 } : { name, weight: Number(weight) }
    })

export const linesOf = (criteria: readonly Criterion[]): string =>
  criteria.map(({ name, weight }) => `${name} ${weight}`).join('\n')
