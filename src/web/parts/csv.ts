import { download } from './download.ts'

/** A cell that a spreadsheet reads as text: quoted, and not as a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(cell).join(',')).join('\r\n')

/** Rows as a file; the mark at its beginning tells a spreadsheet that it is UTF-8. */
export const downloadCsv = (name: string, rows: readonly (readonly string[])[]): void =>
  download(name, `\uFEFF${csvOf(rows)}`, 'text/csv;charset=utf-8')
