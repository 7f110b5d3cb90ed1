import { expect, it } from 'vitest'
import { ALLOWED, CANARY, forbiddenImports, reportedCanaries } from '../scripts/imports.ts'

it('each import in src goes along an arrow of the table', async () => {
  expect(await forbiddenImports()).toEqual([])
})

it('a forbidden import is reported, of a value, of a type or at run time; an allowed one is not', async () => {
  expect(await reportedCanaries()).toEqual(CANARY.forbidden)
})

it('fit, network and store import nothing outside themselves', () => {
  expect([ALLOWED.fit, ALLOWED.network, ALLOWED.store]).toEqual([[], [], []])
})

it('no two folders may import from each other', () => {
  const arrows = Object.entries(ALLOWED).flatMap(([from, to]) => to.map((each) => `${from} ${each}`))
  expect(arrows.filter((arrow) => arrows.includes(arrow.split(' ').reverse().join(' ')))).toEqual([])
})
