import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// What a server and its database use together. Linux only: elsewhere there is no /proc.

export type Usage = { pssMb: number; cpuSeconds: number; processes: number }

/** Clock ticks a second, on every Linux of today. */
const TICKS = 100

/** The server, what it started, and the database of its data folder; null where it cannot be told. */
export function usageOf(server: number, data: string): Usage | null {
  if (process.platform !== 'linux') return null
  const roots = [server, Number.parseInt(readFileSync(join(data, 'db', 'postmaster.pid'), 'utf8'), 10)]
  const all = withDescendants(roots)
  return {
    pssMb: sum(all.map(pssKb)) / 1024,
    cpuSeconds: sum(all.map(cpuTicks)) / TICKS,
    processes: all.length,
  }
}

function withDescendants(roots: readonly number[]): number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const parentOf = new Map(pids.map((pid) => [pid, Number(statOf(pid)[1])]))
  const found = new Set(roots)
  // A child may come before its parent in the list: until no round adds any.
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const [pid, parent] of parentOf) if (found.has(parent)) found.add(pid)
  }
  return [...found]
}

/** The fields of /proc/PID/stat after the name, which may hold blanks; empty when the process is gone. */
function statOf(pid: number): string[] {
  const text = read(pid, 'stat')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** User and system time, ended children included. */
function cpuTicks(pid: number): number {
  return sum(statOf(pid).slice(11, 15).map(Number))
}

/** Memory, with what several processes share divided among them. */
function pssKb(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(pid, 'smaps_rollup'))?.[1] ?? 0)
}

function read(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return ''
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
