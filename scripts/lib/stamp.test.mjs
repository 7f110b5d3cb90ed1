import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { filesUnder, isFresh, stampOf, writeStamp } from './stamp.mjs'

let root
let stamp
const files = () => filesUnder(root, ['src', 'absent.json'])
const fresh = () => isFresh(stamp, root, files())

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'acquaint-stamp-'))
  stamp = join(root, 'out', 'stamp')
  mkdirSync(join(root, 'src', 'deep'), { recursive: true })
  writeFileSync(join(root, 'src', 'a.ts'), 'a')
  writeFileSync(join(root, 'src', 'deep', 'b.sql'), 'b')
  writeStamp(stamp, stampOf(root, files()))
})
afterEach(() => rmSync(root, { recursive: true }))

it('unchanged files are fresh', () => {
  expect(files()).toEqual(['src/a.ts', 'src/deep/b.sql'])
  expect(fresh()).toBe(true)
})

it('a file that was only touched is fresh', () => {
  utimesSync(join(root, 'src', 'a.ts'), new Date(0), new Date(0))
  expect(fresh()).toBe(true)
})

it('a changed, an added, a removed and a renamed file are not fresh', () => {
  writeFileSync(join(root, 'src', 'a.ts'), 'A')
  expect(fresh()).toBe(false)
  writeStamp(stamp, stampOf(root, files()))
  writeFileSync(join(root, 'src', 'c.ts'), '')
  expect(fresh()).toBe(false)
  rmSync(join(root, 'src', 'c.ts'))
  expect(fresh()).toBe(true)
  rmSync(join(root, 'src', 'deep', 'b.sql'))
  expect(fresh()).toBe(false)
})

it('without a stamp, with a broken one and for another platform nothing is fresh', () => {
  expect(isFresh(stamp, root, files(), 'another-platform')).toBe(false)
  writeFileSync(stamp, '{')
  expect(fresh()).toBe(false)
  rmSync(stamp)
  expect(fresh()).toBe(false)
})
