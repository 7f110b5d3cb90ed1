import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestHouse, testHouse } from '../../people/testing.ts'
import { listImport, listResume } from './import-list.ts'
import { PART } from './in-parts.ts'
import { listPreview } from './preview.ts'
import { listForget, listStop, listUnfinished } from './runs.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(() => house.fresh())

const ROWS = 2 * PART + 500
const SLOW = { timeout: 120_000 }

/** Every thousandth row says nobody, every thousandth is too much, and the last is about somebody in the first. */
function rowsOf(count: number): string {
  const row = (at: number) => {
    if (at % 1000 === 1) return ',,Nowhere'
    if (at % 1000 === 2) return `${at}${'x'.repeat(600)},,Acme`
    return `Ann N${at},ann${at}@example.com,Firm ${at % 90}`
  }
  const rows = Array.from({ length: count - 1 }, (_, at) => row(at))
  return ['Name,E-Mail,Company', ...rows, 'Ann N0,ann0@example.com,Firm 0', ''].join('\n')
}

const LIST = { name: 'long.csv', bytes: Buffer.from(rowsOf(ROWS)) }
const files = [LIST]

const COUNTS = { read: ROWS, created: ROWS - 23, updated: 0, unchanged: 0, skipped: 12 }

const people = () =>
  house.inside(async ({ tx }) => {
    const { n } = await tx
      .selectFrom('person')
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .where('name', 'like', 'Ann %')
      .executeTakeFirstOrThrow()
    return Number(n)
  })

/** An import that is stopped after its first part, if not a little later. */
async function stopped() {
  let stop: Promise<unknown> | undefined
  const told = await house.ask(
    listImport,
    {},
    {
      files,
      progress: ({ done }) => {
        if (done !== PART) return
        stop = house.ask(listUnfinished).then(({ runs }) => house.ask(listStop, { run: runs[0]!.id }))
      },
    },
  )
  await stop
  return { ...told, run: told.run! }
}

describe('a long list', SLOW, () => {
  it('is written in parts, and every row is counted once', async () => {
    const steps: number[] = []
    const { file, run } = await house.ask(listImport, {}, { files, progress: ({ done }) => steps.push(done) })
    expect(steps).toEqual([0, PART, 2 * PART, ROWS])
    expect(run).toMatchObject({ state: 'done', done: ROWS, total: ROWS })
    expect(file).toMatchObject(COUNTS)
    expect(file.rejected).toHaveLength(11)
    expect(await people()).toBe(COUNTS.created)
    expect(await house.ask(listUnfinished)).toEqual({ runs: [] })
    const origins = await house.inside(({ tx }) =>
      tx.selectFrom('origin').select('id').where('name', '=', 'long.csv').execute(),
    )
    expect(origins).toHaveLength(1)
  })

  it('changes nothing the second time', async () => {
    await house.ask(listImport, {}, { files })
    const { file } = await house.ask(listImport, {}, { files })
    expect(file).toMatchObject({ ...COUNTS, created: 0, unchanged: COUNTS.created })
    expect(await people()).toBe(COUNTS.created)
  })

  it('that was stopped goes on at the next row; the counts are those of both parts', async () => {
    const { file, run } = await stopped()
    expect(run.state).toBe('stopped')
    expect(run.done).toBeLessThan(ROWS)
    expect(file.read).toBe(run.done)
    expect(await people()).toBe(file.created)

    const resumed = await house.ask(listResume, { run: run.id }, { files })
    expect(resumed.run).toMatchObject({ state: 'done', done: ROWS })
    expect(resumed.file).toMatchObject(COUNTS)
    expect(await people()).toBe(COUNTS.created)
  })

  it('is gone on with by two at once without a row written twice', async () => {
    const { run } = await stopped()
    const both = await Promise.allSettled([1, 2].map(() => house.ask(listResume, { run: run.id }, { files })))
    // Who comes when the other is done is told so.
    const late = both.filter((one) => one.status === 'rejected')
    for (const { reason } of late) expect(String(reason)).toContain('The import of long.csv is done.')
    const done = both.filter((one) => one.status === 'fulfilled')
    expect(done.length).toBeGreaterThan(0)
    for (const { value } of done) expect(value.file).toMatchObject(COUNTS)
    expect(await people()).toBe(COUNTS.created)
  })

  it('is gone on with from the same file only, and not when it is done', async () => {
    const { run } = await stopped()
    const other = [{ ...LIST, bytes: Buffer.from(rowsOf(ROWS + 1)) }]
    await expect(house.ask(listResume, { run: run.id }, { files: other })).rejects.toThrow(
      'This is not long.csv as it was when its import began.',
    )
    await house.ask(listResume, { run: run.id }, { files })
    await expect(house.ask(listResume, { run: run.id }, { files })).rejects.toThrow(
      'The import of long.csv is done.',
    )
  })

  it('that waits is told by its file, until it is begun anew or forgotten', async () => {
    const { run } = await stopped()
    const { unfinished } = await house.ask(listPreview, {}, { files })
    expect(unfinished).toEqual(run)
    await house.ask(listForget, { run: run.id })
    expect((await house.ask(listPreview, {}, { files })).unfinished).toBeNull()
    await stopped()
    await house.ask(listImport, {}, { files })
    expect(await house.ask(listUnfinished)).toEqual({ runs: [] })
  })
})

describe('a list that is not long', () => {
  it('is written as a whole', async () => {
    const bytes = Buffer.from(rowsOf(PART))
    const { file, run } = await house.ask(listImport, {}, { files: [{ ...LIST, bytes }] })
    expect(run).toBeNull()
    expect(file.read).toBe(PART)
  })

  it('has nothing to stop', async () => {
    await expect(house.ask(listStop, { run: 'nothing' })).rejects.toThrow('There is no import "nothing"')
  })
})
