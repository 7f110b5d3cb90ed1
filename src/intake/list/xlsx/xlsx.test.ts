import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { docxOf } from '../../../../test/support/resume-files.ts'
import { type Cell, type Sheet, xlsxOf } from '../../../../test/support/xlsx.ts'
import { type TestHouse, testHouse } from '../../../people/testing.ts'
import { LIMITS } from '../../archive.ts'
import { fileImport } from '../../import.ts'
import { listImport } from '../import-list.ts'
import { listPreview } from '../preview.ts'
import { dayOf } from './sheet.ts'
import { csvOfXlsx, isXlsx } from './xlsx.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(() => house.fresh())

const HEADER = ['Name', 'E-Mail', 'Company', 'Title', 'Connected\nOn']
const ADA: Cell[] = ['Ada Example', 'ada@example.com', 'Acme & <Sons>', 'CTO', { day: 43_556 }]
const PEOPLE: Sheet = { name: 'People', rows: [HEADER, ADA] }

type Made = Parameters<typeof xlsxOf>[1]
const csv = async (sheets: Sheet[], made: Made = {}, limits?: typeof LIMITS) =>
  Buffer.from(await csvOfXlsx('people.xlsx', await xlsxOf(sheets, made), limits)).toString()
const given = async (sheets: Sheet[]) => ({
  files: [{ name: 'people.xlsx', bytes: await xlsxOf(sheets) }],
})

describe('a spreadsheet', () => {
  it('is a list like any other, its dates as days', async () => {
    const { kind, columns, rows } = await house.ask(listPreview, {}, await given([PEOPLE]))
    expect(kind).toBe('csv-people')
    expect(columns.map(({ name, field }) => [name, field])).toEqual([
      ['Name', 'name'],
      ['E-Mail', 'email'],
      ['Company', 'organization'],
      ['Title', 'title'],
      ['Connected On', 'connectedOn'],
    ])
    expect(rows).toMatchObject([
      {
        ...{ row: 2, name: 'Ada Example', connectedOn: '2019-04-01' },
        positions: [{ organization: 'Acme & <Sons>', title: 'CTO' }],
      },
    ])
  })

  it('is imported, by a mapping or among other files, and again without a change', async () => {
    const plain = [{ name: 'People', rows: [HEADER, ADA].map((row) => row.slice(0, 4)) }]
    const { file } = await house.ask(listImport, {}, await given(plain))
    expect(file).toMatchObject({ kind: 'csv-people', read: 1, created: 1 })
    const again = await house.ask(fileImport, {}, await given(plain))
    expect(again.files).toMatchObject([{ name: 'people.xlsx', kind: 'csv-people', unchanged: 1, created: 0 }])
  })

  it('that holds a LinkedIn file is that file', async () => {
    const header = ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On']
    const row = ['Ada', 'Example', 'https://www.linkedin.com/in/ada', '', 'Acme', 'CTO', { day: 43_556 }]
    const { files } = await house.ask(fileImport, {}, await given([{ name: 'C', rows: [header, row] }]))
    expect(files).toMatchObject([{ kind: 'linkedin-connections', created: 1 }])
  })

  it('keeps the numbers of its rows, whatever stands above and between', async () => {
    const rows = [['Our contacts'], null, HEADER, null, ADA, ['', '', 'Nowhere']]
    const { headerLine, errors } = await house.ask(listPreview, {}, await given([{ name: 'A', rows }]))
    expect(headerLine).toBe(3)
    expect(errors).toMatchObject([{ row: 6, leavesOut: 'row' }])
  })

  it('is read from its first sheet that is neither hidden nor empty', async () => {
    const hidden = { name: 'Old', hidden: true, rows: [['Nobody']] }
    expect(await csv([hidden, { name: 'Empty', rows: [] }, { name: 'Next', rows: [['Ada']] }])).toBe('"Ada"')
    await expect(csv([hidden])).rejects.toThrow('people.xlsx: no sheet with anything in it')
  })

  it('tells dates by their format, built-in or written, from numbers', async () => {
    const days = [{ name: 'A', rows: [[{ day: 43_556 }, { day: 43_556.75 }, 43_556, 0.5]] }]
    expect(await csv(days)).toBe('"2019-04-01","2019-04-01","43556","0.5"')
    expect(await csv(days, { style: 2 })).toBe('"2019-04-01","2019-04-01","43556","0.5"')
    expect(await csv([{ name: 'A', rows: [[{ day: 42_094 }]] }], { is1904: true })).toBe('"2019-04-01"')
  })

  it('keeps the text of cells in pieces, without how it is pronounced', async () => {
    const strings =
      '<sst><si><r><t>Ada </t></r><r><t xml:space="preserve">Example</t></r><rPh><t>x</t></rPh></si></sst>'
    expect(await csv([{ name: 'A', rows: [['']] }], { more: { 'xl/sharedStrings.xml': strings } })).toBe(
      '"Ada Example"',
    )
  })

  it('reads texts in the sheet itself, formulas by their values, and passes over errors', async () => {
    const sheet =
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a_x000A_b</x:t></x:is></x:c>' +
      '<x:c t="str"><x:f>A1</x:f><x:v>c</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c>' +
      '<x:c t="d"><x:v>2019-04-01T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(await csv([PEOPLE], { more: { 'xl/worksheets/sheet1.xml': sheet } })).toBe(
      '"a b","c","TRUE",,"2019-04-01"',
    )
  })

  it.each([
    ['too many parts', { ...LIMITS, entries: 3 }, 'at most 3 are read'],
    ['a part that is too large', { ...LIMITS, entrySize: 100 }, 'people.xlsx: xl/'],
    [
      'a part that unpacks to too much',
      { ...LIMITS, ratio: 1, ratioFrom: 10 },
      'unpacks to more than 1 times',
    ],
  ])('with %s is refused', async (_, limits, sentence) => {
    await expect(csv([PEOPLE], {}, limits)).rejects.toThrow(sentence)
  })

  it.each([
    ['too wide', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'cell XFD1: at most 1000 columns are read'],
    ['too long', '<row r="99999999"><c><v>1</v></c></row>', 'row 99999999: a sheet has 1048576 rows'],
  ])('that is %s is refused by the place', async (_, rows, sentence) => {
    const more = { 'xl/worksheets/sheet1.xml': `<worksheet>${rows}</worksheet>` }
    await expect(csv([PEOPLE], { more })).rejects.toThrow(sentence)
  })

  it('that is damaged is refused by name, alone and among others', async () => {
    const bytes = (await xlsxOf([PEOPLE])).slice()
    bytes.fill(7, 60, 400)
    const files = [{ name: 'people.xlsx', bytes }]
    await expect(house.ask(listPreview, {}, { files })).rejects.toThrow('people.xlsx: the zip is damaged')
    const told = await house.ask(fileImport, {}, { files })
    expect(told.files[0]?.why).toContain('people.xlsx: the zip is damaged')
  })

  it('of another kind, or any other zip, is refused with the way out', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    for (const bytes of [old, await docxOf(['Name, Company'])])
      await expect(house.ask(listPreview, {}, { files: [{ name: 'a.xls', bytes }] })).rejects.toThrow(
        'a.xls: no list that is read: save the table as .xlsx or CSV first',
      )
  })

  it('is no Word document', async () => {
    expect(isXlsx(await docxOf(['xl']))).toBe(false)
    expect(isXlsx(await xlsxOf([PEOPLE]))).toBe(true)
  })
})

describe('the day of a serial number', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [43_556, false, '2019-04-01'],
    [42_094, true, '2019-04-01'],
    [0.5, false, null],
    [1e9, false, null],
  ])('%d (1904: %s) is %s', (serial, is1904, day) => {
    expect(dayOf(serial, is1904)).toBe(day)
  })
})
