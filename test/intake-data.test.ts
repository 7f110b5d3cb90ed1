import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspaceShow } from '../src/access/workspace.ts'
import type { GivenFile } from '../src/action.ts'
import { type FileResult, fileImport } from '../src/intake/import.ts'
import { lookAlikeList } from '../src/people/look-alike.ts'
import { meSet } from '../src/people/me.ts'
import { filesUnder, readOf, type Tenant, type TestHouse, testHouse } from './support/house.ts'
import { fileOfShape, type Shape } from './support/shapes.ts'
import { zipOf } from './support/zip.ts'

// Real files of every kind, through the gate into a real database: imported, or refused with a reason.

const DATA = '../shared/data'
const absent = !existsSync(DATA)
const FOLDERS = ['ical', 'vcard', 'jobs', 'resumes', 'linkedin']
const EXPORT = join(DATA, 'linkedin/YANG-DB__linked-knowledge_synthetic')
/** An answer within 2 s is the aim; the machine may be busy. */
const GENEROUS_MS = 20_000
const LONG = { timeout: 300_000 }

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

/** Imports, and waits for what is looked for behind the answer. */
async function importInto(tenant: Tenant, files: GivenFile[]): Promise<FileResult[]> {
  const answer = await tenant.run(fileImport, {}, files)
  await house.background.settled()
  return answer.files
}

const changes = (results: FileResult[]) =>
  results
    .filter(({ created, updated }) => created + updated > 0)
    .map(({ name, created, updated }) => ({ name, created, updated }))

const without = ({ source_record: _, ...rows }: Record<string, number>) => rows

function expectAccounted(results: FileResult[]): void {
  for (const result of results) {
    expect([result.name, result.read]).toEqual([result.name, readOf(result)])
    // Nothing is passed over in silence.
    const silent = result.read === 0 && result.kind === 'unknown'
    expect([result.name, silent]).toEqual([result.name, false])
    for (const { at, why } of result.rejected) expect(`${at}${why}`).not.toBe('')
  }
}

describe.skipIf(absent).each(FOLDERS)('every file of %s', (folder) => {
  it('is imported or refused with a reason, and changes nothing the second time', LONG, async () => {
    for (const one of filesUnder(join(DATA, folder))) {
      const tenant = await house.tenant()
      const began = Date.now()
      const [first] = await importInto(tenant, [one])
      expect([one.name, Date.now() - began < GENEROUS_MS]).toEqual([one.name, true])
      expectAccounted([first!])
      const rows = without(await tenant.rows())
      const again = await importInto(tenant, [one])
      expect(changes(again)).toEqual([])
      expect(without(await tenant.rows())).toEqual(rows)
    }
  })
})

describe.skipIf(absent)('all of them at once', () => {
  it(
    'as folders and as one zip: the batch never aborts, and the second import changes nothing',
    LONG,
    async () => {
      const tenant = await house.tenant()
      const files = FOLDERS.flatMap((folder) => filesUnder(join(DATA, folder)))
      const results = await importInto(tenant, files)
      expect(results.map(({ name }) => name)).toEqual(files.map(({ name }) => name))
      expectAccounted(results)
      const rows = without(await tenant.rows())
      const zipped = await importInto(tenant, [await zipOf('all.zip', files)])
      expect(zipped).toHaveLength(files.length)
      expectAccounted(zipped)
      expect(changes(zipped)).toEqual([])
      expect(without(await tenant.rows())).toEqual(rows)
    },
  )
})

describe.skipIf(absent)('the export of 1,869 connections', () => {
  const files = absent ? [] : filesUnder(EXPORT)

  const expectWhole = async (tenant: Tenant, results: FileResult[]) => {
    const connections = results.find(({ kind }) => kind === 'linkedin-connections')!
    expect(connections).toMatchObject({ read: 1869, created: 1869, skipped: 0, rejected: [] })
    const rows = await tenant.rows()
    expect(rows).toMatchObject({ connection: 1869, recommendation: 10, contact: 40 })
    const [positions] = await house.query(
      `select count(*)::int as all, count(from_date)::int as dated, count(*) filter (where not ended)::int as present
       from position join workspace on workspace.id = workspace_id and me = person_id where workspace_id = $1`,
      [tenant.workspace],
    )
    expect(positions).toEqual({ all: 8, dated: 8, present: 1 })
  }

  it('is accounted for as a folder and as a zip, positions dated', async () => {
    const asFolder = await house.tenant()
    await expectWhole(asFolder, await importInto(asFolder, files))
    const asZip = await house.tenant()
    await expectWhole(asZip, await importInto(asZip, [await zipOf('export.zip', files)]))
  })

  it('queues the 63 profile URLs that several names or careers share, and ties each to its own person', async () => {
    const tenant = await house.tenant()
    await importInto(tenant, files)
    const [{ urls }] = (await house.query<{ urls: number }>(
      `select count(distinct value)::int as urls from look_alike
       join person_key on person_key.workspace_id = look_alike.workspace_id and person_id in (a, b)
       where kind = 'profile-url' and look_alike.workspace_id = $1`,
      [tenant.workspace],
    )) as [{ urls: number }]
    expect(urls).toBe(63)
    const { pairs } = await tenant.run(lookAlikeList, {})
    expect(pairs.every(({ because }) => because.startsWith('the same profile URL'))).toBe(true)
  })

  it('leaves the owner unnamed where no file names them, and takes the name when told', async () => {
    const tenant = await house.tenant()
    await importInto(tenant, files)
    expect(await tenant.run(workspaceShow, {})).toMatchObject({ me: { name: 'You' } })
    await tenant.run(meSet, { name: 'Ada Quill', email: 'ada@example.com' })
    expect(await tenant.run(workspaceShow, {})).toMatchObject({ me: { name: 'Ada Quill' } })
  })
})

describe.skipIf(absent)('files in the shapes of 32 real exports', () => {
  it('are each imported with every row counted, and change nothing the second time', LONG, async () => {
    const shapes: Shape[] = JSON.parse(readFileSync(join(DATA, 'linkedin/SHAPES.json'), 'utf8'))
    expect(shapes.length).toBeGreaterThan(70)
    for (const shape of shapes) {
      const one = fileOfShape(shape)
      const tenant = await house.tenant()
      const [first] = await importInto(tenant, [one])
      expect([shape.file, first!.kind]).toEqual([shape.file, expect.stringMatching(/^linkedin-/)])
      expect([shape.file, first!.read]).toEqual([shape.file, Math.min(40, Math.max(...shape.rows))])
      expectAccounted([first!])
      expect(changes(await importInto(tenant, [one]))).toEqual([])
    }
  })
})

it('a file of no known kind is counted as skipped, and what is beside it is imported', async () => {
  const tenant = await house.tenant()
  const bytes = new TextEncoder().encode(
    'First Name,Last Name,URL,Company,Position,Connected On\nMara,Voss,,Globex,CFO,1 Mar 2020',
  )
  const results = await importInto(tenant, [
    { name: 'photo.jpg', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3) },
    { name: 'Connections.csv', bytes },
  ])
  expect(results).toMatchObject([
    {
      name: 'photo.jpg',
      kind: 'unknown',
      read: 1,
      skipped: 1,
      skippedBecause: [{ why: 'no known kind of file', count: 1 }],
    },
    { name: 'Connections.csv', kind: 'linkedin-connections', read: 1, created: 1 },
  ])
})
