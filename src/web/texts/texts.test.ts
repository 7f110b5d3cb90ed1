import { describe, expect, it } from 'vitest'
import { de } from './de/index.ts'
import { en } from './en/index.ts'

// Both languages say everything; that the keys are the same is a matter of types.

type Said = [path: string, text: unknown]

const leaves = (value: unknown, path = ''): Said[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
    : [[path, value]]

const english = new Map(leaves(en))
const german = new Map(leaves(de))

/** Names, and words that are the same in both. */
const SAME = new Set(
  [...german]
    .filter(([path]) => /Example$|^kinds\.(greenhouse|lever|ashby)/.test(path))
    .map(([path]) => path),
)

describe('the texts', () => {
  it('have the same keys in both languages', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('take the same number of parameters', () => {
    const counts = (texts: Map<string, unknown>) =>
      [...texts].flatMap(([path, text]) =>
        typeof text === 'function' ? [[path, Math.max(text.length, 0)]] : [],
      )
    // A parameter with a default is not counted by the engine, in either language.
    expect(counts(german).sort()).toEqual(counts(english).sort())
  })

  it('are empty in both or in neither', () => {
    for (const [path, text] of english) expect(german.get(path) === '', path).toBe(text === '')
  })

  it('are German in German', () => {
    const equal = [...english].filter(
      ([path, text]) =>
        typeof text === 'string' && / /.test(text) && german.get(path) === text && !SAME.has(path),
    )
    expect(equal.map(([path]) => path)).toEqual([])
  })
})
