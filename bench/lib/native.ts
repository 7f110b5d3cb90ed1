import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { State } from '../../src/network/state.ts'
import type { DoorQuery, PathQuery } from '../../src/network/types.ts'
import { ROOT } from './report.ts'

export type Kind = 'paths' | 'doors'
/** Milliseconds of each question, and a checksum of the answers. */
export type Round = { times: number[]; sum: number }
export type Native = { ask(kind: Kind): Promise<Round>; close(): void }

/** Whether there is a compiler to build bench/native with. */
export const hasCompiler = (): boolean => spawnSync('g++', ['--version']).status === 0

const COMPILE = ['-O3', '-march=native', '-std=c++17']

/** The same questions in C++, in a process of its own, on a copy of the engine's memory. */
export function nativeEngine(state: State, paths: readonly PathQuery[], doors: readonly DoorQuery[]): Native {
  const folder = mkdtempSync(join(tmpdir(), 'acquaint-native-'))
  const file = (name: string) => join(folder, name)
  execFileSync('g++', [...COMPILE, '-o', file('engine'), join(ROOT, 'bench', 'native', 'engine.cpp')])
  const { layout, scratch, bytes, words } = state.space
  writeMemory(file('memory'), bytes.subarray(0, words[1]! * 4 + 64))
  writeFileSync(
    file('paths'),
    Uint32Array.from(paths.flatMap(({ from, organization }) => [from, organization!])),
  )
  writeFileSync(file('doors'), Uint32Array.from(doors.flatMap(doorWords)))
  const { second, best, before, after } = scratch
  const places = [layout.people, layout.organizations, second, best, before, after, layout.open, layout.heads]
  const child = spawn(file('engine'), [file('memory'), ...places.map(String), file('paths'), file('doors')])
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    ask: async (kind) => {
      child.stdin.write(`${kind[0]}\n`)
      return parsed(String((await lines.next()).value))
    },
    close: () => {
      child.kill()
      rmSync(folder, { recursive: true })
    },
  }
}

function parsed(line: string): Round {
  const numbers = line.trim().split(' ').map(Number)
  return { times: numbers.slice(0, -1).map((nanoseconds) => nanoseconds / 1e6), sum: numbers.at(-1)! }
}

/** Eight words: the seeker, and the room in the order of costs and ids. */
function doorWords({ from, room }: DoorQuery): number[] {
  const words = room.map(({ person, cost }) => cost * 2 ** 24 + person).sort((one, other) => one - other)
  return [from, ...words, ...Array<number>(7 - words.length).fill(0xffffffff)]
}

function writeMemory(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w')
  for (let at = 0; at < bytes.length; at += 2 ** 28) writeSync(file, bytes.subarray(at, at + 2 ** 28))
  closeSync(file)
}
