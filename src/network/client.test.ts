import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inputOf } from './cases.ts'
import { createEngine } from './client.ts'
import { buildNetwork } from './network.ts'
import { EngineStopped, NotLoaded } from './protocol.ts'
import { packSpells } from './stays.ts'
import { startWorker, Thread } from './thread.ts'

const run = promisify(execFile)

const chain = () =>
  inputOf({
    people: 3,
    organizations: 1,
    ties: [
      [0, 1, 10],
      [1, 2, 20],
    ],
    affiliations: [[2, 0, 0]],
    open: [0],
  })

describe('the engine in its thread', () => {
  const engine = createEngine()
  afterAll(() => engine.close())
  beforeAll(() => engine.load('firm', chain()))

  it('answers as the network itself does', async () => {
    const network = buildNetwork(chain())
    const query = { from: 0, organization: 0 }
    expect(await engine.paths('firm', query)).toEqual(network.paths(query))
    expect(await engine.reachAll('firm', { from: [0, 1] })).toEqual(network.reachAll({ from: [0, 1] }))
    expect(await engine.reach('firm', { from: 0 })).toEqual(network.reach({ from: 0 }))
    const doors = { from: 0, room: [{ person: 2, cost: 5 }], threshold: 161, only: 'open' } as const
    expect(await engine.doors('firm', doors)).toEqual(network.doors(doors))
  })

  it('keeps workspaces apart', async () => {
    await engine.load('other', inputOf({ people: 2, organizations: 1, ties: [] }))
    expect(await engine.paths('other', { from: 0, organization: 0 })).toEqual([])
    expect(await engine.paths('firm', { from: 0, organization: 0 })).toHaveLength(1)
    expect(await engine.drop('other')).toBe(true)
    expect(await engine.drop('other')).toBe(false)
  })

  it('asks that a network be loaded, by an error of its own type', async () => {
    await expect(engine.paths('nobody', { from: 0, organization: 0 })).rejects.toBeInstanceOf(NotLoaded)
    expect(await engine.version('nobody')).toBeNull()
  })

  it('hands over errors with their type and message', async () => {
    const asked = engine.paths('firm', { from: 9, organization: 0 })
    await expect(asked).rejects.toBeInstanceOf(RangeError)
    await expect(asked).rejects.toThrow('from is 9')
  })

  it('makes several changes in order, seen by the next question', async () => {
    await engine.load('changing', chain())
    const answers = await engine.calls('changing', [
      { method: 'removeTie', args: [1, 2] },
      { method: 'paths', args: [{ from: 0, organization: 0 }] },
      { method: 'addTie', args: [0, 2, 7] },
    ])
    expect(answers).toEqual([undefined, [], undefined])
    expect(await engine.paths('changing', { from: 0, organization: 0 })).toEqual([
      { cost: 7, people: [0, 2] },
    ])
    expect(await engine.version('changing')).toBe(2)
  })

  it('takes the typed arrays over instead of copying them', async () => {
    const input = chain()
    await engine.load('moved', input)
    expect(input.ties.a.length).toBe(0)
  })

  it('infers colleagues off the main thread', async () => {
    const spells = packSpells([0, 1].map((person) => ({ person, organization: 0, from: 0, to: 24 })))
    const found = await engine.colleagues({ people: 2, spells, headCounts: { organization: [20] }, now: 30 })
    expect([found.count, found.months[0]]).toEqual([1, 24])
  })
})

it('a closed engine fails what waits and what comes after, with a type of its own', async () => {
  const engine = createEngine()
  const waiting = engine.load('firm', chain())
  const closing = engine.close()
  await expect(waiting).rejects.toBeInstanceOf(EngineStopped)
  await closing
  await expect(engine.version('firm')).rejects.toBeInstanceOf(EngineStopped)
  await engine.close()
})

it('a thread that dies fails what waits; the next request begins another, which asks to be loaded', async () => {
  const workers: Worker[] = []
  const start = () => {
    const worker = startWorker()
    workers.push(worker)
    return worker
  }
  const engine = createEngine(new Thread(start))
  await engine.load('firm', chain())
  const call = { method: 'paths', args: [{ from: 0, organization: 0 }] } as const
  const waiting = engine.calls('firm', Array(50_000).fill(call))
  const failed = expect(waiting).rejects.toBeInstanceOf(EngineStopped)
  await workers[0]!.terminate()
  await failed
  await expect(engine.paths('firm', { from: 0, organization: 0 })).rejects.toBeInstanceOf(NotLoaded)
  await engine.load('firm', chain())
  expect(await engine.paths('firm', { from: 0, organization: 0 })).toHaveLength(1)
  expect(workers).toHaveLength(2)
  await engine.close()
})

/** Asks one question and ends without closing the engine: the process must end by itself. */
const script = (from: string) => `
import { createEngine } from ${JSON.stringify(from)}
const engine = createEngine()
const ties = { a: Uint32Array.of(0), b: Uint32Array.of(1), cost: Uint8Array.of(5) }
const affiliations = { person: Uint32Array.of(1), organization: Uint32Array.of(0), cost: Uint8Array.of(0) }
await engine.load('firm', { people: 2, organizations: 1, ties, affiliations })
console.log(JSON.stringify(await engine.paths('firm', { from: 0, organization: 0 })))
`

describe('the engine in a process of its own', () => {
  const answer = '[{"cost":5,"people":[0,1]}]\n'
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'acquaint-network-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('runs from sources, in any working folder, and does not keep the process alive', async () => {
    const file = join(folder, 'sources.mts')
    await writeFile(file, script(fileURLToPath(new URL('./client.ts', import.meta.url))))
    const tsx = import.meta.resolve('tsx')
    const { stdout } = await run(process.execPath, ['--import', tsx, file], { cwd: folder })
    expect(stdout).toBe(answer)
  })

  it.each(['network/index', 'serve'])('runs when built as %s', async (entry) => {
    const { build } = await import('tsdown')
    const sources = { 'network/worker': './worker.ts', [entry]: './index.ts' }
    const entries = Object.entries(sources).map(([name, path]) => [
      name,
      fileURLToPath(new URL(path, import.meta.url)),
    ])
    const outDir = join(folder, `dist-${entry.replace('/', '-')}`)
    await build({
      entry: Object.fromEntries(entries),
      outDir,
      format: 'esm',
      platform: 'node',
      fixedExtension: false,
      config: false,
      dts: false,
      logLevel: 'silent',
    })
    const file = join(folder, `${entry.replace('/', '-')}.mjs`)
    await writeFile(file, script(join(outDir, `${entry}.js`)))
    const { stdout } = await run(process.execPath, [file], { cwd: folder })
    expect(stdout).toBe(answer)
  })
})
