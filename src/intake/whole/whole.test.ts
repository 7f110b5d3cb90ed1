import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import yazl from 'yazl'
import { calendarFeedMake } from '../../access/calendar-feed.ts'
import { tokenCreate } from '../../access/tokens.ts'
import { workspaceShow } from '../../access/workspace.ts'
import { makeDemo } from '../../demo/index.ts'
import { outcomeTakeBack } from '../../meeting/offers.ts'
import { pathFind } from '../../meeting/paths.ts'
import { personAdd, personList } from '../../people/people.ts'
import { type TestHouse, testHouse } from '../../people/testing.ts'
import type { Id } from '../../store/ids.ts'
import { fillingOrder, tenantTables } from '../../store/tenant-tables.ts'
import { partsOf } from '../archive.ts'
import { fileImport } from '../import.ts'
import { workspaceExport } from './export.ts'
import { workspaceImport } from './import.ts'
import type { Manifest } from './manifest.ts'
import { sha256 } from './rows.ts'

let house: TestHouse
let demo: Id<'workspace'>
let saved: Buffer
const RESUME = Buffer.from('%PDF-1.4 not read as far as this')
beforeAll(async () => {
  house = await testHouse()
  demo = (await makeDemo(house, { people: 300, seed: 3 })).workspace
  const files = [
    {
      name: 'cards.vcf',
      bytes: Buffer.from('BEGIN:VCARD\nVERSION:3.0\nFN:Ovid Tamm\nX-SKYPE:ovid\nEND:VCARD\n'),
    },
    { name: 'cv.pdf', bytes: RESUME },
  ]
  await house.ask(fileImport, {}, { workspace: demo, files })
  await house.ask(outcomeTakeBack, { invitation: 'Cobalt Health' }, { workspace: demo })
  await house.ask(tokenCreate, { name: 'script' }, { workspace: demo })
  await house.ask(calendarFeedMake, { titles: false }, { workspace: demo })
  saved = await exported(demo)
}, 120_000)
afterAll(() => house.close())

const exported = async (workspace: Id<'workspace'>) =>
  Buffer.from((await house.ask(workspaceExport, {}, { workspace })).base64, 'base64')

const bring = (bytes: Buffer, workspace = house.workspace) =>
  house.ask(workspaceImport, {}, { workspace, files: [{ name: 'all.zip', bytes }] })

async function contentOf(zip: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const [path, part] of await partsOf('all.zip', zip)) {
    const pieces: Buffer[] = []
    await part.read((piece) => pieces.push(piece))
    files.set(path, Buffer.concat(pieces))
  }
  return files
}

const zipOf = (files: Map<string, Buffer>): Promise<Buffer> => {
  const zip = new yazl.ZipFile()
  for (const [path, bytes] of files) zip.addBuffer(bytes, path)
  zip.end()
  return buffer(zip.outputStream)
}

const manifestIn = (files: Map<string, Buffer>): Manifest =>
  JSON.parse(files.get('manifest.json')!.toString())

/** The export with a file in another form, and a manifest that knows of it. */
async function forged(path: string, change: (text: string) => string): Promise<Buffer> {
  const files = await contentOf(saved)
  const bytes = Buffer.from(change(files.get(path)?.toString() ?? ''))
  const manifest = manifestIn(files)
  const others = manifest.files.filter((file) => file.path !== path)
  const all = { ...manifest, files: [...others, { path, sha256: sha256(bytes) }] }
  files.set('manifest.json', Buffer.from(JSON.stringify(all)))
  return zipOf(files.set(path, bytes))
}

describe('a whole workspace', () => {
  it('comes into an empty one with the same rows, and goes out again byte for byte', async () => {
    await house.fresh()
    const { rows, tables } = await bring(saved)
    const [before, after] = [await contentOf(saved), await contentOf(await exported(house.workspace))]
    const { at: _, ...manifest } = manifestIn(before)
    const { at: __, ...again } = manifestIn(after)
    expect(again).toEqual(manifest)
    for (const [path, bytes] of before)
      if (path !== 'manifest.json') expect([path, after.get(path)?.equals(bytes)]).toEqual([path, true])
    expect(rows).toBeGreaterThan(2000)
    expect(tables.filter((table) => table.rows > 0).length).toBeGreaterThan(20)
  })

  it('is used at once as the one that it was', async () => {
    const ask = { target: 'Ovid Tamm' }
    const counts = async (workspace: Id<'workspace'>) => {
      const { me, counts } = await house.ask(workspaceShow, {}, { workspace })
      const { paths } = await house.ask(pathFind, ask, { workspace })
      return { me, counts, paths: paths.length }
    }
    expect(await counts(house.workspace)).toEqual(await counts(demo))
    expect((await house.ask(workspaceShow)).visit).toBe(false)
  })

  it('tells of each file its rows and its checksum', async () => {
    const files = await contentOf(saved)
    const manifest = manifestIn(files)
    for (const { path, sha256: sum } of manifest.files)
      expect([path, sha256(files.get(path)!)]).toEqual([path, sum])
    expect(manifest.files.length).toBe(files.size - 1)
    expect(JSON.parse(files.get('data/person.json')!.toString())).toHaveLength(
      manifest.files.find(({ path }) => path === 'data/person.json')!.rows!,
    )
  })

  it('can be read without Acquaint: tables, a calendar, cards', async () => {
    const files = await contentOf(saved)
    const text = (path: string) => files.get(path)!.toString()
    expect(text('people.csv')).toMatch(/^\uFEFF"id","name",/)
    expect(text('people.csv')).toContain('"Ovid Tamm"')
    expect(text('invitations.csv').split('\r\n').length).toBeGreaterThan(3)
    expect(text('debriefs.csv').split('\r\n').length).toBeGreaterThan(2)
    expect(text('positions.csv').split('\r\n').length).toBeGreaterThan(300)
    expect(text('meetings.ics')).toContain('BEGIN:VEVENT')
    expect(text('people.vcf')).toContain('X-SKYPE:ovid')
  })

  it('holds nothing that lets somebody in, and nothing of another workspace', async () => {
    await house.fresh()
    await house.ask(personAdd, { name: 'Elsewhere Only' })
    const files = await contentOf(await exported(demo))
    expect([...files.keys()].filter((path) => /token|feed|session|link|request/.test(path))).toEqual([])
    for (const bytes of files.values()) expect(bytes.includes('Elsewhere Only')).toBe(false)
    for (const [path, bytes] of files)
      if (path.startsWith('data/')) expect(bytes.toString()).not.toContain(demo)
  })

  it('no table with a secret is taken, whatever it will be called', async () => {
    const paths = [...(await contentOf(saved)).keys()]
    await house.inside(async ({ tx }) => {
      const secret = (await tenantTables(tx)).filter(({ columns }) =>
        /hash|secret|token/.test(columns.join()),
      )
      expect(secret.map(({ name }) => name)).toEqual(['api_token', 'calendar_feed', 'erased_key'])
      for (const { name } of secret) expect(paths).not.toContain(`data/${name}.json`)
    })
  })
})

describe('nothing is brought in', () => {
  const people = async () => (await house.ask(personList)).people.length

  it('where something is already', async () => {
    await house.fresh()
    await house.ask(personAdd, { name: 'Ada Quill' })
    await expect(bring(saved)).rejects.toThrow(/not empty/)
    expect(await people()).toBe(1)
  })

  it.each([
    ['a file that is none', () => Buffer.from('PK'), /is no complete export/],
    ['a zip of something else', () => zipOf(new Map([['a.txt', Buffer.from('a')]])), /is no complete export/],
    ['a zip that was cut', () => saved.subarray(0, saved.length - 200), /damaged/],
    [
      'another schema',
      () => forged('manifest.json', (text) => text.replace(/"schema": \d+/, '"schema": 1')),
      /schema/,
    ],
    [
      'a row that points nowhere',
      () => forged('data/origin.json', () => '[]\n'),
      /all\.zip cannot be brought in: .+foreign key/,
    ],
    [
      'a row with a value that its table refuses',
      () => forged('data/person_key.json', (text) => text.replace('"email"', '"fax"')),
      /all\.zip cannot be brought in: .+person_key/,
    ],
  ])('from %s', async (_, bytes, why) => {
    await house.fresh()
    await expect(bring(await bytes())).rejects.toThrow(why)
    expect(await people()).toBe(0)
  })

  it('among other files, where it would say everything several times', async () => {
    await house.fresh()
    const { files } = await house.ask(fileImport, {}, { files: [{ name: 'all.zip', bytes: saved }] })
    expect(files.map(({ why }) => why)).toEqual([
      'all.zip is a complete export of Acquaint: workspace.import brings it into an empty workspace.',
    ])
    expect(await people()).toBe(0)
  })

  it('from a table that was changed behind its checksum', async () => {
    await house.fresh()
    const files = await contentOf(saved)
    const changed = files.get('data/person.json')!.toString().replace('Ovid', 'Avid')
    await expect(bring(await zipOf(files.set('data/person.json', Buffer.from(changed))))).rejects.toThrow(
      /data\/person\.json is damaged/,
    )
    expect(await people()).toBe(0)
  })

  it('of a token that somebody put in, and into another workspace', async () => {
    await house.fresh()
    const row = `{"id":"${demo}","token_hash":"\\\\x00","name":"theirs","created_at":"2026-01-01T00:00:00Z"}`
    await bring(await forged('data/api_token.json', () => `[\n${row}\n]\n`))
    await house.inside(async ({ tx }) => {
      expect(await tx.selectFrom('api_token').selectAll().execute()).toEqual([])
    })
    const other = await forged('data/person.json', (text) =>
      text.replaceAll('{"id"', `{"workspace_id":"${demo}","id"`),
    )
    await house.fresh()
    await expect(bring(other)).rejects.toThrow(
      'all.zip: person did not come in as it was; nothing was brought in.',
    )
  })
})

describe('the order of filling', () => {
  const table = (name: string, to: string[], optional = false) => ({
    ...{ name, columns: ['id', ...to], key: ['id'] },
    references: to.map((other) => ({ to: other, columns: [other], optional })),
  })

  it('begins with what others need; an optional reference in a circle waits', () => {
    const order = fillingOrder([table('a', ['b'], true), table('b', ['c']), table('c', ['a'])])
    expect(order.map(({ table: { name }, later }) => [name, later])).toEqual([
      ['a', ['b']],
      ['c', []],
      ['b', []],
    ])
  })

  it('there is none where each needs the other', () => {
    expect(() => fillingOrder([table('a', ['b']), table('b', ['a'])])).toThrow(
      'tables that need each other: a, b',
    )
  })
})
