import { download } from '../parts/download.ts'
import { t } from '../texts/index.ts'
import type { ImportedFile } from './import-result.tsx'

/** A cell that a spreadsheet reads as text: quoted, and not as a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

export function rejectedCsv(files: readonly Pick<ImportedFile, 'name' | 'rejected'>[]): string {
  const rows = files.flatMap(({ name, rejected }) => rejected.map(({ at, why }) => [name, at, why]))
  return [t.result.columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
}

/** The rows that could not be read, as a table to mend and import again; the mark tells a spreadsheet that it is UTF-8. */
export const downloadRejected = (files: readonly ImportedFile[]): void =>
  download('rejected.csv', `\uFEFF${rejectedCsv(files)}`, 'text/csv;charset=utf-8')
