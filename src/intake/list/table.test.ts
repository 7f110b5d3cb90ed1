import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IntakeError } from '../records.ts'
import { fold } from './columns.ts'
import { column, overflows, readTable, textColumn } from './table.ts'

const HEADER = 'First Name,Last Name,URL,Company,Position,Connected On'
const table = (text: string, known?: ReadonlySet<string>) => readTable('people.csv', Buffer.from(text), known)
const cells = (text: string) => table(text).rows.map((row) => row.cells)

describe('a table', () => {
  it.each([
    ['no notes', ''],
    ['notes in quotes', 'Notes:\n"When exporting, you may notice\nthat some fields are ""empty""."\n\n'],
    ['notes without quotes', 'Notes:\nThis is, well, a sample.\nAll "data" is synthetic.\n\n'],
    ['five blank lines', 'Notes:\nx\n\n\n\n\n\n'],
    ['what Excel adds', 'sep=,\n'],
    ['padding rows', 'Notes:,,,,,\nread me,,,,,\n,,,,,\n'],
  ])('finds its header under %s', (_, notes) => {
    const read = table(`${notes}${HEADER}\nAda,Example,,,,\n`)
    expect(read.header).toEqual(HEADER.split(','))
    expect(read.line).toBe(notes.split('\n').length)
    expect(read.rows).toEqual([
      { number: read.line + 1, line: read.line + 1, cells: ['Ada', 'Example', '', '', '', ''] },
    ])
  })

  it.each([',', ';', '\t', '|'])('finds the delimiter %j, quoted and not', (delimiter) => {
    const plain = `${HEADER}\nAda,Example,,Acme,,\n`.replaceAll(',', delimiter)
    const quoted = `"${HEADER.replaceAll(',', `"${delimiter}"`)}"\n"Ada"${delimiter}"a${delimiter}b"\n`
    expect(cells(plain)[0]?.slice(0, 4)).toEqual(['Ada', 'Example', '', 'Acme'])
    expect(cells(quoted)[0]).toEqual(['Ada', `a${delimiter}b`])
  })

  it('ends lines with CRLF, LF or CR, also mixed', () => {
    for (const end of ['\r\n', '\n', '\r'])
      expect(cells([HEADER, 'Ada', 'Bo', ''].join(end))).toEqual([['Ada'], ['Bo']])
    expect(cells(`${HEADER}\r\nAda\nBo\rCy`)).toEqual([['Ada'], ['Bo'], ['Cy']])
  })

  it('numbers rows as a spreadsheet does and names the line on which they start', () => {
    const { rows } = table(`Notes:\n\n${HEADER}\n"Ada\r\nB.",x\n\nBo,y\n`)
    expect(rows.map(({ number, line }) => [number, line])).toEqual([
      [4, 4],
      [6, 7],
    ])
  })

  it('leaves out blank lines and keeps rows of empty cells', () => {
    expect(cells(`${HEADER}\n\n,,,,,\nAda\n\n`)).toEqual([['', '', '', '', '', ''], ['Ada']])
  })

  it('takes short rows as they are and tells rows that overflow', () => {
    const read = table(`${HEADER}\nAda\nBo,Test,,Acme, Inc.,Boss,1 May 2020\nCy,,,,,,,\n`)
    expect(read.rows.map((row) => overflows(read, row))).toEqual([false, true, false])
    expect(read.rows.map(column(read, 'Connected On'))).toEqual(['', 'Boss', ''])
  })

  it('reads columns by any of their names, whatever case and signs, and blank as empty', () => {
    const read = table('first_name;LAST NAME;Creation Date.1\n Ada ; ;x\n')
    const row = read.rows[0]!
    expect(textColumn(read, 'First Name')(row)).toBe(' Ada ')
    expect(column(read, 'FirstName')(row)).toBe('Ada')
    expect(textColumn(read, 'Last Name')(row)).toBe('')
    expect(column(read, 'Nothing', 'Creation Date')(row)).toBe('x')
    expect(column(read, 'Nothing')(row)).toBe('')
  })

  it('is not misled by a row of data that names a column', () => {
    expect(table('id,kind,label\n1,company,Acme\n').header).toEqual(['id', 'kind', 'label'])
  })

  it('keeps quotes inside cells that are not quoted', () => {
    expect(cells(`${HEADER}\n5" disk,"Ada" B,x\nBo,y,z\n`)).toEqual([
      ['5" disk', '"Ada" B', 'x'],
      ['Bo', 'y', 'z'],
    ])
  })

  it('keeps a quoted text over several lines that begins with a quote', () => {
    expect(cells(`${HEADER}\n5" disk,"""Hello""\nworld",x\nBo\n`)[0]?.[1]).toBe('"Hello"\nworld')
  })

  it.each([
    ['to the end', `${HEADER}\nAda,x\nBo,"y\nCy,z\n`, 3],
    ['to the next quote, swallowing a row', `${HEADER}\nAda,x\nBo,"y\nCy,"a, b",z\nDi,q\n`, 3],
    ['below blank lines', `${HEADER}\n\n\nAda,x\n\n"Bo,y\n`, 6],
    ['below notes', `Notes:\n\n${HEADER}\n"Ada\nB.",x\n"Bo,y\n`, 6],
  ])('with a quote that is open %s is refused with the line', (_, text, line) => {
    expect(() => table(text)).toThrow(IntakeError)
    expect(() => table(text)).toThrow(`people.csv: line ${line}: a quote is opened`)
  })

  it('that is empty is refused', () => {
    for (const text of ['', '\n\n', '\uFEFF'])
      expect(() => table(text)).toThrow('people.csv: line 1: the file is empty')
  })

  it('gives back any text in quotes as it was', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1 }), fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        const written = rows.map((row) =>
          row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter),
        )
        const header = HEADER.replaceAll(',', delimiter)
        expect(cells([header, ...written].join('\r\n'))).toEqual(rows)
      }),
    )
  })
})

const spectrum = '../shared/data/evil/max-mapper__csv-spectrum'
/** Two samples do not hold what their JSON says: a version control changed line ends, somebody the telephone number. */
const SAVED_OTHERWISE: Record<string, unknown> = {
  'location_coordinates.csv': [expect.objectContaining({ Cities: 'Modesto', Counties: 'Stanislaus' })],
  'newlines_crlf.csv': expect.arrayContaining([{ a: 'Once upon \na time', b: '5', c: '6' }]),
}
describe.skipIf(!existsSync(spectrum))('the samples of csv-spectrum', () => {
  const names = existsSync(spectrum) ? readdirSync(`${spectrum}/csvs`) : []
  it.each(names)('%s is read as its author says', (name) => {
    const bytes = readFileSync(`${spectrum}/csvs/${name}`)
    const expected = JSON.parse(readFileSync(`${spectrum}/json/${name.replace('.csv', '.json')}`, 'utf8'))
    const [header = []] = parse(bytes, { to: 1 }) as string[][]
    const read = readTable(name, bytes, new Set(header.map(fold)))
    const rows = read.rows.map(({ cells }) =>
      Object.fromEntries(read.header.map((key, i) => [key, cells[i]])),
    )
    expect(rows).toEqual(SAVED_OTHERWISE[name] ?? expected)
  })
})
