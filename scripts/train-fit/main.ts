// `npm run train:fit`: trains the title model from the taxonomies, its nets side by side in threads of their own, and
// writes src/fit/model/title.bin, then calibrates it and measures it on titles it was never trained on
// (src/fit/model/figures.json). `-- --calibrate` only the latter.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Knot } from '../../src/fit/weights.ts'
import { calibrate } from './calibrate.ts'
import { readCorpus } from './corpus.ts'
import { FIGURES, MODEL } from './files.ts'
import type { Settings } from './learn.ts'
import type { Net } from './net.ts'
import { pack } from './pack.ts'
import { rowsOf } from './rows.ts'
import { hasTaxonomy, minorGroups, TAXONOMY } from './taxonomy.ts'

const SETTINGS: Omit<Settings, 'seed'> = {
  dim: 64,
  pools: 2,
  hidden: 128,
  epochs: 4,
  rate: 0.1,
  dense: 0.002,
  keep: 0.8,
  noise: 0.3,
  drop: 0.15,
  word: 1,
  pair: 5,
  gram: 12,
  alone: 6,
}

/** Nets that were begun differently err differently: together they know more than one of their size. */
const SEEDS = [1, 2]

/** Until `calibrate` lays the real ones. */
const UNTUNED: Knot[] = [
  [-10, 0],
  [10, 1],
]

async function train() {
  const corpus = readCorpus()
  const names = minorGroups()
  const groups = corpus.minors.map((code) => names.get(code) ?? code)
  const rows = rowsOf(corpus, SETTINGS)
  console.log(`${rows.at.size} rows`)
  const nets = await Promise.all(SEEDS.map((seed) => trained({ ...SETTINGS, seed })))
  writeFileSync(MODEL, pack(corpus, nets, rows, groups, UNTUNED))
}

// Node 20 does not pass tsx on to threads, so the thread loads it first
const THREAD = `import('${import.meta.resolve('tsx/esm/api')}').then(({ register }) => {
  register()
  return import('${new URL('./thread.ts', import.meta.url).href}')
})`

/** One net, trained in a thread of its own. */
function trained(settings: Settings): Promise<Net> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, { eval: true, execArgv: [], workerData: settings })
    worker.on('error', reject)
    worker.on('message', (message: Net | number) => {
      if (typeof message !== 'number') return resolve(message)
      const seconds = Math.round((performance.now() - begun) / 1000)
      console.log(`net ${settings.seed}: epoch ${message} of ${settings.epochs}, ${seconds} s`)
    })
  })
}

if (!hasTaxonomy()) {
  console.error(`The taxonomies are not in ${TAXONOMY}: the model cannot be trained without them.`)
  process.exit(1)
}
mkdirSync(new URL('.', `file://${MODEL}`), { recursive: true })
if (!process.argv.includes('--calibrate')) await train()
calibrate(readCorpus())
// read anew, so that the figures are those of the file as it lies there
const { figuresOf } = await import('./figures.ts')
const bytes = readFileSync(MODEL)
const figures = {
  model: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  ...figuresOf(),
}
writeFileSync(FIGURES, `${JSON.stringify(figures, null, 2)}\n`)
console.log(JSON.stringify(figures, null, 2))
