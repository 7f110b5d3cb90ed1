import { downloadCsv } from '../parts/csv.ts'
import { t } from '../texts/index.ts'
import type { ImportedFile } from './import-result.tsx'

/** The rows that could not be read, as a table to mend and import again. */
export function downloadRejected(files: readonly ImportedFile[]): void {
  const rows = files.flatMap(({ name, rejected }) => rejected.map(({ at, why }) => [name, at, why]))
  downloadCsv('rejected.csv', [t.result.columns, ...rows])
}
