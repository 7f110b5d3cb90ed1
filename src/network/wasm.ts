/** The compiled kernel: found, instantiated over a space, and its results read. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Exploration, Kernel, Search, Way } from './kernel.ts'
import { plainKernel } from './plain.ts'
import {
  AT,
  ensureWords,
  headOf,
  ID_BITS,
  ID_MASK,
  LAST,
  MOST_RESULTS,
  MOST_WORDS,
  pack,
  refresh,
  type Space,
} from './space.ts'
import type { FoundPath } from './types.ts'

/** What kernel/index.ts exports. Addresses are bytes; see there. */
type Exports = {
  lay(...addressesAndSizes: number[]): void
  paths(...question: number[]): number
  explore(...question: number[]): void
  endAtOrganizations(): void
  keepDoors(full: number, threshold: number, minGain: number, openOnly: number): number
  nextDoor(organization: number, ...exploration: number[]): number
  leastCosts(ids: number, count: number, into: number): void
  leastCostsBy(entries: number, end: number, columns: number): void
  wipe(): void
  wipeOrganizations(): void
}

let known: WebAssembly.Module | null | undefined

/** The compiled kernel, or null where there is none or it does not run. */
export function compiledKernel(): WebAssembly.Module | null {
  if (known === undefined) known = tryToLoad()
  return known
}

function tryToLoad(): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(readFileSync(kernelFile()))
  } catch {
    return null
  }
}

/** Built, it is network/kernel.wasm, beside this module or wherever that was bundled. */
function kernelFile(): string | URL {
  if (import.meta.url.endsWith('.ts')) return compileFromSources()
  const places = ['./kernel.wasm', './network/kernel.wasm', '../network/kernel.wasm']
  const built = places.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(place))
  if (!built) throw new Error(`network/kernel.wasm is not beside ${import.meta.url}`)
  return built
}

function compileFromSources(): string {
  const script = fileURLToPath(new URL('../../scripts/kernel.mjs', import.meta.url))
  return execFileSync(process.execPath, [script, 'network'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}

export function wasmKernel(space: Space, module: WebAssembly.Module): Kernel {
  const instance = new WebAssembly.Instance(module, { env: { memory: space.memory } })
  const run = instance.exports as unknown as Exports
  const { scratch, layout } = space
  const { second, best, before, after, results, tally, steps } = scratch
  const { open, heads, people, organizations } = layout
  run.lay(second, best, before, after, results, tally, steps, open, heads, people, organizations)
  const plain = plainKernel(space)
  return {
    name: 'wasm',
    paths: (search) => (search.top > MOST_RESULTS ? plain.paths(search) : paths(space, run, search)),
    explore: ({ first, hops, maxTies, full }) => run.explore(first, hops[0], hops[1], hops[2], maxTies, full),
    endAtOrganizations: run.endAtOrganizations,
    keepDoors: ({ full, threshold, minGain, openOnly }) =>
      run.keepDoors(full, threshold, minGain, Number(openOnly)),
    nextDoor: (exploration, organization) => nextDoor(space, run, exploration, organization),
    leastCosts: (ids) => leastCostsTo(space, run, ids),
    wipe: run.wipe,
    wipeOrganizations: run.wipeOrganizations,
  }
}

function paths(space: Space, run: Exports, search: Search): FoundPath[] {
  const { from, first, ends, endLimit, hops, maxTies, top, atMost } = search
  const count = run.paths(first, ends, endLimit, hops[0], hops[1], hops[2], maxTies, top, atMost)
  const { words, scratch } = space
  const found: FoundPath[] = []
  for (let at = scratch.results >>> 2, end = at + count * 4; at < end; at += 4) {
    found.push({ cost: words[at]! >>> 2, people: peopleAt(words, at, words[at]! & 3, from) })
  }
  return found
}

function peopleAt(words: Uint32Array, at: number, ties: number, from: number): number[] {
  const a = words[at + 1]!
  if (ties === 1) return [from, a]
  const b = words[at + 2]!
  return ties === 2 ? [from, a, b] : [from, a, b, words[at + 3]!]
}

function nextDoor(space: Space, run: Exports, exploration: Exploration, from: number): Way | null {
  const { first, hops, full } = exploration
  const { words, bytes, scratch, layout } = space
  const organization = run.nextDoor(from, first, hops[0], hops[1], hops[2], full)
  if (organization === layout.organizations) return null
  const at = scratch.results >>> 2
  return {
    organization,
    before: bytes[scratch.before + organization]!,
    after: full - bytes[scratch.after + organization]!,
    people: peopleAt(words, at, words[at]!, 0).slice(1),
  }
}

/** From this many organizations on, noting first whom they have is worth it. */
const MANY = 64

function leastCostsTo(space: Space, run: Exports, ids: Uint32Array): (into: Uint8Array) => void {
  const isOnce = new Set(ids).size === ids.length
  if (ids.length < MANY || !isOnce || space.layout.threads > 1)
    return (into) => leastCosts(space, run, ids, into)
  const { from, end } = noteWhoIsWhere(space, ids)
  const { after } = space.scratch
  return (into) => {
    run.leastCostsBy(from, end, ids.length)
    into.set(space.bytes.subarray(after, after + ids.length))
    run.wipeOrganizations()
  }
}

/** Behind the records: the people of some organizations in order, two words each (see leastCostsBy). Byte addresses. */
function noteWhoIsWhere(space: Space, ids: Uint32Array): { from: number; end: number } {
  const column = new Int32Array(space.layout.organizations).fill(-1)
  ids.forEach((id, at) => {
    column[id] = at
  })
  const from = space.words[AT.used]! + 2
  let end = from
  for (let person = 0; person < space.layout.people; person++) {
    for (let at = headOf(space, person) - 1; space.words[at]! < LAST; at--) {
      const word = space.words[at]!
      const to = column[word & ID_MASK]!
      if (to < 0) continue
      if (end % 4096 < 2) ensureWords(space, end + 8192)
      space.words[end++] = person
      space.words[end++] = pack(to, word >>> ID_BITS)
    }
  }
  return { from: from * 4, end: end * 4 }
}

/** As many at a time as a question's words have place for. */
function leastCosts(space: Space, run: Exports, ids: Uint32Array, into: Uint8Array): void {
  refresh(space)
  const { question, results } = space.scratch
  for (let from = 0; from < ids.length; from += MOST_WORDS) {
    const some = ids.subarray(from, from + MOST_WORDS)
    space.words.set(some, question >>> 2)
    run.leastCosts(question, some.length, results)
    into.set(space.bytes.subarray(results, results + some.length), from)
  }
}
