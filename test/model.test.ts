import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// docs/model.md says of each number where it stands in the code; here each of its rows is looked up there.

const ROOT = join(import.meta.dirname, '..')
const PLACE = /^`(src\/[^`]+)` `([^`]+)`$/

type Row = { line: number; value: string; file: string; what: string }

/** The rows of all tables of a document whose last cell names a place in the code. */
function rowsOf(document: string): Row[] {
  return document.split('\n').flatMap((text, index) => {
    const cells = text.split('|').map((cell) => cell.trim())
    const place = PLACE.exec(cells.at(-2) ?? '')
    if (!place) return []
    // From the right: place, label, unit, value.
    return [{ line: index + 1, value: cells.at(-5)!, file: place[1]!, what: place[2]! }]
  })
}

/** What the code has there: an export, a part of one, a call, or a constant that only its file knows. */
async function valueInCode({ file, what }: Row): Promise<unknown> {
  const [, name = '', rest = ''] = /^(\w+)(.*)$/.exec(what) ?? []
  const module: Record<string, unknown> = await import(join(ROOT, file))
  const found = name in module ? module[name] : inSource(file, name)
  if (rest.startsWith('(')) return (found as (...given: number[]) => unknown)(...numbersIn(rest))
  return rest.split('.').slice(1).reduce(partOf, found)
}

const numbersIn = (text: string): number[] => (text.match(/[\d.]+/g) ?? []).map(Number)
const partOf = (whole: unknown, key: string): unknown => (whole as Record<string, unknown> | undefined)?.[key]

/** A constant that is not exported, read as it is written. */
function inSource(file: string, name: string): unknown {
  const written = new RegExp(`const ${name}\\b[^=]*= (\\[[\\s\\S]*?\\n\\]|[\\d._]+)`)
  const found = written.exec(readFileSync(join(ROOT, file), 'utf8'))?.[1]
  return (
    found &&
    JSON.parse(
      found
        .replaceAll("'", '"')
        .replaceAll('_', '')
        .replace(/,(\s*[\]}])/g, '$1'),
    )
  )
}

/** True when the document says what the code has, to the digits that the document shows. */
function agrees(said: string, found: unknown): boolean {
  if (said === 'none') return found === null
  const digits = said.split('.')[1]?.length ?? 0
  return typeof found === 'number' && Math.abs(found - Number(said)) <= 0.5 * 10 ** -digits + 1e-9
}

const rows = rowsOf(readFileSync(join(ROOT, 'docs', 'model.md'), 'utf8'))

describe('docs/model.md', () => {
  it('has a row for each number', () => {
    expect(rows.length).toBeGreaterThan(70)
  })

  it.each(rows)('line $line: $what is $value', async (row) => {
    const found = await valueInCode(row)
    expect(agrees(row.value, found), `${row.file} has ${found}`).toBe(true)
  })

  it('has every card of evidence', async () => {
    const { CARDS } = await import('../src/network/strength.ts')
    const told = new Set(rows.map(({ what }) => what.split('.')[1]))
    expect(Object.keys(CARDS).filter((kind) => !told.has(kind))).toEqual([])
  })

  it('is not held to be right when a value differs, or when the code has no such thing', async () => {
    const [row] = rowsOf('| x | 0.91 | chance | D | `src/network/strength.ts` `CARDS.vouched.p` |')
    expect(agrees(row!.value, await valueInCode(row!))).toBe(false)
    const [unknown] = rowsOf('| x | 1 | chance | D | `src/network/strength.ts` `NO_SUCH_THING` |')
    expect(agrees(unknown!.value, await valueInCode(unknown!))).toBe(false)
  })
})
