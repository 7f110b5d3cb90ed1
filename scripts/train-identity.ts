// `npm run train:identity`: the weights by which records are told to be one person, from twenty generated worlds. They
// are copied by hand into src/people/likeness-evidence.ts, with the reason where another value is taken (docs/model.md).
import { fittedWeights } from '../bench/lib/fitted.ts'

const WORLDS = Array.from({ length: 20 }, (_, at) => at + 1)

for (const [kind, weight] of Object.entries(await fittedWeights(WORLDS)))
  console.log(`${kind.padEnd(20)} ${weight.toFixed(2).padStart(7)}`)
