import { zipOf } from './zip.ts'

// Spreadsheets as files, made here: as Excel writes them, with the texts of all cells in one part.

/** A text, a number, or a day as a spreadsheet counts it; null: no cell. */
export type Cell = string | number | { day: number } | null
export type Sheet = { name: string; rows: (Cell[] | null)[]; hidden?: boolean }

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Style 1 is a built-in date, style 2 one that somebody wrote, style 3 a number with a "d" in quotes. */
const STYLES = `${HEAD}<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="0&quot; days&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`

const columnName = (at: number): string =>
  (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

/** A workbook; `more` adds or replaces parts. */
export async function xlsxOf(
  sheets: Sheet[],
  {
    is1904 = false,
    style = 1,
    more = {},
  }: { is1904?: boolean; style?: number; more?: Record<string, string> } = {},
): Promise<Uint8Array> {
  const strings: string[] = []
  const cellOf = (cell: Cell, at: string): string => {
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c r="${at}" s="3"><v>${cell}</v></c>`
    if (typeof cell === 'object') return `<c r="${at}" s="${style}"><v>${cell.day}</v></c>`
    return `<c r="${at}" t="s"><v>${strings.push(cell) - 1}</v></c>`
  }
  const rowOf = (row: Cell[] | null, at: number) =>
    row === null
      ? ''
      : `<row r="${at + 1}">${row.map((cell, column) => cellOf(cell, `${columnName(column)}${at + 1}`)).join('')}</row>`
  const parts = sheets.map(({ rows }, at): [string, string] => [
    `xl/worksheets/sheet${at + 1}.xml`,
    `${HEAD}<worksheet ${MAIN}><sheetData>${rows.map(rowOf).join('')}</sheetData></worksheet>`,
  ])
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  )
  const links = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const texts = {
    '[Content_Types].xml': `${HEAD}<Types/>`,
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships>${links.join('')}</Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(parts),
    'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ...more,
  }
  const files = Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
  return (await zipOf('book.xlsx', files)).bytes
}
