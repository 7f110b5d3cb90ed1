import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detect } from '../formats.ts'
import type { Item } from '../records.ts'

/** The header shapes of real exports: masks and counts, no content. Files are generated from them. */
type Shape = {
  file: string
  header: string[]
  rows: number[]
  date_masks: Record<string, number>
  enc: Record<string, number>
  preamble_lines: Record<string, number>
  delim: Record<string, number>
  eol: Record<string, number>
  ragged: number
}

const path = '../shared/data/linkedin/SHAPES.json'
const shapes: Shape[] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
const NOTES = ['Notes:', '"When exporting, you may notice that some fields are empty."', '']

/** What a mask stands for: `99 a 9999` is `21 Nov 2019`, `9/99/99, 9:99 a` is `3/21/23, 9:15 AM`. */
function dateOf(mask: string): string {
  if (!mask.includes('9')) return mask.replace('a', 'Present')
  const [day = '', clock] = mask.split(/,? (?=9+:)/)
  const time = clock?.replace(/^99:/, '11:').replace(/^9:/, '9:').replaceAll('99', '15') ?? ''
  const zoned = time.replace(' a', /^9999/.test(mask) || /99:99:99/.test(mask) ? ' UTC' : ' AM')
  return `${dayOf(day)}${/^\d+\/\d+\/\d+$/.test(day) && clock ? ',' : ''} ${zoned}`.trim()
}

const dayOf = (mask: string): string =>
  mask
    .replace(/^99?\/99?\/99$/, '3/21/23')
    .replace(/^99?\/99?\/9999$/, '3/21/2023')
    .replace(/^9999([-/])99[-/]99$/, '2023$111$121')
    .replace('99.99.9999', '21.11.2023')
    .replace('9999', '2019')
    .replace(/-99$/, '-19')
    .replace(/\b99\b/, '21')
    .replace(/\b9\b/, '7')
    .replace(/^a a /, 'Tue Nov ')
    .replace(/\ba\b/, 'Nov')

function cellOf(shape: Shape, name: string, row: number): string {
  const masks = Object.keys(shape.date_masks).filter((mask) => mask.startsWith(`${name}: `))
  if (masks.length > 0) return dateOf(masks[row % masks.length]!.slice(name.length + 2))
  if (/url/i.test(name)) return `https://www.linkedin.com/in/p${row}`
  if (/e-?mail/i.test(name)) return `p${row}@example.com`
  return `${name || 'x'} ${row}, "é"`
}

function fileOf(shape: Shape, count: number): Buffer {
  const delimiter = JSON.parse(Object.keys(shape.delim)[0]!.replaceAll("'", '"')) as string
  const end = 'CRLF' in shape.eol ? '\r\n' : '\n'
  const quote = (cell: string) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const line = (cells: string[]) => cells.map(quote).join(delimiter)
  const rows = Array.from({ length: count }, (_, i) => shape.header.map((name) => cellOf(shape, name, i)))
  const ragged = rows.map((cells, i) => (shape.ragged > 0 && i % 2 === 1 ? cells.slice(0, -1) : cells))
  const notes = '3' in shape.preamble_lines ? NOTES : []
  return encode(shape, [...notes, line(shape.header), ...ragged.map(line), ''].join(end))
}

function encode(shape: Shape, text: string): Buffer {
  if ('not-utf8' in shape.enc) return Buffer.from(text, 'latin1')
  if ('ascii+UTF16BOM' in shape.enc)
    return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replaceAll('é', 'e'), 'ascii')])
  return Buffer.from(text)
}

/** Files whose rows become facts; the rows of all others are skipped. */
const USED =
  /^(?:linkedin )?(connections|positions|profile|email addresses|skills|messages|invitations|recommendations)/

describe.skipIf(shapes.length === 0)('a file of each shape of real exports', () => {
  it.each(shapes.map((shape, i) => [`${i} ${shape.file}`, shape] as const))('%s', (_, shape) => {
    const count = Math.min(40, Math.max(...shape.rows))
    const bytes = fileOf(shape, count)
    const format = detect(shape.file, bytes)
    expect(format?.kind).toMatch(/^linkedin-/)
    const items = [...(format!.read(bytes, { name: shape.file, now: new Date() }) as Iterable<Item>)]
    const reasons = items.filter((item) => !('fact' in item))
    expect(items).toHaveLength(count)
    if (USED.test(shape.file) && shape.file !== 'profile summary.csv') expect(reasons).toEqual([])
    else expect(reasons).toEqual(items.map(({ at }) => ({ at, skipped: 'not used by Acquaint' })))
  })

  it('reads the dates of connections in every mask', () => {
    const masks = shapes
      .filter(({ file }) => file === 'connections.csv')
      .flatMap(({ date_masks }) => Object.keys(date_masks))
    const dates = masks
      .filter((mask) => /^Connected.*9/.test(mask))
      .map((mask) => dateOf(mask.replace(/^.*?: /, '')))
    expect(dates.length).toBeGreaterThan(10)
    const text = [
      'First Name,Last Name,URL,Connected On',
      ...dates.map((date, i) => `A,B${i},,"${date}"`),
    ].join('\n')
    const items = [
      ...(detect('c.csv', Buffer.from(text))!.read(Buffer.from(text), {
        name: 'c.csv',
        now: new Date(),
      }) as Iterable<Item>),
    ]
    for (const item of items)
      expect(item).toMatchObject({ fact: { connected: { on: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) } } })
  })
})
