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

/** The rows that could not be read, as a table to mend and import again. */
export function downloadRejected(files: readonly ImportedFile[]): void {
  const url = URL.createObjectURL(
    new Blob(['\uFEFF', rejectedCsv(files)], { type: 'text/csv;charset=utf-8' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = 'rejected.csv'
  link.click()
  URL.revokeObjectURL(url)
}
