import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'

/** Where the taxonomies lie; they are read, never copied into the project. */
export const TAXONOMY = fileURLToPath(new URL('../../../shared/data/taxonomy/', import.meta.url))

export const hasTaxonomy = () => existsSync(join(TAXONOMY, 'onet'))

/** A title and the occupation (O*NET-SOC code such as `11-3031.00`) it is listed under. */
export type SocTitle = { title: string; soc: string }
/** A label of an ESCO occupation; `isco` is its unit group of four digits. */
export type EscoTitle = { title: string; isco: string }
export type Text = { soc?: string; isco?: string; text: string }

const read = (path: string) => readFileSync(join(TAXONOMY, path), 'utf8')
const rows = (path: string): string[][] =>
  read(path)
    .split(/\r?\n/)
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t'))
const records = (path: string): Record<string, string>[] =>
  parse(read(path), { columns: true, bom: true, relax_column_count: true })

/** O*NET 30.0 alternate titles, as they stand: one row a title and occupation. */
export function alternateTitles(): SocTitle[] {
  return rows('onet/Alternate Titles (30.0).txt').map(([soc = '', title = '']) => ({ soc, title }))
}

/** O*NET 30.0 short forms of alternate titles ("RN"). */
export function shortTitles(): SocTitle[] {
  return rows('onet/Alternate Titles (30.0).txt')
    .filter(([, , short]) => short && short !== 'n/a')
    .map(([soc = '', , title = '']) => ({ soc, title }))
}

/** O*NET 30.2 occupations: title and description. */
export function occupations(): { soc: string; title: string; text: string }[] {
  return rows('onet/Occupation Data (30.2).txt').map(([soc = '', title = '', text = '']) => ({
    soc,
    title,
    text,
  }))
}

/** O*NET 27.0 related occupations, both directions as they stand, with their place (1 to 20, nearest first). */
export function relatedOccupations(): { from: string; to: string; index: number }[] {
  return rows('onet/Related Occupations (27.0).txt').map(([from = '', to = '', , index = '']) => ({
    from,
    to,
    index: Number(index),
  }))
}

const lines = (text: string | undefined) => (text ?? '').split('\n').filter((line) => line.trim())

/** ESCO 1.2.1 labels in English: preferred, alternative and hidden. */
export function escoTitles(): EscoTitle[] {
  return records('esco_v1_2_1/occupations_en.csv').flatMap((row) =>
    [...new Set([row.preferredLabel ?? '', ...lines(row.altLabels), ...lines(row.hiddenLabels)])].map(
      (title) => ({ title, isco: row.iscoGroup ?? '' }),
    ),
  )
}

export function escoTexts(): Text[] {
  return records('esco_v1_2_1/occupations_en.csv').map((row) => ({
    isco: row.iscoGroup ?? '',
    text: row.description ?? '',
  }))
}

export function iscoTexts(): Text[] {
  return records('esco_v1_2_1/ISCOGroups_en.csv').map((row) => ({
    isco: row.code ?? '',
    text: `${row.preferredLabel ?? ''}. ${row.description ?? ''}`,
  }))
}

/** SOC 2018 minor groups: code of four characters (`11-3`) -> name. */
export function minorGroups(): Map<string, string> {
  const out = new Map<string, string>()
  for (const row of records('soc_structure_2018.csv')) {
    const code = row['Minor Group']
    if (code) out.set(minorOf(code), row.Name ?? '')
  }
  return out
}

/** The minor group of a SOC code as written in the taxonomies: `15-1252.00` -> `15-12`. */
export function minorOf(soc: string): string {
  // three minor groups are finer than their first digit: 15-12xx is "Computer Occupations" and 15-20xx "Mathematical"
  return soc.slice(0, 4)
}
