import type { GivenFile } from '../../src/action.ts'

/** The shape of a file of real LinkedIn exports: its header, masks and counts; no content. */
export type Shape = {
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

const NOTES = ['Notes:', '"When exporting, you may notice that some fields are empty."', '']
const MOST_ROWS = 40

/** A file of invented rows in that shape. */
export function fileOfShape(shape: Shape): GivenFile {
  const delimiter = JSON.parse(Object.keys(shape.delim)[0]!.replaceAll("'", '"')) as string
  const end = 'CRLF' in shape.eol ? '\r\n' : '\n'
  const line = (cells: string[]) => cells.map(quoted).join(delimiter)
  const count = Math.min(MOST_ROWS, Math.max(...shape.rows))
  const rows = Array.from({ length: count }, (_, row) => cellsOf(shape, row))
  const notes = '3' in shape.preamble_lines ? NOTES : []
  const text = [...notes, line(shape.header), ...rows.map(line), ''].join(end)
  return { name: shape.file, bytes: encoded(shape, text) }
}

const quoted = (cell: string) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

function cellsOf(shape: Shape, row: number): string[] {
  const cells = shape.header.map((name) => cellOf(shape, name, row))
  return shape.ragged > 0 && row % 2 === 1 ? cells.slice(0, -1) : cells
}

function cellOf(shape: Shape, name: string, row: number): string {
  const masks = Object.keys(shape.date_masks).filter((mask) => mask.startsWith(`${name}: `))
  if (masks.length > 0) return dateOf(masks[row % masks.length]!.slice(name.length + 2))
  if (/url/i.test(name)) return `https://www.linkedin.com/in/p${row}`
  if (/e-?mail/i.test(name)) return `p${row}@example.com`
  return `${name || 'x'} ${row}, "é"`
}

/** `99 a 9999` stands for a date such as `21 Nov 2019`; a mask without a figure for `Present` and the like. */
function dateOf(mask: string): string {
  if (!mask.includes('9')) return mask.replace('a', 'Present')
  return mask
    .replace(/\b9999\b/, '2019')
    .replace(/^99?\/99?\/99(?!9)/, '3/21/19')
    .replace(/^99?\/99?\//, '3/21/')
    .replace(/-99([-/ T]|$)/g, '-11$1')
    .replace(/\b99:/, '11:')
    .replace(/\b9:/, '9:')
    .replace(/:99/g, ':15')
    .replace(/\b99\b/, '21')
    .replace(/\b9\b/, '7')
    .replace(/^a a /, 'Tue Nov ')
    .replace(/(?<=^| )a(?= \d)/, 'Nov')
    .replace(/^a\b/, 'Nov')
    .replace(/ a$/, ' AM')
}

function encoded({ enc }: Shape, text: string): Uint8Array {
  if ('not-utf8' in enc) return Buffer.from(text, 'latin1')
  if (!('ascii+UTF16BOM' in enc)) return new TextEncoder().encode(text)
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replaceAll('é', 'e'), 'ascii')])
}
