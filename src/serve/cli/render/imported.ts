import type { z } from 'zod'
import type { fileImport } from '../../../intake/import.ts'
import { blocks, columns, counted, firstOf } from './columns.ts'

type Imported = z.output<typeof fileImport.output>
type ImportedFile = Imported['files'][number]

const HEAD = ['file', 'kind', 'read', 'created', 'updated', 'unchanged', 'skipped', 'rejected']
const REASONS = 5

/** A line for each file, and why what was rejected was. */
export function renderImported({ files }: Imported): string {
  if (files.length === 0) return 'There was no file to import.'
  const rows = files.map(({ name, kind, rejected, ...counts }) => [
    ...[name, kind, counts.read, counts.created, counts.updated],
    ...[counts.unchanged, counts.skipped, rejected.length],
  ])
  const told = files.filter(({ rejected, why }) => rejected.length > 0 || why !== undefined)
  return blocks([columns([HEAD, ...rows.map((row) => row.map(String))]), ...told.map(whyNot)])
}

function whyNot({ name, why, rejected }: ImportedFile): string {
  // What is said of the file as a whole is not said again of its parts.
  const parts = rejected.filter((one) => one.why !== why)
  const lines = firstOf(parts, REASONS, (one) => `  ${one.at === name ? '' : `${one.at}: `}${one.why}`)
  const title = why ?? `${counted(rejected.length, 'part')} rejected`
  return [title.startsWith(name) ? title : `${name}: ${title}`, ...lines].join('\n')
}
