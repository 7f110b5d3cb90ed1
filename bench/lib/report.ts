import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')

export type Table = { title: string; head: string[]; rows: (string | number)[][] }
/** Something that must not be more (or, with `least`, not less) than its target. */
export type Target = { says: string; value: number; unit: string } & ({ most: number } | { least: number })
/** What a measurement found; `notes` say how to read it. */
export type Report = { tables: Table[]; targets?: Target[]; notes?: string[] }

/** Prints a report and writes it, with the machine and the day, to bench/results/<name>.json. */
export function publish(name: string, report: Report): void {
  for (const table of report.tables) print(table)
  for (const target of report.targets ?? []) console.log(told(target))
  for (const note of [...(report.notes ?? []), ...busy()]) console.log(`note: ${note}`)
  const folder = join(ROOT, 'bench', 'results')
  mkdirSync(folder, { recursive: true })
  const measured = { name, at: new Date().toISOString(), machine: machine(), versions: versions(), ...report }
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(measured, null, 2)}\n`)
}

/** Other work on the machine makes the figures worse, never better. */
function busy(): string[] {
  const [load, cores] = [loadavg()[1]!, cpus().length]
  return load <= cores ? [] : [`the machine was busy: a load of ${shown(load)} on ${cores} cores`]
}

function print({ title, head, rows }: Table): void {
  const cells = [head, ...rows].map((row) => row.map(shown))
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)))
  const line = (row: string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ')
  console.log(`\n${title}`)
  console.log(line(cells[0]!))
  console.log(widths.map((width) => '-'.repeat(width)).join('  '))
  for (const row of cells.slice(1)) console.log(line(row))
  console.log('')
}

/** Three digits that count. */
export function shown(value: string | number): string {
  if (typeof value === 'string') return value
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US')
  return String(Number(value.toPrecision(3)))
}

function told(target: Target): string {
  const { says, value, unit } = target
  const [word, limit] = 'most' in target ? ['most', target.most] : ['least', target.least]
  const isMet = word === 'most' ? value <= limit : value >= limit
  // Of nothing there is no share.
  const by = limit === 0 ? '' : ` by ${Math.round(Math.abs(1 - value / limit) * 100)}%`
  const how = isMet ? `met${by && `,${by}`}` : `MISSED${by}`
  return `${how}: ${says}: ${shown(value)} ${unit} (at ${word} ${shown(limit)} ${unit})`
}

function machine() {
  const [cpu] = cpus()
  return {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    load: Number(loadavg()[1]!.toFixed(1)),
    platform: `${process.platform}-${process.arch}`,
  }
}

function versions() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  return { acquaint: version, commit: commit(), node: process.versions.node }
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
