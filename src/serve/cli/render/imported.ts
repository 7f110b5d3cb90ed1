import type { z } from 'zod'
import type { fileImport } from '../../../intake/import.ts'
import { blocks, columns, counted, firstOf } from './columns.ts'

type Imported = z.output<typeof fileImport.output>
type ImportedFile = Imported['files'][number]

const HEAD = ['file', 'kind', 'read', 'created', 'updated', 'unchanged', 'skipped', 'rejected']
const REASONS = 5

/** A line for each file, and why what was rejected was. */
export function renderImported({ files, lookAlikes }: Imported): string {
  if (files.length === 0) return 'There was no file to import.'
  const rows = files.map(({ name, kind, rejected, ...counts }) => [
    ...[name, kind, counts.read, counts.created, counts.updated],
    ...[counts.unchanged, counts.skipped, rejected.length],
  ])
  const told = files.filter(({ rejected, why }) => rejected.length > 0 || why !== undefined)
  const table = columns([HEAD, ...rows.map((row) => row.map(String))])
  return blocks([table, ...told.map(whyNot), ...mayBeOne(lookAlikes)])
}

/** What waits for a look; more is looked for before the command ends. */
function mayBeOne({ waiting, seeking }: Imported['lookAlikes']): string[] {
  if (waiting > 0)
    return [`${counted(waiting, 'pair')} of records may be one person and wait for a look: look-alike.list`]
  return seeking ? ['Whether somebody was here already is being looked for: look-alike.list'] : []
}

function whyNot({ name, why, rejected }: ImportedFile): string {
  // What is said of the file as a whole is not said again of its parts.
  const parts = rejected.filter((one) => one.why !== why)
  const lines = firstOf(parts, REASONS, (one) => `  ${one.at === name ? '' : `${one.at}: `}${one.why}`)
  const title = why ?? `${counted(rejected.length, 'part')} rejected`
  return [title.startsWith(name) ? title : `${name}: ${title}`, ...lines].join('\n')
}
