import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileImport } from '../src/intake/import.ts'
import { file, filesUnder, readOf, type Tenant, type TestHouse, testHouse } from './support/house.ts'
import { CONNECTIONS, climbing, malformed } from './support/malformed.ts'
import { isBlank, NAUGHTY, NUL } from './support/naughty.ts'

// What is malformed is refused in one sentence that names file and place, and leaves nothing half-written.

const EVIL = '../shared/data/evil'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const importOf = async (tenant: Tenant, ...files: Parameters<Tenant['run']>[2] & object) =>
  (await tenant.run(fileImport, {}, files)).files

describe('a malformed file', () => {
  it('is refused with its name and the place, and no row of any table changes', async () => {
    for (const [bad, sentence] of await malformed()) {
      const tenant = await house.tenant()
      await importOf(tenant, file('people.csv', 'Name,Company\nNoor Basri,Initech\n'))
      const before = await tenant.rows()
      const [result] = await importOf(tenant, bad)
      expect(result?.rejected.map(({ at, why }) => `${at}: ${why}`)).toEqual([
        expect.stringMatching(sentence),
      ])
      expect(result?.rejected[0]?.why).not.toContain('\n')
      expect([bad.name, result?.read, result?.created]).toEqual([bad.name, 1, 0])
      expect([bad.name, await tenant.rows()]).toEqual([bad.name, before])
    }
  })

  it('does not keep those beside it from being imported', async () => {
    const tenant = await house.tenant()
    const bad = (await malformed()).map(([one]) => one)
    const results = await importOf(tenant, ...bad, file('Connections.csv', CONNECTIONS))
    expect(results.at(-1)).toMatchObject({ created: 1, rejected: [] })
    for (const result of results) expect([result.name, result.read]).toEqual([result.name, readOf(result)])
  })

  it('one bad row, card or component is rejected by its place, and the others are kept', async () => {
    const tenant = await house.tenant()
    const long = 'x'.repeat(9000)
    const cards = ['Mara Voss', long, 'Noor Basri'].map(
      (name) => `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nEMAIL:${name.length}@example.com\nEND:VCARD\n`,
    )
    const [rows, vcards] = await importOf(
      tenant,
      file('Connections.csv', `${CONNECTIONS}A${NUL}B,C,,,,,2 Mar 2020\n${long},D,,,,,\nNoor,Basri,,,,,\n`),
      file('people.vcf', cards.join('')),
    )
    expect(rows).toMatchObject({ created: 2, rejected: [{ at: 'row 3' }, { at: 'row 4' }] })
    expect(rows?.rejected.map(({ why }) => why).join()).toMatch(/NUL character.*9002 characters/)
    expect(vcards).toMatchObject({ read: 3, rejected: [{ at: expect.stringContaining('card 2') }] })
  })

  it('a path that leads out of the zip is only a name', async () => {
    const tenant = await house.tenant()
    const [result] = await importOf(tenant, await climbing())
    expect(result).toMatchObject({ name: 'Connections.csv', created: 1 })
    expect(existsSync('../../../Connections.csv')).toBe(false)
  })
})

describe.skipIf(!existsSync(EVIL))('the collections of broken files', () => {
  it('are each answered: imported, skipped or refused, and counted', { timeout: 300_000 }, async () => {
    const tenant = await house.tenant()
    const json = join(EVIL, 'nst__JSONTestSuite/test_parsing')
    const files = [
      ...readdirSync(json).map((name) => file(name, new Uint8Array(readFileSync(join(json, name))))),
      ...filesUnder(join(EVIL, 'max-mapper__csv-spectrum')),
      ...filesUnder(join(EVIL, 'flenniken__utf8tests')),
    ]
    const results = await importOf(tenant, ...files)
    expect(results).toHaveLength(files.length)
    for (const result of results) expect([result.name, result.read]).toEqual([result.name, readOf(result)])
  })
})

const said = NAUGHTY.filter((text) => !isBlank(text))
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
const escaped = (text: string) => text.replace(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n')

/** Texts of a column, as they came back. */
async function column(tenant: Tenant, table: string, name: string): Promise<string[]> {
  const rows = await house.query<{ text: string }>(
    `select ${name} as text from ${table} where workspace_id = $1 and ${name} is not null`,
    [tenant.workspace],
  )
  return rows.map(({ text }) => text)
}

describe('naughty texts come back unchanged, white space at their ends aside', { timeout: 120_000 }, () => {
  const missing = (found: string[], of: readonly string[] = said) => {
    const kept = new Set(found.map((text) => text.trim()))
    return of.filter((text) => !kept.has(text.trim()))
  }
  const some = said.filter((_, at) => at % 4 === 0)

  it('through a list and a LinkedIn export', async () => {
    const tenant = await house.tenant()
    const people = said.map((text, at) => [cell(text), 'Globex', cell(text), `p${at}@example.com`].join())
    const rows = said.map(
      (text, at) => `Ann,N${at},https://www.linkedin.com/in/n${at},,Hooli,${cell(text)},1 Mar 2020`,
    )
    const head = CONNECTIONS.split('\n')[0]!
    await importOf(tenant, file('people.csv', ['Name,Company,Notes,Email', ...people].join('\n')))
    await importOf(tenant, file('Connections.csv', [head, ...rows].join('\n')))
    expect(missing(await column(tenant, 'person', 'name'))).toEqual([])
    expect(missing(await column(tenant, 'person', 'notes'))).toEqual([])
    expect(missing(await column(tenant, 'position', 'title'))).toEqual([])
  })

  it('through a vCard and a calendar', async () => {
    const tenant = await house.tenant()
    const cards = said.map((text, at) => {
      const about = `FN:${escaped(text)}\r\nNOTE:${escaped(text)}\r\nEMAIL:p${at}@example.com`
      return `BEGIN:VCARD\r\nVERSION:4.0\r\nUID:u${at}\r\n${about}\r\nEND:VCARD\r\n`
    })
    const events = some.map((text, at) => {
      const about = `SUMMARY:${escaped(text)}\r\nLOCATION:${escaped(text)}\r\nDTSTART:20270101T100000Z`
      const who = 'ORGANIZER;CN=Kim:mailto:kim@example.com\r\nATTENDEE:mailto:me@example.com'
      return `BEGIN:VEVENT\r\nUID:u${at}\r\n${about}\r\n${who}\r\nEND:VEVENT\r\n`
    })
    const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\n${events.join('')}END:VCALENDAR\r\n`
    await importOf(tenant, file('people.vcf', cards.join('')), file('invitations.ics', calendar))
    expect(missing(await column(tenant, 'person', 'name'))).toEqual([])
    expect(missing(await column(tenant, 'person', 'notes'))).toEqual([])
    expect(missing(await column(tenant, 'meeting', 'title'), some)).toEqual([])
    expect(missing(await column(tenant, 'meeting', 'place'), some)).toEqual([])
  })

  it('through a resume', async () => {
    const tenant = await house.tenant()
    const work = said.map((position, at) => ({ name: `Place ${at}`, position, startDate: '2020' }))
    const resume = { basics: { name: 'Ada Quill', summary: said.join('\n') }, work }
    await importOf(tenant, file('resume.json', JSON.stringify(resume)))
    const titles = new Set((await column(tenant, 'position', 'title')).map(oneLine))
    expect(said.filter((text) => !titles.has(oneLine(text)))).toEqual([])
    expect(await column(tenant, 'person', 'summary')).toEqual([said.join('\n').trim()])
  })
})
