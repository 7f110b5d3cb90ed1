// `npm run train:fit`: trains the title model from the taxonomies and writes src/fit/model/title.bin, then calibrates
// it and measures it on titles it was never trained on (src/fit/model/figures.json). `-- --calibrate` only the latter.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Knot } from '../../src/fit/weights.ts'
import { calibrate } from './calibrate.ts'
import { readCorpus } from './corpus.ts'
import { FIGURES, MODEL } from './files.ts'
import { learn, type Settings } from './learn.ts'
import { pack } from './pack.ts'
import { hasTaxonomy, minorGroups, TAXONOMY } from './taxonomy.ts'

const SETTINGS: Settings = {
  dim: 96,
  pools: 2,
  hidden: 128,
  epochs: 4,
  rate: 0.1,
  dense: 0.002,
  keep: 0.8,
  noise: 0.3,
  drop: 0.15,
  word: 1,
  pair: 3,
  gram: 4,
  alone: 6,
  seed: 1,
}

/** Until `calibrate` lays the real ones. */
const UNTUNED: Knot[] = [
  [-10, 0],
  [10, 1],
]

function train() {
  const corpus = readCorpus()
  const names = minorGroups()
  const groups = corpus.minors.map((code) => names.get(code) ?? code)
  const begun = performance.now()
  learn(corpus, SETTINGS, (net, rows, epoch) => {
    console.log(
      `epoch ${epoch} of ${SETTINGS.epochs}, ${rows.at.size} rows, ${Math.round((performance.now() - begun) / 1000)} s`,
    )
    writeFileSync(MODEL, pack(corpus, net, rows, groups, UNTUNED))
  })
}

if (!hasTaxonomy()) {
  console.error(`The taxonomies are not in ${TAXONOMY}: the model cannot be trained without them.`)
  process.exit(1)
}
mkdirSync(new URL('.', `file://${MODEL}`), { recursive: true })
if (!process.argv.includes('--calibrate')) train()
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
