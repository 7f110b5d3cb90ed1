import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultDataFolder, folderError, openFolder } from './folder.ts'

let place: string

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'acquaint-folder-'))
})

afterAll(() => rm(place, { recursive: true, force: true }))

test('each platform has its own place for the data', () => {
  const home = '/home/ann'
  expect(defaultDataFolder({}, 'linux', home)).toBe('/home/ann/.local/share/acquaint')
  expect(defaultDataFolder({ XDG_DATA_HOME: '/srv/ann' }, 'linux', home)).toBe('/srv/ann/acquaint')
  expect(defaultDataFolder({ XDG_DATA_HOME: 'relative' }, 'linux', home)).toBe(
    '/home/ann/.local/share/acquaint',
  )
  expect(defaultDataFolder({}, 'darwin', '/Users/ann')).toBe(
    '/Users/ann/Library/Application Support/Acquaint',
  )
  expect(defaultDataFolder({ LOCALAPPDATA: 'C:\\L' }, 'win32', 'C:\\Users\\ann')).toBe('C:\\L\\Acquaint')
  expect(defaultDataFolder({}, 'win32', 'C:\\Users\\ann')).toBe('C:\\Users\\ann\\AppData\\Local\\Acquaint')
})

test('ACQUAINT_DATA goes before the platform', () => {
  expect(defaultDataFolder({ ACQUAINT_DATA: '/d', XDG_DATA_HOME: '/x' }, 'linux', '/home/ann')).toBe('/d')
})

test('a missing folder is made for its owner alone; one that is there keeps its mode', async () => {
  const made = await openFolder(join(place, 'new/data'))
  expect((await stat(made.root)).mode & 0o777).toBe(0o700)
  await mkdir(join(place, 'mine'))
  await chmod(join(place, 'mine'), 0o755)
  await openFolder(join(place, 'mine'))
  expect((await stat(join(place, 'mine'))).mode & 0o777).toBe(0o755)
})

test('a file, or a path through a file, is not a data folder', async () => {
  await writeFile(join(place, 'file'), 'text')
  const sentence = { code: 'folder-not-a-directory', message: expect.stringContaining(join(place, 'file')) }
  await expect(openFolder(join(place, 'file'))).rejects.toMatchObject(sentence)
  await expect(openFolder(join(place, 'file/below'))).rejects.toMatchObject(sentence)
  expect(await readFile(join(place, 'file'), 'utf8')).toBe('text')
})

test('a folder of a newer format is refused with both formats, one of an older or the same is not', async () => {
  const { root } = await openFolder(join(place, 'format'))
  await writeFile(join(root, 'format'), '2\n')
  const refusal = openFolder(root)
  await expect(refusal).rejects.toMatchObject({ code: 'folder-newer' })
  await expect(refusal).rejects.toThrow(`${root} has format 2`)
  await expect(refusal).rejects.toThrow('up to format 1')
  await writeFile(join(root, 'format'), '1\n')
  await expect(openFolder(root)).resolves.toMatchObject({ root })
})

test('what the file system says of a folder becomes a sentence; other errors stay as they are', () => {
  const said = (code: string) => folderError(Object.assign(new Error('x'), { code }), '/data')
  expect(said('ENOSPC')).toMatchObject({ code: 'no-space', message: expect.stringContaining('/data') })
  expect(said('EROFS')).toMatchObject({ code: 'folder-not-writable' })
  expect(said('EACCES')).toMatchObject({ code: 'folder-not-writable' })
  expect(said('EMFILE')).toMatchObject({ code: 'EMFILE' })
})
