import { blocks, columns, counted, firstOf } from './columns.ts'

/** What the contract says of a file that was imported. */
type Imported = {
  files: {
    name: string
    kind: string | null
    read: number
    created: number
    updated: number
    unchanged: number
    skipped: number
    rejected: { at: string; why: string }[]
  }[]
}

const HEAD = ['file', 'kind', 'read', 'created', 'updated', 'unchanged', 'skipped', 'rejected']
const REASONS = 5

/** A line for each file, and why what was rejected was. */
export function renderImported({ files }: Imported): string {
  if (files.length === 0) return 'There was no file to import.'
  const rows = files.map(({ name, kind, rejected, ...counts }) => [
    ...[name, kind ?? 'unknown', counts.read, counts.created, counts.updated],
    ...[counts.unchanged, counts.skipped, rejected.length],
  ])
  const refused = files.filter(({ rejected }) => rejected.length > 0)
  return blocks([
    columns([HEAD, ...rows.map((row) => row.map(String))]),
    ...refused.map(({ name, rejected }) => {
      const lines = firstOf(rejected, REASONS, ({ at, why }) => `  ${at}: ${why}`)
      return `${name}: ${counted(rejected.length, 'part')} rejected\n${lines.join('\n')}`
    }),
  ])
}
