import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, describe, expect, it } from 'vitest'
import { inputOf, randomCase, seeded } from './cases.ts'
import { buildNetwork, joinNetwork } from './network.ts'

const draw = seeded(5)
const PEOPLE = 400
const row = (limit: number): [number, number, number] => [
  draw.below(PEOPLE),
  draw.below(limit),
  1 + draw.below(120),
]
const input = inputOf({
  people: PEOPLE,
  organizations: 10,
  ties: Array.from({ length: 6000 }, () => row(PEOPLE)),
  affiliations: Array.from({ length: 500 }, () => row(10)),
})

describe('a shared network', () => {
  it('answers each who joins it as the first, with changes by either', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { input, steps } = randomCase(seed)
      const alone = buildNetwork(input)
      const first = buildNetwork({ ...input, threads: 2 })
      const second = joinNetwork(first.share(), 1)
      steps.forEach(({ says, act }, at) => {
        expect(act(at % 2 ? first : second), says).toEqual(act(alone))
      })
    }
  })

  it('has place for so many threads as it was built for', () => {
    const shared = buildNetwork({ ...input, threads: 2 }).share()
    expect(() => joinNetwork(shared, 2)).toThrow('thread is 2')
    expect(() => joinNetwork(shared, 0)).toThrow('thread is 0')
  })
})

describe('another thread', () => {
  const workers: Worker[] = []
  afterAll(() => Promise.all(workers.map((worker) => worker.terminate())))

  it('asks while this one changes, and never sees half a change', async () => {
    const network = buildNetwork({ ...input, threads: 2 })
    const worker = startAsking()
    workers.push(worker)
    await once(worker, 'message')
    worker.postMessage({ shared: network.share(), questions: 1500 })
    const answered = once(worker, 'message')
    let done = false
    void answered.then(() => {
      done = true
    })
    while (!done) {
      const [a, b] = [draw.below(PEOPLE), draw.below(PEOPLE)]
      network.addTie(a, b, 1 + draw.below(120))
      network.removeTie(a, b)
      await new Promise(setImmediate)
    }
    expect((await answered)[0]).toEqual({ wrong: 0 })
  })
})

/** Asks for paths and counts those that are not simple, or not in order. */
function startAsking(): Worker {
  const tsx = import.meta.resolve('tsx/esm/api')
  const source = new URL('./network.ts', import.meta.url).href
  const script = `
    const { parentPort } = require('node:worker_threads')
    import('${tsx}').then(async ({ register }) => {
      register()
      const { joinNetwork } = await import('${source}')
      parentPort.once('message', ({ shared, questions }) => {
        const network = joinNetwork(shared, 1)
        let wrong = 0
        for (let at = 0; at < questions; at++) {
          const found = network.paths({ from: at % ${PEOPLE}, organization: at % 10 })
          found.forEach(({ cost, people }, index) => {
            const isSimple = new Set(people).size === people.length && people.every((id) => id < ${PEOPLE})
            if (!isSimple || (index > 0 && cost < found[index - 1].cost)) wrong++
          })
        }
        parentPort.postMessage({ wrong })
      })
      parentPort.postMessage('ready')
    })`
  return new Worker(script, { eval: true, execArgv: [] })
}
