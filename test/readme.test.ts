import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')

type Packages = Partial<
  Record<'dependencies' | 'optionalDependencies' | 'devDependencies', Record<string, string>>
>

const listed = (): string[] => {
  const packages: Packages = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const { dependencies, optionalDependencies, devDependencies } = packages
  return Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies }).sort()
}

/** Every package that a table of a document gives a reason for. */
const explained = (document: string): string[] => {
  const [, section = ''] = document.split('## What it stands on')
  const cells = section.split('\n').flatMap((line) => /^\| (`.*`) \|/.exec(line)?.[1] ?? [])
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)).sort()
}

describe('README.md', () => {
  it('gives a reason for each dependency, and for none that is gone', () => {
    expect(explained(readme)).toEqual(listed())
  })

  it('leads only to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path!)
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
    expect(links.length).toBeGreaterThan(8)
  })

  it('would notice a dependency without a reason', () => {
    expect(explained('## What it stands on\n| `zod` | types |')).toEqual(['zod'])
    expect(explained('| `zod` | types |')).toEqual([])
  })
})
