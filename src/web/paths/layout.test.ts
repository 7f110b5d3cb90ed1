import { describe, expect, it } from 'vitest'
import type { Path } from '../parts/path-line.tsx'
import { layoutOf } from './layout.ts'

const person = (name: string) => ({ id: name, name })
const tie = (strength = 0.5): Path['steps'][number]['tie'] => ({
  strength,
  certainty: 'verified',
  evidence: [],
})
const along = (...names: string[]): Path => ({
  strength: 0.2,
  steps: names.slice(1).map((name, at) => ({ from: person(names[at]!), to: person(name), tie: tie() })),
})
const at = (path: Path, place: string): Path => ({
  ...path,
  affiliation: { organization: person(place), current: true, strength: 1 },
})

describe('the picture of paths', () => {
  it('shows everybody once, however many paths they are on', () => {
    const { spots, edges } = layoutOf([along('me', 'Vera', 'Tom'), along('me', 'Una', 'Tom')], 'You')
    expect(spots.map(({ name, column }) => [name, column])).toEqual([
      ['You', 0],
      ['Vera', 1],
      ['Una', 1],
      ['Tom', 2],
    ])
    expect(edges).toHaveLength(4)
    expect(new Set(spots.map(({ column, y }) => `${column} ${y}`)).size).toBe(spots.length)
  })

  it('puts who is near on one path and far on another where they are near', () => {
    const { spots } = layoutOf([along('me', 'Vera', 'Tom', 'Una'), along('me', 'Tom', 'Una')], 'You')
    expect(spots.find(({ name }) => name === 'Tom')?.column).toBe(1)
    expect(spots.find(({ name }) => name === 'Una')?.column).toBe(2)
  })

  it('ends in the place, behind whoever is there', () => {
    const { spots, columns } = layoutOf(
      [at(along('me', 'Vera', 'Tom'), 'Cobalt'), at(along('me', 'Una'), 'Cobalt')],
      'You',
    )
    expect(spots.find(({ kind }) => kind === 'place')).toMatchObject({ name: 'Cobalt', column: 3 })
    expect(columns).toBe(4)
  })
})
