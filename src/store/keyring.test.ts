import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bringKey, keyringOf, saveKey } from './keyring.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acquaint-key-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('a folder has one key, which only its user reads', async () => {
  const [one, other] = await Promise.all([keyringOf(folder), keyringOf(folder)])
  expect(one.hash('a', 'text')).toEqual(other.hash('a', 'text'))
  expect(one.hash('a', 'text')).not.toEqual(one.hash('b', 'text'))
  expect((await stat(join(folder, 'key'))).mode & 0o777).toBe(0o600)
})

it('a sealed text opens for its purpose, and not when it was changed', async () => {
  const keyring = await keyringOf(folder)
  const sealed = keyring.seal('a', 'Grüße')
  expect(keyring.open('a', sealed)).toBe('Grüße')
  expect(keyring.open('b', sealed)).toBeNull()
  sealed[20]! ^= 1
  expect(keyring.open('a', sealed)).toBeNull()
  expect(keyring.open('a', new Uint8Array(3))).toBeNull()
})

it('the key goes beside a backup, and from there into another folder', async () => {
  const [backup, elsewhere] = [join(folder, 'saved'), await mkdtemp(join(tmpdir(), 'acquaint-key-'))]
  expect(await saveKey(folder, backup)).toBeNull()
  const keyring = await keyringOf(folder)
  expect(await saveKey(folder, backup)).toBe(`${backup}.key`)
  expect((await stat(`${backup}.key`)).mode & 0o777).toBe(0o600)
  await bringKey(backup, elsewhere)
  expect((await keyringOf(elsewhere)).open('a', keyring.seal('a', 'text'))).toBe('text')
  expect(await bringKey(join(folder, 'none'), elsewhere)).toBeNull()
  expect(await readFile(join(elsewhere, 'key'), 'utf8')).toBe(await readFile(join(folder, 'key'), 'utf8'))
  await rm(elsewhere, { recursive: true })
})
